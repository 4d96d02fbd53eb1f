/** What do the pages of a web archive say? */
import { decode } from "libqp";
import type { UnreadPart } from "../../domain/unread-part.ts";
import type { TextResult } from "./file-text.ts";
import { readHtml } from "./html.ts";

/** A page has a handful of parts, a workbook one a sheet; pictures and styles are not looked into. */
const MOST_PARTS = 500;
const DEEPEST = 4;

/**
 * Reads a web archive (单个文件网页, .mht, often called .doc or .xls): the text of its pages one after the other, a
 * workbook's sheets among them. Nothing it refers to is fetched.
 * @see https://www.rfc-editor.org/rfc/rfc2557
 */
export function readMhtml(bytes: Uint8Array): TextResult {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const found: Found = { pages: [], sheets: [], parts: 0 };
  collect(file.replace(/^\xef\xbb\xbf/, ""), found, 0);
  const { pages, sheets } = found;
  if (found.parts > MOST_PARTS)
    return { ok: false, reason: { kind: "bomb", detail: `more than ${MOST_PARTS} parts` } };
  if (pages.length === 0) return { ok: false, reason: { kind: "broken", detail: "it holds no page" } };
  const texts: string[] = [];
  const rows: (readonly string[])[] = [];
  const unread: UnreadPart[] = [];
  for (const page of pages) {
    const result = readHtml(page, sheets);
    // The frame around a workbook's sheets has no words of its own.
    if (!result.ok && result.reason.kind !== "no-text-layer" && result.reason.kind !== "empty") return result;
    if (!result.ok) continue;
    texts.push(result.text);
    rows.push(...(result.rows ?? []));
    // What a page shows in a frame lies in the archive as another page.
    unread.push(...(result.unread ?? []).filter(({ kind }) => kind !== "enclosed-file"));
  }
  return texts.length === 0
    ? { ok: false, reason: { kind: "no-text-layer" } }
    : { ok: true, text: texts.join("\n"), rows, ...(unread.length > 0 && { unread }) };
}

/** The pages and style sheets of an archive, and how many parts it has. */
interface Found {
  readonly pages: Buffer[];
  readonly sheets: string[];
  parts: number;
}

function collect(part: string, found: Found, depth: number): void {
  const { headers, body } = split(part);
  const type = headers["content-type"] ?? "";
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  if (/^multipart\//i.test(type) && boundary !== null) {
    if (depth >= DEEPEST) return;
    const mark = `--${boundary[1] ?? boundary[2]}`;
    let at = body.startsWith(mark) ? 0 : body.indexOf(`\n${mark}`) + 1;
    while (at >= 0 && body.startsWith(mark, at) && !body.startsWith(`${mark}--`, at)) {
      if (++found.parts > MOST_PARTS) return;
      const start = body.indexOf("\n", at) + 1;
      const end = body.indexOf(`\n${mark}`, start);
      if (start === 0) return;
      collect(body.slice(start, end === -1 ? undefined : end), found, depth + 1);
      if (end === -1) return;
      at = end + 1;
    }
  } else if (/^text\/(?:html|css)\b/i.test(type)) {
    const content = decoded(body, headers["content-transfer-encoding"] ?? "");
    if (/^text\/html/i.test(type)) found.pages.push(content);
    else found.sheets.push(content.toString("utf8"));
  }
}

/** Headers by their names in small letters, long ones unfolded, and what follows the empty line. */
function split(part: string): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const end = /\r?\n\r?\n/.exec(part);
  const head = end === null ? part : part.slice(0, end.index);
  const headers: Record<string, string> = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, body: end === null ? "" : part.slice(end.index + end[0].length) };
}

function decoded(body: string, encoding: string): Buffer {
  if (/^base64$/i.test(encoding)) return Buffer.from(body, "base64");
  return /^quoted-printable$/i.test(encoding) ? decode(body) : Buffer.from(body, "latin1");
}
