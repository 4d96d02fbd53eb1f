/** Are courts' proposals (司法建议书) read right that were written before their reader was? */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toReading } from "../../shared/documents/kinds/reading.ts";
import { readDocument } from "../../shared/documents/read-document.ts";

const FOLDER = join(import.meta.dirname, "unseen/suggestions");

describe("a proposal nobody had in mind", () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith(".txt")))("%s", async (name) => {
    const truth: unknown = JSON.parse(readFileSync(join(FOLDER, name.replace(/\.txt$/, ".json")), "utf8"));
    const result = await readDocument(new Uint8Array(readFileSync(join(FOLDER, name))));
    if (!result.ok) throw new Error(`unreadable: ${result.reason.kind}`);
    const { evidence: _, ...reading } = toReading(result.document);
    expect(reading).toEqual(truth);
  });
});
