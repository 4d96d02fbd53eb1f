/** 人工复核: a person of the bureau sees what was read and from which words, and confirms, corrects or sends it back. */
import { html } from "hono/html";
import { commitInOrder } from "../../../shared/casework/commit-in-order.ts";
import { factsShown, rejected } from "../../../shared/casework/documents/answers.ts";
import { type Arriving, type Settled, sourceOf } from "../../../shared/casework/documents/arriving.ts";
import { fileInCases } from "../../../shared/casework/documents/case-documents.ts";
import { understand } from "../../../shared/casework/documents/understand.ts";
import type { ReadDocument } from "../../../shared/documents/kinds/facts.ts";
import type { DocumentRecord } from "../../../shared/domain/document.ts";
import type { Link } from "../../../shared/domain/notices/link-target.ts";
import type { FactShown } from "../../../shared/domain/notices/shown.ts";
import type { UsedLink } from "../../../shared/domain/notices/used-link.ts";
import type { DeskRefusal, Doubt } from "../../../shared/domain/refusal.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { explainDoubts } from "../../../shared/letters/refusals/doubts.ts";
import { documentName, factValue, fieldName } from "../../../shared/letters/wording/document-wording.ts";
import {
  actorField,
  type Filled,
  problemSummary,
  radios,
  select,
  textArea,
  textField,
} from "../frame/fields.ts";
import { type Form, FormReader } from "../frame/form.ts";
import { freshLinkForm, sendFreshLink } from "../frame/fresh-link.ts";
import type { Markup } from "../frame/page.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import { type Answer, type DeskPorts, MAX_CONFLICTS, type Room, type ShownPage } from "../frame/room.ts";
import { type Candidate, type Candidates, candidatesFor, withPicks } from "./candidates.ts";
import { agenciesOf, asForm, corrected, KINDS } from "./correction.ts";
import { placesIn, sourceText } from "./source-text.ts";

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

  async show(ports, link) {
    const open = await openReview(ports, link);
    if ("type" in open) return refusalPage(open);
    if (open.used !== undefined) return donePage(open, open.used, 200);
    const reading = readingOf(open.document);
    if (reading === undefined) return refusalPage({ type: "nothing-to-review" });
    return formPage(ports, open.document, reading, { form: asForm(reading), problems: [] }, 200);
  },

  async submit(ports, link, form) {
    const open = await openReview(ports, link);
    if ("type" in open) return refusalPage(open);
    if (open.used !== undefined) {
      return form.do === "fresh-link"
        ? sendFreshLink(ports, reviewRoom, link, form)
        : donePage(open, open.used, 409);
    }
    return submitReview(ports, open, form);
  },
};

/** The document, where its bureau is still the link's. */
async function openReview(ports: DeskPorts, link: ReviewLink): Promise<OpenReview | DeskRefusal> {
  const [document, used] = await Promise.all([
    ports.records.document(link.sha256),
    ports.records.usedLink(link.nonce),
  ]);
  if (document === undefined) return { type: "nothing-to-review" };
  const { bureau } = await sourceOf(document.firstUpload.key, ports.directory);
  return bureau?.id === link.recipient ? { link, used, document } : { type: "not-theirs" };
}

/** What a person decided. */
async function submitReview(ports: DeskPorts, open: OpenReview, form: Form): Promise<Answer> {
  const reading = readingOf(open.document);
  if (reading === undefined) return refusalPage({ type: "nothing-to-review" });
  const reader = new FormReader(form);
  const by = reader.text("by", "您的姓名", 30);
  const decision = reader.choice("decision", "处理方式", ["accept", "send-back"]);
  const reason = decision === "send-back" ? reader.text("reason", "退回理由", 500) : "";
  const picked = withPicks(form, reading);
  const document = decision === "accept" ? corrected(picked.document, picked.form, reader) : undefined;
  const again = (status: 409 | 422) =>
    formPage(ports, open.document, reading, { form, problems: reader.problems }, status);
  if (reader.problems.length > 0) return again(422);

  for (let attempt = 0; attempt < MAX_CONFLICTS; attempt++) {
    const arriving = await arrivingNow(ports, open, by);
    const settled =
      document === undefined
        ? rejected(arriving, reading.kind.value, { type: "sent-back", reason })
        : await settle(ports, arriving, document);
    if (typeof settled === "string") {
      reader.problem("latest", `仍有疑点，没有登记：${settled}`);
      return again(409);
    }
    const usedLink = { nonce: open.link.nonce, at: arriving.now, by };
    const token = `link ${open.link.nonce}`;
    const last = { ...settled.change, documentWas: "needs-review", usedLink } as const;
    const changes = [...(settled.earlier ?? []), last];
    if ((await commitInOrder(ports.records, token, changes)) === "committed") {
      if (settled.unreached !== undefined && settled.unreached.length > 0)
        ports.notReached(settled.unreached);
      return { status: 303 };
    }
    const now = await ports.records.document(open.link.sha256);
    if (now?.state !== "needs-review") return refusalPage({ type: "nothing-to-review" });
  }
  throw new Error(`still in conflict after ${MAX_CONFLICTS} attempts`);
}

