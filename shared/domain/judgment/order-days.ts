/** By which day must what a judgment orders be done, and by which day must an agency have decided whether to appeal? */
import type { Calendar } from "../time/calendar.ts";
import type { Deadline } from "../time/deadline.ts";
import { performanceDeadline } from "../time/duty-deadlines.ts";
import { addDays, type CivilDate, daysBetween, monthsLater } from "../time/time.ts";
import type { OrderTerm, OrderUnit } from "./ordered-act.ts";

/** From which days an order's term may run. */
export interface OrderStart {
  readonly effect: CivilDate;
  /** When the respondent was served; undefined where that isn't known. */
  readonly served: CivilDate | undefined;
  /** Whether the day of the effect may still move. */
  readonly provisional: boolean;
}

/**
 * The last day of an order's term; undefined where it runs from a service that isn't known. The starting day is not counted, a month ends on
 * the day of the same number or its last, a last day off rolls (行诉解释 §48); a day that is written out is that day.
 */
export function orderDeadline(
  term: OrderTerm,
  { effect, served, provisional }: OrderStart,
  calendar: Calendar,
): { readonly startsOn: CivilDate; readonly deadline: Deadline } | undefined {
  if (term.type === "day") return { startsOn: effect, deadline: onDay(term.day, effect, calendar) };
  const start = term.from === "service" ? served : effect;
  if (start === undefined) return undefined;
  const deadline = performanceDeadline(
    {
      from: term.from === "service" ? "judgment" : "effect",
      start,
      days: daysOf(term.count, term.unit, start, calendar),
      provisional: term.from === "effect" && provisional,
    },
    calendar,
  );
  return { startsOn: start, deadline };
}

/** As many calendar days behind the start. */
function daysOf(count: number, unit: OrderUnit, start: CivilDate, calendar: Calendar): number {
  if (unit === "days") return count;
  if (unit === "months") return daysBetween(start, monthsLater(start, count));
  let day = start;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day).working) left -= 1;
  }
  return daysBetween(start, day);
}

function onDay(day: CivilDate, start: CivilDate, calendar: Calendar): Deadline {
  return {
    kind: "performance",
    due: day,
    hardDue: day,
    provisional: false,
    explanation: {
      startedBy: "effect",
      start,
      days: Math.max(0, daysBetween(start, day)),
      rolls: false,
      rawEnd: day,
      rolledEnd: day,
      roll: [],
      calendarVersion: calendar.version,
    },
  };
}

/**
 * The last day of an agency's decision (上诉或服判): so many days before the period to appeal ends, on the working day before where that is a
 * day off; never before the day after it was served. The end of the period stands behind it.
 */
export function appealDecisionDeadline(
  appeal: Deadline,
  { served, daysBefore }: { readonly served: CivilDate; readonly daysBefore: number },
  calendar: Calendar,
): Deadline {
  const first = addDays(served, 1);
  let due = addDays(appeal.due, -daysBefore);
  while (due > first && !calendar.isWorkingDay(due).working) due = addDays(due, -1);
  if (due < first) due = first;
  const explanation = { ...appeal.explanation, ahead: { days: daysBefore } };
  return { ...appeal, kind: "appeal", due, hardDue: appeal.due, explanation };
}
