/** Into which transactions do the writes of a change go? One, where it holds them; what needn't be written with the rest goes in others. */
import type { TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { ChangeTooLarge } from "../../ports/change.ts";
import { itemBytes, MOST_BYTES } from "./item-size.ts";

export type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** One write of a transaction. */
export interface Write {
  readonly item: TransactItem;
  /**
   * What it would put is identified by its key alone, so that one that is there already is as good as written: a notice,
   * a waiting line. It must not hold up what else was decided.
   */
  readonly repeatable: boolean;
  /** It may be written apart from the rest, where no transaction holds all: the lower, the sooner. */
  readonly apart?: Apart;
}

/** What is shown of a case follows from it and is written again with it; a notice is told from others by its key. */
type Apart = (typeof APART)[keyof typeof APART];
export const APART = { shown: 1, notice: 2 } as const;

/** What one transaction takes. */
export const MOST_ITEMS = 100;
/** Of a part with what may be apart: so much, packed, one item holds, and with it stands what it has done. */
const PART = { items: 90, bytes: 350_000 } as const;

/** A change as transactions: what must be written together, and parts of the rest, what is shown before letters; none where one holds all. */
export interface Plan {
  readonly together: readonly Write[];
  readonly parts: readonly (readonly Write[])[];
}

/** The transactions of some writes. Throws {@link ChangeTooLarge} where what must be together is too much for one, or an item for itself. */
export function inTransactions(writes: readonly Write[]): Plan {
  const together = writes.filter(({ apart }) => apart === undefined);
  const rest = writes
    .filter(({ apart }) => apart !== undefined)
    .toSorted((one, other) => (one.apart ?? 0) - (other.apart ?? 0));
  mustFit(together);
  for (const { item } of rest) mustFitItem(item);
  const all = [...together, ...rest];
  const bytes = bytesOf(all);
  if (all.length <= MOST_ITEMS && bytes <= MOST_BYTES.transaction) return { together: all, parts: [] };
  // As much as there is room for, beside one item for each part, goes with the first: it is written once.
  const parts = Math.ceil(rest.length / PART.items) + 2 * Math.ceil(bytesOf(rest) / PART.bytes);
  const room = bytes > MOST_BYTES.transaction ? 0 : Math.max(0, MOST_ITEMS - together.length - parts);
  return { together: [...together, ...rest.slice(0, room)], parts: inParts(rest.slice(room)) };
}

function inParts(rest: readonly Write[]): readonly (readonly Write[])[] {
  const parts: Write[][] = [];
  let bytes = 0;
  for (const write of rest) {
    const more = itemBytesOf(write.item);
    const open = parts.at(-1);
    if (open === undefined || open.length === PART.items || bytes + more > PART.bytes) {
      parts.push([write]);
      bytes = more;
    } else {
      open.push(write);
      bytes += more;
    }
  }
  return parts;
}

/** Throws {@link ChangeTooLarge} where no transaction holds these, or an item is too large for itself. */
export function mustFit(writes: readonly Write[]): void {
  const bytes = bytesOf(writes);
  if (writes.length > MOST_ITEMS || bytes > MOST_BYTES.transaction)
    throw new ChangeTooLarge(
      `${writes.length} items of ${bytes} bytes must be written together: one transaction has ${MOST_ITEMS} of ${MOST_BYTES.transaction}`,
    );
  for (const { item } of writes) mustFitItem(item);
}

function mustFitItem(item: TransactItem): void {
  const bytes = itemBytesOf(item);
  if (bytes > MOST_BYTES.item)
    throw new ChangeTooLarge(
      `an item (${item.Put?.Item?.entity}) of ${bytes} bytes: it has ${MOST_BYTES.item} at most`,
    );
}

function bytesOf(writes: readonly Write[]): number {
  return writes.reduce((sum, { item }) => sum + itemBytesOf(item), 0);
}

function itemBytesOf({ Put }: TransactItem): number {
  return Put?.Item === undefined ? 0 : itemBytes(Put.Item);
}
