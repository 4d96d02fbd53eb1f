/** The entries of a ZIP file, one after the other, as async iteration over yauzl. */
import { crc32 } from "node:zlib";
import { type Entry, fromBuffer, type Options, type ZipFile } from "yauzl";

/**
 * Opens a ZIP in memory. Sizes that differ from those declared are errors of reading. With `rawNames` the names stay
 * bytes, for whoever must find out their encoding, and are not checked. Throws where it is no ZIP.
 */
export function openZip(bytes: Uint8Array, { rawNames = false } = {}): Promise<ZipFile> {
  const { promise, resolve, reject } = Promise.withResolvers<ZipFile>();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const options: Options = { lazyEntries: true, validateEntrySizes: true, decodeStrings: !rawNames };
  fromBuffer(buffer, options, (error, zip) => (error ? reject(error) : resolve(zip)));
  return promise;
}

/** The entries in the directory's order; throws at the first that is damaged. */
export async function* zipEntries(zip: ZipFile): AsyncGenerator<Entry> {
  while (true) {
    const { promise, resolve, reject } = Promise.withResolvers<Entry | undefined>();
    zip.once("entry", resolve);
    zip.once("end", () => resolve(undefined));
    zip.once("error", reject);
    zip.readEntry();
    const entry = await promise;
    zip.removeAllListeners("entry").removeAllListeners("end").removeAllListeners("error");
    if (entry === undefined) return;
    yield entry;
  }
}

/** An entry's content, unpacked as it is read; throws at its end where it isn't what was packed. */
export async function zipContent(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  const { promise, resolve, reject } = Promise.withResolvers<AsyncIterable<Buffer>>();
  zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  return asPacked(await promise, entry);
}

/** By its checksum, which the library doesn't look at: a bit that a bad disk turned is another character of a name. */
async function* asPacked(content: AsyncIterable<Buffer>, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const chunk of content) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw new Error(`${entry.fileName} doesn't fit its checksum`);
}
