/** What do proposals for correction (整改建议) tell that speaks against their addressees: that they were not answered by their day? */
import type { OrganisationId } from "../organisations/directory.ts";
import { districtOf } from "../organisations/district.ts";
import { type Correction, owesAnswer, type ProgrammeEntry } from "../programme/entry.ts";
import type { CivilDate } from "../time/time.ts";
import type { UnitEvent } from "../unit-events/unit-event.ts";

/** Those whose answer is owed and overdue on a day. */
export function overdueCorrections(
  entries: readonly ProgrammeEntry[],
  today: CivilDate,
): readonly Correction[] {
  return entries.flatMap((one) =>
    one.kind === "correction" && owesAnswer(one) && one.due < today ? [one] : [],
  );
}

/** Each counts to the day it was due, and to its addressee's district as the directory says (`districts`), else as its name does. */
export function eventsOfCorrections(
  overdue: readonly Correction[],
  districts: ReadonlyMap<OrganisationId, string>,
): readonly UnitEvent[] {
  return overdue.map(({ to, caseNumber, due: on, id: subject }) => {
    const jurisdiction = districts.get(to.organisation) ?? districtOf(to.name);
    const of = { agency: to.name, jurisdiction, on, subject };
    return { kind: "correction-overdue", ...of, ...(caseNumber !== undefined && { caseNumber }) };
  });
}
