/**
 * How did what is stored call the way a case ended, before papers, ledgers and case files had one vocabulary? And what a
 * reading that waits for a person had read in an order.
 */
import type { StoredItem, Upcaster } from "./upcaster.ts";

/** Files, rows, events, ledgers' statements: 和解撤诉 was called `settled-withdrawn`, wherever in an item it stands. */
export function withOutcomes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOutcomes);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === "outcome" && each === "settled-withdrawn" ? "settled" : withOutcomes(each),
    ]),
  );
}

/** An item with such a thing in it. */
export const outcomesOfOneVocabulary: Upcaster = (body) => withOutcomes(body) as StoredItem;

/** What an order was taken for said who had won: the plaintiff. */
const READ: Readonly<Record<string, string>> = {
  "plaintiff-won": "lost",
  "plaintiff-lost": "won",
  dismissed: "won",
};

/** A document's reading, kept as JSON while it waits for a person. */
export const readingKeepsOutcome: Upcaster = (body) => {
  const document = body.document as StoredItem;
  if (typeof document.reading !== "string") return body;
  return { ...body, document: { ...document, reading: renewedReading(document.reading) } };
};

/** What isn't JSON stays as it is: whoever opens the review finds that out. */
function renewedReading(reading: string): string {
  let read: StoredItem;
  try {
    read = JSON.parse(reading);
  } catch {
    return reading;
  }
  const { settled, ...facts } = read;
  const outcome = facts.outcome as { readonly value: string } | undefined;
  if (outcome === undefined) return JSON.stringify(facts);
  const value =
    outcome.value === "withdrawn" && settled !== undefined
      ? "settled"
      : (READ[outcome.value] ?? outcome.value);
  return JSON.stringify({ ...facts, outcome: { ...outcome, value } });
}
