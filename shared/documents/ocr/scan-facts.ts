/** Which facts does the text of a scan give? */
import type { Format } from "../formats/format.ts";
import { withUnread } from "../kinds/sureness.ts";
import { type DocumentResult, MOST_SHOWN, readFacts } from "../read-document.ts";
import { doubted } from "./doubted.ts";
import type { ScannedText } from "./scanned-text.ts";

/** The facts of a scan, none of them surer than the characters it was read from. */
export function factsOfScan(format: Format, scan: ScannedText): DocumentResult {
  if (!scan.ok) return { ok: false, format, reason: scan.reason };
  const document = withUnread(doubted(readFacts(scan.text), scan), scan.unread);
  return { ok: true, format, pages: scan.pages, document, text: scan.text.slice(0, MOST_SHOWN) };
}
