/** Are two notices the same? What says the same has the same identity, so that nothing is sent twice. */

declare const brand: unique symbol;

/** Identifies a notice; upper-case letters, digits and `-`, fit for a mail tag. */
export type NoticeId = string & { readonly [brand]: "NoticeId" };

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The identity of what a notice says: the same parts give the same id. FNV-1a over the parts, twice with
 * different seeds: 64 bits, ample for telling the notices of one case apart.
 */
export function noticeId(...parts: readonly string[]): NoticeId {
  const text = parts.join("\u001f");
  const fnv = (seed: number) => {
    let hash = seed;
    for (let index = 0; index < text.length; index++)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    return hash >>> 0;
  };
  let bits = (BigInt(fnv(0x811c9dc5)) << 32n) | BigInt(fnv(0x1b873593));
  let id = "";
  for (let index = 0; index < 13; index++) {
    id = ALPHABET[Number(bits & 31n)] + id;
    bits >>= 5n;
  }
  return id as NoticeId;
}
