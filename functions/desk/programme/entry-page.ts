/** One entry of a programme: what was recorded, who did what to it, and what its bureau can do with it now. */

import { html } from "hono/html";
import { takeBackEntry, withdrawSession } from "../../../shared/casework/programme-taking-back.ts";
import {
  correctionState,
  type Meeting,
  type ProgrammeEntry,
  refOf,
} from "../../../shared/domain/programme/entry.ts";
import type { MeetingPoint } from "../../../shared/domain/programme/meeting-point.ts";
import {
  isCarried,
  openPoints,
  shownPoint,
  topicsWaiting,
} from "../../../shared/domain/programme/open-points.ts";
import { takeBackUntil } from "../../../shared/domain/programme/taking-back.ts";
import { awaitsAnswer } from "../../../shared/domain/programme/waiting.ts";
import { nextDocument } from "../../../shared/domain/signing/numbers.ts";
import { type CivilDate, civilDateAt, yearOf } from "../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { actName, programmeKindName } from "../../../shared/letters/wording/programme-wording.ts";
import { objectionAnswerFields, readObjectionAnswer } from "../entries/assessment-view.ts";
import { entryView, trailView } from "../entries/entry-view.ts";
import { interviewFields, readInterview } from "../entries/interview-view.ts";
import { judgementFields, readJudgement } from "../entries/judge-answer-form.ts";
import { readSettlement, readTopicAnswer, settleFields, topicFields } from "../entries/meeting-view.ts";
import { type Agenda, inviteFields, readInvitation } from "../entries/pack-view.ts";
import { promiseFields, readPromise } from "../entries/session-view.ts";
import { actOnEntry } from "../entries/write-entry.ts";
import { reported } from "../frame/act.ts";
import { actorField, type Filled, problemSummary, textArea } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf, sendingOf } from "../frame/form-frame.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, ShownPage, Visit } from "../frame/room.ts";
import { entryPapers } from "../papers/entry-papers.ts";
import { isEventKind } from "./event-forms.ts";
import { entriesAround } from "./meeting-record.ts";
import { entryPlace, type Opened, wayBack } from "./programme-visit.ts";
import { SUGGESTION_PART } from "./suggestions-page.ts";

export function entryPage(ports: DeskPorts, opened: Opened, entry: ProgrammeEntry): Promise<ShownPage> {
  return shownEntry(ports, opened, entry, { form: {}, problems: [] }, 200);
}

/** Withdraws it, takes its last act back, or does what its bureau does next. */
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
  if (form.do === "take-back" || (form.do === "withdraw" && entry.kind === "session"))
    return submitTakingBack(ports, opened, entry, form);
  const said =
    form.do === "withdraw"
      ? ({ type: "withdraw", reason: reader.text("reason", "作废原因", 200) } as const)
      : readStep(entry, reader, form, civilDateAt(at), await aroundOf(ports, entry));
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

/** Whatever else its jurisdiction has recorded, for kinds whose pages show it. */
async function aroundOf(
  ports: DeskPorts,
  { kind, jurisdiction, year }: ProgrammeEntry,
): Promise<readonly ProgrammeEntry[]> {
  return kind === "meeting" || kind === "pack" ? entriesAround(ports, jurisdiction, year) : [];
}

/** 撤回上一步, and 作废 of a 约谈会 with its units' interviews. */
async function submitTakingBack(
  ports: DeskPorts,
  opened: Opened,
  entry: ProgrammeEntry,
  form: Form,
): Promise<Answer> {
  const reader = new FormReader(form);
  const now = ports.now();
  const reason = reader.text("reason", form.do === "withdraw" ? "作废原因" : "撤回原因", 200);
  const by = reader.text("by", "您的姓名", 30);
  formIdOf(reader, form);
  if (reader.problems.length > 0)
    return shownEntry(ports, opened, entry, { form, problems: reader.problems }, 422);
  const cause = `link:${opened.link.nonce}`;
  const revision = Number(form.revision);
  const taking = { at: now, by, cause, form: sendingOf(form), revision, reason };
  const decided = { now, rules: ports.rules };
  const done =
    form.do === "withdraw" && entry.kind === "session"
      ? await withdrawSession(ports, entry, taking, decided)
      : await takeBackEntry(ports, refOf(entry), taking, decided);
  if (done.outcome === "done") {
    reported(ports, done);
    return { status: 303, to: entryPlace(opened.visit, entry) };
  }
  const latest = (await ports.records.programmeEntry(refOf(entry))) ?? entry;
  return shownEntry(ports, opened, latest, { form, problems: [refused(done.refusal)] }, 409);
}

