/** The same CSV of rows for both sides of the statistics bench, and its reader. */

import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import type { StatisticsRow } from "../../shared/domain/statistics/statistics-row.ts";

/** A city's cases over and over: 12 courts' serials in order, 400 agencies of 12 counties, every ninth head absent. */
export async function writeCsv(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  const perCourt = Math.ceil(count / 12);
  for (let index = 0; index < count; index++) {
    const court = Math.floor(index / perCourt);
    const serial = 1_000_000 + (index % perCourt);
    const number = `（2026）鲁13${String(21 + court)}${index % perCourt >= 0.75 * perCourt ? "行终" : "行初"}${serial}号`;
    const agency = index % 400;
    const line = [
      number,
      `某县${agency % 12}第${agency}局`,
      `某县${agency % 12}`,
      `法院${court}`,
      `2026-08-${String(1 + (index % 28)).padStart(2, "0")}`,
      index % 9 === 0 ? "0" : "1",
      index % 5 === 0 ? "principal" : "deputy",
      index % 3 === 0 ? "1" : "0",
      index % 9 === 0 ? (index % 18 === 0 ? "公务出差" : "") : "",
    ].join(",");
    if (!out.write(`${line}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

/** The cells of each line, as they stream. */
export async function* linesOf(file: string): AsyncIterable<readonly string[]> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) yield line.split(",");
}

/** A line as a row. */
export function rowOf(cells: readonly string[]): StatisticsRow {
  const [caseNumber, agency = "", jurisdiction = "", court, heardOn, present, rank, enterprise, reason] =
    cells;
  return {
    caseNumber: caseNumber as StatisticsRow["caseNumber"],
    agency,
    jurisdiction,
    court,
    heardOn: heardOn as StatisticsRow["heardOn"],
    heard: true,
    present: present === "1",
    rank: rank as StatisticsRow["rank"],
    headName: undefined,
    spoke: undefined,
    enterprise: enterprise === "1",
    absenceReason: reason === "" ? undefined : reason,
    absenceGround: undefined,
    reasonAccepted: undefined,
    withoutHead: undefined,
    conduct: undefined,
    excused: undefined,
    outcome: undefined,
    closed: false,
    mediated: undefined,
    source: "hearing-record",
    openDifference: false,
  };
}
