/** Whether a PDF's page has words to be read, or must be looked at. */

import { withoutCrossedOut } from "./crossed-out.ts";
import { type AnnotatedPage, withAnnotations } from "./pdf-annotations.ts";
import { type Mark, marksOf } from "./pdf-drawing.ts";
import type { Pdfjs, PdfPage } from "./pdf-open.ts";
import { rulingOf } from "./pdf-rules.ts";
import { areaOf } from "./place-images.ts";
import type { PlacedText } from "./placed-text.ts";
import type { Ruling } from "./ruled-table.ts";

const MOST_RUNS_OF_PAGE = 20_000;
/** A page number, a date beside a signature. In characters. */
const FEWEST_WORDS = 10;
/** What scanners, seal programs and court systems print over a scanned page is shorter; a summons is longer. */
const WORDS_OVER_SCAN = 120;
/** Share of the page that pictures cover where they are the page, and where they are more than a seal or an emblem. */
const [WHOLE, PART] = [0.5, 0.1];
/** Letters or shapes a page has whose words were turned to drawings. */
const FEWEST_DRAWN = 40;
/** Seals and emblems have fewer pixels than the smallest scan that can be read. */
const BIG_PICTURE = 400_000;

/** The page's runs of text with its rotation undone, so that a page scanned or printed sideways reads upright. */
export async function runsOf(page: PdfPage): Promise<PlacedText[]> {
  const { items } = await page.getTextContent({ disableNormalization: false });
  const { transform: view } = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = view;
  const runs: PlacedText[] = [];
  for (const item of items.slice(0, MOST_RUNS_OF_PAGE)) {
    if (!("str" in item)) continue;
    const [, , sx = 0, sy = 0, x = 0, y = 0] = item.transform as number[];
    const size = Math.hypot(sx, sy) || item.height || 1;
    runs.push({ text: item.str, x: a * x + c * y + e, y: -(b * x + d * y + f), width: item.width, size });
  }
  return runs;
}

/** A page's words, what was typed on it, and what was not read; or that it must be looked at. */
export interface PageWords extends AnnotatedPage {
  readonly isForOcr: boolean;
  readonly ruling: Ruling;
}

/** Lines are looked for on so many pages: each is drawn for it. */
const MOST_RULED_PAGES = 60;

/** Reads the words of one page: what is crossed out is not said, what is typed on it is. */
export async function wordsOfPage(
  page: PdfPage,
  looking: { readonly ops: Pdfjs["OPS"]; readonly pictured: boolean; readonly looks: Looks },
): Promise<PageWords> {
  const all = await runsOf(page);
  const isRuled = all.length > 0 && page.pageNumber <= MOST_RULED_PAGES;
  const ruling = isRuled ? await rulingOf(page, looking.ops) : { rules: [], uprights: [] };
  const printed = withoutCrossedOut(all, ruling.rules);
  const annotated = await withAnnotations(page, printed);
  // What is typed over a scan makes it no page of words.
  const runs = looking.pictured ? all : annotated.runs;
  return { ...annotated, ruling, isForOcr: await isForOcr(page, runs, looking) };
}

/** How many more full pages of words are looked at for a layer nobody sees: it lies behind all pages, or behind none. */
export interface Looks {
  left: number;
}

/** For one file: each look decodes a page's pictures, and a file may have hundreds. */
export const looksAtFile = (): Looks => ({ left: 20 });

/** Whether a page has no more words than a number or a date. */
export function isWordless(runs: readonly PlacedText[]): boolean {
  return lengthOf(runs) < FEWEST_WORDS;
}

function lengthOf(runs: readonly PlacedText[]): number {
  return runs.reduce((sum, { text }) => sum + text.replace(/\s/g, "").length, 0);
}

/**
 * Whether a page must be looked at: a scan, with or without a stamped number or an invisible layer of somebody else's
 * reading; text whose font doesn't say which characters it draws; words turned to drawings. A page with words and a
 * seal, an emblem or a photo needs no recognition. `pictured` says that the file has pictures as large as scans: without any
 * a page of words is not even drawn.
 */
async function isForOcr(
  page: PdfPage,
  runs: readonly PlacedText[],
  { ops, pictured, looks }: { readonly ops: Pdfjs["OPS"]; readonly pictured: boolean; readonly looks: Looks },
): Promise<boolean> {
  const wordless = isWordless(runs);
  if (!wordless && !isLegible(runs.map(({ text }) => text).join(""))) return true;
  if (!wordless && !pictured) return false;
  if (lengthOf(runs) >= WORDS_OVER_SCAN && looks.left-- <= 0) return false;
  const marks = await Array.fromAsync(marksOf(page, ops));
  const { width, height } = page.getViewport({ scale: 1 });
  const share = pictureShare(marks, width * height);
  if (wordless) return share > PART || marks.filter(({ mark }) => mark !== "picture").length >= FEWEST_DRAWN;
  const letters = marks.filter((mark) => mark.mark === "letter");
  const unseen = letters.filter((letter) => letter.unseen).length;
  return share > WHOLE && (lengthOf(runs) < WORDS_OVER_SCAN || unseen > letters.length / 2);
}

/** The share of a page that pictures cover, counted twice where they lie on each other. */
export function pictureShare(marks: readonly Mark[], area: number): number {
  return marks.reduce((sum, { mark, matrix }) => sum + (mark === "picture" ? areaOf(matrix) : 0), 0) / area;
}

/** Whether the file holds a picture as large as a scan: its dictionary is never packed, whatever else is. */
export function hasBigPicture(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  let total = 0;
  for (const { index } of file.matchAll(/\/Subtype\s*\/Image\b/g)) {
    const start = Math.max(file.lastIndexOf("obj", index), index - 1000);
    const dictionary = file.slice(start, index + 1000).split("stream", 1)[0] ?? "";
    const side = (name: RegExp) => Number(name.exec(dictionary)?.[1] ?? 0);
    total += side(/\/Width\s+(\d+)/) * side(/\/Height\s+(\d+)/);
    // Strips of one scan count together.
    if (total >= BIG_PICTURE) return true;
  }
  // Pictures written into the page itself have no dictionary of their own.
  return false;
}

/**
 * Whether text is Chinese as courts write it. Fonts without a map to Unicode come out as control or private characters,
 * as Latin gibberish, or as characters nobody uses: a number of a glyph taken for that of a character.
 * @internal Fonts that draw such characters would have to be made for a test.
 */
export function isLegible(text: string): boolean {
  const visible = [...text.replace(/\s/g, "")];
  const noise = visible.filter((character) => /[\p{Cc}\p{Co}\p{Cn}\uFFFD]/u.test(character)).length;
  const letters = visible.filter((character) => /\p{L}/u.test(character));
  const common = letters.filter((character) => commonCharacters().has(character)).length;
  return noise < visible.length * 0.05 && letters.length > 0 && common > letters.length * 0.5;
}

let common: ReadonlySet<string> | undefined;

/** The 3,755 characters of GB 2312's first level, which make up 99 % of what is printed. */
function commonCharacters(): ReadonlySet<string> {
  if (common !== undefined) return common;
  const codes: number[] = [];
  for (let high = 0xb0; high <= 0xd7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) if (high < 0xd7 || low <= 0xf9) codes.push(high, low);
  common = new Set(new TextDecoder("gbk").decode(Uint8Array.from(codes)));
  return common;
}
