/** Is a case an agency's first of the year (年度第一件)? By the numbers of the others it is sued in, open and closed. */

import { type BoardRow, organisationBoard } from "../../domain/board/board-row.ts";
import type { FileDocument } from "../../domain/case-file/commands.ts";
import { type CaseNumber, partsOf } from "../../domain/court/case-number.ts";
import type { OrganisationId } from "../../domain/organisations/directory.ts";
import type { Year } from "../../domain/time/time.ts";
import type { PageAsked, PageOfRows, Records } from "../../ports/records.ts";

/** Read at a time: the first is nearly always its own, unless it answers for others (应诉单位). */
const SOME = 10;

/** The respondents of a paper, by its names, that no other case of the same year is known of. */
export async function firstsOfYear(
  records: Pick<Records, "openCases" | "closedCasesOf">,
  { caseNumber, parties }: Pick<FileDocument, "caseNumber" | "parties">,
): Promise<readonly string[]> {
  const firsts = await Promise.all(
    parties.respondents.map(async ({ name, identity }) => {
      const isFirst =
        identity !== undefined && !(await hasAnother(records, identity.organisation, caseNumber));
      return isFirst ? [name] : [];
    }),
  );
  return firsts.flat();
}

/** Of the year alone, and no further than to the first. */
async function hasAnother(
  records: Pick<Records, "openCases" | "closedCasesOf">,
  organisation: OrganisationId,
  caseNumber: CaseNumber,
): Promise<boolean> {
  const { year } = partsOf(caseNumber);
  const isOfYear = (row: BoardRow) => partsOf(row.caseNumber).year === year;
  const isAnother = (row: BoardRow) =>
    row.caseNumber !== caseNumber && row.agencies.some((one) => one.organisation === organisation);
  const board = organisationBoard(organisation);
  const open = pages((page) => records.openCases(board, page), `（${year}）`);
  for await (const row of open) {
    if (!isOfYear(row)) break;
    if (isAnother(row)) return true;
  }
  const closed = pages((page) => records.closedCasesOf(organisation, String(year) as Year, page));
  for await (const row of closed) if (isAnother(row)) return true;
  return false;
}

async function* pages(
  read: (page: PageAsked) => Promise<PageOfRows>,
  from?: string,
): AsyncGenerator<BoardRow> {
  let after = from;
  do {
    const { rows, next } = await read({ after, limit: SOME });
    yield* rows;
    after = next;
  } while (after !== undefined);
}
