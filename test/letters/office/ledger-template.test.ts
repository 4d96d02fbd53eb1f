/** What does a court get as its prefilled ledger (预填台账), and is what it fills in read back as what it says? */
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { extractLedger, type Ledger } from "../../../shared/documents/ledger/case-ledger.ts";
import { ledgerStatements } from "../../../shared/documents/ledger/ledger-statements.ts";
import { readTable } from "../../../shared/documents/tables.ts";
import { rowsOfLedger } from "../../../shared/domain/case-file/ledger/ledger-alone.ts";
import { ACTS } from "../../../shared/domain/classes/act.ts";
import { PLAINTIFF_KINDS, REVIEWS } from "../../../shared/domain/classes/classes.ts";
import { FIELDS } from "../../../shared/domain/classes/field.ts";
import type { PrefilledCase } from "../../../shared/domain/court-ledger/prefilled-case.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import { civilDate, instant } from "../../../shared/domain/time/time.ts";
import { prefilledLedger } from "../../../shared/letters/office/ledger-workbooks.ts";
import { rowProblemWords } from "../../../shared/letters/refusals/row-problems.ts";
import { AUGUST, aRow, POLICE } from "../../support/statistics-rows.ts";
import { archivePart } from "./archive-part.ts";

const known = (row: PrefilledCase["row"], more: Partial<PrefilledCase> = {}): PrefilledCase => ({
  row,
  plaintiffs: ["李某甲", "王某乙"],
  cause: "行政处罚",
  ...more,
});

const CASES = [
  known(aRow(1, { rank: "principal", headName: "张某", spoke: true }), { headTitle: "区长" }),
  known(
    aRow(2, {
      agency: POLICE,
      rank: "deputy",
      headName: "周某",
      outcome: "settled",
      mediated: true,
    }),
  ),
  known(aRow(3, { present: false, absenceReason: "因公出差", outcome: "won" })),
  known(aRow(4, { heard: false, present: undefined, heardOn: undefined, outcome: "withdrawn" })),
  known(aRow(5, { present: undefined, enterprise: undefined, openDifference: true }), { plaintiffs: [] }),
  known(aRow(6, { rank: "in-charge", enterprise: true }), { plaintiffs: ["山东某某建材有限公司"] }),
  known(
    aRow(7, {
      field: "housing",
      act: "coercive-execution",
      compensation: true,
      review: "upheld",
      plaintiffKind: "person",
      procedure: "summary",
      form: "judgment",
      mode: "online",
      acceptedOn: civilDate("2026-06-30"),
      closedOn: civilDate("2026-08-28"),
      suggestion: "临兰法建〔2026〕3号",
      outcome: "lost",
    }),
    { appealed: false },
  ),
  known(aRow(8, { field: "other", act: "other", proposed: ["field"] })),
];

async function ledgerOf(bytes: Uint8Array): Promise<Ledger> {
  const table = await readTable(bytes);
  return (table.ok ? extractLedger(table.grid) : undefined) ?? expect.fail("no ledger");
}

let template: Uint8Array;
beforeAll(async () => {
  template = await prefilledLedger("临沂市兰山区人民法院", AUGUST, CASES);
});

/** The template with cells filled in, by their headings, in the row of a case or in the first empty one. */
async function filledIn(
  serial: number | undefined,
  cells: Readonly<Record<string, string>>,
): Promise<Ledger> {
  const { sheets } = await readXlsx(template);
  const [{ name = "", rows = [] } = {}] = sheets;
  const heading = rows[1] ?? [];
  const at = (row: (typeof rows)[number]) => String(row[heading.indexOf("案号")] ?? "");
  const own =
    serial === undefined
      ? rows.findIndex((row, index) => index > 1 && at(row) === "")
      : rows.findIndex((row) => at(row).endsWith(`行初${serial}号`));
  const changed = rows.map((row, index) =>
    index === own ? heading.map((title, column) => cells[String(title)] ?? row[column] ?? null) : row,
  );
  return ledgerOf(await writeXlsx({ sheets: [{ name, rows: changed }] }));
}

