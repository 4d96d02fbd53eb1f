/** Does a file need character recognition, and which facts does its text give? */
import type { Format } from "../formats/format.ts";
import { withUnread } from "../kinds/sureness.ts";
import { type DocumentResult, MOST_SHOWN, readFacts } from "../read-document.ts";
import { doubted } from "./doubted.ts";
import type { ScannedText } from "./scanned-text.ts";

/** In what character recognition can find something; a DOC or a web page without words is sent back. */
const SEEN: ReadonlySet<Format> = new Set(["image", "pdf", "docx", "ofd"]);

/** Whether a file that could not be read needs character recognition (OCR): a picture, or a file of pictures. */
export function needsOcr(result: DocumentResult): result is Extract<DocumentResult, { ok: false }> {
  return !result.ok && result.reason.kind === "no-text-layer" && SEEN.has(result.format);
}

/** The facts of a scan, none of them surer than the characters it was read from. */
export function factsOfScan(format: Format, scan: ScannedText): DocumentResult {
  if (!scan.ok) return { ok: false, format, reason: scan.reason };
  const document = withUnread(doubted(readFacts(scan.text), scan), scan.unread);
  return { ok: true, format, pages: scan.pages, document, text: scan.text.slice(0, MOST_SHOWN) };
}
