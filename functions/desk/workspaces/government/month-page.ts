/** 本月情况 on one page that fits a screen: hearings of the days to come, who is late, attendance against the months before, the ranking. */
import { html } from "hono/html";
import { standingOf } from "../../../../shared/casework/bulletin/month-standing.ts";
import { comingInDiaries } from "../../../../shared/casework/coming-hearings.ts";
import { areaOf } from "../../../../shared/casework/jurisdictions.ts";
import { type AreaFigures, areaNamed, MOST_READ } from "../../../../shared/domain/board/board-figures.ts";
import { MOST_NAMED, runningOf } from "../../../../shared/domain/board/board-query.ts";
import {
  type CaseAhead,
  isBehind,
  type LateUnit,
  lateUnits,
  mergedAhead,
} from "../../../../shared/domain/board/case-ahead.ts";
import type { CaseNumber } from "../../../../shared/domain/court/case-number.ts";
import { lookup } from "../../../../shared/domain/organisations/directory.ts";
import { addDays, type CivilDate, civilDateAt, type Instant } from "../../../../shared/domain/time/time.ts";
import {
  printedDate,
  printedMoment,
  printedTime,
  shortDate,
} from "../../../../shared/letters/frame/dates.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts, Shown } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { caseNumberLink } from "../case-name.ts";
import { type AtWork, workPlace } from "../workspace.ts";
import { attendanceSection, rankingSection } from "./standing-view.ts";

/** Hearings of today and so many days more. */
const DAYS_AHEAD = 7;
/** Rows that stand on the screen; the others open below them. */
const ON_SCREEN = 4;
/** Cases read at a time. */
const AT_A_TIME = 200;

