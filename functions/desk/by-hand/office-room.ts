/** 手工办理 of a case: its bureau registers what came by telephone or on paper, and corrects what is wrong, each with a preview and undo. */
import { html } from "hono/html";
import { pastActs } from "../../../shared/domain/case-file/decisions/past-acts.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { stateName } from "../../../shared/letters/board/board-wording.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { caseFacts, hearingFacts } from "../../../shared/letters/wording/case-wording.ts";
import { outcomeName } from "../../../shared/letters/wording/outcome-wording.ts";
import { actName } from "../../../shared/letters/wording/taken-back-wording.ts";
import { factList } from "../frame/case-view.ts";
import { actorField, type Filled, problemSummary } from "../frame/fields.ts";
import { type Form, refused } from "../frame/form.ts";
import { formFrame } from "../frame/form-frame.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import { notFoundPage, refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, ShownPage, Visit } from "../frame/room.ts";
import { doneNote, undoPlace } from "../frame/undo-link.ts";
import { CLOSE_CASE, CORRECT_OUTCOME, VOID_CASE } from "./ending-forms.ts";
import type { HandForm } from "./hand-form.ts";
import { CANCEL_HEARING, CORRECT_HEARING, MOVE_HEARING } from "./hearing-forms.ts";
import { MERGE_CASE, SPLIT_CASE } from "./misfiled-forms.ts";
import { type OfficeLink, type OpenOffice, openOffice } from "./open-office.ts";
import { RECEIPT } from "./receipt-form.ts";
import { sendForm } from "./send-form.ts";

/** What can be registered, each on a page of its own. */
const HAND_FORMS: Readonly<Record<string, HandForm>> = {
  receipt: RECEIPT,
  "correct-hearing": CORRECT_HEARING,
  "move-hearing": MOVE_HEARING,
  "cancel-hearing": CANCEL_HEARING,
  close: CLOSE_CASE,
  "correct-outcome": CORRECT_OUTCOME,
  merge: MERGE_CASE,
  split: SPLIT_CASE,
  void: VOID_CASE,
};

export const officeRoom: Room<OfficeLink> = {
  about: ({ caseNumber }) => `${caseNumber}手工办理`,
  subject: ({ caseNumber }) => ({ of: "case", caseNumber }),

  async show(ports, link, visit) {
    const open = await openOffice(ports, link);
    if ("type" in open) return refusalPage(open);
    if (visit.part === undefined) return mainPage(ports, open, visit, NOTHING, 200);
    const form = formOf(visit);
    if (form === undefined) return notFoundPage;
    const refusal = form.refusal(open);
    if (refusal !== undefined) return mainPage(ports, open, visit, problem(refusal), 409);
    return formPage(ports, open, { form, visit }, { form: form.defaults?.(open) ?? {}, problems: [] }, 200);
  },

  async submit(ports, link, form, visit) {
    const open = await openOffice(ports, link);
    if ("type" in open) return refusalPage(open);
    const hand = formOf(visit);
    return hand === undefined ? notFoundPage : submit(ports, open, { form: hand, visit }, form);
  },
};

const NOTHING: Filled = { form: {}, problems: [] };

function problem(refusal: DeskRefusal): Filled {
  return { form: {}, problems: [refused(refusal)] };
}

/** Which form, on which page. */
interface At {
  readonly form: HandForm;
  readonly visit: Visit;
}

function formOf({ part = "" }: Visit): HandForm | undefined {
  return Object.hasOwn(HAND_FORMS, part) ? HAND_FORMS[part] : undefined;
}

