/**
 * Notices, records and judgments of sittings over the net that were written before the rules for them: mode, platform and
 * meeting number, with what only looks like them. First run: 103 of 111 facts right, two platforms accepted wrongly (在线 read as 在).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toReading } from "../../shared/documents/kinds/reading.ts";
import { readDocument } from "../../shared/documents/read-document.ts";

const FOLDER = join(import.meta.dirname, "unseen/online");

describe("sittings over the net", () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith(".txt")))("%s", async (name) => {
    const truth = JSON.parse(readFileSync(join(FOLDER, name.replace(/txt$/u, "json")), "utf8"));
    const read = await readDocument(new Uint8Array(readFileSync(join(FOLDER, name))));
    if (!read.ok) throw new Error(`${name} is unreadable`);
    const { evidence: _, ...reading } = toReading(read.document);
    expect(reading).toEqual(truth);
  });
});
