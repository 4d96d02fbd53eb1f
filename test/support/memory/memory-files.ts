/** The {@link Files} of a bucket in memory, with versions, held to the same contract as those on S3. */
import type { Instant } from "../../../shared/domain/time/time.ts";
import type { Files, StoredFile } from "../../../shared/ports/files.ts";

/** A bucket whose files all arrive at `now()`. */
export function memoryFiles(now: () => Instant): Files {
  const versions: { readonly file: StoredFile; readonly bytes: Uint8Array }[] = [];
  return {
    async read(key, versionId, maxBytes) {
      const found = versions.findLast(
        ({ file }) => file.key === key && (versionId === undefined || file.versionId === versionId),
      );
      if (found === undefined) return "missing";
      return found.bytes.byteLength > maxBytes ? "too-large" : found.bytes.slice();
    },
    async write(key, bytes) {
      const file = { key, versionId: `v${versions.length + 1}`, size: bytes.byteLength, at: now() };
      versions.push({ file, bytes: bytes.slice() });
    },
    async *list(prefix) {
      for (const { file } of versions) if (file.key.startsWith(prefix)) yield { ...file };
    },
  };
}