/** What a confirmed document changes, or why it still can't be relied on, in words. */
async function settle(
  ports: DeskPorts,
  arriving: Arriving,
  document: ReadDocument,
): Promise<Settled | string> {
  const { sha256, object, source, rules } = arriving;
  const arrival = { sha256, at: object.at, court: source.uploader?.name };
  const understood = understand(document, arrival, rules.policy);
  if (
    understood.outcome === "rejected" ||
    understood.outcome === "ledger" ||
    understood.outcome === "figures"
  )
    return "更正后的内容不能作为案件文书登记，请核对文书种类和案号，或者选择退回。";
  if (understood.outcome === "doubtful") return explainDoubts(understood.doubts);
  const settled = await fileInCases(ports, arriving, document, understood.commands, []);
  return settled.outcome === "read" ? settled : explainDoubts(settled.change.document?.doubts ?? []);
}

async function arrivingNow(
  ports: DeskPorts,
  { link, document }: OpenReview,
  reviewedBy: string,
): Promise<Arriving> {
  return {
    object: document.firstUpload,
    sha256: link.sha256,
    source: await sourceOf(document.firstUpload.key, ports.directory),
    rules: ports.rules,
    now: ports.now(),
    cause: `link:${link.nonce}`,
    ...(document.text !== undefined && { text: document.text }),
    reviewedBy,
  };
}

/** What was read, while it waits for a person. */
function readingOf({ state, reading }: DocumentRecord): ReadDocument | undefined {
  return state === "needs-review" && reading !== undefined
    ? (JSON.parse(reading) as ReadDocument)
    : undefined;
}

async function formPage(
  ports: DeskPorts,
  record: DocumentRecord,
  reading: ReadDocument,
  filled: Filled,
  status: 200 | 409 | 422,
): Promise<ShownPage> {
  const candidates = await candidatesFor(reading, record.text, ports.directory);
  return {
    status,
    title: "人工复核",
    body: html`${problemSummary(filled)}<section id="latest" tabindex="-1">${readingView(ports, record, reading)}</section>
<form method="post">${fields(reading, candidates, filled)}
<button type="submit" name="do" value="submit">提交复核结果</button></form>`,
  };
}

/** What a doubt is about though it was read for sure: a respondent or an hour that the case has otherwise. */
function questionedBy(doubt: Doubt, { field, value }: FactShown): boolean {
  switch (doubt.type) {
    case "parties-differ":
      return field === "respondent" && doubt.read.includes(value);
    case "hearing-conflict": {
      const { known, read } = doubt;
      return field === "hearing-time"
        ? read.date !== known.date || read.time !== known.time
        : field === "hearing-place" && read.place !== known.place;
    }
    case "no-such-sitting":
      return field === "hearing-time";
    case "as-written":
      return ["respondent", "hearing-time", "hearing-place"].includes(field) && doubt.text.includes(value);
    default:
      return false;
  }
}

