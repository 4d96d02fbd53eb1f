/**
 * What the readers of all formats give: the words of a file, and what of it can't be relied on. While a text is put
 * together, words that something is laid over stand between two marks; they are taken out at the end.
 */
import type { UnreadPart } from "../../domain/unread-part.ts";
import type { UnreadableReason } from "./unreadable.ts";

/** A reader's answer: the text, lines by `\n`, cells of a table row by tab, doubtful words between marks. */
export type TextResult =
  | {
      readonly ok: true;
      readonly text: string;
      readonly pages?: number;
      /** The same lines as rows of cells, merged cells filled, where the format knows its cells. */
      readonly rows?: readonly (readonly string[])[];
      /** The rows of the tables a page rules and the lines around them, for formats that only place words on pages. */
      readonly table?: readonly (readonly string[])[];
      readonly unread?: readonly UnreadPart[];
    }
  | { readonly ok: false; readonly reason: UnreadableReason };

/** A part of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Noncharacters (Unicode 23.7), which no text may hold that is exchanged: those that come with a file are taken out. */
const OPEN = "\uFDD0";
const CLOSE = "\uFDD1";
const NONCHARACTERS = /\p{Noncharacter_Code_Point}/gu;
const NOT_OURS = /(?![\uFDD0\uFDD1])\p{Noncharacter_Code_Point}/gu;

/** Marks as they stand where a stretch of doubtful words begins and ends, which may be lines apart. */
export const DOUBT = { open: OPEN, close: CLOSE } as const;

/** Words that something is laid over. */
export function doubtful(words: string): string {
  return words === "" ? "" : `${OPEN}${words}${CLOSE}`;
}

/** A file's own words: without noncharacters, among which are our marks, and without half characters. */
export function unmarked(text: string): string {
  return text.toWellFormed().replace(NONCHARACTERS, "");
}

/** The text without its marks, and the parts of it that stood between them. */
export function takeDoubts(text: string): { readonly text: string; readonly doubted: readonly Span[] } {
  const marked = text.toWellFormed().replace(NOT_OURS, "");
  if (!/[\uFDD0\uFDD1]/.test(marked)) return { text: marked, doubted: [] };
  const doubted: Span[] = [];
  let plain = "";
  let depth = 0;
  let start = 0;
  for (const part of marked.split(/([\uFDD0\uFDD1])/)) {
    if (part === OPEN) {
      if (depth++ === 0) start = plain.length;
    } else if (part === CLOSE) {
      if (depth > 0 && --depth === 0 && plain.length > start) doubted.push({ start, end: plain.length });
    } else plain += part;
  }
  if (depth > 0 && plain.length > start) doubted.push({ start, end: plain.length });
  return { text: plain, doubted };
}

/** A name or a remark for {@link UnreadPart}: one short line. */
export function shortName(words: string): string {
  return [...unmarked(words).replace(/\s+/g, " ").trim()].slice(0, 100).join("");
}
