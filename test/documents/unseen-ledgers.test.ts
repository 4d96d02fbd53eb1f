import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toReading } from "../../shared/documents/kinds/reading.ts";
import { extractLedger, printedRow } from "../../shared/documents/ledger/case-ledger.ts";
import { readDocument } from "../../shared/documents/read-document.ts";
import { readTable } from "../../shared/documents/tables.ts";

/**
 * Ledgers as courts send them, written before the rules that read them: made with other libraries than the one that
 * reads them here, each beside its truth. On the first run 7 of the first 22 files and 654 of their 714 facts were right,
 * 3 of the 10 written after that, and none of the 4 after those.
 */
const FOLDER = new URL("ledgers/unseen/", import.meta.url);
const ledgers = readdirSync(FOLDER).filter((name) => !name.endsWith(".json"));

interface Truth {
  readonly rows: readonly ReturnType<typeof printedRow>[];
  /** Rows that can't be used, by their number on the sheet. */
  readonly unused: readonly number[];
}

function truthOf(ledger: string): Truth {
  return JSON.parse(readFileSync(new URL(ledger.replace(/\.\w+$/u, ".json"), FOLDER), "utf8")) as Truth;
}

describe("a ledger nobody had in mind", () => {
  it.each(ledgers)("%s is read as it is", async (name) => {
    const truth = truthOf(name);
    const bytes = readFileSync(new URL(name, FOLDER));

    const result = await readDocument(bytes);
    if (!result.ok) throw new Error(result.reason.kind);
    expect(toReading(result.document)).toMatchObject({ kind: "case-ledger" });
    expect(result.document.ledger?.rows.map(printedRow)).toEqual(truth.rows);
    const unused = result.document.ledger?.problems.filter(({ used }) => !used);
    expect(unused?.map(({ row }) => row)).toEqual(truth.unused);
  });

  it("loses no row: each with cells is read, reported, or a note", async () => {
    const table = await readTable(readFileSync(new URL("20-bad-rows.csv", FOLDER)));
    const ledger = table.ok ? extractLedger(table.grid) : undefined;
    const seen = new Set([...(ledger?.rows ?? []), ...(ledger?.problems ?? [])].map(({ row }) => row));
    expect([...seen].sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
