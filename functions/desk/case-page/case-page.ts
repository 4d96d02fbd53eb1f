/**
 * One case with all that any room knows of it, for whoever it concerns: what stands open, papers, periods, each respondent, the
 * letters, all that happened. What is done is done in rooms, to which it leads. A court, an agency, a government see it without
 * what is the bureau's own: other organisations' letters and reports, downloads, 督办.
 */
import { html } from "hono/html";
import { overdueOf } from "../../../shared/domain/board/board-query.ts";
import { boardRows } from "../../../shared/domain/board/board-row.ts";
import { type CaseFile, type Respondent, sittings } from "../../../shared/domain/case-file/state.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import { papersFor } from "../../../shared/domain/originals/paper-rights.ts";
import { type CivilDate, civilDateAt } from "../../../shared/domain/time/time.ts";
import { flagName, overdueWords, stateName } from "../../../shared/letters/board/board-wording.ts";
import { hearingMoment, printedDate } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { interimName, outcomeName } from "../../../shared/letters/wording/outcome-wording.ts";
import { byHandLinks } from "../by-hand/office-links.ts";
import { classesView } from "../classes/classes-view.ts";
import { caseView, factList } from "../frame/case-view.ts";
import { judgmentView } from "../frame/judgment-view.ts";
import { paperElsewhere, papersView } from "../frame/originals.ts";
import type { Markup } from "../frame/page.ts";
import type { Place } from "../frame/place.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import { proofElsewhere } from "../frame/proof-section.ts";
import type { DeskPorts, Shown, ShownPage, Visit } from "../frame/room.ts";
import { casePaper, casePapers } from "../papers/case-papers.ts";
import { letterFile, letterNamed, letterPosted } from "../papers/letter-papers.ts";
import { archiveView, isArchivePart } from "./archive-view.ts";
import { dutiesView } from "./duties-view.ts";
import { namingLinks } from "./naming-links.ts";
import { stepsView } from "./next-steps.ts";
import { downloadsView, lettersFor, lettersView } from "./posted-view.ts";
import { repeatedIn } from "./repeated-losses.ts";
import { respondentView } from "./respondent-view.ts";
import { suggestionsView } from "./suggestions-section.ts";
import { trailView, undoView } from "./trail-view.ts";
import { urgingLinks } from "./urging-links.ts";
import { proofReaderOf, type ViewedCase, viewedCase } from "./viewer.ts";
import { whomToCall } from "./whom-to-call.ts";

/** Which case, for whom, and where its page leads. */
export interface CasePage {
  readonly number: CaseNumber | undefined;
  readonly recipient: OrganisationId;
  /** Back to where its reader comes from. */
  readonly back?: { readonly href: string; readonly words: string };
  /** What the places of papers and proofs say besides their part. */
  readonly query?: Place["query"];
  /** Where a correction (整改) can be proposed to an agency; of bureaus. */
  readonly propose?: (agency: string) => string;
}

