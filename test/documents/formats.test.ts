import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sniffFormat, sniffImage } from "../../shared/documents/format.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import { readText } from "../../shared/documents/read-text.ts";
import { stepsOf } from "../../shared/documents/readers/ofd-text.ts";
import { toReading } from "../../shared/documents/reading.ts";
import { gbk } from "./support/gbk.ts";
import { ofd, ofdOfLayer } from "./support/ofd.ts";
import { zip } from "./support/zip.ts";

const FORMATS = join(import.meta.dirname, "formats");
const bytesOf = (name: string) => readFileSync(join(FORMATS, name));
const files = readdirSync(FORMATS).filter((name) =>
  /^(?!encrypted).*\.(?:txt|doc|rtf|ofd|xls|csv)$/.test(name),
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
    ["headers, pictures and objects", "a{\\header x}{\\pict\\bin3 }}}}{\\object{\\*\\objdata 00}}b", ["ab"]],
    ["text boxes", "a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt b\\par}}}c", ["ab", "c"]],
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

it.each([
  [
    "XML",
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument><w:t>传票</w:t></w:wordDocument>',
  ],
  ["MHTML", 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n传票'],
])("%s is text for a machine: it is refused, not read as if it were words", async (format, text) => {
  expect(await reasonOf(Buffer.from(text))).toEqual({ kind: "unsupported-format", format });
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
