/** Attendance of this month against those before as a chart with its table, and the ranking of the last bulletin. */
import { html } from "hono/html";
import {
  type LastRanking,
  type MonthStanding,
  type Standing,
  together,
} from "../../../../shared/casework/bulletin/month-standing.ts";
import { CITY_ITSELF } from "../../../../shared/domain/organisations/district.ts";
import type { BulletinVersion } from "../../../../shared/domain/statistics/bulletin-version.ts";
import { attendance, type Ranked, type Tally } from "../../../../shared/domain/statistics/ranking.ts";
import { NOTHING, percent, percentagePoints, rateUnits } from "../../../../shared/domain/statistics/rate.ts";
import { civilDateAt } from "../../../../shared/domain/time/time.ts";
import { printedDate, printedMoment, printedMonth } from "../../../../shared/letters/frame/dates.ts";
import type { Markup } from "../../frame/page.ts";
import { dataTable } from "../../frame/table.ts";

/** What counts: the city's figures are cases, a county's pairs of case and agency. */
function unitOf(jurisdiction: string): string {
  return jurisdiction === CITY_ITSELF ? "件" : "个单位次";
}

export function attendanceSection({ current, before }: Standing, jurisdiction: string): Markup {
  const unit = unitOf(jurisdiction);
  const average = together(before);
  const points = percentagePoints(attendance(current), attendance(average));
  const compared =
    points === NOTHING
      ? ""
      : `此前${before.length}个月合计${percent(attendance(average))}（${average.present}/${average.heard}${unit}），本月较其${points}个百分点。`;
  const months = [...before, current];
  return html`<section aria-labelledby="attendance" class="across"><h2 id="attendance">${printedMonth(current.month)}负责人出庭情况</h2>
<p>本月已开庭${current.heard}${unit}，负责人出庭${current.present}，未出庭${current.absent}，情况不明${current.unknown}，出庭率<strong>${percent(attendance(current))}</strong>（${sourceOf(current)}）。${compared}</p>
${months.length < 2 ? "" : chart(months, unit)}
<details><summary>各月数据和来源</summary>${dataTable({
    caption: `单位：${unit}`,
    columns: ["月份", "开庭", "负责人出庭", "未出庭", "情况不明", "出庭率", "来源"],
    rows: months.map((one) => [
      printedMonth(one.month),
      String(one.heard),
      String(one.present),
      String(one.absent),
      String(one.unknown),
      percent(attendance(one)),
      sourceOf(one),
    ]),
    empty: "",
  })}</details></section>`;
}

/** 据通报第1版，10月4日印发: what a month's figures are from. */
function sourceOf({ bulletin, countedAt }: MonthStanding): string {
  if (bulletin !== undefined) return issueOf(bulletin);
  const known = countedAt === undefined ? "现有记载" : `${printedMoment(countedAt)}的统计`;
  return `据系统${known}，以月通报为准`;
}

function issueOf({ month, version, at, inMail }: BulletinVersion): string {
  const number = inMail?.words?.issue === undefined ? "" : `${inMail.words.issue}`;
  return `据${printedMonth(month)}通报${number}第${version}版，${printedDate(civilDateAt(at))}印发`;
}

const SLOT = 60;
const BAR = 30;
const TALLEST = 84;
const TOP = 18;
const BASE = TOP + TALLEST;

/** A bar a month; this month's, not over yet, is lighter. */
function chart(months: readonly MonthStanding[], unit: string): Markup {
  const width = SLOT * months.length;
  const said = months.map((one) => `${printedMonth(one.month)}${rateWords(one, unit)}`).join("；");
  return html`<div class="chart" role="region" aria-label="各月出庭率图" tabindex="0"><svg viewBox="0 0 ${width} ${BASE + 22}" role="img" aria-labelledby="chart-title chart-words"><title id="chart-title">各月负责人出庭率</title><desc id="chart-words">${said}</desc>
<line x1="0" x2="${width}" y1="${BASE}" y2="${BASE}" stroke="#57606a"/>${months.map((one, index) => bar(one, index, index === months.length - 1))}</svg></div>`;
}

function bar(one: MonthStanding, index: number, isCurrent: boolean): Markup {
  const share = (rateUnits(attendance(one)) ?? 0) / 10_000;
  const height = Math.round(share * TALLEST);
  const middle = index * SLOT + SLOT / 2;
  const month = Number(one.month.slice(5));
  return html`<rect x="${middle - BAR / 2}" y="${BASE - height}" width="${BAR}" height="${height}" fill="${isCurrent ? "#8fb8de" : "#0b57a4"}"/><text x="${middle}" y="${BASE - height - 4}" text-anchor="middle" font-size="13" fill="#1f2328">${one.heard === 0 ? NOTHING : percent(attendance(one), 1)}</text><text x="${middle}" y="${BASE + 17}" text-anchor="middle" font-size="13" fill="#57606a">${month === 1 || index === 0 ? `${one.month.slice(2, 4)}年${month}月` : `${month}月`}</text>`;
}

function rateWords(tally: Tally, unit: string): string {
  return `${percent(attendance(tally))}（${tally.present}/${tally.heard}${unit}）`;
}

export function rankingSection(ranking: LastRanking | undefined, jurisdiction: string): Markup {
  if (ranking === undefined)
    return html`<section aria-labelledby="ranking" class="down"><h2 id="ranking">县区排名</h2><p>还没有印发的月通报。</p></section>`;
  const { bulletin, counties, agencies } = ranking;
  const own = counties.find((one) => one.jurisdiction === jurisdiction);
  const placed = counties.filter(({ rank }) => rank !== undefined).length;
  const place =
    own?.rank === undefined || jurisdiction === CITY_ITSELF ? "" : `本辖区第${own.rank}名，共${placed}个。`;
  return html`<section aria-labelledby="ranking" class="down"><h2 id="ranking">${printedMonth(bulletin.month)}县区排名</h2>
${dataTable({
  caption: `${place}${issueOf(bulletin)}，按单位次`,
  columns: ["县区", "名次，出庭率"],
  rows: counties.map((one) => [
    one.jurisdiction === jurisdiction ? html`${one.jurisdiction}<small>本辖区</small>` : one.jurisdiction,
    placeAndRate(one),
  ]),
  empty: "当月没有开庭。",
})}${
  agencies === undefined || agencies.length === 0
    ? ""
    : html`<details><summary>本级单位排名</summary>${dataTable({
        caption: "通报所列单位，名次为全市名次",
        columns: ["单位", "名次，出庭率"],
        rows: agencies.map((one) => [one.agency, placeAndRate(one)]),
        empty: "",
      })}</details>`
}</section>`;
}

/** 第1，66.67%（2/3）. */
function placeAndRate(one: Ranked): string {
  const rate = `${percent(attendance(one))}（${one.present}/${one.heard}）`;
  return one.rank === undefined ? rate : `第${one.rank}，${rate}`;
}
