/**
 * 司法建议 of a court: its addressee replies, by the same link as often as it takes, and may take the reply back; its bureau and the court
 * look at it. The court's paper and the reply for the seal are a click away.
 */
import { html } from "hono/html";
import { bureauOf } from "../../../shared/casework/involved.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { Suggestion } from "../../../shared/domain/programme/entry.ts";
import type { SuggestionCommand } from "../../../shared/domain/programme/suggestion-decisions.ts";
import { suggestionDue, suggestionRoundToCopy } from "../../../shared/domain/programme/suggestion-ladder.ts";
import { ADOPTIONS, mayTakeBack, suggestionState } from "../../../shared/domain/suggestion/suggestion.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { adoptionName, suggestionTitle } from "../../../shared/letters/registers/suggestion-wording.ts";
import { entryBehind, refBehind } from "../entries/entry-behind.ts";
import { suggestionView } from "../entries/suggestion-view.ts";
import { superiorCopyView } from "../entries/superior-copy.ts";
import { actOnEntry } from "../entries/write-entry.ts";
import { actorField, type Filled, problemSummary, radios, textArea } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf, sendingOf, wasSent } from "../frame/form-frame.ts";
import { originalElsewhere } from "../frame/originals.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import { notFoundPage, refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, Shown, ShownPage, Visit } from "../frame/room.ts";
import { entryPaper, entryPapers } from "../papers/entry-papers.ts";

type SuggestionLink = Link<"suggestion">;

const ORIGINAL = "original";

/** The proposal, and in which part the link's holder sees it. */
interface Open {
  readonly link: SuggestionLink;
  readonly suggestion: Suggestion;
  readonly as: "agency" | "bureau" | "court";
}

export const suggestionRoom: Room<SuggestionLink> = {
  about: () => "司法建议",
  subject: ({ jurisdiction, year }) => ({ of: "programme", jurisdiction, year }),

  async show(ports, link, visit): Promise<Shown> {
    const open = await openSuggestion(ports, link);
    if (open === undefined) return refusalPage({ type: "not-theirs" });
    if (visit.part === ORIGINAL) return originalPaper(ports, open);
    if (visit.part !== undefined)
      return (await entryPaper(ports, open.suggestion, open.as, visit.part)) ?? notFoundPage;
    return suggestionPage(ports, visit, open, { form: {}, problems: [] }, 200);
  },

  async submit(ports, link, form, visit): Promise<Answer> {
    const open = await openSuggestion(ports, link);
    if (open === undefined) return refusalPage({ type: "not-theirs" });
    return submitSuggestion(ports, visit, open, form);
  },
};

async function openSuggestion(ports: DeskPorts, link: SuggestionLink): Promise<Open | undefined> {
  const [suggestion, bureau] = await Promise.all([
    entryBehind(ports, link, "suggestion"),
    bureauOf(link.jurisdiction, ports.directory),
  ]);
  if (suggestion === undefined) return undefined;
  const { recipient } = link;
  if (suggestion.to.organisation === recipient) {
    // Whose it is must be sure before anybody sees it.
    return suggestionState(suggestion) === "to-check" ? undefined : { link, suggestion, as: "agency" };
  }
  if (bureau?.id === recipient) return { link, suggestion, as: "bureau" };
  return suggestion.court.organisation === recipient ? { link, suggestion, as: "court" } : undefined;
}

/** What the form asks for; undefined where the reader found problems. */
function readCommand(ports: DeskPorts, { as, suggestion }: Open, reader: FormReader, form: Form) {
  if (form.do === "copy" && as === "bureau")
    return { type: "copy", round: suggestionRoundToCopy(suggestion, ports.rules) ?? 0 } as const;
  if (form.do === "take-back" && as !== "court") {
    const reason = reader.text("reason", "撤回理由", 300);
    return { type: "take-back-reply", reason, hours: ports.rules.policy.undo.hours } as const;
  }
  if (as !== "agency") return "not-theirs";
  const adoption = reader.choice("adoption", "采纳情况", ADOPTIONS);
  const text = reader.text("text", "办理情况", 2000);
  const why =
    adoption === "adopted" ? reader.optionalText("why", "理由", 1000) : reader.text("why", "理由", 1000);
  if (adoption === undefined) return undefined;
  const command: SuggestionCommand = {
    type: "reply",
    reply: { adoption, text, ...(why !== undefined && why !== "" && { reason: why }) },
  };
  return command;
}

