/** 统计年报: a bureau looks at the yearly return of its area, with what isn't known in it, and takes it as a workbook. */
import { html } from "hono/html";
import { docketRowsOf, rowsInDocket } from "../../../shared/casework/bulletin/period-docket.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import {
  countReturn,
  type ReturnTable,
  TOTAL,
  yearPeriod,
} from "../../../shared/domain/statistics/yearly-return.ts";
import {
  civilDateAt,
  civilDateIn,
  lastTwoYears,
  parseYear,
  type Year,
} from "../../../shared/domain/time/time.ts";
import { UNKNOWN } from "../../../shared/domain/yearly-return/mapping.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { XLSX } from "../../../shared/letters/frame/media-types.ts";
import { SAMPLE_RETURN, yearlyReturn } from "../../../shared/letters/office/yearly-return.ts";
import { placeOf } from "../frame/place.ts";
import type { DeskPorts, Shown } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { type Opened, wayBack } from "./programme-visit.ts";
import { yearNav } from "./year-nav.ts";

/** The parts of a programme's address. */
export const RETURN_PART = "yearly-return";
const RETURN_FILE = "yearly-return-file";

/** Whether a part of the address is one of these. */
export function isReturnPart(part: string | undefined): boolean {
  return part === RETURN_PART || part === RETURN_FILE;
}

/** The page, or the workbook. */
export async function yearlyReturnPage(ports: DeskPorts, { scope, visit }: Opened): Promise<Shown> {
  const today = civilDateAt(ports.now());
  const years = lastTwoYears(today);
  const year = parseYear(visit.query.year ?? "") ?? years[0];
  const table = await counted(ports, scope.own, year);
  if (visit.part === RETURN_FILE) {
    const edition = {
      jurisdiction: scope.own === CITY_ITSELF ? "全市" : scope.own,
      made: printedDate(today),
    };
    const name = `${edition.jurisdiction}${year}年行政应诉案件统计年报.xlsx`;
    return { status: 200, file: { name, contentType: XLSX, bytes: await yearlyReturn(table, edition) } };
  }
  const { due } = ports.rules.policy.yearlyReturn;
  const { columns } = table.mapping;
  const next = String(Number(year) + 1) as Year;
  return {
    status: 200,
    title: `${year}年统计年报`,
    body: html`${wayBack(visit)}<p>请于<strong>${printedDate(civilDateIn(next, due))}</strong>前核对、报送。表式：${table.mapping.title}${ports.rules.policy.yearlyReturn.mapping === undefined ? "，列名、列序以国家统计报表当年的表式为准" : ""}。</p>
${yearNav(years, year, (one) => placeOf(visit, { part: RETURN_PART, query: { year: one } }))}
<p><a href="${placeOf(visit, { part: RETURN_FILE, query: { year } })}">下载统计年报（.xlsx）</a><small>　统计表、每个数字对应的案件、口径说明</small></p>
${unknownView(table)}${dataTable({
  caption: "各列合计；按项目分列的见下载的工作簿",
  columns: ["列", "列名", "合计", "其中项目未知"],
  rows: columns.map(({ code, title }, index) => [
    code,
    title,
    String(countOf(table, TOTAL, index)),
    String(countOf(table, UNKNOWN, index)),
  ]),
  empty: "没有案件。",
})}`,
  };
}

function countOf({ lines }: ReturnTable, of: string, column: number): number {
  return lines.find(({ value }) => value === of)?.cells[column]?.length ?? 0;
}

/** Of a county's bureau, the cases of its own district. */
async function counted(ports: DeskPorts, own: string, year: Year): Promise<ReturnTable> {
  const { jurisdiction, yearlyReturn: chosen } = ports.rules.policy;
  const mapping = chosen.mapping ?? SAMPLE_RETURN;
  const all = await rowsInDocket(docketRowsOf(ports, jurisdiction.code), yearPeriod(year), ports.now());
  const rows = own === CITY_ITSELF ? all : all.filter((row) => row.jurisdiction === own);
  return countReturn(rows, year, mapping);
}

/** What should be completed before it is handed in. */
function unknownView({ lines, undated, inferred }: ReturnTable) {
  const unknown = new Set(
    lines.filter(({ value }) => value === UNKNOWN).flatMap(({ cells }) => cells.flat()),
  );
  const said = [
    ...(unknown.size > 0
      ? [`${unknown.size}件的分类未知，列在“未知”一行：请在案件页面“案件分类”中补充。`]
      : []),
    ...(inferred.length > 0 ? [`${inferred.length}件没有立案日期，收案月份按最早一份材料推定。`] : []),
    ...(undated.length > 0 ? [`${undated.length}件已结而没有结案日期，没有计入结案和未结。`] : []),
  ];
  return said.length === 0
    ? ""
    : html`<div class="note"><ul>${said.map((one) => html`<li>${one}</li>`)}</ul></div>`;
}
