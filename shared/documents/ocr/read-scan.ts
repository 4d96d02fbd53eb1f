/** What does a scanned file say, page by page? */
import type { UnreadPart } from "../../domain/unread-part.ts";
import { takeDoubts } from "../formats/file-text.ts";
import type { UnreadableReason } from "../formats/unreadable.ts";
import { surenessBut } from "../kinds/sureness.ts";
import { pageImages } from "../pages/page-images.ts";
import { MOST_PAGES } from "../pages/pdf.ts";
import type { ScannedPage } from "../pages/pdf-images.ts";
import type { ReadLine } from "./agreement.ts";
import type { OcrModels } from "./models.ts";
import { besideUnread, withPlaceNames } from "./place-names.ts";
import { readPage } from "./read-page.ts";
import type { ScannedText } from "./scanned-text.ts";

/** More scanned pages are rare in one court paper and would take more than the function's time. */
const MOST_SCANNED_PAGES = 60;

/**
 * Reads the text out of a scan (PDF, JPEG, PNG, TIFF) offline. Pages of a PDF that have words of their own give them, in
 * their place and as sure as anything. What is wrong with the file is an answer; only faults of the networks are thrown.
 */
export async function readScan(bytes: Uint8Array, models: OcrModels): Promise<ScannedText> {
  const lines: ReadLine[] = [];
  const unread: UnreadPart[] = [];
  let pages = 0;
  let scanned = 0;
  for await (const page of openedPages(bytes)) {
    if ("reason" in page) return { ok: false, reason: page.reason };
    pages = page.of;
    lines.push(...printedLines(page.lines ?? []));
    unread.push(...(page.unread ?? []));
    if (page.raster === undefined) continue;
    if (++scanned > MOST_SCANNED_PAGES)
      return { ok: false, reason: { kind: "too-many-pages", pages: scanned, limit: MOST_SCANNED_PAGES } };
    lines.push(...(await readPage(models, page.raster)));
  }
  const read = lines.map((line) => line.text).join("\n");
  if (read.replace(/\s/g, "").length < 10) return { ok: false, reason: { kind: "no-text-layer", pages } };
  // The breaks between lines are as sure as anything.
  const sureness = lines.flatMap((line, index) => (index === 0 ? line.sureness : [1, ...line.sureness]));
  return { ok: true, ...besideUnread(withPlaceNames({ text: read, sureness })), pages, unread };
}

/** A page's own words are as sure as anything, but for those something is laid over. */
function printedLines(lines: readonly string[]): readonly ReadLine[] {
  const { text, doubted } = takeDoubts(lines.join("\n"));
  const sureness = surenessBut(text.length, doubted);
  let at = 0;
  return text.split("\n").map((line) => {
    const start = at;
    at += line.length + 1;
    return { text: line, sureness: sureness.slice(start, start + line.length) };
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
