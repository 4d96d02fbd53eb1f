/**
 * What does an OFD file say? The national format of fixed layouts (GB/T 33190-2016) is a ZIP of XML. Text stands at
 * positions in millimetres; a page may lie on a template, where forms keep their labels, so lines are put together over both.
 */
import type { UnreadPart } from "../../domain/unread-part.ts";
import type { TextResult } from "../formats/file-text.ts";
import type { UnreadableReason } from "../formats/unreadable.ts";
import { attributeOf, descendants } from "../formats/xml.ts";
import { refusalOfZip } from "../formats/zip-guard.ts";
import { zipParts } from "../formats/zip-parts.ts";
import { numbersOf } from "./ofd-objects.ts";
import { wordsOfOfdPage } from "./ofd-page.ts";
import { MOST_OFD_PAGES, type OfdPage, ofdPages, xmlOf } from "./ofd-parts.ts";
import { linesOf } from "./pdf-lines.ts";
import { CLOSE, ruledRows } from "./ruled-table.ts";

/** What is left of a scan when its seals' and page numbers' text is all there is. */
const FEWEST_CHARACTERS = 10;
/** What is printed or typed over a scan is shorter than a paper. */
const WORDS_OVER_SCAN = 120;
/** A third of a page; a seal or an emblem is smaller. In square millimetres. */
const SCAN = 20_000;
const MOST_UNREAD = 50;

/** Reads the text of all documents in an OFD file, page by page. A file of pictures is refused as `no-text-layer`. */
export async function readOfd(bytes: Uint8Array): Promise<TextResult> {
  const unsafe = await refusalOfZip(bytes);
  if (unsafe !== undefined) return refused(unsafe);
  try {
    const parts = xmlOf(await zipParts(bytes, (path) => path.endsWith(".xml")));
    if ([...parts.keys()].some((path) => /(?:^|\/)encryptions\.xml$/i.test(path)))
      return refused({ kind: "encrypted" });
    const { pages, unread: beside } = ofdPages(parts);
    if (pages.length === 0) return refused({ kind: "broken", detail: "it has no page" });
    if (pages.length > MOST_OFD_PAGES)
      return refused({ kind: "too-many-pages", pages: pages.length, limit: MOST_OFD_PAGES });
    const { lines, table, unread } = wordsOf(pages, beside);
    const text = lines.join("\n");
    const { length } = text.replace(/\s/g, "");
    if (length < FEWEST_CHARACTERS || (length < WORDS_OVER_SCAN && pages.some(isScan)))
      return refused({ kind: "no-text-layer", pages: pages.length });
    return {
      ok: true,
      text,
      pages: pages.length,
      ...(table && { table }),
      ...(unread.length > 0 && { unread }),
    };
  } catch (error) {
    return refused({ kind: "broken", detail: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * The words of a file of pictures, which `readOfd` refuses: they belong to what the pictures say.
 * @throws Error where the file is damaged
 */
export function wordsBesidePictures(parts: ReadonlyMap<string, Buffer>): OfdWords {
  const { pages, unread } = ofdPages(xmlOf(parts));
  return wordsOf(pages, unread);
}

interface OfdWords {
  readonly lines: readonly string[];
  /** The rows of the tables its pages rule, and the lines around them; undefined where they rule none. */
  readonly table?: readonly (readonly string[])[];
  readonly unread: readonly UnreadPart[];
}

function wordsOf(pages: readonly OfdPage[], beside: readonly UnreadPart[]): OfdWords {
  const unread: UnreadPart[] = [...beside];
  const lines: string[] = [];
  const table: (readonly string[])[] = [];
  let hasTable = false;
  for (const page of pages) {
    const words = wordsOfOfdPage(page);
    const own = linesOf(words.runs);
    lines.push(...own);
    unread.push(...words.unread);
    const ruled = ruledRows(words.runs, words.ruling, CLOSE.millimetres);
    hasTable ||= ruled !== undefined;
    table.push(...(ruled ?? own.map((line) => line.split("\t"))));
  }
  return { lines, ...(hasTable && { table }), unread: unread.slice(0, MOST_UNREAD) };
}

/** Whether pictures make up a page. */
function isScan({ layers }: OfdPage): boolean {
  return layers.some((layer) =>
    [...descendants(layer, "ImageObject")].some((image) => {
      const [, , wide = 0, high = 0] = numbersOf(attributeOf(image, "Boundary"));
      return wide * high > SCAN;
    }),
  );
}

function refused(reason: UnreadableReason): TextResult {
  return { ok: false, reason };
}
