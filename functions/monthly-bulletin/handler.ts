/** What falls due with a month, and what has been signed: the jobs of month-jobs.ts, the bulletins of bulletin/issued.ts. Wires, and nothing else. */
import { createHash } from "node:crypto";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseOperations } from "../../shared/adapters/case-table/operations.ts";
import { caseOutbox } from "../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { signingOfRecord } from "../../shared/adapters/case-table/signing-record.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { fileBucket } from "../../shared/adapters/file-bucket.ts";
import { frozenRowsIn } from "../../shared/adapters/frozen-rows.ts";
import { knownYears } from "../../shared/adapters/known-years.ts";
import { rememberedDirectory } from "../../shared/casework/cached-directory.ts";
import { addMonths, civilDateAt, instant, monthOf } from "../../shared/domain/time/time.ts";
import { MonthlyBulletinEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { keptRules, policyOf } from "../../shared/runtime/rules.ts";
import { issueSigned } from "./bulletin/issued.ts";
import { Event } from "./event.ts";
import { JobsFailed, runJobs } from "./month-jobs.ts";

export const handler = lambda(MonthlyBulletinEnv, (env, log) => {
  const client = dynamo();
  const { code } = policyOf(env.POLICY).jurisdiction;
  const operations = caseOperations(client, env.CASE_TABLE);
  const rulesAt = keptRules(env.POLICY, knownYears(operations));
  const files = fileBucket(s3(), env.RECORDS_BUCKET);
  const ports = {
    records: caseRecords(client, env.CASE_TABLE, code),
    outbox: caseOutbox(client, env.CASE_TABLE, code),
    directory: rememberedDirectory(caseDirectory(client, env.CASE_TABLE), Date.now).remembered,
    files,
    frozenRows: frozenRowsIn(files),
    sha256: (text: string) => createHash("sha256").update(text).digest("hex"),
  };
  return async (given: unknown): Promise<void> => {
    const event = Event.parse(given);
    const rules = await rulesAt(instant(new Date()));
    if ("Records" in event) {
      for (const ref of event.Records.map(signingOfRecord)) {
        const { unreached, ...issued } = await issueSigned(ports, ref, rules);
        log.info("signed bulletin", { ...ref, ...issued, unreached: unreached.length });
        if (issued.outcome === "issued")
          await operations.ran({ job: "issue", at: instant(new Date()), counts: { issued: 1 }, failed: 0 });
      }
      return;
    }
    const { task, scheduledFor } = event;
    const now = instant(scheduledFor);
    const month = addMonths(monthOf(civilDateAt(now)), -1);
    const { made, unreached, failed } = await runJobs(task, ports, { month, now, rules });
    log.info("month's jobs done", { month, task, ...made, unreached });
    for (const { job, fault } of failed) log.fault("job failed", fault, { job });
    const run = { at: instant(new Date()), counts: { ...made, unreached }, failed: failed.length };
    await operations.ran({ job: task, ...run });
    if (failed.length > 0) throw new JobsFailed(failed);
  };
});
