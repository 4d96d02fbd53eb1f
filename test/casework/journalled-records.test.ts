/** What of a write at the desk is written into the journal, from which a restored table is told what it lacks? */
import { describe, expect, it } from "vitest";
import { journalledRecords } from "../../shared/casework/journalled-records.ts";
import type { DirectoryAct } from "../../shared/domain/organisations/directory-act.ts";
import type { Change, SigningWrite } from "../../shared/ports/change.ts";
import type { DeskAct } from "../../shared/ports/journal.ts";
import { at } from "../support/case-builders.ts";
import { aCorrection, anAgency, aSigning, CASE, opening } from "../support/stored-things.ts";

const NOW = at("09-08", "10:00");
const LINK = { nonce: "n1", at: at("09-08"), by: "李明" };
const DIRECTORY_ACT = { bureau: "yinan-bureau" } as unknown as DirectoryAct;
const PROGRAMME = { entry: aCorrection(), expectedVersion: 0, nextActionAt: undefined };
const SIGNING: SigningWrite = { signing: aSigning(), expectedVersion: 0, nextActionAt: undefined };

/** What the journal gets of a write, and what came of the write. */
async function written(change: Omit<Change, "token">, becomes: "committed" | "conflict" = "committed") {
  const acts: DeskAct[] = [];
  const records = journalledRecords(
    { commit: async (_: Change) => becomes },
    { acted: async (act) => void acts.push(act) },
    () => NOW,
  );
  return { outcome: await records.commit({ token: "t", ...change }), acts };
}

const noted = async (change: Omit<Change, "token">) => (await written(change)).acts;
const act = (facts: Partial<DeskAct>): DeskAct => ({ at: NOW, cases: [], others: [], ...facts });

describe("an act at the desk", () => {
  it("on a case is noted with what happened, and the boards it stands on", async () => {
    const change = opening();
    const file = { ...change.file, boards: ["沂南县"] };
    expect(await noted({ usedLink: LINK, cases: [{ ...change, file }] })).toEqual([
      act({
        usedLink: LINK,
        cases: [{ caseNumber: CASE, version: 1, boards: ["沂南县"], events: change.events }],
      }),
    ]);
  });

  it("without a link that brings one thing once is noted all the same", async () => {
    const { file, events } = opening();
    expect(await noted({ cases: [opening()] })).toEqual([
      act({ cases: [{ caseNumber: CASE, version: 1, boards: file.boards, events }] }),
    ]);
  });

  it("by a link alone is noted, so that it can't be used again", async () => {
    expect(await noted({ usedLink: LINK })).toEqual([act({ usedLink: LINK })]);
  });

  it.each<[string, Omit<Change, "token">, DeskAct["others"]]>([
    ["an entry of the programme", { programme: [PROGRAMME] }, [{ what: "programme", of: "沂南县" }]],
    ["the signing of a bulletin", { signings: [SIGNING] }, [{ what: "signing", of: "3713" }]],
    [
      "the directory, by a bureau",
      { directoryAct: DIRECTORY_ACT, organisations: [anAgency()] } as never,
      [{ what: "directory", of: "yinan-bureau" }],
    ],
    [
      "the directory, by the organisation itself",
      { organisations: [anAgency()] } as never,
      [{ what: "directory", of: "" }],
    ],
  ])("is noted by whose it was: %s", async (_, change, others) => {
    expect(await noted(change)).toEqual([act({ others })]);
  });
});

describe("nothing is noted", () => {
  it.each<[string, Omit<Change, "token">]>([
    ["of a write that is nobody's act", {}],
    ["of one that changes no organisation", { organisations: [] } as never],
    ["of a case to which nothing happened", { cases: [opening(23, { events: [] })] }],
  ])("%s", async (_, change) => {
    expect(await noted(change)).toEqual([]);
  });

  it("of a write that came second", async () => {
    expect(await written({ usedLink: LINK }, "conflict")).toEqual({ outcome: "conflict", acts: [] });
  });
});
