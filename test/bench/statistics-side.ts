/**
 * One side of the statistics bench, in a process of its own so that its peak memory is its own:
 * `node statistics-side.ts ours|lists|docket|sqlite|reading FILE` prints JSON.
 */
import { DatabaseSync } from "node:sqlite";
import { FIELDS, type Field } from "../../shared/domain/classes/field.ts";
import { statisticsOfStream } from "../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../shared/domain/statistics/statistics-row.ts";
import { periodOf } from "../../shared/domain/time/period.ts";
import { AUGUST } from "../support/statistics-rows.ts";
import { linesOf, rowOf } from "./statistics-csv.ts";

/** What every side must agree on. */
export interface SideResult {
  readonly heard: number;
  readonly present: number;
  readonly counties: number;
  readonly agencies: number;
  readonly milliseconds: number;
  /** Milliseconds of the processor, starting its process included. */
  readonly cpu: number;
  readonly peakMegabytes: number;
}

type Counted = Pick<SideResult, "heard" | "present" | "counties" | "agencies">;

async function* rows(file: string): AsyncIterable<StatisticsRow> {
  for await (const cells of linesOf(file)) yield rowOf(cells);
}

/** The same with what a case file says of classes and days. */
async function* docketed(file: string): AsyncIterable<StatisticsRow> {
  let index = 0;
  for await (const row of rows(file)) {
    const lost = index % 7 === 0;
    yield {
      ...row,
      countsIn: AUGUST,
      receivedIn: AUGUST,
      closedIn: AUGUST,
      closed: true,
      outcome: lost ? "lost" : "won",
      ruling: lost ? "annulled" : "dismissed",
      field: FIELDS[index++ % 12] as Field,
    };
  }
}

async function ours(all: AsyncIterable<StatisticsRow>, lists: "all" | "none"): Promise<Counted> {
  const figures = await statisticsOfStream(all, { period: periodOf("month", AUGUST), lists });
  const { total, byJurisdiction, byAgency } = figures;
  return {
    heard: total.heard,
    present: total.present,
    counties: byJurisdiction.length,
    agencies: byAgency.length,
  };
}

/** The plain way: all rows into a table, then a query for each breakdown a bulletin has. */
async function sqlite(file: string): Promise<Counted> {
  const db = new DatabaseSync(":memory:");
  db.exec(
    "CREATE TABLE r (number TEXT, agency TEXT, county TEXT, court TEXT, day TEXT, present INTEGER, rank TEXT, enterprise INTEGER, reason TEXT)",
  );
  const insert = db.prepare("INSERT INTO r VALUES (?,?,?,?,?,?,?,?,?)");
  db.exec("BEGIN");
  for await (const cells of linesOf(file)) insert.run(...cells);
  db.exec("COMMIT");
  const inMonth = "FROM r WHERE day BETWEEN '2026-08-01' AND '2026-08-31'";
  const tally =
    "COUNT(*) AS heard, SUM(present) AS present, SUM(rank = 'principal' AND present), SUM(enterprise)";
  const all = (sql: string) => db.prepare(sql).all() as { heard: number; present: number }[];
  const cases = `(SELECT number, court, MAX(present) AS present, MAX(rank) AS rank, MAX(enterprise) AS enterprise ${inMonth} GROUP BY number)`;
  const [total] = all(`SELECT ${tally} FROM ${cases}`);
  all(`SELECT instr(number, '行终') > 0 AS second, ${tally} FROM ${cases} GROUP BY second`);
  all(`SELECT court, ${tally} FROM ${cases} GROUP BY court ORDER BY 3.0 / 2 DESC`);
  const counties = all(`SELECT county, ${tally} ${inMonth} GROUP BY county ORDER BY 3.0 / 2 DESC`);
  const agencies = all(
    `SELECT county, agency, ${tally} ${inMonth} GROUP BY county, agency ORDER BY 4.0 / 3 DESC`,
  );
  all(`SELECT reason, COUNT(*) AS heard, 0 AS present ${inMonth} AND present = 0 GROUP BY reason`);
  return {
    heard: Number(total?.heard),
    present: Number(total?.present),
    counties: counties.length,
    agencies: agencies.length,
  };
}

/** Reading the lines and nothing else: what neither side can be faster than. */
async function reading(file: string): Promise<Counted> {
  let heard = 0;
  for await (const cells of linesOf(file)) heard += cells.length > 0 ? 1 : 0;
  return { heard, present: 0, counties: 0, agencies: 0 };
}

const [side = "", file = ""] = process.argv.slice(2);
const started = performance.now();
const counted =
  side === "sqlite"
    ? await sqlite(file)
    : side === "reading"
      ? await reading(file)
      : await ours(side === "docket" ? docketed(file) : rows(file), side === "lists" ? "all" : "none");
const result: SideResult = {
  ...counted,
  milliseconds: performance.now() - started,
  cpu: (({ user, system }) => (user + system) / 1000)(process.cpuUsage()),
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(result));
