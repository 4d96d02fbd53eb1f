/** What does each page of a PDF show, for the pages whose words can't be taken from the file? */
import type { UnreadPart } from "../../domain/unread-part.ts";
import { withoutRadicals } from "../text/radicals.ts";
import { type Mark, marksOf } from "./pdf-drawing.ts";
import { linesOf } from "./pdf-lines.ts";
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
  return openedPdf(bytes, async function* (document, ops) {
    const of = document.numPages;
    let wordless = 0;
    for (let number = 1; number <= of; number++)
      if (isWordless(await runsOf(await document.getPage(number)))) wordless++;
    for (let number = 1; number <= of; number++) {
      const page = await document.getPage(number);
      const words = await wordsOfPage(page, { ops, pictured, looks });
      // What is typed over a scan may lie over words that only recognition finds.
      const lines = linesOf(
        words.isForOcr ? words.typed.map((run) => ({ ...run, doubtful: true })) : words.runs,
      );
      const raster = words.isForOcr ? await rasterOf(page, ops, words.read) : undefined;
      page.cleanup();
      const unread = [...words.unread, ...(number === 1 ? await attachedFiles(document) : [])];
      const said = raster === undefined || lines.length > 0 ? { lines: lines.map(withoutRadicals) } : {};
      yield { number, of, wordless, raster, ...said, unread };
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
    const one = await drawnAs(mark, pictured);
    if (one !== undefined) drawn.push(one);
  }
  return pageRaster(drawn, { width, height });
}

async function drawnAs(mark: Mark, pictured: boolean): Promise<Placed | Inked | undefined> {
  const { matrix } = mark;
  switch (mark.mark) {
    case "picture": {
      const raster = pictureOf(await mark.image(), mark.mask);
      return raster && { raster, matrix };
    }
    case "letter": {
      const outline = mark.unseen ? undefined : await mark.outline();
      return outline && { outline, matrix, colour: mark.colour };
    }
    case "shape":
      return pictured ? undefined : { outline: mark.outline, matrix, colour: mark.colour };
    default:
      return mark satisfies never;
  }
}

/** pdf.js's decoded picture as ours; a stencil's zero bits are its ink. */
function pictureOf(image: unknown, mask: boolean): Raster | undefined {
  const { width, height, data, kind } = (image ?? {}) as {
    width?: number;
    height?: number;
    data?: Uint8Array | Uint8ClampedArray | null;
    kind?: number;
  };
  if (!width || !height || !data) return undefined;
  if (mask || kind === 1) return { width, height, channels: 1, data: bitsToGrey(data, width, height) };
  if (kind === 2)
    return {
      width,
      height,
      channels: 3,
      data: new Uint8Array(data.buffer, data.byteOffset, width * height * 3),
    };
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4) {
    const alpha = data[from + 3] ?? 255;
    for (let c = 0; c < 3; c++) rgb[to++] = ((data[from + c] ?? 0) * alpha + 255 * (255 - alpha)) / 255;
  }
  return { width, height, channels: 3, data: rgb };
}

function bitsToGrey(bits: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const stride = (width + 7) >> 3;
  const grey = new Uint8Array(width * height);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const byte = bits[y * stride + (x >> 3)] ?? 0xff;
      grey[to++] = (byte >> (7 - (x & 7))) & 1 ? 255 : 0;
    }
  }
  return grey;
}
