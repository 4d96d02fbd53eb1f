/**
 * Figures that courts and bureaus published, with the counts they gave, encoded as a court's ledger and read, counted
 * and printed by the whole chain. Sources: bulletins of courts and bureaus (临沂, 青岛 and others);
 * 《2015年度南阳市法院行政案件司法审查报告》 (2016-07-27); 《秀英年鉴》, 行政应诉 2021.
 */
import { describe, expect, it } from "vitest";
import { extractLedger } from "../../shared/documents/ledger/case-ledger.ts";
import { ledgerStatements } from "../../shared/documents/ledger/ledger-statements.ts";
import { rowsOfLedger } from "../../shared/domain/case-file/ledger/ledger-alone.ts";
import type { BulletinStatistics } from "../../shared/domain/statistics/figures.ts";
import { attendance } from "../../shared/domain/statistics/ranking.ts";
import { percent, percentagePoints, pointsBetween, type Ratio } from "../../shared/domain/statistics/rate.ts";
import { statistics } from "../../shared/domain/statistics/statistics.ts";
import { instant } from "../../shared/domain/time/time.ts";
import { AUGUST } from "../support/statistics-rows.ts";

const HEADING = ["案号", "被告", "是否开庭", "负责人是否出庭", "职级", "是否出声", "裁判结果", "是否调解"];
type Cells = Partial<Record<"出庭" | "职级" | "出声" | "结果" | "调解" | "开庭", string>>;

/** A ledger in which `times` rows say the same; every row is another case. */
function counted(...groups: readonly (readonly [times: number, cells: Cells])[]): BulletinStatistics {
  const grid = [HEADING];
  for (const [times, { 开庭 = "是", 出庭 = "", 职级 = "", 出声 = "", 结果 = "", 调解 = "" }] of groups)
    for (let index = 0; index < times; index++)
      grid.push([
        `（2026）鲁1302行初${grid.length}号`,
        "临沂市兰山区人民政府",
        开庭,
        出庭,
        职级,
        出声,
        结果,
        调解,
      ]);
  const ledger = extractLedger(grid.map((cells, row) => ({ sheet: "台账", row: row + 1, cells })));
  if (ledger === undefined) throw new Error("not a ledger");
  const { rows, doubts } = rowsOfLedger(
    ledgerStatements(ledger, AUGUST),
    AUGUST,
    instant("2026-09-03T09:00:00+08:00"),
  );
  expect([...ledger.problems, ...doubts]).toEqual([]);
  return statistics(rows, { month: AUGUST });
}

const present = (heads: number, heard: number) =>
  attendance(counted([heads, { 出庭: "是" }], [heard - heads, { 出庭: "否" }]).total);

describe("published figures", () => {
  it("123 of 137 are 89.78 %", () => expect(percent(present(123, 137))).toBe("89.78%"));

  it("up from 72.05 %, that is +17.73 points, never a percentage of a percentage", () => {
    expect(percentagePoints(present(123, 137), present(116, 161))).toBe("+17.73");
    expect(percent(present(116, 161))).toBe("72.05%");
  });

  it("14665 of 14730 are 99.6 % at one decimal and never 100 %", () => {
    const ratio = present(14_665, 14_730);
    expect([percent(ratio, 1), percent(ratio)]).toEqual(["99.6%", "99.56%"]);
  });

  it("115 principals in 1006 cases are 11.43 % (青岛)", () => {
    const figures = counted(
      [115, { 出庭: "是", 职级: "正职" }],
      [800, { 出庭: "是", 职级: "副职" }],
      [91, { 出庭: "否" }],
    );
    expect(percent({ part: figures.principals, whole: figures.total.heard })).toBe("11.43%");
  });

  it("663 who spoke in 837 cases are 79.21 %", () => {
    const { speech } = counted([663, { 出庭: "是", 出声: "是" }], [174, { 出庭: "是", 出声: "否" }]);
    expect(percent({ part: speech.spoke, whole: speech.heard })).toBe("79.21%");
  });

  it("4973 settled of 16324 sent to mediation are 30.46 %", () => {
    const { resolution } = counted(
      [4973, { 开庭: "否", 结果: "和解撤诉", 调解: "是" }],
      [11_351, { 出庭: "是", 调解: "是" }],
    );
    expect(percent({ part: resolution.settledAfterMediation, whole: resolution.mediated })).toBe("30.46%");
  });

  const nanyang = () =>
    counted(
      [228, { 出庭: "是", 结果: "撤销行政行为" }],
      [734, { 出庭: "否", 结果: "驳回诉讼请求" }],
      [158, { 出庭: "否" }],
    );

  it("南阳: 962 closed of 1120 are 85.9 %", () => {
    const { defeat, total } = nanyang();
    expect(percent({ part: defeat.closed, whole: total.heard }, 1)).toBe("85.9%");
  });

  it("南阳: 228 lost of the 962 closed", () => {
    const { closed: whole, lost: part } = nanyang().defeat;
    expect([part, whole, percent({ part, whole })]).toEqual([228, 962, "23.70%"]);
  });

  it("南阳: 38 % after 10 % is +28 points", () => expect(pointsBetween(3800, 1000)).toBe("+28.00"));

  const xiuying = () =>
    counted(
      [24, { 出庭: "是", 结果: "驳回诉讼请求" }],
      [3, { 出庭: "是", 结果: "撤诉" }],
      [13, { 出庭: "是" }],
    );

  it("秀英: 27 closed of 40 are 67.5 %", () => {
    const { defeat, total } = xiuying();
    expect(percent({ part: defeat.closed, whole: total.heard }, 1)).toBe("67.5%");
  });

  it("秀英: none lost of 27, won or withdrawn all", () => {
    const { closed: whole, lost } = xiuying().defeat;
    const rate = (part: number): Ratio => ({ part, whole });
    expect([percent(rate(lost)), percent(rate(whole - lost))]).toEqual(["0.00%", "100%"]);
  });
});
