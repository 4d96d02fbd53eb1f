/** One entry of a programme: what was recorded, who did what to it, and what its bureau can do with it now. */

import { html } from "hono/html";
import { correctionState, type ProgrammeEntry, refOf } from "../../../shared/domain/programme/entry.ts";
import { awaitsAnswer } from "../../../shared/domain/programme/waiting.ts";
import { nextDocument } from "../../../shared/domain/signing/numbers.ts";
import { type CivilDate, civilDateAt, yearOf } from "../../../shared/domain/time/time.ts";
import { programmeKindName } from "../../../shared/letters/wording/programme-wording.ts";
import { objectionAnswerFields, readObjectionAnswer } from "../entries/assessment-view.ts";
import { entryView, trailView } from "../entries/entry-view.ts";
import { interviewFields, readInterview } from "../entries/interview-view.ts";
import { judgementFields, readJudgement } from "../entries/judge-answer-form.ts";
import { inviteFields, readInvitation } from "../entries/pack-view.ts";
import { actOnEntry } from "../entries/write-entry.ts";
import { actorField, type Filled, problemSummary, textArea } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf, sendingOf } from "../frame/form-frame.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, ShownPage, Visit } from "../frame/room.ts";
import { entryPapers } from "../papers/entry-papers.ts";
import { isEventKind } from "./event-forms.ts";
import { entryPlace, type Opened, wayBack } from "./programme-visit.ts";
import { SUGGESTION_PART } from "./suggestions-page.ts";

export function entryPage(ports: DeskPorts, opened: Opened, entry: ProgrammeEntry): Promise<ShownPage> {
  return shownEntry(ports, opened, entry, { form: {}, problems: [] }, 200);
}

/** Withdraws it, or judges its answer. */
export async function submitEntry(
  ports: DeskPorts,
  opened: Opened,
  entry: ProgrammeEntry,
  form: Form,
): Promise<Answer> {
  const { link, scope, visit } = opened;
  if (entry.jurisdiction !== scope.own) return refusalPage({ type: "not-theirs" });
  const reader = new FormReader(form);
  const at = ports.now();
  const said =
    form.do === "withdraw"
      ? ({ type: "withdraw", reason: reader.text("reason", "作废原因", 200) } as const)
      : readStep(entry, reader, form, civilDateAt(at));
  const by = reader.text("by", "您的姓名", 30);
  formIdOf(reader, form);
  if (said === undefined || reader.problems.length > 0)
    return shownEntry(ports, opened, entry, { form, problems: reader.problems }, 422);
  const refusal = await actOnEntry(ports, refOf(entry), {
    ...said,
    at,
    by,
    cause: `link:${link.nonce}`,
    form: sendingOf(form),
    revision: Number(form.revision),
  });
  if (refusal === undefined) return { status: 303, to: entryPlace(visit, entry) };
  const now = (await ports.records.programmeEntry(refOf(entry))) ?? entry;
  const problems = [refused(refusal)];
  return shownEntry(ports, opened, now, { form, problems }, 409);
}

async function shownEntry(
  ports: DeskPorts,
  { scope, visit }: Opened,
  entry: ProgrammeEntry,
  filled: Filled,
  status: 200 | 409 | 422,
): Promise<ShownPage> {
  const history = await ports.records.programmeHistory(refOf(entry));
  const today = civilDateAt(ports.now());
  const may = entry.jurisdiction === scope.own && entry.withdrawn === undefined && entry.kind !== "plan";
  return {
    status,
    title: programmeKindName(entry.kind),
    body: html`${wayBack(visit, entry.year)}${problemSummary(filled)}<section id="latest" tabindex="-1">${entryView(entry, today, ports.rules)}${papersView(visit, entry)}</section>
${may ? actions(ports, visit, entry, await withNextNumber(ports, entry, filled, today), today) : ""}${trailView(history)}`,
  };
}

/** What can be printed of it, filled in as far as it is recorded. */
function papersView(visit: Visit, entry: ProgrammeEntry): Markup {
  const { jurisdiction: of, year, kind, id } = entry;
  const list = entryPapers(entry, "bureau", visit, { query: { of, year, kind, id } });
  return String(list) === ""
    ? list
    : html`<h2>下载文书</h2><p class="hint">已登记的内容已经填好，没有的留空。</p>${list}`;
}

