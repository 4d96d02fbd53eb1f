/**
 * Are receipts of service (送达回证), notices to perform (执行通知书) and what judgments order read as a person reads them? The papers in
 * `unseen/judgment-papers` were written before their readers and read once before anything was mended: see the folder's README.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toReading } from "../../shared/documents/kinds/reading.ts";
import { readDocument } from "../../shared/documents/read-document.ts";

const UNSEEN = join(import.meta.dirname, "unseen", "judgment-papers");
const ORDERS = join(import.meta.dirname, "orders", "ordered-acts.json");

const textsOf = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".txt"));

async function read(path: string) {
  const result = await readDocument(new Uint8Array(readFileSync(path)));
  return result.ok ? result.document : expect.fail(`${path} is unreadable`);
}

describe("papers about a judgment that nobody had in mind", () => {
  it.each(textsOf(UNSEEN))("%s", async (name) => {
    const { evidence: _, ...reading } = toReading(await read(join(UNSEEN, name)));
    expect(reading).toEqual(JSON.parse(readFileSync(join(UNSEEN, name.replace(".txt", ".json")), "utf8")));
  });
});

describe("what judgments order", () => {
  const expected: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync(ORDERS, "utf8"));
  const FOLDERS = ["corpus", "unseen/first", "unseen/second", "unseen/third"];

  it("is read of every judgment of the corpus and of the unseen rounds as a person reads it, and of no other paper", async () => {
    const found: Record<string, readonly string[]> = {};
    for (const folder of FOLDERS)
      for (const name of textsOf(join(import.meta.dirname, folder))) {
        const { ordered = [] } = await read(join(import.meta.dirname, folder, name));
        if (ordered.length === 0) continue;
        found[`${folder}/${name}`] = ordered.map(({ value: { act, term, yuan, respondents } }) => {
          const until =
            term === undefined
              ? "no term"
              : term.type === "day"
                ? `by ${term.day}`
                : `${term.count} ${term.unit} from ${term.from}`;
          return [act, until, ...(yuan === undefined ? [] : [`${yuan} yuan`]), ...respondents].join(", ");
        });
      }
    expect(found).toEqual(expected);
  });
});
