/** 应由正职出庭 as pages show it: why, and where the matter of an absence stands. Nothing where no principal is owed. */
import { html } from "hono/html";
import {
  type PrincipalStanding,
  principalOwed,
  principalStanding,
} from "../../../shared/domain/case-file/principals.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { callClassName, principalReasons } from "../../../shared/letters/wording/principal-wording.ts";
import { factList } from "../frame/case-view.ts";
import type { Markup } from "../frame/page.ts";

/** Of one respondent. */
export function principalsView(file: CaseFile, respondent: string): Markup {
  const owed = principalOwed(file, respondent);
  const classes = file.principals?.choice?.classes ?? [];
  if (owed === undefined && classes.length === 0) return html``;
  const standing = principalStanding(file, respondent);
  return html`<h3>${respondent}：出庭要求</h3>${factList(
    classes.length === 0 ? undefined : fact("案件类别", classes.map(callClassName).join("、")),
    owed && fact("应由正职出庭", principalReasons(owed.reasons)),
    standing && fact("正职出庭安排", standingWords(standing)),
    standing && "text" in standing ? fact("不能出庭的说明", standing.text) : undefined,
    standing && "answer" in standing
      ? fact("批复意见", standing.answer.text === "" ? "无" : standing.answer.text, [
          `${standing.answer.by}，${printedMoment(standing.answer.at)}`,
        ])
      : undefined,
  )}`;
}

function standingWords(standing: PrincipalStanding): string {
  switch (standing.state) {
    case "expected":
      return "尚未报告";
    case "comes":
      return "正职出庭（已报告）";
    case "unexplained":
      return "报告由其他负责人出庭，尚未说明正职不能出庭的原因";
    case "explained":
      return standing.leader === undefined ? "已说明正职不能出庭的原因" : `已说明，待${standing.leader}批复`;
    case "approved":
      return "正职不出庭，已经上级领导同意";
    case "refused":
      return "上级领导不同意，正职应当出庭";
    default:
      return standing satisfies never;
  }
}
