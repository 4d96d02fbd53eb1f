/** Is it seen that something a PDF's index lists is gone, and nothing else? */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lacksWhatItLists } from "../../../shared/documents/pages/guard/pdf-index.ts";
import { some } from "../../support/some.ts";

const CORPUS = join(import.meta.dirname, "../corpus");
const files = some(readdirSync(CORPUS).filter((name) => name.endsWith(".pdf"))).map((name) =>
  join(CORPUS, name),
);
/** Written by another program, which packs the index and most objects. */
const PACKED = join(import.meta.dirname, "index-as-a-stream.pdf");

/** Where the objects of a file begin, with how long that is. */
const headers = (bytes: Buffer) =>
  Array.from(
    bytes.toString("latin1").matchAll(/(?<!\d)\d+ \d+ obj/g),
    ({ index, 0: { length } }) => [index, length] as const,
  );

describe("an object that the index lists", () => {
  it.each([...files, PACKED])("is there in each file as it was written: %s", (file) => {
    expect(lacksWhatItLists(readFileSync(file))).toBe(false);
  });

  it.each([files[0] ?? "", PACKED])("and is found to be gone, whichever it is: %s", (file) => {
    const bytes = readFileSync(file);
    for (const [at, length] of some(headers(bytes)))
      if (!bytes.subarray(at, at + 300).includes("/XRef"))
        expect(lacksWhatItLists(Buffer.from(bytes).fill(0, at, at + length)), `${at}`).toBe(true);
  });

  it.each([files[0] ?? "", PACKED])("may lie elsewhere than it says: %s", (file) => {
    const bytes = readFileSync(file);
    expect(lacksWhatItLists(Buffer.concat([Buffer.from("%% moved\n"), bytes]))).toBe(false);
  });
});
