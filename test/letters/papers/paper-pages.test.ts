/** Every paper says what is known and leaves the rest blank; in an office program (LibreOffice, poppler) it opens, on the pages it should have. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mammoth from "mammoth";
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

  it.each(Object.entries(SAMPLE_PAPERS))("%s opens", (name, { pages }) => {
    const text = texts.get(name) ?? "";
    expect(text.split("\f").filter((page) => page.trim() !== "")).toHaveLength(pages);
  });
});

it.each(Object.entries(SAMPLE_PAPERS))("%s says what is known", async (_, { document, says }) => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docxBytes(document)) });
  const plain = value.replace(/\s+/g, "");
  for (const words of says) expect(plain).toContain(words.replace(/\s+/g, ""));
  expect(plain).not.toMatch(/undefined|null|NaN|\[object/);
});