/** The page; a refusal where there is no such case, or it is not theirs. */
export async function casePage(ports: DeskPorts, visit: Visit, page: CasePage): Promise<ShownPage> {
  const viewed = await viewedCase(ports, page.recipient, page.number);
  if (viewed === undefined) return refusalPage({ type: "case-gone" });
  const { file, viewer } = viewed;
  const { query = {}, propose, recipient, back } = page;
  const isBureaus = viewer.role === "bureau";
  const history = await ports.records.history(file.caseNumber);
  const today = civilDateAt(ports.now());
  const hearing = file.state === "awaiting-hearing" ? file.hearing : sittings(file).at(-1);
  const shown = respondentsFor(viewed);
  const names = viewer.role === "court" ? [] : shown.map(({ name }) => name);
  const repeated = await repeatedIn(ports, file);
  return {
    status: 200,
    title: file.caseNumber,
    wide: true,
    body: html`${back === undefined ? "" : html`<nav aria-label="返回"><ul><li><a href="${back.href}">${back.words}</a></li></ul></nav>`}
<nav aria-label="本页内容" class="screen"><ul>${contentsOf(viewed, names.length > 0).map(([id, words]) => html`<li><a href="#${id}">${words}</a></li>`)}</ul></nav>
<p><span class="tag">${stateName(file.state)}</span>${standing(file)}</p>
${isBureaus ? attentionView(viewed, ports, today) : ""}${await stepsView(ports, visit, viewed)}
${isBureaus ? html`${await namingLinks(ports, visit, recipient, file)}${await urgingLinks(ports, visit, recipient, viewed)}${await byHandLinks(ports, visit, recipient, file)}` : ""}
<div id="case">${caseView(file, hearing)}</div>${linkedView(file)}${await classesView(ports, visit, viewed)}${hearingsView(file)}
${papersView(file, viewer.parts, visit, query)}${formsView(ports, visit, viewed, query)}
${dutiesView(file, names, history, today)}
${judgmentSection(ports, viewed, names, today)}
${shown.map((one) =>
  respondentView(viewed, one, {
    visit,
    query,
    ...defined({ repeated: repeated.get(one.name) }),
    ...(isBureaus && propose !== undefined && { propose: propose(one.name) }),
  }),
)}
${await suggestionsView(ports, viewed)}${archiveView(ports, visit, viewed, query)}${whomToCall(viewed)}${await lettersView(ports, file, viewer, visit, query)}${isBureaus ? await downloadsView(ports, file) : ""}
${isBureaus ? await undoView(ports, visit, viewer.organisation, file, history) : ""}${trailView(viewed, history)}`,
  };
}

/** 裁判与履行: a court sees it of all respondents. */
function judgmentSection(
  { rules }: Pick<DeskPorts, "rules">,
  { file, viewer }: ViewedCase,
  names: readonly string[],
  today: CivilDate,
): Markup {
  const of = viewer.role === "court" ? file.respondents.map(({ name }) => name) : names;
  const view = judgmentView(file, of, { today, calendar: rules.calendar }, viewer.role !== "court");
  return String(view) === ""
    ? html``
    : html`<section aria-labelledby="judgment"><h2 id="judgment">裁判与履行</h2>${view}</section>`;
}

/** What a part of the page's address names: an original, a proof, a paper to fill in; undefined where the reader has none of that name. */
export async function casePart(
  ports: DeskPorts,
  { number, recipient }: Pick<CasePage, "number" | "recipient">,
  part: string,
  visit: Visit,
  query: Place["query"] = {},
): Promise<Shown | undefined> {
  const viewed = await viewedCase(ports, recipient, number);
  if (viewed === undefined) return undefined;
  const { file, viewer } = viewed;
  const paper = await paperElsewhere(ports, file, recipient, part);
  if (paper !== undefined) return paper;
  for (const { name } of file.respondents) {
    const reader = proofReaderOf(viewer, name);
    const proof =
      reader && (await proofElsewhere(ports, { file, respondent: name, reader }, part, recipient));
    if (proof) return proof;
  }
  const letter = viewer.role === "bureau" && letterNamed(part, await lettersFor(ports, file, viewer));
  if (letter) return letterFile(ports, letterPosted(letter));
  if (isArchivePart(part)) {
    const { archivePart } = await import("./archive.ts");
    return archivePart(ports, viewed, part, visit, query);
  }
  const { respondent = "" } = visit.query;
  if (!sidesOf(viewed).includes(respondent)) return undefined;
  return casePaper(ports, { file, respondent, now: ports.now() }, viewer.role, part);
}

/** The respondents of whom the reader has papers made: a bureau of all, an agency of those it answers for. */
function sidesOf({ file, viewer: { role, names } }: ViewedCase): readonly string[] {
  return role === "bureau" ? file.respondents.map(({ name }) => name) : role === "agency" ? names : [];
}

