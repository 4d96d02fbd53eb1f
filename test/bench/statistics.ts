/** Rows a second of the statistics engine, and the memory it takes, by the size of the month. */
import { caseNumber } from "../../shared/domain/case-number.ts";
import { type StatisticsRow, statistics } from "../../shared/domain/statistics.ts";
import { civilDate, type Month } from "../../shared/domain/time.ts";
import type { Measurement } from "./run.ts";

export async function statisticsBench(): Promise<readonly Measurement[]> {
  const measured: Measurement[] = [];
  for (const count of [1_000, 10_000, 100_000]) {
    const rows = Array.from({ length: count }, (_, index) => row(index));
    statistics(rows.slice(0, 1_000), { month: "2026-08" as Month });
    const before = process.memoryUsage().heapUsed;
    const started = performance.now();
    const figures = statistics(rows, { month: "2026-08" as Month });
    const seconds = (performance.now() - started) / 1000;
    const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    if (figures.total.heard !== count) throw new Error("the figures don't count every row");
    measured.push({
      what: `${count.toLocaleString("en-US")} rows`,
      value: Math.round(count / seconds),
      unit: "rows/s",
      beside: `${megabytes.toFixed(0)} MB more heap`,
    });
  }
  return measured;
}

function row(index: number): StatisticsRow {
  return {
    caseNumber: caseNumber(
      `（2026）鲁13${String(index % 12).padStart(2, "0")}行初${1 + Math.floor(index / 12)}号`,
    ),
    agency: `某县第${index % 400}局`,
    jurisdiction: `某县${index % 12}`,
    court: undefined,
    heardOn: civilDate(`2026-08-${String(1 + (index % 28)).padStart(2, "0")}`),
    heard: true,
    present: index % 9 !== 0,
    rank: index % 5 === 0 ? "principal" : "deputy",
    headName: undefined,
    spoke: index % 2 === 0,
    enterprise: index % 3 === 0,
    absenceReason: undefined,
    absenceGround: undefined,
    reasonAccepted: undefined,
    withoutHead: undefined,
    conduct: undefined,
    outcome: undefined,
    closed: false,
    mediated: undefined,
    source: "hearing-record",
    openDifference: false,
  };
}
