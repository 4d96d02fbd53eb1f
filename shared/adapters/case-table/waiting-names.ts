/** The cases that wait for a name, out of the index `board`: by board and number, of one board or all. */
import { placeOfNames, type WaitingNames } from "../../domain/board/waiting-names.ts";
import type { NamesAsked } from "../../ports/records.ts";
import { unknownPartition } from "./indexes.ts";
import { waitingNames } from "./schemas/board.ts";

import { type CaseTable, readBoardIndex, readListing } from "./table.ts";

/** How a case number begins, and no board: by it alone lies what a former version wrote, until its case is next written. */
const FORMER = "（";

/** In their order, those of a former version among the others. */
export async function* namesThatWait(
  table: CaseTable,
  jurisdiction: string,
  { board, after = "", some }: NamesAsked = {},
): AsyncIterable<WaitingNames> {
  const partition = unknownPartition(jurisdiction);
  const former: WaitingNames[] = [];
  for await (const item of readBoardIndex(table, partition, { prefix: FORMER })) {
    const one = readListing(item, waitingNames);
    if ((board === undefined || one.board === board) && placeOfNames(one) > after) former.push(one);
  }
  former.sort((one, other) => (placeOfNames(one) < placeOfNames(other) ? -1 : 1));
  const prefix = board === undefined ? "" : `${board}#`;
  for await (const item of readBoardIndex(table, partition, { prefix, after, some })) {
    if (String(item.boardSort).startsWith(FORMER)) continue;
    const one = readListing(item, waitingNames);
    while (former[0] !== undefined && placeOfNames(former[0]) < placeOfNames(one)) yield* former.splice(0, 1);
    yield one;
  }
  yield* former;
}
