/** How does a table of named rules propose a class? The first rule that finds its words decides, and says which words. */
import type { Proposed } from "./classes.ts";

/** What is known of a case that rules look at. */
export interface RuledCase {
  /** 案由. */
  readonly cause: string;
  /** What the act that is sued over is called. */
  readonly title: string;
  /** The agencies sued, but for one that only reconsidered. */
  readonly agencies: readonly string[];
}

/** One rule: where it looks, for which words, and what it then proposes. */
export interface ClassRule<Value> {
  /** kebab-case, unique in its table. */
  readonly name: string;
  /** `matter`: the act's title, then the cause. */
  readonly in: "matter" | "agency";
  readonly of: RegExp;
  readonly says: Value;
  /** Words it was written for. */
  readonly example: string;
}

/** By the first rule that applies; undefined where none does. */
export function proposedBy<Value>(
  rules: readonly ClassRule<Value>[],
  { cause, title, agencies }: RuledCase,
): Proposed<Value> | undefined {
  const places = {
    matter: [
      ["title", title],
      ["cause", cause],
    ],
    agency: agencies.map((name) => ["agency", name] as const),
  } as const;
  for (const { name: rule, in: place, of, says: value } of rules)
    for (const [from, text] of places[place]) {
      const found = of.exec(text);
      if (found !== null) return { value, rule, from, words: found[0] };
    }
  return undefined;
}

/** Words in one width and without blanks, as rules look at them. */
export function plainWords(text: string | undefined): string {
  return (text ?? "").normalize("NFKC").replace(/\s/gu, "");
}
