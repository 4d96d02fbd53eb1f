/** Which cases does a question find in somebody's own? By number and name in the table, by agency and court through their own rows. */
import { type BoardRow, organisationBoard } from "../../../shared/domain/board/board-row.ts";
import type { OrganisationName } from "../../../shared/domain/organisations/directory.ts";
import { organisationsNamed, type SearchQuery } from "../../../shared/domain/search/search-query.ts";
import type { Year } from "../../../shared/domain/time/time.ts";
import type { PageOfRows } from "../../../shared/ports/records.ts";
import type { DeskPorts } from "../frame/room.ts";
import type { SearchScope } from "./search-scope.ts";

/** Cases of a page. */
const PAGE_CASES = 20;
/** Rows of an organisation read for one page, where most of its cases are others'. */
const MOST_ROWS = 200;
/** Organisations named beside the cases; a longer part of the name tells them apart. */
export const MOST_ORGANISATIONS = 10;

type Reading = Pick<DeskPorts, "records" | "directory">;

/** Those found by their number or by a party's name. */
export async function casesFound(
  { records }: Pick<DeskPorts, "records">,
  { boards }: SearchScope,
  query: SearchQuery,
  after: string | undefined,
): Promise<PageOfRows> {
  if (query.asks !== "number" && query.asks !== "name") return { rows: [], next: undefined };
  return records.search(query, boards, { after, limit: PAGE_CASES });
}

/** The agencies and courts whose name has the question in it, the closest first. */
export async function organisationsFound(
  { directory }: Pick<DeskPorts, "directory">,
  query: SearchQuery,
): Promise<readonly OrganisationName[]> {
  if (query.asks !== "name") return [];
  const kinds = ["agency", "court", "government", "bureau"] as const;
  const all = await Promise.all(kinds.map((kind) => directory.names(kind)));
  return organisationsNamed(query.text, all.flat());
}

/** The cases of one of them that are among the reader's own: the open ones, or the closed ones of a year. */
export async function casesOfOrganisation(
  { records }: Pick<Reading, "records">,
  { boards }: SearchScope,
  organisation: OrganisationName["id"],
  { year, after }: { readonly year: Year | undefined; readonly after: string | undefined },
): Promise<PageOfRows> {
  const board = organisationBoard(organisation);
  const rows: BoardRow[] = [];
  let next = after;
  for (let read = 0; read < MOST_ROWS; ) {
    const page = { after: next, limit: PAGE_CASES - rows.length };
    const some =
      year === undefined
        ? await records.openCases(board, page)
        : await records.closedCases(board, year, page);
    rows.push(...some.rows.filter((row) => row.boards?.some((one) => boards.includes(one))));
    read += page.limit;
    next = some.next;
    if (next === undefined || rows.length >= PAGE_CASES) break;
  }
  return { rows, next };
}
