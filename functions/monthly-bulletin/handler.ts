/** On the 1st the draft, the courts' ledger duties and the year's plans, on the 3rd the bulletin. Wires, and nothing else. */
import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { caseDirectory } from "../../shared/adapters/case-table/directory.ts";
import { caseOutbox } from "../../shared/adapters/case-table/outbox.ts";
import { caseRecords } from "../../shared/adapters/case-table/records.ts";
import { dynamo } from "../../shared/adapters/clients/dynamo.ts";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { fileBucket } from "../../shared/adapters/file-bucket.ts";
import { holidayYears } from "../../shared/adapters/holidays.ts";
import { addMonths, civilDateAt, instant, monthOf } from "../../shared/domain/time/time.ts";
import { MonthlyBulletinEnv } from "../../shared/runtime/env.ts";
import { lambda } from "../../shared/runtime/lambda.ts";
import { rulesOf } from "../../shared/runtime/rules.ts";
import { assessYear } from "./assessment/assessments.ts";
import { publish } from "./bulletin/bulletin.ts";
import { openDuties } from "./duties/ledger-duties.ts";
import { proposeInterviews } from "./interviews/interviews.ts";
import type { JobResult } from "./jobs/job-result.ts";
import { makePack } from "./packs/meeting-packs.ts";
import { openPlans } from "./plans/programme-plans.ts";

const Task = z.object({ task: z.enum(["draft", "issue"]), scheduledFor: z.string() });

export const handler = lambda(MonthlyBulletinEnv, (env, log) => {
  const client = dynamo();
  const rules = rulesOf(env.POLICY, holidayYears());
  const { code } = rules.policy.jurisdiction;
  const ports = {
    records: caseRecords(client, env.CASE_TABLE, code),
    outbox: caseOutbox(client, env.CASE_TABLE, code),
    directory: caseDirectory(client, env.CASE_TABLE),
    files: fileBucket(s3(), env.RECORDS_BUCKET),
    sha256: (text: string) => createHash("sha256").update(text).digest("hex"),
  };
  return async (event: unknown) => {
    const { task, scheduledFor } = Task.parse(event);
    const now = instant(scheduledFor);
    const month = addMonths(monthOf(civilDateAt(now)), -1);
    const isDraft = task === "draft";
    const opened = isDraft
      ? { duties: await openDuties(ports, month, now, rules), plans: await openPlans(ports, now, rules) }
      : {};
    const state = isDraft ? "draft" : "issued";
    const { unreached, ...published } = await publish(ports, { month, state, now, rules });
    const proposed = isDraft
      ? {}
      : {
          interviews: await proposeInterviews(ports, month, now, rules),
          assessed: await assessYear(ports, month, now, rules),
          packed: await makePack(ports, month, now, rules),
        };
    const jobs: Readonly<Record<string, JobResult>> = { ...opened, ...proposed };
    const made = Object.fromEntries(Object.entries(jobs).map(([job, result]) => [job, result.made]));
    const missed = Object.values(jobs).reduce((sum, one) => sum + one.unreached.length, unreached.length);
    log.info("bulletin made", { month, task, ...made, ...published, unreached: missed });
  };
});
