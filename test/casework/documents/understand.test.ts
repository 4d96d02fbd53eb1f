/** What of a paper is sure enough to act on? One fact at a time is made less sure than the policy asks for. */
import { describe, expect, it } from "vitest";
import { understand } from "../../../shared/casework/documents/understand.ts";
import type { ReadDocument } from "../../../shared/documents/kinds/facts.ts";
import { readDocument } from "../../../shared/documents/read-document.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { recordText, summonsText } from "../../support/desk-city.ts";

const ENOUGH = RULES.policy.minimumConfidence;
const SUMMONS = await read(summonsText());
const RECORD = await read(recordText("被告负责人：龙涛，副局长，到庭。"));

describe("a paper that is read without doubt", () => {
  it.each([
    ["a summons", SUMMONS],
    ["a record", RECORD],
  ])("is acted on: %s", (_, document) => {
    expect(understood(document)).toMatchObject({
      outcome: "certain",
      commands: [{ attendance: expect.anything() }],
    });
  });
});

describe("a fact that is not sure enough", () => {
  const { hearing } = SUMMONS;
  if (hearing?.place === undefined) throw new Error("no hearing read");
  const { start, place } = hearing;

  it.each<[string, (confidence: number) => Partial<ReadDocument>]>([
    ["kind", (confidence) => ({ kind: { ...SUMMONS.kind, confidence } })],
    [
      "case-number",
      (confidence) => ({ caseNumbers: SUMMONS.caseNumbers.map((one) => ({ ...one, confidence })) }),
    ],
    ["hearing-time", (confidence) => ({ hearing: { ...hearing, start: { ...start, confidence } } })],
    ["hearing-time", (confidence) => ({ hearing: { ...hearing, end: { ...start, confidence } } as never })],
    ["hearing-place", (confidence) => ({ hearing: { ...hearing, place: { ...place, confidence } } })],
    [
      "respondent",
      (confidence) => ({ respondents: SUMMONS.respondents.map((one) => ({ ...one, confidence })) }),
    ],
  ])("leaves the paper to a person: %s", (field, facts) => {
    expect(understood({ ...SUMMONS, ...facts(ENOUGH - 0.01) })).toEqual({
      outcome: "doubtful",
      doubts: [{ type: "uncertain-facts", fields: [field] }],
      commands: [],
    });
    expect(understood({ ...SUMMONS, ...facts(ENOUGH) }).outcome).toBe("certain");
  });
});

describe("a paper without a day", () => {
  it.each([
    ["a summons", SUMMONS],
    ["a record", RECORD],
  ])("says nothing that can be acted on: %s", (_, { hearing: __, ...document }) => {
    expect(understood(document)).toMatchObject({
      outcome: "doubtful",
      doubts: expect.arrayContaining([{ type: "no-hearing-date" }]),
    });
  });

  it("and without an agency: a record says nothing, a summons is filed", () => {
    const nobody = { respondents: [], attendance: [] };
    expect(understood({ ...RECORD, ...nobody })).toMatchObject({ doubts: [{ type: "no-respondent" }] });
    expect(understood({ ...SUMMONS, ...nobody }).outcome).toBe("certain");
  });
});

describe("who attended", () => {
  const [facts] = RECORD.attendance;
  if (facts?.headAttended === undefined) throw new Error("no attendance read");
  const { organ, headAttended } = facts;
  const attended = (changes: Partial<typeof facts>) => {
    const result = understood({ ...RECORD, attendance: [{ ...facts, ...changes }] });
    return "commands" in result ? result.commands[0]?.attendance[0]?.headAttended : undefined;
  };

  it("is a question where the word or the agency it is about is not sure", () => {
    expect(attended({})).toBe(true);
    expect(attended({ headAttended: { ...headAttended, confidence: ENOUGH } })).toBe(true);
    expect(attended({ headAttended: { ...headAttended, confidence: ENOUGH - 0.01 } })).toBe("review");
    expect(attended({ organ: { ...organ, confidence: ENOUGH - 0.01 } })).toBe("review");
  });
});

function understood(document: ReadDocument) {
  const arrival = { sha256: "sha", at: at("09-25"), court: "沂南县人民法院" };
  return understand(document, arrival, RULES.policy);
}

async function read(bytes: Uint8Array): Promise<ReadDocument> {
  const result = await readDocument(bytes);
  if (!result.ok || !("document" in result)) throw new Error("not read");
  return result.document;
}