describe("a prefilled ledger", () => {
  it("has a title, what a clerk knows a case by, and room for cases nobody has heard of", async () => {
    const { sheets } = await readXlsx(template);
    const rows = sheets[0]?.rows ?? [];
    expect(rows[0]?.[0]).toBe("临沂市兰山区人民法院2026年8月行政案件台账");
    expect(rows[1]).toEqual(
      expect.arrayContaining(["案号", "原告", "被告", "案由", "出庭负责人姓名", "职务", "正职/副职"]),
    );
    expect(rows[2]).toEqual(expect.arrayContaining(["李某甲、王某乙", "行政处罚", "区长", "正职"]));
    expect(rows.slice(2 + CASES.length, -1).every((row) => row.every((cell) => cell === null))).toBe(true);
    expect(rows.at(-1)?.[0]).toMatch(/^注：/);
  });

  it("offers what can be chosen, in the empty rows too, and lets a reason be told in other words", async () => {
    const markup = await archivePart(template, "xl/worksheets/sheet1.xml");
    const lists = [
      ...markup.matchAll(/<dataValidation [^>]*sqref="(\w+):(\w+)"[^>]*>[\s\S]*?<formula1>([^<]*)/g),
    ];
    const of = (column: string) => lists.find(([, from]) => from === `${column}3`);
    expect(of("M")?.[3]).toBe("&quot;是,否&quot;".replaceAll("&quot;", '"'));
    expect(of("S")?.[3]).toBe('"正职,副职,分管"');
    expect(of("U")?.[3]).toContain("不可抗力");
    expect(of("X")?.[3]).toContain("和解撤诉");
    for (const [, , to = ""] of lists) expect(Number(to.replace(/\D/g, ""))).toBe(2 + CASES.length + 20);
    const stops = (column: string) =>
      new RegExp(`<dataValidation (?=[^>]*showErrorMessage="1")[^>]*sqref="${column}3:`).test(markup);
    expect([stops("M"), stops("S"), stops("U"), stops("X")]).toEqual([true, true, false, false]);
    for (const [, , , list = ""] of lists) expect(list.length).toBeLessThan(255);
  });

  it("is read back as what it says, without a question", async () => {
    const ledger = await ledgerOf(template);
    expect(ledger.problems).toEqual([]);
    expect(ledger.rows).toHaveLength(CASES.length);
    for (const { row, plaintiffs, cause, headTitle } of CASES) {
      const read = ledger.rows.find(({ caseNumber }) => caseNumber === row.caseNumber);
      expect(read).toMatchObject({
        respondent: row.agency,
        plaintiff: plaintiffs.length === 0 ? undefined : plaintiffs.join("、"),
        cause,
        heard: row.heard ?? null,
        heardOn: row.heardOn,
        headAttended: row.present ?? null,
        headName: row.headName,
        headTitle,
        rank: row.rank,
        spoke: row.spoke,
        absenceReason: row.absenceReason,
        enterprise: row.enterprise ?? null,
        outcomeKind: row.outcome,
        mediated: row.mediated,
      });
    }
  });

  it("is read back with classes and days, and what rules only propose is nobody's word", async () => {
    const { rows } = await ledgerOf(template);
    const classesOf = (serial: number) =>
      rows.find(({ caseNumber }) => caseNumber.endsWith(`行初${serial}号`))?.classes;
    expect(classesOf(7)).toEqual({
      field: "housing",
      act: "coercive-execution",
      compensation: true,
      review: "upheld",
      plaintiffKind: "person",
      procedure: "summary",
      form: "judgment",
      acceptedOn: "2026-06-30",
      closedOn: "2026-08-28",
      appealed: false,
      suggestion: "临兰法建〔2026〕3号",
    });
    expect(classesOf(8)).toEqual({ act: "other" });
  });

  it("reads back every field, kind and class that can be chosen", async () => {
    const chosen = [
      ...FIELDS.map((field) => ({ field })),
      ...ACTS.map((act) => ({ act })),
      ...REVIEWS.filter((review) => review !== "yes").map((review) => ({ review })),
      ...PLAINTIFF_KINDS.filter((kind) => kind !== "several").map((plaintiffKind) => ({ plaintiffKind })),
    ];
    const cases = chosen.map((classes, index) => known(aRow(100 + index, classes)));
    const { rows } = await ledgerOf(await prefilledLedger("兰山区人民法院", AUGUST, cases));
    expect(rows.map(({ classes }) => classes)).toEqual(chosen);
  });

  it("says whose head appears for a respondent, and what the sources differ on", async () => {
    const rows = [
      known(aRow(1)),
      known(aRow(1, { agency: POLICE, present: false, excused: "agreed" })),
      known(aRow(2, { openDifference: true })),
    ];
    const { sheets } = await readXlsx(await prefilledLedger("兰山区人民法院", AUGUST, rows));
    const remarks = (sheets[0]?.rows ?? []).slice(2, 5).map((row) => row[28] ?? null);
    expect(remarks).toEqual([null, "经被告协商确定由共同被告的负责人出庭", "各方所报不一致，请核对"]);
  });

  it("counts for the month as its rows do", async () => {
    const statements = ledgerStatements(await ledgerOf(template), AUGUST);
    const { rows } = rowsOfLedger(statements, AUGUST, instant("2026-09-03T09:00:00+08:00"));
    const { total, agencyLevel, enterprise } = statistics(rows, { month: AUGUST });
    const own = statistics(
      CASES.map(({ row }) => row),
      { month: AUGUST },
    );
    expect({ total, agencyLevel, enterprise }).toEqual({
      total: own.total,
      agencyLevel: own.agencyLevel,
      enterprise: own.enterprise,
    });
  });

  it("takes every ending it offers for what it is", async () => {
    const { sheets } = await readXlsx(template);
    const heading = (sheets[0]?.rows[1] ?? []).map(String);
    const markup = await archivePart(template, "xl/worksheets/sheet1.xml");
    const column = String.fromCharCode(65 + heading.indexOf("结案方式"));
    const [, list = ""] =
      new RegExp(`sqref="${column}3:[^>]*>[\\s\\S]*?<formula1>"([^"]*)"`).exec(markup) ?? [];
    const kinds: Record<string, string | undefined> = {};
    for (const ending of list.split(",")) {
      const onAppeal = { 案号: "（2026）鲁13行终9号", 被告: "沂南县公安局", 结案方式: ending };
      const { rows } = await (ending.includes("上诉")
        ? filledIn(undefined, onAppeal)
        : filledIn(1, { 结案方式: ending }));
      kinds[ending] = rows.find(({ outcome }) => outcome === ending)?.outcomeKind;
    }
    expect(kinds).toMatchObject({
      判决驳回诉讼请求: "won",
      判决撤销: "lost",
      判决确认违法: "lost",
      判决履行职责: "lost",
      裁定驳回起诉: "won",
      和解撤诉: "settled",
      准许撤诉: "withdrawn",
      "驳回上诉，维持原判": "upheld",
      发回重审: "remanded",
      其他: "other",
    });
    expect(Object.keys(kinds)).toEqual(list.split(","));
  });
});

