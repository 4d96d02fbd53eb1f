/**
 * The body of an item, packed (deflate): a write is paid for by the kilobyte, and JSON of case files, events and notices shrinks
 * to a half or a third. What conditions, filters and indexes look at lies beside it as it is.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { ChangeTooLarge } from "../../ports/change.ts";
import { UnreadableItem } from "./faults.ts";
import type { StoredItem } from "./upcast/upcaster.ts";

/** What a body may have before it is packed: far beyond what an item of 400 KB holds. */
const MOST_BYTES = 32 * 1024 * 1024;

/** An item's attributes with some of them packed. Throws {@link ChangeTooLarge} of what could not be unpacked again. */
export function packed(
  attributes: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  const packs = names.map((name) => {
    const body = Buffer.from(JSON.stringify(attributes[name]));
    if (body.length > MOST_BYTES)
      throw new ChangeTooLarge(`an item (${name}) of ${body.length} bytes before it is packed`);
    return [name, deflateRawSync(body)];
  });
  return { ...attributes, ...Object.fromEntries(packs) };
}

/** The item as it was before it was packed; one that never was is left as it is. Throws {@link UnreadableItem}. */
export function unpacked(item: StoredItem, names: readonly string[]): StoredItem {
  const packs = names.filter((name) => item[name] instanceof Uint8Array);
  if (packs.length === 0) return item;
  try {
    const bodies = packs.map((name) => [
      name,
      JSON.parse(String(inflateRawSync(item[name] as Uint8Array, { maxOutputLength: MOST_BYTES }))),
    ]);
    return { ...item, ...Object.fromEntries(bodies) };
  } catch {
    throw new UnreadableItem(
      { pk: String(item.pk), sk: String(item.sk) },
      "is packed in a way that is not known",
    );
  }
}
