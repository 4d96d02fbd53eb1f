/** Which words of a Word file count: what is crossed out or hidden never, what stands outside the body's runs always. */
import { describe, expect, it } from "vitest";
import { NUMBER, SUMMONS, SUMMONS_WITHOUT_NUMBER, summonsTable, TIME } from "../support/papers.ts";
import { doubtfulIn, linesOf, readingOf } from "../support/read.ts";
import { box, headed, p, part, r, type WordPart, wordFile } from "../support/word.ts";
import { docx } from "../support/zip.ts";

const styles = (content: string): WordPart => ({
  id: "rS",
  type: "styles",
  path: "styles.xml",
  content: part("styles", content),
});
const style = (id: string, type: string, formatting: string, basedOn = "") =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn && `<w:basedOn w:val="${basedOn}"/>`}<w:rPr>${formatting}</w:rPr></w:style>`;
const tracked = (kind: string, runs: string) =>
  `<w:${kind} w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z">${runs}</w:${kind}>`;
const BODY = SUMMONS_WITHOUT_NUMBER.map((line) => p(line)).join("");
const SECTION = "<w:sectPr/>";

/** The hour with another before it that isn't said: 2026年9月22日上午[8时30分]9时00分. */
const withUnsaid = (unsaid: string) =>
  summonsTable({ time: p(r("2026年9月22日上午") + unsaid + r("9时00分")) }) + SECTION;

