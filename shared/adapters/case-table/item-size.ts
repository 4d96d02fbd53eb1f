/** How many bytes does an item have, as DynamoDB counts them? @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html */

/** What one item may have, and all of a transaction together. */
export const MOST_BYTES = { item: 400 * 1024, transaction: 4 * 1024 * 1024 } as const;

/** The bytes of an item's attributes, names and values. */
export function itemBytes(item: Readonly<Record<string, unknown>>): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + valueBytes(value), 0);
}

function valueBytes(value: unknown): number {
  if (typeof value === "string") return utf8(value);
  // Two digits a byte, and one for sign and exponent.
  if (typeof value === "number") return 1 + Math.ceil(String(value).length / 2);
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + 1 + valueBytes(one), 3);
  if (typeof value === "object" && value !== null)
    return 3 + Object.keys(value).length + itemBytes(value as Record<string, unknown>);
  return value === undefined ? 0 : 1;
}

function utf8(text: string): number {
  return Buffer.byteLength(text);
}
