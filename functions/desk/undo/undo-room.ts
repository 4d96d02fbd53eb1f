/** 撤回: what somebody did is shown with all that taking it back brings about, and taken back once confirmed. */
import { html } from "hono/html";
import { handleByLink } from "../../../shared/casework/handle.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { UsedLink } from "../../../shared/domain/used-link.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { eventWords } from "../../../shared/letters/wording/history-wording.ts";
import { reported } from "../frame/act.ts";
import { confirms, type Effects, effectsKey, effectsOf, effectsView, triedAt } from "../frame/effects.ts";
import { actorField, type Filled, problemSummary, textArea } from "../frame/fields.ts";
import { FormReader } from "../frame/form.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, ShownPage, Visit } from "../frame/room.ts";
import { caseUndo } from "./case-undo.ts";
import { directoryUndo } from "./directory-undo.ts";
import { entryUndo } from "./entry-undo.ts";
import { reviewUndo } from "./review-undo.ts";
import type { Undo, UndoLink } from "./undo.ts";

type OpenUndo = (ports: DeskPorts, link: UndoLink) => Promise<Undo | DeskRefusal>;

const UNDOS: { readonly [What in UndoLink["what"]]: OpenUndo } = {
  case: caseUndo,
  review: reviewUndo,
  entry: entryUndo,
  directory: directoryUndo,
};

export const undoRoom: Room<UndoLink> = {
  about: () => "撤回办理",
  subject: ({ what, of, recipient }) =>
    what === "review" ? { of: "document", sha256: of } : { of: "organisation", organisation: recipient },

  async show(ports, link, visit) {
    const [undo, used] = await Promise.all([
      UNDOS[link.what](ports, link),
      ports.records.usedLink(link.nonce),
    ]);
    if ("type" in undo) return refusalPage(undo);
    if (used !== undefined) return donePage(undo, used, visit, 200);
    const effects = await foreseen(ports, link, undo);
    if ("type" in effects) return refusedPage(undo, effects);
    return formPage(ports, undo, effects, { form: {}, problems: [] }, 200);
  },

  async submit(ports, link, form, visit): Promise<Answer> {
    const [undo, used] = await Promise.all([
      UNDOS[link.what](ports, link),
      ports.records.usedLink(link.nonce),
    ]);
    if ("type" in undo) return refusalPage(undo);
    if (used !== undefined) return donePage(undo, used, visit, 409);
    const reader = new FormReader(form);
    const reason = reader.text("reason", "撤回理由", 300);
    const by = reader.text("by", "您的姓名", 30);
    const effects = await foreseen(ports, link, undo);
    if ("type" in effects) return refusedPage(undo, effects);
    if (reader.problems.length === 0 && !confirms(form, effects))
      reader.problem("latest", "您填写期间情况有了变化，尚未撤回。请按最新情况核对后再次确认。");
    if (reader.problems.length > 0)
      return formPage(
        ports,
        undo,
        effects,
        { form, problems: reader.problems },
        reader.problems.some(({ field }) => field === "latest") ? 409 : 422,
      );
    const at = ports.now();
    const { nonce, cause } = link;
    const taken = await handleByLink<void, Refused>(ports.records, { nonce, at, by }, async () => {
      const now = await UNDOS[link.what](ports, link);
      if ("type" in now) return { outcome: "refused", refusal: now };
      const decided = await now.take({ cause, at, by, reason, office: now.office });
      return "type" in decided
        ? { outcome: "refused", refusal: decided }
        : { outcome: "ready", ...decided, result: undefined };
    });
    switch (taken.outcome) {
      case "done":
        reported(ports, taken);
        return { status: 303 };
      case "used":
        return donePage(undo, taken.used, visit, 409);
      case "refused":
        return refusedPage(undo, taken.refusal);
      default:
        return taken satisfies never;
    }
  },
};

interface Refused {
  readonly outcome: "refused";
  readonly refusal: DeskRefusal;
}

/** What would happen; decided on what there is, and not written. */
async function foreseen(ports: DeskPorts, link: UndoLink, undo: Undo): Promise<Effects | DeskRefusal> {
  const { cause } = link;
  const taken = await undo.take({ cause, at: triedAt(ports), by: "", reason: "", office: undo.office });
  return "type" in taken ? taken : effectsOf(taken.changes, ports);
}

function formPage(
  ports: DeskPorts,
  { shown }: Undo,
  effects: Effects,
  filled: Filled,
  status: 200 | 409 | 422,
): ShownPage {
  return {
    status,
    title: "撤回办理",
    body: html`${problemSummary(filled)}<section id="latest" tabindex="-1">${shown}
<h2>撤回后</h2>${effectsView(effects, ports)}<p>办理经过保留，并记明撤回。</p></section>
<form method="post"><input type="hidden" name="confirmed" value="${effectsKey(effects)}">
${textArea(filled, { name: "reason", label: "撤回理由", rows: 2, hint: "会写入更正函和办理经过。" })}
${actorField(filled, "撤回人")}
<button type="submit" name="do" value="submit">确认撤回</button></form>`,
  };
}

async function donePage(
  { shown, again }: Undo,
  { by, at }: UsedLink,
  visit: Visit,
  status: 200 | 409,
): Promise<ShownPage> {
  return {
    status,
    title: "已撤回",
    body: html`<p class="done">${by}已于${printedMoment(at)}撤回。已发出的函件，系统另行发函更正。</p>${shown}${await again(visit)}`,
  };
}

function refusedPage({ shown, resting = [] }: Undo, refusal: DeskRefusal): ShownPage {
  const page = refusalPage(refusal);
  const since =
    refusal.type !== "take-back-rested-on" || resting.length === 0
      ? ""
      : html`<h2>此后已办理</h2><ul>${resting.map((one) => html`<li>${printedMoment(one.at)} ${eventWords(one.event)}</li>`)}</ul>`;
  return { ...page, body: html`${page.body}${since}${shown}` };
}
