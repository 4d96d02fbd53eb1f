/**
 * Do the command and the deployed system count a ledger alike? Any ledger is put through both: `bulletin` on this
 * machine, and the city in memory, where intake tells case files what it says and the month's rows are kept.
 */
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { draftBulletin, openSignings } from "../../../functions/monthly-bulletin/bulletin/bulletin.ts";
import { bulletinCommand } from "../../../infra/cli/commands/bulletin.ts";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { frozenRowsIn } from "../../../shared/adapters/frozen-rows.ts";
import { extractLedger } from "../../../shared/documents/ledger/case-ledger.ts";
import { ledgerStatements, monthOfLedger } from "../../../shared/documents/ledger/ledger-statements.ts";
import { readTable } from "../../../shared/documents/tables.ts";
import { rowsOfLedger } from "../../../shared/domain/case-file/ledger/ledger-alone.ts";
import type { Tally } from "../../../shared/domain/statistics/ranking.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import type { Month } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { memoryCity } from "../../support/memory-city.ts";

/** A court's columns, each with what may stand under it. */
const COLUMNS = {
  案号: [
    "（2026）鲁1321行初1号",
    "（2026）鲁1321行初2号",
    "（2026）鲁1321行初3号",
    "（2026）鲁1321行赔初4号",
    "行初5号",
  ],
  原告: ["张某", "沂南某商贸有限公司", "", "某建材经营部"],
  被告: ["沂南县公安局", "沂南县公安局、沂南县人民政府", "沂南县不存在局", "", "费县水利局"],
  审理法院: ["沂南县人民法院", ""],
  所属县区: ["", "沂南县"],
  开庭日期: ["2026-09-03", "2026-09-15", "2026-08-28", "9月7日", "", "待开庭", "未开庭"],
  是否开庭: ["是", "否", ""],
  负责人是否出庭: ["是", "否", "副职", "", "是，法制科科长", "否，仅委托律师"],
  出庭负责人姓名职务: ["局长王五", "", "李四", "政委赵六"],
  未出庭原因: ["因公出差", "", "无正当理由"],
  是否涉企: ["是", "否", ""],
  结案方式: ["", "驳回诉讼请求", "撤销行政行为", "和解撤诉", "撤诉"],
  是否结案: ["是", "否", ""],
  是否调解: ["是", "否", ""],
} as const;
type Column = keyof typeof COLUMNS;
const NEEDED: readonly Column[] = ["案号", "被告", "负责人是否出庭"];

const aLedger = fc
  .record({
    title: fc.constantFrom("", "沂南县人民法院2026年9月行政案件台账"),
    columns: fc.subarray(Object.keys(COLUMNS).filter((one) => !NEEDED.includes(one as Column)) as Column[]),
    rows: fc.array(
      fc.record(
        Object.fromEntries(
          Object.entries(COLUMNS).map(([column, cells]) => [column, fc.constantFrom(...cells)]),
        ),
      ),
      { minLength: 1, maxLength: 9 },
    ),
  })
  .map(({ title, columns, rows }) => {
    const all = [...NEEDED, ...columns];
    const lines = [all, ...rows.map((row) => all.map((column) => row[column] ?? ""))];
    return [...(title === "" ? [] : [[title]]), ...lines]
      .map((cells) => cells.map((cell) => `"${cell}"`).join(","))
      .join("\n");
  });

const RECEIVED = at("10-01");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ledger-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** By the command, and the rows it counted. */
async function byCommand(csv: string) {
  const table = await readTable(new TextEncoder().encode(csv));
  const ledger = table.ok ? extractLedger(table.grid) : undefined;
  if (ledger === undefined) throw new Error("not a ledger");
  const month = monthOfLedger(ledger) ?? ("2026-09" as Month);
  const file = join(folder, "ledger.csv");
  await writeFile(file, csv);
  const { stdout } = await bulletinCommand([file, "--month", month], RECEIVED);
  return {
    month,
    rows: rowsOfLedger(ledgerStatements(ledger, month), month, RECEIVED).rows,
    figures: JSON.parse(stdout),
  };
}

/** By the deployed system: the month's rows as its index has them. */
async function byCity(csv: string, month: Month): Promise<readonly StatisticsRow[]> {
  const city = memoryCity(RECEIVED);
  await city.upload(DIRECTORY);
  await city.put("courts/1321/inbox", "台账.csv", new TextEncoder().encode(csv));
  return Array.fromAsync(city.records.monthRows(RULES.policy.jurisdiction.code, month));
}

/** In the order of cases and agencies; only the deployed system knows whose ledger it is, and so its court's name. */
function comparable(rows: readonly StatisticsRow[]): readonly object[] {
  return rows
    .toSorted((one, other) =>
      `${one.caseNumber} ${one.agency}` < `${other.caseNumber} ${other.agency}` ? -1 : 1,
    )
    .map((row) => JSON.parse(JSON.stringify({ ...row, court: undefined })));
}

/** The counts that the command prints, as they follow from rows. */
function counts(rows: readonly StatisticsRow[], month: Month) {
  const { total, first, second, enterprise, byAgency, absences, resolution } = statistics(rows, { month });
  const tally = ({ heard, present }: Tally) => ({ heard, present });
  return {
    total: tally(total),
    first: tally(first),
    second: tally(second),
    enterprise: tally(enterprise),
    byAgency: byAgency.map(({ agency, jurisdiction, rank = null, ...of }) => ({
      agency,
      jurisdiction,
      ...tally(of),
      rank,
    })),
    absences: absences.map(({ caseNumber, agency, reason = null }) => ({ caseNumber, agency, reason })),
    resolution,
  };
}

it("any ledger counts the same by the command and by the deployed system", async () => {
  await fc.assert(
    fc.asyncProperty(aLedger, async (csv) => {
      const { month, rows, figures } = await byCommand(csv);
      const deployed = await byCity(csv, month);
      expect(comparable(deployed)).toEqual(comparable(rows));
      expect(figures).toMatchObject(counts(deployed, month));
    }),
    { numRuns: 60 },
  );
});

it("a court's ledger as it was sent makes the same bulletin either way", async () => {
  for (const name of ["lanshan-2026-08.csv", "yinan-2026-08-gbk.csv"]) {
    const file = fileURLToPath(new URL(`../../documents/ledgers/${name}`, import.meta.url));
    const { stdout } = await bulletinCommand([file, "--month", "2026-08"], RECEIVED);
    const city = memoryCity(at("09-01"));
    await city.upload(DIRECTORY);
    await city.put(`courts/${name.startsWith("yinan") ? 1321 : 1302}/inbox`, name, await readFile(file));
    const ports = {
      ...city,
      frozenRows: frozenRowsIn(city.files),
      sha256: (text: string) => createHash("sha256").update(text).digest("hex"),
    };
    const when = { month: "2026-08" as Month, now: at("09-01"), rules: RULES };
    await openSignings(ports, when);
    await draftBulletin(ports, when);
    const bulletin = [...city.table.notices.values()].find(
      ({ notice }) => notice.content.kind === "bulletin",
    );
    const { total, enterprise, absences } = JSON.parse(stdout);
    expect(total.heard).toBeGreaterThan(0);
    expect(bulletin?.notice.content).toMatchObject({
      figures: {
        heard: total.heard,
        present: total.present,
        rate: total.rate,
        enterpriseHeard: enterprise.heard,
        enterprisePresent: enterprise.present,
        absent: absences.length,
      },
    });
  }
});
