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
      readonly unread?: readonly UnreadPart[];
    }
  | { readonly ok: false; readonly reason: UnreadableReason };

/** A part of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Noncharacters (Unicode 23.7), which no text may hold that is exchanged: one that comes with a file is taken out. */
const OPEN = "\uFDD0";
const CLOSE = "\uFDD1";
const MARKS = /[\uFDD0\uFDD1]/g;

/** Marks as they stand where a stretch of doubtful words begins and ends, which may be lines apart. */
export const DOUBT = { open: OPEN, close: CLOSE } as const;

/** Words that something is laid over. */
export function doubtful(words: string): string {
  return words === "" ? "" : `${OPEN}${words}${CLOSE}`;
}

/** A file's own words, which may not hold marks of ours. */
export function unmarked(text: string): string {
  return text.replace(MARKS, "");
}

/** The text without its marks, and the parts of it that stood between them. */
export function takeDoubts(marked: string): { readonly text: string; readonly doubted: readonly Span[] } {
  if (!/[\uFDD0\uFDD1]/.test(marked)) return { text: marked, doubted: [] };
  const doubted: Span[] = [];
  let text = "";
  let depth = 0;
  let start = 0;
  for (const part of marked.split(/([\uFDD0\uFDD1])/)) {
    if (part === OPEN) {
      if (depth++ === 0) start = text.length;
    } else if (part === CLOSE) {
      if (depth > 0 && --depth === 0 && text.length > start) doubted.push({ start, end: text.length });
    } else text += part;
  }
  if (depth > 0 && text.length > start) doubted.push({ start, end: text.length });
  return { text, doubted };
}

/** A name or a remark for {@link UnreadPart}: one short line. */
export function shortName(words: string): string {
  return [...unmarked(words).replace(/\s+/g, " ").trim()].slice(0, 100).join("");
}
