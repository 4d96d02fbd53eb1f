/** How the bulletin names what makes a judicial suggestion (司法建议) possible. */
import type { SuggestionTrigger } from "../../domain/statistics/judicial-suggestion.ts";

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
