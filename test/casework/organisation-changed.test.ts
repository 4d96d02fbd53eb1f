/** A change of an organisation's entry reaches the court of each of its cases, however many there are; a letter names the first. */
import { expect, it } from "vitest";
import { openCasesOf, organisationNotices } from "../../shared/casework/organisation-changed.ts";
import { organisationBoard } from "../../shared/domain/board/board-row.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { composeLetter } from "../../shared/letters/compose.ts";
import { RULES } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryRecords } from "../support/memory/memory-records.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { anAgency, aRow, JURISDICTION, MORNING } from "../support/stored-things.ts";

const COURTS = ["沂南县人民法院", "临沂市中级人民法院"] as const;

it("of an agency of 341 open cases: two courts hear, with a hundred numbers at most and how many there are", async () => {
  const table = memoryTable(JURISDICTION);
  const records = memoryRecords(table);
  const directory = memoryDirectory(table);
  const before = anAgency();
  const court = (id: string, name: string) =>
    anAgency({ id: id as OrganisationId, kind: "court", name, aliases: [] });
  await directory.save([before, court("yinan-court", COURTS[0]), court("linyi-court", COURTS[1])]);
  const board = organisationBoard(before.id);
  for (let index = 0; index < 341; index++) {
    const number = caseNumber(`（2026）鲁1321行初${1_000 + index}号`);
    // The last of them is before the other court; in that one it answers for another.
    const isLast = index === 340;
    const row = aRow({ board, boards: [board], caseNumber: number, court: COURTS[isLast ? 1 : 0] });
    table.boardRows.set(`${board}#OPEN#${number}`, isLast ? { ...row, agencies: [] } : row);
  }
  const cases = await openCasesOf(before, { records });
  expect(cases).toHaveLength(341);
  const after = { ...before, name: "沂南县公安分局" };
  const { notices } = await organisationNotices(
    { id: "one", at: MORNING, by: "李明", before, after },
    cases,
    directory,
    { now: MORNING, rules: RULES },
  );
  const toCourts = notices.flatMap(({ content, recipient }) =>
    content.kind === "organisation-changed" && content.reader === "court"
      ? [[recipient.organisation, content.cases.length, content.casesInAll]]
      : [],
  );
  expect(toCourts).toEqual([
    ["yinan-court", 100, 340],
    ["linyi-court", 1, undefined],
  ]);
  const texts = notices.map((one) => composeLetter(one, { name: "临沂市司法局" }).text.replace(/\s/gu, ""));
  expect(texts.filter((text) => text.includes("案件（共340件，列出前100件）："))).toHaveLength(1);
  // What stands before a court is no case of its own.
  expect(await openCasesOf(court("yinan-court", COURTS[0]), { records })).toEqual([]);
});
