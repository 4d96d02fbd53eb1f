/** Which names are in a ZIP file? Enough to tell DOCX, XLSX, OFD and archives apart without unpacking. */

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_SIZE = 22;
const MOST_NAMES = 5000;

/**
 * The names in a ZIP file's central directory, without unpacking anything; what stands behind damage is left
 * out. Only for telling formats apart: the readers themselves go through {@link openZip}.
 */
export function unzippedNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  const end = endOfDirectory(view);
  if (end === undefined) return names;
  let at = view.getUint32(end + 16, true);
  while (
    names.length < MOST_NAMES &&
    at + 46 <= view.byteLength &&
    view.getUint32(at, true) === DIRECTORY_ENTRY
  ) {
    const length = view.getUint16(at + 28, true);
    names.push(Buffer.from(bytes.subarray(at + 46, at + 46 + length)).toString("utf8"));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return undefined;
}
