/**
 * One page of a board of more open cases than can be read: they are walked through in an order the table has (what waits and what is
 * due first, or by number), until the page is full or enough has been looked at; then the reader may go on from there. What belongs to
 * one court or one agency is looked for among its own cases.
 */
import { asOne, casesByDay, openRows } from "../../../shared/casework/open-rows.ts";
import {
  type BoardQuery,
  COMING_DAYS,
  type Concern,
  isAsked,
  isConcerned,
  mergedBoards,
} from "../../../shared/domain/board/board-query.ts";
import { type BoardRow, organisationBoard } from "../../../shared/domain/board/board-row.ts";
import { type CaseOnBoards, isBehind } from "../../../shared/domain/board/case-ahead.ts";
import {
  lookup,
  type OrganisationId,
  type OrganisationName,
} from "../../../shared/domain/organisations/directory.ts";
import { organisationsNamed } from "../../../shared/domain/search/search-query.ts";
import { searchable } from "../../../shared/domain/search/search-terms.ts";
import { addDays, type CivilDate } from "../../../shared/domain/time/time.ts";
import type { DeskPorts } from "../frame/room.ts";
import { type BoardScope, boardsOf } from "./read-board.ts";

/** Cases looked at for one page, of which few may be what is asked for. */
const MOST_LOOKED = 1_000;
/** As many agencies of a name are looked for; a longer part of the name tells them apart. */
const MOST_AGENCIES = 5;

/** A page, and where the next begins; undefined where nothing follows. */
export interface ManyCases {
  readonly rows: readonly BoardRow[];
  readonly next: string | undefined;
  /** What was looked at was not all, and held fewer than a page: there may be more behind it. */
  readonly stopped: boolean;
  /** In which order. */
  readonly by: "day" | "number";
  /** More agencies than are looked for have the name that was asked; nothing was looked for. */
  readonly named?: number;
}

type Reading = Pick<DeskPorts, "records" | "directory">;

/** The page of what is asked for; `most` rows of it. */
export async function manyCases(
  ports: Reading,
  scope: BoardScope,
  query: BoardQuery,
  today: CivilDate,
  most: number,
): Promise<ManyCases> {
  const boards = boardsOf(scope).filter((one) => query.district === undefined || one === query.district);
  const agencies = query.agency === undefined ? [] : await agenciesNamed(ports, query.agency);
  if (agencies.length > MOST_AGENCIES)
    return { rows: [], next: undefined, stopped: false, by: "number", named: agencies.length };
  const own = query.court === undefined ? agencies.map(({ id }) => id) : [query.court as OrganisationId];
  if (own.length > 0) return ofOrganisations(ports, own, boards, query, today, most);
  const byNumber = query.state !== undefined || query.agency !== undefined || query.sort === "number";
  return byNumber
    ? walked(openRows(ports.records, boards, { after: numberIn(query) }), query, today, most)
    : ofDays(ports, boards, query, today, most);
}

/** The agencies that may be meant: of that very name, else all in whose name it is. */
async function agenciesNamed(
  { directory }: Reading,
  asked: string,
): Promise<readonly Pick<OrganisationName, "id">[]> {
  const exact = await directory.find(lookup.name(asked));
  if (exact.length > 0) return exact;
  const all = await Promise.all((["agency", "government"] as const).map((kind) => directory.names(kind)));
  return organisationsNamed(searchable(asked), all.flat());
}

/** Cases of courts or agencies, as far as they stand on these boards. */
async function ofOrganisations(
  { records }: Reading,
  own: readonly OrganisationId[],
  boards: readonly string[],
  query: BoardQuery,
  today: CivilDate,
  most: number,
): Promise<ManyCases> {
  const walk = openRows(records, own.map(organisationBoard), { after: numberIn(query), some: 100 });
  const isSeen = (row: BoardRow) => row.boards?.some((one) => boards.includes(one)) === true;
  return walked(walk, query, today, most, isSeen);
}

/** By number, until the page is full. */
async function walked(
  walk: ReturnType<typeof openRows>,
  query: BoardQuery,
  today: CivilDate,
  most: number,
  isSeen: (row: BoardRow) => boolean = () => true,
): Promise<ManyCases> {
  const rows: BoardRow[] = [];
  let looked = 0;
  let last: string | undefined;
  for await (const together of walk) {
    if (rows.length === most || looked === MOST_LOOKED)
      return { rows, next: last, stopped: rows.length < most, by: "number" };
    looked += 1;
    const row = asOne(together);
    last = row.caseNumber;
    if (isSeen(row) && isAsked(row, query, today)) rows.push(row);
  }
  return { rows, next: undefined, stopped: false, by: "number" };
}

/** By what waits and what is due first, until the page is full or nothing can follow that is of the concern. */
async function ofDays(
  { records }: Reading,
  boards: readonly string[],
  query: BoardQuery,
  today: CivilDate,
  most: number,
): Promise<ManyCases> {
  const { concern, after } = query;
  const found: CaseOnBoards[] = [];
  let looked = 0;
  let last: string | undefined;
  let rest: Pick<ManyCases, "next" | "stopped"> = { next: undefined, stopped: false };
  const from = after !== undefined && PLACE.test(after) ? after : undefined;
  const until = concern === undefined ? undefined : UNTIL[concern]?.(today);
  for await (const together of casesByDay(records, boards, { after: from, some: most })) {
    if (until !== undefined && isBehind(together[0].at, until)) break;
    if (found.length === most || looked === MOST_LOOKED) {
      rest = { next: last, stopped: found.length < most };
      break;
    }
    looked += 1;
    last = together[0].at;
    const agencies = together.flatMap((one) => one.agencies);
    const isOne = concern === undefined || isConcerned({ ...together[0], agencies }, concern, today);
    if (isOne) found.push({ ...together[0], boards: together.flatMap((one) => one.boards) });
  }
  const asked = found.flatMap(({ caseNumber, boards: its }) => its.map((board) => ({ board, caseNumber })));
  const rows = mergedBoards([await records.openRows(asked)]);
  // A row is newer than its place may be, and a board has agencies of districts without one.
  return { rows: rows.filter((row) => isAsked(row, query, today)), ...rest, by: "day" };
}

/** A place in the order of days, as {@link casesByDay} has it. */
const PLACE = /^!?\d{4}-\d{2}-\d{2}#/;

/** Of these nothing stands behind a day in that order. */
const UNTIL: Readonly<Partial<Record<Concern, (today: CivilDate) => CivilDate>>> = {
  overdue: (today) => today,
  "record-missing": (today) => today,
  "due-soon": (today) => addDays(today, COMING_DAYS),
  hearing: (today) => addDays(today, COMING_DAYS),
};

function numberIn({ after }: BoardQuery): string | undefined {
  return after?.startsWith("（") ? after : undefined;
}
