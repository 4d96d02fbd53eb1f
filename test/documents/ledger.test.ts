import { readFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { extractLedger, type Ledger, printedRow } from "../../shared/documents/ledger/case-ledger.ts";
import { readTable, tableOfText } from "../../shared/documents/tables.ts";
import { rowProblemWords } from "../../shared/letters/refusals/row-problems.ts";
import { gridOf } from "./support/grid.ts";

async function ledgerOf(bytes: Uint8Array): Promise<Ledger> {
  const table = await readTable(bytes);
  const ledger = table.ok ? extractLedger(table.grid) : undefined;
  if (ledger === undefined) throw new Error("not a ledger");
  return ledger;
}

const fixture = async (name: string) => ledgerOf(await readFile(new URL(`ledgers/${name}`, import.meta.url)));

/** A ledger of one table, cells parted by |. */
function sheet(...lines: string[]): Ledger {
  const ledger = extractLedger(gridOf(lines.map((line) => line.split("|"))));
  if (ledger === undefined) throw new Error("not a ledger");
  return ledger;
}

const brief = (ledger: Ledger) =>
  ledger.rows.map((row) => [row.caseNumber, row.respondent, row.heard, row.headAttended, row.outcome]);

describe("a court's ledger as CSV", () => {
  it("gives one row per case and respondent, from below its title to above its total", async () => {
    const ledger = await fixture("lanshan-2026-08.csv");
    expect(brief(ledger)).toEqual([
      ["（2026）鲁1302行初101号", "临沂市兰山区人民政府", true, true, "驳回原告诉讼请求"],
      ["（2026）鲁1302行初102号", "临沂市兰山区市场监督管理局", true, true, "撤销被诉行政处罚决定"],
      ["（2026）鲁1302行初103号", "临沂市公安局兰山分局", true, false, null],
      ["（2026）鲁1302行初104号", "临沂市兰山区人民政府", true, true, "经协调原告撤诉"],
      ["（2026）鲁1302行初105号", "临沂市兰山区人民政府", true, true, "经协调原告撤诉"],
      ["（2026）鲁1302行初106号", "临沂市兰山区住房和城乡建设局", true, false, null],
      ["（2026）鲁1302行初107号", "临沂市兰山区自然资源局", false, null, "撤诉"],
      ["（2026）鲁1302行初108号", "临沂市兰山区人民政府柳青街道办事处", true, true, null],
      ["（2026）鲁1302行初109号", "临沂市兰山区水利局", true, null, null],
    ]);
  });

  it("keeps what bulletins count besides", async () => {
    const { rows } = await fixture("lanshan-2026-08.csv");
    expect(rows[0]).toMatchObject({
      heardOn: "2026-08-03",
      headName: "李明",
      rank: "deputy",
      outcomeKind: "won",
    });
    expect(rows[1]).toMatchObject({
      heardOn: "2026-08-04",
      rank: "principal",
      enterprise: true,
      outcomeKind: "lost",
    });
    expect(rows[2]).toMatchObject({ absenceReason: "因公出差", enterprise: false });
    expect(rows[3]).toMatchObject({ headName: "李明", rank: "deputy", outcomeKind: "settled" });
    expect(rows[5]).toMatchObject({ heardOn: "2026-08-11", headTitle: "法规科科长", doubtful: true });
  });

  it("says of each line that could not be used which it is and why", async () => {
    const { problems, notes } = await fixture("lanshan-2026-08.csv");
    expect(
      problems.map(({ row, used, problem }) => [row, used, rowProblemWords(problem).slice(0, 12)]),
    ).toEqual([
      [7, true, "“法规科科长”是内设机构"],
      [9, false, "“（2026）鲁1302"],
      [10, false, "缺少案号。"],
    ]);
    expect(notes).toEqual(["临沂市兰山区人民法院2026年8月行政诉讼案件台账", "填表人：朱某 审核：许某"]);
  });

  it("reads GBK, headings in two rows, ticks by rank, and the second respondent of a merged case", async () => {
    const ledger = await fixture("yinan-2026-08-gbk.csv");
    expect(brief(ledger).map((row) => row.slice(0, 4))).toEqual([
      ["（2026）鲁1321行初11号", "沂南县人民政府", true, true],
      ["（2026）鲁1321行初12号", "沂南县公安局", true, true],
      ["（2026）鲁1321行初12号", "沂南县人民政府", true, false],
      ["（2026）鲁1321行初13号", "沂南县教育和体育局", false, null],
      ["（2026）鲁1321行初14号", "沂南县水利局", true, null],
    ]);
    expect(ledger.rows.map((row) => row.rank)).toEqual([
      "deputy",
      "principal",
      undefined,
      undefined,
      undefined,
    ]);
    expect(ledger.problems).toMatchObject([{ row: 8, used: true, problem: { type: "marked-both-ways" } }]);
  });
});

describe("a court's ledger as XLSX", () => {
  const heading = ["案号", "被告", "开庭日期", "是否出庭", "是否涉企"];
  const day = new Date("2026-08-12T09:30:00Z");

  it("reads dates, merged cells and every sheet that is shown", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "一审",
          rows: [
            ["2026年8月行政案件台账", "", "", "", ""],
            heading,
            ["（2026）鲁1302行初1号", "临沂市兰山区人民政府", day, "是", "是"],
            ["", "临沂市公安局兰山分局", "", "否", ""],
            ["（2026）鲁1302行初2号", "费县人民政府", 46246, true, "否"],
          ],
          merges: [
            { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
            { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
            { startRow: 2, startCol: 2, endRow: 3, endCol: 2 },
            { startRow: 2, startCol: 4, endRow: 3, endCol: 4 },
          ],
        },
        {
          name: "二审",
          rows: [
            heading,
            ["（2026）鲁13行终3号", "沂南县公安局", "2026-08-20", "否", "否"],
            ["乱写", "某局"],
          ],
        },
        {
          name: "草稿",
          hidden: true,
          rows: [heading, ["（2026）鲁13行终9号", "某局", "2026-08-20", "否", "否"]],
        },
      ],
    });
    const { rows, problems } = await ledgerOf(bytes);
    expect(
      rows.map((row) => [row.caseNumber, row.respondent, row.heardOn, row.headAttended, row.enterprise]),
    ).toEqual([
      ["（2026）鲁1302行初1号", "临沂市兰山区人民政府", "2026-08-12", true, true],
      ["（2026）鲁1302行初1号", "临沂市公安局兰山分局", "2026-08-12", false, true],
      ["（2026）鲁1302行初2号", "费县人民政府", "2026-08-12", true, false],
      ["（2026）鲁13行终3号", "沂南县公安局", "2026-08-20", false, false],
    ]);
    expect(problems).toMatchObject([
      { sheet: "二审", row: 3, problem: { type: "not-a-case-number", written: "乱写", foreign: false } },
    ]);
  });

  it("refuses what is no table, with the reason", async () => {
    const text = (content: string) => new TextEncoder().encode(content);
    expect(await readTable(new Uint8Array())).toEqual({ ok: false, reason: { kind: "empty" } });
    expect(await readTable(text("%PDF-1.7\n"))).toMatchObject({
      ok: false,
      reason: { kind: "unsupported-format" },
    });
    expect(await readTable(text("PK\u0003\u0004 broken"))).toMatchObject({ ok: false });
  });
});

