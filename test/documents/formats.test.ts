import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sniffFormat, sniffImage } from "../../shared/documents/formats/format.ts";
import { toReading } from "../../shared/documents/kinds/reading.ts";
import { stepsOf } from "../../shared/documents/pages/ofd-text.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import { readText } from "../../shared/documents/read-text.ts";
import { readTable } from "../../shared/documents/tables.ts";
import { gbk } from "./support/gbk.ts";
import { ofd, ofdOfLayer } from "./support/ofd.ts";
import { zip } from "./support/zip.ts";

const FORMATS = join(import.meta.dirname, "formats");
const bytesOf = (name: string) => readFileSync(join(FORMATS, name));
const files = readdirSync(FORMATS).filter((name) =>
  /^(?!encrypted).*\.(?:txt|doc|rtf|ofd|xls|xml|csv)$/.test(name),
);

async function linesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const result = await readText(bytes);
  if (!result.ok) throw new Error(`unreadable: ${result.reason.kind}`);
  return result.text.split("\n").filter((line) => line.trim() !== "");
}

async function reasonOf(bytes: Uint8Array): Promise<object | "read"> {
  const result = await readDocument(bytes);
  return result.ok ? "read" : result.reason;
}

describe("the same paper reads the same in every format", () => {
  it.each(files)("%s", async (name) => {
    const truth: unknown = JSON.parse(bytesOf(`${/^[a-z]+/.exec(name)?.[0]}.json`).toString("utf8"));
    const result = await readDocument(bytesOf(name));
    if (!result.ok) throw new Error(`unreadable: ${result.reason.kind}`);
    const { evidence: _, ...reading } = toReading(result.document);
    expect(reading).toEqual(truth);
  });

  it.each([
    "record.doc",
    "record.rtf",
    "record-wps-rtf.doc",
    "record-html.doc",
    "record-word-html.doc",
    "record-web-archive.doc",
    "record-2003.xml",
    "record.ofd",
  ])("%s keeps rows as lines and cells apart", async (name) => {
    const lines = await linesOf(bytesOf(name));
    expect(lines).toEqual(
      expect.arrayContaining(["出庭负责人\t郑建国，副局长\t到庭", "到庭人员", "案由\t工伤行政确认"]),
    );
  });

  it("is told by content, whatever the name says", () => {
    const formats = files.map((name) => [name, sniffFormat(bytesOf(name))]);
    expect(Object.fromEntries(formats)).toMatchObject({
      "record.doc": "doc",
      "record-html.doc": "html",
      "record-word-html.doc": "html",
      "record-wps-rtf.doc": "rtf",
      "record.ofd": "ofd",
      "record-web-archive.doc": "mhtml",
      "record-2003.xml": "word-xml",
      "ledger.xml": "excel-xml",
      "ledger.xls": "xls",
    });
  });
});

describe("pictures", () => {
  it.each([
    ["89504e470d0a1a0a0000000d49484452", "png", "no-text-layer"],
    ["ffd8ffe000104a464946000101000001", "jpeg", "no-text-layer"],
    ["49492a00080000000000000000000000", "tiff", "no-text-layer"],
    ["4d4d002a000000080000000000000000", "tiff", "no-text-layer"],
    ["474946383961010001000000000000ff", "gif", "unsupported-format"],
    ["0000002466747970686569630000000000", "heic", "unsupported-format"],
  ])("%s is %s: %s", async (hex, image, reason) => {
    const bytes = Buffer.from(hex, "hex");
    expect([sniffFormat(bytes), sniffImage(bytes)]).toEqual(["image", image]);
    expect(await reasonOf(bytes)).toMatchObject({ kind: reason });
  });
});

