/** How does deciding the same thing twice come to the same identity? It follows from what is said, and from nothing else. */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * Thirteen upper-case letters and digits (Crockford's base 32, without I, L, O and U) that follow from the parts. FNV-1a
 * over them, twice with different seeds: 64 bits, ample for telling apart what belongs to one case or one year.
 */
export function identityOf(...parts: readonly string[]): string {
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
  return id;
}
