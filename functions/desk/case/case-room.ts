/** The room of one respondent's case: each task of it has a page with a form, used once. */
import { html } from "hono/html";
import { basisOf, type DeskCommand } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { Proof } from "../../../shared/domain/proof-file.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { dutyWords } from "../../../shared/letters/wording/case-duty-wording.ts";
import type { CaseLink } from "../case-task/case-link.ts";
import { RIGHTS } from "../case-task/holder.ts";
import { type OpenCase, type Opening, openCase } from "../case-task/open-case.ts";
import type { Asked, TaskDesk } from "../case-task/task-desk.ts";
import { actOnCase, foreseenOnCase } from "../frame/act.ts";
import { droppedWith, takenUp } from "../frame/dropped-proofs.ts";
import { effectsOf, effectsView, triedAt } from "../frame/effects.ts";
import { type Filled, problemSummary } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import {
  begunForm,
  conflictProblem,
  type Drafting,
  draftAnswer,
  draftButton,
  draftHead,
  draftingOf,
  FILES,
  UPLOAD_STEP,
  untouchedNote,
} from "../frame/form-drafts.ts";
import { freshLinkForm, sendFreshLink } from "../frame/fresh-link.ts";
import { paperElsewhere, papersSection } from "../frame/originals.ts";
import type { Markup } from "../frame/page.ts";
import { notFoundPage, refusalPage } from "../frame/plain-pages.ts";
import {
  proofElsewhere,
  proofFields,
  proofList,
  type SeenProofs,
  uploadPage,
} from "../frame/proof-section.ts";
import type { Answer, DeskPorts, Room, Shown, ShownPage, Visit } from "../frame/room.ts";
import { undoneOrOffer } from "../frame/undo-link.ts";
import { callDesk } from "../principals/call-desk.ts";
import { principalAbsenceDesk } from "../principals/principal-absence-desk.ts";
import { appealApprovalDesk } from "./appeal-approval-desk.ts";
import { approvalDesk } from "./approval-desk.ts";
import { AS_RECORDED, asRecordedDesk } from "./as-recorded-desk.ts";
import { designationDesk } from "./designation-desk.ts";
import { dutyDeskOf } from "./duty-desks.ts";
import { filingDesk } from "./filing-desk.ts";
import { judgmentNoteDesk } from "./judgment-note-desk.ts";
import { headsOffered } from "./known-head.ts";
import { leaderDesk, leaderOffer } from "./leader-desk.ts";
import { lossReviewDesk } from "./loss-review-desk.ts";
import { objectionDesk } from "./objection-desk.ts";
import { obstacleDesk } from "./obstacle-desk.ts";
import { ordersDesk } from "./orders-desk.ts";
import { showChanges, submitChanges } from "./organisation-changes.ts";
import { otherTasks } from "./other-tasks.ts";
import { paperToDownload } from "./papers.ts";
import { reportDesk } from "./report-desk.ts";
import { supervisionDesk } from "./supervision-desk.ts";

/** Which task is done, and where. */
interface Counter {
  readonly task: TaskDesk;
  readonly visit: Visit;
}

/** A task that keeps no draft has no files either. */
const NOTHING_BEGUN = { folder: undefined, draft: undefined };

/** The same, and what was begun of it. */
interface FormCounter extends Counter {
  readonly drafting: Drafting | undefined;
}

const DESKS: { readonly [Task in Exclude<CaseLink["task"], "duty">]: TaskDesk<Link<Task>> } = {
  report: reportDesk,
  filing: filingDesk,
  supervision: supervisionDesk,
  "loss-review": lossReviewDesk,
  designation: designationDesk,
  approval: approvalDesk,
  leader: leaderDesk,
  "appeal-approval": appealApprovalDesk,
  orders: ordersDesk,
  "judgment-note": judgmentNoteDesk,
  "call-classes": callDesk,
  "principal-absence": principalAbsenceDesk,
};

/** What else an agency does by its link, each once as well. */
const FURTHER_TASKS: ReadonlyMap<string, TaskDesk> = new Map([
  ["obstacle", obstacleDesk],
  ["objection", objectionDesk as TaskDesk],
]);

/** A filing in one step: the filing itself, by another page. */
const FILING_PAGES: ReadonlyMap<string, TaskDesk> = new Map([[AS_RECORDED, asRecordedDesk]]);

