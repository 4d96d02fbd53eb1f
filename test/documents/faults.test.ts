/** Files that were once read wrongly, each the smallest of its kind; the right reading lies beside it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toReading } from "../../shared/documents/kinds/reading.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import { ACCEPTED_FROM, type Truth } from "./support/comparison.ts";

const FOLDER = join(import.meta.dirname, "faults");

interface Expected {
  /** What is read, among other things. */
  readonly reading: Partial<Truth>;
  /** Facts that a person must look at; the case, the day and the kind are sure otherwise. */
  readonly doubtful?: readonly string[];
  /** What stands in the file and must not be read. */
  readonly never?: readonly string[];
  /** Of a ledger: the day and the reason of each row, and the rows that are asked about. */
  readonly heardOn?: readonly (string | null)[];
  readonly absenceReasons?: readonly (string | null)[];
  readonly askedAbout?: readonly number[];
}

const SURE = ["kind", "caseNumbers[0]", "hearing.start"];

describe("a file that was read wrongly is read right", () => {
  it.each(readdirSync(FOLDER).filter((name) => !name.endsWith(".json")))("%s", async (name) => {
    const truth = JSON.parse(readFileSync(join(FOLDER, name.replace(/\.\w+$/, ".json")), "utf8")) as Expected;
    const result = await readDocument(readFileSync(join(FOLDER, name)));
    if (!result.ok) throw new Error(`unreadable: ${result.reason.kind}`);
    const { evidence, ...reading } = toReading(result.document);
    expect(reading).toMatchObject(truth.reading);
    const { doubtful = [], never = [], askedAbout = [] } = truth;
    for (const field of doubtful) expect([field, evidence[field]?.confidence]).toEqual([field, 0.5]);
    for (const field of SURE.filter((one) => !doubtful.includes(one)))
      expect(evidence[field]?.confidence ?? 1).toBeGreaterThanOrEqual(ACCEPTED_FROM);
    for (const words of never) expect(JSON.stringify(reading)).not.toContain(words);
    const { rows = [], problems = [] } = result.document.ledger ?? {};
    if (truth.heardOn) expect(rows.map(({ heardOn }) => heardOn ?? null)).toEqual(truth.heardOn);
    if (truth.absenceReasons)
      expect(rows.map(({ absenceReason }) => absenceReason ?? null)).toEqual(truth.absenceReasons);
    expect(problems.map(({ row }) => row)).toEqual(expect.arrayContaining([...askedAbout]));
    if (askedAbout.length === 0 && !/year/.test(name)) expect(problems).toEqual([]);
  });
});
