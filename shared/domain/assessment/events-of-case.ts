/** What does a case file tell that speaks against its agencies: what they owed and did late, or not at all? */
import type { CaseFile } from "../case-file/state.ts";
import { owedInCase } from "../case-file/timeliness.ts";
import { districtOf } from "../organisations/district.ts";
import type { CivilDate } from "../time/time.ts";
import type { UnitEvent } from "../unit-events/unit-event.ts";

/** By a day; each counts to the day it was due. */
export function eventsOfCase(file: CaseFile, today: CivilDate): readonly UnitEvent[] {
  if (file.void === true) return [];
  return owedInCase(file, today).flatMap(({ kind, respondent, hearing, due, came }): readonly UnitEvent[] => {
    if (came === "in-time") return [];
    const identity = file.respondents.find(({ name }) => name === respondent)?.identity;
    return [
      {
        kind: `${came}-${kind}`,
        agency: respondent,
        jurisdiction: identity?.jurisdiction ?? districtOf(respondent),
        caseNumber: file.caseNumber,
        on: due,
        subject: String(hearing),
      },
    ];
  });
}
