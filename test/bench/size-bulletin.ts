/** One edition of a bulletin of so many cases a month, in a process of its own: `node size-bulletin.ts 17000 month`. Prints JSON. */
import { composeEdition } from "../../shared/casework/bulletin/compose-edition.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { StatisticsRow } from "../../shared/domain/statistics/statistics-row.ts";
import { type PeriodKind, periodOf } from "../../shared/domain/time/period.ts";
import { civilDate, type Month } from "../../shared/domain/time/time.ts";
import { bulletinFiles } from "../../shared/letters/bulletin/files.ts";
import { at, RULES } from "../support/case-builders.ts";
import { memoryCity } from "../support/memory-city.ts";
import { aRow } from "../support/statistics-rows.ts";

/** What it took. */
export interface EditionTaken {
  readonly rows: number;
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly largestFile: number;
}

/** Of a province: units and counties a case is spread over. */
const [UNITS, COUNTIES] = [10_000, 140];

const [perMonth = 1_000, kind = "month"] = [Number(process.argv[2]), process.argv[3] as PeriodKind];

async function* rowsOfMonth(_: string, month: Month): AsyncIterable<StatisticsRow> {
  for (let index = 0; index < perMonth; index++) {
    const county = `第${index % COUNTIES}县`;
    yield aRow(1, {
      caseNumber: caseNumber(`（${month.slice(0, 4)}）鲁13${month.slice(5)}行初${100_000 + index}号`),
      heardOn: civilDate(`${month}-12`),
      agency: `${county}第${index % UNITS}局`,
      jurisdiction: county,
      court: `${county}人民法院`,
      present: index % 10 !== 0,
    });
  }
}

const city = memoryCity(at("12-03"));
const records = { ...city.records, monthRows: rowsOfMonth };
const ports = { records, directory: city.directory, frozenRows: async () => [] };
const began = process.cpuUsage();
const wanted = {
  period: periodOf(kind, "2026-11" as Month),
  state: "issued",
  now: at("12-03"),
  rules: RULES,
  issuer: "司法局",
} as const;
const composed = await composeEdition(ports, wanted, undefined);
const files = await bulletinFiles(composed);
const taken: EditionTaken = {
  rows: composed.rows.length,
  milliseconds: Math.round(process.cpuUsage(began).user / 1000),
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  largestFile: Math.max(...files.map(({ bytes }) => bytes.length)),
};
console.log(JSON.stringify(taken));
