/**
 * Tables of cases received, closed and lost that courts and bureaus published, encoded as ledgers with the counts they gave, and read,
 * counted and printed by the whole chain. Sources: 银川市人民政府办公厅关于2015年第二季度全市行政诉讼情况的通报（银政办发〔2015〕133号）;
 * 德州市中级人民法院 2017年度《行政案件司法审查报告》; 《法治时代》 2024-09, A地 2021—2023; 山东省高级人民法院 2016 and 2022
 * 年度行政案件司法审查报告; a yearbook of 黑龙江, 行政案件; 安阳, 2022年1—9月; 江苏省高级人民法院, 2022年行政审判; 上海法院 2006.
 */
import { describe, expect, it } from "vitest";
import { extractLedger } from "../../shared/documents/ledger/case-ledger.ts";
import { ledgerStatements } from "../../shared/documents/ledger/ledger-statements.ts";
import { rowsOfLedger } from "../../shared/domain/case-file/ledger/ledger-alone.ts";
import { clearance, docketRate } from "../../shared/domain/statistics/docket/docket-rates.ts";
import type { BulletinStatistics } from "../../shared/domain/statistics/figures.ts";
import { changeOfCount, percent, percentagePoints } from "../../shared/domain/statistics/rate.ts";
import { statistics } from "../../shared/domain/statistics/statistics.ts";
import { type Period, periodOf } from "../../shared/domain/time/period.ts";
import { instant, type Month } from "../../shared/domain/time/time.ts";
import { bulletinTables } from "../../shared/letters/bulletin/tables/bulletin-tables.ts";
import { type BulletinTable, printed } from "../../shared/letters/bulletin/tables/cells.ts";

const HEADING = ["案号", "被告", "管理领域", "立案日期", "结案日期", "裁判结果", "是否开庭"] as const;
type Cells = Partial<Record<(typeof HEADING)[number], string>>;
interface Group {
  readonly times: number;
  /** Court and type of the case numbers: 宁0104行初. */
  readonly of?: string;
  readonly cells: Cells;
}
const group = (times: number, cells: Cells, of?: string): Group => ({
  times,
  cells,
  ...(of !== undefined && { of }),
});

/** A ledger of a period in which `times` rows say the same; every row is another case, received and closed within it. */
function counted(period: Period, ...groups: readonly Group[]): BulletinStatistics {
  const { from, to } = period;
  const grid: string[][] = [[...HEADING]];
  for (const { times, of = "鲁1302行初", cells } of groups)
    for (let index = 0; index < times; index++) {
      const row = {
        案号: `（${from.slice(0, 4)}）${of}${grid.length}号`,
        被告: "临沂市兰山区人民政府",
        立案日期: `${from}-10`,
        结案日期: cells.裁判结果 === undefined ? "" : `${to}-20`,
        是否开庭: "否",
        ...cells,
      } as const;
      grid.push(HEADING.map((column) => (row as Cells)[column] ?? ""));
    }
  const ledger = extractLedger(grid.map((cells, row) => ({ sheet: "台账", row: row + 1, cells })));
  if (ledger === undefined) throw new Error("not a ledger");
  const { rows } = rowsOfLedger(
    ledgerStatements(ledger, to, from),
    to,
    instant("2026-11-30T09:00:00+08:00"),
    from,
  );
  return statistics(rows, { period });
}

