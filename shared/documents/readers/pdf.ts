import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { refusalOfStreams } from "./pdf-guard.ts";
import { linesOf, type PlacedText } from "./pdf-lines.ts";
import type { TextResult } from "./plain-text.ts";

const MOST_PAGES = 300;
const MOST_RUNS_OF_PAGE = 20_000;

/**
 * Reads a PDF's text layer, lines put together by position. A scan, or text whose fonts don't tell which
 * characters they draw, is refused as `no-text-layer` and never returned half read.
 */
export async function readPdf(bytes: Uint8Array): Promise<TextResult> {
  const unsafe = refusalOfStreams(bytes);
  if (unsafe !== undefined) return { ok: false, reason: unsafe };
  const pdfjs = await loadPdfjs();
  // pdf.js takes the buffer over and refuses a Buffer, so it gets a plain copy.
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    ...assets(),
    verbosity: 0,
    useSystemFonts: false,
  });
  try {
    const document = await task.promise;
    const pages = document.numPages;
    if (pages > MOST_PAGES)
      return { ok: false, reason: { kind: "too-many-pages", pages, limit: MOST_PAGES } };
    const lines: string[] = [];
    for (let number = 1; number <= pages; number++) {
      const page = await document.getPage(number);
      lines.push(...linesOf(await runsOf(page)));
      page.cleanup();
    }
    const text = lines.join("\n");
    return hasText(text)
      ? { ok: true, text, pages }
      : { ok: false, reason: { kind: "no-text-layer", pages } };
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException")
      return { ok: false, reason: { kind: "encrypted" } };
    return {
      ok: false,
      reason: { kind: "broken", detail: error instanceof Error ? error.message : String(error) },
    };
  } finally {
    await task.destroy();
  }
}

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");
type Page = Awaited<ReturnType<Awaited<ReturnType<Pdfjs["getDocument"]>["promise"]>["getPage"]>>;

/** The worker module puts itself on globalThis; imported by name, it is part of a bundle too. */
async function loadPdfjs(): Promise<Pdfjs> {
  const { warn } = console;
  // Without a canvas, which text doesn't need, the library warns as it loads, before its verbosity can be set.
  console.warn = () => {};
  try {
    const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
    await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    return pdfjs;
  } finally {
    console.warn = warn;
  }
}

/** The page's runs with its rotation undone, so that a page scanned or printed sideways reads upright. */
async function runsOf(page: Page): Promise<PlacedText[]> {
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

/**
 * Chinese court files are mostly Han characters. Fonts without a map to Unicode come out as control characters,
 * private-use characters or Latin gibberish.
 */
function hasText(text: string): boolean {
  const visible = [...text.replace(/\s/g, "")];
  if (visible.length < 10) return false;
  const han = visible.filter((character) => /\p{Script=Han}/u.test(character)).length;
  const noise = visible.filter((character) => /[\p{Cc}\p{Co}\p{Cn}\uFFFD]/u.test(character)).length;
  return han / visible.length > 0.3 && noise / visible.length < 0.05;
}

/**
 * Where pdf.js finds its character maps, without which fonts that aren't embedded read as nothing. In a bundle
 * they lie beside it (`pdfjs/cmaps`, `pdfjs/standard_fonts`, `pdfjs/wasm`); run from the sources, in the package.
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
