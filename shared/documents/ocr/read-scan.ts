/** What does a scanned file say, page by page? */
import type { UnreadPart } from "../../domain/unread-part.ts";
import { takeDoubts } from "../formats/file-text.ts";
import type { UnreadableReason } from "../formats/unreadable.ts";
import { surenessBut } from "../kinds/sureness.ts";
import { pageImages } from "../pages/page-images.ts";
import { MOST_PAGES } from "../pages/pdf.ts";
import type { ScannedPage } from "../pages/pdf-images.ts";
import { movedSpot, type Spot } from "../pages/placed-line.ts";
import { turned } from "../pages/raster.ts";
import { MOST_PICTURES, PICTURE_SIDE, type SeenPage, shrunk } from "../seen/seen-page.ts";
import type { OcrModels } from "./models.ts";
import { besideUnread, withPlaceNames } from "./place-names.ts";
import { type ReadPage, readPage, type SeenLine } from "./read-page.ts";
import type { ScannedText } from "./scanned-text.ts";

/** More scanned pages are rare in one court paper and would take more than the function's time. */
const MOST_SCANNED_PAGES = 60;

/**
 * Reads the text out of a scan (PDF, JPEG, PNG, TIFF) offline. Pages of a PDF that have words of their own give them, in
 * their place and as sure as anything. What is wrong with the file is an answer; only faults of the networks are thrown.
 * `see` gets each page as a person may look at it, one at a time, for as many as are kept.
 */
export async function readScan(
  bytes: Uint8Array,
  models: () => Promise<OcrModels>,
  see?: (page: SeenPage) => Promise<void>,
): Promise<ScannedText> {
  const lines: SeenLine[] = [];
  const unread: UnreadPart[] = [];
  let [pages, scanned, number, length] = [0, 0, 0, 0];
  for await (const page of openedPages(bytes)) {
    if ("reason" in page) return { ok: false, reason: page.reason };
    pages = page.of;
    unread.push(...(page.unread ?? []));
    const own = printedLines(page);
    if (page.raster !== undefined && ++scanned > MOST_SCANNED_PAGES)
      return { ok: false, reason: { kind: "too-many-pages", pages: scanned, limit: MOST_SCANNED_PAGES } };
    const read = page.raster && (await readPage(await models(), page.raster));
    const isPage = page.raster !== undefined || page.draw !== undefined;
    if (isPage && ++number <= MOST_PICTURES && see !== undefined)
      await see({ number, ...(await seenPage(page, own, read, length)) });
    const all = [...own, ...(read?.lines ?? [])];
    lines.push(...all);
    length += lengthOf(all);
  }
  const read = lines.map((line) => line.text).join("\n");
  if (read.replace(/\s/g, "").length < 10) return { ok: false, reason: { kind: "no-text-layer", pages } };
  // The breaks between lines are as sure as anything.
  const sureness = lines.flatMap((line, index) => (index === 0 ? line.sureness : [1, ...line.sureness]));
  return { ok: true, ...besideUnread(withPlaceNames({ text: read, sureness })), pages, unread };
}

/** Of lines in the text, with the break behind each. */
function lengthOf(lines: readonly SeenLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length + 1, 0);
}

/** A page as a person sees it, its words' places counted in the whole text. */
async function seenPage(
  { raster, draw, size }: ScannedPage,
  own: readonly SeenLine[],
  read: ReadPage | undefined,
  before: number,
): Promise<Omit<SeenPage, "number">> {
  if (raster !== undefined && read !== undefined) {
    const picture = shrunk(turned(raster, read.quarters));
    const scale = Math.max(picture.width, picture.height) / Math.max(raster.width, raster.height);
    // What is typed over a page that lies on its side is not followed there.
    const typed =
      size === undefined || read.quarters > 0 ? [] : spotsIn(own, before, picture.width / size.width);
    const spots = [...typed, ...spotsIn(read.lines, before + lengthOf(own), scale)];
    return { picture, recognised: true, spots, undrawn: [] };
  }
  const drawn = await draw?.(PICTURE_SIDE);
  if (drawn === undefined || size === undefined) return { recognised: false, spots: [], undrawn: [] };
  const spots = spotsIn(own, before, drawn.raster.width / size.width);
  return { picture: drawn.raster, recognised: false, spots, undrawn: drawn.undrawn };
}

function spotsIn(lines: readonly SeenLine[], before: number, scale: number): readonly Spot[] {
  let at = before;
  return lines.flatMap(({ text, spots }) => {
    const start = at;
    at += text.length + 1;
    return spots.map((spot) => movedSpot(spot, start, scale));
  });
}

/** A page's own words are as sure as anything, but for those something is laid over. */
function printedLines({ lines = [], placed }: ScannedPage): readonly SeenLine[] {
  const { text, doubted } = takeDoubts(lines.join("\n"));
  const sureness = surenessBut(text.length, doubted);
  let at = 0;
  return text.split("\n").map((line, index) => {
    const start = at;
    at += line.length + 1;
    const known = placed?.[index];
    return {
      text: line,
      sureness: sureness.slice(start, start + line.length),
      spots: known?.text === line ? known.spots : [],
    };
  });
}

/** The pages, or at their end why there are no more. */
async function* openedPages(
  bytes: Uint8Array,
): AsyncGenerator<ScannedPage | { readonly reason: UnreadableReason }> {
  try {
    for await (const page of pageImages(bytes)) {
      if (page.of > MOST_PAGES) {
        yield { reason: { kind: "too-many-pages", pages: page.of, limit: MOST_PAGES } };
        return;
      }
      if (page.wordless > MOST_SCANNED_PAGES) {
        yield { reason: { kind: "too-many-pages", pages: page.wordless, limit: MOST_SCANNED_PAGES } };
        return;
      }
      yield page;
    }
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
    yield {
      reason: name === "PasswordException" ? { kind: "encrypted" } : { kind: "broken", detail: message },
    };
  }
}
