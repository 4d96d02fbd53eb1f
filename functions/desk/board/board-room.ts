/** 案件看板: what a bureau sees of its cases. It is looked at only; whatever is done, is done behind other links. */
import { html } from "hono/html";
import { boardPage, boardRowsOf, PAGE_ROWS } from "../../../shared/domain/board/board-query.ts";
import type { BoardRow } from "../../../shared/domain/board/board-row.ts";
import { parseCaseNumber } from "../../../shared/domain/court/case-number.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import { calendarLink } from "../../../shared/domain/notices/desk-link.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import {
  addMonths,
  type CivilDate,
  civilDateAt,
  monthOf,
  parseYear,
  type Year,
  yearOf,
} from "../../../shared/domain/time/time.ts";
import { casePage, casePart } from "../case-page/case-page.ts";
import { linkPlace, openPlace, placeOf } from "../frame/place.ts";
import { notFoundPage, refusalPage } from "../frame/plain-pages.ts";
import type { DeskPorts, Room, Shown, ShownPage, Visit } from "../frame/room.ts";
import { boardView } from "./board-view.ts";
import { casesTable, casesView, MOST_IN_CSV, manyCasesView } from "./cases-view.ts";
import { manyCases } from "./many-cases.ts";
import { boardQueryOf } from "./query-of-address.ts";
import { type BoardScope, boardScope, boardsOf, figuresKept, openCases, readBoard } from "./read-board.ts";

type BoardLink = Link<"board">;

/** Closed cases of a page. */
const CLOSED_ROWS = 50;
/** A table of so many cases is what a spreadsheet of closed cases holds; further ones by the next page. */
const MOST_CLOSED = 1_000;

export const boardRoom: Room<BoardLink> = {
  about: () => "案件看板",
  subject: ({ recipient }) => ({ of: "organisation", organisation: recipient }),
  show,
  submit: (ports, link, _, visit) => show(ports, link, visit),
};

async function show(ports: DeskPorts, link: BoardLink, visit: Visit): Promise<Shown> {
  const scope = await boardScope(ports, link.recipient);
  if (scope === undefined) return refusalPage({ type: "not-theirs" });
  const query = boardQueryOf(visit.query);
  if (visit.part === "case") {
    const number = parseCaseNumber(visit.query.number ?? "");
    const programme = linkPlace(visit, await ports.keys(), { ...link, task: "programme" });
    return casePage(ports, visit, {
      number,
      recipient: link.recipient,
      back: { href: placeOf(visit, {}), words: "返回案件看板" },
      query: { number },
      propose: (agency) =>
        `${programme}/correction?${new URLSearchParams({ agency, caseNumber: number ?? "" })}`,
    });
  }
  if (visit.part !== undefined && visit.query.number !== undefined) {
    const of = { number: parseCaseNumber(visit.query.number), recipient: link.recipient };
    const { number } = visit.query;
    return (await casePart(ports, of, visit.part, visit, { number })) ?? notFoundPage;
  }
  if (query.state === "closed") return closedCases(ports, scope, visit);
  const today = civilDateAt(ports.now());
  if (visit.part === "csv") {
    const rows = await openCases(ports, scope, await figuresKept(ports, scope));
    const asked =
      rows === undefined
        ? (await manyCases(ports, scope, query, today, MOST_IN_CSV)).rows
        : boardRowsOf(rows, query, today, scope.courts);
    return csvFile(asked, today);
  }
  const [board, keys] = await Promise.all([readBoard(ports, scope), ports.keys()]);
  const asked = { visit, scope, query, today };
  const cases =
    board.rows === undefined
      ? manyCasesView(asked, await manyCases(ports, scope, query, today, PAGE_ROWS))
      : casesView(asked, board.rows, boardPage(board.rows, query, today, scope.courts));
  const { recipient, expires } = link;
  return {
    status: 200,
    title: "案件看板",
    wide: true,
    body: boardView({
      visit,
      scope,
      board,
      cases,
      now: ports.now(),
      links: {
        calendar: openPlace(visit, keys, calendarLink(recipient, ports.now())),
        programme: linkPlace(visit, keys, { ...link, task: "programme" }),
        entry: linkPlace(visit, keys, { ...link, task: "entry-office" }),
        directory: linkPlace(visit, keys, { ...link, task: "directory" }),
        search: linkPlace(visit, keys, { ...link, task: "search" }),
        ...(scope.own === CITY_ITSELF && {
          signing: linkPlace(visit, keys, {
            ...link,
            task: "signing",
            period: "month",
            month: addMonths(monthOf(today), -1),
          }),
        }),
        // A link of the day for each document: reviewed once, it is used.
        review: ({ sha256, again = "" }) => {
          const nonce = identityOf("board review", sha256, recipient, today, again);
          return linkPlace(visit, keys, { task: "review", sha256, recipient, expires, nonce });
        },
      },
    }),
  };
}

/** Closed cases by the year of their numbers: as many as a page has are read, and no more. */
async function closedCases(ports: DeskPorts, scope: BoardScope, visit: Visit): Promise<Shown> {
  const today = civilDateAt(ports.now());
  const year = parseYear(visit.query.year ?? "") ?? yearOf(today);
  const boards = boardsOf(scope);
  const board = boards.find((one) => one === visit.query.district) ?? scope.own;
  const csv = visit.part === "csv";
  const { rows, next } = await ports.records.closedCases(board, year, {
    after: visit.query.after,
    limit: csv ? MOST_CLOSED : CLOSED_ROWS,
  });
  if (csv) return csvFile(rows, today);
  const now = Number(yearOf(today));
  const years = [now - 3, now - 2, now - 1, now].map((one) => String(one) as Year);
  const to = (query: Readonly<Record<string, string | undefined>>) =>
    placeOf(visit, { query: { state: "closed", year, district: board, ...query } });
  const choice = (name: string, chosen: boolean, query: Readonly<Record<string, string>>) =>
    html`<li>${chosen ? html`<span aria-current="page">${name}</span>` : html`<a href="${to(query)}">${name}</a>`}</li>`;
  return {
    status: 200,
    title: "已结案件",
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${placeOf(visit, {})}">返回案件看板</a></li></ul></nav>
<nav aria-label="年度"><ul>${years.map((one) => choice(`${one}年案号`, one === year, { year: one }))}</ul></nav>
${boards.length > 1 ? html`<nav aria-label="辖区"><ul>${boards.map((one) => choice(one, one === board, { district: one }))}</ul></nav>` : ""}
<p>${board}${year}年案号的已结案件，每页${CLOSED_ROWS}件。<a class="screen" href="${placeOf(visit, { part: "csv", query: { state: "closed", year, district: board, after: visit.query.after } })}">从本页起下载（CSV，最多${MOST_CLOSED}件）</a></p>
${casesTable(visit, rows, today)}
<nav aria-label="翻页"><ul>${visit.query.after === undefined ? "" : html`<li><a href="${to({})}">第一页</a></li>`}${next === undefined ? "" : html`<li><a href="${to({ after: next })}">下一页</a></li>`}</ul></nav>`,
  } satisfies ShownPage;
}

async function csvFile(rows: readonly BoardRow[], today: CivilDate): Promise<Shown> {
  // Loaded when somebody asks for it: most pages need no table writer.
  const { boardCsv } = await import("../../../shared/letters/board/board-csv.ts");
  return {
    status: 200,
    file: {
      name: `案件看板${today}.csv`,
      contentType: "text/csv; charset=utf-8",
      bytes: new TextEncoder().encode(boardCsv(rows, today)),
    },
  };
}
