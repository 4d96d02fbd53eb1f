/** 人工复核: a person of the bureau sees what was read and from which words, and confirms, corrects or sends it back. */
import { withLast } from "../../../shared/casework/cases-at-work.ts";
import { rejected } from "../../../shared/casework/documents/answers.ts";
import { type Arriving, type Settled, sourceOf } from "../../../shared/casework/documents/arriving.ts";
import { fileInCases } from "../../../shared/casework/documents/case-documents.ts";
import { rostersFor } from "../../../shared/casework/documents/rosters.ts";
import { understand } from "../../../shared/casework/documents/understand.ts";
import { handleByLink, type Ready } from "../../../shared/casework/handle.ts";
import { bureauOf } from "../../../shared/casework/involved.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { DocumentRecord, DocumentReview } from "../../../shared/domain/document.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import type { UsedLink } from "../../../shared/domain/used-link.ts";
import { explainDoubts } from "../../../shared/letters/refusals/doubts.ts";
import { reported } from "../frame/act.ts";
import { effectsOf, goesBack, toConfirm, triedAt } from "../frame/effects.ts";
import { type Form, FormReader } from "../frame/form.ts";
import { sendFreshLink } from "../frame/fresh-link.ts";
import { originalElsewhere } from "../frame/originals.ts";
import { notFoundPage, refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, ShownPage, Visit } from "../frame/room.ts";
import { undoOffer } from "../frame/undo-link.ts";
import { withPicks } from "./candidates.ts";
import { pagePicture } from "./checked-source.ts";
import { corrected } from "./correction.ts";
import { askAbout, questionsOn } from "./questions.ts";
import { donePage, ORIGINAL, reviewPage } from "./review-page.ts";
import { type CaseReading, storedReading, UnusableReading } from "./stored-reading.ts";

type ReviewLink = Link<"review">;

/** A document to look at; `used` where the link was. */
interface OpenReview {
  readonly link: ReviewLink;
  readonly used: UsedLink | undefined;
  readonly document: DocumentRecord;
}

export const reviewRoom: Room<ReviewLink> = {
  about: () => "文书复核",
  subject: ({ sha256 }) => ({ of: "document", sha256 }),

  async show(ports, link, visit) {
    const open = await openReview(ports, link);
    if ("type" in open) return refusalPage(open);
    if (open.used !== undefined) return reviewedPage(ports, open, open.used, visit, 200);
    const reading = readingOf(ports, open.document);
    if (reading === undefined) return refusalPage({ type: "nothing-to-review" });
    const { sha256, recipient } = link;
    if (visit.part === ORIGINAL)
      return originalElsewhere(ports, open.document, recipient, { of: "document", sha256 });
    if (visit.part !== undefined) return (await pagePicture(ports, sha256, visit.part)) ?? notFoundPage;
    return reviewPage(ports, { record: open.document, reading, visit }, undefined, 200);
  },

  async submit(ports, link, form, visit) {
    const open = await openReview(ports, link);
    if ("type" in open) return refusalPage(open);
    if (open.used !== undefined) {
      return form.do === "fresh-link"
        ? sendFreshLink(ports, reviewRoom, link, form)
        : reviewedPage(ports, open, open.used, visit, 409);
    }
    return submitReview(ports, open, form, visit);
  },
};

/** The document, where the link's bureau is still the one that looks at it, or the one above, which does where that can't be reached. */
async function openReview(ports: DeskPorts, link: ReviewLink): Promise<OpenReview | DeskRefusal> {
  const [document, used] = await Promise.all([
    ports.records.document(link.sha256),
    ports.records.usedLink(link.nonce),
  ]);
  if (document === undefined) return { type: "nothing-to-review" };
  const { bureau } = await sourceOf(document.firstUpload.key, ports.directory);
  const may = [bureau, await bureauOf(CITY_ITSELF, ports.directory)].some(
    (one) => one?.id === link.recipient,
  );
  return may ? { link, used, document } : { type: "not-theirs" };
}

/** What became of it, and while there is time the way to take it back. */
async function reviewedPage(
  ports: DeskPorts,
  { link, document: known }: OpenReview,
  used: UsedLink,
  visit: Visit,
  status: 200 | 409,
): Promise<ShownPage> {
  const { sha256: of, recipient } = link;
  const document = (await ports.records.document(of)) ?? known;
  const { reviewed } = document;
  const undo =
    reviewed === undefined
      ? undefined
      : await undoOffer(ports, visit, { what: "review", of, recipient, ...reviewed });
  return donePage(document, used, status, undo);
}

