/** Word and Excel as plain XML: the formats of 2003 (w:wordDocument, SpreadsheetML) and Word's package in one file. */
import type { TextResult } from "./plain-text.ts";
import { readPlainText } from "./plain-text.ts";
import { descendants, parseXml, type XmlElement } from "./xml.ts";

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

/** Reads a Word file in XML: paragraphs to lines, table rows to lines with tabs between cells. */
export function readWordXml(bytes: Uint8Array): TextResult {
  const file = officeXml(bytes);
  if (!file.ok) return file;
  if (hasMacros(file.root)) return { ok: false, reason: { kind: "macro" } };
  const [body] = descendants(file.root, "body");
  const text = body === undefined ? "" : linesOf(body).join("\n");
  return text.trim() === "" ? { ok: false, reason: { kind: "no-text-layer" } } : { ok: true, text };
}

/** Word 2003 keeps its macros in `w:docSuppData`, the package in a part of their own. */
function hasMacros(root: XmlElement): boolean {
  if (root.name === "wordDocument" && root.attributes["w:macrosPresent"] === "yes") return true;
  for (const part of root.children)
    if (part.name === "docSuppData" || /vbaProject/i.test(part.attributes["pkg:name"] ?? "")) return true;
  return false;
}

/** The lines of a body, a section or a text box. */
function linesOf(element: XmlElement): string[] {
  return element.children.flatMap((child) => {
    switch (child.name) {
      case "p":
        return [paragraphOf(child), ...boxesOf(child)];
      case "tbl":
        return rowsOf(child);
      case "del":
      case "sectPr":
        return [];
      default:
        return linesOf(child);
    }
  });
}

function rowsOf(table: XmlElement): string[] {
  return [...table.children].flatMap((row) => {
    if (row.name !== "tr") return row.name === "tblPr" || row.name === "tblGrid" ? [] : rowsOf(row);
    const cells = cellsOf(row).map((cell) => linesOf(cell).map((line) => line.trim()));
    // A row of one cell is a frame round a text: its paragraphs stay lines.
    const [only = []] = cells;
    return cells.length === 1
      ? only
      : [
          cells
            .map((lines) => lines.filter(Boolean).join(" "))
            .join("\t")
            .trimEnd(),
        ];
  });
}

function cellsOf(row: XmlElement): XmlElement[] {
  return row.children.flatMap((child) =>
    child.name === "tc" ? [child] : child.name === "trPr" ? [] : cellsOf(child),
  );
}

/** A paragraph's words; what was deleted or is hidden is not said, and boxes stand apart. */
function paragraphOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      switch (child.name) {
        case "t":
          return child.text;
        case "tab":
          return " ";
        case "br":
        case "cr":
          return "\n";
        case "noBreakHyphen":
          return "-";
        case "del":
        case "pPr":
        case "rPr":
        case "txbxContent":
        case "Fallback":
          return "";
        case "r":
          return isHidden(child) ? "" : paragraphOf(child);
        default:
          return paragraphOf(child);
      }
    })
    .join("");
}

function isHidden(run: XmlElement): boolean {
  return run.children.some(
    ({ name, children }) =>
      name === "rPr" &&
      children.some(
        (one) => one.name === "vanish" && !/^(?:off|0|false)$/.test(one.attributes["w:val"] ?? ""),
      ),
  );
}

/** The same box may stand there once more for older programs. */
function boxesOf(paragraph: XmlElement): string[] {
  return paragraph.children.flatMap((child) =>
    child.name === "txbxContent" ? linesOf(child) : child.name === "Fallback" ? [] : boxesOf(child),
  );
}
