/** 人工复核 as a page: what was read and from which words, the form that confirms, corrects or sends it back, and what is said when that is done. */

import { html } from "hono/html";
import { factsShown } from "../../../shared/casework/documents/answers.ts";
import type { DocumentRecord } from "../../../shared/domain/document.ts";
import type { FactShown } from "../../../shared/domain/notices/shown.ts";
import type { Doubt } from "../../../shared/domain/refusal.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import type { UsedLink } from "../../../shared/domain/used-link.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { explainDoubts } from "../../../shared/letters/refusals/doubts.ts";
import { documentName, factValue, fieldName } from "../../../shared/letters/wording/document-wording.ts";
import { jointLine } from "../../../shared/letters/wording/joint-wording.ts";
import {
  actorField,
  type Filled,
  problemSummary,
  radios,
  select,
  textArea,
  textField,
  tick,
} from "../frame/fields.ts";
import { freshLinkForm } from "../frame/fresh-link.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts, ShownPage } from "../frame/room.ts";
import { type Candidate, type Candidates, candidatesFor } from "./candidates.ts";
import { agenciesOf, asForm, jointChoices, KINDS } from "./correction.ts";
import { placesIn, sourceText } from "./marked-source.ts";
import type { Question } from "./questions.ts";
import { resultFields } from "./result-fields.ts";
import { type CaseReading, UnusableReading } from "./stored-reading.ts";

/** The page of a document that waits; `filled` undefined: nobody has touched the form yet. */
export function reviewPage(
  ports: DeskPorts,
  record: DocumentRecord,
  reading: CaseReading | UnusableReading,
  filled: Filled | undefined,
  status: 200 | 409 | 422,
  questions: readonly Question[] = [],
): Promise<ShownPage> | ShownPage {
  if (!(reading instanceof UnusableReading)) {
    const shown = filled ?? { form: asForm(reading), problems: [] };
    return formPage(ports, record, reading, shown, status, questions);
  }
  return unusablePage(record, filled ?? { form: {}, problems: [] }, status === 200 ? 409 : status);
}

/** Nothing can be confirmed of a reading that doesn't open; the document can still be sent back, and we hear of it. */
function unusablePage(
  { firstUpload: { key, at } }: DocumentRecord,
  filled: Filled,
  status: 409 | 422,
): ShownPage {
  return {
    status,
    title: "人工复核",
    body: html`${problemSummary(filled)}<p class="note">系统保存的读取结果不能打开，无法据以登记。系统管理员已得到通知。</p>
<p><strong>请打开原文件核对；急需登记的，可以在下面退回法院，请其重新上传，系统会重新读取。</strong></p>
${fileView(key, at)}
<form method="post">
${radios(filled, { name: "decision", label: "处理", options: [["send-back", "退回法院，不登记"]] })}
${textArea(filled, { name: "reason", label: "退回理由", rows: 3, hint: "会发给上传文件的法院。" })}
${actorField(filled, "复核人")}
<button type="submit" name="do" value="submit">提交复核结果</button></form>`,
  };
}

function fileView(key: string, at: Instant): Markup {
  return html`<h2>文件</h2><dl><div><dt>文件名</dt><dd>${key.split("/").at(-1) ?? key}</dd></div>
<div><dt>收到时间</dt><dd>${printedMoment(at)}</dd></div><div><dt>存放位置</dt><dd>${key}</dd></div></dl>`;
}

async function formPage(
  ports: DeskPorts,
  record: DocumentRecord,
  reading: CaseReading,
  filled: Filled,
  status: 200 | 409 | 422,
  questions: readonly Question[],
): Promise<ShownPage> {
  const candidates = await candidatesFor(reading, record.text, ports.directory);
  return {
    status,
    title: "人工复核",
    body: html`${problemSummary(filled)}<section id="latest" tabindex="-1">${readingView(ports, record, reading)}</section>
<form method="post">${fields(reading, candidates, filled)}${questions.map(({ field, text }) => tick(filled, { name: field, label: `确认：${text.replace(/[^。]*吗？$/u, "")}` }))}
<button type="submit" name="do" value="submit">提交复核结果</button></form>`,
  };
}

/** What a doubt is about though it was read for sure: a respondent or an hour that the case has otherwise. */
function questionedBy(doubt: Doubt, { field, value }: FactShown): boolean {
  switch (doubt.type) {
    case "parties-differ":
      return field === "respondent" && doubt.read.includes(value);
    case "hearing-conflict": {
      const { known, read } = doubt;
      return field === "hearing-time"
        ? read.date !== known.date || read.time !== known.time
        : field === "hearing-place" && read.place !== known.place;
    }
    case "no-such-sitting":
    case "implausible-sitting":
      return field === "hearing-time";
    case "as-written":
      return ["respondent", "hearing-time", "hearing-place"].includes(field) && doubt.text.includes(value);
    default:
      return false;
  }
}