async function submit(ports: DeskPorts, open: OpenOffice, at: At, sent: Form): Promise<Answer> {
  const acted = await sendForm(ports, open, at.form, sent);
  switch (acted.outcome) {
    case "done":
      return { status: 303, to: placeOf(at.visit, { query: { done: acted.form } }) };
    case "confirm":
      return acted.page;
    case "incomplete":
      return formPage(ports, open, at, { form: sent, problems: acted.problems }, 422);
    case "back":
      return formPage(ports, open, at, { form: sent, problems: [] }, 200);
    case "refused": {
      const latest = await openOffice(ports, open.link);
      return "type" in latest
        ? refusalPage(latest)
        : mainPage(ports, latest, at.visit, problem(acted.refusal), 409);
    }
    default:
      return acted satisfies never;
  }
}

/** The case as it stands, what was just done, and what can be. */
async function mainPage(
  ports: DeskPorts,
  open: OpenOffice,
  visit: Visit,
  filled: Filled,
  status: 200 | 409,
): Promise<ShownPage> {
  const possible = Object.entries(HAND_FORMS).filter(([, { refusal }]) => refusal(open) === undefined);
  return {
    status,
    title: "手工办理",
    body: html`${problemSummary(filled)}${await doneNote(ports, visit, open.file, open.bureau.id, "登记")}<section id="latest" tabindex="-1">${standingView(open)}</section>
<h2>可以办理</h2>${
      possible.length === 0
        ? html`<p>目前没有可以手工办理的事项。</p>`
        : html`<ul>${possible.map(([part, { title, what }]) => html`<li><a href="${placeOf(visit, { part })}">${title}</a>：${what}</li>`)}</ul>`
    }
${await undoView(ports, open, visit)}<p class="hint">提交前先列明将通知的单位和将登记、取消的事项；办错的，${ports.rules.policy.undo.hours}小时内可以撤回。</p>`,
  };
}

/** What was registered here by hand and can still be taken back; of a case that was struck out, this is the way back. */
async function undoView(ports: DeskPorts, { file, bureau }: OpenOffice, visit: Visit): Promise<Markup> {
  const { caseNumber: of } = file;
  // The newest first: what others rest on can't be taken back before them.
  const acts = pastActs(await ports.records.history(of))
    .filter(({ kind, events }) => kind === "receipt" || events.some(({ type }) => type === "done-by-hand"))
    .toReversed();
  const open = await Promise.all(
    acts.map(async ({ kind, by = "", at, cause }) => {
      const place = await undoPlace(ports, visit, { what: "case", of, cause, recipient: bureau.id, at });
      return place === undefined ? [] : [{ place, words: `${actName(kind)}（${by}，${printedMoment(at)}）` }];
    }),
  );
  const lines = open.flat();
  if (lines.length === 0) return html``;
  return html`<h2>可以撤回的办理</h2><ul>${lines.map(({ place, words }) => html`<li>${words}<a href="${place}">撤回</a></li>`)}</ul>`;
}

function standingView({ file }: OpenOffice): Markup {
  return html`${file.void === true ? html`<p class="note"><strong>这一案件的登记已经撤销。</strong></p>` : ""}${factList(
    ...caseFacts(summaryOf(file)),
    { label: "状态", value: file.void === true ? "已撤销" : stateName(file.state) },
    ...(file.state === "awaiting-hearing" ? hearingFacts(file.hearing) : []),
    ...(file.state === "closed" ? [{ label: "裁判结果", value: outcomeName(file.outcome) }] : []),
  )}`;
}

async function formPage(
  ports: DeskPorts,
  open: OpenOffice,
  { form: { title, button, fields }, visit }: At,
  filled: Filled,
  status: 200 | 422,
): Promise<ShownPage> {
  const { basis } = filled.form;
  const hidden = basis === undefined ? "" : html`<input type="hidden" name="basis" value="${basis}">`;
  const body = html`${hidden}${fields(open, filled, civilDateAt(ports.now()))}${actorField(filled, "登记人")}`;
  return {
    status,
    title,
    body: html`${problemSummary(filled)}${standingView(open)}
${formFrame(ports, undefined, body, button, filled.form.form)}
<p><a href="${placeOf(visit)}">返回手工办理</a></p>`,
  };
}
