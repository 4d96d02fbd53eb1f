import type { TextResult } from "./plain-text.ts";
import { refusalOfZip } from "./zip-guard.ts";

/** Reads a Word file (DOCX) once it is known not to be a bomb: paragraphs to lines, table cells to tabs. */
export async function readDocx(bytes: Uint8Array): Promise<TextResult> {
  const reason = await refusalOfZip(bytes);
  if (reason !== undefined) return { ok: false, reason };
  try {
    const { default: mammoth } = await import("mammoth");
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const images = { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) };
    const text = textOf((await mammoth.convertToHtml({ buffer }, images)).value);
    return text.trim() === "" ? { ok: false, reason: { kind: "no-text-layer" } } : { ok: true, text };
  } catch (error) {
    return {
      ok: false,
      reason: { kind: "broken", detail: error instanceof Error ? error.message : String(error) },
    };
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  "#39": "'",
};

/**
 * The text of mammoth's HTML, which is simple: known tags, no scripts, no comments. A row of a table is a
 * line, so that a label keeps its value beside it; paragraphs inside one cell are parted by a blank.
 */
function textOf(html: string): string {
  let depth = 0;
  let text = "";
  for (const [token, tag] of html.matchAll(/<(\/?[a-z]\w*)[^>]*>|[^<]+/g)) {
    if (tag === undefined) text += token.replace(/[\n\t]/g, " ");
    else if (tag === "table") depth++;
    else if (tag === "/table") depth--;
    else if (tag === "/td" || tag === "/th") text = `${text.replace(/ +$/, "")}\t`;
    else if (tag === "/tr") text = `${text.replace(/\t$/, "")}\n`;
    else if (tag === "br" || /^\/(?:p|h\d|li)$/.test(tag)) text += depth > 0 ? " " : "\n";
  }
  return text.replace(/&(#39|\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