describe("RTF", () => {
  const rtf = (body: string) => Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\deff0 ${body}}`, "latin1");

  it.each([
    ["characters by number, with a substitute to leave out", "\\uc1\\u20320?\\u22909 ?\\par", ["你好"]],
    ["substitutes of two bytes", "\\uc2\\u20320\\'c4\\'e3\\u22909\\'ba\\'c3", ["你好"]],
    [
      "half a character as a letter",
      "\\'81A",
      [new TextDecoder("gb18030").decode(Buffer.from([0x81, 0x41]))],
    ],
    ["fields: the result only", "\\'b5\\'da{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}", ["第3"]],
    ["hidden and deleted words", "a{\\v b}{\\deleted c}d\\par e", ["ad", "e"]],
    ["pictures and objects", "a{\\pict\\bin3 }}}}{\\object{\\*\\objdata 00}}b", ["ab"]],
    ["headers before the text, notes behind it", "a{\\header x}{\\footnote y}b", ["x", "ab", "y"]],
    [
      "text boxes behind their line",
      "a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt b\\par}}}c",
      ["ac", "b"],
    ],
    ["a frame of one cell", "\\trowd\\intbl a\\par b\\cell\\row\\pard c", ["a", "b", "c"]],
    [
      "nested tables",
      "\\intbl\\itap2 a\\nestcell b\\nestcell{\\*\\nesttableprops\\nestrow}\\itap1 c\\cell d\\cell\\row",
      ["a\tb", "c\td"],
    ],
  ])("%s", async (_, body, lines) => expect(await linesOf(rtf(body))).toEqual(lines));

  it("nested without end is refused", async () => {
    expect(await reasonOf(rtf("{".repeat(5000)))).toMatchObject({ kind: "bomb" });
  });
});

describe("HTML", () => {
  it.each<[string, Uint8Array]>([
    ["GBK", gbk("<html><body><p>传票</p></body></html>")],
    [
      "UTF-8 behind a declaration",
      Buffer.from('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html><p>传票</html>'),
    ],
    ["a bare table", Buffer.from("<table><tr><td>传票</td></tr></table>")],
    ["UTF-16", Buffer.from("\uFEFF<html><p>传票</p></html>", "utf16le")],
  ])("%s", async (_, bytes) => {
    expect(sniffFormat(bytes)).toBe("html");
    expect(await linesOf(bytes)).toEqual(["传票"]);
  });

  it("keeps the rows of nested tables, breaks, entities; leaves scripts and what is hidden", async () => {
    const page = `<html><head><title>x</title></head><body><script>y</script><table><tr><td>
      <p>传票</p><table><tr><td>案号</td><td>（2026）&nbsp;<b>鲁</b>1323<br>行初45号</td></tr></table></td></tr></table>
      甲&lt;乙<div hidden>z</div><span style="display: none">w</span></body></html>`;
    expect(await linesOf(Buffer.from(page))).toEqual(["传票", "案号\t（2026） 鲁1323 行初45号", "甲<乙"]);
  });

  it("a ledger saved as a page is a ledger", async () => {
    const rows = bytesOf("ledger.csv").toString("utf8").trimEnd().split("\n");
    const table = rows.map(
      (row) =>
        `<tr>${row
          .split(",")
          .map((cell) => `<td>${cell}</td>`)
          .join("")}</tr>`,
    );
    const result = await readDocument(gbk(`<html><table>${table.join("")}</table></html>`));
    expect(result.ok && toReading(result.document).rows).toHaveLength(3);
  });
});

describe("Word and Excel as XML", () => {
  const word = (body: string, root = "") =>
    Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:v="urn:schemas-microsoft-com:vml" ${root}><w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`,
    );
  const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

  it("keeps rows, breaks and boxes; leaves what is deleted, hidden or a field's code", async () => {
    const body = [
      p("传票"),
      `<w:tbl><w:tr><w:tc>${p("案号")}</w:tc><w:tc>${p("（2026）鲁1323")}${p("行初45号")}</w:tc></w:tr></w:tbl>`,
      "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r><w:del><w:r><w:delText>x</w:delText><w:t>y</w:t></w:r></w:del></w:p>",
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>z</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
      `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${p("正本")}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`,
    ].join("");
    expect(await linesOf(word(body))).toEqual(["传票", "案号\t（2026）鲁1323 行初45号", "甲", "乙", "正本"]);
  });

  it("Word's newer package in one file reads the same", async () => {
    const file = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p("传票")}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`;
    expect(await linesOf(Buffer.from(file))).toEqual(["传票"]);
  });

  const excel = (table: string, more = "") =>
    Buffer.from(
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="八月"><Table>${table}</Table></Worksheet>${more}</Workbook>`,
    );
  const cell = (text: string, attributes = "", type = "String") =>
    `<Cell ${attributes}><Data ss:Type="${type}">${text}</Data></Cell>`;

  it("a workbook's cells stand where they say, dates as days, merged ones filled, hidden sheets left out", async () => {
    const table = [
      `<Row>${cell("案号", 'ss:MergeDown="1"')}${cell("开庭", 'ss:MergeAcross="1"')}${cell("备注")}</Row>`,
      `<Row>${cell("日期", 'ss:Index="2"')}${cell("时间")}${cell("无")}</Row>`,
      `<Row ss:Index="4">${cell("（2026）鲁1302行初1号")}${cell("2026-08-05T00:00:00.000", "", "DateTime")}${cell("2026-08-05T09:30:00.000", "", "DateTime")}<Cell><Data ss:Type="String">一<B>二</B>三</Data><Comment><Data>批注</Data></Comment></Cell></Row>`,
    ].join("");
    const hidden = `<Worksheet ss:Name="x"><Table><Row>${cell("x")}</Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>`;
    const result = await readTable(excel(table, hidden));
    expect(result.ok && result.grid.map(({ sheet, row, cells }) => [sheet, row, cells.join("|")])).toEqual([
      ["八月", 1, "案号|开庭|开庭|备注"],
      ["八月", 2, "案号|日期|时间|无"],
      ["八月", 3, ""],
      ["八月", 4, "（2026）鲁1302行初1号|2026-08-05|2026-08-05 09:30|一二三"],
    ]);
  });

  it.each<[string, Uint8Array, object]>([
    [
      "that declares a document type",
      Buffer.from(
        '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x"><w:body>&a;</w:body></w:wordDocument>',
      ),
      { kind: "bomb" },
    ],
    [
      "that declares one behind its instruction",
      Buffer.from(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><!DOCTYPE w [<!ENTITY a "b">]><Workbook>&a;</Workbook>',
      ),
      { kind: "bomb" },
    ],
    ["with an unknown entity", word(p("&xxe;")), { kind: "broken" }],
    ["with macros", word(p("传票"), 'w:macrosPresent="yes"'), { kind: "macro" }],
    ["cut short", word(p("传票")).subarray(0, 300), { kind: "broken" }],
    ["without words", word(""), { kind: "no-text-layer" }],
    ["nested without end", word("<w:x>".repeat(300)), { kind: "broken" }],
    ["with rows beyond any sheet", excel(`<Row ss:Index="4000000000">${cell("x")}</Row>`), { kind: "empty" }],
    [
      "of another program",
      Buffer.from('<?xml version="1.0"?><data><a>传票</a></data>'),
      { kind: "unsupported-format", format: "XML" },
    ],
  ])("a file %s is refused", async (_, bytes, reason) => expect(await reasonOf(bytes)).toMatchObject(reason));
});

