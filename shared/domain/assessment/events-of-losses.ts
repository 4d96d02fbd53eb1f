/** What do registers tell that speaks against agencies: a loss that repeats an earlier one (重复败诉), a report on a loss that is late? */
import { isLossOverdue, type LostCase } from "../loss/lost-case.ts";
import { type RepeatedLoss, repeatedLoss } from "../loss/repeated-loss.ts";
import type { CivilDate } from "../time/time.ts";
import type { UnitEvent } from "../unit-events/unit-event.ts";

/** By a day; a repeated loss counts to the judgment's day, a late report to the day it was due. */
export function eventsOfLosses(losses: readonly LostCase[], today: CivilDate): readonly UnitEvent[] {
  return losses.flatMap((loss): readonly UnitEvent[] => {
    const { respondent: agency, district: jurisdiction, caseNumber, due } = loss;
    const of = { agency, jurisdiction, caseNumber };
    const repeated = repeatedLoss(loss, losses);
    return [
      ...(repeated === undefined ? [] : repeatedEvents(repeated, of)),
      ...(isLossOverdue(loss, today) && due !== undefined
        ? [{ kind: "late-loss-report" as const, ...of, on: due }]
        : []),
    ];
  });
}

/** One for the case, whatever number of causes repeats: the letter names the cases each stands on. */
function repeatedEvents(
  { loss, causes }: RepeatedLoss,
  of: Pick<UnitEvent, "agency" | "jurisdiction" | "caseNumber">,
): readonly UnitEvent[] {
  return [
    { kind: "repeat-loss", ...of, on: loss.lostOn, subject: causes.map(({ cause }) => cause).join(",") },
  ];
}
