/** {@link Originals} in memory: addresses that say what they lead to. */
import type { Originals } from "../../../shared/ports/originals.ts";

export interface MemoryOriginals extends Originals {
  /** Files that came inside archives, by their hash. */
  readonly enclosed: ReadonlyMap<string, Uint8Array>;
}

export function memoryOriginals(): MemoryOriginals {
  const enclosed = new Map<string, Uint8Array>();
  return {
    enclosed,
    async keepEnclosed(bytes, sha256) {
      enclosed.set(sha256, bytes.slice());
    },
    async address({ key, versionId, sha256, enclosed: isEnclosed }, { name, contentType }) {
      const place = isEnclosed ? `records/${sha256}` : `inbox/${encodeURIComponent(key)}`;
      const query = new URLSearchParams({ name, contentType, ...(!isEnclosed && { versionId }) });
      return `https://originals.example.org/${place}?${query}`;
    },
  };
}
