/** What is kept of a scan, and under which name, between the function that reads it and the one that files it? */
import type { UnreadPart } from "../../domain/unread-part.ts";
import type { UnreadableReason } from "../formats/unreadable.ts";

/** What was read from a file's pictures, or why nothing was. Kept between the function that reads scans and intake. */
export type ScannedText =
  | {
      readonly ok: true;
      /** Lines by `\n`, cells by tab. */
      readonly text: string;
      /** How sure each UTF-16 unit of `text` is, 0–1. */
      readonly sureness: readonly number[];
      readonly pages: number;
      /** What of the file was neither read nor looked at. */
      readonly unread?: readonly UnreadPart[];
    }
  | { readonly ok: false; readonly reason: UnreadableReason };

/** Where a file's scan is kept: by the bytes, so that the same file under another name is not read again. */
export function scanKey(sha256: string): string {
  return `scans/v${FORM}/${sha256}.json`;
}

/** Raised whenever scans are read or kept differently: older ones are then read again. */
const FORM = 3;

/** The most a kept scan can weigh: as many pages as are read, each full. In bytes. */
export const MOST_SCAN_BYTES = 8_000_000;

/** A scan as it is kept, its sureness in hundredths. */
export function scanToJson(scan: ScannedText): Uint8Array {
  const kept = scan.ok ? { ...scan, sureness: scan.sureness.map((one) => Math.floor(one * 100)) } : scan;
  return new TextEncoder().encode(JSON.stringify(kept));
}

/** The scan that was kept; throws where it is none. */
export function scanOfJson(bytes: Uint8Array): ScannedText {
  const kept = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as ScannedText;
  if (!kept.ok) return kept;
  if (kept.sureness.length !== kept.text.length) throw new TypeError("a scan without its sureness");
  return { ...kept, sureness: kept.sureness.map((one) => one / 100) };
}
