/** A ZIP archive (DOCX is one) whose bytes don't show when it was made: every entry dates from 1 January 1980. */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** DOS time 00:00:00 and date 1980-01-01, the first there is. */
const FIRST_MOMENT = 0x0021_0000;

/** Sets the dates of all entries in place and returns the archive; it has no comment of its own. */
export function withoutDates(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== END)
    throw new TypeError("not a ZIP archive as it is written here");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== ENTRY) throw new TypeError("the archive's list of entries is broken");
    view.setUint32(at + 12, FIRST_MOMENT, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_MOMENT, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}
