/** The pages behind the links in the mails, by API Gateway's HTTP API. Wires, and nothing else. */
import { randomUUID } from "node:crypto";
import { defaultIsContentTypeBinary, handle, type LambdaEvent } from "hono/aws-lambda";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseDownloads } from "../../shared/adapters/case-table/downloads.ts";
import { caseOutbox } from "../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { secrets } from "../../shared/adapters/clients/secrets.ts";
import { dropbox } from "../../shared/adapters/dropbox.ts";
import { evidence } from "../../shared/adapters/evidence.ts";
import { fileBucket } from "../../shared/adapters/file-bucket.ts";
import { frozenRowsIn } from "../../shared/adapters/frozen-rows.ts";
import { holidayYears } from "../../shared/adapters/holidays.ts";
import { linkKeys } from "../../shared/adapters/link-keys.ts";
import { originals } from "../../shared/adapters/originals.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { DeskEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { rulesOf } from "../../shared/runtime/rules.ts";
import { desk } from "./desk.ts";

export const handler = lambda(DeskEnv, (env, log) => {
  const client = dynamo();
  const files = s3();
  const kept = fileBucket(files, env.RECORDS_BUCKET);
  const rules = rulesOf(env.POLICY, holidayYears());
  const { code } = rules.policy.jurisdiction;
  const app = desk({
    records: caseRecords(client, env.CASE_TABLE, code),
    outbox: caseOutbox(client, env.CASE_TABLE, code),
    directory: caseDirectory(client, env.CASE_TABLE),
    keys: linkKeys(secrets(), env.LINK_KEYS_ARN),
    dropbox: dropbox(files, env.DROPBOX_BUCKET),
    evidence: evidence(files, env.RECORDS_BUCKET),
    originals: originals(files, { inbox: env.INBOX_BUCKET, records: env.RECORDS_BUCKET }),
    downloads: caseDownloads(client, env.CASE_TABLE),
    frozenRows: frozenRowsIn(kept),
    bulletinFiles: kept,
    address: env.DESK_URL.replace(/\/$/, ""),
    senderName: env.SENDER_NAME,
    rules,
    now: () => instant(new Date()),
    newFormId: randomUUID,
    notReached: ({ length }) => log.info("nobody reached", { unreached: length }),
    downloaded: ({ organisation, paper, sha256 }) =>
      log.info("original given", { organisation, paper, sha256 }),
    failed: (fault) => log.error("page failed", { fault: fault.name, detail: fault.message.slice(0, 160) }),
  });
  const answer = handle(app, {
    // As text it would lose its byte order mark, without which Excel takes Chinese for another encoding.
    isContentTypeBinary: (type) => type.startsWith("text/csv") || defaultIsContentTypeBinary(type),
  });
  return async (event: LambdaEvent) => {
    const result = await answer(event);
    // Never the path: it is the token.
    log.info("page answered", { status: result.statusCode });
    return result;
  };
});
