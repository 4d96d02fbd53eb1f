/** Does any pattern of the readers' rules take longer, the longer a text is, than the text grows? Words of its own example, repeated, are what could make it. */
import { describe, expect, it } from "vitest";
import "../../shared/documents/read-document.ts";
import { flatten } from "../../shared/documents/text/flat-text.ts";
import { allRuleTables, type NamedRule } from "../../shared/documents/text/rule-table.ts";

const LENGTH = 8_000;
/** A text four times as long takes four times as long; faster growth would take sixteen times. */
const TIMES = 4;
const MOST_GROWTH = 8;
/** What takes less says nothing of growth: looking for a word through the whole text from each of its places takes 30 ms. */
const LEAST_MS = 6;

interface Patterned extends NamedRule {
  readonly of: RegExp;
}

const patterns = allRuleTables().flatMap(({ name, rules }) =>
  rules.filter(isPatterned).map((rule) => ({ rule: `${name} / ${rule.name}`, ...rule })),
);

function isPatterned(rule: NamedRule & { readonly of?: unknown }): rule is Patterned {
  return rule.of instanceof RegExp;
}

/** All of an example, what lacks its end, and the pieces of it: what begins to fit and never does is what makes a pattern look again. */
function wordsOf(example: string): ReadonlySet<string> {
  const texts = [example, flatten(example).text].flatMap((text) => {
    const characters = [...text];
    const piece = (from: number, length: number) => characters.slice(from, from + length).join("");
    const pieces = characters.flatMap((_, at) => [piece(at, 1), piece(at, 2), piece(at, 4)]);
    return [text, text.slice(0, -1), piece(0, Math.ceil(characters.length / 2)), ...pieces];
  });
  return new Set(texts.filter((text) => text !== ""));
}

/** Milliseconds of this thread's own work; the least of two, since its garbage may be another's. */
function cost(pattern: RegExp, text: string): number {
  return Math.min(
    ...[1, 2].map(() => {
      const before = process.threadCpuUsage();
      // A pattern that replaces looks at all its places, as tidying does.
      if (pattern.global) text.replace(pattern, "");
      else pattern.test(text);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}

function growsTooFast(pattern: RegExp, word: string, length = LENGTH): boolean {
  const text = (characters: number) => word.repeat(Math.ceil(characters / word.length));
  const short = cost(pattern, text(length));
  return short > LEAST_MS && cost(pattern, text(length * TIMES)) / short > MOST_GROWTH;
}

describe("a pattern of a rule", () => {
  it("takes no longer than in proportion, whatever of its example is repeated", () => {
    expect(patterns.length).toBeGreaterThan(200);
    const fast = patterns.flatMap(({ rule, of, example }) =>
      [...wordsOf(example)].filter((word) => growsTooFast(of, word)).map((word) => `${rule}: ${word}`),
    );
    expect(fast).toEqual([]);
  }, 120_000);

  it("would be found if it did", () => {
    // Long enough to be measured, no longer: it does grow.
    const length = LENGTH / 2;
    expect(growsTooFast(/[一二三]*案件$/u, "一", length)).toBe(true);
    expect(growsTooFast(/(?<![一二三])[一二三]*案件$/u, "一", length)).toBe(false);
  });
});