describe("marks", () => {
  const one = (mark: string, head = "") =>
    sheet(
      "案号|被告|是否开庭|出庭应诉情况|出庭负责人",
      `（2026）鲁1321行初1号|沂南县公安局|是|${mark}|${head}`,
    ).rows[0]?.headAttended;

  it.each([
    ["是", "", true],
    ["√", "", true],
    ["✓", "", true],
    ["出庭", "", true],
    ["正职", "", true],
    ["副职出庭", "", true],
    ["局长张三", "", true],
    ["张三（副局长）出庭", "", true],
    ["是，副局长李四", "", true],
    ["○", "", true],
    ["否", "", false],
    ["×", "", false],
    ["未出庭", "", false],
    ["负责人未出庭，委托工作人员出庭", "", false],
    ["仅工作人员出庭", "", false],
    ["", "", null],
    ["—", "", null],
    ["拟出庭", "", null],
    ["", "张三", true],
    ["", "张三 局长", true],
    ["", "无", false],
    ["是", "张三 法制大队大队长", false],
    ["是", "张三 党组成员", null],
    ["否", "张三 局长", null],
    ["否", "张三 科员", false],
  ])("%s with %s in the head's column: %s", (mark, head, attended) => {
    expect(one(mark, head)).toBe(attended);
  });

  it("never count where the case was not heard", () => {
    const { rows } = sheet("案号|被告|是否开庭|是否出庭", "（2026）鲁1321行初1号|沂南县公安局|书面审理|是");
    expect(rows[0]).toMatchObject({ heard: false, headAttended: null });
  });

  it("mean what the sheet's legend says, blanks as well", () => {
    const { rows } = sheet(
      "案号|被告|是否开庭|是否出庭",
      "（2026）鲁1321行初1号|沂南县公安局|是|",
      "（2026）鲁1321行初2号|沂南县公安局|是|○",
      "注：○表示出庭，空白为未出庭|||",
    );
    expect(rows.map((row) => row.headAttended)).toEqual([false, true]);
  });

  it("are unclear where ring and tick stand side by side without a legend", () => {
    const { rows, problems } = sheet(
      "案号|被告|是否开庭|是否出庭",
      "（2026）鲁1321行初1号|沂南县公安局|是|√",
      "（2026）鲁1321行初2号|沂南县公安局|是|○",
    );
    expect(rows.map((row) => row.headAttended)).toEqual([true, null]);
    expect(problems).toMatchObject([
      { row: 3, used: true, problem: { type: "unreadable", column: "attended", written: "○" } },
    ]);
  });

  it("a mark for two respondents is nobody's in particular, unless the title tells whose", () => {
    const two = (mark: string) =>
      sheet(
        "案号|被告|是否开庭|是否出庭",
        `（2026）鲁1321行初1号|沂南县人民政府、沂南县公安局|是|${mark}`,
      ).rows.map(({ respondent, headAttended }) => [respondent, headAttended]);
    expect(two("是")).toEqual([
      ["沂南县人民政府", null],
      ["沂南县公安局", null],
    ]);
    expect(two("是，副县长张三")).toEqual([
      ["沂南县人民政府", true],
      ["沂南县公安局", null],
    ]);
    expect(two("是、否")).toEqual([
      ["沂南县人民政府", true],
      ["沂南县公安局", false],
    ]);
    expect(two("否")).toEqual([
      ["沂南县人民政府", false],
      ["沂南县公安局", false],
    ]);
  });
});

