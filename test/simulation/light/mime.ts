/** In place of a MIME message: what its reader sees first. */
import type { Mail } from "../../../shared/letters/frame/mail.ts";

export async function mimeMessage({ subject, text }: Mail): Promise<Uint8Array> {
  return new TextEncoder().encode(`${subject}\n\n${text}`);
}
