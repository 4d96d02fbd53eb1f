/** What a bureau gives a bulletin, as a form's fields: filled in, shown, read. */
import { html } from "hono/html";
import type { Signing } from "../../../shared/domain/signing/signing.ts";
import {
  type BulletinContent,
  CIRCLES,
  type Circle,
  UNIT_LISTS,
  type UnitList,
} from "../../../shared/domain/statistics/bulletin-content.ts";
import { type Filled, textArea, textField, tick } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";

const CIRCLE_NAMES: Readonly<Record<Circle, string>> = {
  governments: "县区人民政府",
  bureaus: "县区司法局",
  courts: "人民法院",
  agencies: "行政机关",
};
const LIST_NAMES: Readonly<Record<UnitList, string>> = {
  agencies: "各被诉行政机关名单和出庭率",
  absences: "未出庭案件的单位、案号和原因",
  open: "待核实事项的单位和案号",
  suggestions: "司法建议的文号、主送单位和复函情况",
  changes: "重新印发时与上一版相比的变化（案号和单位）",
};
const MOST_LINES = 30;
const MOST_CHARACTERS = 1500;

/** The fields' values: what was saved, and numbers proposed where none was. */
export function filledContent(
  { content }: Signing,
  proposed: Pick<BulletinContent, "issue" | "document">,
): Form {
  const { analysis, demands, calledFor, to, shown } = content;
  const issue = content.issue ?? proposed.issue;
  const yes = (name: string, is: boolean) => (is ? [[name, "yes"] as const] : []);
  return Object.fromEntries([
    ["analysis", analysis.join("\n")],
    ["demands", demands.join("\n")],
    ["issue", issue === undefined ? "" : String(issue)],
    ["document", content.document ?? proposed.document ?? ""],
    ...yes("calledFor", calledFor),
    ...CIRCLES.flatMap((circle) => yes(`to-${circle}`, to.includes(circle))),
    ...UNIT_LISTS.flatMap((list) => yes(`shown-${list}`, shown.includes(list))),
  ]);
}

/** The fields; `calledFor`: what the figures call for, `count` how many units each circle has. */
export function contentFields(
  filled: Filled,
  calledFor: readonly string[],
  count: Readonly<Record<Circle, number>>,
): Markup {
  return html`<h2>文字和编号</h2>
${textField(filled, { name: "issue", label: "期号", hint: "本年度第几期，只填数字；系统按本年度已签发的期数建议。" })}
${textField(filled, { name: "document", label: "发文字号（可不填）", hint: "例如：临司通〔2026〕9号；填过一次后，系统按年度顺序建议。" })}
${textArea(filled, { name: "analysis", label: "情况分析（可不填）", rows: 6, hint: "每行一段，列入通报、公文和邮件。沿用上一期已保存的文字，请按本期情况修改。" })}
<details><summary>按数据生成的工作要求（${calledFor.length}条）</summary><ol>${calledFor.map((text) => html`<li>${text}</li>`)}</ol></details>
${tick(filled, { name: "calledFor", label: "列入按数据生成的工作要求" })}
${textArea(filled, { name: "demands", label: "工作要求（可不填）", rows: 4, hint: "每行一条，列在按数据生成的要求之后。" })}
<h2>发送范围</h2>
<fieldset class="field"><legend>印发给</legend>
${CIRCLES.map((circle) => tick(filled, { name: `to-${circle}`, label: `${CIRCLE_NAMES[circle]}（${count[circle]}个）` }))}</fieldset>
<fieldset class="field"><legend>对外附列</legend><p class="hint">不勾选的，只列入发给本局的内部附表，不向其他单位发送。</p>
${UNIT_LISTS.map((list) => tick(filled, { name: `shown-${list}`, label: LIST_NAMES[list] }))}</fieldset>`;
}

/** What was filled in; problems go to the reader. */
export function readContent(reader: FormReader, form: Form): BulletinContent {
  const written = (form.issue ?? "").normalize("NFKC").replace(/^第?(\d+)期?$/u, "$1");
  const issue = written === "" ? undefined : Number(written);
  if (issue !== undefined && !(Number.isInteger(issue) && issue >= 1 && issue <= 999))
    reader.problem("issue", "期号请填写1至999的数字。");
  const document = reader.optionalText("document", "发文字号", 40);
  return {
    analysis: reader.lines("analysis", "情况分析", MOST_LINES, MOST_CHARACTERS),
    demands: reader.lines("demands", "工作要求", MOST_LINES, MOST_CHARACTERS),
    calledFor: form.calledFor === "yes",
    ...(issue !== undefined && { issue }),
    ...(document !== undefined && { document }),
    to: CIRCLES.filter((circle) => form[`to-${circle}`] === "yes"),
    shown: UNIT_LISTS.filter((list) => form[`shown-${list}`] === "yes"),
  };
}
