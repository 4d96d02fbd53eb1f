/**
 * Which of a bureau's open cases come next? Those in which something waits for it, then by the first day on which something of a case ends or takes place; so that as
 * many are read as a page shows, however many are open.
 */
import type { CaseNumber } from "../court/case-number.ts";
import { type CivilDate, type ClockTime, daysBetween } from "../time/time.ts";
import { countsOn } from "./board-query.ts";
import { type BoardDue, type BoardFlag, type BoardRow, isShelved } from "./board-row.ts";

/** What a list of them says of one. */
export interface CaseAhead {
  readonly caseNumber: CaseNumber;
  readonly agencies: readonly {
    readonly name: string;
    readonly due: readonly BoardDue[];
    readonly flags: readonly BoardFlag[];
  }[];
  readonly hearing?: { readonly date: CivilDate; readonly time?: ClockTime };
}

/** What a case waits for that its bureau has to do; an unknown name is asked about by itself. */
const BUREAUS: ReadonlySet<BoardFlag> = new Set([
  "designation-open",
  "report-to-read",
  "attendance-review",
  "difference",
]);

/** Whether it is for the bureau to see to. */
export function waitsForBureau(flag: BoardFlag): boolean {
  return BUREAUS.has(flag);
}

/** A case, and its place in the order: whether it waits for its bureau, the day, then the number. */
export interface PlacedCase {
  readonly at: string;
  readonly board: string;
  readonly ahead: CaseAhead;
}

/** A case of a page, with its place and the boards of those asked for on which it was found. */
export interface CaseOnBoards extends CaseAhead {
  readonly at: string;
  readonly boards: readonly string[];
}

/** Before all days. */
const WAITING = "!";
/** Behind all that have a day. */
const NEVER = "9999-12-31";

/** As an open case's row on a bureau's board has it; undefined for any other row. */
export function placedAhead({
  board,
  caseNumber,
  state,
  pursued,
  boards,
  agencies,
  hearing,
}: BoardRow): PlacedCase | undefined {
  if (isShelved({ state, ...(pursued && { pursued }) }) || boards !== undefined) return undefined;
  const due = agencies.flatMap((one) => one.due.map((running) => running.due));
  const isWaiting = agencies.some(({ flags }) => flags.some(waitsForBureau));
  const days = hearing === undefined ? due : [...due, hearing.date];
  return {
    board,
    at: `${isWaiting ? WAITING : ""}${days.toSorted()[0] ?? NEVER}#${caseNumber}`,
    ahead: {
      caseNumber,
      agencies: agencies.map(({ name, due: running, flags }) => ({ name, due: running, flags })),
      ...(hearing !== undefined && {
        hearing: { date: hearing.date, ...(hearing.time !== undefined && { time: hearing.time }) },
      }),
    },
  };
}

/**
 * One page of the lists of several boards, each read in order up to `limit`; a case on two of them once, with the agencies of
 * both, where it comes first. `next` is where the following page begins behind; undefined on the last.
 */
export function pageAhead(
  lists: readonly (readonly PlacedCase[])[],
  limit: number,
): { readonly cases: readonly CaseOnBoards[]; readonly next: string | undefined } {
  const full = lists.filter(({ length }) => length >= limit);
  // Behind the end of a list that was cut off, others might be missing.
  const [end] = full.flatMap((list) => list.at(-1)?.at ?? []).toSorted();
  const merged = new Map<CaseNumber, CaseOnBoards>();
  for (const one of lists.flat().toSorted(byPlace)) {
    if (end !== undefined && one.at > end) break;
    const other = merged.get(one.ahead.caseNumber);
    merged.set(one.ahead.caseNumber, {
      ...(other ?? { ...one.ahead, at: one.at }),
      agencies: [...(other?.agencies ?? []), ...one.ahead.agencies],
      boards: [...(other?.boards ?? []), one.board],
    });
  }
  const page = [...merged.values()].slice(0, limit);
  return {
    cases: page,
    next: end === undefined && page.length === merged.size ? undefined : page.at(-1)?.at,
  };
}

function byPlace(one: PlacedCase, other: PlacedCase): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0;
}

/** What runs in it on a day: a report until its hearing, a filing from the day after, as on the board. */
export function runningAhead(
  { agencies, hearing }: CaseAhead,
  today: CivilDate,
): readonly (BoardDue & { readonly name: string })[] {
  const before = hearing !== undefined && hearing.date >= today;
  return agencies.flatMap(({ name, due }) =>
    due.filter((one) => countsOn(one, before)).map((one) => ({ ...one, name })),
  );
}

/** Whether of all that follow in the order nothing ends or takes place until a day, and nothing waits; `next` is a page's. */
export function isBehind(next: string, day: CivilDate): boolean {
  return !next.startsWith(WAITING) && next.slice(0, day.length) > day;
}

/** Cases of several pages, each once where it came first: a case on two boards may stand on two pages. */
export function mergedAhead(pages: readonly CaseAhead[]): readonly CaseAhead[] {
  const merged = new Map<CaseNumber, CaseAhead>();
  for (const one of pages) {
    const other = merged.get(one.caseNumber) ?? { ...one, agencies: [] };
    const more = one.agencies.filter(({ name }) => !other.agencies.some((known) => known.name === name));
    merged.set(one.caseNumber, { ...other, agencies: [...other.agencies, ...more] });
  }
  return [...merged.values()];
}

/** A unit that is late, with what, and for how many days. */
export interface LateUnit {
  readonly name: string;
  readonly reports: number;
  readonly filings: number;
  readonly duties: number;
  /** Days of the oldest. */
  readonly days: number;
}

/** Who is late with something, the longest first. */
export function lateUnits(cases: readonly CaseAhead[], today: CivilDate): readonly LateUnit[] {
  const late = cases.flatMap((one) => runningAhead(one, today)).filter(({ due }) => due < today);
  return [...Map.groupBy(late, ({ name }) => name)]
    .map(([name, own]) => ({
      name,
      reports: own.filter(({ kind }) => kind === "report").length,
      filings: own.filter(({ kind }) => kind === "filing").length,
      duties: own.filter(({ kind }) => kind !== "report" && kind !== "filing").length,
      days: Math.max(...own.map(({ due }) => daysBetween(due, today))),
    }))
    .toSorted((one, other) => other.days - one.days || (one.name < other.name ? -1 : 1));
}
