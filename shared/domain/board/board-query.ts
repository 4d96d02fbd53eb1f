/** Asking a board: which rows, in which order, fifty at a time. Pure; the day is data. */
import { comparableName, type OrganisationName } from "../organisations/directory.ts";
import { seats } from "../organisations/seat.ts";
import { addDays, type CivilDate, daysBetween } from "../time/time.ts";
import type { BoardAgency, BoardDue, BoardFlag, BoardRow } from "./board-row.ts";

/** Rows of a page. */
export const PAGE_ROWS = 50;
/** Of what is listed beside the cases (agencies, hearings, documents) a page names so many; there are more behind the filters. */
export const MOST_NAMED = 20;
/** Hearings within so many days are coming. */
export const COMING_DAYS = 14;
/** A period that ends within so many days is due soon. */
const SOON_DAYS = 3;

/** What a row has to be. */
export type Concern =
  | "overdue"
  | "due-soon"
  /** A hearing is coming. */
  | "hearing"
  /** Its day is over, and no record has come in. */
  | "record-missing"
  | "flagged"
  | BoardFlag;

/** All that a board tells apart. */
export const CONCERNS: readonly Concern[] = [
  "overdue",
  "due-soon",
  "hearing",
  "record-missing",
  "flagged",
  "unidentified",
  "designation-open",
  "approval-pending",
  "report-returned",
  "obstacle",
  "obstacle-refused",
  "enforced",
  "orders-open",
  "attendance-review",
  "difference",
];

export type BoardSort = "hearing" | "due" | "received" | "number";

export interface BoardQuery {
  readonly state?: BoardRow["state"];
  /** Part of an agency's name. */
  readonly agency?: string;
  /** The key of its {@link Seat}. */
  readonly court?: string;
  readonly district?: string;
  readonly concern?: Concern;
  readonly sort: BoardSort;
  /** The case number the page before ended with. */
  readonly after?: string;
}

/** One page, and what the next begins after; undefined on the last. */
export interface BoardPage {
  readonly rows: readonly BoardRow[];
  readonly total: number;
  /** How many rows come before these. */
  readonly before: number;
  readonly next: string | undefined;
}

/** The rows a query asks for, all of them, in its order; `courts` are those of the directory. */
export function boardRowsOf(
  rows: readonly BoardRow[],
  query: BoardQuery,
  today: CivilDate,
  courts: readonly OrganisationName[],
): readonly BoardRow[] {
  const key = SORT_KEYS[query.sort];
  const seatOf = seats(courts);
  return rows
    .filter(
      (row) => (query.court === undefined || seatOf(row).key === query.court) && isAsked(row, query, today),
    )
    .map((row) => [`${key(row, today)} ${row.caseNumber}`, row] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, row]) => row);
}

/** The page after a case; from the beginning where that case is not among them any more. */
export function boardPage(
  rows: readonly BoardRow[],
  query: BoardQuery,
  today: CivilDate,
  courts: readonly OrganisationName[],
): BoardPage {
  const all = boardRowsOf(rows, query, today, courts);
  const before = 1 + all.findIndex(({ caseNumber }) => caseNumber === query.after);
  const page = all.slice(before, before + PAGE_ROWS);
  const more = before + PAGE_ROWS < all.length;
  return { rows: page, total: all.length, before, next: more ? page.at(-1)?.caseNumber : undefined };
}

/** Without a date last. */
const NEVER = "9999";
const SORT_KEYS: Readonly<Record<BoardSort, (row: BoardRow, today: CivilDate) => string>> = {
  hearing: ({ hearing }) => (hearing === undefined ? NEVER : `${hearing.date} ${hearing.time ?? ""}`),
  due: (row, today) => nearestDue(row, today)?.due ?? NEVER,
  received: ({ receivedOn }) => receivedOn ?? NEVER,
  number: () => "",
};

/** Whether a row is what a query asks for; its court apart, which the directory knows. */
export function isAsked(
  row: BoardRow,
  { state, agency, district, concern }: BoardQuery,
  today: CivilDate,
): boolean {
  return (
    (state === undefined || row.state === state) &&
    (district === undefined || row.agencies.some((one) => one.district === district)) &&
    (agency === undefined ||
      row.agencies.some(({ name }) => comparableName(name).includes(comparableName(agency)))) &&
    (concern === undefined || isConcerned(row, concern, today))
  );
}

