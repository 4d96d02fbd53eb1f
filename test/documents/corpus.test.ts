import { describe, expect, it } from "vitest";
import { compare } from "./support/comparison.ts";
import { corpusDocument, corpusNames, readingOf } from "./support/corpus.ts";

describe("every file of the corpus reads as a person reads it", () => {
  it.each(corpusNames())("%s", async (name) => {
    const document = corpusDocument(name);
    const { evidence, ...reading } = await readingOf(document);
    expect(reading).toEqual(document.truth);
    for (const fact of Object.values(evidence)) {
      expect(fact.rule).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(fact.confidence).toBeGreaterThan(0);
      expect(fact.confidence).toBeLessThanOrEqual(1);
    }
  });
});

describe("the comparison that the corpus is measured with", () => {
  const truth = { kind: "judgment", administrative: true, caseNumbers: ["（2026）鲁13行终1号"] } as const;
  const sure = { confidence: 0.9, rule: "r", text: "" };
  const outcomes = (read: object, evidence: object) =>
    compare({ ...truth, caseNumbers: [...truth.caseNumbers] }, {
      kind: "judgment",
      administrative: true,
      caseNumbers: [],
      evidence,
      ...read,
    } as never)
      .filter(({ field }) => field === "caseNumbers" || field === "hearing.start")
      .map(({ outcome }) => outcome);

  it("tells right, wrong, missing and sent to a person apart", () => {
    const numbers = ["（2026）鲁13行终1号"];
    expect(outcomes({ caseNumbers: numbers }, { "caseNumbers[0]": sure })).toEqual(["right"]);
    expect(outcomes({ caseNumbers: numbers }, { "caseNumbers[0]": { ...sure, confidence: 0.5 } })).toEqual([
      "review",
    ]);
    expect(outcomes({}, {})).toEqual(["missing"]);
    expect(outcomes({ caseNumbers: ["（2026）鲁13行终2号"] }, { "caseNumbers[0]": sure })).toEqual([
      "missing",
      "wrong",
    ]);
    expect(
      outcomes({ caseNumbers: numbers, hearing: { start: "2026-09-24" } }, { "hearing.start": sure }),
    ).toEqual(["right", "wrong"]);
  });
});
