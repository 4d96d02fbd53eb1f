/** Each year the city and every county get a plan (年度安排): the sweep looks at it, and reminds whoever falls behind. */
import { jurisdictions } from "../../../shared/casework/jurisdictions.ts";
import { programmeChange } from "../../../shared/casework/programme-change.ts";
import type { Unreached } from "../../../shared/domain/obligations/addressing.ts";
import type { Plan } from "../../../shared/domain/programme/entry.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { civilDateAt, type Instant, yearOf } from "../../../shared/domain/time/time.ts";
import type { Directory } from "../../../shared/ports/directory.ts";
import type { Records } from "../../../shared/ports/records.ts";
import type { JobResult } from "../jobs/job-result.ts";

/** Opens the plan of each jurisdiction that has none for the year yet. */
export async function openPlans(
  { records, directory }: { readonly records: Records; readonly directory: Directory },
  now: Instant,
  rules: Rules,
): Promise<JobResult> {
  const year = yearOf(civilDateAt(now));
  let made = 0;
  const unreached: Unreached[] = [];
  for (const jurisdiction of await jurisdictions(directory)) {
    const id = "year";
    if ((await records.programmeEntry({ jurisdiction, year, kind: "plan", id })) !== undefined) continue;
    const plan: Plan = {
      kind: "plan",
      id,
      jurisdiction,
      year,
      version: 1,
      revision: 1,
      change: { at: now, by: "系统", cause: "schedule", what: "建立" },
      sent: {},
    };
    const recorded = await records.programme(jurisdiction, year);
    const part = await programmeChange(plan, 0, recorded, directory, { now, rules });
    const outcome = await records.commit({
      token: `plan ${jurisdiction} ${year}`,
      ...part.change,
    });
    if (outcome === "conflict") continue;
    made += 1;
    unreached.push(...part.unreached);
  }
  return { made, unreached };
}
