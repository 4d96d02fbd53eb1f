/** How letters and the command line speak of a deadline: the last day, by what rule, and step by step how it was found. */
import type { DayLookedAt, DayReason } from "../../domain/time/calendar.ts";
import type { Deadline, DeadlineKind, Explanation, PeriodStart } from "../../domain/time/deadline.ts";
import { addDays, type CivilDate, type ClockTime, dayOfWeek } from "../../domain/time/time.ts";
import { dateWithWeekday, hearingMoment, printedDate, printedTime } from "../frame/dates.ts";
import type { LabelledFact } from "../frame/letter.ts";

/** How days and hours are written: as letters print them, or as they are kept. */
interface Writing {
  readonly day: (date: CivilDate) => string;
  readonly hour: (time: ClockTime) => string;
}
const PRINTED: Writing = { day: printedDate, hour: printedTime };
const AS_KEPT: Writing = { day: (date) => date, hour: (time) => time };

/** 2026年9月20日（星期日）前（含当日）; a provisional one says so beside the weekday. What the hearing cuts ends with its hour. */
export function lastDay({ due, provisional, explanation: { hearing } }: Deadline): string {
  if (hearing?.date === due) return `${hearingMoment(hearing)}开庭前`;
  const day = dateWithWeekday(due);
  return `${provisional ? day.replace("）", "，暂定）") : day}前（含当日）`;
}

/** The deadline as a fact of a letter, with its counting and its basis below. */
export function deadlineFact(label: string, deadline: Deadline): LabelledFact {
  return {
    label,
    value: lastDay(deadline),
    notes: [howCounted(deadline), `依据：${legalBasis(deadline)}。`],
  };
}

/**
 * The counting in short: start, last day as counted, the roll or the make-up working day, what the hearing cuts
 * off, and whether a holiday notice may still move it.
 */
function howCounted({ due, provisional, explanation }: Deadline): string {
  const { start, rawEnd, rolledEnd, roll, hearing, told, extended, ahead } = explanation;
  const weekend = dayOfWeek(rolledEnd) === 0 || dayOfWeek(rolledEnd) === 6;
  const [first] = roll;
  const sentences = [
    `计算：${startEvent(explanation, PRINTED)}，自${printedDate(addDays(start, 1))}起算，期间最后一日为${printedDate(rawEnd)}`,
    ...(rolledEnd === rawEnd || first === undefined
      ? []
      : [`${dayWords(first, PRINTED)}，顺延至${printedDate(rolledEnd)}`]),
    // Nobody believes a Sunday to be a last day without a reason.
    ...(weekend ? roll.slice(-1).map((day) => dayWords(day, PRINTED)) : []),
    ...(hearing !== undefined && due !== rolledEnd ? [hearingLimit(explanation, hearing, PRINTED)] : []),
    ...(extended === undefined ? [] : [extendedWords(extended, PRINTED)]),
    ...(ahead === undefined ? [] : [aheadWords(ahead)]),
    ...(told === undefined ? [] : [toldWords(told, PRINTED)]),
  ];
  const note = provisional ? "本期限为暂定，当年节假日安排公布后重新计算。" : "";
  return `${sentences.join("；")}。${note}`;
}

/** Whoever hears of it late has time from then. */
function toldWords({ on, until }: NonNullable<Explanation["told"]>, { day }: Writing): string {
  return `${day(on)}首次告知，办理时间延至${day(until)}`;
}

/** Before the period itself ends. */
function aheadWords({ days }: NonNullable<Explanation["ahead"]>): string {
  return `按本地行政应诉工作制度，届满${days}日前作出决定，遇非工作日提前`;
}

/** More time was given. */
function extendedWords({ on, until }: NonNullable<Explanation["extended"]>, { day }: Writing): string {
  return `${day(on)}准许延期至${day(until)}`;
}

/** The whole explanation, a sentence each: rule, basis, start, counting, roll, hard limit, calendar; dates as `2026-09-28`. */
export function explain(deadline: Deadline): string[] {
  const { due, provisional, explanation } = deadline;
  const { start, rawEnd, rolledEnd, roll, calendarVersion, told, extended, ahead } = explanation;
  const looked = roll.map((day) => dayWords(day, AS_KEPT)).join("；");
  const limit = hardLimit(deadline, AS_KEPT);
  return [
    `规则：${rule(deadline)}。`,
    `依据：${legalBasis(deadline)}。`,
    `起算：${startEvent(explanation, AS_KEPT)}，自${addDays(start, 1)}起计算。`,
    `期间最后一日：${rawEnd}。`,
    rolledEnd === rawEnd
      ? `顺延：无${looked === "" ? "" : `（${looked}）`}。`
      : `顺延：至${rolledEnd}（${looked}）。`,
    ...(limit === undefined ? [] : [`最晚时限：${limit}。`]),
    ...(ahead === undefined ? [] : [`提前：${aheadWords(ahead)}。`]),
    ...(extended === undefined ? [] : [`延期：${extendedWords(extended, AS_KEPT)}。`]),
    ...(told === undefined ? [] : [`首次告知：${toldWords(told, AS_KEPT)}。`]),
    `日历：${calendarVersion === "" ? "无节假日数据" : sourceOfDays(calendarVersion)}。`,
    `截止日期：${due}${provisional ? "（暂定，节假日安排公布后重新计算）" : ""}。`,
  ];
}

