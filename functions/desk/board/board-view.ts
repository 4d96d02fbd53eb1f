/** 案件看板 as a page: what must be done first, then the hearings to come, then the cases. */
import { html } from "hono/html";
import {
  type BoardPage,
  type BoardQuery,
  COMING_DAYS,
  courtsOf,
  isConcerned,
  nearestDue,
  overdueOf,
  silentAgencies,
} from "../../../shared/domain/board/board-query.ts";
import type { BoardRow } from "../../../shared/domain/board/board-row.ts";
import type { WaitingReview } from "../../../shared/domain/document.ts";
import { attendance } from "../../../shared/domain/statistics/ranking.ts";
import { percent } from "../../../shared/domain/statistics/rate.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { timelyDefence } from "../../../shared/domain/statistics/timely-defence.ts";
import { type CivilDate, type Instant, monthOf } from "../../../shared/domain/time/time.ts";
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
import {
  printedDate,
  printedMoment,
  printedMonth,
  shortHearingMoment,
} from "../../../shared/letters/frame/dates.ts";
import { venue } from "../../../shared/letters/wording/case-wording.ts";
import { documentName } from "../../../shared/letters/wording/document-wording.ts";
import { principalWords } from "../../../shared/letters/wording/principal-wording.ts";
import { select, textField } from "../frame/fields.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { Visit } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { searchBox } from "../search/search-box.ts";
import { asAddress, CONCERNS, SORTS, STATES } from "./query-of-address.ts";
import type { Board, BoardScope } from "./read-board.ts";

export interface BoardView {
  readonly visit: Visit;
  readonly scope: BoardScope;
  readonly board: Board;
  readonly query: BoardQuery;
  readonly page: BoardPage;
  readonly now: Instant;
  readonly today: CivilDate;
  /** Where a waiting document is reviewed, and where the programme is. */
  readonly links: {
    /** 通报签发, of the municipal bureau. */
    readonly signing?: string;
    readonly review: (one: Pick<WaitingReview, "sha256" | "again">) => string;
    readonly programme: string;
    readonly entry: string;
    /** 名录, where a unit is put right. */
    readonly directory: string;
    readonly search: string;
    readonly calendar: string;
  };
}

/** Documents and silent agencies named on the page; there are more behind the filters. */
const MOST_NAMED = 20;

export function boardView(view: BoardView): Markup {
  const { visit, scope, now, links } = view;
  return html`<p>${scope.seen.length > 1 ? "全市" : scope.own}，截至${printedMoment(now)}。</p>
<nav aria-label="看板"><ul><li><a href="#cases">案件列表</a></li><li><a href="${links.programme}">工作台账（旁听、培训、整改、联席会议）</a></li><li><a href="${placeOf(visit, { query: { state: "closed" } })}">已结案件</a></li>${links.signing === undefined ? "" : html`<li><a href="${links.signing}">通报签发</a></li>`}<li><a href="${links.entry}">录入案件</a></li><li><a href="${links.directory}">单位名录</a></li><li><a href="${links.calendar}">订阅开庭日程</a></li></ul></nav>
${searchBox(links.search)}${figures(view)}${silentView(view)}${reviewsView(view)}${addressesView(view)}${hearingsView(view)}${casesView(view)}`;
}

/** Numbers that lead to the cases behind them. */
function figures({ visit, board: { rows, heard, counting }, today }: BoardView): Markup {
  const month = monthOf(today);
  const { total, agencyLevel } = statistics(heard, { month, counting });
  const states = STATES.filter((state) => state !== "closed").map(
    (state) => [stateName(state), rows.filter((row) => row.state === state).length, { state }] as const,
  );
  const concerns = CONCERNS.filter((concern) => concern !== "flagged").map(
    (concern) =>
      [
        concernName(concern),
        rows.filter((row) => isConcerned(row, concern, today)).length,
        { concern },
      ] as const,
  );
  const figure = ([name, count, query]: (typeof states)[number] | (typeof concerns)[number]) =>
    html`<li>${count === 0 ? html`<span>${name} <strong>0</strong></span>` : html`<a href="${placeOf(visit, { query })}#cases">${name} <strong>${count}</strong></a>`}</li>`;
  return html`<h2>在办案件${rows.length}件</h2><ul class="figures">${states.map(figure)}</ul>
<h2>需要关注</h2><ul class="figures">${concerns.map(figure)}</ul>
<h2>${printedMonth(month)}出庭情况（截至今日）</h2>
<p>开庭审理${total.heard}件，负责人出庭${total.present}件，未出庭${total.absent}件，情况不明${total.unknown}件，案件出庭率${percent(attendance(total))}；按每案每一行政机关计，单位出庭率${percent(attendance(agencyLevel))}（${agencyLevel.present}/${agencyLevel.heard}个单位次）。${defenceWords(heard, today)}以月通报为准。</p>`;
}

/** 按期答辩率 of the cases heard; nothing while none is known to have owed a defence. */
function defenceWords(heard: readonly StatisticsRow[], today: CivilDate): string {
  const timely = timelyDefence(heard, today);
  if (timely.whole === 0) return "";
  return `应当答辩、举证${timely.whole}个单位次，按期提交${timely.part}个，按期答辩率${percent(timely)}。`;
}

