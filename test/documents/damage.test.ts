/** A paper that is damaged: what its format shows of that goes to a person, and is never read as if nothing were missing. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ReadText, readText } from "../../shared/documents/read-text.ts";

const file = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url));

/** Whether a person must look: it can't be read at all, or a part wasn't. */
async function isShown(bytes: Uint8Array): Promise<boolean> {
  return isDoubted(await readText(bytes));
}

function isDoubted(result: ReadText): boolean {
  return !result.ok || result.unread?.some(({ kind }) => kind === "damaged-part") === true;
}

const WHOLE = [
  "corpus/719-record-two-respondents-mixed.doc",
  "corpus/729-judgment-first-present.doc",
  "corpus/15-appeal-citizen.pdf",
  "corpus/719-record-two-respondents-mixed.pdf",
  "formats/summons.doc",
  "formats/summons.rtf",
  "formats/record.ofd",
];

describe.each(WHOLE)("%s", (name) => {
  it("is nothing to doubt while it is whole", async () => {
    expect(await isShown(file(name))).toBe(false);
  });

  it("is doubted wherever it is cut short", async () => {
    const bytes = file(name);
    for (const share of [0.3, 0.5, 0.7, 0.9, 0.97])
      expect(await isShown(bytes.subarray(0, Math.floor(bytes.length * share))), `${share}`).toBe(true);
  });
});

it("a PDF with a block of zeros anywhere is doubted, or says what it said", async () => {
  for (const name of ["corpus/15-appeal-citizen.pdf", "corpus/719-record-two-respondents-mixed.pdf"]) {
    const bytes = file(name);
    const whole = await readText(bytes);
    // A font that isn't as wide as it was draws the same words further apart.
    const words = (text: string) => text.replace(/\s/g, "");
    const said = words(whole.ok ? whole.text : expect.fail(name));
    const step = Math.ceil(bytes.length / 60);
    let doubted = 0;
    for (let from = 0; from < bytes.length; from += step) {
      const damaged = Buffer.from(bytes);
      damaged.fill(0, from, Math.min(from + 60, bytes.length));
      const read = await readText(damaged);
      if (isDoubted(read)) doubted += 1;
      else expect(read.ok && words(read.text), `${name} ${from}`).toBe(said);
    }
    expect(doubted).toBeGreaterThan(10);
  }
});

it("a PDF's words that lie there unpacked are doubted where so much as one of their bytes is nothing", async () => {
  const bytes = file("faults/25e-pdf-double-hour-only.pdf");
  expect(await isShown(bytes)).toBe(false);
  const within = bytes.indexOf("<4E34") + 10;
  for (const length of [1, 2, 4]) {
    const damaged = Buffer.from(bytes).fill(0, within, within + length);
    expect(await isShown(damaged), `${length}`).toBe(true);
  }
});

describe("bytes that nobody reads", () => {
  it("behind the end of an RTF file are nothing to doubt", async () => {
    for (const tail of ["\0", "\0\0\r\n", " x"])
      expect(await isShown(Buffer.concat([file("formats/summons.rtf"), Buffer.from(tail)]))).toBe(false);
  });

  it("in a picture of one neither", async () => {
    const whole = file("formats/summons.rtf");
    const picture = Buffer.from("{\\pict\\wmetafile8\\bin6 a\0{\0\\b}", "latin1");
    const end = whole.lastIndexOf("}");
    const bytes = Buffer.concat([whole.subarray(0, end), picture, whole.subarray(end)]);
    expect(await isShown(bytes)).toBe(false);
  });

  it("but zeros among its words are", async () => {
    const bytes = Buffer.from(file("formats/summons.rtf"));
    bytes.fill(0, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 8);
    expect(await isShown(bytes)).toBe(true);
  });
});
