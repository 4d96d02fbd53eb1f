/** pdf.js, opened the one way both readers of PDFs need it: with its maps and decoders, without a canvas. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { UnreadPart } from "../../domain/unread-part.ts";
import { shortName } from "../formats/file-text.ts";
import { PdfWarnings } from "./guard/pdf-guard.ts";
import { MOST_PIXELS } from "./raster.ts";

export type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
export type PdfDocument = Awaited<ReturnType<Pdfjs["getDocument"]>["promise"]>;
export type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/**
 * Opens a PDF, hands it to `use` and closes it again, however that ends.
 * @throws Error as pdf.js does, where the file is damaged (PasswordException where it is encrypted)
 */
export async function* openedPdf<T>(
  bytes: Uint8Array,
  use: (document: PdfDocument, ops: Pdfjs["OPS"], warnings: PdfWarnings) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const pdfjs = await loadPdfjs();
  const warnings = new PdfWarnings();
  // pdf.js takes the buffer over and refuses a Buffer, so it gets a plain copy.
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    ...assets(),
    maxImageSize: MOST_PIXELS,
    verbosity: pdfjs.VerbosityLevel.WARNINGS,
    useSystemFonts: false,
    // The outlines of letters instead of fonts for a browser.
    disableFontFace: true,
  });
  try {
    yield* use(await task.promise, pdfjs.OPS, warnings);
  } finally {
    warnings.close();
    await task.destroy();
  }
}

/** Papers that a PDF carries with it (attachments); they are papers of their own, and nobody reads them here. */
export async function attachedFiles(document: PdfDocument): Promise<readonly UnreadPart[]> {
  const attachments = (await document.getAttachments()) as ReadonlyMap<string, { filename?: string }> | null;
  return [...(attachments?.values() ?? [])]
    .map(({ filename = "" }) => shortName(filename))
    .filter((name) => /\.(?:pdf|docx?|wps|rtf|xlsx?|et|ofd|txt|html?|jpe?g|png|tiff?)$/i.test(name))
    .map((name) => ({ kind: "enclosed-file", name }));
}

/** The worker module puts itself on globalThis; imported by name, it is part of a bundle too. */
async function loadPdfjs(): Promise<Pdfjs> {
  // pdf.js asks a canvas how large pictures may be and, without an answer, halves JPEG 2000 beyond 2048 pixels.
  if (!("OffscreenCanvas" in globalThis)) Object.assign(globalThis, { OffscreenCanvas: CanvasOfAnySize });
  const { warn } = console;
  // Without a canvas, which isn't needed, the library warns as it loads, before its verbosity can be set.
  console.warn = () => {};
  try {
    const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
    await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    return pdfjs;
  } finally {
    console.warn = warn;
  }
}

class CanvasOfAnySize {
  getContext() {
    return { fillRect: () => undefined, getImageData: () => ({ data: [0, 0, 0, 255] }) };
  }
}

/**
 * Where pdf.js finds its character maps, without which fonts that aren't embedded read as nothing, and the decoders of
 * JPEG 2000, JBIG2 and fax. In a bundle they lie beside it (`pdfjs/cmaps`, `pdfjs/standard_fonts`, `pdfjs/wasm`); run
 * from the sources, in the package.
 */
function assets(): { cMapUrl: string; cMapPacked: true; standardFontDataUrl: string; wasmUrl: string } {
  const beside = fileURLToPath(new URL("./pdfjs/", import.meta.url));
  const root = existsSync(beside)
    ? beside
    : dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const folder = (name: string) => `${join(root, name)}/`;
  return {
    cMapUrl: folder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folder("standard_fonts"),
    wasmUrl: folder("wasm"),
  };
}
