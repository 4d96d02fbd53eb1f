/** Every hour: what is due by the hour the schedule names becomes notices. Wires, and nothing else. */
import * as z from "zod/mini";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseOutbox } from "../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { holidayYears } from "../../shared/adapters/holidays.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { DeadlineSweepEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { rulesOf } from "../../shared/runtime/rules.ts";
import { SweepIncomplete, sweep } from "./sweep.ts";

const Scheduled = z.object({ scheduledFor: z.string() });

export const handler = lambda(DeadlineSweepEnv, (env, log) => {
  const client = dynamo();
  const rules = rulesOf(env.POLICY, holidayYears());
  const ports = {
    records: caseRecords(client, env.CASE_TABLE, rules.policy.jurisdiction.code),
    outbox: caseOutbox(client, env.CASE_TABLE, rules.policy.jurisdiction.code),
    directory: caseDirectory(client, env.CASE_TABLE),
  };
  return async (event: unknown) => {
    // The schedule's own time, not the wall clock: a replayed event decides as it first did.
    const { scheduledFor } = Scheduled.parse(event);
    const report = await sweep(ports, instant(scheduledFor), rules);
    log.info("deadline sweep finished", { ...report.counts });
    for (const failed of report.failed) log.error("due item failed", { ...failed });
    if (report.failed.length > 0) throw new SweepIncomplete(report.failed);
  };
});
