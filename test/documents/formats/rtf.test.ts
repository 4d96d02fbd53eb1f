/** Which words of an RTF file count, and where they stand. */
import { describe, expect, it } from "vitest";
import { linesOf, readingOf } from "../support/read.ts";

const rtf = (body: string) => Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\deff0${FONTS}${body}}`, "latin1");
const FONTS =
  "{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f5\\fnil\\fcharset2{\\*\\panose 05} Wingdings 2;}}";

describe("what is crossed out, hidden or deleted is not read", () => {
  it.each([
    ["a line", "a{\\strike b}c", "ac"],
    ["a line taken off again", "a\\strike b\\strike0 c", "ac"],
    ["a line that a new formatting ends", "a\\strike b\\plain c", "ac"],
    ["two lines", "a\\striked1 b\\striked0 c", "ac"],
    ["hidden, and hidden again inside", "a{\\v b{\\v c}d}e", "ae"],
    ["deleted, which a new formatting doesn't end", "a{\\deleted\\plain b}c", "ac"],
    ["characters by number", "a{\\strike\\u20320?}c", "ac"],
    ["the end of a deleted paragraph", "a{\\deleted b\\par}c", "ac"],
    ["the end of a paragraph that is only crossed out stays one", "a{\\strike b\\par}c", "a|c"],
    ["a box that hangs on hidden words", "a{\\v{\\shp{\\*\\shpinst{\\shptxt b\\par}}}}c", "ac"],
  ])("%s", async (_, body, words) => expect((await linesOf(rtf(body))).join("|")).toBe(words));
});

describe("what stands outside the body counts where it is printed", () => {
  it.each([
    ["a header of all pages", "{\\header x\\par}", ["x", "a"]],
    ["of first pages, where they have one", "\\titlepg{\\headerf x\\par}", ["x", "a"]],
    ["of first pages, where they don't", "{\\headerf x\\par}", ["a"]],
    [
      "of even pages, where pages face each other",
      "\\facingp{\\headerl x\\par}{\\headerr y\\par}",
      ["x", "y", "a"],
    ],
    ["of even pages, where they don't", "{\\headerl x\\par}", ["a"]],
    ["a footer, without its page's number", "{\\footer - 1 -\\par x\\par}", ["a", "x"]],
    ["a box of an old program", "{\\*\\do\\dptxbx{\\dptxbxtext x\\par}}", ["a", "x"]],
    [
      "a box, and not what older programs show for it",
      "{\\shp{\\*\\shpinst{\\shptxt x\\par}}{\\shprslt{\\*\\do\\dptxbx{\\dptxbxtext x\\par}}}}",
      ["a", "x"],
    ],
    ["what an object shows", "{\\object{\\*\\objclass Equation.3}{\\result x}}", ["xa"]],
  ])("%s", async (_, outside, lines) => expect(await linesOf(rtf(`${outside}a\\par`))).toEqual(lines));

  it("what a form's boxes and lists are set to", async () => {
    const field = (settings: string) =>
      `{\\field{\\*\\fldinst FORM {\\*\\formfield{${settings}}}}{\\fldrslt }}`;
    const body = `${field("\\fftype1\\ffres1")}a${field("\\fftype1\\ffres25\\ffdefres0")}b${field("\\fftype2\\ffres1{\\*\\ffl x}{\\*\\ffl \\u20320?}")}`;
    expect(await linesOf(rtf(body))).toEqual(["☑a□b你"]);
  });

  it("ticks in a font of symbols, by letter, byte and number", async () => {
    expect(await linesOf(rtf("{\\f5 R}a{\\f5\\'a3}b{\\f5\\u-4014?}c R"))).toEqual(["☑a□b☑c R"]);
  });
});

describe("what is not read is said", () => {
  it("a remark and an object", async () => {
    const remark =
      "{\\*\\atrfstart 0}9{\\*\\atrfend 0}{\\*\\atnid x}{\\*\\atnauthor x}\\chatn{\\*\\annotation{\\*\\atnref 0}\\pard x y\\par}";
    const { unread } = await readingOf(
      rtf(`${remark}{\\object\\objemb{\\*\\objclass Excel.Sheet.8}{\\*\\objdata 00}}`),
    );
    expect(unread).toEqual([
      { kind: "remark", name: "x y" },
      { kind: "enclosed-file", name: "Excel.Sheet.8" },
    ]);
  });
});

describe("hostile files stay bounded", () => {
  it("notes and remarks without end", async () => {
    expect((await linesOf(rtf(`a${"{\\footnote b}".repeat(5000)}`))).length).toBeLessThan(2100);
    const many = await readingOf(rtf(`a${"{\\*\\annotation x}".repeat(500)}`));
    expect(many.unread).toHaveLength(50);
  });
});
