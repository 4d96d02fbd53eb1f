/** Word as one XML file counts the same words as a DOCX; and Word files made to be endless end. */
import { describe, expect, it } from "vitest";
import { readText } from "../../../shared/documents/read-text.ts";
import { NUMBER, SUMMONS, SUMMONS_WITHOUT_NUMBER, summonsTable, TIME } from "../support/papers.ts";
import { doubtfulIn, linesOf, readingOf } from "../support/read.ts";
import { p, part, r, tbl, type WordPart, wordFile } from "../support/word.ts";
import { docx } from "../support/zip.ts";

const BODY = SUMMONS_WITHOUT_NUMBER.map((line) => p(line)).join("");
const in2003 = (body: string, before = "") =>
  Buffer.from(
    `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="wx" xmlns:aml="aml" xmlns:v="v">${before}<w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`,
  );
const change = (type: string, content: string) =>
  `<aml:annotation aml:id="7" w:type="Word.${type}"><aml:content>${content}</aml:content></aml:annotation>`;

describe("Word 2003", () => {
  it.each<[string, string, string?]>([
    ["a line", r("8时30分", "<w:strike/>")],
    ["two lines", r("8时30分", '<w:dstrike w:val="on"/>')],
    ["hidden", r("8时30分", "<w:vanish/>")],
    [
      "by a style",
      r("8时30分", '<w:rStyle w:val="A"/>'),
      '<w:styles><w:style w:type="character" w:styleId="A"><w:rPr><w:strike/></w:rPr></w:style></w:styles>',
    ],
    ["a tracked deletion", change("Deletion", "<w:r><w:delText>8时30分</w:delText></w:r>")],
    ["a tracked deletion that keeps its words as text", change("Deletion", r("8时30分"))],
  ])("leaves out %s", async (_, unsaid, styles) => {
    const time = p(r("2026年9月22日上午") + unsaid + change("Insertion", r("9时00分")));
    expect(await readingOf(in2003(summonsTable({ time }), styles))).toEqual(SUMMONS);
  });

  it.each<[string, string]>([
    ["a header", `${BODY}<w:sectPr><w:hdr w:type="odd">${p(NUMBER)}</w:hdr></w:sectPr>`],
    [
      "a header of first pages",
      `${BODY}<w:sectPr><w:hdr w:type="first">${p(NUMBER)}</w:hdr><w:titlePg/></w:sectPr>`,
    ],
    ["a footer", `${BODY}<w:sectPr><w:ftr w:type="odd">${p(NUMBER)}</w:ftr></w:sectPr>`],
    [
      "a footnote",
      `${p(`${r("临沂市河东区人民法院")}<w:r><w:footnote>${p(`案号：${NUMBER}`)}</w:footnote></w:r>`)}${SUMMONS_WITHOUT_NUMBER.slice(
        1,
      )
        .map((line) => p(line))
        .join("")}`,
    ],
    [
      "a simple field",
      summonsTable({ number: p(`<w:fldSimple w:instr="MERGEFIELD n">${r(NUMBER)}</w:fldSimple>`) }),
    ],
  ])("counts %s", async (_, body) => expect(await readingOf(in2003(body))).toEqual(SUMMONS));

  it("says that it has a remark, and doubts the words it is about", async () => {
    const range = (type: string) => `<aml:annotation aml:id="3" w:type="Word.Comment.${type}"/>`;
    const comment = `<w:r><aml:annotation aml:id="3" w:type="Word.Comment"><aml:content>${p("改为9月23日")}</aml:content></aml:annotation></w:r>`;
    const bytes = in2003(
      summonsTable({ time: `<w:p>${range("Start")}${r(TIME)}${range("End")}${comment}</w:p>` }),
    );
    expect(await readingOf(bytes)).toEqual({ ...SUMMONS, unread: [{ kind: "remark", name: "改为9月23日" }] });
    expect(await doubtfulIn(bytes)).toEqual(["hearing.start", "unread[0]"]);
  });
});

