/** The files open in an office program, and say on paper what the model says. Needs LibreOffice and poppler. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { papersOf } from "../../../shared/letters/notices/notice-letters.ts";
import { docxBytes } from "../../../shared/letters/office/docx.ts";
import { xlsxBytes } from "../../../shared/letters/office/workbook.ts";
import { SAMPLES } from "../sample-notices.ts";
import { office, pdfOf, textOf } from "./libre-office.ts";
import { CIRCULAR, FORM, SHEETS } from "./samples.ts";

const missing = office();
if (missing !== undefined) console.log(`not opened in an office program: ${missing}`);

describe.skipIf(missing !== undefined)("LibreOffice", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "papers-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function printed(name: string, bytes: Promise<Uint8Array>): Promise<string> {
    const file = join(folder, name);
    writeFileSync(file, await bytes);
    return textOf(pdfOf(file)).replace(/[ \n]+/g, "");
  }

  it("prints a circular on two pages, with its number, table, signature and page numbers", async () => {
    const text = await printed("circular.docx", docxBytes(CIRCULAR));
    expect(text).toContain(
      "行政应诉工作通报临司行通〔2026〕8号关于2026年8月全市行政机关负责人出庭应诉情况的通报",
    );
    expect(text).toContain("2河东区22201190.91%");
    expect(text).toMatch(/—1—\f1\.出庭率较低的单位.*临沂市司法局2026年9月3日抄送：临沂市中级人民法院。—2—/s);
  });

  it("prints a form on one page", async () => {
    const text = await printed("form.docx", docxBytes(FORM));
    expect(text).toContain("行政应诉案件办理单（征求意见稿）");
    expect(text).toContain("收到时间2026年9月7日");
    expect(text.split("\f").filter((page) => page !== "")).toHaveLength(1);
  });

  it("prints the papers that go with mails on one page each", async () => {
    for (const name of ["case-handling-form", "handling-form-submitted", "hearing-reminder"] as const) {
      const [paper] = await papersOf(SAMPLES[name].content);
      const text = await printed(`${name}.docx`, Promise.resolve(paper?.content as Uint8Array));
      expect(text.split("\f").filter((page) => page !== "")).toHaveLength(1);
    }
  });

  it("shows a workbook's figures as figures and its text as text", async () => {
    const text = await printed("tables.xlsx", xlsxBytes(SHEETS));
    expect(text).toContain("1兰山区41100.00%+17.732026-08-31");
    expect(text).toContain("莒南县0—");
    expect(text).toContain("3=1+110000099.99%0.002026-08-01");
  });
});