function readingView(ports: DeskPorts, record: DocumentRecord, reading: CaseReading): Markup {
  const { key, at } = record.firstUpload;
  const facts = factsShown(reading);
  const { doubts = [] } = record;
  const isDoubtful = (fact: FactShown) =>
    fact.confidence < ports.rules.policy.minimumConfidence ||
    (fact.field === "attended" && fact.value === "review") ||
    doubts.some((doubt) => questionedBy(doubt, fact));
  return html`<p class="note">${doubts.length === 0 ? "读取结果需要核对。" : explainDoubts(doubts)}</p>
${fileView(key, at)}
${
  record.text === undefined
    ? ""
    : html`<h2>原文</h2><p>读出内容的地方已标出，注明读成了什么；深色带问号的把握不足，请重点核对。</p>${sourceText(record.text, placesIn(record.text, facts, isDoubtful))}`
}
<h2>读取结果</h2><p>标出的内容把握不足，请重点核对。</p>
<dl>${facts.map((fact) => {
    const { field, organ, confidence, text } = fact;
    const value = factValue(fact);
    return html`<div><dt>${fieldName(field, organ)}</dt><dd>${isDoubtful(fact) ? html`<mark class="doubtful">${value}</mark>` : value}<small>把握${Math.round(confidence * 100)}%；原文：${text === "" ? "（无）" : text}</small></dd></div>`;
  })}</dl>`;
}

function fields(reading: CaseReading, candidates: Candidates, filled: Filled): Markup {
  return html`<h2>复核结果</h2>
${radios(filled, {
  name: "decision",
  label: "处理",
  options: [
    ["accept", "按下面的内容登记"],
    ["send-back", "退回法院，不登记"],
  ],
})}
<h3>登记的，核对并更正</h3>
${select(filled, { name: "kind", label: "文书种类", options: KINDS.map((kind) => [kind, documentName(kind) ?? kind] as const) })}
${textArea(filled, { name: "numbers", label: "案号", rows: 2, hint: "每行一个。" })}
${picker(filled, "pickNumber", "可能的案号", candidates.numbers)}
${textArea(filled, { name: "respondents", label: "被告", rows: 2, hint: "每行一个，写全称。" })}
${reading.respondents.map(({ value }, index) =>
  picker(filled, `pickAgency${index}`, `名录中没有“${value}”，可能是`, candidates.agencies.get(value) ?? []),
)}
${picker(filled, "pickMoment", "可能的开庭时间", candidates.moments)}
${textField(filled, { name: "date", label: "开庭日期", hint: "例如：2026年9月24日，或者2026-09-24；没有开庭安排的留空。" })}
${textField(filled, { name: "time", label: "开庭时间", hint: "例如：09:00，或者上午9时" })}
${textField(filled, { name: "place", label: "开庭地点" })}
<div class="field"><label class="choice"><input type="checkbox" id="newer" name="newer" value="yes"${filled.form.newer === "yes" ? html` checked` : ""}> 与已登记的开庭不一致时，以本文书为准</label></div>
${resultFields(reading, filled)}
${agenciesOf(reading).map(
  (agency, index) => html`${radios(filled, {
    name: `attended${index}`,
    label: `${agency}负责人是否出庭`,
    options: [
      ["yes", "出庭"],
      ["no", "未出庭，或者出庭人员不是负责人"],
    ],
  })}
${textField(filled, { name: `name${index}`, label: `${agency}出庭人员姓名` })}
${textField(filled, { name: `title${index}`, label: `${agency}出庭人员职务` })}`,
)}
${
  reading.respondents.length < 2
    ? ""
    : select(filled, {
        name: "joint",
        label: "共同被告由哪家单位负责人出庭",
        hint: "文书写明由其中一方负责人出庭的，按文书选择（法释〔2020〕3号第三条）；其他被告不计为未出庭。",
        options: jointChoices(reading).map(
          ({ value, by, respondent }) => [value, jointLine({ by, respondents: [respondent] })] as const,
        ),
        none: "文书没有写明",
      })
}
<h3>退回的，填写</h3>
${textArea(filled, { name: "reason", label: "退回理由", rows: 3, hint: "会发给上传文件的法院。" })}
${actorField(filled, "复核人")}`;
}

/** Several possibilities, one of them taken at a touch; else the fields hold. */
function picker(filled: Filled, name: string, label: string, candidates: readonly Candidate[]): Markup {
  if (candidates.length === 0) return html``;
  return radios(filled, {
    name,
    label,
    options: [
      ...candidates.map(
        ({ value, shown, score, text }) =>
          [
            value,
            `${shown}（可能性${Math.round(score * 100)}%${text === "" ? "" : `；“…${text}…”`}）`,
          ] as const,
      ),
      ["", "都不是，按输入框中的内容"] as const,
    ],
  });
}

/** What a document that somebody reviewed has become. */
export function donePage(
  { state }: DocumentRecord,
  used: UsedLink,
  status: 200 | 409,
  undo: Markup | undefined,
): ShownPage {
  const became = { read: "已登记", rejected: "已退回法院", "needs-review": "尚待复核" }[state];
  return {
    status,
    title: "复核已提交",
    body: html`<p class="done">${used.by}已于${printedMoment(used.at)}复核，文件${became}。本链接不能再次使用。</p>
${state === "needs-review" ? html`<h2>继续复核？</h2>${freshLinkForm()}` : html`${undo ?? ""}<p>超过撤回时间才发现有误的，请联系管理员，或者请法院重新上传。</p>`}`,
  };
}