/** Undefined for a government that has no area. */
export async function monthPage(ports: DeskPorts, work: AtWork): Promise<Shown | undefined> {
  const boards = await areaOf(ports.directory, work.organisation);
  if (boards.length === 0) return undefined;
  const { jurisdiction } = work.organisation;
  const { rules, now } = ports;
  const today = civilDateAt(now());
  const counted = await ports.operations.figures(areaNamed(boards));
  const isLarge = counted !== undefined && counted.cases.open > MOST_READ;
  const [{ hearings, late }, standing] = await Promise.all([
    isLarge ? ofMany(ports, boards, counted, today) : ofFew(ports, boards, today),
    standingOf(ports, jurisdiction, { now: now(), rules, counted: manyRows(counted) }),
  ]);
  return {
    status: 200,
    title: `${boards.length > 1 ? "全市" : jurisdiction}本月情况（截至${printedMoment(now())}）`,
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work)}">返回工作台</a></li><li><a href="${workPlace(work, { part: "cases" })}">辖区案件</a></li></ul></nav>
<div class="month">${await hearingsSection(ports, work, hearings, today)}
${lateSection(late)}
${rankingSection(standing.ranking, jurisdiction)}
${attendanceSection(standing, jurisdiction)}</div>`,
  };
}

/** What the page says of cases: of few by all of them, of many by diaries and by what was counted. */
interface OfCases {
  readonly hearings: Hearings;
  readonly late: Late;
}

interface Hearings {
  readonly next: readonly {
    readonly caseNumber: CaseNumber;
    readonly hearing: NonNullable<CaseAhead["hearing"]>;
    readonly agencies: readonly string[];
    readonly unreported: boolean;
  }[];
  /** All of these days; undefined where the page has the next ones alone. */
  readonly total: number | undefined;
}

interface Late {
  readonly units: readonly LateUnit[];
  /** All there are; undefined where not all cases were read. */
  readonly total: number | undefined;
  /** When they were counted, if not now. */
  readonly at?: Instant;
}

async function ofFew(ports: DeskPorts, boards: readonly string[], today: CivilDate): Promise<OfCases> {
  const until = addDays(today, DAYS_AHEAD);
  const { cases, isAll } = await casesUntil(ports, boards, until);
  const next = cases
    .flatMap(({ caseNumber, hearing, agencies }) =>
      hearing !== undefined && hearing.date >= today && hearing.date <= until
        ? [
            {
              caseNumber,
              hearing,
              agencies: agencies.map(({ name }) => name),
              unreported: runningOf({ hearing, agencies }, today).some(({ kind }) => kind === "report"),
            },
          ]
        : [],
    )
    .toSorted((one, other) => (when(one) < when(other) ? -1 : 1));
  const units = lateUnits(cases, today);
  if (isAll) return { hearings: { next, total: next.length }, late: { units, total: units.length } };
  // Very many cases that nobody has counted yet.
  return {
    hearings: { next: next.slice(0, MOST_NAMED), total: undefined },
    late: { units: units.slice(0, MOST_NAMED), total: undefined },
  };
}

async function ofMany(
  { records, directory }: DeskPorts,
  boards: readonly string[],
  { cases, at }: AreaFigures,
  today: CivilDate,
): Promise<OfCases> {
  const bureaus = (await directory.find(lookup.kind("bureau"))).filter(({ jurisdiction }) =>
    boards.includes(jurisdiction),
  );
  const until = addDays(today, DAYS_AHEAD);
  const { next } = await comingInDiaries(records, bureaus, today, undefined);
  return {
    hearings: { next: next.filter(({ hearing }) => hearing.date <= until), total: undefined },
    late: { units: cases.longest, total: cases.silent, at },
  };
}

/** The figures, where the month's rows are more than a page can read. */
function manyRows(counted: AreaFigures | undefined): AreaFigures | undefined {
  return counted !== undefined && counted.rows > MOST_READ ? counted : undefined;
}

/** Those in which something ends or takes place until a day, what comes first before the others; whether these are all. */
async function casesUntil(
  { records }: DeskPorts,
  boards: readonly string[],
  day: CivilDate,
): Promise<{ readonly cases: readonly CaseAhead[]; readonly isAll: boolean }> {
  const found: CaseAhead[] = [];
  let after: string | undefined;
  do {
    const { cases, next } = await records.ahead(boards, { after, limit: AT_A_TIME });
    found.push(...cases);
    after = next;
    if (after === undefined || isBehind(after, day)) return { cases: mergedAhead(found), isAll: true };
  } while (found.length < MOST_READ);
  return { cases: mergedAhead(found), isAll: false };
}

async function hearingsSection(
  ports: DeskPorts,
  work: AtWork,
  { next, total }: Hearings,
  today: CivilDate,
): Promise<Markup> {
  const until = addDays(today, DAYS_AHEAD);
  const rows = await Promise.all(
    next.map(async ({ caseNumber, hearing, agencies, unreported }) => {
      const isToday = hearing.date === today;
      const hour = hearing.time === undefined ? "" : ` ${printedTime(hearing.time)}`;
      return [
        isToday ? html`<span class="soon">今天${hour}</span>` : `${shortDate(hearing.date)}${hour}`,
        html`${await caseNumberLink(ports, work, caseNumber)}<small>${agencies.join("、")}</small>${unreported ? html`<small class="soon">尚未报告出庭负责人</small>` : ""}`,
      ];
    }),
  );
  const todays = next.filter(({ hearing }) => hearing.date === today).length;
  return html`<section aria-labelledby="hearings"><h2 id="hearings">今日和今后${DAYS_AHEAD}日开庭</h2>${onScreen(
    {
      caption:
        total === undefined
          ? `最近的${next.length}件，其余见辖区案件`
          : `今日${todays}件，至${printedDate(until)}共${total}件`,
      columns: ["时间", "案件"],
      rows,
      empty: `至${printedDate(until)}没有开庭。`,
    },
  )}</section>`;
}

function when({ hearing, caseNumber }: Hearings["next"][number]): string {
  return `${hearing.date} ${hearing.time ?? ""} ${caseNumber}`;
}

function lateSection({ units, total, at }: Late): Markup {
  const counted = at === undefined ? "" : `（${printedMoment(at)}统计）`;
  const named = total !== undefined && units.length < total ? `，列出前${units.length}个` : "";
  return html`<section aria-labelledby="late"><h2 id="late">逾期未报的单位</h2>${onScreen({
    caption:
      total === undefined
        ? `${units.length}个单位，逾期最长的在前，其余见辖区案件`
        : `共${total}个单位${counted}，逾期最长的在前${named}`,
    columns: ["单位", "逾期事项", "最长逾期"],
    rows: units.map(({ name, reports, filings, duties, days }) => [
      name,
      [
        reports === 0 ? "" : `三日报告${reports}件`,
        filings === 0 ? "" : `出庭备案${filings}件`,
        duties === 0 ? "" : `其他期限${duties}件`,
      ]
        .filter(Boolean)
        .join("，"),
      html`<span class="late">${days}天</span>`,
    ]),
    empty: "没有逾期未报的单位。",
  })}</section>`;
}

/** A table whose first rows are seen, the others opened. */
function onScreen(table: Parameters<typeof dataTable>[0]): Markup {
  const { rows, columns, empty } = table;
  const rest = rows.slice(ON_SCREEN);
  return html`${dataTable({ ...table, rows: rows.slice(0, ON_SCREEN) })}${
    rest.length === 0
      ? ""
      : html`<details><summary>其余${rest.length}项</summary>${dataTable({ caption: `其余${rest.length}项`, columns, rows: rest, empty })}</details>`
  }`;
}
