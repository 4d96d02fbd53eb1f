/**
 * Where does each duty of an agency stand? One answer for every page: whether it was met, by what, and how late; whether it is
 * overdue; or why nobody owes it any more.
 */

import type { RecordedEvent } from "../case-file/events.ts";
import { reportOf } from "../case-file/reports.ts";
import { type CaseDeadline, type CaseFile, hearingOf } from "../case-file/state.ts";
import type { CaseDuty, MetBy } from "../duties/case-duty.ts";
import { type CivilDate, daysBetween } from "../time/time.ts";

export type DutyStanding =
  | { readonly state: "met"; readonly on: CivilDate; readonly by: MetBy; readonly daysLate: number }
  /** It runs; `daysLeft` is 0 on its last day. `returned`: what was handed in was returned (退回). */
  | { readonly state: "running"; readonly daysLeft: number; readonly returned: boolean }
  | { readonly state: "overdue"; readonly days: number; readonly returned: boolean }
  /** A report that didn't come before its hearing was held, or its case closed: nobody owes it any more. */
  | { readonly state: "not-reported" }
  /** No day is set: it runs again with the next one. */
  | { readonly state: "no-hearing" }
  /** A filing about a hearing that is still to come. */
  | { readonly state: "after-hearing" }
  | { readonly state: "cancelled" };

/** The standing of a duty beside the sittings on a day. */
export function caseDutyStanding(
  { status, deadline, metOn, metBy }: CaseDuty,
  today: CivilDate,
): DutyStanding {
  if (status === "cancelled") return { state: "cancelled" };
  const { due } = deadline;
  if (status === "met") {
    const on = metOn ?? due;
    return { state: "met", on, by: metBy ?? "paper", daysLate: on > due ? daysBetween(due, on) : 0 };
  }
  return due < today
    ? { state: "overdue", days: daysBetween(due, today), returned: false }
    : { state: "running", daysLeft: daysBetween(today, due), returned: false };
}

/** The standing of one period on a day; `history` is the case's audit trail. */
export function dutyStanding(
  file: CaseFile,
  duty: CaseDeadline,
  history: readonly RecordedEvent[],
  today: CivilDate,
): DutyStanding {
  const { kind, status, respondent, hearing, deadline } = duty;
  if (status === "cancelled") return { state: "cancelled" };
  if (status === "met") return met(duty, history);
  if (kind === "report" && (file.state === "heard" || file.state === "closed"))
    return { state: "not-reported" };
  if (kind === "report" && file.state !== "awaiting-hearing") return { state: "no-hearing" };
  const sitting = hearingOf(file, hearing);
  if (kind === "filing" && sitting !== undefined && sitting.date > today) return { state: "after-hearing" };
  const report = kind === "report" ? reportOf(file, respondent) : undefined;
  const returned = report?.hearing === hearing && report.returned !== undefined;
  return deadline.due < today
    ? { state: "overdue", days: daysBetween(deadline.due, today), returned }
    : { state: "running", daysLeft: daysBetween(today, deadline.due), returned };
}

function met(
  { kind, respondent, hearing, deadline: { due } }: CaseDeadline,
  history: readonly RecordedEvent[],
): DutyStanding {
  const gone = new Set(
    history.flatMap(({ event }) => (event.type === "taken-back" ? [event.taking.cause] : [])),
  );
  const done = history.filter(
    ({ event, cause }) =>
      event.type === "deadline-met" &&
      event.kind === kind &&
      event.respondent === respondent &&
      (event.hearing === undefined || event.hearing === hearing) &&
      !gone.has(cause),
  );
  const days = done.flatMap(({ event }) => (event.type === "deadline-met" ? [event.on] : []));
  const [first = due, last = first] = [days[0], days.at(-1)];
  // What is corrected later, or reported again when it was returned, was in time if the first one was.
  const daysLate = first > due ? daysBetween(due, first) : 0;
  return { state: "met", on: last, by: metBy(kind, done.at(-1), history), daysLate };
}

function metBy(
  kind: CaseDeadline["kind"],
  done: RecordedEvent | undefined,
  history: readonly RecordedEvent[],
): MetBy {
  if (done === undefined || done.cause.startsWith("receipt:"))
    return done === undefined ? "paper" : "receipt";
  const together = history.filter(({ at, cause }) => at === done.at && cause === done.cause);
  if (together.some(({ event }) => event.type === "receipt-noted" && event.kind === kind)) return "receipt";
  const form = kind === "report" ? "report-submitted" : "filing-submitted";
  return together.some(({ event }) => event.type === form) ? "form" : "paper";
}
