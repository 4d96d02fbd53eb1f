/**
 * Rows a second of the statistics and the memory they take, from a CSV of 10⁴, 10⁵ and 10⁶ rows, beside the plain way:
 * the same CSV into SQLite, and into DuckDB where the machine has it, and a query for each breakdown. Each side has a
 * process of its own.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Measurement } from "./run.ts";
import { writeCsv } from "./statistics-csv.ts";
import { duckdb } from "./statistics-duckdb.ts";
import type { SideResult } from "./statistics-side.ts";
import { type Cost, ratio } from "./timing.ts";

const SIDES = [
  ["reading", "reading the lines alone"],
  ["ours", "counted, without lists"],
  ["lists", "counted, with every absence listed"],
  ["docket", "counted, with the docket of every case: received, closed, lost, by field"],
  ["sqlite", "SQLite, in memory"],
] as const;

export async function statisticsBench(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "statistics-bench-"));
  try {
    const measured: Measurement[] = [];
    for (const count of [10_000, 100_000, 1_000_000]) {
      const file = join(folder, `${count}.csv`);
      await writeCsv(file, count);
      const results: { side: string; what: string; result: SideResult }[] = SIDES.map(([side, what]) => ({
        side,
        what,
        result: run(side, file),
      }));
      const columns = await duckdb(file);
      if (columns === undefined) console.warn("  DuckDB isn't on this machine: skipped beside ours");
      else results.push({ side: "duckdb", what: "DuckDB, in memory", result: columns });
      const plain = results.find(({ side }) => side === "sqlite")?.result;
      for (const { side, what, result } of results) {
        const { heard, present, counties, agencies } = result;
        if (heard !== count) throw new Error(`${side} counted ${heard} of ${count} rows`);
        const agreed =
          present === plain?.present && counties === plain.counties && agencies === plain.agencies;
        if (side !== "reading" && !agreed) throw new Error(`${side} and SQLite don't agree`);
        const times = (other: SideResult | undefined, name: string) =>
          other === undefined ? [] : [`${ratio(costOfSide(result), costOfSide(other))} of ${name}`];
        const memory = result.peakMegabytes;
        measured.push({
          what: `${count.toLocaleString("en-US")} rows, ${what}`,
          value: Math.round((count / result.milliseconds) * 1000),
          unit: "rows/s",
          beside: [
            ...times(plain, "SQLite"),
            ...times(columns, "DuckDB"),
            ...(Number.isNaN(memory) ? [] : [`${memory.toFixed(0)} MB at most`]),
          ].join(", "),
        });
      }
    }
    return measured;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function costOfSide({ milliseconds, cpu }: SideResult): Cost {
  return { wall: milliseconds, cpu };
}

function run(side: string, file: string): SideResult {
  const program = join(import.meta.dirname, "statistics-side.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, side, file], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as SideResult;
}
