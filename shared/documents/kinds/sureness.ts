/** How sure a document's facts are where its words are not: those of a scan, and those something is laid over. */
import type { UnreadPart } from "../../domain/unread-part.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { flatten } from "../text/flat-text.ts";
import type { ReadDocument } from "./facts.ts";

/** A text and how sure each of its UTF-16 units is. */
export interface UnsureText {
  readonly text: string;
  readonly sureness: readonly number[];
}

/** The sureness of a text of so many UTF-16 units that is sure but in these parts. */
export function surenessBut(
  length: number,
  doubted: readonly { readonly start: number; readonly end: number }[],
): number[] {
  const sureness = Array.from({ length }, () => 1);
  for (const { start, end } of doubted) sureness.fill(CONFIDENCE.doubtful, start, end);
  return sureness;
}

/**
 * A document's facts, each no surer than the least sure character of the words it was read from; where the same words
 * stand in several places, the best of them counts. Words that aren't found in the text are `unfound` sure.
 */
export function asSureAs(
  document: ReadDocument,
  { text, sureness }: UnsureText,
  unfound: number,
): ReadDocument {
  const flat = flatten(text);
  const surenessAt = (place: number) => sureness[flat.at[place] ?? 0] ?? 0;
  const surenessOf = (words: string): number => {
    const needle = flatten(words).text;
    if (needle === "") return 1;
    let best: number | undefined;
    for (let at = flat.text.indexOf(needle); at !== -1; at = flat.text.indexOf(needle, at + 1)) {
      let least = 1;
      for (let place = at; place < at + needle.length; place++) least = Math.min(least, surenessAt(place));
      best = Math.max(best ?? 0, least);
    }
    return best ?? unfound;
  };
  return everyFact(document, (fact) => ({
    ...fact,
    confidence: Math.min(fact.confidence, surenessOf(fact.text)),
  }));
}

/** What was read, with no fact surer than that. */
export function noSurerThan<T>(read: T, confidence: number): T {
  return everyFact(read, (fact) => ({ ...fact, confidence: Math.min(fact.confidence, confidence) }));
}

/** Applies a change to every fact of a document, however deep it stands. */
function everyFact<T>(value: T, change: (fact: Fact<unknown>) => Fact<unknown>): T {
  if (Array.isArray(value)) return value.map((item) => everyFact(item, change)) as T;
  if (typeof value !== "object" || value === null) return value;
  if ("confidence" in value && "rule" in value) return change(value as unknown as Fact<unknown>) as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, everyFact(item, change)])) as T;
}

/** The document, and what of its file was not read: nobody accepts it without a look at that. */
export function withUnread(document: ReadDocument, unread: readonly UnreadPart[] = []): ReadDocument {
  if (unread.length === 0) return document;
  return {
    ...document,
    unread: [
      ...(document.unread ?? []),
      ...unread.map((part) => ({
        value: part,
        confidence: CONFIDENCE.doubtful,
        rule: `unread-${part.kind}`,
        text: part.name,
      })),
    ],
  };
}
