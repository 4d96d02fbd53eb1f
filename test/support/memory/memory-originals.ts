/** {@link Originals} in memory: addresses that say what they lead to. */
import type { Files } from "../../../shared/ports/files.ts";
import type { Originals } from "../../../shared/ports/originals.ts";

export interface MemoryOriginals extends Originals {
  /** Files that came inside archives, by their hash. */
  readonly enclosed: ReadonlyMap<string, Uint8Array>;
}

/** `inbox`: where uploads lie. */
export function memoryOriginals(inbox: Pick<Files, "read">): MemoryOriginals {
  const enclosed = new Map<string, Uint8Array>();
  const read: Originals["read"] = async ({ key, versionId, sha256, enclosed: isEnclosed }, maxBytes) => {
    if (!isEnclosed) return inbox.read(key, versionId, maxBytes);
    const bytes = enclosed.get(sha256);
    return bytes === undefined ? "missing" : bytes.length > maxBytes ? "too-large" : bytes;
  };
  return {
    enclosed,
    read,
    async size(original) {
      const bytes = await read(original, Number.MAX_SAFE_INTEGER);
      return typeof bytes === "string" ? undefined : bytes.length;
    },
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
