/** What do proposals for correction (整改建议) tell that speaks against their addressees: that they were not answered by their day? */
import { districtOf } from "../organisations/district.ts";
import { owesAnswer, type ProgrammeEntry } from "../programme/entry.ts";
import type { CivilDate } from "../time/time.ts";
import type { UnitEvent } from "../unit-events/unit-event.ts";

/** By a day; each counts to the day it was due. */
export function eventsOfCorrections(
  entries: readonly ProgrammeEntry[],
  today: CivilDate,
): readonly UnitEvent[] {
  return entries.flatMap((one): readonly UnitEvent[] => {
    if (one.kind !== "correction" || !owesAnswer(one) || one.due >= today) return [];
    const { to, caseNumber, due: on, id: subject } = one;
    const of = { agency: to.name, jurisdiction: districtOf(to.name), on, subject };
    return [{ kind: "correction-overdue", ...of, ...(caseNumber !== undefined && { caseNumber }) }];
  });
}
