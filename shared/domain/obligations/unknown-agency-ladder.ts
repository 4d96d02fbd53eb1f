/** 被告名称待核: the bureau is asked which agency a name stands for, and again every working morning until the hearing. */

import { type Hearing, startOf } from "../case-file/hearing.ts";
import type { CaseFile, Respondent } from "../case-file/state.ts";
import { openingOn } from "../notices/frame/working-hours.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Rules } from "../rules.ts";
import { addDays, type CivilDate, civilDateAt, daysBetween, type Instant } from "../time/time.ts";
import { sentAt } from "./ladder.ts";
import { type Obligation, once, summaryOf } from "./obligation.ts";

/** What is owed while the directory doesn't know a respondent. */
export function unknownAgencyLadder(
  file: CaseFile,
  { name }: Respondent,
  rules: Rules,
): readonly Obligation[] {
  const hearing = file.state === "awaiting-hearing" ? file.hearing : undefined;
  const key = `unknown:${name}`;
  const asking = (again?: Pick<Extract<NoticeContent, { kind: "unknown-agency" }>, "daysAsked">) =>
    [
      {
        audience: { part: "bureau" },
        content: {
          kind: "unknown-agency",
          case: summaryOf(file),
          name,
          ...(hearing && { hearing }),
          ...again,
        },
      },
    ] as const;
  const first = sentAt(file.sent, key);
  const asked = once(key, undefined, asking());
  if (first === undefined || hearing === undefined) return [asked];
  return [
    asked,
    ...workingDaysBetween(first, hearing, rules).map((day): Obligation => {
      const track = `unknown-again:${name}`;
      return {
        key: `${track}:${day}`,
        track,
        at: openingOn(day, rules.policy),
        limit: startOf(hearing),
        notices: (on) => asking({ daysAsked: daysBetween(civilDateAt(first), on) }),
      };
    }),
  ];
}

/** The working days after the one on which it was first asked, up to that of the hearing. */
function workingDaysBetween(first: Instant, { date }: Hearing, { calendar }: Rules): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = addDays(civilDateAt(first), 1); day <= date; day = addDays(day, 1))
    if (calendar.isWorkingDay(day).working) days.push(day);
  return days;
}
