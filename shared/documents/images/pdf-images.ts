import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Matrix, type Placed, pageRaster, times } from "./place-images.ts";
import { MOST_PIXELS, type Raster } from "./raster.ts";

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
type Document = Awaited<ReturnType<Pdfjs["getDocument"]>["promise"]>;
type Page = Awaited<ReturnType<Document["getPage"]>>;

/** A scan's page, its rotation undone. */
export interface ScannedPage {
  readonly number: number;
  /** Pages of the file. */
  readonly of: number;
  readonly raster: Raster | undefined;
}

/**
 * What the pages of a PDF show as pictures, one page in memory at a time; `raster` is undefined where a page has none.
 * Nothing is rendered: pictures are decoded and put where the page puts them, so no canvas is needed.
 * @throws Error as pdf.js does, where the file is damaged (PasswordException where it is encrypted)
 */
export async function* pdfImages(bytes: Uint8Array): AsyncGenerator<ScannedPage> {
  const pdfjs = await loadPdfjs();
  // pdf.js takes the buffer over and refuses a Buffer, so it gets a plain copy.
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    wasmUrl: wasmFolder(),
    maxImageSize: MOST_PIXELS,
    verbosity: 0,
    useSystemFonts: false,
  });
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const raster = pageRaster(await placedImages(page, pdfjs.OPS), sizeOf(page));
      page.cleanup();
      yield { number, of: document.numPages, raster };
    }
  } finally {
    await task.destroy();
  }
}

/** The worker module puts itself on globalThis; imported by name, it is part of a bundle too. */
async function loadPdfjs(): Promise<Pdfjs> {
  // pdf.js asks a canvas how large pictures may be and, without an answer, halves JPEG 2000 beyond 2048 pixels.
  if (!("OffscreenCanvas" in globalThis)) Object.assign(globalThis, { OffscreenCanvas: CanvasOfAnySize });
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  return pdfjs;
}

class CanvasOfAnySize {
  getContext() {
    return { fillRect: () => undefined, getImageData: () => ({ data: [0, 0, 0, 255] }) };
  }
}

/** Decoders of JPEG 2000, JBIG2 and fax; in a bundle they lie beside it, as for the text reader. */
function wasmFolder(): string {
  const beside = fileURLToPath(new URL("./pdfjs/wasm/", import.meta.url));
  if (existsSync(beside)) return beside;
  return `${join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "wasm")}/`;
}

function sizeOf(page: Page): { width: number; height: number } {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}

/** The page's pictures with their matrices: from the unit square, its origin lower left, to the upright page in points. */
async function placedImages(page: Page, ops: Pdfjs["OPS"]): Promise<readonly Placed[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const placed: Placed[] = [];
  let matrix = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  const saved: Matrix[] = [];
  const put = (image: unknown, mask: boolean) => {
    const raster = rasterOf(image, mask);
    if (raster !== undefined) placed.push({ raster, matrix });
  };
  for (const [index, operator] of fnArray.entries()) {
    const args: readonly unknown[] = argsArray[index] ?? [];
    switch (operator) {
      case ops.save:
        saved.push(matrix);
        break;
      case ops.restore:
      case ops.paintFormXObjectEnd:
        matrix = saved.pop() ?? matrix;
        break;
      case ops.transform:
        matrix = times(matrix, args as unknown as Matrix);
        break;
      case ops.paintFormXObjectBegin:
        saved.push(matrix);
        if (args[0] !== null && args[0] !== undefined) matrix = times(matrix, args[0] as Matrix);
        break;
      case ops.paintImageXObject:
        put(await objectOf(page, String(args[0])), false);
        break;
      case ops.paintInlineImageXObject:
        put(args[0], false);
        break;
      case ops.paintImageMaskXObject:
        put(await maskOf(page, args[0]), true);
        break;
    }
  }
  return placed;
}

/** Pictures that several pages share have their own store. */
function objectOf(page: Page, name: string): Promise<unknown> {
  const store = name.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => store.get(name, resolve));
}

async function maskOf(page: Page, mask: unknown): Promise<unknown> {
  const { data } = mask as { data?: unknown };
  if (typeof data !== "string") return mask;
  return { ...(mask as object), ...((await objectOf(page, data)) as object) };
}

/** pdf.js's decoded picture as ours; a stencil's zero bits are its ink. */
function rasterOf(image: unknown, mask: boolean): Raster | undefined {
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
