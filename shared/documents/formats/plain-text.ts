/**
 * In which encoding is a plain text, and what does it say? Also the answer every reader of a format gives.
 */
import { type TextResult, unmarked } from "./file-text.ts";
import { looksUtf16 } from "./format.ts";

/** Decodes text as courts' programs write it: UTF-8, UTF-16 with or without a mark, else GB 18030 (and so GBK). */
export function readPlainText(bytes: Uint8Array): TextResult {
  const text = unmarked(decode(bytes)).replace(/\r\n?|\f/g, "\n");
  if (text.trim() === "") return { ok: false, reason: { kind: "empty" } };
  const lost = text.split("\uFFFD").length - 1;
  if (lost > text.length / 100)
    return { ok: false, reason: { kind: "broken", detail: "its encoding is not known" } };
  // A zero byte is no character of any text, and what couldn't be decoded was one.
  const isDamaged = lost > 0 || text.includes("\0");
  return { ok: true, text, ...(isDamaged && { unread: [{ kind: "damaged-part", name: "" }] }) };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const unmarked = bytes.subarray(0, 4096).includes(0) ? looksUtf16(bytes) : undefined;
  if (unmarked !== undefined) return new TextDecoder(unmarked).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeChinese(bytes);
  }
}

/** Chinese in UTF-16 without a single ASCII character has no zero byte; it still makes worse GB 18030. */
function decodeChinese(bytes: Uint8Array): string {
  const gb = new TextDecoder("gb18030").decode(bytes);
  const utf16 = gb.includes("\uFFFD") ? looksUtf16(bytes) : undefined;
  return utf16 === undefined ? gb : new TextDecoder(utf16).decode(bytes);
}
