/** Is a case an agency's first of the year (年度第一件)? By the numbers of the others it is sued in, open and closed. */

import type { BoardRow } from "../../domain/board/board-row.ts";
import type { FileDocument } from "../../domain/case-file/commands.ts";
import { type CaseNumber, partsOf } from "../../domain/court/case-number.ts";
import type { OrganisationId } from "../../domain/organisations/directory.ts";
import type { Year } from "../../domain/time/time.ts";
import type { Records } from "../../ports/records.ts";

/** As many closed cases are looked at: one of its own is enough, and an agency is rarely another's. */
const SOME = 10;

/** The respondents of a paper, by its names, that no other case of the same year is known of. */
export async function firstsOfYear(
  records: Pick<Records, "openCasesOf" | "closedCasesOf">,
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

async function hasAnother(
  records: Pick<Records, "openCasesOf" | "closedCasesOf">,
  organisation: OrganisationId,
  caseNumber: CaseNumber,
): Promise<boolean> {
  const { year } = partsOf(caseNumber);
  const isAnother = (row: BoardRow) =>
    row.caseNumber !== caseNumber &&
    partsOf(row.caseNumber).year === year &&
    row.agencies.some((one) => one.organisation === organisation);
  for await (const row of records.openCasesOf(organisation)) if (isAnother(row)) return true;
  const { rows } = await records.closedCasesOf(organisation, String(year) as Year, {
    after: undefined,
    limit: SOME,
  });
  return rows.some(isAnother);
}
