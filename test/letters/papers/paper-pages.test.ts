/** Every paper opens in an office program, on the pages it should have, with what is known and blanks for the rest. Needs LibreOffice and poppler. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docxBytes } from "../../../shared/letters/office/docx.ts";
import { office, pdfsOf, textOf } from "../office/libre-office.ts";
import { SAMPLE_PAPERS } from "./sample-papers.ts";

const missing = office();
if (missing !== undefined) console.log(`not opened in an office program: ${missing}`);

describe.skipIf(missing !== undefined)("papers in LibreOffice", () => {
  const folder = mkdtempSync(join(tmpdir(), "papers-"));
  const names = Object.keys(SAMPLE_PAPERS);
  let texts: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    const files = await Promise.all(
      Object.values(SAMPLE_PAPERS).map(async ({ document }, index) => {
        const file = join(folder, `${index}.docx`);
        writeFileSync(file, await docxBytes(document));
        return file;
      }),
    );
    texts = new Map(pdfsOf(files, folder).map((pdf, index) => [names[index] ?? "", textOf(pdf)]));
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.entries(SAMPLE_PAPERS))("%s", (name, { says, pages }) => {
    const text = texts.get(name) ?? "";
    expect(text.split("\f").filter((page) => page.trim() !== "")).toHaveLength(pages);
    const plain = text.replace(/\s+/g, "");
    for (const words of says) expect(plain).toContain(words.replace(/\s+/g, ""));
    expect(plain).not.toMatch(/undefined|null|NaN|\[object/);
  });
});
