/** What does a PDF say, if all its pages have words of their own? */
import type { TextResult } from "../formats/file-text.ts";
import { streamsOf } from "./guard/pdf-guard.ts";
import { linesOf } from "./pdf-lines.ts";
import { attachedFiles, openedPdf } from "./pdf-open.ts";
import { hasBigPicture, looksAtFile, wordsOfPage } from "./pdf-page.ts";
import { ruledRows } from "./ruled-table.ts";

export const MOST_PAGES = 300;
/** Less is a page number or a stamp. In characters. */
const FEWEST_CHARACTERS = 10;
const MOST_UNREAD = 50;

/**
 * Reads a PDF's text layer, lines put together by position. One with a page that must be looked at (a scan, or text
 * whose fonts don't say which characters they draw) is refused as `no-text-layer` and never returned half read: its
 * pages are read together, each in its way, by document-ocr.
 */
export async function readPdf(bytes: Uint8Array): Promise<TextResult> {
  const streams = streamsOf(bytes);
  if (streams.refusal !== undefined) return { ok: false, reason: streams.refusal };
  const pictured = hasBigPicture(bytes);
  const looks = looksAtFile();
  try {
    const opened = openedPdf(bytes, async function* (document, ops, warnings): AsyncGenerator<TextResult> {
      const pages = document.numPages;
      if (pages > MOST_PAGES) {
        yield { ok: false, reason: { kind: "too-many-pages", pages, limit: MOST_PAGES } };
        return;
      }
      const lines: string[] = [];
      const table: (readonly string[])[] = [];
      let hasTable = false;
      const unread = [...(await attachedFiles(document))];
      for (let number = 1; number <= pages; number++) {
        const page = await document.getPage(number);
        const { isForOcr, runs, ruling, unread: notRead } = await wordsOfPage(page, { ops, pictured, looks });
        if (isForOcr) {
          yield { ok: false, reason: { kind: "no-text-layer", pages } };
          return;
        }
        const own = linesOf(runs);
        lines.push(...own);
        const ruled = ruledRows(runs, ruling);
        hasTable ||= ruled !== undefined;
        table.push(...(ruled ?? own.map((line) => line.split("\t"))));
        unread.push(...notRead);
        page.cleanup();
      }
      unread.push(...(streams.unread.length > 0 ? streams.unread : warnings.unread));
      const text = lines.join("\n");
      yield text.replace(/\s/g, "").length < FEWEST_CHARACTERS
        ? { ok: false, reason: { kind: "no-text-layer", pages } }
        : {
            ok: true,
            text,
            pages,
            ...(hasTable && { table }),
            ...(unread.length > 0 && { unread: unread.slice(0, MOST_UNREAD) }),
          };
    });
    for await (const result of opened) return result;
    throw new Error("it has no pages");
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException")
      return { ok: false, reason: { kind: "encrypted" } };
    return {
      ok: false,
      reason: { kind: "broken", detail: error instanceof Error ? error.message : String(error) },
    };
  }
}
