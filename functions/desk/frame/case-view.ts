/** A case as pages show it: its facts, its hearing, a deadline, what was reported, and what each source says. */
import { html } from "hono/html";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import type { Hearing } from "../../../shared/domain/case-file/hearing.ts";
import { contradictoryWords, jointAppearance } from "../../../shared/domain/case-file/joint-appearance.ts";
import type { CaseFiling, CaseReport } from "../../../shared/domain/case-file/report.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import type { DeadlineKind } from "../../../shared/domain/time/deadline.ts";
import { hearingMoment, printedDate, printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact, type LabelledFact } from "../../../shared/letters/frame/letter.ts";
import { factsLine, sourceName } from "../../../shared/letters/wording/attendance-wording.ts";
import { caseFacts, caseTitle, hearingFacts } from "../../../shared/letters/wording/case-wording.ts";
import { deadlineFact, lastDay } from "../../../shared/letters/wording/deadline-wording.ts";
import { jointLine } from "../../../shared/letters/wording/joint-wording.ts";
import {
  concernWords,
  headLine,
  personLine,
  resultName,
} from "../../../shared/letters/wording/report-wording.ts";
import type { Markup } from "./page.ts";

/** Labelled facts; the undefined ones are left out. */
export function factList(...facts: readonly (LabelledFact | undefined)[]): Markup {
  return html`<dl>${facts
    .filter((one) => one !== undefined)
    .map(
      ({ label, value, notes = [] }) =>
        html`<div><dt>${label}</dt><dd>${value}${notes.map((note) => html`<small>${note}</small>`)}</dd></div>`,
    )}</dl>`;
}

/** The case, the hearing in question, and the period that runs for it. */
export function caseView(
  file: CaseFile,
  hearing: Hearing | undefined,
  period?: Period,
  more: readonly (LabelledFact | undefined)[] = [],
): Markup {
  const running = period && runningFor(file, hearing, period);
  return html`<h2>案件</h2>${factList(
    ...caseFacts(summaryOf(file)),
    ...(hearing === undefined ? [] : hearingFacts(hearing)),
    whoAppears(file),
    running && period && deadlineFact(period.label, running.deadline),
    ...more,
  )}`;
}

/** A period of one respondent, by what a page calls it. */
interface Period {
  readonly label: string;
  readonly kind: DeadlineKind;
  readonly respondent: string;
}

function runningFor(file: CaseFile, hearing: Hearing | undefined, { kind, respondent }: Period) {
  return file.deadlines.find(
    (one) =>
      one.kind === kind &&
      one.respondent === respondent &&
      one.hearing === hearing?.ordinal &&
      one.status === "open",
  );
}

/** The same in three lines, for a form to begin with: which case, which hearing, until when. */
export function caseBrief(file: CaseFile, hearing: Hearing | undefined, period?: Period): Markup {
  const running = period && runningFor(file, hearing, period);
  return html`<p class="brief"><strong>${file.caseNumber}</strong>　${caseTitle(summaryOf(file))}${
    hearing === undefined ? "" : html`<br>开庭：${hearingMoment(hearing)}`
  }${running === undefined || period === undefined ? "" : html`<br>${period.label}：${lastDay(running.deadline)}`}</p>`;
}

/** Whose head appears where several are sued (法释〔2020〕3号 §3); open while nobody says it. */
function whoAppears(file: CaseFile): LabelledFact | undefined {
  if (file.respondents.length < 2) return undefined;
  const joint = jointAppearance(file);
  if (joint !== undefined) return fact("由谁出庭", jointLine(joint));
  return fact(
    "由谁出庭",
    contradictoryWords(file).length > 0 ? "各被告报告不一致，待协商或者由人民法院确定" : "未说明由谁出庭",
  );
}

/** 三日报告, with what the bureau said to it. */
export function reportView(report: CaseReport): Markup {
  const { revision, at, by, proposal, head, others, supervision } = report;
  return html`<h2>三日报告${revision === 1 ? "" : `（第${revision}次）`}</h2>
${returnedNote(report)}
${factList(
  fact("应诉意见", proposal),
  fact(
    "负责人",
    headLine(head),
    head.appears === true && head.concern !== undefined ? [`需要核对：${concernWords(head.concern)}`] : [],
  ),
  fact("其他人员", others.map(personLine).join("\n")),
  fact("填报", `${by}，${printedMoment(at)}`),
  ...supervision.map((remark) =>
    fact("督导意见", remark.text, [`${remark.by}，${printedMoment(remark.at)}`]),
  ),
)}`;
}

/** 退回, and why; nothing where the report wasn't returned. */
export function returnedNote({ returned }: CaseReport): Markup {
  return returned === undefined
    ? html``
    : html`<div class="note"><p><strong>已退回，待重新报告。</strong>退回意见（${returned.by}，${printedMoment(returned.at)}）：</p><p>${returned.text}</p></div>`;
}

/** 二日备案, besides attendance. */
export function filingView({ revision, at, by, result, staff, joint, settlement }: CaseFiling): Markup {
  return html`<h2>出庭备案${revision === 1 ? "" : `（第${revision}次）`}</h2>${factList(
    fact("庭审结果", resultName(result)),
    fact("由谁出庭", joint && jointLine({ by: joint.by, respondents: [joint.respondent] })),
    fact("和解、调解意向", settlement),
    fact("工作人员", staff.map(({ name, title }) => `${name}，${title}`).join("\n")),
    fact("填报", `${by}，${printedMoment(at)}`),
  )}`;
}

/** What each source says of the head; a difference is said first. `here`: the page has the form that corrects a filing. */
export function attendanceView(
  file: CaseFile,
  respondent: string,
  { here = false }: { readonly here?: boolean } = {},
): Markup {
  return html`${statementsView(file, respondent, here)}${claimsView(file, respondent)}`;
}

/** 情况说明: what the agency claims, which is the court's to judge and nobody's attendance. */
function claimsView(file: CaseFile, respondent: string): Markup {
  const explained = file.documents.filter(
    (one) => one.kind === "explanation" && one.respondent === respondent,
  );
  if (explained.length === 0) return html``;
  return html`<h2>情况说明</h2><p class="note">本单位自述的理由，是否属于正当理由由人民法院审查。</p>${factList(
    ...explained.map(({ receivedAt, claims = "（理由见说明原件）" }) =>
      fact("自述理由", claims, [`${printedMoment(receivedAt)}收到`]),
    ),
  )}`;
}

function statementsView(file: CaseFile, respondent: string, here: boolean): Markup {
  const said = file.attendance.filter((one) => one.respondent === respondent);
  if (said.length === 0) return html``;
  const differs = attendanceOf(file, respondent)?.difference === true;
  const settled = file.settlements.filter((one) => one.respondent === respondent);
  return html`<h2>出庭情况</h2>
${settled.map(({ sitting, facts }) => html`<p class="done">${printedDate(sitting)}开庭的记载已核对：${factsLine(facts)}。</p>`)}
${differs ? html`<p class="note"><strong>各来源不一致。</strong>系统会发函请双方核对；核对完毕之前，统计中列为待核对。${here ? "备案有误的，请在此更正。" : ""}</p>` : ""}
<table><caption>各来源的记载</caption><thead><tr><th scope="col">来源</th><th scope="col">开庭</th><th scope="col">负责人</th></tr></thead>
<tbody>${said.map((one) => html`<tr><th scope="row">${sourceName(one.source)}</th><td>${printedDate(one.hearingDate)}</td><td>${factsLine(one)}</td></tr>`)}</tbody></table>`;
}
