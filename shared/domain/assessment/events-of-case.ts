/** What does a case file tell that speaks against its agencies: what they owed and did late, or not at all? */
import type { CaseFile } from "../case-file/state.ts";
import { owedInCase } from "../case-file/timeliness.ts";
import type { CaseDuty } from "../duties/case-duty.ts";
import { districtOf } from "../organisations/district.ts";
import type { DutyKind } from "../time/deadline.ts";
import type { CivilDate } from "../time/time.ts";
import type { UnitEvent, UnitEventKind } from "../unit-events/unit-event.ts";

/** By a day; each counts to the day it was due. What was cancelled was not owed. */
export function eventsOfCase(file: CaseFile, today: CivilDate): readonly UnitEvent[] {
  if (file.void === true) return [];
  const eventOf = (kind: UnitEventKind, respondent: string, on: CivilDate, subject: string): UnitEvent => {
    const identity = file.respondents.find(({ name }) => name === respondent)?.identity;
    const jurisdiction = identity?.jurisdiction ?? districtOf(respondent);
    return { kind, agency: respondent, jurisdiction, caseNumber: file.caseNumber, on, subject };
  };
  return [
    ...owedInCase(file, today).flatMap(({ kind, respondent, hearing, due, came }) =>
      came === "in-time" ? [] : [eventOf(`${came}-${kind}`, respondent, due, String(hearing))],
    ),
    ...file.duties.flatMap((duty) => {
      const event = OF_DUTIES[duty.kind];
      const { respondent, deadline, subject = "" } = duty;
      return event !== undefined && isLate(duty, today)
        ? [eventOf(event, respondent, deadline.due, subject)]
        : [];
    }),
  ];
}

/** Duties whose last day somebody answers for; 败诉案件报告 are told by their register, with what repeats. */
const OF_DUTIES: Readonly<Partial<Record<DutyKind, UnitEventKind>>> = {
  defence: "late-defence",
  evidence: "late-defence",
  performance: "judgment-unperformed",
};

/** Done after its last day, or not at all and the day is over; a day that may still move isn't over. */
function isLate({ status, metOn, deadline }: CaseDuty, today: CivilDate): boolean {
  if (status === "met") return metOn !== undefined && metOn > deadline.due;
  return status === "open" && deadline.due < today && !deadline.provisional;
}
