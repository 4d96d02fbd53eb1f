/** What a person has looked at is sure, whatever the document is, and nothing else about it changes. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { confirmed } from "../../../../functions/desk/review/confirmed.ts";
import { storedReading, UnusableReading } from "../../../../functions/desk/review/stored-reading.ts";
import { readFacts } from "../../../../shared/documents/read-document.ts";

const CORPUS = new URL("../../../documents/corpus/", import.meta.url);
const texts = readdirSync(CORPUS).filter((name) => name.endsWith(".txt"));

/** What is said, without how surely. */
function withoutConfidence(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inside) => (key === "confidence" ? undefined : inside)));
}

/** Every confidence in it, however deep. */
function confidences(value: unknown): readonly number[] {
  const found: number[] = [];
  JSON.stringify(value, (key, inside) => {
    if (key === "confidence") found.push(inside);
    return inside;
  });
  return found;
}

describe("every reading of the corpus", () => {
  it("is kept and opened again as it was, and sure once a person has looked", () => {
    let seen = 0;
    for (const name of texts) {
      const { ledger, figures, directory, ...reading } = readFacts(
        readFileSync(new URL(name, CORPUS), "utf8"),
      );
      const stored = storedReading(name, JSON.stringify(reading));
      if (stored instanceof UnusableReading) throw stored;
      expect(stored).toEqual(reading);
      const sure = confirmed(stored);
      expect(withoutConfidence(sure)).toEqual(withoutConfidence(stored));
      expect(new Set(confidences(sure))).toEqual(new Set([1]));
      seen += 1;
    }
    expect(seen).toBeGreaterThan(300);
  });
});
