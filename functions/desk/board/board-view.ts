/** 案件看板 as a page: what must be done first, then the hearings to come, then the cases. */
import { html } from "hono/html";
import { MOST_READ, type MonthFigures } from "../../../shared/domain/board/board-figures.ts";
import { COMING_DAYS, CONCERNS, MOST_NAMED } from "../../../shared/domain/board/board-query.ts";
import type { WaitingReview } from "../../../shared/domain/document.ts";
import { attendance } from "../../../shared/domain/statistics/ranking.ts";
import { percent, type Ratio } from "../../../shared/domain/statistics/rate.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { concernName, stateName } from "../../../shared/letters/board/board-wording.ts";
import { printedMoment, printedMonth, shortHearingMoment } from "../../../shared/letters/frame/dates.ts";
import { venue } from "../../../shared/letters/wording/case-wording.ts";
import { documentName } from "../../../shared/letters/wording/document-wording.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { Visit } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { searchBox } from "../search/search-box.ts";
import { caseLink } from "./cases-view.ts";
import { STATES } from "./query-of-address.ts";
import type { Board, BoardScope } from "./read-board.ts";

export interface BoardView {
  readonly visit: Visit;
  readonly scope: BoardScope;
  readonly board: Board;
  /** The list of cases. */
  readonly cases: Markup;
  readonly now: Instant;
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

export function boardView(view: BoardView): Markup {
  const { visit, scope, now, links } = view;
  return html`<p>${scope.seen.length > 1 ? "全市" : scope.own}，截至${printedMoment(now)}。</p>
<nav aria-label="看板"><ul><li><a href="#cases">案件列表</a></li><li><a href="${links.programme}">工作台账（旁听、培训、整改、联席会议）</a></li><li><a href="${placeOf(visit, { query: { state: "closed" } })}">已结案件</a></li>${links.signing === undefined ? "" : html`<li><a href="${links.signing}">通报签发</a></li>`}<li><a href="${links.entry}">录入案件</a></li><li><a href="${links.directory}">单位名录</a></li><li><a href="${links.calendar}">订阅开庭日程</a></li></ul></nav>
${searchBox(links.search)}${figures(view)}${silentView(view)}${reviewsView(view)}${addressesView(view)}${hearingsView(view)}${view.cases}`;
}

/** Numbers that lead to the cases behind them; of very many cases as they were counted. */
function figures({ visit, board: { cases, month, countedAt } }: BoardView): Markup {
  if (cases === undefined)
    return html`<h2>在办案件</h2><p class="hint">在办案件超过${MOST_READ}件，数字由系统在工作时间每小时统计一次，还没有统计。案件见下面的列表。</p>${monthView(month)}`;
  const states = STATES.filter((state) => state !== "closed").map(
    (state) => [stateName(state), cases.states[state] ?? 0, { state }] as const,
  );
  const concerns = CONCERNS.filter((concern) => concern !== "flagged").map(
    (concern) => [concernName(concern), cases.concerns[concern] ?? 0, { concern }] as const,
  );
  const figure = ([name, count, query]: (typeof states)[number] | (typeof concerns)[number]) =>
    html`<li>${count === 0 ? html`<span>${name} <strong>0</strong></span>` : html`<a href="${placeOf(visit, { query })}#cases">${name} <strong>${count}</strong></a>`}</li>`;
  return html`${countedAt === undefined ? "" : html`<p class="hint">案件较多，数字和逾期单位为${printedMoment(countedAt)}的统计，工作时间每小时更新；案件列表、开庭和待办是现在的。</p>`}
<h2>在办案件${cases.open}件</h2><ul class="figures">${states.map(figure)}</ul>
<h2>需要关注</h2><ul class="figures">${concerns.map(figure)}</ul>${monthView(month)}`;
}

function monthView(figures: MonthFigures | undefined): Markup {
  if (figures === undefined) return html``;
  const { month, total, agencyLevel, defence } = figures;
  return html`
<h2>${printedMonth(month)}出庭情况（截至今日）</h2>
<p>开庭审理${total.heard}件，负责人出庭${total.present}件，未出庭${total.absent}件，情况不明${total.unknown}件，案件出庭率${percent(attendance(total))}；按每案每一行政机关计，单位出庭率${percent(attendance(agencyLevel))}（${agencyLevel.present}/${agencyLevel.heard}个单位次）。${defenceWords(defence)}以月通报为准。</p>`;
}

/** 按期答辩率 of the cases heard; nothing while none is known to have owed a defence. */
function defenceWords(timely: Ratio): string {
  if (timely.whole === 0) return "";
  return `应当答辩、举证${timely.whole}个单位次，按期提交${timely.part}个，按期答辩率${percent(timely)}。`;
}

function silentView({ board: { cases }, visit }: BoardView): Markup {
  if (cases === undefined) return html``;
  return html`<h2>逾期未报的单位</h2>${dataTable({
    caption: `共${cases.silent}个单位，逾期最长的在前`,
    columns: ["单位", "辖区", "三日报告", "出庭备案", "其他期限", "最长逾期"],
    rows: cases.longest.map(({ name, district, reports, filings, duties, days }) => [
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

function reviewsView({ board: { reviews, moreReviews }, scope, links }: BoardView): Markup {
  const order = scope.bureaus.length > 1 ? "本局复核的在前，各按收到先后" : "最早收到的在前";
  const named = reviews.length > MOST_NAMED ? `，列出前${MOST_NAMED}份` : "";
  return html`<h2>待复核的文书</h2>${dataTable({
    caption: `共${reviews.length}份${moreReviews ? "以上" : ""}，${order}${named}`,
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

function hearingsView({ visit, board: { hearings } }: BoardView): Markup {
  const { next, total } = hearings;
  const hasMore = total === undefined ? next.length === MOST_NAMED : total > next.length;
  return html`<h2>今后${COMING_DAYS}日的开庭</h2>${dataTable({
    caption: total === undefined ? `最近的${next.length}件` : `共${total}件`,
    columns: ["开庭", "案号", "法院", "被告"],
    rows: next.map(({ hearing, caseNumber, court, agencies }) => [
      shortHearingMoment({ ...hearing, ordinal: 1, sequence: 0 }),
      caseLink(visit, { caseNumber }),
      venue(court, hearing.place, hearing.mode),
      agencies.join("、"),
    ]),
    empty: `今后${COMING_DAYS}日没有开庭。`,
  })}${hasMore ? html`<p><a href="${placeOf(visit, { query: { concern: "hearing" } })}#cases">查看全部${total === undefined ? "" : `${total}件`}</a></p>` : ""}`;
}
