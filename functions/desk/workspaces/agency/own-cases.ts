/** The cases of an agency as its workspace reads them: slim rows of all that are open, and the files of those it has to look at. */
import type { BoardRow } from "../../../../shared/domain/board/board-row.ts";
import { type CaseWork, workIn } from "../../../../shared/domain/board/worklist.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { type ReadCase, readFiles } from "../read-files.ts";
import type { AtWork } from "../workspace.ts";

/** An open case, with the agency's part of it. */
export type OwnCase = CaseWork & ReadCase;

/** All its open cases, by number. */
export function openRows(
  { records }: Pick<DeskPorts, "records">,
  { organisation }: AtWork,
): Promise<BoardRow[]> {
  return Array.fromAsync(records.openCasesOf(organisation.id));
}

/** Those in which something may be asked of it; of the others nothing need be read to know that nothing is. */
export function mayAsk({ state, agencies }: BoardRow): boolean {
  return (
    state === "awaiting-hearing" || agencies.some(({ due, flags }) => due.length > 0 || flags.length > 0)
  );
}

/** The files of some rows, with what is to be done and what was done. */
export async function readCases(
  ports: Pick<DeskPorts, "records" | "now">,
  { organisation }: AtWork,
  rows: readonly BoardRow[],
): Promise<readonly OwnCase[]> {
  const read = await readFiles(ports, rows);
  return read.map(({ row, file }) => ({ row, file, ...workIn(file, organisation.id, ports.now()) }));
}
