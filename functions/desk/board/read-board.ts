/** Everything a bureau's board shows, read without a scan: its open cases, what waits for it, and the month's figures. */

import { type ComingHearings, comingInDiaries, comingOf } from "../../../shared/casework/coming-hearings.ts";
import { asOne, openRows } from "../../../shared/casework/open-rows.ts";
import {
  type AreaFigures,
  areaNamed,
  MOST_READ,
  type MonthFigures,
  monthFigures,
  type OpenFigures,
  openFigures,
} from "../../../shared/domain/board/board-figures.ts";
import type { BoardRow } from "../../../shared/domain/board/board-row.ts";
import type { WaitingReview } from "../../../shared/domain/document.ts";
import {
  lookup,
  type Organisation,
  type OrganisationName,
} from "../../../shared/domain/organisations/directory.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { civilDateAt, type Instant, monthOf } from "../../../shared/domain/time/time.ts";
import type { FailedAddress } from "../../../shared/ports/directory.ts";
import type { DeskPorts } from "../frame/room.ts";
import { type Scope, scopeOf } from "../programme/whose-programme.ts";

export interface BoardScope extends Scope {
  readonly bureau: Organisation;
  /** The bureaus whose boards it sees, itself first. */
  readonly bureaus: readonly Organisation[];
  /** All courts of the directory. */
  readonly courts: readonly OrganisationName[];
}

export interface Board {
  /** All open cases; undefined where they are more than a page can read. */
  readonly rows: readonly BoardRow[] | undefined;
  /** Counted now, or at `countedAt`; undefined where they are many and haven't been counted. */
  readonly cases: OpenFigures | undefined;
  readonly month: MonthFigures | undefined;
  /** When those figures were counted that aren't of now. */
  readonly countedAt: Instant | undefined;
  readonly hearings: ComingHearings;
  /** Those of the bureau first, then of the others, of each the oldest first. */
  readonly reviews: readonly (WaitingReview & { readonly bureau: Organisation })[];
  /** Of some bureau there are more than were read. */
  readonly moreReviews: boolean;
  readonly addresses: readonly FailedAddress[];
}

/** Documents that wait, of each bureau: a page names few of them, and counts so many. */
const MOST_REVIEWS = 200;

/** What a link's bureau may see; undefined where it is none any more. */
export async function boardScope(
  ports: DeskPorts,
  recipient: Organisation["id"],
): Promise<BoardScope | undefined> {
  const [bureau, scope, courts] = await Promise.all([
    ports.directory.organisation(recipient),
    scopeOf(ports, recipient),
    ports.directory.names("court"),
  ]);
  if (bureau === undefined || scope === undefined) return undefined;
  const others =
    scope.seen.length === 1
      ? []
      : (await ports.directory.find(lookup.kind("bureau"))).filter(({ id }) => id !== bureau.id);
  return { ...scope, bureau, bureaus: [bureau, ...others], courts };
}

/** The boards on which the cases stand that it sees. */
export function boardsOf({ bureaus }: Pick<BoardScope, "bureaus">): readonly string[] {
  return [...new Set(bureaus.map(({ jurisdiction }) => jurisdiction))];
}

/** All open cases; undefined where they are more than {@link MOST_READ}, which the figures kept of them say beforehand. */
export async function openCases(
  { records }: Pick<DeskPorts, "records">,
  scope: Pick<BoardScope, "bureaus">,
  kept: AreaFigures | undefined,
): Promise<readonly BoardRow[] | undefined> {
  if (kept !== undefined && kept.cases.open > MOST_READ) return undefined;
  const rows: BoardRow[] = [];
  for await (const together of openRows(records, boardsOf(scope))) {
    if (rows.length === MOST_READ) return undefined;
    rows.push(asOne(together));
  }
  return rows;
}

/** What was counted of all that it sees. */
export function figuresKept(
  { operations }: Pick<DeskPorts, "operations">,
  { seen }: Pick<BoardScope, "seen">,
): Promise<AreaFigures | undefined> {
  return operations.figures(areaNamed(seen));
}

export async function readBoard(ports: DeskPorts, scope: BoardScope): Promise<Board> {
  const { records, directory } = ports;
  const today = civilDateAt(ports.now());
  const kept = await figuresKept(ports, scope);
  const [rows, reviews, addresses, month] = await Promise.all([
    openCases(ports, scope, kept),
    Promise.all(scope.bureaus.map((bureau) => reviewsOf(records, bureau))),
    Promise.all(scope.seen.map((area) => directory.failedAddresses(area))),
    monthNow(ports, scope, kept),
  ]);
  const isOfNow = rows !== undefined && month !== undefined;
  return {
    rows,
    cases: rows === undefined ? kept?.cases : openFigures(rows, today),
    month: month ?? kept?.month,
    countedAt: isOfNow ? undefined : kept?.at,
    hearings:
      rows === undefined
        ? await comingInDiaries(records, scope.bureaus, today, kept?.cases.concerns.hearing)
        : comingOf(rows, today),
    reviews: reviews.flat(),
    moreReviews: reviews.some(({ length }) => length === MOST_REVIEWS),
    addresses: addresses.flat(),
  };
}

async function reviewsOf(records: DeskPorts["records"], bureau: Organisation): Promise<Board["reviews"]> {
  const waiting: Board["reviews"][number][] = [];
  for await (const one of records.reviews(bureau.id, MOST_REVIEWS))
    if (waiting.push({ ...one, bureau }) === MOST_REVIEWS) break;
  return waiting;
}

/** The month by its rows; undefined where the city has more of them than are read for a page. */
async function monthNow(
  { records, rules, now }: DeskPorts,
  { own, seen }: BoardScope,
  kept: AreaFigures | undefined,
): Promise<MonthFigures | undefined> {
  const today = civilDateAt(now());
  const month = monthOf(today);
  if (kept !== undefined && kept.month.month === month && kept.rows > MOST_READ) return undefined;
  const rows: StatisticsRow[] = [];
  let read = 0;
  for await (const row of records.monthRows(rules.policy.jurisdiction.code, month)) {
    if (++read > MOST_READ) return undefined;
    if (seen.length > 1 || row.jurisdiction === own) rows.push(row);
  }
  return monthFigures(rows, { today, counting: rules.policy.counting });
}