function silentView({ board: { rows }, today, visit }: BoardView): Markup {
  const silent = silentAgencies(rows, today);
  return html`<h2>逾期未报的单位</h2>${dataTable({
    caption: `共${silent.length}个单位，逾期最长的在前`,
    columns: ["单位", "辖区", "三日报告", "出庭备案", "其他期限", "最长逾期"],
    rows: silent
      .slice(0, MOST_NAMED)
      .map(({ name, district, reports, filings, duties, days }) => [
        html`<a href="${placeOf(visit, { query: { agency: name, concern: "overdue" } })}#cases">${name}</a>`,
        district,
        reports === 0 ? "" : `${reports}件`,
        filings === 0 ? "" : `${filings}件`,
        duties === 0 ? "" : `${duties}件`,
        html`<span class="late">${days}天</span>`,
      ]),
    empty: "没有逾期未报的单位。",
  })}`;
}

function reviewsView({ board: { reviews }, scope, links }: BoardView): Markup {
  return html`<h2>待复核的文书</h2>${dataTable({
    caption: `共${reviews.length}份，最早收到的在前`,
    columns: ["文件", "种类", "案号", "收到时间"],
    rows: reviews.slice(0, MOST_NAMED).map(({ bureau, ...one }) => {
      const { kind, key, receivedAt, caseNumbers } = one;
      const name = key.split("/").at(-1) ?? key;
      // Only the bureau it waits for reviews it.
      const own = bureau.id === scope.bureau.id;
      return [
        own
          ? html`<a href="${links.review(one)}">${name}</a>`
          : html`${name}<small>${bureau.name}复核</small>`,
        documentName(kind) ?? "未识别",
        caseNumbers.join("、"),
        printedMoment(receivedAt),
      ];
    }),
    empty: "没有待复核的文书。",
  })}`;
}

function addressesView({ board: { addresses }, links }: BoardView): Markup {
  return html`<h2>失效的邮箱</h2>${dataTable({
    caption: `共${addresses.length}个单位，请核对后在名录中更正`,
    columns: ["单位", "退信的邮箱"],
    rows: addresses.map(({ organisation, name, addresses: refused }) => [
      html`<a href="${links.directory}/entry?${new URLSearchParams({ id: organisation })}">${name}</a>`,
      refused.join("、"),
    ]),
    empty: "没有失效的邮箱。",
  })}`;
}

function hearingsView({ visit, board: { rows }, today }: BoardView): Markup {
  const coming = rows
    .filter((row) => isConcerned(row, "hearing", today))
    .toSorted((one, other) => (hearingKey(one) < hearingKey(other) ? -1 : 1));
  const shown = coming.slice(0, MOST_NAMED);
  return html`<h2>今后${COMING_DAYS}日的开庭</h2>${dataTable({
    caption: `共${coming.length}件`,
    columns: ["开庭", "案号", "法院", "被告"],
    rows: shown.map((row) => [
      row.hearing === undefined ? "" : shortHearingMoment({ ...row.hearing, ordinal: 1, sequence: 0 }),
      caseLink(visit, row),
      venue(row.court, row.hearing?.place, row.hearing?.mode),
      row.agencies.map(({ name }) => name).join("、"),
    ]),
    empty: `今后${COMING_DAYS}日没有开庭。`,
  })}${coming.length > shown.length ? html`<p><a href="${placeOf(visit, { query: { concern: "hearing" } })}#cases">查看全部${coming.length}件</a></p>` : ""}`;
}

/** The cases asked for, fifty at a time. */
function casesView({ visit, scope, board: { rows }, query, page, today }: BoardView): Markup {
  const { total, before, next } = page;
  const to = (changes: Readonly<Record<string, string | undefined>>) =>
    `${placeOf(visit, { query: asAddress(query, { after: undefined, ...changes }) })}#cases`;
  return html`<h2 id="cases">案件列表</h2>${filterForm(visit, scope, rows, query)}
<p>符合条件的${total}件${total === 0 ? "" : `，显示第${before + 1}至${before + page.rows.length}件`}。<a class="screen" href="${placeOf(visit, { part: "csv", query: asAddress(query, { after: undefined }) })}">下载全部${total}件（CSV）</a></p>
${casesTable(visit, page.rows, today)}
<nav aria-label="翻页"><ul>${before > 0 ? html`<li><a href="${to({})}">第一页</a></li>` : ""}${next === undefined ? "" : html`<li><a href="${to({ after: next })}">下一页</a></li>`}</ul></nav>`;
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

function caseLink(visit: Visit, { caseNumber }: BoardRow): Markup {
  return html`<a href="${placeOf(visit, { part: "case", query: { number: caseNumber } })}">${caseNumber}</a>`;
}

function filterForm(visit: Visit, scope: BoardScope, rows: readonly BoardRow[], query: BoardQuery): Markup {
  const filled = { form: { ...query } as Readonly<Record<string, string>>, problems: [] };
  const named = (values: Iterable<string>) =>
    [...new Set(values)].toSorted().map((one) => [one, one] as const);
  const districts = named(rows.flatMap(({ agencies }) => agencies.map(({ district }) => district)));
  return html`<form method="get" action="${placeOf(visit, {})}#cases" class="filters" role="search" aria-label="筛选案件">
${select(filled, { name: "state", label: "状态", none: "全部在办", options: STATES.map((one) => [one, stateName(one)] as const) })}
${select(filled, { name: "concern", label: "事项", none: "不限", options: CONCERNS.map((one) => [one, concernName(one)] as const) })}
${textField(filled, { name: "agency", label: "被告名称" })}
${select(filled, { name: "court", label: "法院", none: "不限", options: courtsOf(rows, scope.courts) })}
${scope.seen.length > 1 ? select(filled, { name: "district", label: "辖区", none: "不限", options: districts }) : ""}
${select(filled, { name: "sort", label: "排序", none: null, options: SORTS })}
<button type="submit">筛选</button></form>`;
}

function hearingKey({ hearing, caseNumber }: BoardRow): string {
  return `${hearing?.date ?? ""} ${hearing?.time ?? ""} ${caseNumber}`;
}
