/** What does each page of a PDF show, for the pages whose words can't be taken from the file? */
import type { UnreadPart } from "../../domain/unread-part.ts";
import { withoutRadicals } from "../text/radicals.ts";
import { type DrawnPage, drawnAs, drawnPage } from "./drawn-page.ts";
import { streamsOf } from "./guard/pdf-guard.ts";
import { marksOf } from "./pdf-drawing.ts";
import { type MarkedLine, placedLinesOf } from "./pdf-lines.ts";
import { attachedFiles, openedPdf, type Pdfjs, type PdfPage } from "./pdf-open.ts";
import { hasBigPicture, isWordless, looksAtFile, pictureShare, runsOf, wordsOfPage } from "./pdf-page.ts";
import { type Inked, type Placed, pageRaster } from "./place-images.ts";
import type { Raster } from "./raster.ts";

/** A scan's page, its rotation undone. */
export interface ScannedPage {
  readonly number: number;
  /** Pages of the file. */
  readonly of: number;
  /** Pages of the file that have no words and so will be looked at, if anything is on them. */
  readonly wordless: number;
  /** What is to be seen on it; undefined where that is nothing, or the page has words of its own. */
  readonly raster: Raster | undefined;
  /** The lines of a page that has words of its own, or what is typed over its picture; doubtful ones between marks. */
  readonly lines?: readonly string[];
  /** The same lines with the places of their words, in points of the page. */
  readonly placed?: readonly MarkedLine[];
  /** The page's own size in points, where it is a PDF's. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Draws a page of words for whoever wants to see it, at most so many pixels long; undefined where that takes too much. */
  readonly draw?: (longest: number) => Promise<DrawnPage | undefined>;
  /** What of the page, or of the words beside its pictures, was not read. */
  readonly unread?: readonly UnreadPart[];
}

/**
 * The pages of a PDF, one in memory at a time: the words of those that have them, and what the others show. Pictures are
 * decoded and letters filled by their outlines where the page puts them, so no canvas is needed.
 * @throws Error as pdf.js does, where the file is damaged (PasswordException where it is encrypted)
 */
export function pdfImages(bytes: Uint8Array): AsyncGenerator<ScannedPage> {
  const pictured = hasBigPicture(bytes);
  const looks = looksAtFile();
  const streams = streamsOf(bytes);
  return openedPdf(bytes, async function* (document, ops, warnings) {
    const of = document.numPages;
    let wordless = 0;
    for (let number = 1; number <= of; number++)
      if (isWordless(await runsOf(await document.getPage(number)))) wordless++;
    for (let number = 1; number <= of; number++) {
      const page = await document.getPage(number);
      const words = await wordsOfPage(page, { ops, pictured, looks });
      // What is typed over a scan may lie over words that only recognition finds.
      const placed = placedLinesOf(
        words.isForOcr ? words.typed.map((run) => ({ ...run, doubtful: true })) : words.runs,
      );
      const raster = words.isForOcr ? await rasterOf(page, ops, words.read) : undefined;
      const ofFile = [
        ...(number === 1 ? await attachedFiles(document) : []),
        ...(number === of ? (streams.unread.length > 0 ? streams.unread : warnings.unread) : []),
      ];
      const unread = [...words.unread, ...ofFile];
      const said =
        raster === undefined || placed.length > 0
          ? { lines: placed.map(({ marked }) => withoutRadicals(marked)), placed }
          : {};
      const { width, height } = page.getViewport({ scale: 1 });
      const draw = (longest: number) => drawnPage(page, ops, words, longest);
      yield { number, of, wordless, raster, ...said, size: { width, height }, draw, unread };
      page.cleanup();
    }
  });
}

/** What the page shows. Shapes are left out where pictures make up the page: they are frames and grounds there. */
async function rasterOf(
  page: PdfPage,
  ops: Pdfjs["OPS"],
  read: ReadonlySet<string>,
): Promise<Raster | undefined> {
  const { width, height } = page.getViewport({ scale: 1 });
  const marks = await Array.fromAsync(marksOf(page, ops, read));
  const pictured = pictureShare(marks, width * height) > 0.5;
  const drawn: (Placed | Inked)[] = [];
  for (const mark of marks) {
    const one = pictured && mark.mark === "shape" ? undefined : await drawnAs(mark);
    if (one !== undefined) drawn.push(one);
  }
  return pageRaster(drawn, { width, height });
}