/** As much of a row as its concerns follow from. */
type Concerned = Pick<BoardRow, "hearing"> & {
  readonly agencies: readonly Pick<BoardAgency, "due" | "flags">[];
};

/** Whether a row is of concern on a day. */
export function isConcerned(row: Concerned, concern: Concern, today: CivilDate): boolean {
  switch (concern) {
    case "overdue":
      return overdueOf(row, today).length > 0;
    case "due-soon":
      return runningOf(row, today).some(({ due }) => due >= today && due <= addDays(today, SOON_DAYS));
    case "hearing":
      return isComing(row, today);
    case "record-missing":
      return row.hearing !== undefined && row.hearing.date < today;
    case "flagged":
      return row.agencies.some(({ flags }) => flags.length > 0);
    default:
      return row.agencies.some(({ flags }) => flags.includes(concern));
  }
}

function isComing({ hearing }: Concerned, today: CivilDate): boolean {
  return hearing !== undefined && hearing.date >= today && daysBetween(today, hearing.date) <= COMING_DAYS;
}

/** The periods that count in a case on a day: a report's until its hearing, a filing's from the day after. */
export function runningOf<Agency extends Pick<BoardAgency, "due">>(
  { agencies, hearing }: Pick<BoardRow, "hearing"> & { readonly agencies: readonly Agency[] },
  today: CivilDate,
): readonly Running<Agency>[] {
  const before = hearing !== undefined && hearing.date >= today;
  return agencies.flatMap((agency) =>
    agency.due.filter((one) => countsOn(one, before)).map((one) => ({ ...one, agency })),
  );
}

/** Whether a period counts on a day before the hearing, or on another: what is owed beside the sittings does on any. */
export function countsOn({ kind }: BoardDue, isBeforeHearing: boolean): boolean {
  return kind === "report" ? isBeforeHearing : kind === "filing" ? !isBeforeHearing : true;
}

/** A period that runs, and whose. */
interface Running<Agency> extends BoardDue {
  readonly agency: Agency;
}

/** The period that ends first. */
export function nearestDue(row: BoardRow, today: CivilDate): BoardDue | undefined {
  return runningOf(row, today).toSorted((one, other) => (one.due < other.due ? -1 : 1))[0];
}

/** A period that is over, and whose. */
export interface Overdue<Agency = BoardAgency> extends Running<Agency> {
  readonly days: number;
}

export function overdueOf<Agency extends Pick<BoardAgency, "due">>(
  row: Pick<BoardRow, "hearing"> & { readonly agencies: readonly Agency[] },
  today: CivilDate,
): readonly Overdue<Agency>[] {
  return runningOf(row, today)
    .filter(({ due }) => due < today)
    .map((one) => ({ ...one, days: daysBetween(one.due, today) }));
}

/** The courts of these cases, each once under its key, with the name it is listed by. */
export function courtsOf(
  rows: readonly BoardRow[],
  courts: readonly OrganisationName[],
): readonly (readonly [key: string, name: string])[] {
  const seatOf = seats(courts);
  const named = new Map<string, string>();
  for (const { key, name } of rows.map(seatOf)) {
    const shown = named.get(key);
    // Where the directory doesn't know it, the shortest of the names it is written with.
    if (shown === undefined || name.length < shown.length) named.set(key, name);
  }
  return [...named].toSorted(([, one], [, other]) => (one < other ? -1 : 1));
}

/** The rows of several boards as one: a case on two of them once, as its newest version has it. */
export function mergedBoards(boards: readonly (readonly BoardRow[])[]): readonly BoardRow[] {
  const merged = new Map<string, BoardRow>();
  for (const row of boards.flat()) {
    const other = merged.get(row.caseNumber);
    if (other === undefined || row.version > other.version) merged.set(row.caseNumber, row);
    else if (row.version === other.version) {
      const agencies = [...other.agencies, ...row.agencies.filter(({ name }) => !names(other).has(name))];
      merged.set(row.caseNumber, { ...other, agencies });
    }
  }
  return [...merged.values()];
}

function names({ agencies }: BoardRow): ReadonlySet<string> {
  return new Set(agencies.map(({ name }) => name));
}
