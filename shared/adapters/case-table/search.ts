/**
 * How are some cases found among many? By a number or a name: by their entries under its beginning, and then by their rows on
 * boards. By what comes next: by their places in the index `board`.
 */
import { mergedBoards } from "../../domain/board/board-query.ts";
import type { BoardRow } from "../../domain/board/board-row.ts";
import { type PlacedCase, pageAhead } from "../../domain/board/case-ahead.ts";
import type { CaseNumber } from "../../domain/court/case-number.ts";
import { type CasesAsked, isNumberAsked } from "../../domain/search/search-query.ts";
import type { PageAsked, PageOfCasesAhead, PageOfRows } from "../../ports/records.ts";
import { aheadPartition } from "./indexes.ts";
import { BoardItem, SearchItem } from "./items.ts";
import { keyOf, searchPartition } from "./keys.ts";
import { caseAhead } from "./schemas/board.ts";
import { type CaseTable, readItem, readListing, readSome, readSomeOfIndex } from "./table.ts";

/** Entries read at a time, and at most for one page: those of other boards are read as well. */
const SOME_ENTRIES = 100;
const MOST_ENTRIES = 1_000;

/** As {@link Records.search}. Costs half a unit for some forty entries, and one for each case that is shown. */
export async function searchCases(
  table: CaseTable,
  asked: CasesAsked,
  boards: readonly string[],
  { after, limit }: PageAsked,
): Promise<PageOfRows> {
  const where = placeOf(asked);
  const found = new Map<CaseNumber, readonly string[]>();
  let next = after;
  let more = true;
  for (let read = 0; more && read < MOST_ENTRIES && found.size < limit; read += SOME_ENTRIES) {
    const some = await readSome(table, { ...where, after: next, limit: SOME_ENTRIES });
    more = some.next !== undefined;
    next = some.next;
    for (const [index, item] of some.items.entries()) {
      const { caseNumber, boards: its } = SearchItem.read(item).entry;
      const own = its.filter((board) => boards.includes(board));
      if (own.length === 0 || (asked.asks === "number" && !isNumberAsked(asked.number, caseNumber))) continue;
      found.set(caseNumber, own);
      if (found.size < limit) continue;
      more ||= index < some.items.length - 1;
      next = String(item.sk).slice(where.prefix.length);
      break;
    }
  }
  const rows = await Promise.all([...found].map(([number, own]) => rowOf(table, number, own)));
  return { rows: rows.flat(), next: more ? next : undefined };
}

/** All case numbers begin with the bracket of their year. */
function placeOf(asked: CasesAsked): {
  readonly pk: string;
  readonly prefix: string;
  readonly newest?: true;
} {
  if (asked.asks === "name")
    return { pk: searchPartition({ of: "name", text: asked.text }), prefix: asked.text };
  const { serial, year } = asked.number;
  const pk = searchPartition({ of: "number", serial });
  return { pk, prefix: year === undefined ? "（" : `（${year}）`, newest: true };
}

/** The row of a case, of all of the boards that are asked: open or closed, which its entry doesn't say. */
async function rowOf(
  table: CaseTable,
  caseNumber: CaseNumber,
  boards: readonly string[],
): Promise<readonly BoardRow[]> {
  const keys = boards.flatMap((board) =>
    [false, true].map((closed) => keyOf.boardRow(board, caseNumber, closed)),
  );
  const items = await Promise.all(keys.map((key) => readItem(table, BoardItem, key, "eventual")));
  return mergedBoards(items.map((item) => (item === undefined ? [] : [item.row])));
}

/** As {@link Records.ahead}. */
export async function casesAhead(
  table: CaseTable,
  boards: readonly string[],
  page: PageAsked,
): Promise<PageOfCasesAhead> {
  const lists = await Promise.all(
    boards.map(async (board): Promise<readonly PlacedCase[]> => {
      const items = await readSomeOfIndex(table, aheadPartition(board), page);
      return items.map((item) => ({
        at: String(item.boardSort),
        board,
        ahead: readListing(item, caseAhead),
      }));
    }),
  );
  return pageAhead(lists, page.limit);
}
