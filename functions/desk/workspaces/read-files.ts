/** The files behind rows of a board, as a workspace reads them. */
import type { BoardRow } from "../../../shared/domain/board/board-row.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { DeskPorts } from "../frame/room.ts";

/** As many are read at a time: a page is there within a second, and the table isn't pressed. */
const AT_A_TIME = 25;

/** A case's row with its file. */
export interface ReadCase {
  readonly row: BoardRow;
  readonly file: CaseFile;
}

/** In the order of the rows; one whose file is gone is left out. */
export async function readFiles(
  { records }: Pick<DeskPorts, "records">,
  rows: readonly BoardRow[],
): Promise<readonly ReadCase[]> {
  const read: ReadCase[] = [];
  for (let from = 0; from < rows.length; from += AT_A_TIME) {
    const some = rows.slice(from, from + AT_A_TIME).map(async (row): Promise<readonly ReadCase[]> => {
      const file = await records.caseFile(row.caseNumber);
      return file === undefined ? [] : [{ row, file }];
    });
    read.push(...(await Promise.all(some)).flat());
  }
  return read;
}
