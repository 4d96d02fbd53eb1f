/** Everything a bureau's board shows, read without a scan: its open cases, what waits for it, and the month's rows. */
import { mergedBoards } from "../../../shared/domain/board/board-query.ts";
import type { BoardRow } from "../../../shared/domain/board/board-row.ts";
import type { WaitingReview } from "../../../shared/domain/document.ts";
import { lookup, type Organisation } from "../../../shared/domain/organisations/directory.ts";
import type { CountingPolicy } from "../../../shared/domain/policy.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { civilDateAt, monthOf } from "../../../shared/domain/time/time.ts";
import type { FailedAddress } from "../../../shared/ports/directory.ts";
import type { DeskPorts } from "../frame/room.ts";
import { type Scope, scopeOf } from "../programme/whose-programme.ts";

export interface BoardScope extends Scope {
  readonly bureau: Organisation;
  /** The bureaus whose boards it sees, itself first. */
  readonly bureaus: readonly Organisation[];
  /** All courts of the directory. */
  readonly courts: readonly Organisation[];
}

export interface Board {
  /** Open cases. */
  readonly rows: readonly BoardRow[];
  readonly reviews: readonly (WaitingReview & { readonly bureau: Organisation })[];
  readonly addresses: readonly FailedAddress[];
  /** What was heard this month, in its own district or in the whole city. */
  readonly heard: readonly StatisticsRow[];
  readonly counting: CountingPolicy;
}

/** What a link's bureau may see; undefined where it is none any more. */
export async function boardScope(
  ports: DeskPorts,
  recipient: Organisation["id"],
): Promise<BoardScope | undefined> {
  const [bureau, scope, courts] = await Promise.all([
    ports.directory.organisation(recipient),
    scopeOf(ports, recipient),
    ports.directory.find(lookup.kind("court")),
  ]);
  if (bureau === undefined || scope === undefined) return undefined;
  const others =
    scope.seen.length === 1
      ? []
      : (await ports.directory.find(lookup.kind("bureau"))).filter(({ id }) => id !== bureau.id);
  return { ...scope, bureau, bureaus: [bureau, ...others], courts };
}

export async function openCases(
  { records }: Pick<DeskPorts, "records">,
  { bureaus }: BoardScope,
): Promise<readonly BoardRow[]> {
  const boards = [...new Set(bureaus.map(({ jurisdiction }) => jurisdiction))];
  return mergedBoards(await Promise.all(boards.map((board) => Array.fromAsync(records.board(board)))));
}

export async function readBoard(ports: DeskPorts, scope: BoardScope): Promise<Board> {
  const { records, directory, rules } = ports;
  const month = monthOf(civilDateAt(ports.now()));
  const [rows, reviews, addresses, heard] = await Promise.all([
    openCases(ports, scope),
    Promise.all(
      scope.bureaus.map((bureau) =>
        Array.fromAsync(records.reviews(bureau.id), (one) => ({ ...one, bureau })),
      ),
    ),
    Promise.all(scope.seen.map((area) => directory.failedAddresses(area))),
    Array.fromAsync(records.monthRows(rules.policy.jurisdiction.code, month)),
  ]);
  const whole = scope.seen.length > 1;
  return {
    rows,
    reviews: reviews.flat(),
    addresses: addresses.flat(),
    counting: rules.policy.counting,
    heard: whole ? heard : heard.filter(({ jurisdiction }) => jurisdiction === scope.own),
  };
}
