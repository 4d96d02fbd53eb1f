import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { BulletinEdition } from "../../../shared/domain/statistics/bulletin-edition.ts";
import { periodFigures } from "../../../shared/domain/statistics/bulletin-edition.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import { civilDate, type Month } from "../../../shared/domain/time/time.ts";
import { bulletinCsv } from "../../../shared/letters/bulletin/csv.ts";
import { bulletinPage } from "../../../shared/letters/bulletin/page.ts";
import { bulletinTitle } from "../../../shared/letters/bulletin/wording.ts";
import { some } from "../../support/some.ts";
import { aRow } from "../../support/statistics-rows.ts";

const month = "2026-08" as Month;

function row(serial: number, facts: Partial<StatisticsRow> = {}): StatisticsRow {
  return aRow(serial, { rank: "principal", headName: "李某", enterprise: true, ...facts });
}

const police = { agency: "沂南县公安局", jurisdiction: "沂南县" };
const rows = [
  row(1),
  row(2),
  row(3, { ...police, present: false, absenceReason: "因公出差" }),
  row(4, { ...police, present: undefined, openDifference: true }),
];
const figures = statistics(rows, { month });
const issuedOn = civilDate("2026-09-03");
const model: BulletinEdition = {
  period: periodOf("month", month),
  jurisdiction: "临沂市",
  issuer: "临沂市司法局",
  issuedOn,
  version: 1,
  draft: false,
  trend: [],
};

/** What a reader sees: no tags, no style. */
const textOf = (page: string) => page.replace(/<style>[\s\S]*<\/style>|<[^>]+>/g, " ").replace(/\s+/g, " ");

const HOSTILE = `=cmd|'/C calc'!A0<script>alert(1)</script>"&\u202e政府\r\n`;
const hostile = statistics(
  [
    row(1, {
      agency: HOSTILE,
      jurisdiction: HOSTILE,
      present: false,
      absenceReason: HOSTILE,
      court: HOSTILE,
    }),
    row(2, { agency: HOSTILE, jurisdiction: HOSTILE, present: undefined, openDifference: true }),
  ],
  { month },
);

describe("the bulletin's page", () => {
  it("says which month, version, whose figures and who issues them", () => {
    const text = textOf(bulletinPage(figures, model));
    expect(text).toContain("临沂市行政应诉月通报");
    expect(text).toContain("2026年8月 第1版");
    expect(text).toContain("临沂市司法局 2026年9月3日");
    expect(bulletinTitle({ ...model, draft: true })).toBe(
      "临沂市行政应诉月通报（2026年8月，第1版，征求意见稿）",
    );
  });

  it("gives the totals always by instance, and the rate of principals", () => {
    const text = textOf(bulletinPage(figures, model));
    expect(text).toContain("共开庭审理行政案件4件，行政机关负责人出庭应诉2件，案件出庭率50.00%。");
    expect(text).toContain("正职出庭2件，正职出庭率50.00%");
    expect(text).toMatch(/合计 4 2 1 1 50\.00% — — 一审 4 2 1 1 50\.00% — — 二审 0 0 0 0 — — —/);
    expect(text).toContain("出庭负责人共1人");
    expect(text).toContain("出庭情况不明的1件，核实前不计为出庭，也不计为未出庭。");
  });

  it("lists districts, agencies, absences with their reason, and what is open", () => {
    const text = textOf(bulletinPage(figures, model));
    expect(text).toMatch(
      /1 兰山区 2 2 0 0 100% 2 2 2 0 — 2 沂南县 2 0 1 1 0\.00% 0 2 0 0 — 合计 4 2 1 1 50\.00% 2 4 2 0 —/,
    );
    expect(text).toContain(
      "（2026）鲁1302行初3号 沂南县公安局 沂南县 临沂市兰山区人民法院 2026-08-12 因公出差",
    );
    expect(text).toMatch(/是否出庭不明 （2026）鲁1302行初4号 沂南县公安局/);
    expect(text).toMatch(/各方记载不一致 （2026）鲁1302行初4号 沂南县公安局 正在核对/);
  });

  it("puts the change from the month before in percentage points", () => {
    const july = (...present: boolean[]) =>
      statistics(
        present.map((there, index) => row(index + 1, { present: there, heardOn: civilDate("2026-07-02") })),
        { month: "2026-07" as Month },
      );
    const text = (previous: typeof figures) =>
      textOf(bulletinPage(figures, { ...model, previous: periodFigures(previous) }));
    expect(text(july(true, false, false))).toContain("案件出庭率50.00%，较上月上升16.67个百分点。");
    expect(text(july(true, true, false))).toContain("较上月下降16.67个百分点。");
    expect(text(july(true, false))).toContain("与上月持平。");
    expect(text(july())).toContain("案件出庭率50.00%。出庭负责人");
  });

  it("says that a later version replaces the earlier ones", () => {
    expect(textOf(bulletinPage(figures, model))).not.toContain("替代");
    expect(textOf(bulletinPage(figures, { ...model, version: 2 }))).toContain("替代以前各版");
  });

  it("has a month in which nothing was heard", () => {
    const text = textOf(bulletinPage(statistics([], { month }), model));
    expect(text).toContain("出庭率—");
    expect(text).toContain("没有负责人未出庭的案件");
  });

  it("can be read by a screen reader: language, captions, headings of rows and columns", () => {
    const page = bulletinPage(figures, model);
    expect(page).toContain('<html lang="zh-CN">');
    expect(page.match(/<table>\s*<caption>/g)).toHaveLength(page.split("<table>").length - 1);
    expect(page).not.toMatch(/<th>/);
    expect(page).toContain('<th scope="row">兰山区</th>');
  });

  it("fetches nothing and runs nothing, whatever the data say", () => {
    const page = bulletinPage(hostile, { ...model, jurisdiction: HOSTILE, issuer: HOSTILE });
    expect(page).not.toMatch(/<script|<img|<link|https?:|url\(|\u202e/i);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(bulletinTitle({ ...model, jurisdiction: HOSTILE })).not.toMatch(/[\r\n\u202e]/);
  });

  it("is the same, byte for byte, from the same rows in another order", () => {
    const again = statistics([...rows].reverse(), { month });
    expect(bulletinPage(again, model)).toBe(bulletinPage(figures, model));
    expect(bulletinCsv(again)).toBe(bulletinCsv(figures));
  });
});

describe("the bulletin's CSV", () => {
  it("is one table with a byte order mark and CRLF", () => {
    const csv = bulletinCsv(figures);
    expect(csv.startsWith("\uFEFF类别,排名,名称")).toBe(true);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const lines: string[][] = parse(csv, { bom: true });
    expect(lines.find((line) => line[2] === "合计")?.slice(4, 10)).toEqual([
      "件",
      "4",
      "2",
      "1",
      "1",
      "50.00%",
    ]);
    expect(lines.find((line) => line[0] === "县区" && line[2] === "兰山区")?.[1]).toBe("1");
    expect(lines.find((line) => line[0] === "未出庭")?.at(-1)).toBe("因公出差");
  });

  it("holds no cell that a spreadsheet would run", () => {
    const lines: string[][] = parse(bulletinCsv(hostile), { bom: true });
    for (const cell of some(lines.flat())) expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]|[\r\n\u202e]/);
    expect(lines.some((line) => line[2]?.startsWith("'=cmd|'/C calc'!A0<script>"))).toBe(true);
  });
});
