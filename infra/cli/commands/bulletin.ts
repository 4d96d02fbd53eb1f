/**
 * `yingsu bulletin LEDGER.csv|xlsx --month 2026-08 [--out DIR]`: the statistics of a court's ledger as JSON, of a month or
 * of the longer period it is for (`--quarter 2026-Q3`, `--half 2026-H1`, `--year 2026`); or any
 * stretch of months (`--months 2026-05..2026-12`); with `--than 2025-05..2025-12` held against another stretch, out of the
 * same ledger or of a second one; with `--out` the bulletin's files beside it, with `--figure` (total.absent, county:兰山区.heard, see figure-names.ts) the
 * cases behind a figure.
 */

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeUnreadable } from "../../../shared/documents/formats/unreadable.ts";
import { extractLedger, type Ledger } from "../../../shared/documents/ledger/case-ledger.ts";
import { ledgerStatements } from "../../../shared/documents/ledger/ledger-statements.ts";
import { readTable } from "../../../shared/documents/tables.ts";
import { rowsOfLedger } from "../../../shared/domain/case-file/ledger/ledger-alone.ts";
import { type RowToCheck, toCheck } from "../../../shared/domain/case-file/ledger/row-problem.ts";
import {
  type BulletinEdition,
  type PeriodFigures,
  periodFigures,
} from "../../../shared/domain/statistics/bulletin-edition.ts";
import { type FigureName, isFigureName } from "../../../shared/domain/statistics/figure-names.ts";
import { rowsBehind } from "../../../shared/domain/statistics/figure-rows.ts";
import type { BulletinStatistics } from "../../../shared/domain/statistics/figures.ts";
import { statistics } from "../../../shared/domain/statistics/statistics.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { type Period, periodOf, samePeriodLastYear } from "../../../shared/domain/time/period.ts";
import { type Instant, type Month, monthOf, parseMonth } from "../../../shared/domain/time/time.ts";
import {
  bulletinFiles,
  type EditionContents,
  editionContents,
} from "../../../shared/letters/bulletin/files.ts";
import { BadInput, type CommandResult, explaining } from "./bad-input.ts";
import { held, periodName, printed } from "./bulletin-json.ts";

const USAGE =
  "Usage: bulletin LEDGER.csv|xlsx --month YYYY-MM | --quarter YYYY-Qn | --half YYYY-Hn | --year YYYY | --months YYYY-MM..YYYY-MM [--than YYYY-MM..YYYY-MM [LEDGER]] [--out DIR] [--figure NAME]";

/**
 * Runs the command. Exits 0 with the statistics; 1 where the file can't be used and 2 where the command is not
 * understood, with the reason on stderr. `now`: no day after it can be one on which a case was heard. What the ledger leaves open goes to stderr too.
 */
export async function bulletinCommand(args: readonly string[], now: Instant): Promise<CommandResult> {
  return explaining(USAGE, async () => {
    const { file, period, than, out, figure } = optionsOf(args);
    const ledger = await ledgerOf(file);
    if (typeof ledger === "string") return { exitCode: 1, stdout: "", stderr: `${file}: ${ledger}.\n` };
    const earlier = than === undefined || than.file === file ? ledger : await ledgerOf(than.file);
    if (typeof earlier === "string")
      return { exitCode: 1, stdout: "", stderr: `${than?.file}: ${earlier}.\n` };
    const { from, to } = period;
    const counted = rowsOfLedger(ledgerStatements(ledger, to, from), to, now, from);
    const before = than && countedBefore(earlier, than.period, now);
    const contents = editionContents(counted.rows, editionOf(period, before));
    const { figures } = contents;
    const problems = [
      ...ledger.problems,
      ...counted.doubts.map(({ statement, doubt }) => toCheck(statement, doubt)),
    ];
    if (out !== undefined) await writeSet(out, contents);
    const behind = figure !== undefined && {
      figure: { name: figure, cases: rowsBehind(figure, counted.rows, { period }) },
    };
    return {
      exitCode: 0,
      stdout: `${JSON.stringify({ ...printed(figures, problems), ...(before && { than: held(figures, before) }), ...behind })}\n`,
      stderr: `${nothingOf(period, ledger, counted.rows)}${remarks(figures, problems)}`,
    };
  });
}

/** The counts of another stretch of months. */
function countedBefore(ledger: Ledger, period: Period, now: Instant): PeriodFigures {
  const { from, to } = period;
  const { rows } = rowsOfLedger(ledgerStatements(ledger, to, from), to, now, from);
  return periodFigures(statistics(rows, { period, lists: "none" }));
}

/** One ledger knows no other periods; its files show what it is held against where that is the same months of last year. */
function editionOf(period: Period, before: PeriodFigures | undefined): BulletinEdition {
  return {
    period,
    jurisdiction: "",
    issuer: "",
    version: 1,
    draft: false,
    trend: [],
    ...(before !== undefined && isLastYear(before.period, period) && { lastYear: before }),
  };
}

function isLastYear(before: Period, period: Period): boolean {
  const { from, to } = samePeriodLastYear(period);
  return before.from === from && before.to === to;
}

/** The whole set an edition has. */
async function writeSet(folder: string, contents: EditionContents): Promise<void> {
  const files = await bulletinFiles(contents);
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, bytes } of files)
      await writeFile(join(folder, name === "rows.json" ? "bulletin.json" : name), bytes);
  } catch (fault) {
    throw new BadInput(`--out ${folder} can't be written: ${whyNot(fault)}; name a folder of your own.`);
  }
}

