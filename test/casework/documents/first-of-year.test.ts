/** Whether a case is its agency's first of the year is known from the year's own cases, however many others are open. */
import { describe, expect, it } from "vitest";
import { firstsOfYear } from "../../../shared/casework/documents/first-of-year.ts";
import { type BoardRow, organisationBoard } from "../../../shared/domain/board/board-row.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { PageAsked } from "../../../shared/ports/records.ts";
import { respondent } from "../../support/case-builders.ts";
import { memoryRecords } from "../../support/memory/memory-records.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { aRow, JURISDICTION } from "../../support/stored-things.ts";

const POLICE = "yinan-police" as OrganisationId;
const OTHER = "yinan-government" as OrganisationId;
const NEW = caseNumber("（2026）鲁1321行初900号");

/** Rows of the agency's board, and how many of them are read for the answer. */
async function asked(rows: readonly Partial<BoardRow>[]) {
  const table = memoryTable(JURISDICTION);
  const board = organisationBoard(POLICE);
  for (const one of [{ caseNumber: NEW }, ...rows]) {
    const row = aRow({ board, boards: [board], ...one });
    table.boardRows.set(`${board}#${row.state === "closed" ? "CLOSED" : "OPEN"}#${row.caseNumber}`, row);
  }
  const records = memoryRecords(table);
  let read = 0;
  const counting = <Given extends readonly unknown[]>(
    page: (...given: Given) => ReturnType<typeof records.openCases>,
  ) => {
    return async (...given: Given) => {
      const found = await page(...given);
      read += found.rows.length;
      return found;
    };
  };
  const firsts = await firstsOfYear(
    {
      openCases: counting((of: string, page: PageAsked) => records.openCases(of, page)),
      closedCasesOf: counting(records.closedCasesOf),
    },
    {
      caseNumber: NEW,
      parties: { plaintiffs: [], respondents: [respondent("沂南县公安局", POLICE)], thirdParties: [] },
    },
  );
  return { isFirst: firsts.length === 1, read };
}

const numbered = (year: number, from: number, to: number, facts: Partial<BoardRow> = {}) =>
  Array.from({ length: to - from }, (_, index) => ({
    caseNumber: caseNumber(`（${year}）鲁1321行初${from + index}号`),
    ...facts,
  }));
/** A case in which the agency answers for the county's government. */
const FOR_ANOTHER = { agencies: aRow().agencies.map((one) => ({ ...one, organisation: OTHER })) };

describe("an agency's first case of the year", () => {
  it("is one beside 3,000 open ones of former years, and those aren't read", async () => {
    const { isFirst, read } = await asked(numbered(2025, 1_000, 4_000));
    expect(isFirst).toBe(true);
    expect(read).toBeLessThan(20);
  });

  it("isn't where another of the year is open: one page tells", async () => {
    const { isFirst, read } = await asked(numbered(2026, 1_000, 4_000));
    expect(isFirst).toBe(false);
    expect(read).toBeLessThanOrEqual(10);
  });

  it("isn't where another of the year is closed, behind any number in which it answered for others", async () => {
    const closed = { state: "closed" } as const;
    const others = numbered(2026, 1_000, 1_060, { ...FOR_ANOTHER, ...closed });
    expect(await asked(others)).toMatchObject({ isFirst: true });
    expect(await asked([...others, ...numbered(2026, 2_000, 2_001, closed)])).toMatchObject({
      isFirst: false,
    });
  });

  it("is one beside sixty open ones in which it answers for others", async () => {
    expect(await asked(numbered(2026, 1_000, 1_060, FOR_ANOTHER))).toMatchObject({ isFirst: true });
  });
});
