/** When is a paper's filing taken back because a person read it otherwise, and of which cases? */
import { describe, expect, it } from "vitest";
import type { CasesAtWork } from "../../../shared/casework/cases-at-work.ts";
import type { Arriving } from "../../../shared/casework/documents/arriving.ts";
import { takeBackFiling } from "../../../shared/casework/documents/read-otherwise.ts";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { accepted, refused } from "../../../shared/domain/case-file/decision.ts";
import { type CaseNumber, caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { at, CITY, given, POLICE, record, summons } from "../../support/case-builders.ts";

const NOW = at("09-28");
const OTHER = caseNumber("（2026）鲁1321行初78号");
const APPEAL = caseNumber("（2026）鲁13行终9号");
const FIRST = summons().caseNumber;
const judgment = (changes: Partial<FileDocument> = {}): FileDocument =>
  record({ kind: "judgment", result: { outcome: "lost", heard: true }, ...changes });

/** What is taken back, and the doubts. `refusal`: why none can be. */
async function taken(
  filed: readonly FileDocument[] | undefined,
  now: readonly FileDocument[],
  refusal?: DeskRefusal,
) {
  const asked: [CaseNumber, string, string][] = [];
  const cases = {
    file: async (number: CaseNumber) =>
      number === APPEAL
        ? { ...given(summons()), caseNumber: number, originCaseNumber: FIRST }
        : given(summons()),
    takeBack: async (number: CaseNumber, { cause, by }: { cause: string; by: string }) => {
      asked.push([number, cause, by]);
      return refusal === undefined ? accepted() : refused(refusal);
    },
  } as unknown as CasesAtWork;
  const arriving = { sha256: "paper", now: NOW, reviewedBy: "王芳", ...(filed && { filed }) } as Arriving;
  return { doubts: await takeBackFiling(cases, arriving, now), asked };
}

const numbers = async (filed: readonly FileDocument[] | undefined, now: readonly FileDocument[]) =>
  (await taken(filed, now)).asked.map(([number]) => number);

describe("a paper that was filed", () => {
  it.each([
    ["is the same", judgment(), []],
    [
      "names one more agency",
      judgment({ parties: { ...judgment().parties, respondents: [POLICE, CITY] } }),
      [],
    ],
    ["ended its case otherwise", judgment({ result: { outcome: "won", heard: true } }), []],
    ["is another case's", judgment({ caseNumber: OTHER }), [FIRST]],
    ["is of another kind", judgment({ kind: "hearing-record" }), [FIRST]],
    ["is another agency's", judgment({ parties: { ...judgment().parties, respondents: [CITY] } }), [FIRST]],
    ["ended nothing", judgment({ result: { outcome: "suspended", heard: true } }), [FIRST]],
  ])("%s", async (_, now, expected) => {
    expect(await numbers([judgment()], [now])).toEqual(expected);
  });

  it("says no end any more, ends what stood still, or says its end for the first time", async () => {
    const { result: _, ...silent } = judgment();
    const halted = judgment({ result: { outcome: "suspended", heard: undefined } });
    expect(await numbers([judgment()], [silent])).toEqual([FIRST]);
    expect(await numbers([halted], [judgment()])).toEqual([FIRST]);
    expect(await numbers([silent], [judgment()])).toEqual([]);
  });

  it("in several cases is taken out of all of them, where one is another or one more", async () => {
    const both = [judgment(), judgment({ caseNumber: OTHER })];
    expect(await numbers(both, [judgment()])).toEqual([FIRST, OTHER]);
    expect(await numbers([judgment()], both)).toEqual([FIRST]);
    expect(await numbers(both, both)).toEqual([]);
  });

  it("of the second instance is taken out of the first as well", async () => {
    expect(await numbers([judgment({ caseNumber: APPEAL })], [judgment({ caseNumber: OTHER })])).toEqual([
      APPEAL,
      FIRST,
    ]);
  });

  it("nowhere yet takes nothing back", async () => {
    expect(await numbers(undefined, [judgment()])).toEqual([]);
    expect(await numbers([], [judgment()])).toEqual([]);
  });

  it("is taken back as the paper's own, in the name of whoever reviewed it; what rests on it is a doubt, that it is gone none", async () => {
    const moved = [judgment({ caseNumber: OTHER })];
    expect(await taken([judgment()], moved)).toEqual({
      doubts: [],
      asked: [[FIRST, "document:paper", "王芳"]],
    });
    expect((await taken([judgment()], moved, { type: "take-back-rested-on" })).doubts).toEqual([
      { type: "filed-otherwise", caseNumber: FIRST },
    ]);
    expect((await taken([judgment()], moved, { type: "taken-back-already" })).doubts).toEqual([]);
  });
});
