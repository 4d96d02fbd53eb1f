/** What counts of a stretch of months: its rows, and how far reports and filings of their cases came in time. */

import { jurisdictions } from "../../../shared/casework/jurisdictions.ts";
import {
  eventsOfCorrections,
  overdueCorrections,
} from "../../../shared/domain/assessment/events-of-corrections.ts";
import { eventsOfLosses } from "../../../shared/domain/assessment/events-of-losses.ts";
import { eventsOfRows } from "../../../shared/domain/assessment/events-of-rows.ts";
import { eventsOfSuggestions } from "../../../shared/domain/assessment/events-of-suggestions.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { LostCase } from "../../../shared/domain/loss/lost-case.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { Correction, ProgrammeEntry } from "../../../shared/domain/programme/entry.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { Timeliness } from "../../../shared/domain/statistics/indicators.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { monthsOf, type Period } from "../../../shared/domain/time/period.ts";
import {
  addMonths,
  type CivilDate,
  civilDateAt,
  type Instant,
  monthOf,
  type Year,
} from "../../../shared/domain/time/time.ts";
import type { UnitEvent, UnitEventKind } from "../../../shared/domain/unit-events/unit-event.ts";
import { factsOfCases } from "./facts-of-cases.ts";
import type { JobPorts } from "./job.ts";

type Months = Pick<Period, "from" | "to">;

/** The rows of a period, month by month. */
export async function rowsOfPeriod(
  records: Pick<JobPorts["records"], "monthRows">,
  jurisdiction: string,
  period: Months,
): Promise<readonly StatisticsRow[]> {
  const rows: StatisticsRow[] = [];
  for (const month of monthsOf(period))
    for await (const row of records.monthRows(jurisdiction, month)) rows.push(row);
  return rows;
}

/** By agency; each case's file is read once. */
export async function timelinessOfRows(
  records: Pick<JobPorts["records"], "caseFile">,
  rows: readonly StatisticsRow[],
  today: CivilDate,
): Promise<ReadonlyMap<string, Timeliness>> {
  const { timeliness } = await factsOfCases(records, numbersOf(rows), today);
  return timeliness;
}

export function numbersOf(rows: readonly StatisticsRow[]): readonly CaseNumber[] {
  return rows.map(({ caseNumber }) => caseNumber);
}

/** Kinds that rows tell; for any other the files of cases are read. */
const TOLD_BY_ROWS: ReadonlySet<UnitEventKind> = new Set([
  // By registers.
  "repeat-loss",
  "late-loss-report",
  "suggestion-unanswered",
  "correction-overdue",
  "absent",
  "absent-enterprise",
  "principal-absent",
  "without-staff",
  "left-early",
  "refused-to-explain",
  "silent",
  "lost",
  "principal-present",
  "settled",
]);

/** How far back a case may have been closed of which something is still owed. */
const MONTHS_AFTER_CLOSING = 12;

/** What happened, and the rows it rests on. */
interface PeriodFacts {
  /** Of cases heard in the months, closed in them or in the year before, or open; each pair once. */
  readonly rows: readonly StatisticsRow[];
  readonly events: readonly UnitEvent[];
}

/**
 * What happened in a stretch of months, of the kinds that are looked at: by rows, and, where a kind is told by files or registers
 * alone, by those. `heard`: the rows of its hearings; `read`: cases whose files have told theirs already.
 */
export async function eventsOfPeriod(
  ports: Pick<JobPorts, "records" | "directory">,
  heard: readonly StatisticsRow[],
  kinds: ReadonlySet<UnitEventKind>,
  months: Months,
  now: Instant,
  { policy, calendar }: Rules,
  read: readonly CaseNumber[] = [],
): Promise<PeriodFacts> {
  const today = civilDateAt(now);
  const known = new Set(heard.map(pairKey));
  const docket = await docketRowsOf(ports.records, policy.jurisdiction.code, months);
  const more = docket.filter((row) => !known.has(pairKey(row)));
  const rows = [...heard, ...more];
  // How a case ended is of this period, whenever it was heard; who came to its hearing is that month's.
  const { counting } = policy;
  const ended = eventsOfRows(more, counting).filter(({ kind }) => kind === "lost" || kind === "settled");
  const found: UnitEvent[] = [...eventsOfRows(heard, counting), ...ended];
  if ([...kinds].some((kind) => !TOLD_BY_ROWS.has(kind)))
    found.push(...(await factsOfCases(ports.records, others(numbersOf(rows), read), today)).events);
  if (kinds.has("repeat-loss") || kinds.has("late-loss-report"))
    found.push(...eventsOfLosses(await lossesOf(ports, months), today));
  if (kinds.has("suggestion-unanswered") || kinds.has("correction-overdue")) {
    const entries = await entriesOf(ports, months);
    found.push(...eventsOfSuggestions(entries, today, calendar));
    const overdue = overdueCorrections(entries, today);
    found.push(...eventsOfCorrections(overdue, await districtsOf(ports.directory, overdue)));
  }
  const events = found.filter(
    ({ kind, on }) =>
      kinds.has(kind) && (on === undefined || (months.from <= monthOf(on) && monthOf(on) <= months.to)),
  );
  return { rows, events };
}

function others(numbers: readonly CaseNumber[], read: readonly CaseNumber[]): readonly CaseNumber[] {
  const known = new Set(read);
  return numbers.filter((number) => !known.has(number));
}

function pairKey({ caseNumber, agency }: StatisticsRow): string {
  return `${caseNumber} ${agency}`;
}

async function docketRowsOf(
  records: Pick<JobPorts["records"], "docketRows">,
  jurisdiction: string,
  { from, to }: Months,
): Promise<readonly StatisticsRow[]> {
  const dockets = [...monthsOf({ from: addMonths(from, -MONTHS_AFTER_CLOSING), to }), "open"] as const;
  const rows = new Map<string, StatisticsRow>();
  for (const docket of dockets)
    for await (const row of records.docketRows(jurisdiction, docket)) rows.set(pairKey(row), row);
  return [...rows.values()];
}

/** Registers of lost cases, a year back: what repeats may rest on a case of then. */
async function lossesOf(
  { records, directory }: Pick<JobPorts, "records" | "directory">,
  months: Months,
): Promise<readonly LostCase[]> {
  const read = (await jurisdictions(directory)).flatMap((area) =>
    yearsOf({ from: addMonths(months.from, -12), to: months.to }).map((year) => records.losses(area, year)),
  );
  return (await Promise.all(read)).flat();
}

/** Entries of programmes, a year back: a proposal is due long after it came. */
async function entriesOf(
  { records, directory }: Pick<JobPorts, "records" | "directory">,
  months: Months,
): Promise<readonly ProgrammeEntry[]> {
  const read = (await jurisdictions(directory)).flatMap((area) =>
    yearsOf({ from: addMonths(months.from, -12), to: months.to }).map((year) =>
      records.programme(area, year),
    ),
  );
  return (await Promise.all(read)).flat();
}

async function districtsOf(
  directory: JobPorts["directory"],
  corrections: readonly Correction[],
): Promise<ReadonlyMap<OrganisationId, string>> {
  const found = await directory.organisations(corrections.map(({ to }) => to.organisation));
  return new Map([...found].map(([id, { jurisdiction }]) => [id, jurisdiction]));
}

function yearsOf({ from, to }: Months): readonly Year[] {
  const first = Number(from.slice(0, 4));
  return Array.from(
    { length: Number(to.slice(0, 4)) - first + 1 },
    (_, index) => String(first + index) as Year,
  );
}
