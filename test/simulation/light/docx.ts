/** In place of a DOCX: what it says. */
export async function docxBytes(document: unknown): Promise<Uint8Array> {
  return new TextEncoder().encode(JSON.stringify(document));
}
