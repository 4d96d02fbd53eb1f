/**
 * The bulletins of a month (行政应诉月通报): its own; with its last month also the quarter's, the half-year's and the
 * year's; and a corrected version of earlier ones whose hearings have become known otherwise since.
 */

import type { Unreached } from "../../../shared/domain/obligations/addressing.ts";
import { lookup } from "../../../shared/domain/organisations/directory.ts";
import { bureauName, CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { callForCorrection, rowChanges } from "../../../shared/domain/statistics/row-changes.ts";
import { monthsOf, type Period, periodOf, periodsClosedBy } from "../../../shared/domain/time/period.ts";
import { addMonths, type Month } from "../../../shared/domain/time/time.ts";
import type { JobPorts, JobResult, JobTime } from "../jobs/job.ts";
import { circulate } from "./circulate.ts";
import { type EditionWanted, keepEdition, lastVersion } from "./edition.ts";

/** How many months back a closed period is looked at again. */
const LOOKED_BACK = 11;

/** The draft of the month: the municipal bureau looks it over. */
export function draftBulletin(ports: JobPorts, { month, ...how }: JobTime): Promise<JobResult> {
  return publish(ports, [periodOf("month", month)], { ...how, state: "draft" });
}

/** The month's bulletin, those of the longer periods it closes, and earlier ones that are to be corrected. */
export async function issueBulletins(ports: JobPorts, { month, ...how }: JobTime): Promise<JobResult> {
  const corrected = await periodsToCorrect(ports, month, how.rules);
  const periods = [periodOf("month", month), ...periodsClosedBy(month), ...corrected];
  return publish(ports, periods, { ...how, state: "issued" });
}

/** Makes the editions of these periods, and sees that everyone concerned has a notice of each. */
async function publish(
  ports: JobPorts,
  periods: readonly Period[],
  how: Pick<EditionWanted, "state" | "now" | "rules">,
): Promise<JobResult> {
  // 司法局 issues it; where the directory doesn't know it yet, under the name it always has.
  const [bureau] = await ports.directory.find(lookup.bureau(CITY_ITSELF));
  const issuer = bureau?.name ?? bureauName(how.rules.policy.jurisdiction.name);
  let made = 0;
  const unreached: Unreached[] = [];
  for (const period of periods) {
    const wanted: EditionWanted = { ...how, period, issuer };
    const kept = await keepEdition(ports, wanted);
    if (kept === undefined) continue;
    made += 1;
    unreached.push(...(await circulate(ports, kept, wanted)));
  }
  return { made, unreached };
}

/**
 * Issued periods that ended earlier and whose rows now tell of other hearings or another attendance. How cases went
 * on since, which every month's judgments tell, corrects nothing.
 */
async function periodsToCorrect(
  { records, frozenRows }: Pick<JobPorts, "records" | "frozenRows">,
  month: Month,
  rules: Rules,
): Promise<readonly Period[]> {
  const { code } = rules.policy.jurisdiction;
  const found: Period[] = [];
  for (const earlier of monthsOf({ from: addMonths(month, -LOOKED_BACK), to: addMonths(month, -1) })) {
    const period = periodOf("month", earlier);
    const last = await lastVersion(records, { period, state: "issued", rules });
    if (last === undefined) continue;
    const rows = await Array.fromAsync(records.monthRows(code, earlier));
    if (callForCorrection(rowChanges(await frozenRows(last.folder), rows))) found.push(period);
  }
  const corrected = new Set(found.map(({ to }) => to));
  const longer = monthsOf({ from: addMonths(month, -LOOKED_BACK), to: addMonths(month, -1) })
    .flatMap(periodsClosedBy)
    .filter((period) => monthsOf(period).some((one) => corrected.has(one)));
  const issued = await Promise.all(
    longer.map((period) => lastVersion(records, { period, state: "issued", rules })),
  );
  return [...found, ...longer.filter((_, index) => issued[index] !== undefined)];
}
