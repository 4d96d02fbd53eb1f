/**
 * The periods an agency owes: its report within 3 days (三日报告), its filing within 2 days (二日备案), and the
 * statutory ones beside them. The starting day is not counted; a last day off rolls to the next working day
 * (行诉解释 §48). Each deadline carries how it was found.
 */
import type { Calendar, DayLookedAt, Roll } from "./calendar.ts";
import { addDays, type CivilDate, type ClockTime, daysBetween, isoMoment } from "./time.ts";

/** What an agency owes its bureau for a sitting: 三日报告, 二日备案. */
export type SittingDeadlineKind = "report" | "filing";

/** What it owes in a case beside its sittings (case-duties); the periods of the law are counted in duty-deadlines.ts. */
export type DutyKind =
  /** 答辩. */
  | "defence"
  /** 举证. */
  | "evidence"
  /** 上诉决定: to appeal or to accept the judgment. */
  | "appeal"
  /** 履行生效裁判. */
  | "performance"
  /** 败诉案件报告. */
  | "loss-report"
  /** 司法建议复函. */
  | "suggestion";

export type DeadlineKind = SittingDeadlineKind | DutyKind;

/** A hearing as far as deadlines know it: its day, and its hour where the summons gives one. */
export interface HearingTime {
  readonly date: CivilDate;
  readonly time?: ClockTime;
}

/** The internal periods of a jurisdiction, in calendar days; a policy, not law. */
export interface PeriodPolicy {
  readonly reportDays: number;
  readonly filingDays: number;
  /** Whether a last day off rolls to the next working day. */
  readonly rollReport: boolean;
  readonly rollFiling: boolean;
  /** Days in which a judicial suggestion (司法建议) is answered that sets no day itself. */
  readonly suggestionDays: number;
  /** Days from the day a judgment took effect in which an agency reports a case it lost (败诉案件报告). */
  readonly lossReportDays: number;
}

export const DEFAULT_PERIODS: PeriodPolicy = {
  reportDays: 3,
  filingDays: 2,
  rollReport: true,
  rollFiling: true,
  suggestionDays: 60,
  lossReportDays: 30,
};

/**
 * What started a period: the summons, an agency's designation (出庭指派), a hearing, the complaint, a judgment or ruling, the day a judgment took
 * effect (生效), a judicial suggestion (司法建议), a notice to the principal (主要负责人出庭通知).
 */
export type PeriodStart =
  | "summons"
  | "designation"
  | "hearing"
  | "complaint"
  | "judgment"
  | "ruling"
  | "effect"
  | "suggestion"
  | "principal-notice";

/** How a deadline was found, step by step; `letters` puts it into sentences. */
export interface Explanation {
  readonly startedBy: PeriodStart;
  readonly start: CivilDate;
  /** As many days after the start. */
  readonly days: number;
  /** Whether a last day off rolls to the next working day: by law, or for an internal period by the policy. */
  readonly rolls: boolean;
  /** The last day as counted, before the roll. */
  readonly rawEnd: CivilDate;
  /** The last day after the roll, before the hearing cuts it. */
  readonly rolledEnd: CivilDate;
  /** The days the roll looked at; none where the period does not roll. */
  readonly roll: readonly DayLookedAt[];
  /** See {@link Calendar.version}. */
  readonly calendarVersion: string;
  /** The hearing after which a report is of no use. */
  readonly hearing?: HearingTime;
  /** It is to be done so many days before the period ends, by the policy: a decision whether to appeal. */
  readonly ahead?: { readonly days: number };
  /** The court, or whoever set the period, gave more time: when, and until when. */
  readonly extended?: { readonly on: CivilDate; readonly until: CivilDate };
  /** The agency heard of the duty so late that the period counted was no time at all: since when it knows, and until when it has. */
  readonly told?: { readonly on: CivilDate; readonly until: CivilDate };
}

export interface Deadline {
  readonly kind: DeadlineKind;
  /** The last day on which the duty is met in time. */
  readonly due: CivilDate;
  /**
   * The moment after which it is of no use or plainly breached: a civil date, or `2026-10-15T09:00:00+08:00`
   * where the hearing's hour is known. Absent where nothing limits it but `due`.
   */
  readonly hardDue?: string;
  /** Whether a holiday notice that is not published yet may move `due`. */
  readonly provisional: boolean;
  readonly explanation: Explanation;
}

/**
 * The report (三日报告) an agency owes its bureau after the summons. Due by the rolled third day, never later
 * than the hearing's day; the hearing itself is the hard limit, since a report after it is of no use.
 */
