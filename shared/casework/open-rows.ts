/**
 * The open cases of several boards in one order, read some at a time: however many they are, no more of each board is held than that.
 * For whoever walks through all of them, or stops when he has as many as a page lists.
 */
import { mergedBoards } from "../domain/board/board-query.ts";
import type { BoardRow } from "../domain/board/board-row.ts";
import type { CaseOnBoards } from "../domain/board/case-ahead.ts";
import type { Records } from "../ports/records.ts";

/** Rows of a board read at a time by whoever wants many. */
const SOME = 250;

/** Where to begin, and how many are read of each board at a time. */
export interface Walk {
  /** Behind which place; absent: at the beginning. */
  readonly after?: string | undefined;
  readonly some?: number;
}

type Several<One> = readonly [One, ...One[]];

/** By number: a case with its rows, one for each of the boards on which it stands. A place is a number. */
export function openRows(
  records: Pick<Records, "openCases">,
  boards: readonly string[],
  { after, some = SOME }: Walk = {},
): AsyncGenerator<Several<BoardRow>> {
  const lists = [...new Set(boards)].map((board) =>
    paged(after, async (from) => {
      const { rows, next } = await records.openCases(board, { after: from, limit: some });
      return { all: rows, next };
    }),
  );
  return inStep(lists, ({ caseNumber }) => caseNumber);
}

/** A case as its boards show it together. */
export function asOne(rows: Several<BoardRow>): BoardRow {
  return mergedBoards([rows])[0] ?? rows[0];
}

/** By what comes first ({@link Records.ahead}): a case on two boards may come twice, of each with what is its own. */
export function casesByDay(
  records: Pick<Records, "ahead">,
  boards: readonly string[],
  { after, some = SOME }: Walk = {},
): AsyncGenerator<Several<CaseOnBoards>> {
  const lists = [...new Set(boards)].map((board) =>
    paged(after, async (from) => {
      const { cases, next } = await records.ahead([board], { after: from, limit: some });
      return { all: cases, next };
    }),
  );
  return inStep(lists, ({ at }) => at);
}

/** Pages as one list. */
async function* paged<One>(
  after: string | undefined,
  read: (
    from: string | undefined,
  ) => Promise<{ readonly all: readonly One[]; readonly next: string | undefined }>,
): AsyncGenerator<One> {
  for (let from = after, more = true; more; ) {
    const { all, next } = await read(from);
    yield* all;
    from = next;
    more = next !== undefined;
  }
}

/** Lists that are in order as one: what has the same place in several comes together. */
async function* inStep<One>(
  lists: readonly AsyncGenerator<One>[],
  placeOf: (one: One) => string,
): AsyncGenerator<Several<One>> {
  const heads = await Promise.all(lists.map((list) => list.next()));
  for (;;) {
    let least: string | undefined;
    for (const { done, value } of heads) {
      if (done === true) continue;
      const place = placeOf(value);
      if (least === undefined || place < least) least = place;
    }
    const together: One[] = [];
    for (const [index, { done, value }] of heads.entries()) {
      const list = lists[index];
      if (done === true || list === undefined || placeOf(value) !== least) continue;
      together.push(value);
      heads[index] = await list.next();
    }
    const [first, ...others] = together;
    if (first === undefined) return;
    yield [first, ...others];
  }
}
