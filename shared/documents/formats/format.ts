/** What is a file by its content? Its name and declared type are never asked. */
import { openCompoundFile } from "./compound-file.ts";
import { unzippedNames } from "./zip-names.ts";

/** What a file is by its content; its name is never asked. */
export type Format =
  | "pdf"
  | "docx"
  | "xlsx"
  | "ofd"
  | "zip"
  /** Word 97–2003. */
  | "doc"
  /** Excel 97–2003. */
  | "xls"
  /** Another OLE compound file, or one too damaged to say. */
  | "ole"
  | "encrypted-office"
  | "rtf"
  | "html"
  /** Word and Excel in one XML file, as in 2003; other XML is text for a machine, not for a reader. */
  | "word-xml"
  | "excel-xml"
  | "xml"
  /** A web archive (单个文件网页). */
  | "mhtml"
  /** OpenDocument (.odt, .ods). */
  | "odf"
  | "image"
  | "text"
  | "empty"
  | "unknown";

/** Pictures by their content. */
export type ImageFormat = "png" | "jpeg" | "tiff" | "gif" | "bmp" | "webp" | "heic";

const IMAGES: readonly (readonly [ImageFormat, RegExp])[] = [
  ["png", /^\x89PNG/],
  ["jpeg", /^\xff\xd8\xff/],
  ["tiff", /^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/],
  ["gif", /^GIF8/],
  ["bmp", /^BM.{4}\0{4}/s],
  ["webp", /^RIFF.{4}WEBP/s],
  // What phones take pictures in.
  ["heic", /^.{4}ftyp(?:hei[cmsx]|hev[cx]|mif1|msf1)/s],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** PDF allows junk before its header; readers look this far. */
const PDF_HEADER_WITHIN = 1024;

/** Finds a file's format by its first bytes, and by the entries' names where it is a ZIP. Never throws. */
export function sniffFormat(bytes: Uint8Array): Format {
  if (bytes.length === 0) return "empty";
  const head = latin1(bytes.subarray(0, PDF_HEADER_WITHIN));
  if (head.includes("%PDF-")) return "pdf";
  if (startsWith(bytes, ZIP)) return zipFormat(unzippedNames(bytes));
  if (startsWith(bytes, OLE)) return oleFormat(bytes);
  if (/^\s*\{\\rtf/.test(head)) return "rtf";
  if (sniffImage(bytes) !== undefined) return "image";
  if (isText(bytes)) return textFormat(bytes);
  return "unknown";
}

/** Which kind of picture a file is; undefined where it is none. */
export function sniffImage(bytes: Uint8Array): ImageFormat | undefined {
  const head = latin1(bytes.subarray(0, 16));
  return IMAGES.find(([, magic]) => magic.test(head))?.[0];
}

/** Office systems begin a page with declarations, comments or none of them; UTF-16 has a zero between its letters. */
function textFormat(bytes: Uint8Array): Format {
  const head = latin1(bytes.subarray(0, PDF_HEADER_WITHIN))
    .replaceAll("\0", "")
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, "");
  if (/^<(?:\?xml|\?mso-application|w:wordDocument|pkg:package|(?:ss:)?Workbook)\s/.test(head)) {
    const office = officeXmlFormat(head);
    if (office !== undefined) return office;
  }
  if (/^<(?:!doctype html|(?:[!?][\s\S]*?<)?(?:html|head|body|table|meta)\b)/i.test(head)) return "html";
  if (/^<\?xml\s/.test(head)) return "xml";
  return isMail(head) ? "mhtml" : "text";
}

function officeXmlFormat(head: string): "word-xml" | "excel-xml" | undefined {
  if (/progid="Word\.Document"|<w:wordDocument\s|<pkg:package\s/.test(head)) return "word-xml";
  return /progid="Excel\.Sheet"|<(?:ss:)?Workbook\s/.test(head) ? "excel-xml" : undefined;
}

/** The headers of a mail with parts, in whatever order; a text that quotes one begins otherwise. */
function isMail(head: string): boolean {
  const [headers = ""] = head.split(/\r?\n\r?\n/, 1);
  return (
    /^[\w-]+:/.test(headers) &&
    /^MIME-Version:/im.test(headers) &&
    /^Content-Type:\s*multipart\/(?:related|mixed|alternative)/im.test(headers)
  );
}

function zipFormat(names: readonly string[]): Format {
  if (names.some((name) => name === "word/document.xml" || /^word\/document\d*\.xml$/.test(name)))
    return "docx";
  if (names.some((name) => name.startsWith("xl/"))) return "xlsx";
  if (names.some((name) => /(?:^|\/)OFD\.xml$/i.test(name))) return "ofd";
  if (names[0] === "mimetype" && names.includes("content.xml")) return "odf";
  return "zip";
}

/** Told apart by the streams inside; encrypted OOXML is such a file as well. */
function oleFormat(bytes: Uint8Array): Format {
  const names = openCompoundFile(bytes)?.names ?? new Set();
  if (names.has("EncryptedPackage") || names.has("EncryptionInfo")) return "encrypted-office";
  if (names.has("WordDocument")) return "doc";
  return names.has("Workbook") || names.has("Book") ? "xls" : "ole";
}

/** Text has no control characters but blanks; UTF-16 has zero bytes, in one half of its units only. */
function isText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const sample = bytes.subarray(0, 4096);
  let controls = 0;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    else if (byte < 32 && ![9, 10, 12, 13].includes(byte)) controls++;
  }
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd === 0) return controls <= sample.length / 100;
  return looksUtf16(sample) !== undefined;
}

/**
 * Whether bytes without a mark are UTF-16: as such they are made of Chinese, ASCII and the punctuation
 * that goes with them, in one byte order and not in the other.
 */
export function looksUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const units = Math.floor(Math.min(bytes.length, 4096) / 2);
  if (units < 4 || bytes.length % 2 === 1) return undefined;
  let little = 0;
  let big = 0;
  for (let unit = 0; unit < units; unit++) {
    const first = bytes[unit * 2] ?? 0;
    const second = bytes[unit * 2 + 1] ?? 0;
    if (isUsual((second << 8) | first)) little++;
    if (isUsual((first << 8) | second)) big++;
  }
  if (little / units > 0.95 && little > big) return "utf-16le";
  if (big / units > 0.95 && big > little) return "utf-16be";
  return undefined;
}

function isUsual(unit: number): boolean {
  if (unit < 0x80) return unit >= 32 || unit === 9 || unit === 10 || unit === 13;
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xff5e)
  );
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
