import mammoth from "mammoth";
import { afterEach, describe, expect, it, vi } from "vitest";
import { docxBytes } from "../../../shared/letters/office/docx.ts";
import {
  type Block,
  heading,
  items,
  label,
  numbered,
  type OfficialDocument,
  paragraph,
  signatureIndents,
} from "../../../shared/letters/office/official-document.ts";
import { archivePart } from "./archive-part.ts";
import { CIRCULAR, FORM } from "./samples.ts";

/** What a reader of the file finds: its text, paragraph by paragraph. */
async function textOf(document: OfficialDocument): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docxBytes(document)) });
  return value.replace(/\n+/g, "\n").trim();
}

/** The markup of the file's body and properties. */
async function partOf(document: OfficialDocument, part: string): Promise<string> {
  return archivePart(await docxBytes(document), part);
}

describe("an official paper", () => {
  it("reads from its red head to the copies in the order of an official paper", async () => {
    const lines = (await textOf(CIRCULAR)).split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "行政应诉工作通报",
      "临司行通〔2026〕8号",
      "关于2026年8月全市行政机关负责人",
      "出庭应诉情况的通报",
      "各县区人民政府，市政府各部门、各直属机构：",
    ]);
    expect(lines.slice(-6)).toEqual([
      "3. 及时备案。",
      "附件：1. 2026年8月行政机关负责人出庭应诉情况统计表",
      "2. 负责人未出庭案件清单",
      "临沂市司法局",
      "2026年9月3日",
      "抄送：临沂市中级人民法院。",
    ]);
  });

  it("numbers sections at three levels, and items anew after anything else", () => {
    const body: readonly Block[] = [
      heading(1, "甲"),
      heading(2, "乙"),
      heading(3, "丙"),
      heading(3, "丁"),
      heading(2, "戊"),
      heading(3, "己"),
      heading(1, "庚"),
      ...items("辛", "壬"),
      paragraph("。"),
      ...items("癸"),
    ];
    expect(numbered(body).flatMap((block) => ("text" in block ? [block.text] : []))).toEqual([
      "一、甲",
      "（一）乙",
      "1. 丙",
      "2. 丁",
      "（二）戊",
      "1. 己",
      "二、庚",
      "1. 辛",
      "2. 壬",
      "。",
      "1. 癸",
    ]);
    const many = Array.from({ length: 23 }, () => heading(1, ""));
    const numbers = numbered(many).flatMap((block) => ("text" in block ? [block.text] : []));
    expect([numbers[9], numbers[10], numbers[19], numbers[22]]).toEqual([
      "十、",
      "十一、",
      "二十、",
      "二十三、",
    ]);
  });

  it("is set on A4 in the fonts and margins of GB/T 9704", async () => {
    const markup = await partOf(CIRCULAR, "word/document.xml");
    expect(markup).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(markup).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    for (const font of ["方正小标宋简体", "黑体", "楷体"]) expect(markup).toContain(`w:eastAsia="${font}"`);
    expect(await partOf(CIRCULAR, "word/styles.xml")).toMatch(/w:eastAsia="仿宋".*<w:sz w:val="32"\/>/s);
  });

  it("repeats a table's header on each page and splits no row", async () => {
    const markup = await partOf(CIRCULAR, "word/document.xml");
    expect(markup.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(markup.match(/<w:cantSplit\/>/g)).toHaveLength(5);
  });

  it("lets a form's cells span columns, and refuses a row that doesn't fill them", async () => {
    expect(await partOf(FORM, "word/document.xml")).toContain('<w:gridSpan w:val="3"/>');
    expect(await textOf(FORM)).toContain("应诉建议\n建议由分管副市长出庭。\n负责人（签字）：");
    const short: Block = { type: "form", widths: [1, 1], rows: [{ cells: [label("案号")] }] };
    await expect(docxBytes({ title: "单", body: [short] })).rejects.toThrow("spans 1 columns of 2");
  });

  it("centres the issuer's name over the date, and keeps a long one two characters in", () => {
    expect(signatureIndents({ by: "临沂市司法局", date: "2026年9月3日" })).toEqual({ by: 4, date: 4 });
    expect(signatureIndents({ by: "某局", date: "2026年9月3日" })).toEqual({ by: 6, date: 4 });
    const long = signatureIndents({ by: "临沂市罗庄区行政审批服务局", date: "2026年9月3日" });
    expect(long).toEqual({ by: 2, date: 5.5 });
  });

  it("shows hostile text as text: no markup, no line of its own, nothing turned round", async () => {
    const hostile = `</w:t><w:br/>&amp;\u0000\u000b\u202e\ud800\r\n局`;
    const paper: OfficialDocument = {
      title: hostile,
      body: [paragraph(hostile)],
      signature: { by: hostile, date: "" },
    };
    const text = await textOf(paper);
    expect(text).toContain("</w:t><w:br/>&amp; \uFFFD 局");
    expect(text).not.toContain("\u202e");
    expect(await partOf(paper, "docProps/core.xml")).toContain("&#60;/w:t&#62;&#60;w:br/&#62;&#38;amp;");
  });

  describe("written at another time", () => {
    afterEach(() => vi.useRealTimers());

    it("is the same byte for byte", async () => {
      vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-09-03T02:00:00Z") });
      const one = await docxBytes(CIRCULAR);
      vi.setSystemTime(new Date("2031-01-01T00:00:00Z"));
      expect(Buffer.from(await docxBytes(CIRCULAR)).equals(Buffer.from(one))).toBe(true);
    });
  });
});
