/** How tests get ZIP files, honest ones and such as lie about their size. */
import { crc32, deflateRawSync } from "node:zlib";

/** A ZIP file of these entries, deflated; `declared` overrides the unpacked size it claims, as hostile files do. */
export function zip(entries: Readonly<Record<string, string | Buffer>>, declared?: number): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared ?? data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, Buffer.from(name), packed]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, more, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const names = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(names.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, names, end]);
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** A Word file: lines with tabs become rows of a table, all others paragraphs. `prologue` stands before the root. */
export function docx(
  text: string,
  prologue = "",
  more: Readonly<Record<string, string | Buffer>> = {},
): Buffer {
  const paragraph = (line: string) =>
    `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`;
  let body = "";
  for (const block of text.trimEnd().split(/(?<=^|\n)((?:[^\n]*\t[^\n]*(?:\n|$))+)/)) {
    if (!block.includes("\t")) body += block.replace(/\n$/, "").split("\n").map(paragraph).join("");
    else {
      const rows = block.replace(/\n$/, "").split("\n");
      const cells = rows.map((row) =>
        row
          .split("\t")
          .map((cell) => `<w:tc><w:p/>${paragraph(cell)}</w:tc>`)
          .join(""),
      );
      body += `<w:tbl>${cells.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`;
    }
  }
  const document = `<?xml version="1.0" encoding="UTF-8"?>${prologue}<w:document ${WORD}><w:body>${body}</w:body></w:document>`;
  return zip({
    "[Content_Types].xml": TYPES,
    "_rels/.rels": RELATIONS,
    "word/document.xml": document,
    ...more,
  });
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
