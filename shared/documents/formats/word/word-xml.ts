/** Word as one XML file: the format of 2003 (w:wordDocument) and the package of later years in its flat form. */
import type { TextResult } from "../file-text.ts";
import { officeXml } from "../office-xml.ts";
import { attributeOf, type XmlElement } from "../xml.ts";
import { readChunk } from "./chunk.ts";
import { resultOf, wordOfXml } from "./document.ts";

/** Reads a Word file in XML: paragraphs to lines, table rows to lines with tabs between cells. */
export async function readWordXml(bytes: Uint8Array): Promise<TextResult> {
  const file = officeXml(bytes);
  if (!file.ok) return file;
  if (hasMacros(file.root)) return { ok: false, reason: { kind: "macro" } };
  try {
    const text = await wordOfXml(file.root, readChunk);
    return text.lines.every((line) => line.text.trim() === "")
      ? { ok: false, reason: { kind: "no-text-layer" } }
      : resultOf(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: { kind: "broken", detail } };
  }
}

/** Word 2003 keeps its macros in `w:docSuppData`, the package in a part of their own. */
function hasMacros(root: XmlElement): boolean {
  if (root.name === "wordDocument" && attributeOf(root, "macrosPresent") === "yes") return true;
  return root.children.some(
    (part) => part.name === "docSuppData" || /vbaProject/i.test(attributeOf(part, "name") ?? ""),
  );
}
