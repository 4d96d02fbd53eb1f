/**
 * How the cells of an Excel 97–2003 workbook look ([MS-XLS]): crossed out or not, and by which number format; and in
 * which system it counts its days. The library that reads the values says nothing of that.
 */
import type { CellLook } from "./cell-text.ts";
import { openCompoundFile } from "./compound-file.ts";

/** Records by their number ([MS-XLS] 2.3). */
const RECORD = {
  end: 0x0a,
  dateSystem: 0x22,
  font: 0x31,
  sheet: 0x85,
  cellFormat: 0xe0,
  numberFormat: 0x41e,
  number: 0x203,
  packedNumber: 0x27e,
  packedNumbers: 0xbd,
  text: 0xfd,
  oldText: 0x204,
  formula: 0x06,
} as const;
const STRUCK = 0x08;
/** Number formats that need no record of their own. */
const BUILT_IN: Readonly<Record<number, string>> = { 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00" };
const MOST_CELLS = 2_000_000;

/** A workbook's looks. */
export interface Looks97 {
  readonly is1904: boolean;
  /** By the sheet's place among the workbook's sheets and the cell's `row,column`, where there is anything to say. */
  readonly sheets: readonly ReadonlyMap<string, CellLook>[];
}

/** Reads the looks of all cells; of a damaged workbook as far as it goes. */
export function looksOfWorkbook97(bytes: Uint8Array): Looks97 {
  const file = openCompoundFile(bytes);
  const stream = file?.stream("Workbook") ?? file?.stream("Book") ?? Buffer.alloc(0);
  let is1904 = false;
  const struckFonts: boolean[] = [];
  const formats = new Map(Object.entries(BUILT_IN).map(([number, code]) => [Number(number), code]));
  const looks: CellLook[] = [];
  const starts: number[] = [];
  for (const { kind, body } of recordsFrom(stream, 0)) {
    if (kind === RECORD.dateSystem) is1904 = body[0] === 1;
    else if (kind === RECORD.font && body.length >= 4)
      struckFonts.push((body.readUInt16LE(2) & STRUCK) !== 0);
    else if (kind === RECORD.numberFormat && body.length >= 5) {
      const code = codeOf(body);
      if (!/^general$/i.test(code)) formats.set(body.readUInt16LE(0), code);
    } else if (kind === RECORD.cellFormat && body.length >= 4) {
      const font = body.readUInt16LE(0);
      // There is no font 4: later ones are counted one too far.
      const isStruck = struckFonts[font > 4 ? font - 1 : font] === true;
      looks.push({ ...(isStruck && { isStruck }), format: formats.get(body.readUInt16LE(2)) });
    } else if (kind === RECORD.sheet && body.length >= 6 && body[5] === 0) starts.push(body.readUInt32LE(0));
  }
  let left = MOST_CELLS;
  const sheets = starts.map((start) => {
    const cells = new Map<string, CellLook>();
    for (const record of recordsFrom(stream, start))
      for (const [place, format] of cellsOf(record)) {
        const look = looks[format];
        if (look !== undefined && (look.isStruck === true || look.format !== undefined) && left-- > 0)
          cells.set(place, look);
      }
    return cells;
  });
  return { is1904, sheets };
}

interface Row {
  readonly kind: number;
  readonly body: Buffer;
}

/** The records of a part, to its end. */
function* recordsFrom(stream: Buffer, start: number): Generator<Row> {
  for (let at = start; at + 4 <= stream.length; ) {
    const kind = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    if (kind === RECORD.end) return;
    yield { kind, body: stream.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

/** The places of a record's cells and the number of each one's format. */
function* cellsOf({ kind, body }: Row): Generator<[string, number]> {
  switch (kind) {
    case RECORD.number:
    case RECORD.packedNumber:
    case RECORD.text:
    case RECORD.oldText:
    case RECORD.formula:
      if (body.length >= 6) yield [`${body.readUInt16LE(0)},${body.readUInt16LE(2)}`, body.readUInt16LE(4)];
      return;
    case RECORD.packedNumbers: {
      const first = body.length >= 6 ? body.readUInt16LE(2) : 0;
      for (let at = 4; at + 8 <= body.length; at += 6)
        yield [`${body.readUInt16LE(0)},${first + (at - 4) / 6}`, body.readUInt16LE(at)];
      return;
    }
  }
}

/** A number format's code: its length, whether its characters take two bytes, and they. */
function codeOf(body: Buffer): string {
  const length = body.readUInt16LE(2);
  return ((body[4] ?? 0) & 1) === 1
    ? body.toString("utf16le", 5, 5 + length * 2)
    : body.toString("latin1", 5, 5 + length);
}