function readingView(ports: DeskPorts, record: DocumentRecord, reading: ReadDocument): Markup {
  const { key, at } = record.firstUpload;
  const facts = factsShown(reading);
  const { doubts = [] } = record;
  const isDoubtful = (fact: FactShown) =>
    fact.confidence < ports.rules.policy.minimumConfidence ||
    (fact.field === "attended" && fact.value === "review") ||
    doubts.some((doubt) => questionedBy(doubt, fact));
  return html`<p class="note">${doubts.length === 0 ? "读取结果需要核对。" : explainDoubts(doubts)}</p>
<h2>文件</h2><dl><div><dt>文件名</dt><dd>${key.split("/").at(-1) ?? key}</dd></div>
<div><dt>收到时间</dt><dd>${printedMoment(at)}</dd></div><div><dt>存放位置</dt><dd>${key}</dd></div></dl>
${
  record.text === undefined
    ? ""
    : html`<h2>原文</h2><p>读出内容的地方已标出，注明读成了什么；深色带问号的把握不足，请重点核对。</p>${sourceText(record.text, placesIn(record.text, facts, isDoubtful))}`
}
<h2>读取结果</h2><p>标出的内容把握不足，请重点核对。</p>
<dl>${facts.map((fact) => {
    const { field, organ, confidence, text } = fact;
    const value = factValue(fact);
    return html`<div><dt>${fieldName(field, organ)}</dt><dd>${isDoubtful(fact) ? html`<mark class="doubtful">${value}</mark>` : value}<small>把握${Math.round(confidence * 100)}%；原文：${text === "" ? "（无）" : text}</small></dd></div>`;
  })}</dl>`;
}

function fields(reading: ReadDocument, candidates: Candidates, filled: Filled): Markup {
  return html`<h2>复核结果</h2>
${radios(filled, {
  name: "decision",
  label: "处理",
  options: [
    ["accept", "按下面的内容登记"],
    ["send-back", "退回法院，不登记"],
  ],
})}
<h3>登记的，核对并更正</h3>
${select(filled, { name: "kind", label: "文书种类", options: KINDS.map((kind) => [kind, documentName(kind) ?? kind] as const) })}
${textArea(filled, { name: "numbers", label: "案号", rows: 2, hint: "每行一个。" })}
${picker(filled, "pickNumber", "可能的案号", candidates.numbers)}
${textArea(filled, { name: "respondents", label: "被告", rows: 2, hint: "每行一个，写全称。" })}
${reading.respondents.map(({ value }, index) =>
  picker(filled, `pickAgency${index}`, `名录中没有“${value}”，可能是`, candidates.agencies.get(value) ?? []),
)}
${picker(filled, "pickMoment", "可能的开庭时间", candidates.moments)}
${textField(filled, { name: "date", label: "开庭日期", hint: "例如：2026-09-24；没有开庭安排的留空。" })}
${textField(filled, { name: "time", label: "开庭时间", hint: "例如：09:00" })}
${textField(filled, { name: "place", label: "开庭地点" })}
<div class="field"><label class="choice"><input type="checkbox" id="newer" name="newer" value="yes"${filled.form.newer === "yes" ? html` checked` : ""}> 与已登记的开庭不一致时，以本文书为准</label></div>
${agenciesOf(reading).map(
  (agency, index) => html`${radios(filled, {
    name: `attended${index}`,
    label: `${agency}负责人是否出庭`,
    options: [
      ["yes", "出庭"],
      ["no", "未出庭，或者出庭人员不是负责人"],
    ],
  })}
${textField(filled, { name: `name${index}`, label: `${agency}出庭人员姓名` })}
${textField(filled, { name: `title${index}`, label: `${agency}出庭人员职务` })}`,
)}
<h3>退回的，填写</h3>
${textArea(filled, { name: "reason", label: "退回理由", rows: 3, hint: "会发给上传文件的法院。" })}
${actorField(filled, "复核人")}`;
}

/** Several possibilities, one of them taken at a touch; else the fields hold. */
function picker(filled: Filled, name: string, label: string, candidates: readonly Candidate[]): Markup {
  if (candidates.length === 0) return html``;
  return radios(filled, {
    name,
    label,
    options: [
      ...candidates.map(
        ({ value, shown, score, text }) =>
          [
            value,
            `${shown}（可能性${Math.round(score * 100)}%${text === "" ? "" : `；“…${text}…”`}）`,
          ] as const,
      ),
      ["", "都不是，按输入框中的内容"] as const,
    ],
  });
}

function donePage({ document }: OpenReview, used: UsedLink, status: 200 | 409): ShownPage {
  const became = { read: "已登记", rejected: "已退回法院", "needs-review": "尚待复核" }[document.state];
  return {
    status,
    title: "复核已提交",
    body: html`<p class="done">${used.by}已于${printedMoment(used.at)}复核，文件${became}。本链接不能再次使用。</p>
${document.state === "needs-review" ? html`<h2>继续复核？</h2>${freshLinkForm()}` : html`<p>处理有误的，请联系管理员，或者请法院重新上传。</p>`}`,
  };
}
