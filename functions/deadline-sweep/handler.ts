/** Every hour: what is due by the hour the schedule names becomes notices. Wires, and nothing else. */
import * as z from "zod/mini";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseOperations } from "../../shared/adapters/case-table/operations.ts";
import { caseOutbox } from "../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { knownYears } from "../../shared/adapters/known-years.ts";
import { rememberedDirectory } from "../../shared/casework/cached-directory.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { DeadlineSweepEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { keptRules, policyOf } from "../../shared/runtime/rules.ts";
import { recount } from "./recount.ts";
import { SweepIncomplete, sweep } from "./sweep.ts";

/** Of the five minutes a run has; the rest is for what is at work, for digests and the recount. */
const SWEEPING_MS = 200_000;

const Scheduled = z.object({ scheduledFor: z.string() });

export const handler = lambda(DeadlineSweepEnv, (env, log) => {
  const client = dynamo();
  const { code } = policyOf(env.POLICY).jurisdiction;
  const operations = caseOperations(client, env.CASE_TABLE);
  const rulesAt = keptRules(env.POLICY, knownYears(operations));
  const ports = {
    operations,
    records: caseRecords(client, env.CASE_TABLE, code),
    outbox: caseOutbox(client, env.CASE_TABLE, code),
    directory: rememberedDirectory(caseDirectory(client, env.CASE_TABLE), Date.now).remembered,
  };
  return async (event: unknown) => {
    // The schedule's own time, not the wall clock: a replayed event decides as it first did.
    const { scheduledFor } = Scheduled.parse(event);
    const now = instant(scheduledFor);
    const rules = await rulesAt(instant(new Date()));
    const began = Date.now();
    const report = await sweep(ports, now, rules, () => Date.now() - began < SWEEPING_MS);
    log.info("deadline sweep finished", { ...report.counts });
    await operations.ran({
      job: "sweep",
      at: instant(new Date()),
      counts: report.counts,
      failed: report.failed.length,
    });
    for (const failed of report.failed) log.error("due item failed", { ...failed });
    const recounted = await recount(ports, now, rules);
    if (recounted !== undefined)
      log.info("deadlines counted anew", { ...recounted.counts, failed: recounted.failed });
    if (report.failed.length > 0) throw new SweepIncomplete(report.failed);
  };
});
