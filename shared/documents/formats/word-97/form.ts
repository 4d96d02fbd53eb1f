/** What a Word 97 file keeps beside its text: names of fonts, and what the boxes and lists of a form are set to. */
import { PLACE, type Word97File } from "./file.ts";

const FONT_NAME_AT = 40;
/** Before a form field's settings in the data stream ([MS-DOC] 2.9.78, 2.9.157). */
const SETTINGS_AT = 4;
const UNDECIDED = 25;

/** Fonts by their number ([MS-DOC] 2.9.286). */
export function fontNames(file: Word97File): readonly string[] {
  const table = file.structure(PLACE.fonts);
  if (table.length < 4) return [];
  const names: string[] = [];
  const count = table.readUInt16LE(0);
  for (let at = 4; names.length < count && at < table.length; ) {
    const end = at + 1 + table.readUInt8(at);
    const [name = ""] = table
      .subarray(at + FONT_NAME_AT, end)
      .toString("utf16le")
      .split("\0", 1);
    names.push(name);
    at = end;
  }
  return names;
}

/** What a tick box or list is set to, by its settings in the data stream; undefined where they are no form's. */
export function settingAt(data: Buffer, place: number): string | undefined {
  if (place + 80 > data.length) return undefined;
  let at = place + data.readUInt16LE(place + SETTINGS_AT);
  if (data.readUInt32LE(at) !== 0xffffffff) return undefined;
  const bits = data.readUInt16LE(at + 4);
  const kind = bits & 3;
  if (kind !== 1 && kind !== 2) return undefined;
  at += 10;
  const skipText = () => {
    at += 2 + data.readUInt16LE(at) * 2 + 2;
  };
  skipText();
  const result = (bits >> 2) & 0x1f;
  const chosen = result === UNDECIDED ? data.readUInt16LE(at) : result;
  if (kind === 1) return chosen === 1 ? "☑" : "□";
  at += 2;
  // Format, help, status, and two macros stand before a list's entries.
  for (let text = 0; text < 5; text++) skipText();
  const entries = data.readUInt16LE(at + 2);
  at += 6;
  for (let entry = 0; entry < entries; entry++) {
    const length = data.readUInt16LE(at) * 2;
    if (entry === chosen) return data.toString("utf16le", at + 2, at + 2 + length);
    at += 2 + length;
  }
  return "";
}
