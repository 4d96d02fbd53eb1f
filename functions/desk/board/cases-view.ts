/** The list of cases on a board (案件列表): what is asked for, fifty at a time, of cases that were all read or of very many. */
import { html } from "hono/html";
import {
  type BoardPage,
  type BoardQuery,
  CONCERNS,
  courtsOf,
  nearestDue,
  overdueOf,
} from "../../../shared/domain/board/board-query.ts";
import type { BoardRow } from "../../../shared/domain/board/board-row.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import {
  agencyName,
  attendedWords,
  concernName,
  dueWords,
  flagName,
  overdueWords,
  rowState,
  stateName,
} from "../../../shared/letters/board/board-wording.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { principalWords } from "../../../shared/letters/wording/principal-wording.ts";
import { select, textField } from "../frame/fields.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { Visit } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import type { ManyCases } from "./many-cases.ts";
import { asAddress, MANY_SORTS, SORTS, STATES } from "./query-of-address.ts";
import { type BoardScope, boardsOf } from "./read-board.ts";

/** What is asked for, and where. */
export interface CasesAsked {
  readonly visit: Visit;
  readonly scope: BoardScope;
  readonly query: BoardQuery;
  readonly today: CivilDate;
}

type Pairs = readonly (readonly [value: string, text: string])[];

/** A page of `rows`, which are all open cases: in any order, each count exact. */
export function casesView(asked: CasesAsked, rows: readonly BoardRow[], page: BoardPage): Markup {
  const { visit, scope, query, today } = asked;
  const { total, before } = page;
  const districts = [...new Set(rows.flatMap(({ agencies }) => agencies.map(({ district }) => district)))];
  return html`<h2 id="cases">案件列表</h2>${filterForm(asked, {
    courts: courtsOf(rows, scope.courts),
    districts: districts.toSorted(),
    sorts: SORTS,
  })}
<p>符合条件的${total}件${total === 0 ? "" : `，显示第${before + 1}至${before + page.rows.length}件`}。<a class="screen" href="${placeOf(visit, { part: "csv", query: asAddress(query, { after: undefined }) })}">下载全部${total}件（CSV）</a></p>
${casesTable(visit, page.rows, today)}${pagesNav(asked, { first: before > 0, next: page.next })}`;
}

/** Rows of a CSV of very many cases; further ones by the next page. */
export const MOST_IN_CSV = 1_000;

/** A page of more open cases than can be read: as they stand in the table, without a count of what fits. */
export function manyCasesView(asked: CasesAsked, page: ManyCases): Markup {
  const { visit, scope, query, today } = asked;
  const { rows, by, stopped, named } = page;
  const csv = placeOf(visit, { part: "csv", query: asAddress(query, {}) });
  const order = by === "day" ? "等待本局办理的在前，其余按时限或者开庭先后" : "按案号排列";
  return html`<h2 id="cases">案件列表</h2>${filterForm(asked, {
    courts: scope.courts.map(({ id, name }) => [id, name] as const),
    districts: boardsOf(scope),
    sorts: MANY_SORTS,
  })}
${
  named === undefined
    ? html`<p>本页${rows.length}件，${order}。<a class="screen" href="${csv}">从本页起下载（CSV，最多${MOST_IN_CSV}件）</a></p>
${stopped ? html`<p class="hint">这一页看过的案件中符合条件的有${rows.length}件，后面可能还有，请继续查找。</p>` : ""}
${stopped && rows.length === 0 ? "" : casesTable(visit, rows, today)}`
    : html`<p class="hint">名称中有“${query.agency}”的单位有${named}个，请输入更完整的名称。</p>`
}${pagesNav(asked, { first: query.after !== undefined, next: page.next, words: stopped ? "继续查找" : "下一页" })}`;
}

function pagesNav(
  { visit, query }: CasesAsked,
  {
    first,
    next,
    words = "下一页",
  }: { readonly first: boolean; readonly next: string | undefined; readonly words?: string },
): Markup {
  const to = (after: string | undefined) => `${placeOf(visit, { query: asAddress(query, { after }) })}#cases`;
  return html`
<nav aria-label="翻页"><ul>${first ? html`<li><a href="${to(undefined)}">第一页</a></li>` : ""}${next === undefined ? "" : html`<li><a href="${to(next)}">${words}</a></li>`}</ul></nav>`;
}

function filterForm(
  { visit, scope, query }: CasesAsked,
  offered: { readonly courts: Pairs; readonly districts: readonly string[]; readonly sorts: Pairs },
): Markup {
  const filled = { form: { ...query } as Readonly<Record<string, string>>, problems: [] };
  const districts = offered.districts.map((one) => [one, one] as const);
  return html`<form method="get" action="${placeOf(visit, {})}#cases" class="filters" role="search" aria-label="筛选案件">
${select(filled, { name: "state", label: "状态", none: "全部在办", options: STATES.map((one) => [one, stateName(one)] as const) })}
${select(filled, { name: "concern", label: "事项", none: "不限", options: CONCERNS.map((one) => [one, concernName(one)] as const) })}
${textField(filled, { name: "agency", label: "被告名称" })}
${select(filled, { name: "court", label: "法院", none: "不限", options: offered.courts })}
${scope.seen.length > 1 ? select(filled, { name: "district", label: "辖区", none: "不限", options: districts }) : ""}
${select(filled, { name: "sort", label: "排序", none: null, options: offered.sorts })}
<button type="submit">筛选</button></form>`;
}

export function casesTable(visit: Visit, rows: readonly BoardRow[], today: CivilDate): Markup {
  return dataTable({
    caption: "案件",
    columns: ["案号", "状态", "法院", "原告", "被告", "开庭", "时限", "需要处理"],
    rows: rows.map((row) => {
      const late = overdueOf(row, today);
      const next = nearestDue(row, today);
      return [
        caseLink(visit, row),
        rowState(row),
        html`${row.court}${row.cause === undefined ? "" : html`<small>${row.cause}</small>`}`,
        html`${row.plaintiff}${row.enterprise ? html`<small>涉企</small>` : ""}`,
        html`${row.agencies.map((agency) => html`<div>${agencyName(agency)}<small>${agency.district}</small></div>`)}`,
        hearingCell(row),
        late.length > 0
          ? html`${late.map((one) => html`<div class="late">${overdueWords(one)}</div>`)}`
          : next === undefined
            ? ""
            : dueWords(next),
        html`${row.agencies.flatMap((agency) => [
          ...(agency.principal === undefined ? [] : [html`<div>${principalWords(agency.principal)}</div>`]),
          ...agency.flags.map((flag) => html`<div>${flagName(flag)}</div>`),
        ])}`,
      ];
    }),
    empty: "没有符合条件的案件。",
  });
}

function hearingCell({ hearing, heardOn, agencies }: BoardRow): Markup | string {
  if (hearing !== undefined) return `${printedDate(hearing.date)} ${hearing.time ?? ""}`.trim();
  if (heardOn === undefined) return "";
  const attended = [...new Set(agencies.map(attendedWords))].filter((words) => words !== "").join("、");
  return html`${printedDate(heardOn)}已开庭<small>${attended}</small>`;
}

/** The way to a case's page. */
export function caseLink(visit: Visit, { caseNumber }: Pick<BoardRow, "caseNumber">): Markup {
  return html`<a href="${placeOf(visit, { part: "case", query: { number: caseNumber } })}">${caseNumber}</a>`;
}