function deskOf(link: CaseLink, { part }: Visit): TaskDesk | undefined {
  const { task } = link;
  if (link.task === "duty") return dutyDeskOf(link, part) as TaskDesk | undefined;
  if (part === undefined) return DESKS[link.task] as TaskDesk;
  if (task === "filing" && FILING_PAGES.has(part)) return FILING_PAGES.get(part);
  return task === "report" || task === "filing" ? FURTHER_TASKS.get(part) : undefined;
}

/** The task that changes the directory and no case. */
function isChanges({ task }: CaseLink, { part }: Visit): boolean {
  return part === "changes" && (task === "report" || task === "filing");
}

/** Each further task of a link is used by itself; what files in another way is the filing. */
function usedApart<Own extends CaseLink>(link: Own, { part }: Visit): Own {
  return part === undefined || FILING_PAGES.has(part) ? link : { ...link, nonce: `${link.nonce}.${part}` };
}

const TASK_NAMES: Readonly<Record<Exclude<CaseLink["task"], "duty">, string>> = {
  report: "三日报告",
  filing: "出庭备案",
  supervision: "报告审阅",
  "loss-review": "败诉案件报告审核",
  designation: "案件办理单",
  approval: "案件办理单审批",
  leader: "案件办理单领导审批",
  "appeal-approval": "上诉决定审批",
  orders: "履行事项核定",
  "judgment-note": "裁判送达、生效和履行",
  "call-classes": "出庭类别和正职出庭",
  "principal-absence": "正职不出庭说明的批复",
};

export const caseRoom: Room<CaseLink> = {
  about: (link) =>
    `${link.caseNumber}${link.task === "duty" ? dutyWords(link.duty).name : TASK_NAMES[link.task]}`,
  subject: ({ caseNumber }) => ({ of: "case", caseNumber }),
  show: async (ports, link, visit) => show(ports, await openCase(ports, usedApart(link, visit)), visit),
  submit: async (ports, link, form, visit) =>
    submit(ports, await openCase(ports, usedApart(link, visit)), form, visit),
};

async function show(ports: DeskPorts, opening: Opening, visit: Visit): Promise<Shown> {
  if (opening.state === "refused") return refusalPage(opening.refusal);
  if (isChanges(opening.link, visit)) return showChanges(ports, opening, visit);
  const task = deskOf(opening.link, visit);
  if (task === undefined) {
    const part = visit.part ?? "";
    return (
      (await paperToDownload(ports, opening, part)) ??
      (await paperElsewhere(ports, opening.file, opening.link.recipient, part)) ??
      (await proofElsewhere(ports, proofsBehind(opening), part, opening.link.recipient)) ??
      notFoundPage
    );
  }
  const counter = { task, visit };
  switch (opening.state) {
    case "used":
      return usedPage(ports, opening, counter, 200);
    case "open": {
      const refusal = task.refusal(opening, ports.now(), ports.rules);
      if (refusal !== undefined) return refusedPage(ports, opening, refusal, counter);
      const drafting = await draftingAt(ports, opening, task, visit.query[FILES]);
      const upload =
        visit.query.step === UPLOAD_STEP && drafting && task.proofs !== undefined
          ? await uploadPage(ports, visit, drafting)
          : undefined;
      if (upload !== undefined) return upload;
      const given = await task.given(opening, ports);
      const form = drafting === undefined ? given : begunForm(given, drafting);
      return formPage(ports, opening, { form, problems: [] }, { ...counter, drafting }, 200);
    }
    default:
      return opening satisfies never;
  }
}

