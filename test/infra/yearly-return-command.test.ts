/** `yingsu yearly-return`: does it count a ledger, take an admin's columns, and write a workbook that names its cases? */
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { yearlyReturnCommand } from "../../infra/cli/commands/yearly-return.ts";
import { instant } from "../../shared/domain/time/time.ts";

const LEDGER = join(import.meta.dirname, "../documents/ledgers/classes-2026-11.csv");
const NOW = instant("2027-01-05T09:00:00+08:00");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "return-"));
});

describe("the yearly return on the command line", () => {
  it("prints counts by line and column, and writes a workbook whose second sheet names each number's cases", async () => {
    const out = join(folder, "return.xlsx");
    const args = [LEDGER, "--year", "2026", "--jurisdiction", "兰山区", "--out", out];
    const { exitCode, stdout, stderr } = await yearlyReturnCommand(args, NOW);
    expect([exitCode, stderr]).toEqual([0, ""]);
    const printed = JSON.parse(stdout);
    expect(printed.lines[0]).toMatchObject({
      value: "total",
      "1": 5,
      "5": 2,
      "14": 1,
      "16": 1,
      "21": 4,
      "28": 1,
    });
    const { sheets } = await readXlsx(new Uint8Array(await readFile(out)));
    expect(sheets.map(({ name }) => name)).toEqual(["统计表", "案件明细", "口径说明"]);
    const [table, cases] = sheets;
    const heading = table?.rows[1] ?? [];
    const total = table?.rows[2] ?? [];
    expect([total[1], total[heading.indexOf("1 收案合计")]]).toEqual(["合计", 5]);
    for (const [index, title] of heading.entries()) {
      const [code] = String(title).split(" ");
      if (index < 2) continue;
      const named = (cases?.rows ?? []).filter((row) => row[0] === "合计" && row[1] === code);
      expect(named.length, String(title)).toBe(total[index]);
    }
  });

  it("names the rows it could not use", async () => {
    const ledger = join(folder, "unusable.csv");
    const text = await readFile(LEDGER, "utf8");
    const [, , row = ""] = text.split("\n");
    await writeFile(ledger, `${text.trimEnd()}\n${row.replace(/（\d{4}）[^,]*号/u, "案号不明")}\n`);
    const { stdout, stderr } = await yearlyReturnCommand([ledger, "--year", "2026"], NOW);
    expect(JSON.parse(stdout).problems).toMatchObject([{ used: false, reason: expect.any(String) }]);
    expect(stderr).toContain("1 row(s) could not be used");
  });

  it("takes the columns an admin has mapped, and says what is wrong with a mapping", async () => {
    const mapping = join(folder, "mapping.json");
    const columns = [
      { code: "甲1", title: "信息公开", counts: "received", where: { listedAct: ["disclosure"] } },
    ];
    await writeFile(mapping, JSON.stringify({ title: "表", lines: "listed-act", columns }));
    const run = (file: string) => yearlyReturnCommand([LEDGER, "--year", "2026", "--mapping", file], NOW);
    expect(JSON.parse((await run(mapping)).stdout).lines).toEqual([{ value: "total", 甲1: 0 }]);
    await writeFile(
      mapping,
      JSON.stringify({ title: "表", lines: "field", columns: [{ code: "1", counts: "all" }] }),
    );
    const { exitCode, stderr } = await run(mapping);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("mapping.columns[0].title is missing");
    expect(stderr).toContain("mapping.columns[0].counts must be one of received");
  });

  it.each([
    [[], "needs one ledger file"],
    [[LEDGER], "needs --year"],
    [["nowhere.csv", "--year", "2026"], "can't be opened"],
  ])("says what is missing: %j", async (args, words) => {
    const { exitCode, stderr } = await yearlyReturnCommand(args, NOW);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});
