/** On which boards does a case stand after each change, and where no longer? */
import { expect, it } from "vitest";
import { caseChange } from "../../shared/casework/case-change.ts";
import { involvedIn } from "../../shared/casework/involved.ts";
import { evolveAll } from "../../shared/domain/case-file/evolve.ts";
import type { CaseFile } from "../../shared/domain/case-file/state.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { at, eventsOf, POLICE, RULES, respondent, summons } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryRecords } from "../support/memory/memory-records.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { anAgency, JURISDICTION } from "../support/stored-things.ts";

const HOUSING = respondent("费县住房和城乡建设局", "feixian-housing", { jurisdiction: "费县" });
const BOTH = ["ORG:feixian-housing", "ORG:yinan-court", "ORG:yinan-police", "沂南县", "费县"];
const POLICE_ALONE = ["ORG:yinan-court", "ORG:yinan-police", "沂南县"];

const id = (one: string) => one as OrganisationId;
const bureau = (jurisdiction: string) =>
  anAgency({
    id: id(`${jurisdiction}-justice`),
    kind: "bureau",
    name: `${jurisdiction}司法局`,
    aliases: [],
    jurisdiction,
  });

it("moves with its respondents, its court and its state", async () => {
  const table = memoryTable(JURISDICTION);
  const directory = memoryDirectory(table);
  const { commit } = memoryRecords(table);
  await directory.save([
    anAgency(),
    anAgency({ id: id("feixian-housing"), name: HOUSING.name, aliases: [], jurisdiction: "费县" }),
    // The court is known by its code, whatever papers call it.
    anAgency({ id: id("yinan-court"), kind: "court", name: "沂南法院", aliases: [], courtCode: "鲁1321" }),
    bureau("沂南县"),
    bureau("费县"),
  ]);
  const parties = { plaintiffs: ["陈建"], respondents: [POLICE, HOUSING], thirdParties: [] };
  const events = eventsOf(undefined, summons({ parties }));
  const opened = evolveAll(undefined, events) ?? expect.fail("no case");
  let before: CaseFile | undefined;
  /** The boards after the case has become another. */
  const becomes = async (after: Partial<CaseFile>) => {
    const next = { ...opened, ...before, ...after } as CaseFile;
    const deciding = { now: at("09-08"), cause: "document:1", rules: RULES };
    const involved = await involvedIn(next, directory);
    const { change } =
      before === undefined
        ? caseChange(undefined, events, involved, deciding)
        : caseChange(before, [], involved, deciding, next);
    expect(await commit({ token: String(change.file.version), cases: [change] })).toBe("committed");
    before = change.file;
    const rows = [...table.boardRows.values()];
    const where = (closed: boolean) =>
      rows.filter(({ state }) => (state === "closed") === closed).map(({ board }) => board);
    return { open: where(false).toSorted(), closed: where(true).toSorted() };
  };

  expect(await becomes({})).toEqual({ open: BOTH, closed: [] });
  expect(await becomes({ respondents: [POLICE] })).toEqual({ open: POLICE_ALONE, closed: [] });
  expect(await becomes({ respondents: [POLICE, HOUSING] })).toEqual({ open: BOTH, closed: [] });
  expect(await becomes({ state: "closed", outcome: "won" })).toEqual({ open: [], closed: BOTH });
  expect(await becomes({ respondents: [POLICE] })).toEqual({ open: [], closed: POLICE_ALONE });
  expect(await becomes({ state: "heard" })).toEqual({ open: POLICE_ALONE, closed: [] });
  expect(await becomes({ void: true })).toEqual({ open: [], closed: [] });
});
