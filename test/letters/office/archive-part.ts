/** One entry of an archive (DOCX and XLSX are some) as text. */
import { openZip, zipContent, zipEntries } from "../../../shared/documents/formats/zip-entries.ts";

/** Throws where the archive has no such entry. */
export async function archivePart(archive: Uint8Array, name: string): Promise<string> {
  const zip = await openZip(archive);
  for await (const entry of zipEntries(zip)) {
    if (entry.fileName !== name) continue;
    return Buffer.concat(await Array.fromAsync(await zipContent(zip, entry))).toString("utf8");
  }
  throw new RangeError(`no ${name} in the archive`);
}
