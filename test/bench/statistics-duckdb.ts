/**
 * DuckDB's side of the statistics bench: its program where the machine has it (`pip install duckdb-cli`), on the same
 * CSV, with the queries that SQLite gets.
 */
import { spawnSync } from "node:child_process";
import type { SideResult } from "./statistics-side.ts";
import { costOf } from "./timing.ts";

const DUCKDB = "duckdb";
const COLUMNS =
  "{'number':'VARCHAR','agency':'VARCHAR','county':'VARCHAR','court':'VARCHAR','day':'VARCHAR','present':'INTEGER','rank':'VARCHAR','enterprise':'INTEGER','reason':'VARCHAR'}";
const IN_MONTH = "FROM r WHERE day BETWEEN '2026-08-01' AND '2026-08-31'";
const TALLY =
  "COUNT(*) AS heard, SUM(present) AS present, SUM((rank = 'principal' AND present = 1)::INT), SUM(enterprise)";

/** What it counted, and how long its process took; undefined where the machine has none. Its memory is not measured. */
export async function duckdb(file: string): Promise<SideResult | undefined> {
  const call = () =>
    spawnSync(DUCKDB, ["-json", ":memory:", queries(file)], {
      encoding: "utf8",
      maxBuffer: 100_000_000,
    });
  let ended: ReturnType<typeof call> | undefined;
  const { wall, cpu } = await costOf(async () => {
    ended = call();
  });
  const { status = 1, stdout = "", stderr = "", error } = ended ?? {};
  if (error !== undefined) return undefined;
  if (status !== 0) throw new Error(stderr);
  const [total, , , counties, agencies] = stdout
    .trim()
    .split(/\n(?=\[\{)/)
    .map((one) => JSON.parse(one) as { heard: number; present: number }[]);
  return {
    heard: Number(total?.[0]?.heard),
    present: Number(total?.[0]?.present),
    counties: counties?.length ?? 0,
    agencies: agencies?.length ?? 0,
    milliseconds: wall,
    cpu,
    peakMegabytes: Number.NaN,
  };
}

function queries(file: string): string {
  const source = `read_csv('${file}', header = false, auto_detect = false, delim = ',', columns = ${COLUMNS})`;
  return [
    `CREATE TABLE r AS SELECT * FROM ${source}`,
    `CREATE TABLE c AS SELECT number, court, MAX(present) AS present, MAX(rank) AS rank, MAX(enterprise) AS enterprise ${IN_MONTH} GROUP BY number, court`,
    `SELECT ${TALLY} FROM c`,
    `SELECT instr(number, '行终') > 0 AS second, ${TALLY} FROM c GROUP BY second`,
    `SELECT court, ${TALLY} FROM c GROUP BY court ORDER BY 3 / 2 DESC`,
    `SELECT county, ${TALLY} ${IN_MONTH} GROUP BY county ORDER BY 3 / 2 DESC`,
    `SELECT county, agency, ${TALLY} ${IN_MONTH} GROUP BY county, agency ORDER BY 4 / 3 DESC`,
    `SELECT reason, COUNT(*) AS heard, 0 AS present ${IN_MONTH} AND present = 0 GROUP BY reason`,
  ].join(";\n");
}