async function shownEntry(
  ports: DeskPorts,
  { scope, visit }: Opened,
  entry: ProgrammeEntry,
  filled: Filled,
  status: 200 | 409 | 422,
): Promise<ShownPage> {
  const [history, around] = await Promise.all([
    ports.records.programmeHistory(refOf(entry)),
    aroundOf(ports, entry),
  ]);
  const today = civilDateAt(ports.now());
  const may = entry.jurisdiction === scope.own && entry.withdrawn === undefined && entry.kind !== "plan";
  return {
    status,
    title: programmeKindName(entry.kind),
    body: html`${wayBack(visit, entry.year)}${problemSummary(filled)}<section id="latest" tabindex="-1">${entryView(entry, today, ports.rules, carriedOf(entry, around))}${papersView(visit, entry)}</section>
${may ? actions(ports, visit, entry, await withNextNumber(ports, entry, filled, today), around) : ""}${trailView(history)}`,
  };
}

/** Points of a meeting that a later one goes on with. */
function carriedOf(entry: ProgrammeEntry, around: readonly ProgrammeEntry[]): ReadonlySet<string> {
  if (entry.kind !== "meeting") return new Set();
  const { year, id } = entry;
  const carried = entry.points.filter((point) => isCarried(entry, point, around));
  return new Set(carried.map((point) => `${year} ${id} ${point.id}`));
}

/** Points of a meeting that are its own to settle. */
function openOf(meeting: Meeting, around: readonly ProgrammeEntry[]): readonly MeetingPoint[] {
  return meeting.points.filter((point) => point.settled === undefined && !isCarried(meeting, point, around));
}