it("a package in one file has its headers and chunks in parts of it", async () => {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const xml = (name: string, content: string) =>
    `<pkg:part pkg:name="${name}"><pkg:xmlData>${content}</pkg:xmlData></pkg:part>`;
  const plain = (name: string, content: string) => part(name, content).replace(/^<\?xml[^>]*>/, "");
  const bytes = Buffer.from(
    `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${xml("/_rels/.rels", `<Relationships>${relation("r1", "officeDocument", "word/document.xml")}</Relationships>`)}${xml("/word/_rels/document.xml.rels", `<Relationships>${relation("rT", "header", "header1.xml")}${relation("rA", "aFChunk", "c.html")}</Relationships>`)}${xml(
      "/word/document.xml",
      plain(
        "document",
        `<w:body>${SUMMONS_WITHOUT_NUMBER.slice(0, 5)
          .map((line) => p(line))
          .join(
            "",
          )}<w:altChunk r:id="rA"/><w:sectPr><w:headerReference w:type="default" r:id="rT"/></w:sectPr></w:body>`,
      ),
    )}${xml("/word/header1.xml", plain("hdr", p(NUMBER)))}<pkg:part pkg:name="/word/c.html"><pkg:binaryData>${Buffer.from(`<p>${SUMMONS_WITHOUT_NUMBER.slice(5).join("</p><p>")}</p>`).toString("base64")}</pkg:binaryData></pkg:part></pkg:package>`,
  );
  expect(await readingOf(bytes)).toEqual(SUMMONS);
});

describe("files made to be endless end", () => {
  const chunk = (at: number, content: string | Buffer, path = `c${at}.html`): WordPart => ({
    id: `rA${at}`,
    type: "aFChunk",
    path,
    content,
  });

  it("chunks: thirty are read, the rest is said to be unread", async () => {
    const chunks = Array.from({ length: 200 }, (_, at) => chunk(at, `<p>甲${at}</p>`));
    const bytes = wordFile(
      `${p("乙")}${chunks.map(({ id }) => `<w:altChunk r:id="${id}"/>`).join("")}`,
      chunks,
    );
    expect((await linesOf(bytes)).filter((line) => line.startsWith("甲"))).toHaveLength(30);
    expect((await readingOf(bytes)).unread).toHaveLength(50);
  });

  it("a chunk that unpacks to more than any paper is not read", async () => {
    const bomb = docx("传票", "", { "word/media/zero.bmp": Buffer.alloc(45_000_000) });
    const bytes = wordFile(`${p("传票")}<w:altChunk r:id="rA0"/>`, [chunk(0, bomb, "c0.docx")]);
    expect((await readingOf(bytes)).unread).toEqual([{ kind: "enclosed-file", name: "word/c0.docx" }]);
  });

  it("a chunk that many places take in is read once and said where it belongs", async () => {
    const bytes = wordFile('<w:altChunk r:id="rA0"/>'.repeat(3), [chunk(0, "<p>甲</p>")]);
    expect(await linesOf(bytes)).toEqual(["甲", "甲", "甲"]);
  });

  it("headers, notes and remarks without number; styles that are based on each other; tables in tables", async () => {
    const headers = Array.from(
      { length: 100 },
      (_, at): WordPart => ({
        id: `h${at}`,
        type: "header",
        path: `h${at}.xml`,
        content: part("hdr", p(`眉${at}`)),
      }),
    );
    const sections = headers
      .map(
        ({ id }) =>
          `<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="${id}"/></w:sectPr></w:pPr></w:p>`,
      )
      .join("");
    const notes = Array.from(
      { length: 800 },
      (_, at) => `<w:footnote w:id="${at}">${p(`注${at}`)}</w:footnote>`,
    ).join("");
    const references = Array.from(
      { length: 800 },
      (_, at) => `<w:r><w:footnoteReference w:id="${at}"/></w:r>`,
    ).join("");
    const comments = Array.from(
      { length: 90 },
      (_, at) => `<w:comment w:id="${at}">${p(`批${at}`)}</w:comment>`,
    ).join("");
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    let table = tbl([["甲"]]);
    for (let depth = 0; depth < 20; depth++) table = tbl([[`${table}${p("")}`]]);
    const bytes = wordFile(
      `${p(r("传票"), '<w:pStyle w:val="A"/>')}${table}<w:p>${references}</w:p>${sections}`,
      [
        ...headers,
        { id: "rN", type: "footnotes", path: "footnotes.xml", content: part("footnotes", notes) },
        { id: "rC", type: "comments", path: "comments.xml", content: part("comments", comments) },
        { id: "rS", type: "styles", path: "styles.xml", content: part("styles", styles) },
      ],
    );
    const lines = await linesOf(bytes);
    expect(lines.filter((line) => line.startsWith("眉"))).toHaveLength(40);
    expect(lines.filter((line) => line.startsWith("注"))).toHaveLength(500);
    expect(lines).toEqual(expect.arrayContaining(["传票", "甲"]));
    expect((await readingOf(bytes)).unread).toHaveLength(50);
  });

  it("elements nested without end are refused", async () => {
    const deep = "<w:ins>".repeat(300) + r("x") + "</w:ins>".repeat(300);
    expect(await readText(wordFile(`<w:p>${deep}</w:p>`))).toMatchObject({
      ok: false,
      reason: { kind: "broken" },
    });
  });
});
