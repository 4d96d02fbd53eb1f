/** In place of a workbook: what its sheets say. */
import type { xlsxBytes as inTruth } from "../../../shared/letters/office/workbook.ts";
import { inFull } from "./in-full.ts";

export async function xlsxBytes(...given: Parameters<typeof inTruth>): Promise<Uint8Array> {
  return inFull()?.xlsxBytes(...given) ?? new TextEncoder().encode(JSON.stringify(given));
}
