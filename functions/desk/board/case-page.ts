/** One case, to be read only: what is known, each period with how it is counted, each source's words, and all that happened. */
import { html } from "hono/html";
import { involvedIn } from "../../../shared/casework/involved.ts";
import { boardRows } from "../../../shared/domain/board/board-row.ts";
import { pastActs } from "../../../shared/domain/case-file/decisions/past-acts.ts";
import type { RecordedEvent } from "../../../shared/domain/case-file/events.ts";
import { filingOf, reportOf } from "../../../shared/domain/case-file/reports.ts";
import { type CaseFile, type Respondent, sittings } from "../../../shared/domain/case-file/state.ts";
import { type CaseNumber, parseCaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import { stateName } from "../../../shared/letters/board/board-wording.ts";
import { printedDate, printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { deadlineFact } from "../../../shared/letters/wording/deadline-wording.ts";
import { historyLine, periodName } from "../../../shared/letters/wording/history-wording.ts";
import { interimName, outcomeName } from "../../../shared/letters/wording/outcome-wording.ts";
import { actName } from "../../../shared/letters/wording/taken-back-wording.ts";
import { byHandLinks } from "../by-hand/office-links.ts";
import { attendanceView, caseView, factList, filingView, reportView } from "../frame/case-view.ts";
import { paperElsewhere, papersSection } from "../frame/originals.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { DeskPorts, Shown, ShownPage, Visit } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { undoPlace } from "../frame/undo-link.ts";
import { namingLinks } from "./naming-links.ts";
import type { BoardScope } from "./read-board.ts";
import { urgingLinks } from "./urging-links.ts";

export async function casePage(
  ports: DeskPorts,
  scope: BoardScope,
  visit: Visit,
  number: CaseNumber | undefined,
  programme: string,
): Promise<ShownPage> {
  const { records } = ports;
  const theirs = await caseOf(ports, scope, number);
  if (theirs === undefined) return refusalPage({ type: "case-gone" });
  const { file, involved } = theirs;
  const { bureau } = scope;
  const history = await records.history(file.caseNumber);
  const hearing = file.state === "awaiting-hearing" ? file.hearing : sittings(file).at(-1);
  return {
    status: 200,
    title: file.caseNumber,
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${placeOf(visit, {})}">返回案件看板</a></li></ul></nav>
<p><span class="tag">${stateName(file.state)}</span>${standing(file)}</p>
${await namingLinks(ports, visit, bureau.id, file)}${caseView(file, hearing)}${linkedView(file)}
${await papersSection(ports, file, bureau.id, visit, { number: file.caseNumber })}
${periodsView(file)}${await urgingLinks(ports, visit, bureau.id, { file, involved })}
${file.respondents.map((one) => respondentView(file, one, `${programme}/correction?${new URLSearchParams({ agency: one.name, caseNumber: file.caseNumber })}`))}
${await byHandLinks(ports, visit, bureau.id, file)}${await undoView(ports, visit, bureau, file, history)}
<h2>办理经过</h2>${dataTable({
      caption: `共${history.length}项，最近的在前`,
      columns: ["时间", "事项", "经办人或者来源"],
      rows: history.toReversed().map((recorded) => {
        const { what, who } = historyLine(recorded);
        return [printedMoment(recorded.at), what, who];
      }),
      empty: "没有记录。",
    })}`,
  };
}

/** The case, where it stands on one of the boards that the bureau sees. */
async function caseOf(
  { records, directory, now }: DeskPorts,
  { bureaus }: BoardScope,
  number: CaseNumber | undefined,
): Promise<{ readonly file: CaseFile; readonly involved: Involved } | undefined> {
  const file = number === undefined ? undefined : await records.caseFile(number);
  if (file === undefined) return undefined;
  // Whose it is follows from the directory as it is now, not from the board it was written on.
  const involved = await involvedIn(file, directory);
  const boards = boardRows(file, involved, now()).map(({ board }) => board);
  return bureaus.some(({ jurisdiction }) => boards.includes(jurisdiction)) ? { file, involved } : undefined;
}

/** Where a paper of the case is read; undefined where the part names none that the bureau may see. */
export async function caseFileElsewhere(
  ports: DeskPorts,
  scope: BoardScope,
  { query }: Visit,
  part: string,
): Promise<Shown | undefined> {
  const theirs = await caseOf(ports, scope, parseCaseNumber(query.number ?? ""));
  return theirs && paperElsewhere(ports, theirs.file, scope.bureau.id, part);
}

/** 撤回: what was done lately, each with the way to take it back. */
async function undoView(
  ports: DeskPorts,
  visit: Visit,
  { id: recipient }: Organisation,
  { caseNumber }: CaseFile,
  history: readonly RecordedEvent[],
): Promise<Markup> {
  const acts = await Promise.all(
    pastActs(history)
      // What a review of another case's paper left here is taken back there.
      .filter(({ kind, by }) => kind !== "review" || by !== undefined)
      .map(async ({ kind, respondent = "", by = "", at, cause, events }) => {
        const review = events.find((event) => event.type === "document-reviewed");
        const target =
          review === undefined
            ? ({ what: "case", of: caseNumber } as const)
            : ({ what: "review", of: review.sha256 } as const);
        const place = await undoPlace(ports, visit, { ...target, cause, recipient, at });
        return place === undefined
          ? undefined
          : { place, words: `${respondent}${actName(kind)}（${by}${by && "，"}${printedMoment(at)}）` };
      }),
  );
  const open = acts.filter((one) => one !== undefined);
  if (open.length === 0) return html``;
  return html`<h2>可以撤回的办理</h2><ul>${open.map(({ place, words }) => html`<li>${words}<a href="${place}">撤回</a></li>`)}</ul>`;
}

/** How it ended, or why it stands still. */
function standing(file: CaseFile): string {
  if (file.state === "closed") return ` ${outcomeName(file.outcome)}`;
  if (file.halted === undefined) return "";
  const { result, since } = file.halted;
  const resumed = result === "suspended" ? "，恢复审理的，以新的传票为准" : "";
  return ` ${interimName(result)}（${printedDate(since)}裁定）${resumed}`;
}

function linkedView({ originCaseNumber, appeals }: CaseFile): Markup | string {
  if (originCaseNumber === undefined && appeals.length === 0) return "";
  return factList(fact("一审案号", originCaseNumber), fact("上诉案号", appeals.join("、")));
}

const STATUS: Readonly<Record<CaseFile["deadlines"][number]["status"], string>> = {
  open: "进行中",
  met: "已完成",
  cancelled: "已取消",
};

/** Every period there was, with how it was counted and on what ground. */
function periodsView({ deadlines }: CaseFile): Markup {
  if (deadlines.length === 0) return html``;
  return html`<h2>时限</h2>${factList(
    ...deadlines.map(({ kind, respondent, deadline, status }) => {
      const { label, value, notes = [] } = deadlineFact(periodName(kind), deadline);
      return fact(label, `${value}（${STATUS[status]}）`, [respondent, ...notes]);
    }),
  )}`;
}

/** `propose`: where a correction can be proposed to it, with the case filled in. */
function respondentView(file: CaseFile, { name, withdrawnOn }: Respondent, propose: string): Markup {
  const report = reportOf(file, name);
  const filings = sittings(file).flatMap(({ ordinal }) => filingOf(file, name, ordinal) ?? []);
  const parts = [
    ...(report === undefined ? [] : [reportView(report)]),
    ...filings.map(filingView),
    attendanceView(file, name),
  ];
  return html`<section aria-label="${name}"><h2>${name}</h2>${withdrawnOn === undefined ? "" : html`<p>原告已撤回对其起诉（${printedDate(withdrawnOn)}裁定）。</p>`}${report === undefined && filings.length === 0 ? html`<p>还没有报告和备案。</p>` : ""}${parts}<nav aria-label="${name}整改建议"><ul><li><a href="${propose}">就本案向${name}提出整改建议</a></li></ul></nav></section>`;
}