/** The papers the reader needs in the case, filled with what is known (办理所需的文书); nothing where there are none. */
function formsView(
  { now }: Pick<DeskPorts, "now">,
  visit: Visit,
  viewed: ViewedCase,
  query: Place["query"],
): Markup | string {
  const { file, viewer } = viewed;
  const sides = sidesOf(viewed);
  const lists = sides.flatMap((respondent) => {
    const list = casePapers({ file, respondent, now: now() }, viewer.role, visit, {
      query: { ...query, respondent },
    });
    if (String(list) === "") return [];
    return [sides.length > 1 ? html`<h3>${respondent}</h3>${list}` : list];
  });
  if (lists.length === 0) return "";
  return html`<h2 id="forms">办理所需的文书</h2><p class="hint">已按系统中的内容填写，空白处请补充后打印。</p>${lists}`;
}

/** The sections a long page is left through, as far as this reader's has them. */
function contentsOf(
  { file, viewer }: ViewedCase,
  hasDuties: boolean,
): readonly (readonly [id: string, words: string])[] {
  const sections: readonly (readonly [string, string, boolean])[] = [
    ["case", "案件", true],
    ["classes", "案件分类", true],
    ["papers", "案件文书", papersFor(file, viewer.parts).length > 0],
    ["duties", "时限和报送", hasDuties && file.deadlines.length + file.duties.length > 0],
    ["judgment", "裁判与履行", file.judgment?.given !== undefined],
    ["archive", "归档", file.state === "closed" && papersFor(file, viewer.parts).length > 0],
    ["letters", "函件", true],
    ["trail", "办理经过", true],
  ];
  return sections.flatMap(([id, words, there]) => (there ? [[id, words] as const] : []));
}

/** The respondents of whom the page speaks: an agency's own, a place's, else all. */
function respondentsFor({ file, viewer }: ViewedCase): readonly Respondent[] {
  const { role, names, organisation } = viewer;
  if (role === "agency") return file.respondents.filter(({ name }) => names.includes(name));
  const isPlaces = role === "government" && organisation.jurisdiction !== CITY_ITSELF;
  return isPlaces
    ? file.respondents.filter(({ identity }) => identity?.jurisdiction === organisation.jurisdiction)
    : file.respondents;
}

/** How it ended, or why it stands still. */
function standing(file: CaseFile): string {
  if (file.state === "closed") return ` ${outcomeName(file.outcome)}`;
  if (file.halted === undefined) return "";
  const { result, since } = file.halted;
  const resumed = result === "suspended" ? "，恢复审理的，以新的传票为准" : "";
  return ` ${interimName(result)}（${printedDate(since)}裁定）${resumed}`;
}

/** What a person should look at, as the board counts it. */
function attentionView(
  { file, involved }: ViewedCase,
  { now }: Pick<DeskPorts, "now">,
  today: CivilDate,
): Markup {
  const lines = boardRows(file, involved, now()).flatMap((row) => [
    ...overdueOf(row, today).map((late) => `${late.agency.name}：${overdueWords(late)}`),
    ...row.agencies.flatMap(({ name, flags }) => flags.map((flag) => `${name}：${flagName(flag)}`)),
  ]);
  if (lines.length === 0) return html``;
  return html`<div class="note"><p><strong>需要注意</strong></p><ul>${[...new Set(lines)].map((line) => html`<li>${line}</li>`)}</ul></div>`;
}

function linkedView({ originCaseNumber, appeals }: CaseFile): Markup | string {
  if (originCaseNumber === undefined && appeals.length === 0) return "";
  return factList(fact("一审案号", originCaseNumber), fact("上诉案号", appeals.join("、")));
}

const FATES = { held: "已开庭", postponed: "延期，没有开庭", changed: "已变更" } as const;

/** Every hearing there was, where there was more than one. */
function hearingsView({ pastHearings, ...file }: CaseFile): Markup | string {
  const set = file.state === "awaiting-hearing" ? [`${hearingMoment(file.hearing)}（待开庭）`] : [];
  const past = pastHearings.map((one) => `${hearingMoment(one)}（${FATES[one.fate]}）`);
  return past.length + set.length < 2 ? "" : factList(fact("历次开庭", [...past, ...set].join("\n")));
}