export function reportDeadline(
  {
    served,
    hearing,
    designated = false,
  }: {
    readonly served: CivilDate;
    readonly hearing?: HearingTime | undefined;
    /** It runs from an agency's designation (出庭指派) on that day, not from the summons. */
    readonly designated?: boolean;
  },
  policy: PeriodPolicy,
  calendar: Calendar,
): Deadline {
  const period = count(served, policy.reportDays, policy.rollReport, calendar);
  const explanation: Explanation = {
    startedBy: designated ? "designation" : "summons",
    ...period.explained,
    ...(hearing !== undefined && { hearing: onlyTime(hearing) }),
  };
  if (hearing === undefined) return { kind: "report", ...rolled(period), explanation };
  const cut = hearing.date < period.roll.date;
  return {
    kind: "report",
    due: cut ? hearing.date : period.roll.date,
    hardDue: isoMoment(hearing.date, hearing.time),
    // Counted to the hearing's day or past it, the report is due that day whatever the notice will say.
    provisional: period.roll.provisional && period.rawEnd < hearing.date,
    explanation,
  };
}

/** Whoever asks may know more of the hearing. */
function onlyTime({ date, time }: HearingTime): HearingTime {
  return { date, ...(time !== undefined && { time }) };
}

/** The filing (二日备案) of who appeared, owed to the bureau after the hearing. The last day is hard. */
export function filingDeadline(
  { hearing }: { readonly hearing: HearingTime },
  policy: PeriodPolicy,
  calendar: Calendar,
): Deadline {
  const period = count(hearing.date, policy.filingDays, policy.rollFiling, calendar);
  return {
    kind: "filing",
    ...rolled(period),
    hardDue: period.roll.date,
    explanation: { startedBy: "hearing", ...period.explained },
  };
}

/**
 * The deadline of someone who hears of the duty on a day. Nobody is late with what he was told of less than one working day
 * before: then he has as many working days from that day, a report still no longer than to its hearing.
 */
export function toldOn(deadline: Deadline, on: CivilDate, workingDays: number, calendar: Calendar): Deadline {
  const { due, explanation } = deadline;
  if (calendar.rollForward(addDays(on, 1)).date <= due) return deadline;
  let until = on;
  let provisional = deadline.provisional;
  for (let day = 0; day < workingDays; day += 1) {
    const next = calendar.rollForward(addDays(until, 1));
    until = next.date;
    provisional ||= next.provisional;
  }
  const { hearing } = explanation;
  const last = hearing !== undefined && hearing.date < until ? hearing.date : until;
  if (last <= due) return deadline;
  return {
    ...deadline,
    due: last,
    ...(deadline.kind === "filing" && { hardDue: last }),
    provisional,
    explanation: { ...explanation, told: { on, until: last } },
  };
}

/** From how many clear days on a notice of appearance (出庭通知书) came with room to spare, or in time at all. */
export interface NoticeMarginPolicy {
  readonly warnBelow: number;
  readonly violationBelow: number;
}

const DEFAULT_NOTICE_MARGIN: NoticeMarginPolicy = { warnBelow: 4, violationBelow: 3 };

/**
 * Whether a notice of appearance came 3 days before the hearing (法释〔2020〕3号 §5). Counted backwards, so it
 * never rolls; a clear day (整日) is neither that of service nor that of the hearing.
 */
export function noticeMargin(
  { served, hearing }: { readonly served: CivilDate; readonly hearing: CivilDate },
  policy: NoticeMarginPolicy = DEFAULT_NOTICE_MARGIN,
): { readonly clearDays: number; readonly verdict: "ample" | "tight" | "violation" } {
  const clearDays = Math.max(0, daysBetween(served, hearing) - 1);
  if (clearDays < policy.violationBelow) return { clearDays, verdict: "violation" };
  return { clearDays, verdict: clearDays < policy.warnBelow ? "tight" : "ample" };
}

/** A period as it was counted. */
export interface Period {
  readonly rawEnd: CivilDate;
  readonly roll: Roll;
  readonly explained: Omit<Explanation, "startedBy" | "hearing">;
}

/** A period of calendar days: the day it starts on is not counted, the last one rolls where it may. */
export function count(start: CivilDate, days: number, rolls: boolean, calendar: Calendar): Period {
  const rawEnd = addDays(start, days);
  const roll = rolls ? calendar.rollForward(rawEnd) : { date: rawEnd, provisional: false, days: [] };
  return {
    rawEnd,
    roll,
    explained: {
      start,
      days,
      rolls,
      rawEnd,
      rolledEnd: roll.date,
      roll: roll.days,
      calendarVersion: calendar.version,
    },
  };
}

/** The last day of a period by whose day nothing else hangs; one off rolls to the next working day (行诉解释 §48), as with all periods. */
export function lastDayOf(start: CivilDate, days: number, calendar: Calendar): CivilDate {
  return count(start, days, true, calendar).roll.date;
}

/** The last day of a period, and whether a holiday notice may move it. */
export function rolled({ roll }: Period): { due: CivilDate; provisional: boolean } {
  return { due: roll.date, provisional: roll.provisional };
}
