/** In place of a DOCX: what it says. */
import type { docxBytes as inTruth } from "../../../shared/letters/office/docx.ts";
import { inFull } from "./in-full.ts";

export async function docxBytes(...given: Parameters<typeof inTruth>): Promise<Uint8Array> {
  return inFull()?.docxBytes(...given) ?? new TextEncoder().encode(JSON.stringify(given));
}
