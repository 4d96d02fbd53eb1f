/**
 * Does a PDF hold all that its own index (交叉引用表) lists? pdf.js makes a damaged index anew from what it finds, and says nothing of an
 * object that is gone: with a font's table of characters single words go missing.
 */
import { inflateSync } from "node:zlib";

/** An object that the index says lies at a place. */
interface Listed {
  readonly number: number;
  readonly generation: number;
  readonly at: number;
}

/**
 * Whether an object that the index lists is nowhere in the file. That it lies elsewhere than the index says is a slip of many programs,
 * and no loss.
 */
export function lacksWhatItLists(content: Buffer): boolean {
  const text = content.toString("latin1");
  let written: ReadonlySet<string> | undefined;
  for (const { number, generation, at } of [...inTables(text), ...inStreams(content, text)]) {
    const named = `${number} ${generation}`;
    if (at === 0 || text.startsWith(`${named} obj`, at)) continue;
    written ??= new Set(Array.from(text.matchAll(OBJECT), ([, one, of]) => `${one} ${of}`));
    if (!written.has(named)) return true;
  }
  return false;
}

const OBJECT = /(?<!\d)(\d+)\s+(\d+)\s+obj\b/g;

/** A table: which number it begins with and how many lines follow, of twenty characters each. */
const TABLE = /\bxref\s+((?:\d+ +\d+\s+(?:\d{10} \d{5} [nf]\s\s?)+)+)/g;
const PART = /(\d+) +\d+\s+((?:\d{10} \d{5} [nf]\s\s?)+)/g;
const LINE = /(\d{10}) (\d{5}) ([nf])/g;

function* inTables(text: string): Iterable<Listed> {
  for (const [, table = ""] of text.matchAll(TABLE))
    for (const [, first = "", lines = ""] of table.matchAll(PART)) {
      let number = Number(first);
      for (const [, at = "", generation = "", use] of lines.matchAll(LINE)) {
        if (use === "n") yield { number, generation: Number(generation), at: Number(at) };
        number += 1;
      }
    }
}

/** The dictionary of an index that is packed as a stream. */
const INDEX_STREAM = /\/Type\s*\/XRef\b/;
const MOST_BYTES = 8_000_000;
/** A row that holds what differs from the row above it, as such streams are written, or all of itself; others are not looked at. */
const FROM_ABOVE = 2;

function* inStreams(content: Buffer, text: string): Iterable<Listed> {
  for (const { index: at } of text.matchAll(/\bstream\r?\n/g)) {
    const dictionary = text.slice(Math.max(0, text.lastIndexOf("obj", at)), at);
    if (!INDEX_STREAM.test(dictionary)) continue;
    const widths = numbersOf(dictionary, "W");
    const [one = 0, two = 0, three = 0] = widths;
    const rows = rowsOf(content.subarray(text.indexOf("\n", at) + 1), dictionary, one + two + three);
    const parts = numbersOf(dictionary, "Index");
    const [size = 0] = /\/Size\s+(\d+)/.exec(dictionary)?.slice(1).map(Number) ?? [];
    const numbers = numbersIn(parts.length > 0 ? parts : [0, size]);
    for (const row of rows) {
      const number = numbers.next().value;
      if (number === undefined) break;
      const use = one === 0 ? 1 : row.readUIntBE(0, one);
      if (use !== 1 || two === 0 || two > 6 || three > 6) continue;
      const generation = three === 0 ? 0 : row.readUIntBE(one + two, three);
      yield { number, generation, at: row.readUIntBE(one, two) };
    }
  }
}

/** The numbers in brackets behind a word of a dictionary. */
function numbersOf(dictionary: string, word: string): readonly number[] {
  const [, inBrackets = ""] = new RegExp(`/${word}\\s*\\[([\\d\\s]*)\\]`).exec(dictionary) ?? [];
  return inBrackets.split(/\s+/).filter(Boolean).map(Number);
}

/** Of pairs of a first number and how many follow, each number. */
function* numbersIn(parts: readonly number[]): Iterator<number, undefined> {
  for (let at = 0; at + 1 < parts.length; at += 2)
    for (let n = 0; n < (parts[at + 1] ?? 0); n++) yield (parts[at] ?? 0) + n;
  return undefined;
}

/** The rows of an index stream; none where it is packed in a way not known here, or damaged, which is found elsewhere. */
function rowsOf(stream: Buffer, dictionary: string, width: number): readonly Buffer[] {
  const [predictor = 1] = /\/Predictor\s+(\d+)/.exec(dictionary)?.slice(1).map(Number) ?? [];
  if (width === 0 || width > 20 || (predictor !== 1 && predictor < 10)) return [];
  let unpacked: Buffer;
  try {
    unpacked = inflateSync(stream, { maxOutputLength: MOST_BYTES });
  } catch {
    return [];
  }
  const long = predictor === 1 ? width : width + 1;
  const rows: Buffer[] = [];
  let above = Buffer.alloc(width);
  for (let at = 0; at + long <= unpacked.length; at += long) {
    const row = Buffer.from(unpacked.subarray(at + long - width, at + long));
    const filter = predictor === 1 ? 0 : unpacked[at];
    if (filter !== 0 && filter !== FROM_ABOVE) return [];
    if (filter !== 0) for (let n = 0; n < width; n++) row[n] = ((row[n] ?? 0) + (above[n] ?? 0)) & 255;
    rows.push(row);
    above = row;
  }
  return rows;
}
