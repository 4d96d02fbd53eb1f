/** What is in the parts of a ZIP-based file that a reader asks for? */
import { openZip, zipContent, zipEntries } from "./zip-entries.ts";

/**
 * The entries of a ZIP that are wanted, by their path in small letters without a slash in front. Only for files whose
 * size the guard has bounded.
 */
export async function zipParts(
  bytes: Uint8Array,
  isWanted: (path: string) => boolean,
): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await openZip(bytes);
  try {
    const parts = new Map<string, Buffer>();
    for await (const entry of zipEntries(zip)) {
      const path = entry.fileName.replace(/^\/+/, "").toLowerCase();
      if (isWanted(path)) parts.set(path, Buffer.concat(await Array.fromAsync(await zipContent(zip, entry))));
    }
    return parts;
  } finally {
    zip.close();
  }
}