describe("what a court fills in", () => {
  const present = {
    案号: "（2026）鲁1302行初42号",
    被告: "沂南县公安局",
    是否开庭: "是",
    开庭日期: "2026-08-20",
    负责人是否出庭: "是",
  };

  it.each([
    ["a post that is no head's, under 职务", { 职务: "法制科科长" }],
    ["the same under 正职/副职, past the list", { "正职/副职": "科长" }],
    ["大队长 under 正职/副职", { "正职/副职": "大队长" }],
    ["a clerk under 正职/副职", { "正职/副职": "四级主任科员" }],
    ["a lawyer under 正职/副职", { "正职/副职": "律师" }],
  ])("is a question and no head present: %s", async (_, cells) => {
    const { rows, problems } = await filledIn(undefined, { ...present, ...cells });
    const read = rows.find(({ caseNumber }) => caseNumber === present.案号);
    expect(read?.doubtful).toBe(true);
    expect(read?.headAttended).not.toBe(true);
    expect(problems.map(({ problem }) => problem.type)).toEqual(["post-in-doubt"]);
    expect(problems.map(({ problem }) => rowProblemWords(problem))[0]).toContain(Object.values(cells)[0]);
  });

  it.each([
    ["副局长", "deputy"],
    ["局长", "principal"],
    ["副职", "deputy"],
    ["分管领导", "in-charge"],
    ["正处级", undefined],
    ["负责人", undefined],
  ])("counts as a head present where 正职/副职 says %s", async (cell, rank) => {
    const { rows, problems } = await filledIn(undefined, { ...present, "正职/副职": cell });
    const read = rows.find(({ caseNumber }) => caseNumber === present.案号);
    expect([read?.headAttended, read?.rank, problems]).toEqual([true, rank, []]);
  });
});
