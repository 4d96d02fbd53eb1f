/** The intake queue: each message is a file of the inbox. Wires, and nothing else. */
import { createHash } from "node:crypto";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseOperations } from "../../shared/adapters/case-table/operations.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { fileBucket } from "../../shared/adapters/file-bucket.ts";
import { intakeQueue } from "../../shared/adapters/intake-queue.ts";
import { keptLedgers } from "../../shared/adapters/kept-ledgers.ts";
import { knownYears } from "../../shared/adapters/known-years.ts";
import { storedFileOf } from "../../shared/adapters/object-created.ts";
import { originals } from "../../shared/adapters/originals.ts";
import { rememberedDirectory } from "../../shared/casework/cached-directory.ts";
import { boundedReader } from "../../shared/documents/bounded/read-bounded.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { DocumentIntakeEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { keptRules, policyOf } from "../../shared/runtime/rules.ts";
import { takeIn } from "./intake.ts";
import { loggedUpload } from "./logged-upload.ts";

export const handler = lambda(DocumentIntakeEnv, (env, log) => {
  const [client, buckets, reader] = [dynamo(), s3(), boundedReader()];
  const rulesAt = keptRules(env.POLICY, knownYears(caseOperations(client, env.CASE_TABLE)));
  const { remembered, asItIs } = rememberedDirectory(caseDirectory(client, env.CASE_TABLE), Date.now);
  const ports = {
    records: caseRecords(client, env.CASE_TABLE, policyOf(env.POLICY).jurisdiction.code),
    inbox: fileBucket(buckets, env.INBOX_BUCKET),
    sha256: (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex"),
    readDocument: reader.read,
    scans: fileBucket(buckets, env.RECORDS_BUCKET),
    originals: originals(buckets, { inbox: env.INBOX_BUCKET, records: env.RECORDS_BUCKET }),
    ledgers: keptLedgers(fileBucket(buckets, env.RECORDS_BUCKET)),
    intakeQueue: intakeQueue(env.INTAKE_QUEUE_URL, env.INBOX_BUCKET),
    scanQueue: intakeQueue(env.SCAN_QUEUE_URL, env.INBOX_BUCKET),
    now: () => instant(new Date()),
  };
  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    const rules = await rulesAt(instant(new Date()));
    for (const { messageId, body } of event.Records) {
      let upload: { readonly folder?: string; readonly message?: string } = { message: messageId };
      try {
        const file = storedFileOf(body);
        upload = loggedUpload(file);
        reader.serve(upload.folder);
        const directory = file.key.startsWith("directory/") ? asItIs : remembered;
        const { outcome, unreached, tooLarge } = await takeIn({ ...ports, directory }, file, rules);
        if (tooLarge !== undefined) log.error("case full", { detail: tooLarge, ...upload });
        log.info("document taken in", { outcome, unreached: unreached.length, ...upload });
      } catch (fault) {
        log.fault("document not taken in", fault, upload);
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
});