function agendaOf(around: readonly ProgrammeEntry[]): Agenda {
  return {
    topics: topicsWaiting(around).map(({ text }) => text),
    openPoints: openPoints(around).map(shownPoint),
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
  around: readonly ProgrammeEntry[],
): Markup {
  const { revision } = entry;
  const of = filled.form.do;
  const own = (does: string) => (of === does ? filled : { form: {}, problems: [] });
  const judging = of === "withdraw" || of === "take-back" ? { form: {}, problems: [] } : filled;
  const step = nextStep(ports, entry, judging, around);
  return html`${waysOn(visit, entry)}${step === undefined ? "" : formFrame(ports, revision, step.fields, step.button, judging.form.form)}
${takeBackView(ports, entry, own("take-back"))}
<details${of === "withdraw" ? html` open` : ""}><summary>登记有误，作废这条记录</summary>
${withdrawForm(ports, revision, own("withdraw"), entry.kind)}</details>`;
}

/** Other pages on which something is done to it. */
function waysOn(visit: Visit, entry: ProgrammeEntry): Markup {
  const { kind, jurisdiction: of, year, id } = entry;
  const query = { of, year, kind, id };
  const ways: (readonly [name: string, place: string])[] = [];
  if (entry.kind === "session") {
    for (const { name, interview, record } of entry.units)
      if (record === undefined)
        ways.push([
          `登记${name}的约谈情况`,
          placeOf(visit, { part: "record", query: { ...query, unit: interview.id } }),
        ]);
    if (entry.minutes === undefined) ways.push(["登记会议情况", placeOf(visit, { part: "record", query })]);
  } else if (entry.kind === "observation" && entry.participants.length === 0) {
    ways.push(["登记参加情况", placeOf(visit, { part: kind, query })]);
    ways.push(["更改安排，重新通知", placeOf(visit, { part: "plan", query })]);
  } else if (entry.kind === "suggestion")
    ways.push([
      entry.doubts.length > 0 ? "核对，通知主送单位" : "更正登记内容",
      placeOf(visit, { part: SUGGESTION_PART, query }),
    ]);
  else if (isEventKind(kind)) ways.push(["更正这条记录", placeOf(visit, { part: kind, query })]);
  return ways.length === 0
    ? html``
    : html`<nav aria-label="办理"><ul>${ways.map(([name, place]) => html`<li><a href="${place}">${name}</a></li>`)}</ul></nav>`;
}

/** 撤回上一步, while it can be. */
function takeBackView(ports: DeskPorts, entry: ProgrammeEntry, own: Filled): Markup {
  const until = takeBackUntil(entry, ports.rules.policy.undo.hours);
  if (until === undefined || ports.now() > until) return html``;
  const { what, by, at } = entry.change;
  const fields = html`<p>上一步是“${actName(what)}”（${by}，${printedMoment(at)}）。撤回后恢复到此前的内容，因这一步收到通知的单位会收到撤回通知；${printedMoment(until)}前可以撤回。</p>
${reasonAndName(own, "撤回原因")}`;
  return html`<details${own.form.do === undefined ? "" : html` open`}><summary>撤回上一步</summary>
${formFrame(ports, entry.revision, fields, "撤回", undefined, "take-back")}</details>`;
}

/** The form of what its bureau can do next; undefined where nothing waits for it. */
function nextStep(
  { rules, now }: Pick<DeskPorts, "rules" | "now">,
  entry: ProgrammeEntry,
  filled: Filled,
  around: readonly ProgrammeEntry[],
): { readonly fields: Markup; readonly button: string } | undefined {
  const today = civilDateAt(now());
  const step = (fields: Markup | undefined, button: string) => fields && { fields, button };
  switch (entry.kind) {
    case "correction":
      return correctionState(entry) === "answered"
        ? { fields: judgementFields(filled, today), button: "提交审核结果" }
        : undefined;
    case "interview":
      // One of a 约谈会 is recorded there.
      return entry.called?.session !== undefined && entry.outcome === undefined
        ? undefined
        : interviewFields(entry, filled, today, rules.policy.interviews.followUpDays);
    case "assessment":
      return awaitsAnswer(entry) ? { fields: objectionAnswerFields(filled), button: "提交答复" } : undefined;
    case "pack":
      return { fields: inviteFields(entry, filled, today, agendaOf(around)), button: "确认并发出邀请" };
    case "topic":
      return step(topicFields(entry, filled), "提交答复");
    case "meeting":
      return step(settleFields(openOf(entry, around), filled), "提交");
    case "session":
      return step(promiseFields(entry, filled), "提交");
    default:
      return undefined;
  }
}

/** What that form says; undefined where the reader found problems, or nothing waits. */
function readStep(
  entry: ProgrammeEntry,
  reader: FormReader,
  form: Form,
  today: CivilDate,
  around: readonly ProgrammeEntry[],
) {
  switch (entry.kind) {
    case "interview":
      return entry.called?.session !== undefined && entry.outcome === undefined
        ? undefined
        : readInterview(entry, reader, today);
    case "assessment":
      return readObjectionAnswer(reader);
    case "pack":
      return readInvitation(entry, reader, form, today, agendaOf(around));
    case "topic":
      return readTopicAnswer(reader);
    case "meeting":
      return readSettlement(openOf(entry, around), reader);
    case "session":
      return readPromise(entry, reader);
    default: {
      const judged = readJudgement(reader, form, today);
      return judged && ({ type: "judge", ...judged } as const);
    }
  }
}

function withdrawForm(
  ports: Pick<DeskPorts, "newFormId">,
  revision: number,
  own: Filled,
  kind: ProgrammeEntry["kind"],
): Markup {
  const what =
    kind === "session"
      ? "作废的约谈会仍然保留；各单位收到取消通知，约谈建议恢复为待确认。已经登记约谈情况的，请先撤回登记。"
      : "作废的记录仍然保留，但不再计入统计；已经向有关单位发出通知的，系统会通知取消。";
  const fields = html`<p>${what}</p>
${reasonAndName(own, "作废原因")}`;
  return formFrame(ports, revision, fields, "作废", undefined, "withdraw");
}

/** There may be several forms on the page: the fields of these carry no id, except where they are what has to be mended. */
function reasonAndName(own: Filled, label: string): Markup {
  if (own.form.do !== undefined)
    return html`${textArea(own, { name: "reason", label, rows: 2 })}${actorField(own, "经办人")}`;
  return html`<div class="field"><label>${label}<textarea name="reason" rows="2"></textarea></label></div>
<div class="field"><label>经办人（姓名）<input name="by" type="text" maxlength="100" autocomplete="name"></label></div>`;
}
