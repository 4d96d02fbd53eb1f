/** Is every rule of the readers needed? Each must decide something in a document that is checked in. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocument } from "../../shared/documents/read-document.ts";
import { flatten } from "../../shared/documents/text/flat-text.ts";
import { allRuleTables, observeRules } from "../../shared/documents/text/rule-table.ts";
import { corpusDocument, corpusNames } from "./support/corpus.ts";

/** Papers and ledgers with their truth beside them; each is compared with it in a test of its own. */
const BESIDE_THE_CORPUS = [
  "ledgers",
  "ledgers/unseen",
  "ledgers/headings",
  "formats",
  "unseen/first",
  "unseen/second",
  "unseen/third",
  "unseen/classes",
  "unseen/suggestions",
  "unseen/judgment-papers",
  "unseen/online",
];

const decided = new Set<string>();

beforeAll(async () => {
  observeRules((table, rule) => decided.add(`${table} / ${rule}`));
  for (const name of corpusNames()) await readDocument(corpusDocument(name).bytes);
  for (const folder of BESIDE_THE_CORPUS) {
    const files = readdirSync(join(import.meta.dirname, folder)).filter((name) =>
      /\.(?:csv|tsv|txt|xlsx?|xml|docx?|rtf|ofd)$/.test(name),
    );
    for (const file of files)
      await readDocument(new Uint8Array(readFileSync(join(import.meta.dirname, folder, file))));
  }
}, 120_000);
afterAll(() => observeRules(undefined));

describe("rules of the readers", () => {
  it("decide at least one document each", () => {
    const idle = allRuleTables().flatMap(({ name, rules }) =>
      rules.map((rule) => `${name} / ${rule.name}`).filter((rule) => !decided.has(rule)),
    );
    // What is printed here is dead, or lacks a document of the corpus with its truth.
    expect(idle).toEqual([]);
  });

  it("bear names that a reading can print, and an example each", () => {
    for (const { name, rules } of allRuleTables())
      for (const rule of rules) {
        expect(`${name} ${rule.name}`).toMatch(/^[a-z0-9-]+ [a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(rule.example, `${name} / ${rule.name}`).not.toBe("");
      }
  });

  it("find what their example says, where a pattern does", () => {
    const blind = allRuleTables().flatMap(({ name, rules }) =>
      rules
        .filter((rule) => "of" in rule && rule.of instanceof RegExp && !finds(rule.of, rule.example))
        .map((rule) => `${name} / ${rule.name}`),
    );
    expect(blind).toEqual([]);
  });
});

/** In the words as they are printed or as a reader flattens them: whole, or before or behind one of their places. */
function finds(pattern: RegExp, example: string): boolean {
  return [example, flatten(example).text].some((text) =>
    [...text, ""].some((_, at) => pattern.test(text.slice(at)) || pattern.test(text.slice(0, at))),
  );
}