function optionsOf(args: readonly string[]): {
  file: string;
  period: Period;
  than: { readonly period: Period; readonly file: string } | undefined;
  out: string | undefined;
  figure: FigureName | undefined;
} {
  const text = { type: "string" } as const;
  const options = {
    month: text,
    quarter: text,
    half: text,
    year: text,
    months: text,
    than: text,
    out: text,
    figure: text,
  };
  let typed: { values: Partial<Record<keyof typeof options, string>>; positionals: string[] };
  try {
    typed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (fault) {
    throw new BadInput(fault instanceof Error ? fault.message : String(fault));
  }
  const { values, positionals } = typed;
  const [file, other, ...more] = positionals;
  const isTwo = other !== undefined && values.than === undefined;
  if (file === undefined || isTwo || more.length > 0) throw new BadInput("A bulletin needs one ledger file.");
  const period = periodTyped(values);
  const { figure } = values;
  if (figure !== undefined && !isFigureName(figure))
    throw new BadInput(
      `There is no figure "${figure}": say total.heard, county:兰山区.absent or absence:unclear.`,
    );
  const than =
    values.than === undefined ? undefined : { period: stretch("than", values.than), file: other ?? file };
  return { file, period, than, out: values.out, figure };
}

/** How each kind of period is typed: 2026-08, 2026-Q3, 2026-H1, 2026. */
const PERIODS = [
  { option: "month", kind: "month", form: /^(\d{4})-(\d\d)$/, months: 1, example: "2026-08" },
  { option: "quarter", kind: "quarter", form: /^(\d{4})-Q([1-4])$/, months: 3, example: "2026-Q3" },
  { option: "half", kind: "half-year", form: /^(\d{4})-H([12])$/, months: 6, example: "2026-H1" },
  { option: "year", kind: "year", form: /^(\d{4})()$/, months: 12, example: "2026" },
] as const;

/** The one period that was typed. */
function periodTyped(values: Partial<Record<string, string>>): Period {
  const typed = PERIODS.filter(({ option }) => values[option] !== undefined);
  if (typed.length === 0 && values.months !== undefined) {
    const months = stretch("months", values.months);
    if (months.from.slice(0, 4) === months.to.slice(0, 4)) return months;
    throw new BadInput("--months are of one year, such as 2026-05..2026-12.");
  }
  const [given, ...more] = values.months === undefined ? typed : [...typed, ...typed];
  if (given === undefined) throw new BadInput("A bulletin needs --month, such as 2026-08.");
  if (more.length > 0)
    throw new BadInput("A bulletin is of one period: a month, a quarter, a half or a year.");
  const { option, kind, form, months, example } = given;
  const [, year = "", ordinal = ""] = form.exec(values[option] ?? "") ?? [];
  const last = months * (ordinal === "" ? 1 : Number(ordinal));
  const month = parseMonth(`${year}-${String(last).padStart(2, "0")}`);
  if (month === undefined) throw new BadInput(`--${option} must be such as ${example}.`);
  return periodOf(kind, month);
}

/** Any months, first to last: 2026-05..2026-12. */
function stretch(option: string, typed: string): Period {
  const [from, to] = typed.split("..").map((month) => parseMonth(month));
  if (from === undefined || to === undefined || from > to)
    throw new BadInput(`--${option} must be such as 2026-05..2026-12.`);
  return { kind: "year-to-date", from, to };
}

const WHY_NOT: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EEXIST: "a file has that name",
  ENOTDIR: "a file stands where a folder should",
  EACCES: "this account may not",
  EROFS: "nothing can be written there",
  ENOSPC: "the disk is full",
};

function whyNot(fault: unknown): string {
  const { code, message } = fault as NodeJS.ErrnoException;
  return WHY_NOT[code ?? ""] ?? code ?? message;
}

/** Nothing was counted: an empty ledger, or another period's. */
function nothingOf(
  period: Period,
  { rows, months: titles }: Ledger,
  counted: readonly StatisticsRow[],
): string {
  if (counted.length > 0) return "";
  if (rows.length === 0) return "the ledger has a heading and no cases under it\n";
  const months = rows.flatMap(({ heardOn }) => (heardOn === undefined ? [] : [monthOf(heardOn)]));
  const listed = (some: Iterable<Month>) => [...new Set(some)].sort().join(", ");
  const said =
    months.length > 0
      ? `; its hearings are of ${listed(months)}`
      : titles.size > 0
        ? `; it is of ${listed(titles.values())}`
        : "";
  return `no case of the ledger counts to ${periodName(period)}${said}\n`;
}

/** The ledger in a file, or why there is none. */
async function ledgerOf(file: string) {
  const bytes = await readFile(file).catch((fault: NodeJS.ErrnoException) => {
    throw new BadInput(`${file} can't be opened: ${whyNot(fault)}.`);
  });
  const table = await readTable(bytes);
  if (!table.ok) return `${describeUnreadable(table.reason)}; give the ledger as XLSX, XLS or CSV`;
  return extractLedger(table.grid) ?? "no row is the heading of a ledger with 案号, 被告 and 出庭情况";
}

/** What a person should know who only sees the figures. */
function remarks({ unknown, differences }: BulletinStatistics, problems: readonly RowToCheck[]): string {
  const unused = problems.filter((problem) => !problem.used).length;
  const open: readonly (readonly [number, string])[] = [
    [unused, "row(s) could not be used, see problems"],
    [unknown.attendance.length, "heard, but attendance not known: neither present nor absent"],
    [
      unknown.coRespondents.length,
      "several are sued, another's head came, and the ledger doesn't say who was to: no absence",
    ],
    [unknown.hearing.length, "not known whether heard: not counted"],
    [differences.length, "with a contradiction that a person must settle"],
  ];
  return open
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}\n`)
    .join("");
}
