/**
 * `yingsu yearly-return LEDGER.csv|xlsx --year 2026 [--mapping FILE.json] [--jurisdiction NAME] [--out FILE.xlsx]`: what a court's
 * ledger of a year counts for in the yearly return, as JSON; with `--out` the workbook beside it. The mapping says which
 * columns there are and which cases each counts (shared/domain/yearly-return/mapping.ts).
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { describeUnreadable } from "../../../shared/documents/formats/unreadable.ts";
import { extractLedger } from "../../../shared/documents/ledger/case-ledger.ts";
import { ledgerStatements } from "../../../shared/documents/ledger/ledger-statements.ts";
import { readTable } from "../../../shared/documents/tables.ts";
import { rowsOfLedger } from "../../../shared/domain/case-file/ledger/ledger-alone.ts";
import { toCheck } from "../../../shared/domain/case-file/ledger/row-problem.ts";
import { LINYI } from "../../../shared/domain/policy.ts";
import {
  countReturn,
  type ReturnTable,
  yearPeriod,
} from "../../../shared/domain/statistics/yearly-return.ts";
import { civilDateAt, type Instant, parseYear, type Year } from "../../../shared/domain/time/time.ts";
import type { ReturnMapping } from "../../../shared/domain/yearly-return/mapping.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { SAMPLE_RETURN, yearlyReturn } from "../../../shared/letters/office/yearly-return.ts";
import { policyFaults } from "../../../shared/runtime/policy-schema.ts";
import { BadInput, type CommandResult, explaining } from "./bad-input.ts";
import { printedProblems } from "./bulletin-json.ts";

const USAGE =
  "Usage: yearly-return LEDGER.csv|xlsx --year YYYY [--mapping FILE.json] [--jurisdiction NAME] [--out FILE.xlsx]";

/** Runs the command. Exits 0 with the counts; 1 where a file can't be used and 2 where the command is not understood. */
export async function yearlyReturnCommand(args: readonly string[], now: Instant): Promise<CommandResult> {
  return explaining(USAGE, async () => {
    const { file, year, mapping, jurisdiction, out } = await optionsOf(args);
    const table = await readTable(await bytesOf(file));
    if (!table.ok)
      return { exitCode: 1, stdout: "", stderr: `${file}: ${describeUnreadable(table.reason)}.\n` };
    const ledger = extractLedger(table.grid);
    if (ledger === undefined) return { exitCode: 1, stdout: "", stderr: `${file} is no ledger.\n` };
    const { from, to } = yearPeriod(year);
    const { rows, doubts } = rowsOfLedger(ledgerStatements(ledger, to, from), to, now, from);
    const problems = [...ledger.problems, ...doubts.map(({ statement, doubt }) => toCheck(statement, doubt))];
    const counted = countReturn(rows, year, mapping);
    if (out !== undefined) {
      const made = printedDate(civilDateAt(now));
      await writeFile(out, await yearlyReturn(counted, { jurisdiction, made })).catch(() => {
        throw new BadInput(`--out ${out} can't be written.`);
      });
    }
    const unused = problems.filter(({ used }) => !used).length;
    return {
      exitCode: 0,
      stdout: `${JSON.stringify({ ...printed(counted), problems: printedProblems(problems) })}\n`,
      stderr: unused === 0 ? "" : `${unused} row(s) could not be used, see problems\n`,
    };
  });
}

async function optionsOf(args: readonly string[]): Promise<{
  readonly file: string;
  readonly year: Year;
  readonly mapping: ReturnMapping;
  readonly jurisdiction: string;
  readonly out: string | undefined;
}> {
  const text = { type: "string" } as const;
  const options = { year: text, mapping: text, jurisdiction: text, out: text };
  let typed: { values: Partial<Record<keyof typeof options, string>>; positionals: string[] };
  try {
    typed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (fault) {
    throw new BadInput(fault instanceof Error ? fault.message : String(fault));
  }
  const { values, positionals } = typed;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new BadInput("A yearly return needs one ledger file.");
  const year = parseYear(values.year ?? "");
  if (year === undefined) throw new BadInput("A yearly return needs --year, such as 2026.");
  const mapping = values.mapping === undefined ? SAMPLE_RETURN : await mappingIn(values.mapping);
  return { file, year, mapping, jurisdiction: values.jurisdiction ?? "", out: values.out };
}

async function mappingIn(file: string): Promise<ReturnMapping> {
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder().decode(await bytesOf(file)));
  } catch (fault) {
    if (fault instanceof BadInput) throw fault;
    throw new BadInput(`${file} is no JSON.`);
  }
  // As a deployment's policy would have it.
  const policy = { ...LINYI, yearlyReturn: { ...LINYI.yearlyReturn, mapping: read } };
  const faults = policyFaults(policy).map((fault) => fault.replace("policy.yearlyReturn.", ""));
  if (faults.length > 0) throw new BadInput(`${file} is no mapping: ${faults.join("; ")}.`);
  return read as ReturnMapping;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch(() => {
    throw new BadInput(`${file} can't be opened.`);
  });
  return new Uint8Array(bytes);
}

/** Counts by line and column's code. */
function printed({ year, mapping, lines, undated, inferred }: ReturnTable) {
  return {
    year,
    title: mapping.title,
    lines: lines.map(({ value, cells }) => ({
      value,
      ...Object.fromEntries(mapping.columns.map(({ code }, index) => [code, cells[index]?.length ?? 0])),
    })),
    undated,
    inferred: inferred.length,
  };
}