/** A letter's number is proposed after the last of the year (发文字号). */
async function withNextNumber(
  { records }: Pick<DeskPorts, "records">,
  entry: ProgrammeEntry,
  filled: Filled,
  today: CivilDate,
): Promise<Filled> {
  if (entry.kind !== "interview" || entry.called !== undefined || "document" in filled.form) return filled;
  const year = yearOf(today);
  const known = (await records.programme(entry.jurisdiction, year)).flatMap((one) =>
    one.kind === "interview" ? (one.called?.document ?? []) : [],
  );
  const document = nextDocument(known, year);
  return document === undefined ? filled : { ...filled, form: { document, ...filled.form } };
}

function actions(
  ports: DeskPorts,
  visit: Visit,
  entry: ProgrammeEntry,
  filled: Filled,
  today: CivilDate,
): Markup {
  const { kind, revision, jurisdiction: of, year, id } = entry;
  const withdraws = filled.form.do === "withdraw";
  const judging = withdraws ? { form: {}, problems: [] } : filled;
  const step = nextStep(ports, entry, judging, today);
  const amend = placeOf(visit, { part: kind, query: { of, year, kind, id } });
  return html`${step === undefined ? "" : formFrame(ports, revision, step.fields, step.button, judging.form.form)}
${entry.kind === "suggestion" ? html`<nav aria-label="更正"><ul><li><a href="${placeOf(visit, { part: SUGGESTION_PART, query: { of, year, kind, id } })}">${entry.doubts.length > 0 ? "核对，通知主送单位" : "更正登记内容"}</a></li></ul></nav>` : ""}${isEventKind(kind) ? html`<nav aria-label="更正"><ul><li><a href="${amend}">更正这条记录</a></li></ul></nav>` : ""}
<details${withdraws ? html` open` : ""}><summary>登记有误，作废这条记录</summary>
${withdrawForm(ports, revision, filled, step !== undefined)}</details>`;
}

/** The form of what its bureau can do next; undefined where nothing waits for it. */
function nextStep(
  { rules }: Pick<DeskPorts, "rules">,
  entry: ProgrammeEntry,
  filled: Filled,
  today: CivilDate,
): { readonly fields: Markup; readonly button: string } | undefined {
  switch (entry.kind) {
    case "correction":
      return correctionState(entry) === "answered"
        ? { fields: judgementFields(filled, today), button: "提交审核结果" }
        : undefined;
    case "interview":
      return interviewFields(entry, filled, today, rules.policy.interviews.followUpDays);
    case "assessment":
      return awaitsAnswer(entry) ? { fields: objectionAnswerFields(filled), button: "提交答复" } : undefined;
    case "pack":
      return { fields: inviteFields(entry, filled, today), button: "确认并发出邀请" };
    default:
      return undefined;
  }
}

/** What that form says; undefined where the reader found problems, or nothing waits. */
function readStep(entry: ProgrammeEntry, reader: FormReader, form: Form, today: CivilDate) {
  switch (entry.kind) {
    case "interview":
      return readInterview(entry, reader, today);
    case "assessment":
      return readObjectionAnswer(reader);
    case "pack":
      return readInvitation(entry, reader, form, today);
    default: {
      const judged = readJudgement(reader, form, today);
      return judged && ({ type: "judge", ...judged } as const);
    }
  }
}

/** Both forms ask for a name: the second one's fields need other ids where both are there. */
function withdrawForm(
  ports: Pick<DeskPorts, "newFormId">,
  revision: number,
  filled: Filled,
  second: boolean,
): Markup {
  const own = filled.form.do === "withdraw" ? filled : { form: {}, problems: [] };
  const fields = html`<p>作废的记录仍然保留，但不再计入统计；整改建议作废的，系统会通知该单位。</p>
${textArea(own, { name: "reason", label: "作废原因", rows: 2 })}
${second ? html`<div class="field"><label>经办人（姓名）<input name="by" type="text" maxlength="100" autocomplete="name" value="${own.form.by ?? ""}"></label></div>` : actorField(own, "经办人")}`;
  return formFrame(ports, revision, fields, "作废", undefined, "withdraw");
}
