/** What a bulletin shows of cases received, closed and lost: tables that add up, unknowns with their number, in every file. */
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { LINYI } from "../../../shared/domain/policy.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import { type BulletinFile, bulletinFiles, editionContents } from "../../../shared/letters/bulletin/files.ts";
import { method } from "../../../shared/letters/bulletin/method.ts";
import { sections } from "../../../shared/letters/bulletin/sections.ts";
import { bulletinTables } from "../../../shared/letters/bulletin/tables/bulletin-tables.ts";
import { type BulletinTable, printed } from "../../../shared/letters/bulletin/tables/cells.ts";
import { BULLETIN_EDITION, BULLETIN_ROWS, DOCKET_EDITION, DOCKET_ROWS } from "./sample-bulletin.ts";

const CONTENTS = editionContents(DOCKET_ROWS, DOCKET_EDITION);
const { figures } = CONTENTS;
const tables = bulletinTables(figures, DOCKET_EDITION).docket ?? expect.fail();
const all: readonly BulletinTable[] = Object.values(tables).filter((one) => one !== undefined);
const cells = ({ columns, rows }: BulletinTable, title: string) =>
  rows.map((row) => printed(row[columns.findIndex((column) => column.title === title)]));

let files: ReadonlyMap<string, BulletinFile>;
beforeAll(async () => {
  files = new Map((await bulletinFiles(CONTENTS)).map((file) => [file.name, file]));
});
const bytes = (name: BulletinFile["name"]) => files.get(name)?.bytes ?? new Uint8Array();

describe("the tables", () => {
  it.each(["收案", "结案", "未结", "一审审结", "结果未知", "败诉", "撤诉"])("%s adds up in each", (title) => {
    const summed = all.filter(
      ({ totalled, columns }) => totalled === true && columns.some((column) => column.title === title),
    );
    expect(summed.length).toBeGreaterThan(4);
    for (const one of summed) {
      const numbers = cells(one, title).map(Number);
      const total = numbers.at(-1);
      expect([one.name, numbers.slice(0, -1).reduce((sum, number) => sum + number, 0)]).toEqual([
        one.name,
        total,
      ]);
    }
  });

  it("say what isn’t known, with its number, and leave it out of the base", () => {
    const [lost, merits, , appealed] = tables.judged.rows;
    expect(lost?.slice(0, 6).map(printed)).toEqual([
      "败诉率",
      "败诉÷一审审结（结果已知）",
      "17",
      "60",
      "28.33%",
      "9",
    ]);
    expect(Number(printed(merits?.[5]))).toBeGreaterThan(0);
    expect(Number(printed(appealed?.[5]))).toBeGreaterThan(0);
    expect(tables.received.note).toContain("没有立案日期");
    expect(tables.results.note).toMatch(/中止诉讼\d+件，不在本表之内/);
    expect(cells(tables.fields ?? expect.fail(), "管理领域").at(-2)).toBe("领域未知");
  });

  it("hold the period against the one before and the same months last year", () => {
    const [total] = tables.received.rows;
    const at = (title: string) =>
      printed(total?.[tables.received.columns.findIndex((column) => column.title === title)]);
    const { docket } = figures;
    const change = (now: number, before: number) => `${(((now - before) / before) * 100).toFixed(2)}%`;
    const before = DOCKET_EDITION.previous?.docket?.total ?? expect.fail();
    const lastYear = DOCKET_EDITION.lastYear?.docket?.total ?? expect.fail();
    expect(at("收案较上月").replace("+", "")).toBe(change(docket.total.received, before.received));
    expect(at("结案较上年同期").replace("+", "")).toBe(change(docket.total.closed, lastYear.closed));
    expect(
      cells(tables.fields ?? expect.fail(), "败诉率较上月（百分点）").every((cell) => /\d|—/.test(cell)),
    ).toBe(true);
  });

  it("are not there where nothing of it is known", () => {
    const plain = statistics(BULLETIN_ROWS, { period: BULLETIN_EDITION.period });
    expect(bulletinTables(plain, BULLETIN_EDITION).docket).toBeUndefined();
    const titles = sections(plain, BULLETIN_EDITION).map(({ title }) => title);
    expect(titles).not.toContain("收结案和裁判结果");
    expect(method(plain, BULLETIN_EDITION).join("")).not.toContain("结收比");
  });
});

describe("the files", () => {
  it("have them as sections with the chart of losses by field", () => {
    const page = new TextDecoder().decode(bytes("bulletin.html"));
    for (const words of [
      "收结案和裁判结果",
      "败诉情况分析",
      "结收比",
      "实体败诉率",
      "通知出庭率",
      "线上开庭占比",
    ])
      expect(page).toContain(words);
    expect(page.match(/<svg aria-hidden="true"/g)).toHaveLength(4);
    expect(page).toMatch(/<svg[\s\S]*土地<\/text>/);
  });

  it("the workbook has a sheet of them, and one that can be filtered by district, unit, level and field", async () => {
    const { sheets } = await readXlsx(bytes("bulletin.xlsx"));
    const names = sheets.map(({ name }) => name);
    expect(names).toContain("收结案和败诉");
    const detail = sheets.find(({ name }) => name === "收结案明细");
    expect(detail?.rows.some((row) => row.slice(0, 4).join() === "县区,行政机关,层级,管理领域")).toBe(true);
  });

  it("keep the list of units where the bureau circulates none", async () => {
    const content = { analysis: [], demands: [], calledFor: true, to: [], shown: [] };
    const made = await bulletinFiles(editionContents(DOCKET_ROWS, { ...DOCKET_EDITION, content }));
    const sheetsOf = async (name: string) =>
      JSON.stringify(
        (await readXlsx(made.find((file) => file.name === name)?.bytes ?? new Uint8Array())).sheets,
      );
    expect(await sheetsOf("bulletin.xlsx")).not.toContain("收结案明细");
    expect(await sheetsOf("annex.xlsx")).toContain("各县区、单位、层级、领域");
  });
});

it("a bulletin says how its city counts, where it isn’t Linyi’s way", () => {
  const counting = {
    ...LINYI.counting,
    rankBy: "cases",
    secondInstance: "out",
    acceptedAbsences: "out",
  } as const;
  const edition = { ...DOCKET_EDITION, counting };
  const own = editionContents(DOCKET_ROWS, edition).figures;
  const said = method(own, edition).join("");
  for (const words of ["二审案件单独列出", "理由成立的单列", "县区、系统、行政机关和化解、裁判情况以件计"])
    expect(said).toContain(words);
  const { counties, agencies } = bulletinTables(own, edition);
  for (const one of [counties, agencies]) {
    expect(one.caption).toContain("按件计");
    expect(one.columns.map(({ title }) => title)).toContain("案件出庭率");
  }
});
