import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bulletinCommand } from "../../infra/cli/commands/bulletin.ts";
import { instant } from "../../shared/domain/time/time.ts";

const NOW = instant("2026-12-01T09:00:00+08:00");

const lanshan = fileURLToPath(new URL("../documents/ledgers/lanshan-2026-08.csv", import.meta.url));
const yinan = fileURLToPath(new URL("../documents/ledgers/yinan-2026-08-gbk.csv", import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bulletin-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function printed(...args: string[]) {
  const { exitCode, stdout } = await bulletinCommand(args, NOW);
  expect(exitCode).toBe(0);
  return JSON.parse(stdout);
}

async function ledger(...lines: string[]): Promise<string> {
  const file = join(folder, "ledger.csv");
  await writeFile(file, lines.join("\n"));
  return file;
}

describe("yingsu bulletin", () => {
  it("prints the month's figures of a ledger, and nothing else", async () => {
    const figures = await printed(lanshan, "--month", "2026-08");
    expect(Object.keys(figures)).toEqual([
      "month",
      "total",
      "first",
      "second",
      "enterprise",
      "byJurisdiction",
      "byAgency",
      "absences",
      "excused",
      "coRespondents",
      "resolution",
      "problems",
    ]);
    expect(figures).toMatchObject({
      month: "2026-08",
      total: { heard: 7, present: 4, rate: "57.14%" },
      first: { heard: 7, present: 4, rate: "57.14%" },
      second: { heard: 0, present: 0, rate: "—" },
      enterprise: { heard: 2, present: 1, rate: "50.00%" },
      byJurisdiction: [{ jurisdiction: "兰山区", heard: 7, present: 4, rate: "57.14%", rank: 1 }],
      resolution: { mediated: 0, settled: 2, settledAfterMediation: 0, rate: "—" },
    });
    expect(figures.absences).toMatchObject([
      {
        caseNumber: "（2026）鲁1302行初103号",
        agency: "临沂市公安局兰山分局",
        reason: "因公出差",
        heardOn: "2026-08-05",
      },
      { caseNumber: "（2026）鲁1302行初106号", agency: "临沂市兰山区住房和城乡建设局", reason: null },
    ]);
    expect(figures.problems).toHaveLength(3);
  });

  it("names the cases behind a figure that is asked for", async () => {
    const asked = async (name: string) =>
      (await printed(lanshan, "--month", "2026-08", "--figure", name)).figure;
    expect(await asked("total.absent")).toEqual({
      name: "total.absent",
      cases: [
        { caseNumber: "（2026）鲁1302行初103号", agency: "临沂市公安局兰山分局" },
        { caseNumber: "（2026）鲁1302行初106号", agency: "临沂市兰山区住房和城乡建设局" },
      ],
    });
    expect((await asked("county:兰山区.heard")).cases).toHaveLength(7);
    expect((await asked("county:费县.absent")).cases).toEqual([]);
  });

  it("counts a row with another month's date to that month alone", async () => {
    expect((await printed(lanshan, "--month", "2026-07")).total).toEqual({
      heard: 1,
      present: 1,
      rate: "100%",
    });
  });

  it("counts every heard row where the ledger has no dates", async () => {
    const figures = await printed(yinan, "--month", "2026-08");
    expect(figures.total).toEqual({ heard: 3, present: 2, rate: "66.67%" });
    expect(
      figures.byAgency.map((agency: { agency: string; rank: number }) => [agency.agency, agency.rank]),
    ).toEqual([
      ["沂南县公安局", 1],
      ["沂南县人民政府", 2],
      ["沂南县水利局", 3],
      ["沂南县教育和体育局", null],
    ]);
    expect(figures.absences).toEqual([]);
    expect(figures.coRespondents).toEqual([{ caseNumber: expect.any(String), agency: "沂南县人民政府" }]);
  });

  it("takes a ledger's word that a co-respondent's head appears", async () => {
    const file = await ledger(
      "案号,被告,开庭日期,是否开庭,是否出庭,未出庭原因",
      "（2026）鲁1321行初1号,沂南县公安局,2026-08-12,是,是,",
      "（2026）鲁1321行初1号,沂南县人民政府,2026-08-12,是,否,经协商由县公安局负责人出庭",
      "（2026）鲁1321行初2号,沂南县公安局,2026-08-12,是,否,",
      "（2026）鲁1321行初2号,沂南县人民政府,2026-08-12,是,否,经协商由县公安局负责人出庭",
    );
    const figures = await printed(file, "--month", "2026-08");
    expect(figures.excused).toEqual([
      { caseNumber: "（2026）鲁1321行初1号", agency: "沂南县人民政府", by: "agreed" },
    ]);
    expect(figures.coRespondents).toEqual([]);
    expect(figures.absences.map(({ caseNumber }: { caseNumber: string }) => caseNumber)).toEqual([
      "（2026）鲁1321行初2号",
      "（2026）鲁1321行初2号",
    ]);
  });

  it("reports a heard row without its date instead of guessing the month", async () => {
    const file = await ledger(
      "案号,被告,开庭日期,是否开庭,是否出庭",
      "（2026）鲁1321行初1号,沂南县公安局,2026-08-12,是,是",
      "（2026）鲁1321行初2号,沂南县公安局,,是,是",
    );
    const figures = await printed(file, "--month", "2026-08");
    expect(figures.total).toEqual({ heard: 1, present: 1, rate: "100%" });
    expect(figures.problems).toMatchObject([
      { row: 3, used: false, reason: "已开庭但没有开庭日期，未计入任何月份。" },
    ]);
  });

  it("takes the district from its column, else from the agency's name", async () => {
    const file = await ledger(
      "县区,案号,被告,是否出庭",
      "兰山区,（2026）鲁1302行初1号,教育局,是",
      ",（2026）鲁1302行初2号,临沂市公安局兰山分局,否",
      ",（2026）鲁1302行初3号,临沂市公安局,是",
    );
    const { byJurisdiction } = await printed(file, "--month", "2026-08");
    expect(byJurisdiction).toMatchObject([
      { jurisdiction: "市本级", heard: 1, present: 1 },
      { jurisdiction: "兰山区", heard: 2, present: 1 },
    ]);
  });

  it("writes the bulletin's files, the same each time", async () => {
    const names = [
      "bulletin.html",
      "bulletin.csv",
      "bulletin.json",
      "bulletin.docx",
      "bulletin.xlsx",
      "rows.csv",
    ];
    const written = async (out: string) => {
      await printed(lanshan, "--month", "2026-08", "--out", join(folder, out));
      return Promise.all(names.map((name) => readFile(join(folder, out, name), "latin1")));
    };
    const all = await written("new/one");
    const [page = "", csv = "", rows = ""] = all.map((one) => Buffer.from(one, "latin1").toString("utf8"));
    expect(page).toContain("2026年8月");
    expect(csv).toContain("兰山区");
    expect(JSON.parse(rows)).toHaveLength(8);
    expect(await written("two")).toEqual(all);
  });

  it("says what it can't use or understand", async () => {
    const none = await ledger("姓名,电话", "张三,0539");
    expect(await bulletinCommand([none, "--month", "2026-08"], NOW)).toMatchObject({
      exitCode: 1,
      stdout: "",
    });
    const missing = await bulletinCommand([join(folder, "none.csv"), "--month", "2026-08"], NOW);
    expect(missing).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("no such file") });
    for (const args of [[], [lanshan], [lanshan, "--month", "2026-13"], [lanshan, "--decade", "2026"]]) {
      const answer = await bulletinCommand(args, NOW);
      expect(answer).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("Usage:") });
    }
  });

  it("says when nothing was counted, and which months the ledger is of", async () => {
    const heading = "案号,被告,开庭日期,负责人出庭";
    const empty = await bulletinCommand([await ledger(heading), "--month", "2026-08"], NOW);
    expect(empty).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("no cases under it") });
    const file = await ledger(heading, "（2026）鲁1302行初1号,费县公安局,2026-07-03,是");
    const other = await bulletinCommand([file, "--month", "2026-08"], NOW);
    expect(other).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("2026-07") });
    expect((await bulletinCommand([file, "--month", "2026-07"], NOW)).stderr).toBe("");
  });

  it("refuses a figure there is no such name of, and a place where nothing can be written", async () => {
    const figure = await bulletinCommand([lanshan, "--month", "2026-08", "--figure", "everything"], NOW);
    expect(figure).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('"everything"') });
    const onFile = await ledger("not a folder");
    const out = await bulletinCommand([lanshan, "--month", "2026-08", "--out", onFile], NOW);
    expect(out).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: expect.stringContaining("a file has that name"),
    });
  });
});

