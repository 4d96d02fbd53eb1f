/** Lists of properties in a Word 97 file (Prl, [MS-DOC] 2.6), and where they hold: runs of characters, paragraphs. */
import { PLACE, Word97Error, type Word97File } from "./file.ts";

/** One property and its operand. */
export interface Property {
  readonly sprm: number;
  readonly operand: Buffer;
}

/** Properties that are looked at, by their number. */
export const SPRM = {
  deleted: 0x0800,
  strike: 0x0837,
  doubleStrike: 0x2a53,
  hidden: 0x083c,
  characterStyle: 0x4a30,
  font: 0x4a4f,
  symbol: 0x6a09,
  picture: 0x6a03,
  inTable: 0x2416,
  rowEnd: 0x2417,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  depth: 0x6649,
  hugeOld: 0x6645,
  huge: 0x6646,
  tableDefinition: 0xd608,
  mergeDown: 0xd62b,
  mergeBeside: 0x5624,
  titlePage: 0x300a,
} as const;

const CHANGED_TABS = 0xc615;
const PAGE = 512;

/** The properties of a list; it ends where it makes no sense. */
export function* propertiesOf(list: Buffer): Generator<Property> {
  for (let at = 0; at + 2 < list.length; ) {
    const sprm = list.readUInt16LE(at);
    const length = lengthOf(sprm, list, at + 2);
    if (length === undefined || at + 2 + length > list.length) return;
    yield { sprm, operand: list.subarray(at + 2, at + 2 + length) };
    at += 2 + length;
  }
}

/** Bytes of an operand, by the kind in the property's highest bits ([MS-DOC] 2.2.5.1). */
function lengthOf(sprm: number, list: Buffer, at: number): number | undefined {
  switch (sprm >> 13) {
    case 0:
    case 1:
      return 1;
    case 2:
    case 4:
    case 5:
      return 2;
    case 3:
      return 4;
    case 7:
      return 3;
    default: {
      // A table's definition has its length in two bytes, one more than it is.
      if (sprm === SPRM.tableDefinition) return at + 2 > list.length ? undefined : list.readUInt16LE(at) + 1;
      const length = list[at] ?? 0;
      if (sprm !== CHANGED_TABS || length < 255) return 1 + length;
      const deleted = list[at + 1] ?? 0;
      const added = list[at + 2 + deleted * 4] ?? 0;
      return 3 + deleted * 4 + added * 3;
    }
  }
}

/** Properties that hold for the bytes of the main stream from `start` to `end`. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly list: Buffer;
  /** A paragraph's style. */
  readonly style: number;
}

/** The formatting of characters by their place in the main stream, in order ([MS-DOC] 2.4.6.2). */
export function characterRuns(file: Word97File): readonly Run[] {
  return runsOf(file, PLACE.characters, 1, (page, offset) => {
    const length = page.readUInt8(offset);
    return { list: page.subarray(offset + 1, offset + 1 + length), style: 0 };
  });
}

/** The formatting of paragraphs ([MS-DOC] 2.4.6.1); what a page has no room for lies in the data stream. */
export function paragraphRuns(file: Word97File): readonly Run[] {
  return runsOf(file, PLACE.paragraphs, 13, (page, offset) => {
    const short = page.readUInt8(offset);
    const length = short === 0 ? page.readUInt8(offset + 1) * 2 : short * 2 - 1;
    const from = offset + (short === 0 ? 2 : 1);
    const style = page.readUInt16LE(from);
    const own = page.subarray(from + 2, from + length);
    const [first] = propertiesOf(own);
    if (first?.sprm !== SPRM.huge && first?.sprm !== SPRM.hugeOld) return { list: own, style };
    const at = first.operand.readUInt32LE(0);
    return { list: file.data.subarray(at + 2, at + 2 + file.data.readUInt16LE(at)), style };
  });
}

function runsOf(
  file: Word97File,
  place: number,
  entryBytes: number,
  read: (page: Buffer, offset: number) => Pick<Run, "list" | "style">,
): readonly Run[] {
  const table = file.structure(place);
  const count = Math.max(Math.floor((table.length - 4) / 8), 0);
  // Each of its pages holds the formatting of other characters.
  if (count > file.main.length / PAGE + 1) throw new Word97Error("its formatting overlaps itself");
  const nothing = { list: Buffer.alloc(0), style: 0 };
  const runs: Run[] = [];
  for (let index = 0; index < count; index++) {
    const number = table.readUInt32LE((count + 1) * 4 + index * 4) & 0x3fffff;
    const page = file.main.subarray(number * PAGE, (number + 1) * PAGE);
    const entries = page.readUInt8(PAGE - 1);
    for (let entry = 0; entry < entries; entry++) {
      const offset = page.readUInt8((entries + 1) * 4 + entry * entryBytes) * 2;
      const [start, end] = [page.readUInt32LE(entry * 4), page.readUInt32LE(entry * 4 + 4)];
      runs.push({ start, end, ...(offset === 0 ? nothing : read(page, offset)) });
    }
  }
  return runs.toSorted((a, b) => a.start - b.start);
}

/** The run that holds at a place of the main stream; undefined between runs. */
export function runAt(runs: readonly Run[], place: number): Run | undefined {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run !== undefined && place < run.end ? run : undefined;
}