describe("what is crossed out or hidden is not read", () => {
  const OLD = "8时30分";
  it.each<[string, string, WordPart?]>([
    ["with a line", r(OLD, "<w:strike/>")],
    ["with two lines", r(OLD, '<w:dstrike w:val="1"/>')],
    ["hidden", r(OLD, "<w:vanish/>")],
    ["by a character style", r(OLD, '<w:rStyle w:val="A"/>'), styles(style("A", "character", "<w:strike/>"))],
    [
      "by the style a style is based on",
      r(OLD, '<w:rStyle w:val="B"/>'),
      styles(style("A", "character", "<w:vanish/>") + style("B", "character", "<w:b/>", "A")),
    ],
    ["deleted in a tracked change", tracked("del", "<w:r><w:delText>8时30分</w:delText></w:r>")],
    ["deleted by a program that keeps its words as text", tracked("del", r(OLD))],
    ["moved away", tracked("moveFrom", r(OLD))],
    ["hidden inside a link", `<w:hyperlink>${r(OLD, "<w:vanish/>")}</w:hyperlink>`],
    [
      "asked for by a form's field that nobody filled in",
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r(OLD)}</w:sdtContent></w:sdt>`,
    ],
    [
      "an instruction of a field",
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE ${OLD}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ],
    [
      "a reading aid over its characters",
      `<w:r><w:ruby><w:rt>${r(OLD)}</w:rt><w:rubyBase>${r("")}</w:rubyBase></w:ruby></w:r>`,
    ],
  ])("%s", async (_, unsaid, more) => {
    const bytes = wordFile(withUnsaid(unsaid), more === undefined ? [] : [more]);
    expect(await readingOf(bytes)).toEqual(SUMMONS);
    expect(await doubtfulIn(bytes)).toEqual([]);
  });

  it("a whole paragraph by its style; a run that takes the line off again is read", async () => {
    const old = p("应到时间：2026年9月21日上午9时00分", '<w:pStyle w:val="Gone"/>');
    const gone = styles(style("Gone", "paragraph", "<w:strike/>"));
    expect(await readingOf(wordFile(summonsTable() + old + SECTION, [gone]))).toEqual(SUMMONS);
    const back = p(r("甲", '<w:strike w:val="0"/>') + r("乙"), '<w:pStyle w:val="Gone"/>');
    expect(await linesOf(wordFile(back, [gone]))).toEqual(["甲"]);
  });

  it("styles of two levels turn each other round, as Word shows them", async () => {
    const both = styles(style("P", "paragraph", "<w:strike/>") + style("C", "character", "<w:strike/>"));
    const paragraph = p(r("甲", '<w:rStyle w:val="C"/>') + r("乙"), '<w:pStyle w:val="P"/>');
    expect(await linesOf(wordFile(paragraph, [both]))).toEqual(["甲"]);
  });

  it("rows that were deleted or hidden, and a paragraph whose end was deleted goes on", async () => {
    const row = (mark: string, words: string) =>
      `<w:tr><w:trPr>${mark}</w:trPr><w:tc>${p(words)}</w:tc><w:tc>${p("x")}</w:tc></w:tr>`;
    const table = `<w:tbl>${row('<w:del w:id="1" w:author="a"/>', "甲")}${row("<w:hidden/>", "乙")}${row("", "丙")}</w:tbl>`;
    const joined = `<w:p><w:pPr><w:rPr><w:del w:id="2" w:author="a"/></w:rPr></w:pPr>${r("丁")}</w:p>${p("戊")}`;
    expect(await linesOf(wordFile(table + joined))).toEqual(["丙\tx", "丁戊"]);
  });
});

describe("what stands elsewhere than in the body's runs counts", () => {
  const simple = (words: string) => `<w:fldSimple w:instr=" MERGEFIELD n ">${r(words)}</w:fldSimple>`;
  const control = (content: string) =>
    `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  it.each<[string, string]>([
    ["a simple field", p(simple(NUMBER))],
    [
      "a simple field inside a link inside inserted words",
      p(tracked("ins", `<w:hyperlink>${simple(NUMBER)}</w:hyperlink>`)),
    ],
    ["a content control", p(control(r(NUMBER)))],
    ["a content control around the paragraph", control(p(NUMBER))],
    [
      "a drop-down list of an old form",
      `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="请选择"/><w:listEntry w:val="${NUMBER}"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    ],
    ["words moved here", p(tracked("moveTo", r(NUMBER)))],
  ])("%s in a cell", async (_, cell) => {
    expect(await readingOf(wordFile(summonsTable({ number: cell }) + SECTION))).toEqual(SUMMONS);
  });

  it.each<[string, string]>([
    ["a box without a branch for older programs", p(box(p(`案号：${NUMBER}`)))],
    [
      "a box of an older program",
      p(
        `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p(`案号：${NUMBER}`)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ),
    ],
    [
      "a box both branches hold, once",
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><a:graphic><wps:wsp><wps:txbx><w:txbxContent>${p(`案号：${NUMBER}`)}</w:txbxContent></wps:txbx></wps:wsp></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(`案号：${NUMBER}`)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    ],
    [
      "words made a drawing",
      p(`<w:r><w:pict><v:shape><v:textpath string="案号：${NUMBER}"/></v:shape></w:pict></w:r>`),
    ],
  ])("%s", async (_, paragraph) => {
    const bytes = wordFile(paragraph + BODY + SECTION);
    expect(await readingOf(bytes)).toEqual(SUMMONS);
    expect((await linesOf(bytes)).filter((line) => line.includes(NUMBER))).toHaveLength(1);
  });

  it("a box that is not shown doesn't", async () => {
    const hidden = box(p(`案号：${NUMBER}`)).replace("<wp:docPr ", '<wp:docPr hidden="1" ');
    expect((await readingOf(wordFile(p(hidden) + BODY + SECTION))).caseNumbers).toEqual([]);
  });

  const evenPages: WordPart = {
    id: "rE",
    type: "settings",
    path: "settings.xml",
    content: part("settings", "<w:evenAndOddHeaders/>"),
  };
  it.each<[string, string, string, readonly WordPart[], boolean]>([
    ["every page", "default", "", [], true],
    ["the first page, where it has its own", "first", "<w:titlePg/>", [], true],
    ["first pages, where no page is one", "first", "", [], false],
    ["even pages, where they are told apart", "even", "", [evenPages], true],
    ["even pages, where they aren't", "even", "", [], false],
  ])("the header of %s", async (_, type, more, parts, isShown) => {
    const [body, header] = headed(BODY, p(NUMBER), type, more);
    expect((await readingOf(wordFile(body, [header, ...parts]))).caseNumbers).toEqual(
      isShown ? [NUMBER] : [],
    );
  });

  it("a header of a box or table, a footer and a note; pages' numbers and what the body says are not said again", async () => {
    const [body, header] = headed(
      `${BODY}<w:p><w:r><w:footnoteReference w:id="3"/></w:r></w:p>`,
      p(box(p(NUMBER))) + p("第 1 页 共 2 页") + p("传票"),
      "default",
      '<w:footerReference w:type="default" r:id="rF"/>',
    );
    const footer: WordPart = {
      id: "rF",
      type: "footer",
      path: "footer1.xml",
      content: part("ftr", p("— 2 —") + p("承办人：孙晓")),
    };
    const notes: WordPart = {
      id: "rN",
      type: "footnotes",
      path: "footnotes.xml",
      content: part(
        "footnotes",
        `<w:footnote w:type="separator" w:id="0">${p("x")}</w:footnote><w:footnote w:id="3">${p("注：复印件与原件一致")}</w:footnote>`,
      ),
    };
    const lines = await linesOf(wordFile(body, [header, footer, notes]));
    expect([lines[0], ...lines.slice(-2)]).toEqual([NUMBER, "注：复印件与原件一致", "承办人：孙晓"]);
    expect(lines.filter((line) => line.replace(/\s/g, "") === "传票")).toHaveLength(1);
  });

  it.each<[string, string, string | Buffer]>([
    ["a page", "c.html", `<html><p>案号：${NUMBER}</p></html>`],
    ["a piece of a page", "c.htm", `<p>案号：${NUMBER}</p>`],
    [
      "plain text in GB 18030",
      "c.txt",
      Buffer.concat([
        Buffer.from("b0b8bac5a3ba", "hex"),
        Buffer.from(" (2026) "),
        Buffer.from("c2b3", "hex"),
        Buffer.from("1312"),
        Buffer.from("d0d0b3f5", "hex"),
        Buffer.from("72"),
        Buffer.from("bac5", "hex"),
      ]),
    ],
    ["a Word file", "c.docx", docx(`案号：${NUMBER}`)],
    [
      "RTF",
      "c.rtf",
      `{\\rtf1\\ansi ${[...`案号：${NUMBER}`].map((one) => `\\u${one.charCodeAt(0)}?`).join("")}\\par}`,
    ],
    [
      "a web archive",
      "c.mht",
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>案号：${NUMBER}</p>\r\n--b--\r\n`,
    ],
  ])("a chunk that is %s", async (_, path, content) => {
    const chunk: WordPart = { id: "rA", type: "aFChunk", path, content };
    const bytes = wordFile(`<w:altChunk r:id="rA"/>${BODY}${SECTION}`, [chunk]);
    expect(await readingOf(bytes)).toEqual(SUMMONS);
  });

  it("diagrams, and ticks of symbol fonts", async () => {
    const diagram: WordPart = {
      id: "rD",
      type: "diagramData",
      path: "diagrams/data1.xml",
      content:
        '<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:pt><dgm:t><a:p><a:r><a:t>第二审判庭</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>',
    };
    const drawn = p('<w:r><w:drawing><a:graphic><dgm:relIds r:dm="rD"/></a:graphic></w:drawing></w:r>');
    const ticks = p(
      `<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>${r("到庭")}${r("\uF0A8", '<w:rFonts w:ascii="Wingdings"/>')}${r("未到庭")}<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${r("☒")}</w:sdtContent></w:sdt>${r("是")}`,
    );
    expect(await linesOf(wordFile(drawn + ticks, [diagram]))).toEqual(["第二审判庭", "☑到庭□未到庭☑是"]);
  });
});

describe("what is not read is said", () => {
  const comments = (words: string): WordPart => ({
    id: "rC",
    type: "comments",
    path: "comments.xml",
    content: part("comments", `<w:comment w:id="5">${p(words)}</w:comment>`),
  });
  const remarked = summonsTable({
    time: `<w:p><w:commentRangeStart w:id="5"/>${r(TIME)}<w:commentRangeEnd w:id="5"/></w:p>`,
  });
  const chunk = (path: string, content: string | Buffer, outside = false): WordPart => ({
    id: "rA",
    type: "aFChunk",
    path,
    content,
    outside,
  });
  const object = p('<w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r>');
  it.each<[string, string, readonly WordPart[], object]>([
    [
      "a remark, the words under it in doubt",
      remarked,
      [comments("改为9月23日")],
      { kind: "remark", name: "改为9月23日" },
    ],
    [
      "a chunk of a kind that isn't read",
      `${summonsTable()}<w:altChunk r:id="rA"/>`,
      [chunk("c.pdf", "%PDF-1.4")],
      { kind: "enclosed-file", name: "word/c.pdf" },
    ],
    [
      "a chunk that isn't there",
      `${summonsTable()}<w:altChunk r:id="rX"/>`,
      [],
      { kind: "enclosed-file", name: "altChunk" },
    ],
    [
      "a chunk outside the file",
      `${summonsTable()}<w:altChunk r:id="rA"/>`,
      [chunk("file:///c.html", "", true)],
      { kind: "enclosed-file", name: "altChunk" },
    ],
    [
      "a chunk inside a chunk",
      `${summonsTable()}<w:altChunk r:id="rA"/>`,
      [chunk("c.docx", wordFile('<w:altChunk r:id="rA"/>', [chunk("d.html", "<p>x</p>")]))],
      { kind: "enclosed-file", name: "word/d.html" },
    ],
    ["an object", summonsTable() + object, [], { kind: "enclosed-file", name: "Excel.Sheet.12" }],
    [
      "a header that is damaged",
      headed(summonsTable(), "")[0],
      [{ ...headed("", "")[1], content: "<w:hdr>" }],
      { kind: "damaged-part", name: "word/header1.xml" },
    ],
  ])("%s", async (_, body, parts, unread) => {
    const bytes = wordFile(body.includes("<w:sectPr") ? body : body + SECTION, parts);
    expect(await readingOf(bytes)).toEqual({ ...SUMMONS, unread: [unread] });
    expect(await doubtfulIn(bytes)).toContain("unread[0]");
    expect((await doubtfulIn(bytes)).includes("hearing.start")).toBe(
      parts.some(({ type }) => type === "comments"),
    );
  });

  it("a remark without words, and a formula, are nothing to say", async () => {
    const formula = object.replace("Excel.Sheet.12", "Equation.3");
    expect(await readingOf(wordFile(remarked + formula + SECTION, [comments("")]))).toEqual(SUMMONS);
  });
});