/** What a person decided. */
async function submitReview(ports: DeskPorts, open: OpenReview, form: Form, visit: Visit): Promise<Answer> {
  const reading = readingOf(ports, open.document);
  if (reading === undefined) return refusalPage({ type: "nothing-to-review" });
  const reader = new FormReader(form);
  const today = civilDateAt(ports.now());
  const usable = reading instanceof UnusableReading ? undefined : reading;
  const decisions = usable === undefined ? (["send-back"] as const) : (["accept", "send-back"] as const);
  const decision = reader.choice("decision", "处理方式", decisions);
  const reason = decision === "send-back" ? reader.text("reason", "退回理由", 500) : "";
  const picked = usable && withPicks(form, usable);
  const document =
    decision === "accept" && picked ? corrected(picked.document, picked.form, today, reader) : undefined;
  const by = reader.text("by", "您的姓名", 30);
  // Asked of what is otherwise complete: nobody ticks what will be another question a moment later.
  const questions =
    document !== undefined && reader.problems.length === 0
      ? questionsOn(document, { today, uploader: await uploaderOf(ports, open.document) })
      : [];
  askAbout(questions, form, reader);
  const again = (status: 200 | 409 | 422) =>
    reviewPage(
      ports,
      { record: open.document, reading, visit },
      { form, problems: reader.problems },
      status,
      questions,
    );
  if (reader.problems.length > 0) return again(422);
  if (goesBack(form)) return again(200);

  const { nonce, sha256 } = open.link;
  const decideAt = async (at: Instant): Promise<Ready<void> | Refused> => {
    const now = await ports.records.document(sha256);
    if (now?.state !== "needs-review") return { outcome: "refused", refusal: { type: "nothing-to-review" } };
    const arriving = await arrivingAt(ports, open, at, by);
    const settled =
      document === undefined || usable === undefined
        ? rejected(arriving, usable?.kind.value ?? open.document.kind, { type: "sent-back", reason })
        : await settle(ports, arriving, usable, document);
    if (typeof settled === "string") return { outcome: "refused", refusal: settled };
    const { changes, unreached = [] } = settled;
    return {
      outcome: "ready",
      changes: withLast(changes, {
        documentWas: "needs-review",
        ...withReview(changes.at(-1)?.document, { at, by, cause: arriving.cause, was: wasOf(now) }),
      }),
      unreached,
      result: undefined,
    };
  };
  const foreseen = await decideAt(triedAt(ports));
  if (foreseen.outcome === "ready") {
    const words = { title: "复核确认", button: "确认提交复核结果" };
    const asked = toConfirm(ports, effectsOf(foreseen.changes, ports), form, words);
    if (asked !== undefined) return asked;
  }
  const at = ports.now();
  const reviewed = await handleByLink<void, Refused>(ports.records, { nonce, at, by }, () => decideAt(at));
  switch (reviewed.outcome) {
    case "done":
      reported(ports, reviewed);
      return { status: 303 };
    case "used":
      return reviewedPage(ports, open, reviewed.used, visit, 409);
    case "refused":
      if (typeof reviewed.refusal !== "string") return refusalPage(reviewed.refusal);
      reader.problem("latest", `仍有疑点，没有登记：${reviewed.refusal}`);
      return again(409);
    default:
      return reviewed satisfies never;
  }
}

/** The document's record with its review, which may be taken back. */
function withReview(document: DocumentRecord | undefined, reviewed: DocumentReview) {
  return document === undefined ? {} : { document: { ...document, reviewed } };
}

function wasOf({ kind, caseNumbers, doubts, reading, text }: DocumentRecord): DocumentReview["was"] {
  return { kind, caseNumbers, ...defined({ doubts, reading, text }) };
}

async function uploaderOf({ directory }: DeskPorts, { firstUpload }: DocumentRecord) {
  return (await sourceOf(firstUpload.key, directory)).uploader;
}

/** Why a review is not written: it is settled already, or there are doubts still, in words. */
interface Refused {
  readonly outcome: "refused";
  readonly refusal: DeskRefusal | string;
}

/** What a confirmed document changes, `read` as it was before; or why it still can't be relied on, in words. */
async function settle(
  ports: DeskPorts,
  arriving: Arriving,
  read: CaseReading,
  document: CaseReading,
): Promise<Settled | string> {
  const { sha256, object, source, rules } = arriving;
  const arrival = { sha256, at: object.at, court: source.uploader?.name };
  const rosters = await rostersFor(
    document.attendance.map(({ organ }) => organ.value),
    ports.directory,
  );
  const before = understand(read, arrival, rules.policy, rosters);
  const filed = "commands" in before ? before.commands : [];
  const understood = understand(document, arrival, rules.policy, rosters);
  if (
    understood.outcome === "rejected" ||
    understood.outcome === "ledger" ||
    understood.outcome === "figures"
  )
    return "更正后的内容不能作为案件文书登记，请核对文书种类和案号，或者选择退回。";
  if (understood.outcome === "doubtful") return explainDoubts(understood.doubts);
  const settled = await fileInCases(ports, { ...arriving, filed }, document, understood.commands, []);
  return settled.outcome === "read" ? settled : explainDoubts(settled.changes.at(-1)?.document?.doubts ?? []);
}

async function arrivingAt(
  ports: DeskPorts,
  { link, document }: OpenReview,
  now: Instant,
  reviewedBy: string,
): Promise<Arriving> {
  return {
    object: document.firstUpload,
    sha256: link.sha256,
    source: await sourceOf(document.firstUpload.key, ports.directory),
    rules: ports.rules,
    now,
    cause: `link:${link.nonce}`,
    ...(document.text !== undefined && { text: document.text }),
    reviewedBy,
  };
}

/** What was read, while it waits for a person. Of one that can't be used any more we hear, whoever opens it. */
function readingOf(
  ports: DeskPorts,
  { state, sha256, reading }: DocumentRecord,
): CaseReading | UnusableReading | undefined {
  if (state !== "needs-review" || reading === undefined) return undefined;
  const stored = storedReading(sha256, reading);
  if (stored instanceof UnusableReading) ports.failed(stored);
  return stored;
}
