/** The queue of scans: each message is a file of the inbox without text. Wires, and nothing else. */
import { createHash } from "node:crypto";
import type { SQSEvent } from "aws-lambda";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { fileBucket } from "../../shared/adapters/file-bucket.ts";
import { intakeQueue } from "../../shared/adapters/intake-queue.ts";
import { storedFileOf } from "../../shared/adapters/object-created.ts";
import { loadModels } from "../../shared/documents/ocr/models.ts";
import { readScan } from "../../shared/documents/ocr/read-scan.ts";
import type { SeenPage } from "../../shared/documents/seen/seen-page.ts";
import { DocumentOcrEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { readScans } from "./read-scans.ts";

/** No further file is begun after so long: the largest takes as long again, and the function may run for ten minutes. */
const GO_MILLISECONDS = 4 * 60_000;

export const handler = lambda(DocumentOcrEnv, (env, log) => {
  const buckets = s3();
  const ports = {
    inbox: fileBucket(buckets, env.INBOX_BUCKET),
    scans: fileBucket(buckets, env.RECORDS_BUCKET),
    intakeQueue: intakeQueue(env.INTAKE_QUEUE_URL, env.INBOX_BUCKET),
    scanQueue: intakeQueue(env.SCAN_QUEUE_URL, env.INBOX_BUCKET),
    sha256: (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex"),
    readScan: (bytes: Uint8Array, see: (page: SeenPage) => Promise<void>) => readScan(bytes, loadModels, see),
  };
  return async (event: SQSEvent): Promise<void> => {
    for (const { body, attributes } of event.Records) {
      const started = performance.now();
      const attempt = Number(attributes.ApproximateReceiveCount);
      const hasTime = () => performance.now() - started < GO_MILLISECONDS;
      const report = await readScans(ports, storedFileOf(body), attempt, hasTime);
      log.info("scans read", { ...report, ms: Math.round(performance.now() - started) });
    }
  };
});
