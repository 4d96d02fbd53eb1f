/** What do the pages of a scan look like, whatever file they came in? */
import { sniffFormat } from "../formats/format.ts";
import { wordOfDocx } from "../formats/word/docx.ts";
import { zipParts } from "../formats/zip-parts.ts";
import { enclosedPictures } from "./enclosed-pictures.ts";
import { jpegFrame, jpegPage, upright } from "./jpeg.ts";
import { wordsBesidePictures } from "./ofd.ts";
import { pdfImages, type ScannedPage } from "./pdf-images.ts";
import { pdfOfPictures } from "./picture-pdf.ts";
import { pageRaster } from "./place-images.ts";
import { decodePng } from "./png.ts";
import type { Raster } from "./raster.ts";
import { tiffPages } from "./tiff.ts";

/**
 * The pages of a file that is a picture or holds pictures (PDF, JPEG, PNG, TIFF; DOCX and OFD), upright as the file declares, of a
 * size to be read: at most 2600 pixels long.
 * @throws Error where the file is damaged, or a picture of a kind that is not read (GIF, BMP, WebP)
 */
export async function* pageImages(bytes: Uint8Array): AsyncGenerator<ScannedPage> {
  const [first, second] = bytes;
  if (first === 0x89 && second === 0x50) {
    yield { number: 1, of: 1, wordless: 1, raster: fitted(decodePng(bytes)) };
  } else if (first === 0xff && second === 0xd8) {
    const frame = jpegFrame(bytes);
    yield* asDeclared(pdfOfPictures([jpegPage(bytes, frame)]), [frame.orientation]);
  } else if ((first === 0x49 && second === 0x49) || (first === 0x4d && second === 0x4d)) {
    const pages = tiffPages(bytes);
    yield* asDeclared(
      pdfOfPictures(pages.map(({ page }) => page)),
      pages.map(({ orientation }) => orientation),
    );
  } else if (first === 0x50 && second === 0x4b) {
    yield* enclosedPages(bytes);
  } else {
    yield* pdfImages(bytes);
  }
}

/** What a Word file or an OFD says besides, then the pictures in it. */
async function* enclosedPages(bytes: Uint8Array): AsyncGenerator<ScannedPage> {
  const format = sniffFormat(bytes);
  if (format !== "docx" && format !== "ofd")
    throw new Error("this kind of file holds no pictures that are read");
  const pictures = await enclosedPictures(bytes, format);
  const words =
    format === "docx" ? await wordsOfWord(bytes) : wordsBesidePictures(await zipParts(bytes, isXml));
  const lines = words.lines.filter((line) => line.trim() !== "");
  const of = pictures.length;
  if (lines.length + words.unread.length > 0)
    yield { number: 0, of, wordless: of, raster: undefined, lines, unread: words.unread };
  for (const [index, picture] of pictures.entries())
    for await (const page of pageImages(picture)) yield { ...page, number: index + 1, of, wordless: of };
}

async function wordsOfWord(bytes: Uint8Array) {
  const { lines, unread } = await wordOfDocx(bytes);
  return { lines: lines.map(({ text }) => text), unread };
}

const isXml = (path: string) => path.endsWith(".xml");

async function* asDeclared(pdf: Uint8Array, orientations: readonly number[]): AsyncGenerator<ScannedPage> {
  for await (const page of pdfImages(pdf)) {
    const { raster } = page;
    // Turned as the camera was held: the sheet it was put on for decoding is no page.
    const { size: _, draw: __, ...shown } = page;
    yield { ...shown, raster: raster && upright(raster, orientations[page.number - 1] ?? 1) };
  }
}

/** As a page that has nothing on it but this picture. */
function fitted(raster: Raster): Raster | undefined {
  const { width, height } = raster;
  return pageRaster([{ raster, matrix: [width, 0, 0, -height, 0, height] }], { width, height });
}
