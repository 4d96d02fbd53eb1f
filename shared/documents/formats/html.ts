/**
 * What does an HTML file say to somebody who looks at it? Office systems save such files as .doc and .xls.
 */
import { Parser } from "htmlparser2";
import type { TextResult } from "./file-text.ts";
import { readPlainText } from "./plain-text.ts";

const UNSEEN = new Set(["script", "style", "head", "title", "xml", "noscript", "object", "template"]);
const BLOCKS = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table br hr blockquote pre center section article header footer".split(
    " ",
  ),
);
const CELLS = new Set(["td", "th"]);
const HIDDEN_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;
const META_WITHIN = 4096;

/**
 * Reads an HTML file, as office systems save under the name of .doc or .xls: blocks to lines, table rows to lines with
 * tabs between cells. Nothing it refers to is fetched, nothing in it is run.
 */
export function readHtml(bytes: Uint8Array): TextResult {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const text = textOf(decoded.text);
  return text.trim() === "" ? { ok: false, reason: { kind: "no-text-layer" } } : { ok: true, text };
}

/** As plain text is decoded; what the page says of itself counts only where it is neither UTF-8 nor Chinese. */
function decode(bytes: Uint8Array): TextResult {
  const head = Buffer.from(bytes.subarray(0, META_WITHIN)).toString("latin1");
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,20})/i.exec(head)?.[1]?.toLowerCase();
  if (declared === "big5") return { ok: true, text: new TextDecoder("big5").decode(bytes) };
  return readPlainText(bytes);
}

function textOf(html: string): string {
  /** The text of the body, and of each table cell that is open inside it. */
  const open: string[] = [""];
  const rows: string[][] = [];
  /** For each open element whether it hides its content. */
  const hides: boolean[] = [];
  let hidden = 0;
  const add = (text: string) => open.splice(-1, 1, `${open.at(-1) ?? ""}${text}`);
  const breakLine = () => {
    if (/[^\n]$/.test(open.at(-1) ?? "")) add("\n");
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const hiding = UNSEEN.has(name) || HIDDEN_STYLE.test(attributes.style ?? "") || "hidden" in attributes;
      hides.push(hiding);
      if (hiding) hidden++;
      if (name === "tr") rows.push([]);
      else if (CELLS.has(name)) open.push("");
      else if (BLOCKS.has(name)) breakLine();
    },
    ontext(text) {
      if (hidden > 0) return;
      const words = text.replace(/[\s\u00a0]+/g, " ");
      add(/(?:^|\s)$/.test(open.at(-1) ?? "") ? words.trimStart() : words);
    },
    onclosetag(name) {
      if (hides.pop() === true) hidden--;
      if (CELLS.has(name)) {
        const cell = open.length > 1 ? open.pop() : undefined;
        if (cell !== undefined) rows.at(-1)?.push(cell.trim());
      } else if (name === "tr") {
        breakLine();
        add(`${rowOf(rows.pop() ?? [])}\n`);
      } else if (BLOCKS.has(name)) breakLine();
    },
  });
  parser.end(html);
  return open.join("").replace(/ +\n/g, "\n");
}

/** A row of one cell is a frame round a text: its paragraphs stay lines. */
function rowOf(cells: readonly string[]): string {
  return cells.length === 1
    ? (cells[0] ?? "")
    : cells
        .map((cell) => cell.replace(/\s+/g, " "))
        .join("\t")
        .trimEnd();
}
