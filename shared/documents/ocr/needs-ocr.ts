/** Does a file need character recognition? */
import type { Format } from "../formats/format.ts";
import type { DocumentResult } from "../read-document.ts";

/** In what character recognition can find something; a DOC or a web page without words is sent back. */
const SEEN: ReadonlySet<Format> = new Set(["image", "pdf", "docx", "ofd"]);

/** Whether a file that could not be read needs character recognition (OCR): a picture, or a file of pictures. */
export function needsOcr(result: DocumentResult): result is Extract<DocumentResult, { ok: false }> {
  return !result.ok && result.reason.kind === "no-text-layer" && SEEN.has(result.format);
}