describe("yingsu bulletin of a longer period", () => {
  const HEADING = "案号,被告,是否开庭,开庭日期,负责人是否出庭";

  /** 许昌, fourth quarter of 2022, as its bulletin counts: 一审 82 of 95, 二审 41 of 42, over its three months. */
  function xuchang(): readonly string[] {
    const days = ["2022-10-11", "2022-11-15", "2022-12-20"];
    const cases = (type: string, heard: number, present: number) =>
      Array.from(
        { length: heard },
        (_, index) =>
          `（2022）豫10${type}${index + 1}号,长葛市自然资源局,是,${days[index % 3]},${index < present ? "是" : "否"}`,
      );
    // The third quarter's, and the next year's, are not of the fourth's.
    const others = ["2022-09-30", "2023-01-03"].map(
      (day, index) => `（2022）豫10行初${900 + index}号,许昌市公安局,是,${day},否`,
    );
    return [HEADING, ...cases("行初", 95, 82), ...cases("行终", 42, 41), ...others];
  }

  it("counts a quarter from one file: 许昌, fourth quarter of 2022", async () => {
    const figures = await printed(await ledger(...xuchang()), "--quarter", "2022-Q4");
    expect(figures).toMatchObject({
      period: "2022-Q4",
      from: "2022-10",
      to: "2022-12",
      total: { heard: 137, present: 123, rate: "89.78%" },
      first: { heard: 95, present: 82, rate: "86.32%" },
      second: { heard: 42, present: 41, rate: "97.62%" },
      byJurisdiction: [{ jurisdiction: "长葛市", heard: 137, present: 123 }],
    });
    expect(figures).not.toHaveProperty("month");
  });

  it("counts its half and its year, each case once, and names the cases behind a figure", async () => {
    const file = await ledger(...xuchang());
    expect(await printed(file, "--half", "2022-H2")).toMatchObject({
      period: "2022-H2",
      from: "2022-07",
      total: { heard: 138, present: 123 },
    });
    const year = await printed(file, "--year", "2022", "--figure", "county:市本级.absent");
    expect(year).toMatchObject({ period: "2022", from: "2022-01", to: "2022-12", total: { heard: 138 } });
    expect(year.figure.cases).toEqual([{ caseNumber: "（2022）豫10行初900号", agency: "许昌市公安局" }]);
    expect(await printed(file, "--month", "2022-11")).toMatchObject({
      month: "2022-11",
      total: { heard: 46 },
    });
  });

  it("gives days without a year that of the period's month, and counts what was heard on no day", async () => {
    const file = await ledger(
      HEADING,
      "（2026）鲁1302行初1号,费县公安局,是,7月5日,是",
      "（2026）鲁1302行初2号,费县公安局,是,9月5日,否",
      "（2026）鲁1302行初3号,费县公安局,是,10月5日,否",
    );
    expect(await printed(file, "--quarter", "2026-Q3")).toMatchObject({ total: { heard: 2, present: 1 } });
    const undated = await ledger(
      "案号,被告,是否开庭,负责人是否出庭",
      "（2026）鲁1302行初1号,费县公安局,是,是",
      "（2026）鲁1302行初2号,费县公安局,否,",
    );
    expect(await printed(undated, "--year", "2026")).toMatchObject({ total: { heard: 1, present: 1 } });
  });

  it("writes the bulletin's files under the period's name", async () => {
    const out = join(folder, "out");
    await printed(await ledger(...xuchang()), "--quarter", "2022-Q4", "--out", out);
    expect(await readFile(join(out, "bulletin.html"), "utf8")).toContain("2022年第四季度");
  });

  it.each([
    [["--quarter", "2026-Q5"], "--quarter must be such as 2026-Q3."],
    [["--quarter", "Q3"], "--quarter must be such as 2026-Q3."],
    [["--half", "2026-H3"], "--half must be such as 2026-H1."],
    [["--year", "26"], "--year must be such as 2026."],
    [["--month", "2026-13"], "--month must be such as 2026-08."],
    [["--month", "2026-08", "--year", "2026"], "A bulletin is of one period"],
    [["--months", "2026-13..2026-14"], "--months must be such as 2026-05..2026-12."],
    [["--months", "2025-11..2026-02"], "--months are of one year"],
    [["--year", "2026", "--than", "2025"], "--than must be such as 2026-05..2026-12."],
    [["--months", "2026-05..2026-12", "--year", "2026"], "A bulletin is of one period"],
    [[], "A bulletin needs --month, such as 2026-08."],
  ])("refuses %j in one sentence", async (options, sentence) => {
    const { exitCode, stdout, stderr } = await bulletinCommand([await ledger(HEADING), ...options], NOW);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(sentence);
  });

  describe("held against other months", () => {
    const cases = (year: number, months: readonly number[], present: number) =>
      months.map(
        (month, index) =>
          `（${year}）豫13行初${month * 10 + index}号,南阳市公安局,是,${year}-${String(month).padStart(2, "0")}-1${index % 9},${index < present ? "是" : "否"}`,
      );
    const MAY_ON = [5, 6, 7, 8, 9, 10, 11, 12];

    it("May to December against the same months of the year before, from one ledger", async () => {
      const file = await ledger(HEADING, ...cases(2015, MAY_ON, 6), ...cases(2014, [4, ...MAY_ON], 3));
      const out = join(folder, "out");
      const figures = await printed(
        file,
        "--months",
        "2015-05..2015-12",
        "--than",
        "2014-05..2014-12",
        "--out",
        out,
      );
      expect(figures).toMatchObject({
        period: "2015-05..2015-12",
        total: { heard: 8, present: 6, rate: "75.00%" },
        than: {
          from: "2014-05",
          to: "2014-12",
          total: { heard: 8, present: 2, rate: "25.00%", heardChange: "0.00%", rateChange: "+50.00" },
        },
      });
      const page = await readFile(join(out, "bulletin.html"), "utf8");
      expect(page).toContain("2015年5—12月");
      expect(page).toContain("+50.00");
    });

    it("a quarter against the three before, from two ledgers", async () => {
      const quarter = await ledger(HEADING, ...cases(2022, [10, 11, 12], 3));
      const before = join(folder, "before.csv");
      await writeFile(before, [HEADING, ...cases(2022, [1, 2, 3, 4, 5, 6, 7, 8, 9], 6)].join("\n"));
      const { than } = await printed(quarter, before, "--quarter", "2022-Q4", "--than", "2022-01..2022-09");
      expect(than.total).toEqual({
        heard: 9,
        present: 6,
        rate: "66.67%",
        heardChange: "-66.67%",
        rateChange: "+33.33",
      });
    });

    it("what was received and lost too, where a ledger says when", async () => {
      const row = (year: number, serial: number, result: string) =>
        `（${year}）鲁1302行初${serial}号,费县公安局,否,${year}-02-03,${year}-05-04,${result},公安`;
      const file = await ledger(
        "案号,被告,是否开庭,立案日期,结案日期,裁判结果,管理领域",
        row(2026, 1, "撤销"),
        row(2026, 2, "驳回诉讼请求"),
        row(2025, 1, "驳回诉讼请求"),
      );
      const options = [
        "--half",
        "2026-H1",
        "--than",
        "2025-01..2025-06",
        "--figure",
        "docket:field:public-security.lost",
      ];
      const figures = await printed(file, ...options);
      expect(figures.docket).toMatchObject({
        received: 2,
        closed: 2,
        pending: 0,
        clearance: "100.00%",
        rates: { lost: { part: 1, whole: 2, unknown: 0, rate: "50.00%" } },
        byField: [{ field: "public-security", received: 2 }],
        byLevel: [{ level: "county-department", closed: 2 }],
      });
      expect(figures.than.docket).toMatchObject({
        received: 1,
        receivedChange: "+100.00%",
        rates: { lost: { rate: "0.00%", change: "+50.00" } },
      });
      expect(figures.figure.cases).toEqual([{ caseNumber: "（2026）鲁1302行初1号", agency: "费县公安局" }]);
    });
  });
});
