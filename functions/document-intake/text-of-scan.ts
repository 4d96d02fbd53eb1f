/** A file without text (扫描件): what document-ocr recognised in it, once that has been done. */
import { needsOcr } from "../../shared/documents/ocr/needs-ocr.ts";
import { MOST_SCAN_BYTES, scanKey, scanOfJson } from "../../shared/documents/ocr/scanned-text.ts";
import type { DocumentResult } from "../../shared/documents/read-document.ts";
import type { Files } from "../../shared/ports/files.ts";

/** The result of reading a file, with the facts of its scan where it has no text of its own. */
export async function withScan(
  scans: Pick<Files, "read">,
  sha256: string,
  result: DocumentResult,
): Promise<DocumentResult | "awaiting-scan"> {
  if (!needsOcr(result)) return result;
  const kept = await scans.read(scanKey(sha256), undefined, MOST_SCAN_BYTES);
  if (kept === "missing") return "awaiting-scan";
  if (kept === "too-large") throw new Error("a scan's text is larger than any that was kept");
  // The rules of all papers, loaded once a scan has been recognised.
  const { factsOfScan } = await import("../../shared/documents/ocr/scan-facts.ts");
  return factsOfScan(result.format, scanOfJson(kept));
}