/** What a table of the bulletin says, row by row, of some of its columns. */
function table(figures: BulletinStatistics, period: Period, name: string, ...columns: readonly string[]) {
  const tables = bulletinTables(figures, {
    period,
    jurisdiction: "",
    issuer: "",
    version: 1,
    draft: false,
    trend: [],
  }).docket;
  const all: readonly (BulletinTable | undefined)[] = tables === undefined ? [] : Object.values(tables);
  const found = all.find((one) => one?.name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found.rows.map((row) =>
    columns.map((title) => printed(row[found.columns.findIndex((column) => column.title === title)])),
  );
}

const year = (of: string) => periodOf("year", `${of}-12` as Month);

describe("银川, second quarter of 2015: results by court", () => {
  const period = periodOf("quarter", "2015-06" as Month);
  const [intermediate, xingqing, jinfeng] = ["宁01行初", "宁0104行初", "宁0106行初"];
  const figures = counted(
    period,
    group(22, {}, intermediate),
    group(1, { 裁判结果: "撤诉" }, intermediate),
    group(17, {}, xingqing),
    group(7, { 裁判结果: "裁定驳回起诉" }, xingqing),
    group(6, { 裁判结果: "撤诉" }, xingqing),
    group(5, { 裁判结果: "判决驳回诉请" }, xingqing),
    group(2, { 裁判结果: "移送", 结案日期: "" }, xingqing),
    group(1, { 裁判结果: "中止", 结案日期: "" }, xingqing),
    group(22, {}, jinfeng),
    group(6, { 裁判结果: "裁定驳回起诉" }, jinfeng),
    group(3, { 裁判结果: "判决驳回诉请" }, jinfeng),
    group(3, { 裁判结果: "撤诉" }, jinfeng),
    group(1, { 裁判结果: "判决维持原具体行政行为" }, jinfeng),
  );

  it("96 received, of which each court's", () => {
    expect(figures.docket.total.received).toBe(96);
    expect(figures.docket.byCourt.map(({ code, received, closed }) => [code, received, closed])).toEqual([
      ["宁01", 23, 1],
      ["宁0104", 38, 18],
      ["宁0106", 35, 13],
    ]);
  });

  it("the outcome table has their lines; 移送 and 中止 stand beside it as not closed", () => {
    expect(table(figures, period, "裁判结果", "裁判结果", "一审", "合计")).toEqual([
      ["驳回诉讼请求", "8", "8"],
      ["维持行政行为", "1", "1"],
      ["裁定驳回起诉", "13", "13"],
      ["准许撤诉", "10", "10"],
      ["合计", "32", "32"],
    ]);
    const halted = figures.docket.results.filter((one) => one.halted > 0);
    expect(halted.map(({ line, halted: count }) => [line, count])).toEqual([
      ["transferred", 2],
      ["suspended", 1],
    ]);
    // 61 未结 as printed, and those three.
    expect(figures.docket.total.pending).toBe(61 + 3);
  });
});

describe("黑龙江, a year: results and fields", () => {
  const period = year("2019");
  const figures = counted(
    period,
    group(658, { 裁判结果: "维持" }),
    group(761, { 裁判结果: "原告主动撤诉" }),
    group(103, { 裁判结果: "被告改变原具体行政行为后原告撤诉" }),
    group(578, { 裁判结果: "撤销" }),
    group(424, { 裁判结果: "驳回起诉" }),
    group(623, { 裁判结果: "其他方式处理" }),
  );

  it("658, 864, 578, 424 and 623 of 3,147 are 20.9, 27.5, 18.4, 13.5 and 19.8 %", () => {
    const { total, results } = figures.docket;
    expect(total.closed).toBe(3147);
    const share = (...lines: readonly string[]) => {
      const part = results.reduce((sum, { line, first }) => sum + (lines.includes(line) ? first : 0), 0);
      return [part, percent({ part, whole: total.closed }, 1)];
    };
    expect([
      share("maintained"),
      share("withdrawn", "settled"),
      share("annulled"),
      share("inadmissible"),
      share("other"),
    ]).toEqual([
      [658, "20.9%"],
      [864, "27.5%"],
      [578, "18.4%"],
      [424, "13.5%"],
      [623, "19.8%"],
    ]);
    expect(percent(docketRate("withdrawn", total), 1)).toBe("27.5%");
  });

  it("3,111 received: 城建 1,002 (32.2 %), 公安 591 (19.0 %), 土地、林业、草原 356 (11.4 %)", () => {
    const received = counted(
      period,
      group(1002, { 管理领域: "城建" }),
      group(591, { 管理领域: "公安" }),
      group(356, { 管理领域: "土地" }),
      group(3111 - 1002 - 591 - 356, {}),
    ).docket;
    const shares = received.byField.map(({ field, received: part }) => [
      field,
      part,
      percent({ part, whole: received.total.received }, 1),
    ]);
    expect(shares).toEqual([
      ["housing", 1002, "32.2%"],
      ["public-security", 591, "19.0%"],
      ["land", 356, "11.4%"],
      [undefined, 1162, "37.4%"],
    ]);
  });
});

describe("by level of the agency", () => {
  it("德州 2017: 29, 193 and 30 cases against governments are 44.1 % of the first instance", () => {
    const { docket } = counted(
      year("2017"),
      group(29, { 被告: "德州市人民政府" }, "鲁14行初"),
      group(193, { 被告: "德州市陵城区人民政府" }, "鲁14行初"),
      group(30, { 被告: "德州市陵城区糜镇人民政府" }, "鲁1403行初"),
      group(571 - 252, { 被告: "德州市公安局" }, "鲁1402行初"),
    );
    expect(docket.byLevel.map(({ level, received }) => [level, received])).toEqual([
      ["city-government", 29],
      ["city-department", 319],
      ["county-government", 193],
      ["township", 30],
    ]);
    expect(percent({ part: 29 + 193 + 30, whole: docket.total.received }, 1)).toBe("44.1%");
  });

  it("A地 2021—2023: 686 of 4,311 lost are 15.91 %, of the counties 653 of 3,775 are 17.30 %", () => {
    const period = year("2023");
    const figures = counted(
      period,
      group(33, { 被告: "临沂市人民政府", 裁判结果: "撤销" }),
      group(536 - 33, { 被告: "临沂市公安局", 裁判结果: "驳回诉讼请求" }),
      group(653, { 被告: "沂南县人民政府", 裁判结果: "确认违法" }),
      group(3775 - 653, { 被告: "沂南县公安局", 裁判结果: "驳回起诉" }),
      group(4889 - 4311, { 被告: "沂南县公安局" }),
    );
    expect(table(figures, period, "县区败诉", "县区", "收案", "一审审结", "败诉", "败诉率")).toEqual([
      ["沂南县", "4353", "3775", "653", "17.30%"],
      // Printed there as 6.20 %, of the same counts.
      ["市本级", "536", "536", "33", "6.16%"],
      ["合计", "4889", "4311", "686", "15.91%"],
    ]);
    expect(table(figures, period, "层级败诉", "层级", "一审审结", "败诉", "占败诉")).toEqual([
      ["市政府", "33", "33", "4.81%"],
      ["市级部门", "503", "0", "0.00%"],
      ["县区政府（含开发区管委会）", "653", "653", "95.19%"],
      ["县区部门", "3122", "0", "0.00%"],
      ["合计", "4311", "686", "100%"],
    ]);
  });
});

describe("total and on the merits", () => {
  it("德州 2017: 81 lost are 14.2 % of the first instance closed and 23.7 % of judgments on the merits", () => {
    const { total } = counted(
      year("2017"),
      group(81, { 裁判结果: "确认违法" }),
      group(342 - 81, { 裁判结果: "驳回诉讼请求" }),
      group(571 - 342, { 裁判结果: "裁定驳回起诉" }),
    ).docket;
    const [all, merits] = [docketRate("lost", total), docketRate("lost-on-merits", total)];
    expect([all.part, all.whole, percent(all, 1)]).toEqual([81, 571, "14.2%"]);
    expect([merits.part, merits.whole, percent(merits, 1)]).toEqual([81, 342, "23.7%"]);
  });

  it("上海 2006: of 1,990 received 1,983 closed, 174 lost: 8.8 %", () => {
    const { total } = counted(
      year("2006"),
      group(174, { 裁判结果: "撤销" }),
      group(1983 - 174, { 裁判结果: "维持" }),
      group(7, {}),
    ).docket;
    expect([total.received, total.closed, total.pending, percent(docketRate("lost", total), 1)]).toEqual([
      1990,
      1983,
      7,
      "8.8%",
    ]);
  });
});

describe("山东 2016: losses by field", () => {
  const LOST = [
    ["土地", "land", 306],
    ["征收补偿", "demolition", 297],
    ["劳动和社会保障", "labour", 145],
    ["公安", "public-security", 134],
    ["房屋登记", "property-registration", 132],
    ["乡政府", "township", 102],
    ["民政", "civil-affairs", 64],
    ["规划", "planning", 36],
    ["工商", "commerce-regulation", 28],
  ] as const;
  const named = LOST.reduce((sum, [, , count]) => sum + count, 0);
  const period = year("2016");
  const figures = counted(
    period,
    ...LOST.map(([管理领域, , times]) => group(times, { 管理领域, 裁判结果: "撤销" })),
    group(2376 - named, { 裁判结果: "撤销" }),
    group(7174 - 2376, { 裁判结果: "驳回诉讼请求" }),
  );

  it("the fields stand in the order of their losses, those not named last", () => {
    expect(figures.docket.byField.map(({ field, lost }) => [field, lost])).toEqual([
      ...LOST.map(([, field, count]) => [field, count]),
      [undefined, 2376 - named],
    ]);
  });

  it("2,376 of the judgments on the merits are 33.12 %", () => {
    expect(percent(docketRate("lost-on-merits", figures.docket.total))).toBe("33.12%");
  });

  it("and their shares of all losses add up to the whole", () => {
    const rows = table(figures, period, "管理领域败诉", "管理领域", "败诉", "占败诉");
    expect(rows.slice(0, 2)).toEqual([
      ["土地", "306", "12.88%"],
      ["房屋征收（拆迁）", "297", "12.50%"],
    ]);
    expect(rows.slice(-2)).toEqual([
      ["领域未知", "1132", "47.64%"],
      ["合计", "2376", "100%"],
    ]);
  });
});

it("山东 2022: eight fields have 1,532 of 1,874 losses, 81.75 %; 6.88 % after 10.83 % is −3.95 points", () => {
  const { byField, total } = counted(
    year("2022"),
    group(1532, { 管理领域: "土地", 裁判结果: "确认违法" }),
    group(342, { 管理领域: "税务", 裁判结果: "确认违法" }),
  ).docket;
  expect(percent({ part: byField[0]?.lost ?? 0, whole: total.lost })).toBe("81.75%");
  expect(percentagePoints({ part: 688, whole: 10_000 }, { part: 1083, whole: 10_000 })).toBe("-3.95");
});

it("江苏 2022: 17,701 closed of 17,378 received clear 101.86 %", () => {
  const older = { 裁判结果: "驳回诉讼请求", 立案日期: "2021-12-01" };
  const { total } = counted(
    year("2022"),
    group(1737, { 裁判结果: "驳回诉讼请求" }),
    group(33, older, "苏01行初"),
  ).docket;
  expect([total.received, total.closed, clearance(total)]).toEqual([1737, 1770, 10_190]);
  expect(clearance({ received: 17_378, closed: 17_701 })).toBe(10_186);
  expect(percent({ part: 1376, whole: 17_701 }, 1)).toBe("7.8%");
});

it("安阳, January to September of 2022 against the same months: 767 after 867, 1,170 after 1,269", () => {
  const months: Period = { kind: "year-to-date", from: "2022-01" as Month, to: "2022-09" as Month };
  const before: Period = { kind: "year-to-date", from: "2021-01" as Month, to: "2021-09" as Month };
  const [now, then] = [counted(months, group(767, {})), counted(before, group(867, {}))].map(
    ({ docket }) => docket.total.received,
  );
  expect([now, then]).toEqual([767, 867]);
  // Printed there as 11.54 %, of the same counts.
  expect(changeOfCount(767, 867)).toBe("-11.53%");
  expect(changeOfCount(1170, 1269)).toBe("-7.80%");
});
