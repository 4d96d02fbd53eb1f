/** 人工复核 as a page: what was read and from which words, the form that confirms, corrects or sends it back, and what is said when that is done. */

import { html } from "hono/html";
import { factsShown } from "../../../shared/casework/documents/answers.ts";
import { nameShown } from "../../../shared/casework/documents/archive-name.ts";
import type { DocumentRecord } from "../../../shared/domain/document.ts";
import type { FactShown } from "../../../shared/domain/notices/frame/shown.ts";
import type { Doubt, FactField } from "../../../shared/domain/refusal.ts";
import type { UsedLink } from "../../../shared/domain/used-link.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { explainDoubt } from "../../../shared/letters/refusals/doubts.ts";
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
import { placeOf } from "../frame/place.ts";
import type { DeskPorts, ShownPage, Visit } from "../frame/room.ts";
import { type Candidate, type Candidates, candidatesFor } from "./candidates.ts";
import { type CheckedSource, checkedSource } from "./checked-source.ts";
import { agenciesOf, asForm, jointChoices, KINDS } from "./correction.ts";
import type { Question } from "./questions.ts";
import { resultFields } from "./result-fields.ts";
import { placeLink, sourceView } from "./source-view.ts";
import { type CaseReading, UnusableReading } from "./stored-reading.ts";

/** A document that waits, what was read in it, and who looks at it. */
interface Reviewed<Reading = CaseReading | UnusableReading> {
  readonly record: DocumentRecord;
  readonly reading: Reading;
  readonly visit: Visit;
}

/** The page of a document that waits; `filled` undefined: nobody has touched the form yet. */
export function reviewPage(
  ports: DeskPorts,
  { record, reading, visit }: Reviewed,
  filled: Filled | undefined,
  status: 200 | 409 | 422,
  questions: readonly Question[] = [],
): Promise<ShownPage> | ShownPage {
  if (!(reading instanceof UnusableReading)) {
    const shown = filled ?? { form: asForm(reading), problems: [] };
    return formPage(ports, { record, reading, visit }, shown, status, questions);
  }
  return unusablePage(record, visit, filled ?? { form: {}, problems: [] }, status === 200 ? 409 : status);
}

/** Nothing can be confirmed of a reading that doesn't open; the document can still be sent back, and we hear of it. */
function unusablePage(record: DocumentRecord, visit: Visit, filled: Filled, status: 409 | 422): ShownPage {
  return {
    status,
    title: "人工复核",
    body: html`${problemSummary(filled)}<p class="note">系统保存的读取结果不能打开，无法据以登记。系统管理员已得到通知。</p>
<p><strong>请打开原文件核对；急需登记的，可以在下面退回法院，请其重新上传，系统会重新读取。</strong></p>
${fileView(record, visit)}
<form method="post">
${radios(filled, { name: "decision", label: "处理", options: [["send-back", "退回法院，不登记"]] })}
${textArea(filled, { name: "reason", label: "退回理由", rows: 3, hint: "会发给上传文件的法院。" })}
${actorField(filled, "复核人")}
<button type="submit" name="do" value="submit">提交复核结果</button></form>`,
  };
}

/** The part of the link's address that is the file as it was handed in. */
export const ORIGINAL = "original";

function fileView({ firstUpload: { key, at } }: DocumentRecord, visit: Visit): Markup {
  return html`<h2>文件</h2><dl><div><dt>文件名</dt><dd>${nameShown(key)}</dd></div>
<div><dt>收到时间</dt><dd>${printedMoment(at)}</dd></div>
<div><dt>原件</dt><dd><a href="${placeOf(visit, { part: ORIGINAL })}">下载原件</a><small>与上传时完全相同；下载由系统记录。</small></dd></div></dl>`;
}

async function formPage(
  ports: DeskPorts,
  { record, reading, visit }: Reviewed<CaseReading>,
  filled: Filled,
  status: 200 | 409 | 422,
  questions: readonly Question[],
): Promise<ShownPage> {
  const facts = factsShown(reading);
  const { doubts = [] } = record;
  const isDoubtful = (fact: FactShown) =>
    isUnsure(ports, fact) || doubts.some((doubt) => isAbout(ports, doubt, fact));
  const [candidates, source] = await Promise.all([
    candidatesFor(reading, record.text, ports.directory),
    checkedSource(ports, record, facts, isDoubtful),
  ]);
  const checked: Checked = { facts, isDoubtful, source };
  return {
    status,
    title: "人工复核",
    wide: true,
    body: html`${problemSummary(filled)}${doubtsView(ports, doubts, checked)}
<div class="beside"><div>${sourceView(source, visit)}</div>
<div><section id="latest" tabindex="-1">${fileView(record, visit)}${readingView(checked)}</section>
<form method="post">${fields(reading, candidates, filled, checked)}${questions.map(
      ({ field, text, about }) =>
        html`${tick(filled, { name: field, label: `确认：${text.replace(/[^。]*吗？$/u, "")}` })}${seeFacts(checked, about)}`,
    )}
<button type="submit" name="do" value="submit">提交复核结果</button></form></div></div>`,
  };
}

