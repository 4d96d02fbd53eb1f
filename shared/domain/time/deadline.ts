/**
 * The periods an agency owes: its report within 3 days (三日报告), its filing within 2 days (二日备案), and the
 * statutory ones beside them. The starting day is not counted; a last day off rolls to the next working day
 * (行诉解释 §48). Each deadline carries how it was found.
 */
import type { Calendar, Roll } from "./calendar.ts";
import { addDays, type CivilDate, type ClockTime, daysBetween, isoMoment } from "./time.ts";

export type DeadlineKind = "report" | "filing" | "defence" | "appeal";

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
}

export const DEFAULT_PERIODS: PeriodPolicy = {
  reportDays: 3,
  filingDays: 2,
  rollReport: true,
  rollFiling: true,
};

/** How a deadline was found; {@link explain} puts it into sentences. */
export interface Explanation {
  /** In Chinese: what is owed to whom within how many days. */
  readonly rule: string;
  readonly legalBasis: string;
  /** In Chinese: what started the period. */
  readonly startEvent: string;
  readonly start: CivilDate;
  /** The last day as counted, before the roll. */
  readonly rawEnd: CivilDate;
  /** The last day after the roll, before the hearing cuts it. */
  readonly rolledEnd: CivilDate;
  /** One sentence per day the roll looked at; none where the period does not roll. */
  readonly roll: readonly string[];
  readonly calendarVersion: string;
  /** In Chinese: after which moment the duty can no longer be met, where there is one. */
  readonly hardLimit?: string;
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

const COUNTING = "期间开始之日不计入，最后一日为节假日的顺延至节假日后第一日（行诉解释第48条）";
const COUNTING_WITHOUT_ROLL = "期间开始之日不计入（行诉解释第48条），按本地设置遇节假日不顺延";

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
  const [who, event] = designated ? ["被指派单位", "接受出庭指派"] : ["行政机关", "收到传票"];
  const period = count(served, policy.reportDays, policy.rollReport, calendar);
  const cut = hearing !== undefined && hearing.date < period.roll.date;
  const explanation: Explanation = {
    rule: `${who}${event}后${policy.reportDays}日内向同级司法局报告应诉意见（三日报告）`,
    legalBasis: `本地行政应诉工作制度；期间计算参照：${policy.rollReport ? COUNTING : COUNTING_WITHOUT_ROLL}`,
    startEvent: `${served}${event}`,
    ...period.explained,
  };
  if (hearing === undefined) return { kind: "report", ...rolled(period), explanation };
  const hardDue = isoMoment(hearing.date, hearing.time);
  return {
    kind: "report",
    due: cut ? hearing.date : period.roll.date,
    hardDue,
    // Counted to the hearing's day or past it, the report is due that day whatever the notice will say.
    provisional: period.roll.provisional && period.rawEnd < hearing.date,
    explanation: {
      ...explanation,
      hardLimit: `${hearing.date}${hearing.time ? ` ${hearing.time}` : ""}开庭，报告不得迟于开庭${cut ? `，故期限截至${hearing.date}` : ""}${tooLate(served, hearing.date, event)}`,
    },
  };
}

/** Where the summons came on the day of the hearing or after it, counting days is of no help: what to do instead. */
function tooLate(served: CivilDate, hearing: CivilDate, event: string): string {
  if (hearing > served) return "";
  if (hearing === served) return `；${event}当日即开庭，请在开庭前立即报告`;
  return `；开庭早于${event}，请先核对两个日期，属实的立即报告并向法院说明`;
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
    explanation: {
      rule: `庭审结束后${policy.filingDays}日内将出庭应诉情况报同级司法局备案（二日备案）`,
      legalBasis: `本地行政应诉工作制度；期间计算参照：${policy.rollFiling ? COUNTING : COUNTING_WITHOUT_ROLL}`,
      startEvent: `${hearing.date}开庭`,
      ...period.explained,
      hardLimit: `${period.roll.date}届满未备案即为逾期`,
    },
  };
}

/** The statement of defence (答辩状): 15 days from service of the complaint (行政诉讼法 §67). */
export function defenceDeadline({ served }: { readonly served: CivilDate }, calendar: Calendar): Deadline {
  const period = count(served, 15, true, calendar);
  return {
    kind: "defence",
    ...rolled(period),
    hardDue: period.roll.date,
    explanation: {
      rule: "被告应当在收到起诉状副本之日起15日内提交答辩状和证据、依据",
      legalBasis: `行政诉讼法第67条；${COUNTING}`,
      startEvent: `${served}收到起诉状副本`,
      ...period.explained,
    },
  };
}

/** The appeal (上诉): 15 days from service of a judgment, 10 of a ruling (行政诉讼法 §85). */
export function appealDeadline(
  { served, against }: { readonly served: CivilDate; readonly against: "judgment" | "ruling" },
  calendar: Calendar,
): Deadline {
  const [paper, days] = against === "judgment" ? (["判决书", 15] as const) : (["裁定书", 10] as const);
  const period = count(served, days, true, calendar);
  return {
    kind: "appeal",
    ...rolled(period),
    hardDue: period.roll.date,
    explanation: {
      rule: `当事人不服一审的，应当在${paper}送达之日起${days}日内上诉`,
      legalBasis: `行政诉讼法第85条；${COUNTING}`,
      startEvent: `${served}收到${paper}`,
      ...period.explained,
    },
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

/** The explanation as Chinese sentences: rule, basis, start, counting, roll, hard limit, calendar. */
export function explain({ due, provisional, explanation: why }: Deadline): string[] {
  return [
    `规则：${why.rule}。`,
    `依据：${why.legalBasis}。`,
    `起算：${why.startEvent}，自${addDays(why.start, 1)}起计算。`,
    `期间最后一日：${why.rawEnd}。`,
    why.rolledEnd === why.rawEnd
      ? `顺延：无${why.roll.length === 0 ? "" : `（${why.roll.join("；")}）`}。`
      : `顺延：至${why.rolledEnd}（${why.roll.join("；")}）。`,
    ...(why.hardLimit === undefined ? [] : [`最晚时限：${why.hardLimit}。`]),
    `日历：${why.calendarVersion}。`,
    `截止日期：${due}${provisional ? "（暂定，节假日安排公布后重新计算）" : ""}。`,
  ];
}

interface Period {
  readonly rawEnd: CivilDate;
  readonly roll: Roll;
  readonly explained: Pick<Explanation, "start" | "rawEnd" | "rolledEnd" | "roll" | "calendarVersion">;
}

function count(start: CivilDate, days: number, rolls: boolean, calendar: Calendar): Period {
  const rawEnd = addDays(start, days);
  const roll = rolls ? calendar.rollForward(rawEnd) : { date: rawEnd, provisional: false, steps: [] };
  return {
    rawEnd,
    roll,
    explained: {
      start,
      rawEnd,
      rolledEnd: roll.date,
      roll: roll.steps,
      calendarVersion: calendar.version,
    },
  };
}

function rolled({ roll }: Period): { due: CivilDate; provisional: boolean } {
  return { due: roll.date, provisional: roll.provisional };
}
