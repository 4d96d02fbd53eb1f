/** Bytes of a Word 97–2003 file (.doc, also WPS's) → its words, as a reader sees them on paper. */
import type { UnreadPart } from "../../../domain/unread-part.ts";
import { openCompoundFile, refusalOfCompound } from "../compound-file.ts";
import { shortName, type TextResult } from "../file-text.ts";
import { betweenMargins } from "../page-margins.ts";
import type { Line } from "../table-lines.ts";
import { PLACE, Word97File } from "./file.ts";
import { propertiesOf, SPRM } from "./properties.ts";
import { StoryReader } from "./stories.ts";

const MOST_SECTIONS = 1000;
const MOST_UNREAD = 50;

/** Reads a Word 97–2003 file: paragraphs to lines, table rows to lines with tabs between cells. */
export async function readWord97(bytes: Uint8Array): Promise<TextResult> {
  const reason = refusalOfCompound(bytes);
  if (reason !== undefined) return { ok: false, reason };
  try {
    const compound = openCompoundFile(bytes);
    if (compound === undefined) return broken("its directory is damaged");
    const file = new Word97File(compound);
    if (file.isEncrypted) return { ok: false, reason: { kind: "encrypted" } };
    const { lines, unread } = textOf(file);
    if (lines.every(({ text }) => text.trim() === ""))
      return { ok: false, reason: { kind: "no-text-layer" } };
    return {
      ok: true,
      text: lines.map(({ text }) => text).join("\n"),
      rows: lines.map(({ cells }) => cells),
      ...(unread.length > 0 && { unread }),
    };
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
}

function textOf(file: Word97File): {
  readonly lines: readonly Line[];
  readonly unread: readonly UnreadPart[];
} {
  const reader = new StoryReader(file);
  const { body, footnotes, headers, remarks, endnotes, boxes, headerBoxes } = file.stories;
  let start = 0;
  const story = (length: number) => {
    const from = start;
    start += length;
    return length === 0 ? [] : reader.lines(from, from + length);
  };
  const text = story(body);
  const notes = story(footnotes);
  const margins = marginsOf(file, reader, start, headers);
  start += headers;
  const said = story(remarks)
    .map((line) => line.text)
    .filter((words) => words.trim() !== "");
  const ends = story(endnotes);
  const framed = story(boxes);
  const unread: UnreadPart[] = [
    ...said.slice(0, MOST_UNREAD).map((words) => ({ kind: "remark" as const, name: shortName(words) })),
    ...[...reader.objects].map((name) => ({ kind: "enclosed-file" as const, name: shortName(name) })),
  ];
  const top = [...margins.top, ...story(headerBoxes)];
  return {
    lines: betweenMargins(top, [...text, ...framed, ...withWords(notes), ...withWords(ends)], margins.bottom),
    unread,
  };
}

function withWords(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ text }) => text.trim() !== "");
}

/**
 * Headers and footers: behind six separators of notes, six a section ([MS-DOC] 2.3.5). Those of even pages and of a
 * section's first are printed where the file has such pages.
 */
function marginsOf(
  file: Word97File,
  reader: StoryReader,
  start: number,
  length: number,
): { readonly top: readonly Line[]; readonly bottom: readonly Line[] } {
  const table = file.structure(PLACE.headers);
  const top: Line[] = [];
  const bottom: Line[] = [];
  if (length === 0) return { top, bottom };
  const even = ((file.structure(PLACE.document)[0] ?? 0) & 1) === 1;
  const first = titlePages(file);
  const count = Math.min(Math.floor(table.length / 4) - 2, MOST_SECTIONS * 6);
  let last = 0;
  for (let index = 6; index < count; index++) {
    const kind = index % 6;
    if ((kind === 0 || kind === 2) && !even) continue;
    if ((kind === 4 || kind === 5) && first[Math.floor(index / 6) - 1] !== true) continue;
    const [from, to] = [table.readUInt32LE(index * 4), table.readUInt32LE(index * 4 + 4)];
    if (to <= from || to > length || from < last) continue;
    last = to;
    (kind === 0 || kind === 1 || kind === 4 ? top : bottom).push(...reader.lines(start + from, start + to));
  }
  return { top, bottom };
}

/** For each section whether its first page has a header of its own. */
function titlePages(file: Word97File): readonly boolean[] {
  const table = file.structure(PLACE.sections);
  const count = Math.min(Math.floor((table.length - 4) / 16), MOST_SECTIONS);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const at = table.readUInt32LE((count + 1) * 4 + index * 12 + 2);
    if (at + 2 > file.main.length) return false;
    const list = file.main.subarray(at + 2, at + 2 + file.main.readUInt16LE(at));
    return [...propertiesOf(list)].some(({ sprm, operand }) => sprm === SPRM.titlePage && operand[0] === 1);
  });
}

function broken(detail: string): TextResult {
  return { ok: false, reason: { kind: "broken", detail } };
}