/** What is checked against what. */
interface Checked {
  readonly facts: readonly FactShown[];
  readonly isDoubtful: (fact: FactShown) => boolean;
  readonly source: CheckedSource | undefined;
}

function isUnsure({ rules }: DeskPorts, { field, value, confidence }: FactShown): boolean {
  return confidence < rules.policy.minimumConfidence || (field === "attended" && value === "review");
}

/** Each doubt with the way to where it arises. */
function doubtsView(ports: DeskPorts, doubts: readonly Doubt[], { facts, source }: Checked): Markup {
  if (doubts.length === 0) return html`<p class="note">读取结果需要核对。</p>`;
  return html`<div class="note">${doubts.map((doubt) => {
    const about = facts.filter((fact) => isAbout(ports, doubt, fact));
    return html`<p>${explainDoubt(doubt)} ${about.map((fact) => placeLink(source, fact))}</p>`;
  })}</div>`;
}

/** What a doubt is about: what was read unsurely, or what can't be so whatever was read. */
function isAbout(ports: DeskPorts, doubt: Doubt, fact: FactShown): boolean {
  const { field, organ } = fact;
  switch (doubt.type) {
    case "uncertain-facts":
      return doubt.fields.includes(field) && isUnsure(ports, fact);
    case "attendance-unclear":
      return field === "attended" && organ === doubt.respondent;
    case "hearing-over":
      return field === "hearing-time";
    case "other-courts-case":
    case "other-jurisdictions-case":
    case "case-unknown":
    case "case-closed":
    case "filed-otherwise":
      return field === "case-number";
    default:
      return questionedBy(doubt, fact);
  }
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

function readingView({ facts, isDoubtful, source }: Checked): Markup {
  return html`<h2>读取结果</h2><p>标出的内容把握不足，请重点核对。</p>
<dl>${facts.map((fact) => {
    const { field, organ, confidence, text } = fact;
    const value = factValue(fact);
    return html`<div><dt>${fieldName(field, organ)}</dt><dd>${isDoubtful(fact) ? html`<mark class="doubtful">${value}</mark>` : value}<small>把握${Math.round(confidence * 100)}%；原文：${text === "" ? "（无）" : text}</small>${placeLink(source, fact)}</dd></div>`;
  })}</dl>`;
}

/** The ways to where some facts stand, beside the field they are corrected in. */
function seeFacts(
  { facts, source }: Checked,
  about: FactField | undefined,
  isMeant: (fact: FactShown) => boolean = () => true,
): Markup {
  const links = facts
    .filter((fact) => fact.field === about && isMeant(fact))
    .map((fact) => placeLink(source, fact));
  return links.length === 0 ? html`` : html`<p class="see">${links}</p>`;
}

function fields(reading: CaseReading, candidates: Candidates, filled: Filled, checked: Checked): Markup {
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
${textArea(filled, { name: "numbers", label: "案号", rows: 2, hint: "每行一个。" })}${seeFacts(checked, "case-number")}
${picker(filled, "pickNumber", "可能的案号", candidates.numbers)}
${textArea(filled, { name: "respondents", label: "被告", rows: 2, hint: "每行一个，写全称。" })}${seeFacts(checked, "respondent")}
${reading.respondents.map(({ value }, index) =>
  picker(filled, `pickAgency${index}`, `名录中没有“${value}”，可能是`, candidates.agencies.get(value) ?? []),
)}
${picker(filled, "pickMoment", "可能的开庭时间", candidates.moments)}
${textField(filled, { name: "date", label: "开庭日期", hint: "例如：2026年9月24日，或者2026-09-24；没有开庭安排的留空。" })}
${textField(filled, { name: "time", label: "开庭时间", hint: "例如：09:00，或者上午9时" })}${seeFacts(checked, "hearing-time")}
${textField(filled, { name: "place", label: "开庭地点" })}${seeFacts(checked, "hearing-place")}
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
${seeFacts(checked, "attended", ({ organ }) => organ === agency)}${textField(filled, { name: `name${index}`, label: `${agency}出庭人员姓名` })}
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
