/** How many open deadlines does another calendar move? Told before it is made so. */
import { jurisdictions } from "../../../../shared/casework/jurisdictions.ts";
import { openRows } from "../../../../shared/casework/open-rows.ts";
import { MOST_READ } from "../../../../shared/domain/board/board-figures.ts";
import { recomputedDeadlines } from "../../../../shared/domain/case-file/deadlines.ts";
import type { CaseNumber } from "../../../../shared/domain/court/case-number.ts";
import { sameDuty } from "../../../../shared/domain/duties/case-duty.ts";
import { dutyEvents } from "../../../../shared/domain/obligations/case-duties.ts";
import { type Calendar, calendar, type HolidayYear } from "../../../../shared/domain/time/calendar.ts";
import { addDays, type CivilDate, civilDate } from "../../../../shared/domain/time/time.ts";
import type { DeskPorts } from "../../frame/room.ts";

/** A deadline lies at most so many days behind a day that moves it: the longest holiday, its weekends, and what was counted. */
const REACH_DAYS = 20;
/** Cases that are counted one by one; where more may be concerned, the page says so. */
const MOST_CASES = 300;
const AT_ONCE = 25;

export interface MovedDeadlines {
  readonly deadlines: number;
  readonly cases: number;
  /** Not all cases that may be concerned were looked at. */
  readonly more: boolean;
}

/** By the calendar of these years instead of the one that holds; `year`: the one in which they differ. */
export async function movedDeadlines(
  { records, directory, rules, now }: Pick<DeskPorts, "records" | "directory" | "rules" | "now">,
  years: readonly HolidayYear[],
  year: number,
): Promise<MovedDeadlines> {
  const next = calendar(years);
  const changed = changedDays(rules.calendar, next, year);
  const concerned = new Set<CaseNumber>();
  let more = false;
  let looked = 0;
  if (changed.length > 0)
    for await (const rows of openRows(records, await jurisdictions(directory))) {
      more = looked === MOST_READ || concerned.size === MOST_CASES;
      if (more) break;
      looked += 1;
      const due = rows.flatMap(({ agencies }) => agencies.flatMap((one) => one.due));
      if (due.some((one) => isWithin(changed, one.due))) concerned.add(rows[0].caseNumber);
    }
  let deadlines = 0;
  let cases = 0;
  const numbers = [...concerned];
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const files = await Promise.all(numbers.slice(from, from + AT_ONCE).map(records.caseFile));
    for (const file of files) {
      if (file === undefined) continue;
      const moved = recomputedDeadlines(file, { ...rules, calendar: next }).filter(
        (event) =>
          event.type === "deadline-recomputed" &&
          file.deadlines.some(
            ({ kind, respondent, hearing, deadline }) =>
              kind === event.kind &&
              respondent === event.respondent &&
              hearing === event.hearing &&
              deadline.due !== event.deadline.due,
          ),
      );
      const duties = dutyEvents(file, now(), { ...rules, calendar: next }).filter(
        (event) =>
          event.type === "duty-moved" &&
          event.why === "calendar" &&
          file.duties.some((one) => sameDuty(one, event) && one.deadline.due !== event.deadline.due),
      );
      const all = moved.length + duties.length;
      deadlines += all;
      cases += all > 0 ? 1 : 0;
    }
  }
  return { deadlines, cases, more };
}

/** The days around a year that are worked by one calendar and not by the other. */
function changedDays(now: Calendar, next: Calendar, year: number): readonly CivilDate[] {
  const days: CivilDate[] = [];
  const last = civilDate(`${year + 1}-01-10`);
  for (let day = civilDate(`${year - 1}-12-20`); day <= last; day = addDays(day, 1))
    if (now.isWorkingDay(day).working !== next.isWorkingDay(day).working) days.push(day);
  return days;
}

function isWithin(changed: readonly CivilDate[], due: CivilDate): boolean {
  return changed.some((day) => due >= day && due <= addDays(day, REACH_DAYS));
}
