/** What does a page of words look like to the person who checks what was read on it? */
import { type Mark, marksOf } from "./pdf-drawing.ts";
import type { Pdfjs, PdfPage } from "./pdf-open.ts";
import type { PageWords } from "./pdf-page.ts";
import { type Inked, type Placed, pageRaster } from "./place-images.ts";
import { charactersOf } from "./placed-text.ts";
import type { Raster } from "./raster.ts";

/** A letter whose font is not in the file, or that was typed into a field: whoever shows the page sets it in a font of his own. In pixels of the picture. */
export interface UndrawnLetter {
  readonly text: string;
  /** Where its base line begins. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A page as it is printed, but for the letters nobody but its reader's program can draw. */
export interface DrawnPage {
  readonly raster: Raster;
  readonly undrawn: readonly UndrawnLetter[];
}

/** More marks on one page are no paper's. */
const MOST_MARKS = 60_000;
/** Thinner lines would be lost. In points. */
const THINNEST = 0.6;
const LINE_COLOUR = "#333333";

/** Draws pictures, letters and shapes in their order, then the page's lines, and names what was typed on it; undefined where that would take too much. */
export async function drawnPage(
  page: PdfPage,
  ops: Pdfjs["OPS"],
  { ruling: { rules, uprights }, bare }: Pick<PageWords, "ruling" | "bare">,
  longest: number,
): Promise<DrawnPage | undefined> {
  const { width, height } = page.getViewport({ scale: 1 });
  const drawn: (Placed | Inked)[] = [];
  const undrawn: UndrawnLetter[] = [];
  let marks = 0;
  for await (const mark of marksOf(page, ops)) {
    if (++marks > MOST_MARKS) return undefined;
    const one = await drawnAs(mark);
    if (one !== undefined) drawn.push(one);
    else if (mark.mark === "letter" && !mark.unseen) undrawn.push(undrawnOf(mark));
  }
  for (const run of bare)
    for (const { text, x } of charactersOf(run)) undrawn.push({ text, x, y: -run.y, size: run.size });
  for (const { left, right, y, thickness } of rules)
    drawn.push(bar(left, -y - thickness / 2, right - left, Math.max(thickness, THINNEST)));
  for (const { x, bottom, top } of uprights) drawn.push(bar(x - THINNEST / 2, -top, THINNEST, top - bottom));
  const size = { width, height };
  // A page on which nothing can be drawn is still a sheet to set letters on.
  const sheet: Inked = { ...bar(0, 0, width, height), colour: "#ffffff" };
  const raster = pageRaster([sheet, ...drawn], size, longest);
  if (raster === undefined) return undefined;
  const scale = raster.width / width;
  return {
    raster,
    undrawn: undrawn.map(({ text, x, y, size: own }) => ({
      text,
      x: x * scale,
      y: y * scale,
      size: own * scale,
    })),
  };
}

/** A mark as it is drawn; undefined where nothing of it can be. */
export async function drawnAs(mark: Mark): Promise<Placed | Inked | undefined> {
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
      return { outline: mark.outline, matrix, colour: mark.colour };
    default:
      return mark satisfies never;
  }
}

function undrawnOf({ matrix, text }: Extract<Mark, { mark: "letter" }>): UndrawnLetter {
  const [, , c, d, x, y] = matrix;
  return { text, x, y, size: Math.hypot(c, d) };
}

/** A box in ink: from its left upper corner, in points. */
function bar(left: number, top: number, width: number, height: number): Inked {
  const outline = [0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 4];
  return { outline, matrix: [width, 0, 0, height, left, top], colour: LINE_COLOUR };
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
