/**
 * The bulletins of a month (行政应诉月通报): its own; with its last month also the quarter's, the half-year's and the
 * year's; and a corrected version of earlier ones whose hearings have become known otherwise since.
 */

import type { Unreached } from "../../../shared/domain/obligations/addressing.ts";
import { lookup } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { BulletinVersion } from "../../../shared/domain/statistics/bulletin-version.ts";
import { callForCorrection, rowChanges } from "../../../shared/domain/statistics/row-changes.ts";
import { monthsOf, type Period, periodOf, periodsClosedBy } from "../../../shared/domain/time/period.ts";
import { addMonths, type Instant, type Month } from "../../../shared/domain/time/time.ts";
import type { Directory } from "../../../shared/ports/directory.ts";
import type { Outbox } from "../../../shared/ports/outbox.ts";
import { circulate } from "./circulate.ts";
import { type EditionPorts, type EditionWanted, keepEdition, keptRows, lastVersion } from "./edition.ts";

export interface BulletinPorts extends EditionPorts {
  readonly outbox: Outbox;
  readonly directory: Directory;
}

export interface Edition {
  readonly month: Month;
  readonly state: BulletinVersion["state"];
  readonly now: Instant;
  readonly rules: Rules;
}

/** How many months back a closed period is looked at again. */
const LOOKED_BACK = 11;

/** `version` is the month's own, 0 where there is nothing to issue; `editions` counts all. */
export interface Published {
  readonly version: number;
  readonly editions: number;
  readonly notices: number;
  /** Who should have a notice and can't be reached, once for each edition. */
  readonly unreached: readonly Unreached[];
}

/**
 * Makes the editions a month calls for, and sees that everyone concerned has a notice of each.
 */
export async function publish(ports: BulletinPorts, { month, ...how }: Edition): Promise<Published> {
  const own = periodOf("month", month);
  const periods =
    how.state === "draft"
      ? [own]
      : [own, ...periodsClosedBy(month), ...(await periodsToCorrect(ports, month, how.rules))];
  // 司法局 issues it; where the directory doesn't know it yet, under the name it always has.
  const [bureau] = await ports.directory.find(lookup.bureau(CITY_ITSELF));
  const issuer = bureau?.name ?? `${how.rules.policy.jurisdiction.name}司法局`;
  let [version, editions, notices] = [0, 0, 0];
  const unreached: Unreached[] = [];
  for (const period of periods) {
    const wanted: EditionWanted = { ...how, period, issuer };
    const kept = await keepEdition(ports, wanted);
    if (kept === undefined) continue;
    if (period === own) version = kept.edition.version;
    editions += 1;
    const round = await circulate(ports, kept, wanted);
    notices += round.notices;
    unreached.push(...round.unreached);
  }
  return { version, editions, notices, unreached };
}

/**
 * Issued periods that ended earlier and whose rows now tell of other hearings or another attendance. How cases went
 * on since, which every month's judgments tell, corrects nothing.
 */
async function periodsToCorrect(
  { records, files }: Pick<BulletinPorts, "records" | "files">,
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
    if (callForCorrection(rowChanges(await keptRows(files, last.folder), rows))) found.push(period);
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
