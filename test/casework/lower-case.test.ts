/** What does a case of the second instance say to that of the first? */
import { describe, expect, it } from "vitest";
import type { CasesAtWork } from "../../shared/casework/cases-at-work.ts";
import { tellLowerCase } from "../../shared/casework/lower-case.ts";
import type { FileDocument } from "../../shared/domain/case-file/commands.ts";
import { accepted } from "../../shared/domain/case-file/decision.ts";
import type { CaseFile } from "../../shared/domain/case-file/state.ts";
import { type CaseNumber, caseNumber } from "../../shared/domain/court/case-number.ts";
import { at, given, RULES, record, summons } from "../support/case-builders.ts";

const FIRST = summons().caseNumber;
const APPEAL = caseNumber("（2026）鲁13行终9号");
const NOW = at("09-28");

const parties = { ...summons().parties, originCaseNumber: FIRST };
const SUMMONED = summons({ caseNumber: APPEAL, parties });
const judged = (ruling: object, changes: Partial<FileDocument> = {}) =>
  given(
    SUMMONED,
    record({
      kind: "judgment",
      caseNumber: APPEAL,
      parties,
      result: { outcome: "remanded", heard: true },
      ruling: { form: "ruling", ordered: [], ...ruling },
      ...changes,
    }),
  );

async function told(file: CaseFile | undefined) {
  const commands: unknown[] = [];
  const cases = {
    file: async () => file,
    decide: async (number: CaseNumber, command: object) => {
      commands.push([number, command]);
      return accepted();
    },
  } as unknown as CasesAtWork;
  await tellLowerCase(cases, APPEAL, NOW, RULES.calendar);
  return commands;
}

describe("a case above", () => {
  it("tells the one below what it has ruled of that judgment", async () => {
    expect(await told(judged({ onLower: "remanded" }))).toMatchObject([
      [FIRST, { type: "note-higher-ruling", at: NOW, ruling: { number: APPEAL, result: "remanded" } }],
    ]);
  });

  it.each<[string, CaseFile | undefined]>([
    ["that nobody knows", undefined],
    ["that goes back to no other", withoutOrigin(judged({ onLower: "remanded" }))],
    ["that has not ruled", given(SUMMONED)],
    ["that says nothing of the judgment below", judged({})],
  ])("%s tells nobody", async (_, file) => {
    expect(await told(file)).toEqual([]);
  });
});

function withoutOrigin({ originCaseNumber: _, ...file }: CaseFile): CaseFile {
  return file as CaseFile;
}
