/** Each year the city and every county get a plan (年度安排): the sweep looks at it, and reminds whoever falls behind. */
import type { Done } from "../../../shared/casework/handle.ts";
import { jurisdictions } from "../../../shared/casework/jurisdictions.ts";
import type { ProgrammePorts } from "../../../shared/casework/programme-change.ts";
import { recordOnce } from "../../../shared/casework/programme-entries.ts";
import type { Plan } from "../../../shared/domain/programme/entry.ts";
import { civilDateAt, yearOf } from "../../../shared/domain/time/time.ts";
import { type JobResult, type JobTime, jobResult } from "../jobs/job.ts";

/** Opens the plan of each jurisdiction that has none for the year yet. */
export async function openPlans(
  ports: ProgrammePorts,
  { now, rules }: Omit<JobTime, "month">,
): Promise<JobResult> {
  const year = yearOf(civilDateAt(now));
  const opened: Done<boolean>[] = [];
  for (const jurisdiction of await jurisdictions(ports.directory)) {
    const plan: Plan = {
      kind: "plan",
      id: "year",
      jurisdiction,
      year,
      version: 0,
      revision: 1,
      change: { at: now, by: "系统", cause: "schedule", what: "opened" },
      sent: {},
    };
    opened.push(await recordOnce(ports, plan, { now, rules }));
  }
  return jobResult(opened);
}
