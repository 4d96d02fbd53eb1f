/** 核对: agency and court see what each source says of a sitting and confirm or correct it; the bureau decides what stands. */
import { html } from "hono/html";
import { involvedIn } from "../../../shared/casework/involved.ts";
import type { DifferenceAnswer } from "../../../shared/domain/case-file/difference.ts";
import {
  type AnswerDifference,
  differenceBasis,
  type OpenDifference,
  openDifferences,
} from "../../../shared/domain/case-file/reconciliation.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { answersUntil } from "../../../shared/domain/obligations/difference-ladder.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { UsedLink } from "../../../shared/domain/used-link.ts";
import { dateWithWeekday, printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import {
  differenceTable,
  factsLine,
  sourceName,
} from "../../../shared/letters/wording/attendance-wording.ts";
import { caseFacts } from "../../../shared/letters/wording/case-wording.ts";
import { type CaseBehind, caseBehind } from "../case-task/open-case.ts";
import { actOnCase, foreseenOnCase } from "../frame/act.ts";
import { attendanceView, factList } from "../frame/case-view.ts";
import { droppedWith, takenUp } from "../frame/dropped-proofs.ts";
import { effectsOf, goesBack, toConfirm, triedAt } from "../frame/effects.ts";
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
import { designatedFor } from "../frame/head-fields.ts";
import { headJudge } from "../frame/head-judge.ts";
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
import type { Answer, DeskPorts, Room, ShownPage, Visit } from "../frame/room.ts";
import { undoneOrOffer } from "../frame/undo-link.ts";
import { type Answerer, answerFields, type Question, readAnswer } from "./answer-form.ts";

type ReconciliationLink = Link<"reconciliation">;

/** The case behind a link, and in whose name its holder speaks. */
interface Opened extends CaseBehind {
  readonly link: ReconciliationLink;
  readonly answerer: Answerer;
  readonly visit: Visit;
}

export const reconciliationRoom: Room<ReconciliationLink> = {
  about: ({ caseNumber }) => `${caseNumber}出庭记载核对`,
  subject: ({ caseNumber }) => ({ of: "case", caseNumber }),

  async show(ports, link, visit) {
    const opened = await open(ports, link, visit);
    if ("type" in opened) return refusalPage(opened);
    if (visit.part !== undefined)
      return (
        (await paperElsewhere(ports, opened.file, link.recipient, visit.part)) ??
        (await proofElsewhere(ports, proofsSeen(opened), visit.part, link.recipient)) ??
        notFoundPage
      );
    if (opened.used !== undefined) return usedPage(ports, opened, opened.used, 200);
    const difference = differenceOf(opened);
    if (difference === undefined) return agreedPage(opened);
    const drafting = await draftingAt(ports, opened, difference, visit.query[FILES]);
    const upload = visit.query.step === UPLOAD_STEP ? await uploadPage(ports, visit, drafting) : undefined;
    const filled = { form: begunForm({}, drafting), problems: [] };
    return upload ?? formPage(ports, { ...opened, drafting }, difference, filled, 200);
  },

  async submit(ports, link, form, visit) {
    const opened = await open(ports, link, visit);
    if ("type" in opened) return refusalPage(opened);
    if (visit.part !== undefined) return notFoundPage;
    if (opened.used !== undefined) {
      return form.do === "fresh-link"
        ? sendFreshLink(ports, reconciliationRoom, link, form)
        : usedPage(ports, opened, opened.used, 409);
    }
    const difference = differenceOf(opened);
    if (difference === undefined) return agreedPage(opened);
    const drafting = await draftingAt(ports, opened, difference, form[FILES]);
    const drafted = await draftAnswer(ports, visit, drafting, form, begunForm({}, drafting));
    const filled = { form, problems: [] };
    switch (drafted) {
      case undefined:
        return answer(ports, { ...opened, drafting }, difference, form);
      case "conflict": {
        const latest = await draftingAt(ports, opened, difference);
        const told = { form, problems: [conflictProblem(latest)] };
        return formPage(ports, { ...opened, drafting: latest }, difference, told, 409);
      }
      case "upload":
        return (
          (await uploadPage(ports, visit, drafting)) ??
          formPage(ports, { ...opened, drafting }, difference, filled, 200)
        );
      case "untouched":
        return formPage(ports, { ...opened, drafting: untouchedNote(drafting) }, difference, filled, 200);
      default:
        return drafted;
    }
  },
};

/** Whose the link is: the agency's, the court's or the bureau's of this case as the directory knows them today. */
async function open(ports: DeskPorts, link: ReconciliationLink, visit: Visit): Promise<Opened | DeskRefusal> {
  const behind = await caseBehind(ports, link);
  if ("type" in behind) return behind;
  const { file, used } = behind;
  const { respondents, bureau, court } = await involvedIn(file, ports.directory);
  const surroundings = respondents.get(link.respondent);
  const { recipient } = link;
  const answerer =
    surroundings?.organisation.id === recipient
      ? "agency"
      : surroundings !== undefined && court?.id === recipient
        ? "court"
        : surroundings !== undefined && (surroundings.bureau ?? bureau)?.id === recipient
          ? "bureau"
          : undefined;
  return answerer === undefined ? { type: "not-theirs" } : { link, file, used, answerer, visit };
}

function differenceOf({ file, link }: Pick<Opened, "file" | "link">): OpenDifference | undefined {
  return openDifferences(file, link.respondent).find(({ sitting }) => sitting === link.sitting);
}

/** The draft of an answer: what is said since, or answered, needs another. */
function draftingAt(
  ports: DeskPorts,
  { link }: Opened,
  { id }: OpenDifference,
  files?: string,
): Promise<Drafting> {
  const { recipient: owner, caseNumber, respondent, sitting } = link;
  const ref = { owner, form: "reconciliation", caseNumber, respondent, sitting: `${sitting} ${id}` } as const;
  return draftingOf(ports, ref, files);
}

function questionTo({ answerer, file, link }: Opened, difference: OpenDifference): Omit<Question, "judge"> {
  return { open: difference, answerer, designated: designatedFor(file, link.respondent) };
}

/** The same, and what was begun of the answer. */
interface Answering extends Opened {
  readonly drafting: Drafting;
}

async function answer(
  ports: DeskPorts,
  opened: Answering,
  difference: OpenDifference,
  form: Form,
): Promise<Answer> {
  const { link, answerer } = opened;
  const reader = new FormReader(form);
  const judge = await headJudge(ports, opened.file, link.respondent, link.sitting);
  const answered = readAnswer({ ...questionTo(opened, difference), judge }, form, reader);
  const by = reader.text("by", "您的姓名", 30);
  if (answered === undefined || reader.problems.length > 0)
    return formPage(ports, opened, difference, { form, problems: reader.problems }, 422);
  if (goesBack(form)) return formPage(ports, opened, difference, { form, problems: [] }, 200);
  const { respondent, sitting, caseNumber } = link;
  const basis = form.basis ?? "";
  const said = { type: "answer-difference", by, respondent, sitting, basis, side: answerer } as const;
  const asked = await settlesToConfirm(ports, opened, { ...said, ...answered, at: triedAt(ports) }, form);
  if (asked !== undefined) return asked;
  const proofs = await takenUp(ports, opened.drafting, `${caseNumber}/${respondent}`, form, reader);
  if (reader.problems.length > 0)
    return formPage(ports, opened, difference, { form, problems: reader.problems }, 422);
  const command: AnswerDifference = {
    ...said,
    at: ports.now(),
    ...answered,
    ...(proofs.length > 0 && { proofs }),
  };
  const acted = await actOnCase(ports, opened, command, [opened.drafting.ref]);
  switch (acted.outcome) {
    case "done":
      return { status: 303 };
    case "used":
      return usedPage(ports, { ...opened, file: acted.file }, acted.used, 409);
    case "refused": {
      const now = { ...opened, file: acted.file };
      const latest = differenceOf(now);
      if (latest === undefined) return agreedPage(now);
      const problems = [refused(acted.refusal)];
      // What was chosen may mean something else now: it is asked anew.
      const { choice: _, ...rest } = form;
      return formPage(ports, now, latest, { form: rest, problems }, 409);
    }
    default:
      return acted satisfies never;
  }
}

/** What settles the sources is shown before it does; an answer that leaves them open can be given at once. */
async function settlesToConfirm(
  ports: DeskPorts,
  opened: Opened,
  command: AnswerDifference,
  form: Form,
): Promise<ShownPage | undefined> {
  const changes = await foreseenOnCase(ports, opened, command);
  const settles = changes?.some(({ cases = [] }) =>
    cases.some(({ events }) => events.some(({ event }) => event.type === "difference-settled")),
  );
  if (changes === undefined || !settles) return undefined;
  const words = { title: "核对结果确认", button: "确认提交" };
  return toConfirm(ports, effectsOf(changes, ports), form, words);
}

async function formPage(
  ports: DeskPorts,
  opened: Answering,
  difference: OpenDifference,
  filled: Filled,
  status: 200 | 409 | 422,
): Promise<ShownPage> {
  const { drafting } = opened;
  const dropped = await droppedWith(ports, drafting);
  const form = html`<form method="post"><input type="hidden" name="basis" value="${differenceBasis(difference)}">
${draftHead(drafting)}
${answerFields(questionTo(opened, difference), filled)}
${proofFields(dropped, "能够说明实际情况的签到表、照片、笔录页等。", filled)}
<button type="submit" name="do" value="submit">${opened.answerer === "bureau" ? "提交认定" : "提交核对意见"}</button>${draftButton()}</form>`;
  return {
    status,
    title: opened.answerer === "bureau" ? "出庭记载认定" : "出庭记载核对",
    body: html`${problemSummary(filled, form)}<section id="latest" tabindex="-1">${await shown(ports, opened, difference)}</section>
${form}`,
  };
}

function proofsSeen({ file, link: { respondent }, answerer }: Opened): SeenProofs {
  return { file, respondent, reader: answerer === "court" ? "court" : "own-side" };
}

/** The case, the versions side by side, and what the sides have answered. */
async function shown(ports: DeskPorts, opened: Opened, difference: OpenDifference): Promise<Markup> {
  const { file, link, visit } = opened;
  const { columns, rows } = differenceTable(difference.differences);
  const until = answersUntil(file, difference, ports.rules);
  return html`<h2>案件</h2>${factList(
    ...caseFacts(summaryOf(file)),
    fact("开庭日期", dateWithWeekday(link.sitting)),
    fact("被核对单位", link.respondent),
    until && fact("答复时限", `${dateWithWeekday(until)}前（含当日），逾期由司法局认定`),
  )}
<h2>各方记载</h2>
<div class="scroll" role="region" aria-label="各方记载" tabindex="0"><table><caption>不一致的记载</caption><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([topic = "", ...cells]) =>
      html`<tr><th scope="row">${topic}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>
${difference.answers.length === 0 ? "" : html`<h2>已收到的核对意见</h2>${factList(...difference.answers.map(answerFact))}`}
${await papersSection(ports, file, link.recipient, visit)}${proofList(proofsSeen(opened), visit)}
<p>双方意见一致的，即按一致的内容统计；不一致或者逾期未答复的，由司法局认定。各方原来的记载保留。</p>`;
}

function answerFact({ side, source, facts, reason, by, at }: DifferenceAnswer) {
  const whose = source === "other" ? "" : `以${sourceName(source)}为准：`;
  return fact(side === "agency" ? "行政机关" : "人民法院", `${whose}${factsLine(facts)}`, [
    ...(reason === undefined ? [] : [`理由：${reason}`]),
    `${by}，${printedMoment(at)}`,
  ]);
}

async function usedPage(
  ports: DeskPorts,
  opened: Opened,
  used: UsedLink,
  status: 200 | 409,
): Promise<ShownPage> {
  const difference = differenceOf(opened);
  return {
    status,
    title: opened.answerer === "bureau" ? "认定已提交" : "核对意见已提交",
    body: html`<p class="done">${used.by}已于${printedMoment(used.at)}办理，本链接不能再次使用。</p>
${difference === undefined ? attendanceView(opened.file, opened.link.respondent) : await shown(ports, opened, difference)}
<h2>需要更正？</h2>${await undoneOrOffer(ports, opened.visit, opened.file, { ...opened.link, at: used.at })}${freshLinkForm()}`,
  };
}

/** Nothing to answer any more: what holds stands below. */
function agreedPage({ file, link }: Opened): ShownPage {
  const page = refusalPage({ type: "no-difference" });
  return { ...page, body: html`${page.body}${attendanceView(file, link.respondent)}` };
}
