/**
 * Until when must an agency do what it owes in a case beside its sittings? The periods of the law (答辩、举证、上诉) and those that a
 * judgment or a judicial suggestion sets; each with its explanation, as the internal ones in deadline.ts.
 */
import type { Calendar } from "./calendar.ts";
import { count, type Deadline, type PeriodStart, rolled } from "./deadline.ts";
import { addDays, type CivilDate } from "./time.ts";

/** Days for the defence and for evidence (行政诉讼法 §67, §34), and for evidence after the reason of an extension is over (行诉解释 §34). */
const DEFENCE_DAYS = 15;

/** The statement of defence (答辩状): 15 days from service of the complaint (行政诉讼法 §67). */
export function defenceDeadline({ served }: { readonly served: CivilDate }, calendar: Calendar): Deadline {
  return ofLaw("defence", "complaint", served, DEFENCE_DAYS, calendar);
}

/**
 * The evidence and what the act rests on (证据和规范性文件): with the defence (行政诉讼法 §34, §67), or, where the court has given more
 * time (§36), until the day it set. Evidence that comes later counts as none.
 */
export function evidenceDeadline(
  {
    served,
    extended,
  }: {
    readonly served: CivilDate;
    /** The court's word: when it was given, and until when there is time. */
    readonly extended?: { readonly on: CivilDate; readonly until: CivilDate } | undefined;
  },
  calendar: Calendar,
): Deadline {
  const deadline = ofLaw("evidence", "complaint", served, DEFENCE_DAYS, calendar);
  if (extended === undefined || extended.until <= deadline.due) return deadline;
  const { on, until } = extended;
  return {
    ...deadline,
    due: until,
    hardDue: until,
    provisional: false,
    explanation: { ...deadline.explanation, extended: { on, until } },
  };
}

/**
 * The appeal (上诉): 15 days from service of a judgment, 10 of a ruling (行政诉讼法 §85); `days` where the paper itself gives another period, as
 * to whoever has no domicile here.
 */
export function appealDeadline(
  {
    served,
    against,
    days = against === "judgment" ? 15 : 10,
  }: { readonly served: CivilDate; readonly against: "judgment" | "ruling"; readonly days?: number },
  calendar: Calendar,
): Deadline {
  return ofLaw("appeal", against, served, days, calendar);
}

/** The day on which a judgment takes effect against which nobody appeals: that after the last day to appeal. */
export function effectiveDay(appeal: Deadline): CivilDate {
  return addDays(appeal.due, 1);
}

/**
 * What a judgment orders (重作、给付、履行、公开) within so many days: from the day it took effect, or from its service where it says
 * so; a last day off rolls (行诉解释 §48).
 */
export function performanceDeadline(
  {
    from,
    start,
    days,
    provisional = false,
  }: {
    readonly from: "effect" | "judgment";
    readonly start: CivilDate;
    readonly days: number;
    /** Whether the start itself may still move: that of a judgment whose period to appeal is provisional. */
    readonly provisional?: boolean;
  },
  calendar: Calendar,
): Deadline {
  const deadline = ofLaw("performance", from, start, days, calendar);
  return { ...deadline, provisional: deadline.provisional || provisional };
}

/** The answer to a judicial suggestion (司法建议): by the day it names, or within so many days of the day it came. */
export function suggestionDeadline(
  {
    served,
    ...term
  }: { readonly served: CivilDate } & ({ readonly by: CivilDate } | { readonly days: number }),
  calendar: Calendar,
): Deadline {
  const period = count(served, "days" in term ? term.days : 0, true, calendar);
  const explanation = { startedBy: "suggestion" as const, ...period.explained };
  if ("days" in term) return { kind: "suggestion", ...rolled(period), explanation };
  // A day that is written out is that day, whatever day it is.
  const { by } = term;
  const written = { ...explanation, days: 0, rolls: false, rawEnd: by, rolledEnd: by, roll: [] };
  return { kind: "suggestion", due: by, provisional: false, explanation: written };
}

function ofLaw(
  kind: Deadline["kind"],
  startedBy: PeriodStart,
  start: CivilDate,
  days: number,
  calendar: Calendar,
): Deadline {
  const period = count(start, days, true, calendar);
  return {
    kind,
    ...rolled(period),
    hardDue: period.roll.date,
    explanation: { startedBy, ...period.explained },
  };
}
