/** The cases of an agency as its workspace reads them: slim rows of all that are open, and the files of those it has to look at. */
import { type BoardRow, organisationBoard } from "../../../../shared/domain/board/board-row.ts";
import { type CaseWork, workIn } from "../../../../shared/domain/board/worklist.ts";
import { civilDateAt, type Year, yearOf } from "../../../../shared/domain/time/time.ts";
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

/** Closed cases in which it still owes something because it lost them (败诉案件报告 and what else is open there): no board lists those. */
export async function lostCasesOpen(
  { records, now }: Pick<DeskPorts, "records" | "now">,
  { organisation }: AtWork,
): Promise<readonly Pick<OwnCase, "file" | "todo">[]> {
  const year = yearOf(civilDateAt(now()));
  const years = [year, String(Number(year) - 1) as Year];
  const losses = await Promise.all(
    years.map((one) => records.losses(organisationBoard(organisation.id), one)),
  );
  const owed = losses.flat().filter(({ state }) => state === "owed" || state === "returned");
  const numbers = [...new Set(owed.map(({ caseNumber }) => caseNumber))];
  const files = await Promise.all(numbers.map((number) => records.caseFile(number)));
  return files.flatMap((file) =>
    file === undefined ? [] : [{ file, todo: workIn(file, organisation.id, now()).todo }],
  );
}