async function submit(ports: DeskPorts, opening: Opening, form: Form, visit: Visit): Promise<Answer> {
  if (opening.state === "refused") return refusalPage(opening.refusal);
  if (isChanges(opening.link, visit)) return submitChanges(ports, opening, form, visit, caseRoom);
  const task = deskOf(opening.link, visit);
  if (task === undefined) return notFoundPage;
  const counter = { task, visit };
  if (opening.state === "used") {
    return form.do === "fresh-link"
      ? sendFreshLink(ports, caseRoom, opening.link, form)
      : usedPage(ports, opening, counter, 409);
  }

  const refusal = task.refusal(opening, ports.now(), ports.rules);
  if (refusal !== undefined) return refusedPage(ports, opening, refusal, counter);
  const drafting = await draftingAt(ports, opening, task, form[FILES]);
  const kept = drafting && (await keepsDraft(ports, opening, form, { ...counter, drafting }));
  if (kept !== undefined) return kept;
  const at = { ...counter, drafting };
  const reader = new FormReader(form);
  const command = await task.command(opening, form, reader, ports);
  const by = reader.text("by", "您的姓名", 30);
  if (command === undefined || reader.problems.length > 0)
    return formPage(ports, opening, { form, problems: reader.problems }, at, 422);
  const { respondent, caseNumber } = opening.link;
  const proofs =
    task.proofs === undefined
      ? []
      : await takenUp(ports, at.drafting ?? NOTHING_BEGUN, `${caseNumber}/${respondent}`, form, reader);
  if (reader.problems.length > 0)
    return formPage(ports, opening, { form, problems: reader.problems }, at, 422);
  const common = { at: ports.now(), by, respondent, basis: form.basis ?? "" };
  return act(ports, opening, { ...withProofs(command, proofs), ...common } as DeskCommand, form, at);
}

/** Answers the buttons that save and don't hand in; undefined where the form is handed in. */
async function keepsDraft(
  ports: DeskPorts,
  opening: OpenCase,
  form: Form,
  { task, visit, drafting }: Counter & { readonly drafting: Drafting },
): Promise<Answer | undefined> {
  const begun = begunForm(await task.given(opening, ports), drafting);
  const drafted = await draftAnswer(ports, visit, drafting, form, begun);
  switch (drafted) {
    case "conflict": {
      const latest = await draftingAt(ports, opening, task);
      const problems = latest === undefined ? [] : [conflictProblem(latest)];
      return formPage(ports, opening, { form, problems }, { task, visit, drafting: latest }, 409);
    }
    case "upload": {
      const upload = task.proofs === undefined ? undefined : await uploadPage(ports, visit, drafting);
      if (upload !== undefined) return upload;
      return formPage(ports, opening, { form, problems: [] }, { task, visit, drafting }, 200);
    }
    case "untouched": {
      const noted = untouchedNote(drafting);
      return formPage(ports, opening, { form, problems: [] }, { task, visit, drafting: noted }, 200);
    }
    default:
      return drafted;
  }
}

/** What is handed in with a report or a filing stays with it. */
function withProofs(command: Asked, proofs: readonly Proof[]): Asked {
  if (proofs.length === 0) return command;
  if (command.type === "submit-report") return { ...command, report: { ...command.report, proofs } };
  if (command.type === "submit-filing") return { ...command, filing: { ...command.filing, proofs } };
  if (
    command.type === "report-obstacle" ||
    command.type === "file-performance" ||
    command.type === "hand-in-defence" ||
    command.type === "show-defence" ||
    command.type === "ask-extension"
  )
    return { ...command, proofs };
  return command;
}

async function act(
  ports: DeskPorts,
  opening: OpenCase,
  command: DeskCommand,
  form: Form,
  counter: FormCounter,
): Promise<Answer> {
  const { link, holder } = opening;
  const acted = await actOnCase(ports, opening, command, counter.drafting && [counter.drafting.ref]);
  switch (acted.outcome) {
    case "done":
      return { status: 303 };
    case "used":
      return usedPage(ports, { link, holder, ...acted }, counter, 409);
    case "refused": {
      const problems = [refused(acted.refusal)];
      return formPage(ports, { link, holder, file: acted.file }, { form, problems }, counter, 409);
    }
    default:
      return acted satisfies never;
  }
}

async function formPage(
  ports: DeskPorts,
  open: OpenCase,
  filled: Filled,
  { task, visit, drafting }: FormCounter,
  status: 200 | 409 | 422,
): Promise<ShownPage> {
  const now = ports.now();
  const { proofs } = task;
  const form = html`<form method="post"><input type="hidden" name="basis" value="${basisOf(open.file, open.link.respondent)}">
${drafting === undefined ? "" : draftHead(drafting)}
${(await task.proposed?.(open, ports)) ?? ""}
${task.fields(open, { ...filled, offered: await headsOffered(open, ports) }, now)}
${drafting === undefined || proofs === undefined ? "" : proofFields(await droppedWith(ports, drafting), proofs, filled)}
<button type="submit" name="do" value="submit">${task.button}</button>${drafting === undefined ? "" : draftButton()}</form>`;
  return {
    status,
    title: task.title,
    body: html`${problemSummary(filled, form)}<section id="latest" tabindex="-1">${await knownView(ports, open, { task, visit }, status === 409)}</section>
${form}
${await foreseenView(ports, open, { task, visit })}${otherTasks(open, visit, now, ports.rules)}`,
  };
}