describe("columns", () => {
  it("are known by many headings", () => {
    const { rows } = sheet(
      "序号|一审案号|二审案号|上诉人（原审原告）|被上诉人（原审被告）|审理法院|开庭审理日期|行政机关负责人是否出庭应诉（是/否）|职务|涉企案件|结案方式|所属县区|是否出庭又出声",
      "1|（2025）鲁1321行初8号|（2026）鲁13行终2号|张某|沂南县公安局|临沂市中级人民法院|20260812|是|局长|涉企|驳回上诉，维持原判|沂南|是",
    );
    expect(rows).toMatchObject([
      {
        caseNumber: "（2026）鲁13行终2号",
        originNumber: "（2025）鲁1321行初8号",
        respondent: "沂南县公安局",
        court: "临沂市中级人民法院",
        heardOn: "2026-08-12",
        rank: "principal",
        enterprise: true,
        outcomeKind: "upheld",
        jurisdiction: "沂南",
        spoke: true,
      },
    ]);
  });

  it("find the agency on either side of an appeal", () => {
    const { rows } = sheet("案号|上诉人|被上诉人|是否出庭", "（2026）鲁13行终2号|沂南县公安局|张某|是");
    expect(rows[0]?.respondent).toBe("沂南县公安局");
  });

  it("may be named again on the next page, in another order", () => {
    const { rows, problems } = sheet(
      "案号|被告|是否出庭",
      "（2026）鲁1321行初1号|沂南县公安局|是",
      "被告|是否出庭|案号",
      "沂南县水利局|否|（2026）鲁1321行初2号",
    );
    expect(rows.map((row) => [row.respondent, row.headAttended])).toEqual([
      ["沂南县公安局", true],
      ["沂南县水利局", false],
    ]);
    expect(problems).toEqual([]);
  });

  it("make a ledger; other tables are none", () => {
    expect(extractLedger(gridOf([["案号", "被告", "负责人是否出庭"]]))).toBeDefined();
    expect(extractLedger(gridOf([["案号", "金额", "日期"]]))).toBeUndefined();
    expect(extractLedger(gridOf([["（2026）鲁1321行初1号", "被告", "负责人是否出庭"]]))).toBeUndefined();
    expect(extractLedger(gridOf([["姓名", "电话"]]))).toBeUndefined();
  });

  it("a row without a respondent still counts as a case, and is reported", () => {
    const { rows, problems } = sheet("案号|被告|是否出庭", "（2026）鲁1321行初1号||是");
    expect(rows.map(printedRow)).toEqual([
      {
        caseNumber: "（2026）鲁1321行初1号",
        respondent: null,
        heard: true,
        headAttended: true,
        enterprise: null,
        outcome: null,
      },
    ]);
    expect(problems).toMatchObject([{ row: 2, used: true, problem: { type: "no-respondent" } }]);
  });
});