/** What happened on the starting day, and to whom a report is owed after it. */
const STARTS: Readonly<Record<PeriodStart, string>> = {
  summons: "收到传票",
  designation: "接受出庭指派",
  hearing: "开庭",
  complaint: "收到起诉状副本",
  judgment: "收到判决书",
  ruling: "收到裁定书",
  effect: "裁判生效",
  suggestion: "收到司法建议书",
  "principal-notice": "收到主要负责人出庭通知",
};

function startEvent({ start, startedBy }: Explanation, { day }: Writing): string {
  return `${day(start)}${STARTS[startedBy]}`;
}

/** What is owed to whom within how many days. */
function rule({ kind, explanation: { startedBy, days } }: Deadline): string {
  const start = STARTS[startedBy];
  const rules: Readonly<Record<DeadlineKind, string>> = {
    report: `${startedBy === "designation" ? "被指派单位" : "行政机关"}${STARTS[startedBy]}后${days}日内向司法局报告应诉意见（三日报告）`,
    filing: `庭审结束后${days}日内将出庭应诉情况报司法局备案（二日备案）`,
    defence: `被告应当在收到起诉状副本之日起${days}日内提交答辩状和证据、依据`,
    evidence: `被告应当在收到起诉状副本之日起${days}日内提交作出行政行为的证据和所依据的规范性文件`,
    appeal: `当事人不服一审的，应当在${startedBy === "ruling" ? "裁定书" : "判决书"}送达之日起${days}日内上诉`,
    performance: `被告应当在${start}之日起${days}日内履行裁判确定的义务`,
    "loss-report": `败诉单位应当在${start}之日起${days}日内报告败诉原因和整改`,
    suggestion:
      days === 0
        ? "被建议单位应当在司法建议书写明的日期前答复"
        : `被建议单位应当在${start}之日起${days}日内答复人民法院`,
  };
  return rules[kind];
}

const INTERNAL = "本地行政应诉工作制度；期间计算参照：";
const BASES: Readonly<Record<DeadlineKind, string>> = {
  report: INTERNAL,
  filing: INTERNAL,
  defence: "行政诉讼法第67条；",
  evidence: "行政诉讼法第34条、第36条、第67条；",
  appeal: "行政诉讼法第85条；",
  performance: "行政诉讼法第94条；",
  "loss-report": INTERNAL,
  suggestion: INTERNAL,
};
const COUNTING = "期间开始之日不计入，最后一日为节假日的顺延至节假日后第一日（行诉解释第48条）";
const COUNTING_WITHOUT_ROLL = "期间开始之日不计入（行诉解释第48条），按本地设置遇节假日不顺延";

function legalBasis({ kind, explanation: { rolls, days } }: Deadline): string {
  if (kind === "suggestion" && days === 0) return "司法建议书写明的答复日期";
  return `${BASES[kind]}${rolls ? COUNTING : COUNTING_WITHOUT_ROLL}`;
}

/** After which moment the duty can no longer be met, where there is one. */
function hardLimit({ kind, explanation }: Deadline, writing: Writing): string | undefined {
  const { hearing, rolledEnd } = explanation;
  if (kind === "filing") return `${writing.day(explanation.told?.until ?? rolledEnd)}届满未备案即为逾期`;
  return hearing && hearingLimit(explanation, hearing, writing);
}

function hearingLimit(
  { start, startedBy, rolledEnd }: Explanation,
  { date, time }: NonNullable<Explanation["hearing"]>,
  { day, hour }: Writing,
): string {
  const moment = `${day(date)}${time === undefined ? "" : ` ${hour(time)}`}`;
  const cut = date < rolledEnd ? `，故期限截至${day(date)}` : "";
  return `${moment}开庭，报告不得迟于开庭${cut}${tooLate(start, date, STARTS[startedBy])}`;
}

/** Where the summons came on the day of the hearing or after it, counting days is of no help: what to do instead. */
function tooLate(served: CivilDate, hearing: CivilDate, event: string): string {
  if (hearing > served) return "";
  if (hearing === served) return `；${event}当日即开庭，请在开庭前立即报告`;
  return `；开庭早于${event}，请先核对两个日期，属实的立即报告并向法院说明`;
}

const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
const REASONS: Readonly<Record<DayReason, string>> = {
  workday: "工作日",
  weekend: "休息日",
  "made-up": "调休上班",
  holiday: "节假日安排放假",
  "new-year": "元旦",
  "labour-day": "劳动节",
  "national-day": "国庆节",
};

/** 2026年9月20日为周日，调休上班. */
function dayWords({ date, reason, missing }: DayLookedAt, { day }: Writing): string {
  const words = `${day(date)}为${WEEKDAYS[dayOfWeek(date)]}，${REASONS[reason]}`;
  if (missing === undefined) return words;
  const years = `${missing.years.join("、")}年节假日安排`;
  return `${words}（${missing.past ? `日历缺${years}` : `${years}尚未公布`}，暂按周末推算）`;
}

/** What an admin entered is the State Council's, whenever that was. */
function sourceOfDays(calendarVersion: string): string {
  return calendarVersion.replaceAll(/notice@[\d:T-]+/g, "国务院办公厅通知");
}
