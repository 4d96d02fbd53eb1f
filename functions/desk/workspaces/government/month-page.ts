/** 本月情况 on one page that fits a screen: hearings of the days to come, who is late, attendance against the months before, the ranking. */
import { html } from "hono/html";
import { standingOf } from "../../../../shared/casework/bulletin/month-standing.ts";
import { areaOf } from "../../../../shared/casework/jurisdictions.ts";
import {
  type CaseAhead,
  isBehind,
  lateUnits,
  mergedAhead,
  runningAhead,
} from "../../../../shared/domain/board/case-ahead.ts";
import { addDays, type CivilDate, civilDateAt } from "../../../../shared/domain/time/time.ts";
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
  const [cases, standing] = await Promise.all([
    casesUntil(ports, boards, addDays(today, DAYS_AHEAD)),
    standingOf(ports, jurisdiction, { now: now(), rules }),
  ]);
  return {
    status: 200,
    title: `${boards.length > 1 ? "全市" : jurisdiction}本月情况（截至${printedMoment(now())}）`,
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work)}">返回工作台</a></li><li><a href="${workPlace(work, { part: "cases" })}">辖区案件</a></li></ul></nav>
<div class="month">${await hearingsSection(ports, work, cases, today)}
${lateSection(cases, today)}
${rankingSection(standing.ranking, jurisdiction)}
${attendanceSection(standing, jurisdiction)}</div>`,
  };
}

/** All in which something ends or takes place until a day. */
async function casesUntil(
  { records }: DeskPorts,
  boards: readonly string[],
  day: CivilDate,
): Promise<readonly CaseAhead[]> {
  const found: CaseAhead[] = [];
  let after: string | undefined;
  do {
    const { cases, next } = await records.ahead(boards, { after, limit: AT_A_TIME });
    found.push(...cases);
    after = next;
  } while (after !== undefined && !isBehind(after, day));
  return mergedAhead(found);
}

async function hearingsSection(
  ports: DeskPorts,
  work: AtWork,
  cases: readonly CaseAhead[],
  today: CivilDate,
): Promise<Markup> {
  const until = addDays(today, DAYS_AHEAD);
  const ahead = cases
    .flatMap(({ hearing, ...one }) => (hearing === undefined ? [] : [{ ...one, hearing }]))
    .filter(({ hearing }) => hearing.date >= today && hearing.date <= until)
    .toSorted((one, other) => (when(one) < when(other) ? -1 : 1));
  const rows = await Promise.all(
    ahead.map(async (one) => {
      const { caseNumber, hearing, agencies } = one;
      const isToday = hearing.date === today;
      const hour = hearing.time === undefined ? "" : ` ${printedTime(hearing.time)}`;
      const unreported = runningAhead(one, today).some(({ kind }) => kind === "report");
      return [
        isToday ? html`<span class="soon">今天${hour}</span>` : `${shortDate(hearing.date)}${hour}`,
        html`${await caseNumberLink(ports, work, caseNumber)}<small>${agencies.map(({ name }) => name).join("、")}</small>${unreported ? html`<small class="soon">尚未报告出庭负责人</small>` : ""}`,
      ];
    }),
  );
  const todays = ahead.filter(({ hearing }) => hearing.date === today).length;
  return html`<section aria-labelledby="hearings"><h2 id="hearings">今日和今后${DAYS_AHEAD}日开庭</h2>${onScreen(
    {
      caption: `今日${todays}件，至${printedDate(until)}共${ahead.length}件`,
      columns: ["时间", "案件"],
      rows,
      empty: `至${printedDate(until)}没有开庭。`,
    },
  )}</section>`;
}

function when({ hearing, caseNumber }: CaseAhead): string {
  return `${hearing?.date ?? ""} ${hearing?.time ?? ""} ${caseNumber}`;
}

function lateSection(cases: readonly CaseAhead[], today: CivilDate): Markup {
  const late = lateUnits(cases, today);
  return html`<section aria-labelledby="late"><h2 id="late">逾期未报的单位</h2>${onScreen({
    caption: `共${late.length}个单位，逾期最长的在前`,
    columns: ["单位", "逾期事项", "最长逾期"],
    rows: late.map(({ name, reports, filings, duties, days }) => [
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
