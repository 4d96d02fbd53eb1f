/** What former versions kept of how cases ended is read in the one vocabulary there is now. */
import { describe, expect, it } from "vitest";
import { storedReading } from "../../../functions/desk/review/stored-reading.ts";
import { CaseItem, DocumentItem, EventItem } from "../../../shared/adapters/case-table/items.ts";
import { keyOf } from "../../../shared/adapters/case-table/keys.ts";
import { withOutcomes } from "../../../shared/adapters/case-table/upcast/outcomes.ts";
import { readFacts } from "../../../shared/documents/read-document.ts";
import { aDocument, CASE, MORNING, opening } from "../../support/stored-things.ts";

const KEY = keyOf.caseFile(CASE);

it("a case that ended by agreement has been settled, in its file and its events", () => {
  const { file } = opening();
  const { hearing: _, ...facts } = file as typeof file & { hearing?: unknown };
  const closed = { ...facts, state: "closed", outcome: "withdrawn" } as never;
  const item = CaseItem.write(KEY, { version: 1, file: closed, rows: [] });
  const before = { ...(closed as object), outcome: "settled-withdrawn" };
  expect(CaseItem.read({ ...item, schemaVersion: 8, file: before }).file).toMatchObject({
    state: "closed",
    outcome: "settled",
  });
  const event = {
    at: MORNING,
    cause: "document:1",
    event: { type: "case-closed", outcome: "lost" },
  } as const;
  const stored = EventItem.write(KEY, { version: 1, events: [event] });
  const former = [{ ...event, event: { ...event.event, outcome: "settled-withdrawn" } }];
  expect(EventItem.read({ ...stored, schemaVersion: 8, events: former }).events[0]?.event).toEqual({
    type: "case-closed",
    outcome: "settled",
  });
});

it("rows and ledgers that lie in the bucket say so too, and what is called so elsewhere is left alone", () => {
  expect(
    withOutcomes([{ outcome: "settled-withdrawn", note: "settled-withdrawn" }, { outcome: "won" }]),
  ).toEqual([{ outcome: "settled", note: "settled-withdrawn" }, { outcome: "won" }]);
});

describe("a reading that waited for a person", () => {
  const read = (outcome: string, facts: object = {}) => {
    const text =
      "沂水县人民法院\n行政裁定书\n（2026）鲁1323行初45号\n原告：张三\n被告：沂水县公安局\n裁定如下：\n驳回原告张三的起诉。";
    const fact = { value: outcome, confidence: 0.85, rule: "former", text: "" };
    const reading = JSON.stringify({ ...readFacts(text), outcome: fact, ...facts });
    const document = aDocument({ state: "needs-review" });
    const item = DocumentItem.write(KEY, { state: "needs-review", document });
    const before = { ...item, schemaVersion: 4, document: { ...document, reading } };
    const stored = storedReading("a".repeat(64), DocumentItem.read(before).document.reading ?? "");
    return "outcome" in stored ? stored.outcome?.value : stored;
  };
  const settled = { settled: { value: true, confidence: 0.85, rule: "former", text: "" } };

  it.each([
    ["plaintiff-won", "lost"],
    ["plaintiff-lost", "won"],
    ["dismissed", "won"],
    ["withdrawn", "withdrawn"],
    ["settled", "settled"],
    ["other", "other"],
  ])("%s is %s", (before, now) => {
    expect(read(before)).toBe(now);
  });

  it("withdrawn by agreement is settled, whatever else said that it was settled", () => {
    expect(read("withdrawn", settled)).toBe("settled");
    expect(read("plaintiff-won", settled)).toBe("lost");
  });
});
