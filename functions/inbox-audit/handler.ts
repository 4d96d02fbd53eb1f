/** Every morning: files of the bucket that the table doesn't know are queued again. Wires, and nothing else. */
import * as z from "zod/mini";
import { caseOperations } from "../../shared/adapters/case-table/operations.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { fileBucket } from "../../shared/adapters/file-bucket.ts";
import { intakeQueue } from "../../shared/adapters/intake-queue.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { InboxAuditEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { audits } from "./audits.ts";

/** `whole`: all of the inbox, whenever it was last compared. */
const Scheduled = z.object({ scheduledFor: z.string(), whole: z.optional(z.boolean()) });

export const handler = lambda(InboxAuditEnv, (env, log) => {
  const client = dynamo();
  const ports = {
    operations: caseOperations(client, env.CASE_TABLE),
    records: caseRecords(client, env.CASE_TABLE),
    inbox: fileBucket(s3(), env.INBOX_BUCKET),
    queue: intakeQueue(env.INTAKE_QUEUE_URL, env.INBOX_BUCKET),
  };
  return async (event: unknown) => {
    const { scheduledFor, whole } = Scheduled.parse(event);
    const times = { now: instant(scheduledFor), clock: instant(new Date()) };
    for await (const { counts } of audits(ports, times, whole)) log.info("inbox audited", counts);
  };
});
