/** A Word 97–2003 file taken apart: its streams, the places its header names, and its text piece by piece ([MS-DOC]). */
import type { CompoundFile } from "../compound-file.ts";

/** In the main stream's header ([MS-DOC] 2.5.2): what a Word file begins with, and the flags. */
const MAGIC = 0xa5ec;
const FLAGS_AT = 0x0a;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
/** Lengths of the stories, in characters. */
const STORIES_AT = 0x4c;
/** Places in the table stream, eight bytes each. */
const PLACES_AT = 0x9a;

/** Structures in the table stream, by their number among the header's places. */
export const PLACE = {
  styles: 1,
  annotationTexts: 5,
  sections: 6,
  headers: 11,
  characters: 12,
  paragraphs: 13,
  fonts: 15,
  document: 31,
  pieces: 33,
} as const;

/** The stories one after the other in the text. */
export interface Stories {
  readonly body: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly remarks: number;
  readonly endnotes: number;
  readonly boxes: number;
  readonly headerBoxes: number;
}

/** A stretch of text that lies in one place of the main stream. */
export interface Piece {
  /** Its first character's number in the text. */
  readonly start: number;
  readonly text: string;
  /** Where it lies, in bytes, and how many a character takes. */
  readonly at: number;
  readonly width: 1 | 2;
  /** Formatting over that of its characters, for files saved in a hurry: a list of properties or one of them. */
  readonly formatting: Buffer;
}

/** What is wrong with a file that has a Word file's name and no Word file's form. */
export class Word97Error extends Error {
  override name = "Word97Error";
}

/** A Word file's streams and header. */
export class Word97File {
  readonly main: Buffer;
  readonly table: Buffer;
  readonly data: Buffer;

  /** @throws Word97Error where it is none; RangeError where it is cut short */
  constructor(file: CompoundFile) {
    const main = file.stream("WordDocument");
    if (main === undefined || main.readUInt16LE(0) !== MAGIC)
      throw new Word97Error("it holds no text of Word");
    const name = (main.readUInt16LE(FLAGS_AT) & SECOND_TABLE) === 0 ? "0Table" : "1Table";
    const table = file.stream(name);
    if (table === undefined) throw new Word97Error(`it has no stream ${name}`);
    this.main = main;
    this.table = table;
    this.data = file.stream("Data") ?? Buffer.alloc(0);
  }

  get isEncrypted(): boolean {
    return (this.main.readUInt16LE(FLAGS_AT) & ENCRYPTED) !== 0;
  }

  /** A structure of the table stream; empty where the file has none. */
  structure(place: number): Buffer {
    const at = PLACES_AT + place * 8;
    const start = this.main.readUInt32LE(at);
    return this.table.subarray(start, start + this.main.readUInt32LE(at + 4));
  }

  get stories(): Stories {
    // One length is reserved.
    const [body, footnotes, headers, , remarks, endnotes, boxes, headerBoxes] = Array.from(
      { length: 8 },
      (_, index) => this.main.readUInt32LE(STORIES_AT + index * 4),
    );
    return {
      body: body ?? 0,
      footnotes: footnotes ?? 0,
      headers: headers ?? 0,
      remarks: remarks ?? 0,
      endnotes: endnotes ?? 0,
      boxes: boxes ?? 0,
      headerBoxes: headerBoxes ?? 0,
    };
  }

  /** The text's pieces in its order ([MS-DOC] 2.4.1). @throws Word97Error where they are more than the file can hold, or than it does */
  get pieces(): readonly Piece[] {
    const clx = this.structure(PLACE.pieces);
    const lists: Buffer[] = [];
    let at = 0;
    for (; clx.readUInt8(at) === 1; at += 3 + clx.readUInt16LE(at + 1))
      lists.push(clx.subarray(at + 3, at + 3 + clx.readUInt16LE(at + 1)));
    if (clx.readUInt8(at) !== 2) throw new Word97Error("its text can't be found");
    const table = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
    const count = Math.floor((table.length - 4) / 12);
    const pieces: Piece[] = [];
    let characters = 0;
    for (let index = 0; index < count; index++) {
      const start = table.readUInt32LE(index * 4);
      const length = table.readUInt32LE(index * 4 + 4) - start;
      characters += length;
      if (length < 0 || characters > this.main.length) throw new Word97Error("its text overlaps itself");
      const descriptor = table.subarray((count + 1) * 4 + index * 8);
      const place = descriptor.readUInt32LE(2);
      const isNarrow = (place & 0x40000000) !== 0;
      const from = isNarrow ? (place & 0x3fffffff) / 2 : place & 0x3fffffff;
      const width = isNarrow ? 1 : 2;
      const bytes = this.main.subarray(from, from + length * width);
      // What lies behind the end of the file was said there.
      if (bytes.length < length * width) throw new Word97Error("its text is cut short");
      const text = new TextDecoder(isNarrow ? "windows-1252" : "utf-16le").decode(bytes);
      const formatting = formattingOf(descriptor.readUInt16LE(6), lists);
      pieces.push({ start, text, at: from, width, formatting });
    }
    return pieces;
  }
}

/** Properties of a piece ([MS-DOC] 2.9.205): a list by its number, or one that takes a single byte. */
const SINGLE: Readonly<Record<number, number>> = { 65: 0x0800, 87: 0x0837, 92: 0x083c };

function formattingOf(modifier: number, lists: readonly Buffer[]): Buffer {
  if ((modifier & 1) === 1) return lists[modifier >> 1] ?? Buffer.alloc(0);
  const property = SINGLE[(modifier >> 1) & 0x7f];
  if (property === undefined) return Buffer.alloc(0);
  return Buffer.from([property & 0xff, property >> 8, modifier >> 8]);
}
