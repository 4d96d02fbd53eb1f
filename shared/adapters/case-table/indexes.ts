/**
 * The attributes by which the four indexes find items; an item without them is not in the index.
 *
 * `due` (duePartition, dueAt): what must be looked at by when: a case's next action, a notice's release, retry
 * or lease, a waiting line's digest, a court's duty. `month` (monthPartition, caseNumber): the cases heard in a month.
 * `docket` (docketPartition, caseNumber): the open cases, and those closed in a month.
 * `board` (boardPartition, boardSort): what a bureau must see to, with a `listing` of it: documents that wait for a
 * person, organisations whose address refused mail, cases that name an agency nobody knows, open cases by what comes
 * first; who has signed in, and what came from each folder; notices that did not arrive, without a listing.
 */
import { createHash } from "node:crypto";
import type { CaseNumber } from "../../domain/court/case-number.ts";
import type { OrganisationId } from "../../domain/organisations/directory.ts";
import { inboxFolderIn } from "../../domain/organisations/inbox-folder.ts";
import type { Docket } from "../../domain/statistics/statistics-row.ts";
import type { Instant, Month } from "../../domain/time/time.ts";
import type { ItemKey } from "./keys.ts";

/** Into how many partitions what is due is spread, so that a province's morning is no single one's to write. */
const DUE_SHARDS = 8;

/** Attributes of an item that must be looked at at an instant; none where nothing is due. */
export function dueAt(
  jurisdiction: string,
  { pk }: Pick<ItemKey, "pk">,
  at: Instant | undefined,
): Record<string, string> {
  if (at === undefined) return {};
  if (jurisdiction === "") throw new TypeError("who writes what is due must know its jurisdiction");
  return { duePartition: dueShard(jurisdiction, shardOf(pk)), dueAt: at };
}

/**
 * Where what is due in a jurisdiction lies. The first is where all of it lay before it was spread: an item moves when it is next
 * written, and is found until then.
 */
export function duePartitions(jurisdiction: string): readonly string[] {
  return [jurisdiction, ...Array.from({ length: DUE_SHARDS }, (_, shard) => dueShard(jurisdiction, shard))];
}

function dueShard(jurisdiction: string, shard: number): string {
  return `${jurisdiction}#${shard}`;
}

/** All items of a case in one. */
function shardOf(pk: string): number {
  return (createHash("sha256").update(pk).digest()[0] ?? 0) % DUE_SHARDS;
}

/** Attributes of a case that counts to a month; none while it counts to none. */
export function inMonth(
  jurisdiction: string,
  month: Month | undefined,
  caseNumber: CaseNumber,
): Record<string, string> {
  return month === undefined ? {} : { monthPartition: monthPartition(jurisdiction, month), caseNumber };
}

/** Attributes of a case by when it was closed, or with the open ones; none of what has no rows. */
export function onDocket(
  jurisdiction: string,
  docket: Docket | undefined,
  caseNumber: CaseNumber,
): Record<string, string> {
  return docket === undefined ? {} : { docketPartition: docketPartition(jurisdiction, docket), caseNumber };
}

/** Attributes of something a board lists; none while there is nothing to see to. */
export function onBoard(
  partition: string,
  sort: string,
  listing: object | undefined,
): Record<string, string> {
  if (listing === undefined) return {};
  return { boardPartition: partition, boardSort: sort, listing: JSON.stringify(listing) };
}

/** The documents that wait for one bureau. */
export function reviewPartition(bureau: OrganisationId): string {
  return `review#${bureau}`;
}

/** The organisations of a jurisdiction with an address that refused mail. */
export function addressPartition(jurisdiction: string): string {
  return `address#${jurisdiction}`;
}

/** The uploads of one folder: whose a file is shows in the first two parts of its key, `courts/1302`. */
export function uploadPartition(key: string): string {
  return `upload#${inboxFolderIn(key)}`;
}

/** Who has signed in. */
export function sessionPartition(jurisdiction: string): string {
  return `session#${jurisdiction}`;
}

/** The open cases of a bureau's board, by what comes first. */
export function aheadPartition(board: string): string {
  return `ahead#${board}`;
}

/** The notices that did not arrive, by when that was known. */
export function lostPartition(jurisdiction: string): string {
  return `lost#${jurisdiction}`;
}

/** The cases that wait for a name. */
export function unknownPartition(jurisdiction: string): string {
  return `unknown#${jurisdiction}`;
}

export function monthPartition(jurisdiction: string, month: Month): string {
  return `${month}#${jurisdiction}`;
}

export function docketPartition(jurisdiction: string, docket: Docket): string {
  return `${docket}#${jurisdiction}`;
}
