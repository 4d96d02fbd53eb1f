/** The files of an edition: what stands in each, and that they can be opened. */

import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import mammoth from "mammoth";
import { beforeAll, describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import {
  type BulletinFile,
  bulletinFile,
  bulletinFiles,
  editionContents,
} from "../../../shared/letters/bulletin/files.ts";
import { bulletinPaper } from "../../../shared/letters/bulletin/paper.ts";
import { BULLETIN_EDITION, BULLETIN_ROWS } from "./sample-bulletin.ts";

let files: ReadonlyMap<string, BulletinFile>;
beforeAll(async () => {
  files = new Map(
    (await bulletinFiles(editionContents(BULLETIN_ROWS, BULLETIN_EDITION))).map((file) => [file.name, file]),
  );
});
const bytes = (name: BulletinFile["name"]) => files.get(name)?.bytes ?? new Uint8Array();
const text = (name: BulletinFile["name"]) => new TextDecoder().decode(bytes(name));

describe("the page", () => {
  it("shows three charts as pictures, each with the table behind it", () => {
    const page = text("bulletin.html");
    expect(page.match(/<svg aria-hidden="true"/g)).toHaveLength(3);
    expect(page).toMatch(/<svg[\s\S]*兰陵县<\/text>[\s\S]*90\.00%（9\/10）<\/text>/);
    expect(page).toMatch(/26\.1\n?<\/text>|>26\.1</);
    for (const caption of ["近12个月负责人出庭情况", "各县区行政机关负责人出庭情况", "负责人未出庭的原因"])
      expect(page).toContain(caption);
  });

  it("fetches nothing and runs nothing", () => {
    expect(text("bulletin.html")).not.toMatch(
      /<script|<img|<link|https?:|url\(|@import|onload|<style[^>]*>[^<]*zr/i,
    );
  });
});

describe("a period of very many absences", () => {
  it("prints five hundred of them and says where all are; page and workbook have them", async () => {
    const [row] = BULLETIN_ROWS;
    if (row === undefined) expect.fail();
    const absent = Array.from({ length: 600 }, (_, index) => ({
      ...row,
      caseNumber: caseNumber(`（2026）鲁1302行初${10_000 + index}号`),
      present: false,
    }));
    const contents = editionContents(absent, BULLETIN_EDITION);
    const numbers = (words: string) => new Set(words.match(/行初1\d{4}号/g)).size;
    const paper = bulletinPaper(contents.figures, contents.edition);
    const table = paper.body.find((block) => block.type === "table" && block.rows.length > 100);
    if (table?.type !== "table") expect.fail();
    expect(numbers(JSON.stringify(paper))).toBe(500);
    expect(table.note).toMatch(/^共600行，本表列出前500行，其余100行见所附工作簿（Excel）。/);
    const page = await bulletinFile("bulletin.html", contents);
    expect(numbers(new TextDecoder().decode(page?.bytes))).toBe(600);
    const book = await bulletinFile("bulletin.xlsx", contents);
    const { sheets } = await readXlsx(book?.bytes ?? new Uint8Array());
    expect(numbers(JSON.stringify(sheets))).toBe(600);
  });
});

describe("the paper", () => {
  it("is a circular with its parts, in numbered sections", async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes("bulletin.docx")) });
    const lines = value.split(/\n+/);
    expect(lines.slice(0, 6)).toEqual([
      "行政应诉工作通报",
      "〔2026〕第8期（第2版）",
      "临沂市司法局\t2026年9月3日",
      "关于2026年8月全市行政机关",
      "负责人出庭应诉情况的通报",
      "各县区人民政府，市政府各部门、各直属机构：",
    ]);
    expect(lines.filter((line) => /^[一二三四五六七八九十]+、/.test(line))).toEqual([
      "一、总体情况",
      "二、本年累计",
      "三、近12个月情况",
      "四、涉企行政案件",
      "五、各县区情况",
      "六、各系统情况",
      "七、各层级情况",
      "八、各被诉行政机关情况",
      "九、各法院情况",
      "十、负责人未出庭情况",
      "十一、行政争议化解及裁判情况",
      "十二、工作要求",
      "十三、待核实事项",
      "十四、版本变化",
      "十五、统计口径",
    ]);
    expect(value).toContain("137件，行政机关负责人出庭应诉123件，案件出庭率89.78%，较上月上升15.25个百分点");
    // The title has the year; a day with it would break in its narrow column.
    expect(lines).toContain("8月26日");
    expect(value).not.toContain("2026-08-26");
    expect(value.trim().replace(/\s+/g, " ")).toMatch(
      /临沂市司法局 2026年9月3日 抄送：临沂市中级人民法院，各县区人民法院，各县区司法局。 临沂市司法局 2026年9月3日印发$/,
    );
  });
});

describe("the workbook", () => {
  it("has few sheets, each with its title, and its tables under their captions, with real numbers", async () => {
    const { sheets } = await readXlsx(bytes("bulletin.xlsx"));
    expect(sheets.map(({ name }) => name)).toEqual(["总体情况", "县区、系统和法院", "单位和案件", "说明"]);
    for (const { rows } of sheets) {
      expect(rows[0]?.[0]).toBe("临沂市行政应诉月通报（2026年8月，第2版）");
      expect(rows[1]?.[0]).toBe("临沂市司法局　2026年9月3日");
    }
    const [totals, counties] = sheets.map(({ rows }) => rows);
    const rowOf = (rows: typeof totals, first: unknown, at = 0) => rows?.find((row) => row[at] === first);
    expect(totals?.[3]?.[0]).toBe("行政案件开庭及负责人出庭情况（单位：件）");
    expect(rowOf(totals, "合计")?.slice(0, 8)).toEqual(["合计", 137, 123, 13, 1, 0.8978, 15.25, 7.28]);
    expect(rowOf(counties, "兰山区", 1)?.slice(0, 4)).toEqual([1, "兰山区", 10, 10]);
    expect(rowOf(counties, "合计", 1)?.slice(1, 4)).toEqual(["合计", 137, 123]);
    expect(counties?.flat().find((cell) => /^注：/.test(String(cell)))).toMatch(
      /^注：每案每一被诉行政机关计1个单位次。/,
    );
    for (const { freezePane } of sheets) expect(freezePane?.rows).toBe(2);
  });
});

describe("the rows", () => {
  it("are one line a pair as CSV, and as JSON", () => {
    expect(text("rows.csv").trim().split("\r\n")).toHaveLength(138);
    expect(JSON.parse(text("rows.json"))).toHaveLength(137);
    expect(text("rows.csv")).toContain("2026-08-26,是,否,,,,否,参加省厅会议,他人不能代替的公务,是,工作人员,");
  });
});

it("rows in any order, split and repeated in any way make the same files", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { minLength: 137, maxLength: 137 }), async (keys) => {
      const shuffled = BULLETIN_ROWS.map((row, index) => [keys[index] ?? 0, row] as const)
        .toSorted(([one], [other]) => one - other)
        .map(([, row]) => row);
      const cut = (keys[0] ?? 0) % 137;
      const again = [...shuffled.slice(cut), ...shuffled.slice(0, cut), ...shuffled.slice(0, 20)];
      for (const { name, bytes: made } of await bulletinFiles(editionContents(again, BULLETIN_EDITION)))
        expect([name, Buffer.from(made).equals(Buffer.from(bytes(name)))]).toEqual([name, true]);
    }),
    { numRuns: 3 },
  );
});