it("ten thousand rows are read, and each of the bad ones is named", () => {
  const lines = Array.from({ length: 10_000 }, (_, index) =>
    index % 100 === 99
      ? "乱码,沂南县公安局,2026-08-12,是"
      : `（2026）鲁1321行初${index + 1}号,沂南县公安局,2026-08-12,是`,
  );
  const table = tableOfText(["案号,被告,开庭日期,是否出庭", ...lines].join("\n"));
  const ledger = table.ok ? extractLedger(table.grid) : undefined;
  expect(ledger?.rows).toHaveLength(9_900);
  expect(ledger?.problems).toHaveLength(100);
  expect(ledger?.problems[0]).toMatchObject({
    row: 101,
    problem: { type: "not-a-case-number", written: "乱码", foreign: false },
  });
});

describe("an absence", () => {
  it.each([
    ["否", "", "", "", undefined],
    ["仅委托律师出庭", "", "", "", "lawyers"],
    ["未出庭，工作人员出庭", "", "", "", "staff"],
    ["否", "负责人及工作人员均未到庭", "", "", "nobody"],
    ["否", "", "√", "", "staff"],
    ["否", "", "", "√", "lawyers"],
    ["是", "", "√", "", undefined],
  ])("%s %s, staff %s, lawyers %s: %s came", (attended, reason, staff, lawyers, came) => {
    const { rows } = sheet(
      "案号|被告|负责人是否出庭|未出庭原因|工作人员出庭|律师出庭",
      `（2026）鲁1302行初1号|兰山区人民政府|${attended}|${reason}|${staff}|${lawyers}`,
    );
    expect(rows.map(({ withoutHead }) => withoutHead)).toEqual([came]);
  });

  it("has a reason that the court accepted, refused, or hasn't judged", () => {
    const { rows } = sheet(
      "案号|被告|负责人是否出庭|未出庭原因|理由是否正当",
      "（2026）鲁1302行初1号|兰山区人民政府|否|出差|是",
      "（2026）鲁1302行初2号|兰山区人民政府|否|出差|否",
      "（2026）鲁1302行初3号|兰山区人民政府|否|出差|",
      "（2026）鲁1302行初4号|兰山区人民政府|是||是",
    );
    expect(rows.map(({ reasonAccepted }) => reasonAccepted)).toEqual([true, false, undefined, undefined]);
    expect(rows.map(({ absenceReason }) => absenceReason)).toEqual(["出差", "出差", "出差", undefined]);
  });
});
