/**
 * Writes this folder's DOC files: `node test/documents/formats/word-97/make.ts`. They are made as DOCX and converted by
 * LibreOffice (`soffice` on the PATH), and kept in the repository, so that a test reads the same bytes everywhere.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LEDGER_HEADING, LEDGER_TITLE } from "../../support/papers.ts";
import { box, p, part, r, tbl, type WordPart, wordFile } from "../../support/word.ts";

const style = (id: string, type: string, formatting: string, basedOn = "") =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn && `<w:basedOn w:val="${basedOn}"/>`}<w:rPr>${formatting}</w:rPr></w:style>`;
const styles: WordPart = {
  id: "rS",
  type: "styles",
  path: "styles.xml",
  content: part(
    "styles",
    style("Old", "paragraph", "<w:strike/>") +
      style("Older", "paragraph", "<w:b/>", "Old") +
      style("Secret", "character", "<w:vanish/>"),
  ),
};
const tracked = (kind: string, runs: string) =>
  `<w:${kind} w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z">${runs}</w:${kind}>`;
const form = (settings: string, code: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="f"/><w:enabled/><w:calcOnExit w:val="0"/>${settings}</w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const tick = (mark: string) =>
  form(`<w:checkBox><w:sizeAuto/><w:default w:val="0"/>${mark}</w:checkBox>`, "FORMCHECKBOX");
const list = form(
  '<w:ddList><w:result w:val="1"/><w:listEntry w:val="请选择"/><w:listEntry w:val="第二审判庭"/></w:ddList>',
  "FORMDROPDOWN",
);

const margin = (id: string, kind: "header" | "footer", words: string): WordPart => ({
  id,
  type: kind,
  path: `${id}.xml`,
  content: part(kind === "header" ? "hdr" : "ftr", p(words)),
});
const reference = (kind: string, type: string, id: string) =>
  `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;

const merged = (begin: boolean, words: string) =>
  [begin ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>", words] as const;

const FILES: Readonly<Record<string, Buffer>> = {
  "unsaid.doc": wordFile(
    p(r("甲") + r("x", "<w:strike/>") + r("x", "<w:dstrike/>") + r("x", "<w:vanish/>") + r("乙")) +
      p("x", '<w:pStyle w:val="Old"/>') +
      p("x", '<w:pStyle w:val="Older"/>') +
      p(r("x") + r("丙", '<w:strike w:val="0"/>'), '<w:pStyle w:val="Older"/>') +
      p(
        r("丁") +
          r("x", '<w:rStyle w:val="Secret"/>') +
          tracked("del", "<w:r><w:delText>x</w:delText></w:r>") +
          tracked("ins", r("戊")),
      ) +
      "<w:sectPr/>",
    [styles],
  ),
  "outside.doc": wordFile(
    p(
      `${r("甲")}${box(p("框"))}<w:fldSimple w:instr=" MERGEFIELD n "><w:r><w:t>乙</w:t></w:r></w:fldSimple>`,
    ) +
      p(`${r("丙")}<w:r><w:footnoteReference w:id="3"/></w:r>`) +
      p(
        tick("") +
          r("到庭") +
          tick("<w:checked/>") +
          r("未到庭") +
          '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>' +
          r("是"),
      ) +
      p(list) +
      p(
        `<w:commentRangeStart w:id="5"/>${r("丁")}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>`,
      ) +
      `<w:sectPr>${reference("header", "default", "h1")}${reference("header", "first", "h2")}${reference("footer", "default", "f1")}<w:titlePg/></w:sectPr>`,
    [
      margin("h1", "header", "页眉甲"),
      margin("h2", "header", "首页眉"),
      margin("f1", "footer", "页脚甲"),
      {
        id: "rN",
        type: "footnotes",
        path: "footnotes.xml",
        content: part("footnotes", `<w:footnote w:id="3">${p("脚注甲")}</w:footnote>`),
      },
      {
        id: "rC",
        type: "comments",
        path: "comments.xml",
        content: part(
          "comments",
          `<w:comment w:id="5" w:author="x" w:date="2026-01-01T00:00:00Z">${p("改为9月23日")}</w:comment>`,
        ),
      },
    ],
  ),
  "margins.doc": wordFile(
    `${p("甲")}<w:sectPr>${reference("header", "default", "h1")}${reference("header", "first", "h2")}${reference("header", "even", "h3")}</w:sectPr>`,
    [
      margin("h1", "header", "页眉甲"),
      margin("h2", "header", "首页眉"),
      margin("h3", "header", "偶数页眉"),
      {
        id: "rE",
        type: "settings",
        path: "settings.xml",
        content: part("settings", "<w:evenAndOddHeaders/>"),
      },
    ],
  ),
  "ledger.doc": wordFile(
    p(LEDGER_TITLE) +
      tbl([
        LEDGER_HEADING,
        [
          merged(true, "（2026）鲁1302行初211号"),
          merged(true, "张三"),
          "兰山区公安分局",
          merged(true, "行政处罚"),
          merged(true, "2026-08-05"),
          "否",
          ['<w:gridSpan w:val="2"/>', "—"],
          merged(true, "否"),
          merged(true, "驳回诉讼请求"),
        ],
        [
          merged(false, ""),
          merged(false, ""),
          "兰山区水利局",
          merged(false, ""),
          merged(false, ""),
          "是",
          "王建国",
          "局长",
          merged(false, ""),
          merged(false, ""),
        ],
      ]) +
      "<w:sectPr/>",
  ),
};

const work = mkdtempSync(join(tmpdir(), "word-97-"));
for (const [name, bytes] of Object.entries(FILES)) {
  const source = join(work, name.replace(".doc", ".docx"));
  writeFileSync(source, bytes);
  execFileSync("soffice", ["--headless", "--convert-to", "doc:MS Word 97", "--outdir", work, source]);
  renameSync(join(work, name), join(import.meta.dirname, name));
}
rmSync(work, { recursive: true });
