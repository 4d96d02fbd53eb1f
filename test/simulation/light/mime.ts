/** In place of a MIME message: what its reader sees first. */
import type { mimeMessage as inTruth } from "../../../shared/letters/frame/mime.ts";
import { inFull } from "./in-full.ts";

export async function mimeMessage(...given: Parameters<typeof inTruth>): Promise<Uint8Array> {
  const [{ subject, text }] = given;
  return inFull()?.mimeMessage(...given) ?? new TextEncoder().encode(`${subject}\n\n${text}`);
}
