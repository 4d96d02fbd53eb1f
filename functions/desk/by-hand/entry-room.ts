/** 录入: a bureau enters a case that its court has not told of, or a paper that came to it by post. */
import { html } from "hono/html";
import { involvedIn } from "../../../shared/casework/involved.ts";
import { parseCaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { isBureausCase } from "../frame/case-bureaus.ts";
import { actorField, type Filled, problemSummary } from "../frame/fields.ts";
import { type Form, refused } from "../frame/form.ts";
import { formFrame } from "../frame/form-frame.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import { notFoundPage, refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, ShownPage, Visit } from "../frame/room.ts";
import { undoneOrOffer } from "../frame/undo-link.ts";
import { ENTER_CASE, type OpenEntry } from "./entry-form.ts";
import { byHandLinks } from "./office-links.ts";
import { PAPER_TITLE, paperAnswer, paperPage, submitPaper } from "./paper-page.ts";
import { sendForm } from "./send-form.ts";

type EntryLink = Link<"entry-office">;

export const entryRoom: Room<EntryLink> = {
  about: () => "录入案件",
  subject: ({ recipient }) => ({ of: "organisation", organisation: recipient }),

  async show(ports, link, visit) {
    const open = await openEntry(ports, link);
    if ("type" in open) return refusalPage(open);
    if (visit.part === undefined) return mainPage(ports, open, visit);
    if (visit.part === "paper") return paperPage(ports, open.bureau, visit);
    return visit.part === "case"
      ? formPage(ports, visit, { form: {}, problems: [] }, open, 200)
      : notFoundPage;
  },

  async submit(ports, link, form, visit) {
    const open = await openEntry(ports, link);
    if ("type" in open) return refusalPage(open);
    if (visit.part === "paper") return submitPaper(ports, open.bureau, form, visit);
    return visit.part === "case" ? submit(ports, open, form, visit) : notFoundPage;
  },
};

/** The bureau whose link it is; nobody else enters anything. */
async function openEntry(ports: DeskPorts, { recipient }: EntryLink): Promise<OpenEntry | DeskRefusal> {
  const bureau = await ports.directory.organisation(recipient);
  return bureau?.kind === "bureau" ? { bureau } : { type: "not-theirs" };
}

async function submit(ports: DeskPorts, open: OpenEntry, sent: Form, visit: Visit): Promise<Answer> {
  const acted = await sendForm(ports, open, ENTER_CASE, sent);
  switch (acted.outcome) {
    case "done":
      return { status: 303, to: placeOf(visit, { query: { done: acted.form, number: sent.number } }) };
    case "confirm":
      return acted.page;
    case "incomplete":
      return formPage(ports, visit, { form: sent, problems: acted.problems }, open, 422);
    case "back":
      return formPage(ports, visit, { form: sent, problems: [] }, open, 200);
    case "refused":
      return formPage(ports, visit, { form: sent, problems: [refused(acted.refusal)] }, open, 409);
    default:
      return acted satisfies never;
  }
}

async function mainPage(ports: DeskPorts, open: OpenEntry, visit: Visit): Promise<ShownPage> {
  return {
    status: 200,
    title: "录入",
    body: html`${await doneView(ports, open, visit)}${await paperAnswer(ports, open.bureau, visit)}<h2>可以办理</h2><ul><li><a href="${placeOf(visit, { part: "paper" })}">${PAPER_TITLE}</a>：收到邮寄、当面送达的传票等文书，人民法院还没有上传的。</li><li><a href="${placeOf(visit, { part: "case" })}">${ENTER_CASE.title}</a>：${ENTER_CASE.what}</li></ul>
<h2>打开案件</h2><form method="get" class="filters"><div class="field"><label for="open">案号（已撤销登记的也可以打开）</label><input id="open" name="open" type="text" maxlength="60" value="${visit.query.open ?? ""}"></div><button type="submit">打开</button></form>${await openedView(ports, open, visit)}
<p class="hint">录入的内容以此后收到的人民法院文书为准；提交前先列明将通知的单位，${ports.rules.policy.undo.hours}小时内可以撤回。</p>`,
  };
}

/** The way into a case of the bureau by its number; also into one that was struck out, which stands on no board. */
async function openedView(ports: DeskPorts, { bureau }: OpenEntry, visit: Visit): Promise<Markup | string> {
  const { open: typed = "" } = visit.query;
  if (typed === "") return "";
  const caseNumber = parseCaseNumber(typed);
  const file = caseNumber && (await ports.records.caseFile(caseNumber));
  const isTheirs = file && isBureausCase(bureau, await involvedIn(file, ports.directory));
  return file !== undefined && isTheirs === true
    ? html`<p>${file.caseNumber}${file.void === true ? "（已撤销登记）" : ""}</p>${await byHandLinks(ports, visit, bureau.id, file)}`
    : html`<p class="problem">没有找到本辖区的这一案件，请核对案号。</p>`;
}

/** The case that was just entered, with the ways on and back. */
async function doneView(ports: DeskPorts, { bureau }: OpenEntry, visit: Visit): Promise<Markup | string> {
  const { done: nonce = "", number = "" } = visit.query;
  const caseNumber = parseCaseNumber(number);
  const [used, file] = await Promise.all([
    nonce === "" ? undefined : ports.records.usedLink(nonce),
    caseNumber && ports.records.caseFile(caseNumber),
  ]);
  if (used === undefined || file === undefined) return "";
  const { by, at } = used;
  return html`<p class="done">${by}已于${printedMoment(at)}录入${file.caseNumber}。</p>${await undoneOrOffer(ports, visit, file, { nonce, recipient: bureau.id, at })}${file.void === true ? "" : await byHandLinks(ports, visit, bureau.id, file)}`;
}

function formPage(
  ports: DeskPorts,
  visit: Visit,
  filled: Filled,
  open: OpenEntry,
  status: 200 | 409 | 422,
): ShownPage {
  const fields = html`${ENTER_CASE.fields(open, filled, civilDateAt(ports.now()))}${actorField(filled, "录入人")}`;
  return {
    status,
    title: ENTER_CASE.title,
    body: html`${problemSummary(filled)}<section id="latest" tabindex="-1"></section>
${formFrame(ports, undefined, fields, ENTER_CASE.button, filled.form.form)}
<p><a href="${placeOf(visit)}">返回录入</a></p>`,
  };
}
