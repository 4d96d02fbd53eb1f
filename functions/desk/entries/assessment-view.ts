/** A unit's assessment (年度考核) as pages show it: the score line by line, objections and answers. */

import { html } from "hono/html";
import type { ScoreShown } from "../../../shared/domain/notices/frame/shown.ts";
import type { Assessment } from "../../../shared/domain/programme/entry.ts";
import { printedDate, printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { scoreLines } from "../../../shared/letters/wording/assessment-wording.ts";
import { factList } from "../frame/case-view.ts";
import { actorField, type Filled, radios, textArea } from "../frame/fields.ts";
import type { FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";
import { dataTable } from "../frame/table.ts";

export function assessmentView({ unit, draft, final, objectUntil, objections }: Assessment): Markup {
  return html`${factList(
    fact("单位", unit.name),
    fact("状态", final === undefined ? `征求意见，${printedDate(objectUntil)}前可以提出异议` : "已定稿"),
  )}
${final === undefined ? "" : scoreTable("考核结果", final)}${scoreTable(final === undefined ? "考核结果（征求意见）" : "征求意见稿", draft)}
${objections.map(
  ({ at, by, text, answer }, index) =>
    html`<h2>第${index + 1}次异议</h2>${factList(
      fact("异议", text, [`${by}，${printedMoment(at)}`]),
      answer &&
        fact(answer.accepted ? "采纳" : "不采纳", answer.text, [`${answer.by}，${printedMoment(answer.at)}`]),
    )}`,
)}`;
}

function scoreTable(caption: string, shown: ScoreShown): Markup {
  const { score, rank, ranked, grade } = shown;
  const place = rank === undefined ? "" : `，第${rank}名（共${ranked}个）`;
  const named = grade === undefined ? "" : `，${grade}`;
  return dataTable({
    caption: `${caption}：${score}分${place}${named}`,
    columns: ["指标", "得分", "计算依据"],
    rows: scoreLines(shown).map(({ name, score: own, why }) => [name, own, why]),
    empty: "没有指标。",
  });
}

export function objectionAnswerFields(filled: Filled): Markup {
  return html`<h2>答复异议</h2><p>采纳的，请先在案件中更正事实；定稿时按更正后的数据重新计算。</p>
${radios(filled, {
  name: "verdict",
  label: "处理结果",
  options: [
    ["accept", "采纳"],
    ["reject", "不采纳"],
  ],
})}
${textArea(filled, { name: "text", label: "答复内容", rows: 4 })}
${actorField(filled, "答复人")}`;
}

export function readObjectionAnswer(reader: FormReader) {
  const verdict = reader.choice("verdict", "处理结果", ["accept", "reject"]);
  const text = reader.text("text", "答复内容", 1000);
  return verdict && ({ type: "answer-objection", accepted: verdict === "accept", text } as const);
}
