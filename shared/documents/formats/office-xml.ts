/** Word and Excel files that are one XML file: decoded and parsed, or refused before anything in them is looked at. */
import type { TextResult } from "./file-text.ts";
import { readPlainText } from "./plain-text.ts";
import { parseXml, type XmlElement } from "./xml.ts";

/** An XML file's root, or why there is none. A document type is refused before anything is parsed. */
export function officeXml(
  bytes: Uint8Array,
): { readonly ok: true; readonly root: XmlElement } | Extract<TextResult, { ok: false }> {
  const decoded = readPlainText(bytes);
  if (!decoded.ok) return decoded;
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(decoded.text))
    return { ok: false, reason: { kind: "bomb", detail: "it declares a document type" } };
  try {
    return { ok: true, root: parseXml(decoded.text) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: { kind: "broken", detail } };
  }
}
