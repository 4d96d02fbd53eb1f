/** On which boards does a case stand after each change, and where no longer? */
import { expect, it } from "vitest";
import { caseChange } from "../../shared/casework/case-change.ts";
import { involvedIn } from "../../shared/casework/involved.ts";
import type { BoardRow } from "../../shared/domain/board/board-row.ts";
import { saidBy, sayTheSame } from "../../shared/domain/board/shown-rows.ts";
import { evolveAll } from "../../shared/domain/case-file/evolving/evolve.ts";
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

it("is written there again only where one of its rows says something else, and then all of them", async () => {
  const directory = memoryDirectory(memoryTable(JURISDICTION));
  await directory.save([
    anAgency(),
    anAgency({ id: id("yinan-court"), kind: "court", name: "沂南法院", aliases: [], courtCode: "鲁1321" }),
    bureau("沂南县"),
  ]);
  const events = eventsOf(undefined, summons());
  const opened = evolveAll(undefined, events) ?? expect.fail("no case");
  const involved = await involvedIn(opened, directory);
  const deciding = { now: at("09-08"), cause: "document:1", rules: RULES };
  const written = ({ change }: ReturnType<typeof caseChange>) =>
    change.boards.rows.map(({ board, version }) => `${board} ${version}`).toSorted();

  const first = caseChange(undefined, events, involved, deciding);
  expect(written(first)).toEqual(POLICE_ALONE.map((board) => `${board} 1`));
  const same = caseChange(first.change.file, [], involved, { ...deciding, cause: "sweep" });
  expect(written(same)).toEqual([]);
  // What the bureau must name is listed with the case itself.
  expect(same.change.names).toBeUndefined();
  const nameless = first.change.file.respondents.map(({ identity: _, ...one }) => one);
  const asked = caseChange(same.change.file, [], involved, deciding, {
    ...same.change.file,
    respondents: nameless,
  });
  const askedStill = caseChange(asked.change.file, [], involved, deciding);
  expect([written(askedStill), askedStill.change.names]).toEqual([[], asked.change.names]);
  expect(asked.change.names?.names).toEqual(nameless.map(({ name }) => name));
  // What was written before rows were compared says nothing of them.
  const { shown: _, ...former } = same.change.file;
  expect(written(caseChange(former, [], involved, deciding))).toHaveLength(3);
  const other = { ...same.change.file, cause: "行政强制" };
  const changed = caseChange(same.change.file, [], involved, deciding, other);
  expect(written(changed)).toEqual(POLICE_ALONE.map((board) => `${board} 3`));
});

it("is written on very many boards as on few: where they say something else than before", () => {
  const row = { caseNumber: "（2026）鲁1321行初301号", state: "heard", agencies: [] } as unknown as BoardRow;
  const rows = (count: number, version: number) =>
    Array.from({ length: count }, (_, index) => ({ ...row, board: `${index}`, version }));
  expect([3, 60].map((count) => sayTheSame(saidBy(rows(count, 1)), rows(count, 2)))).toEqual([true, true]);
  expect(sayTheSame(saidBy(rows(60, 1)), rows(61, 1))).toBe(false);
});

it("says the same in whichever order its fields lie in the table", () => {
  const row = {
    board: "沂南县",
    version: 1,
    state: "heard",
    agencies: [{ name: "公安局", district: "沂南县" }],
  };
  const other = {
    agencies: [{ district: "沂南县", name: "公安局" }],
    state: "heard",
    version: 2,
    board: "沂南县",
  };
  expect(saidBy([row as unknown as BoardRow])).toBe(saidBy([other as unknown as BoardRow]));
  expect(saidBy([{ ...row, state: "closed" } as unknown as BoardRow])).not.toBe(
    saidBy([row as unknown as BoardRow]),
  );
});
