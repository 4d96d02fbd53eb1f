/** Which words of a page count: what shows, what is typed into its forms, and none that a style takes away. */
import { describe, expect, it } from "vitest";
import { doubtfulIn, linesOf, readingOf } from "../support/read.ts";

const page = (body: string, style = "") =>
  Buffer.from(
    `<!DOCTYPE html><html><head><style><!-- ${style} --></style></head><body>${body}</body></html>`,
  );

describe("what doesn't show, or has a line through it, is not read", () => {
  it.each<[string, string, string?]>([
    ["s", "<s>x</s>"],
    ["del", "<del datetime='2026-01-01'>x</del>"],
    ["strike, with words in bold inside", "<strike><b>x</b></strike>"],
    ["a line by its own style", '<span style="color:red; TEXT-DECORATION: line-through">x</span>'],
    ["a line by the newer property", '<span style="text-decoration-line:line-through double">x</span>'],
    ["a line by a class", '<span class="a old">x</span>', ".old { text-decoration: line-through }"],
    [
      "a line by a class of an element",
      '<p class="old">x</p>',
      "/* p */ p.old, div.old { text-decoration: line-through }",
    ],
    ["a line that words inside can't take off", '<s><span style="text-decoration:none">x</span></s>'],
    ["not displayed", '<div style="display:none">x</div>'],
    ["not displayed by an id", '<div id="n">x</div>', "#n{display:none}"],
    ["invisible", '<span style="visibility: hidden">x</span>'],
    ["hidden by attribute", "<p hidden>x</p>"],
    ["hidden as Office does", '<span style="mso-hide:all">x</span>'],
    [
      "in a template, a list nobody opened, a script",
      "<template>x</template><datalist><option>x</datalist><script>x</script>",
    ],
    ["a reading aid", "<ruby>甲<rp>（</rp><rt>x</rt></ruby>"],
    [
      "a row and a cell",
      '<table><tr style="display:none"><td>x<td>x</tr><tr><td style="display:none">x</td><td>乙</td><td>丙</td></tr></table>',
    ],
    ["a hidden field, a button", '<input type="hidden" value="x"><input type="submit" value="x">'],
    ["the number of a footnote", '<a href="#_ftn1" name="_ftnref1">[1]</a>'],
  ])("%s", async (_, body, style) => {
    expect((await linesOf(page(`<p>甲</p>${body}<p>丁</p>`, style))).join("|")).not.toMatch(/x|\[1\]/);
  });

  it.each<[string, string, string?]>([
    ["what is only kept off paper", '<p class="n">甲</p>', "@media print { .n { display: none } }"],
    [
      "a class that an element's own style overrules",
      '<p class="n" style="display:block">甲</p>',
      ".n{display:none}",
    ],
    [
      "visible words inside invisible ones",
      '<div style="visibility:hidden">x<b style="visibility:visible">甲</b></div>',
    ],
    ["inserted words, underlined ones", '<ins>甲</ins><u style="text-decoration:underline">乙</u>'],
    ["a rule for words inside something else", '<p class="n">甲</p>', "table .n { display:none }"],
  ])("but %s", async (_, body, style) => {
    expect((await linesOf(page(body, style))).join("")).toMatch(/^甲乙?$/);
  });

  it("columns stay where they are when a cell of them is invisible", async () => {
    const rows = '<tr><td>甲</td><td style="visibility:hidden">x</td><td>丙</td></tr>';
    expect(await linesOf(page(`<table>${rows}</table>`))).toEqual(["甲\t\t丙"]);
  });
});

describe("what is typed or chosen in a form counts", () => {
  it.each([
    ["a field", '案号：<input value="（2026）鲁1312行初72号">', "案号：（2026）鲁1312行初72号"],
    ["a large field", "<textarea>第二审判庭</textarea>", "第二审判庭"],
    ["a list", "<select><option>甲<option selected>乙<option>丙</select>", "乙"],
    [
      "a list of which nothing was chosen shows its first",
      "<select><option>甲</option><option>乙</option></select>",
      "甲",
    ],
    [
      "ticks",
      "<input type=radio checked>到庭<input type=radio>未到庭<input type=checkbox checked>核实",
      "☑到庭□未到庭☑核实",
    ],
  ])("%s", async (_, body, words) => expect((await linesOf(page(body))).join("")).toBe(words));
});

describe("what is not read is said", () => {
  const comment =
    '<p>甲</p><div style="mso-element:comment-list"><div style="mso-element:comment"><p>改为9月23日</p></div></div>';
  it("a comment that Word keeps in its page", async () => {
    const bytes = page(comment);
    expect(await linesOf(bytes)).toEqual(["甲"]);
    expect((await readingOf(bytes)).unread).toEqual([{ kind: "remark", name: "改为9月23日" }]);
    expect(await doubtfulIn(bytes)).toContain("unread[0]");
  });

  it("a frame that shows another file; none where it doesn't show", async () => {
    const frames = '<iframe src="part2.htm"></iframe><div hidden><iframe src="x.htm"></iframe></div>';
    expect((await readingOf(page(`<p>传票</p>${frames}`))).unread).toEqual([
      { kind: "enclosed-file", name: "part2.htm" },
    ]);
  });
});

it("a web archive's pages look as the style sheet beside them says", async () => {
  const entry = (type: string, body: string) => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
  const archive = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n${entry("text/html", '<p class="xl65">x</p><p>甲</p>')}${entry("text/css", ".xl65 { text-decoration:line-through; }")}--b--\r\n`;
  expect(await linesOf(Buffer.from(archive))).toEqual(["甲"]);
});

it("pages made to be slow are no slower for their styles", async () => {
  const style = "a{".repeat(20_000) + "/*".repeat(20_000) + "@".repeat(20_000);
  const start = performance.now();
  await linesOf(page("<p>甲</p>", style));
  expect(performance.now() - start).toBeLessThan(3000);
});
