/** How letters, pages and the bulletin speak of judicial suggestions (司法建议): what one is about, how it was answered, what makes one possible. */
import type { SuggestionShown } from "../../domain/notices/suggestion.ts";
import type { SuggestionTrigger } from "../../domain/statistics/judicial-suggestion.ts";
import type { Adoption, SuggestionDoubt, SuggestionState } from "../../domain/suggestion/suggestion.ts";
import type { ReplyTerm, SuggestionSort } from "../../domain/suggestion/suggestion-paper.ts";
import { printedDate } from "../frame/dates.ts";

/** 负责人出庭应诉 … */
export function sortName(sort: SuggestionSort): string {
  return {
    "head-absent": "负责人出庭应诉",
    governance: "综合治理",
    performance: "裁判执行",
    other: "其他",
  }[sort];
}

/** 采纳 … */
export function adoptionName(adoption: Adoption): string {
  return { adopted: "采纳", partly: "部分采纳", not: "不采纳" }[adoption];
}

/** 待复函 … */
export function suggestionStateName(state: SuggestionState): string {
  return { "to-check": "待核对", "awaiting-reply": "待复函", replied: "已复函" }[state];
}

/** What must be looked at before its addressee hears of it. */
export function suggestionDoubtName(doubt: SuggestionDoubt): string {
  return {
    addressee: "主送单位不在名录中，或者不唯一",
    advice: "没有读出建议内容",
    court: "没有读出发出建议的人民法院",
  }[doubt];
}

/** 收到之日起60日内 … */
export function termName(term: ReplyTerm): string {
  if ("by" in term) return `${printedDate(term.by)}前`;
  if ("months" in term) return `收到之日起${term.months}个月内`;
  if ("workingDays" in term) return `收到之日起${term.workingDays}个工作日内`;
  return `收到之日起${term.days}日内`;
}

/** The proposal by its number, or by its court and day. */
export function suggestionTitle({
  number,
  court,
  issuedOn,
}: Pick<SuggestionShown, "number" | "court" | "issuedOn">): string {
  if (number !== undefined) return `${number}司法建议书`;
  return `${court}${issuedOn === undefined ? "" : printedDate(issuedOn)}司法建议书`;
}

/** 未经许可中途退庭 … */
export function triggerLabel(trigger: SuggestionTrigger): string {
  return {
    "no-reason": "未出庭且未说明理由或者理由不成立",
    "absent-after-postponement": "延期后再次开庭仍未出庭",
    "nobody-came": "负责人和相应工作人员均未出庭",
    "left-early": "未经许可中途退庭",
    "refused-to-explain": "拒绝解释说明致庭审无法进行",
  }[trigger];
}