describe("web archives", () => {
  const part = (type: string, body: string, encoding = "8bit") =>
    `--b\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
  const archive = (...parts: readonly string[]) =>
    Buffer.from(
      `From: <由 WPS 保存>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=b; type="text/html"\r\n\r\n${parts.join("")}--b--\r\n`,
    );
  const base64 = (text: string) => Buffer.from(text).toString("base64");

  it("give the words of their pages, in whatever coding, and nothing else of what they hold", async () => {
    const bytes = archive(
      part("text/html", "<html><frameset><frame src=a></frameset></html>"),
      part("text/html; charset=utf-8", base64("<html><p>传票</p></html>"), "base64"),
      part("text/html", "<p>=E6=A1=88=E5=\r\n=8F=B7</p>", "quoted-printable"),
      part("text/css", "p { color: red }"),
      part("image/png", base64("<html>x</html>"), "base64"),
    );
    expect(sniffFormat(bytes)).toBe("mhtml");
    expect(await linesOf(bytes)).toEqual(["传票", "案号"]);
  });

  it("a workbook saved as one is a ledger", async () => {
    const rows = bytesOf("ledger.csv").toString("utf8").trimEnd().split("\n");
    const cells = (row: string) =>
      row
        .split(",")
        .map((one) => `<td>${one}</td>`)
        .join("");
    const sheet = `<html><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table></html>`;
    const result = await readDocument(archive(part("text/html", "<html></html>"), part("text/html", sheet)));
    expect(result.ok && toReading(result.document).rows).toHaveLength(3);
  });

  it.each<[string, Uint8Array, object]>([
    ["of pictures only", archive(part("image/png", "x")), { kind: "broken" }],
    ["of an empty page", archive(part("text/html", "<html></html>")), { kind: "no-text-layer" }],
    [
      "of very many parts",
      archive(...Array.from({ length: 600 }, () => part("text/css", ""))),
      { kind: "bomb" },
    ],
    [
      "that never begins",
      Buffer.from("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"),
      { kind: "broken" },
    ],
  ])("%s are refused", async (_, bytes, reason) => expect(await reasonOf(bytes)).toMatchObject(reason));
});

it("OpenDocument is told apart from an archive of files", async () => {
  const bytes = zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<a/>" });
  expect(await reasonOf(bytes)).toEqual({ kind: "unsupported-format", format: "OpenDocument" });
});

describe("OFD", () => {
  const text = (content: string, attributes = "", code = "") =>
    `<TextObject ID="1" Boundary="20 30 100 10" Size="4" ${attributes}><TextCode X="0" Y="4" ${code}>${content}</TextCode></TextObject>`;

  it.each([
    ["3 4", 2, [3, 4]],
    ["3.2 g 4 3.5", 9, [3.2, 3.5, 3.5, 3.5, 3.5]],
    ["g 2 1 g 1 5 7", 9, [1, 1, 5, 7]],
    ["g 999999999 4", 3, [4, 4, 4]],
    [undefined, 3, []],
  ])("steps %s", (steps, most, expected) => expect(stepsOf(steps, most)).toEqual(expected));

  it("reads all documents of a file", async () => {
    expect(await linesOf(ofd(["传票\n案号\t（2026）鲁1323行初45号", "送达回证"]))).toEqual([
      "传票",
      expect.stringMatching(/^案号\t/),
      "送达回证",
    ]);
  });

  it("puts characters where matrix and steps say: one line from several objects, in the order of reading", async () => {
    const layer = [
      text("第三审判庭负责人出庭", 'CTM="1 0 0 1 50 0"', 'DeltaX="g 9 4"'),
      text("应到处所", 'CTM="0.5 0 0 0.5 0 2"', 'DeltaX="g 3 4"'),
      text("不可见", 'Visible="false"'),
      text("临沂法院", 'CTM="0.7 0.7 -0.7 0.7 0 0"'),
    ].join("");
    expect(await linesOf(ofdOfLayer(layer))).toEqual(["应到处所\t第三审判庭负责人出庭"]);
  });

  it.each<[string, Uint8Array, object]>([
    [
      "of pictures",
      ofdOfLayer('<ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>'),
      { kind: "no-text-layer", pages: 1 },
    ],
    ["without its page", ofd(["传票"]).subarray(0), { kind: "no-text-layer" }],
    ["encrypted", ofdOfLayer("", { "Encryptions.xml": "<Encryptions/>" }), { kind: "encrypted" }],
    [
      "with a document type",
      ofdOfLayer("", { "Doc_0/x.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }),
      { kind: "bomb" },
    ],
    ["with an unknown entity", ofdOfLayer(text("&xxe;")), { kind: "broken" }],
    [
      "that names a part it lacks",
      zip({ "OFD.xml": "<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>" }),
      { kind: "broken" },
    ],
    ["nested without end", ofdOfLayer("<PageBlock>".repeat(300)), { kind: "broken" }],
  ])("%s is refused", async (_, bytes, reason) => expect(await reasonOf(bytes)).toMatchObject(reason));
});

describe("Word and Excel 97", () => {
  /** The same file with the name of one of its streams changed: 64 bytes of UTF-16 and their number. */
  function renamed(bytes: Buffer, from: string, to: string): Buffer {
    const changed = Buffer.from(bytes);
    const at = changed.indexOf(Buffer.from(`${from}\0`, "utf16le"));
    changed.fill(0, at, at + 64);
    changed.write(to, at, "utf16le");
    changed.writeUInt16LE((to.length + 1) * 2, at + 64);
    return changed;
  }
  const doc = bytesOf("summons.doc");

  it.each<[string, Uint8Array, object]>([
    ["an encrypted DOC", bytesOf("encrypted.doc"), { kind: "encrypted" }],
    ["an encrypted XLS", bytesOf("encrypted.xls"), { kind: "encrypted" }],
    ["an encrypted DOCX or XLSX", renamed(doc, "WordDocument", "EncryptedPackage"), { kind: "encrypted" }],
    ["a DOC with macros", renamed(doc, "\u0001CompObj", "_VBA_PROJECT"), { kind: "macro" }],
    [
      "an XLS with macros",
      renamed(bytesOf("ledger.xls"), "\u0001CompObj", "_VBA_PROJECT"),
      { kind: "macro" },
    ],
    ["a DOC cut short", doc.subarray(0, doc.length / 2), { kind: "broken" }],
    ["an OLE file of something else", renamed(doc, "WordDocument", "Contents"), { kind: "broken" }],
    ["a DOC without its second stream", renamed(doc, "1Table", "2Table"), { kind: "broken" }],
  ])("%s is refused", async (_, bytes, reason) => expect(await reasonOf(bytes)).toMatchObject(reason));

  it("a chain of sectors that leads back to itself ends", async () => {
    const looping = Buffer.from(doc);
    const fat = looping.readUInt32LE(76);
    for (let entry = 0; entry < 128; entry++)
      looping.writeUInt32LE(entry === 5 ? 4 : 5, (fat + 1) * 512 + entry * 4);
    expect(await reasonOf(looping)).toMatchObject({ kind: "broken" });
  });
});