/** The draft of a task that keeps one. */
async function draftingAt(
  ports: DeskPorts,
  open: OpenCase,
  { draft }: TaskDesk,
  files?: string,
): Promise<Drafting | undefined> {
  const sitting = draft?.sitting(open, ports.now());
  if (draft === undefined || sitting === undefined) return undefined;
  const { recipient: owner, caseNumber, respondent } = open.link;
  const ref = { owner, form: draft.form, caseNumber, respondent, sitting: String(sitting) };
  return draftingOf(ports, ref, files);
}

/** What is known: in full, or in brief with the rest to be opened. Whatever has changed meanwhile is open. */
async function knownView(
  ports: DeskPorts,
  open: OpenCase,
  { task, visit }: Counter,
  changed: boolean,
): Promise<Markup> {
  const now = ports.now();
  const all = html`${task.shown(open, now)}${await filesOf(ports, open, visit)}`;
  if (task.brief === undefined) return all;
  return html`${task.brief(open, now, visit)}<details${changed ? html` open` : ""}><summary>案件情况、文书和已有记录</summary>${all}</details>`;
}

/** What will happen, where the page is confirmed as it stands. */
async function foreseenView(ports: DeskPorts, open: OpenCase, { task }: Counter): Promise<Markup> {
  const command = task.foreseen === undefined ? undefined : await task.foreseen(open, ports);
  if (command === undefined) return html``;
  const { respondent } = open.link;
  const common = { at: triedAt(ports), by: "", respondent, basis: basisOf(open.file, respondent) };
  const changes = await foreseenOnCase(ports, open, { ...command, ...common } as DeskCommand);
  if (changes === undefined) return html``;
  // What is registered stands above: the form may still add to it.
  return html`<h2>提交后</h2>${effectsView({ ...effectsOf(changes, ports), registered: [] }, ports)}`;
}

async function usedPage(
  ports: DeskPorts,
  open: Omit<Extract<Opening, { state: "used" }>, "state">,
  { task, visit }: Counter,
  status: 200 | 409,
): Promise<ShownPage> {
  const now = ports.now();
  const { file, link } = open;
  return {
    status,
    title: task.done,
    body: html`<p class="done">${open.used.by}已于${printedMoment(open.used.at)}办理，${visit.part === undefined ? "本链接不能再次使用" : "不能用本链接再次办理这一事项"}。</p>
${task.shown(open, now)}${await filesOf(ports, open, visit)}
${await leaderOffer(ports, visit, open)}<h2>需要更正？</h2>${await undoneOrOffer(ports, visit, file, { ...link, at: open.used.at })}${freshLinkForm()}${otherTasks(open, visit, now, ports.rules)}`,
  };
}

/** Papers and proofs of the case that the link's holder may see. */
async function filesOf(ports: DeskPorts, open: OpenCase, visit: Visit): Promise<Markup> {
  const { link, file } = open;
  return html`${await papersSection(ports, file, link.recipient, visit)}${proofList(proofsBehind(open), visit)}`;
}

function proofsBehind({ link: { respondent }, file, holder }: OpenCase): SeenProofs {
  return { file, respondent, reader: RIGHTS[holder].proofs };
}

/** Not now: what is known stands below, so that nobody has to ask. */
async function refusedPage(
  ports: DeskPorts,
  open: OpenCase,
  refusal: DeskRefusal,
  { task, visit }: Counter,
): Promise<ShownPage> {
  const now = ports.now();
  const page = refusalPage(refusal);
  return {
    ...page,
    body: html`${page.body}${task.shown(open, now)}${await filesOf(ports, open, visit)}${otherTasks(open, visit, now, ports.rules)}`,
  };
}
