/** What is in a ZIP archive, as a reader of its own (yauzl) finds it: bytes by path, in the archive's order. */
import { fromBufferPromise } from "yauzl";

export async function unzipped(zip: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const archive = await fromBufferPromise(Buffer.from(zip));
  for await (const entry of archive.eachEntry()) {
    const parts: Uint8Array[] = [];
    for await (const part of await archive.openReadStreamPromise(entry)) parts.push(part as Uint8Array);
    files.set(entry.fileName, new Uint8Array(Buffer.concat(parts)));
  }
  return files;
}