async function submitSuggestion(ports: DeskPorts, visit: Visit, open: Open, form: Form): Promise<Answer> {
  if (wasSent(open.suggestion, form)) return { status: 303 };
  const reader = new FormReader(form);
  const command = readCommand(ports, open, reader, form);
  if (command === "not-theirs") return refusalPage({ type: "not-theirs" });
  const by = reader.text("by", "您的姓名", 30);
  formIdOf(reader, form);
  if (command === undefined || reader.problems.length > 0)
    return suggestionPage(ports, visit, open, { form, problems: reader.problems }, 422);
  const refusal = await actOnEntry(ports, refBehind(open.link, "suggestion"), {
    ...command,
    at: ports.now(),
    by,
    cause: `link:${open.link.nonce}`,
    form: sendingOf(form),
    revision: Number(form.revision),
  });
  if (refusal === undefined) return { status: 303 };
  const now = (await openSuggestion(ports, open.link)) ?? open;
  return suggestionPage(ports, visit, now, { form, problems: [refused(refusal)] }, 409);
}

async function suggestionPage(
  ports: DeskPorts,
  visit: Visit,
  open: Open,
  filled: Filled,
  status: 200 | 409 | 422,
): Promise<ShownPage> {
  const { suggestion, as } = open;
  const today = civilDateAt(ports.now());
  const round = as === "bureau" ? suggestionRoundToCopy(suggestion, ports.rules) : undefined;
  return {
    status,
    title: "司法建议",
    body: html`${problemSummary(filled)}<section id="latest" tabindex="-1"><h2>${suggestionTitle({ ...suggestion, court: suggestion.court.name })}</h2>${suggestionView(suggestion, today, ports.rules)}</section>
${papersView(visit, open)}
${owesReply(open) ? formFrame(ports, suggestion.revision, replyFields(filled), "提交复函", filled.form.form) : ""}
${as === "court" ? "" : takeBackView(ports, open, filled)}
${round === undefined ? "" : await superiorCopyView(ports, suggestion.to.organisation, suggestionDue(suggestion, today, { part: "superior" }, ports.rules), filled, suggestion.revision)}`,
  };
}

function owesReply({ as, suggestion }: Open): boolean {
  return (
    as === "agency" && suggestion.withdrawn === undefined && suggestionState(suggestion) === "awaiting-reply"
  );
}

/** The court's paper, and the reply for the seal. */
function papersView(visit: Visit, { suggestion, as }: Open): Markup {
  const original =
    suggestion.document === undefined
      ? ""
      : html`<ul class="papers"><li><a href="${placeOf(visit, { part: ORIGINAL })}">司法建议书原件</a></li></ul>`;
  const made = entryPapers(suggestion, as, visit);
  return `${original}${made}` === "" ? html`` : html`<h2>文书</h2>${original}${made}`;
}

function replyFields(filled: Filled): Markup {
  return html`<h2>填写复函</h2>
${radios(filled, {
  name: "adoption",
  label: "采纳情况",
  required: true,
  options: ADOPTIONS.map((one) => [one, adoptionName(one)] as const),
})}
${textArea(filled, { name: "text", label: "办理情况和今后措施", rows: 6, required: true, hint: "逐条写明已采取的措施、结果和今后的做法；将写入复函。" })}
${textArea(filled, { name: "why", label: "理由", rows: 3, hint: "部分采纳、不采纳的必填。" })}
${actorField(filled)}`;
}

/** 撤回复函, while there is time. */
function takeBackView(ports: DeskPorts, { suggestion }: Open, filled: Filled): Markup {
  const { hours } = ports.rules.policy.undo;
  if (suggestion.withdrawn !== undefined || !mayTakeBack(suggestion, ports.now(), hours)) return html``;
  const own = filled.form.do === "take-back" ? filled : { form: {}, problems: [] };
  return html`<details${filled.form.do === "take-back" ? html` open` : ""}><summary>复函有误，撤回</summary>
${formFrame(
  ports,
  suggestion.revision,
  html`<p>提交后${hours}小时内可以撤回；人民法院会收到告知，撤回后请重新填写。</p>${textArea(own, { name: "reason", label: "撤回理由", rows: 2 })}${actorField(own, "撤回人")}`,
  "确认撤回",
  own.form.form,
  "take-back",
)}</details>`;
}

async function originalPaper(ports: DeskPorts, { suggestion, link }: Open): Promise<Shown> {
  const { document: sha256 } = suggestion;
  const record = sha256 === undefined ? undefined : await ports.records.document(sha256);
  return sha256 === undefined || record === undefined
    ? notFoundPage
    : originalElsewhere(ports, record, link.recipient, { of: "document", sha256 });
}
