/** What do the rows of statistics tell that speaks for or against their agencies? */
import { instanceOf, isHearable } from "../court/case-number.ts";
import { type CountingPolicy, LINYI } from "../policy.ts";
import { type CasePairs, casesOf } from "../statistics/case-order.ts";
import { countedCase, type PairAnswer, pairAnswer } from "../statistics/counted-case.ts";
import { principalStayedAway } from "../statistics/principal-absences.ts";
import { type StatisticsRow, UNKNOWN_AGENCY } from "../statistics/statistics-row.ts";
import type { UnitEvent, UnitEventKind } from "../unit-events/unit-event.ts";

/**
 * Of rows in any order, one for each (case number, agency). What a city leaves out of its figures by how it counts speaks neither for
 * nor against anybody: no figure that is published would show it.
 */
export function eventsOfRows(
  rows: readonly StatisticsRow[],
  counting: CountingPolicy = LINYI.counting,
): readonly UnitEvent[] {
  return [...casesOf(rows)].flatMap((pairs) => eventsOfPairs(pairs, counting));
}

function eventsOfPairs(pairs: CasePairs, counting: CountingPolicy): readonly UnitEvent[] {
  const { answer, heard, beside } = countedCase(pairs, counting);
  const counted = new Set(beside ? [] : heard);
  return pairs
    .filter(({ agency }) => agency !== UNKNOWN_AGENCY)
    .flatMap((row) =>
      [
        ...(counted.has(row) && isHearable(row.caseNumber) ? atHearing(row, pairAnswer(row, answer)) : []),
        ...ofTheEnd(row),
      ].map((kind) => eventOf(row, kind)),
    );
}

/** How a case ended counts to the day it was closed, as far as that is known; all else to that of the sitting. */
const OF_THE_END: ReadonlySet<UnitEventKind> = new Set(["lost", "settled"]);

function eventOf(row: StatisticsRow, kind: UnitEventKind): UnitEvent {
  const { agency, jurisdiction, caseNumber, heardOn, closedOn } = row;
  const on = OF_THE_END.has(kind) ? (closedOn ?? heardOn) : heardOn;
  return { kind, agency, jurisdiction, caseNumber, ...(on !== undefined && { on }) };
}

function ofTheEnd({ caseNumber, outcome }: StatisticsRow): readonly UnitEventKind[] {
  const isEvent = outcome === "lost" || outcome === "settled";
  return isEvent && instanceOf(caseNumber) === "first" ? [outcome] : [];
}

/** An absence the court accepted a reason for is no fault, nor one that is another respondent's to make up for (§3). */
function atHearing(row: StatisticsRow, answer: PairAnswer): readonly UnitEventKind[] {
  const { present, enterprise, spoke, rank, withoutHead, conduct = [], reasonAccepted } = row;
  const blamed = answer === "absent" && reasonAccepted !== true;
  const alone = withoutHead === "lawyers" || withoutHead === "nobody";
  const found: readonly (readonly [boolean, UnitEventKind])[] = [
    [blamed, "absent"],
    [blamed && enterprise === true, "absent-enterprise"],
    [principalStayedAway(row), "principal-absent"],
    [answer !== "present" && alone, "without-staff"],
    [conduct.includes("left-early"), "left-early"],
    [conduct.includes("refused-to-explain"), "refused-to-explain"],
    [present === true && spoke === false, "silent"],
    [present === true && rank === "principal", "principal-present"],
  ];
  return found.flatMap(([isSo, kind]) => (isSo ? [kind] : []));
}
