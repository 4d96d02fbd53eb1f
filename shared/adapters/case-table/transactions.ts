/** Into which transactions do the writes of a change go? One, where it holds them; what may go ahead goes in others before it. */
import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { ChangeTooLarge } from "../../ports/change.ts";
import { itemBytes, MOST_BYTES } from "./item-size.ts";

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** One write of a transaction. */
export interface Write {
  readonly item: TransactItem;
  /**
   * What it would put is identified by its key alone, so that one that is there already is as good as written: a notice,
   * a waiting line. It must not hold up what else was decided.
   */
  readonly repeatable: boolean;
  /** It may be written before the rest, where no transaction holds all: the lower, the sooner. */
  readonly ahead?: Ahead;
}

/** What is shown of a case follows from it and is written again with it; a notice is told from others by its key. */
type Ahead = (typeof AHEAD)[keyof typeof AHEAD];
export const AHEAD = { shown: 1, notice: 2 } as const;

/** What one transaction takes. */
export const MOST_ITEMS = 100;

/**
 * The transactions of some writes: one, where it holds them. The last has all that must be written together, and as much of
 * the rest as goes with it; each that goes ahead of it begins with `guards`. Throws {@link ChangeTooLarge} where that is too much
 * for one, or an item for itself.
 */
export function inTransactions(
  writes: readonly Write[],
  guards: readonly Write[] = [],
): readonly (readonly Write[])[] {
  const together = writes.filter(({ ahead }) => ahead === undefined);
  const last = transaction(together);
  mustFit(last);
  const before: Transaction[] = [];
  const may = writes
    .filter(({ ahead }) => ahead !== undefined)
    .toSorted((one, other) => (one.ahead ?? 0) - (other.ahead ?? 0));
  // From the end: what is shown goes before letters.
  for (const write of may.toReversed()) {
    mustFitItem(write.item);
    const open = before.length === 0 && hasRoom(last, write) ? last : before[0];
    if (open !== undefined && hasRoom(open, write)) add(open, write);
    else before.unshift(transaction([...guards, write]));
  }
  return [...before, last].map((one) => one.writes);
}

interface Transaction {
  readonly writes: Write[];
  bytes: number;
}

function transaction(writes: readonly Write[]): Transaction {
  return { writes: [...writes], bytes: writes.reduce((sum, { item }) => sum + bytesOf(item), 0) };
}

function hasRoom({ writes, bytes }: Transaction, { item }: Write): boolean {
  return writes.length < MOST_ITEMS && bytes + bytesOf(item) <= MOST_BYTES.transaction;
}

function add(to: Transaction, write: Write): void {
  to.writes.push(write);
  to.bytes += bytesOf(write.item);
}

function mustFit({ writes, bytes }: Transaction): void {
  if (writes.length > MOST_ITEMS || bytes > MOST_BYTES.transaction)
    throw new ChangeTooLarge(
      `${writes.length} items of ${bytes} bytes must be written together: one transaction has ${MOST_ITEMS} of ${MOST_BYTES.transaction}`,
    );
  for (const { item } of writes) mustFitItem(item);
}

function mustFitItem(item: TransactItem): void {
  const bytes = bytesOf(item);
  if (bytes > MOST_BYTES.item)
    throw new ChangeTooLarge(
      `an item (${item.Put?.Item?.entity}) of ${bytes} bytes: it has ${MOST_BYTES.item} at most`,
    );
}

function bytesOf({ Put }: TransactItem): number {
  return Put?.Item === undefined ? 0 : itemBytes(Put.Item);
}
