/** 督办: before a letter leaves in its name, a bureau looks at it, puts it off, notes what came in, or sends it; afterwards it decides whether the superior gets a copy. */
import { html } from "hono/html";
import type { UrgingCommand } from "../../../shared/domain/case-file/decisions/urging-decisions.ts";
import { openRound, urgedRound } from "../../../shared/domain/obligations/urging.ts";
import { civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { actOnCase } from "../frame/act.ts";
import { type Filled, problemSummary } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf } from "../frame/form-frame.ts";
import { paperElsewhere, papersSection } from "../frame/originals.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import { notFoundPage, refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, ShownPage, Visit } from "../frame/room.ts";
import { letterFile } from "../papers/letter-papers.ts";
import { DEED_FORMS, type Meant } from "./deed-forms.ts";
import { hasSuperior, letterToSeal, letterView } from "./letters-view.ts";
import { type Deed, deedRefusal, type OpenUrging, openUrging, type UrgingLink } from "./open-urging.ts";
import { deedsView, letterDay, standingView, urgingView } from "./urging-view.ts";

export const urgingRoom: Room<UrgingLink> = {
  about: ({ caseNumber }) => `${caseNumber}督办`,
  subject: ({ caseNumber }) => ({ of: "case", caseNumber }),

  async show(ports, link, visit) {
    const open = await openUrging(ports, link);
    if ("type" in open) return refusalPage(open);
    if (visit.part === undefined) return mainPage(ports, open, visit, NOTHING, 200);
    if (visit.part === LETTER_PAPER)
      return (await letterFile(ports, letterToSeal(ports, open))) ?? notFoundPage;
    const deed = deedOf(visit);
    if (deed === undefined)
      return (await paperElsewhere(ports, open.file, link.recipient, visit.part)) ?? notFoundPage;
    const refusal = deedRefusal(open, deed, ports.now());
    if (refusal !== undefined)
      return mainPage(ports, open, visit, { form: {}, problems: [refused(refusal)] }, 409);
    return deedPage(ports, open, { deed, visit }, NOTHING, 200);
  },

  async submit(ports, link, form, visit) {
    const open = await openUrging(ports, link);
    if ("type" in open) return refusalPage(open);
    const deed = deedOf(visit);
    return deed === undefined ? notFoundPage : submit(ports, open, { deed, visit }, form);
  },
};

/** 督办函 on paper. */
const LETTER_PAPER = "urging-letter";

const NOTHING: Filled = { form: {}, problems: [] };

/** Which deed, on which page. */
interface At {
  readonly deed: Deed;
  readonly visit: Visit;
}

function deedOf({ part = "" }: Visit): Deed | undefined {
  return Object.hasOwn(DEED_FORMS, part) ? (part as Deed) : undefined;
}

async function submit(ports: DeskPorts, open: OpenUrging, at: At, form: Form): Promise<Answer> {
  const now = ports.now();
  const reader = new FormReader(form);
  const id = formIdOf(reader, form);
  const used = await ports.records.usedLink(id);
  // A second click on the same form: what it asked for has been done.
  if (used !== undefined) return { status: 303, to: placeOf(at.visit) };
  const refusal = deedRefusal(open, at.deed, now);
  if (refusal !== undefined)
    return mainPage(ports, open, at.visit, { form: {}, problems: [refused(refusal)] }, 409);
  const meant = DEED_FORMS[at.deed].read(open, reader, civilDateAt(now), `link:${id}`);
  const by = reader.text("by", "您的姓名", 30);
  if (meant === undefined || reader.problems.length > 0)
    return deedPage(ports, open, at, { form, problems: reader.problems }, 422);
  const command = commandOf(open, meant, { at: now, by });
  const acted = await actOnCase(ports, { link: { nonce: id }, file: open.file }, command);
  switch (acted.outcome) {
    case "done":
    case "used":
      return { status: 303, to: placeOf(at.visit) };
    case "refused": {
      const latest = await openUrging(ports, open.link);
      if ("type" in latest) return refusalPage(latest);
      return mainPage(ports, latest, at.visit, { form: {}, problems: [refused(acted.refusal)] }, 409);
    }
    default:
      return acted satisfies never;
  }
}

function commandOf(
  { duty, urging }: OpenUrging,
  meant: Meant,
  who: { readonly at: Instant; readonly by: string },
): UrgingCommand {
  if ("notes" in meant) return { type: "note-received", ...duty, ...who, ...meant.notes };
  const { decides } = meant;
  const ofLetter = decides.decision === "held" || decides.decision === "released";
  const round = (ofLetter ? openRound(urging) : urgedRound(urging))?.round ?? 0;
  return { type: "decide-urging", ...duty, ...who, round, ...decides };
}

/** Where it stands, what can be done, and the letters that will go. */
async function mainPage(
  ports: DeskPorts,
  open: OpenUrging,
  visit: Visit,
  filled: Filled,
  status: 200 | 409,
): Promise<ShownPage> {
  const now = ports.now();
  const deeds = deedsView(open, visit, now);
  return {
    status,
    title: "督办办理",
    body: html`${problemSummary(filled)}<section id="latest" tabindex="-1">${standingView(open, ports.rules, now)}</section>
${deeds}<h2>下载文书</h2><ul class="papers"><li><a href="${placeOf(visit, { part: LETTER_PAPER })}">督办函（.docx）</a><small>编号盖章后另行送达的，用这份；文号留空。</small></li></ul>
${urgingView(open)}${await papersSection(ports, open.file, open.link.recipient, visit)}${await lettersToGo(ports, open)}`,
  };
}

/** What is about to leave, word for word. */
async function lettersToGo(ports: DeskPorts, open: OpenUrging): Promise<Markup> {
  const { urging, running } = open;
  if (running.duty.status !== "open") return html``;
  const now = ports.now();
  const day = letterDay(open, ports.rules);
  const sent = urgedRound(urging);
  const copyOpen = sent?.sentAt !== undefined && sent.copiedAt === undefined && hasSuperior(open);
  const leaves = day === undefined || day < now ? now : day;
  return html`${day === undefined ? "" : await letterView(ports, open, "letter", leaves)}${
    copyOpen || (day !== undefined && hasSuperior(open))
      ? await letterView(ports, open, "copy", copyOpen ? now : leaves)
      : ""
  }`;
}

async function deedPage(
  ports: DeskPorts,
  open: OpenUrging,
  { deed, visit }: At,
  filled: Filled,
  status: 200 | 422,
): Promise<ShownPage> {
  const now = ports.now();
  const { title, button, fields } = DEED_FORMS[deed];
  const preview =
    deed === "send"
      ? await letterView(ports, open, "letter", now)
      : deed === "copy"
        ? await letterView(ports, open, "copy", now)
        : "";
  return {
    status,
    title,
    body: html`${problemSummary(filled)}<p>${open.link.caseNumber}　${open.duty.respondent}</p>
${formFrame(ports, undefined, fields(open, filled, civilDateAt(now)), button, filled.form.form)}
<p><a href="${placeOf(visit)}">返回督办办理</a></p>
${preview}`,
  };
}
