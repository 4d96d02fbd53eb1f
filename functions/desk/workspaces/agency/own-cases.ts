/** The cases of an agency as its workspace reads them: slim rows of all that are open, and the files of those it has to look at. */
import { type BoardRow, organisationBoard } from "../../../../shared/domain/board/board-row.ts";
import { type CaseWork, workIn } from "../../../../shared/domain/board/worklist.ts";
import { civilDateAt, type Year, yearOf } from "../../../../shared/domain/time/time.ts";
import type { PageOfRows } from "../../../../shared/ports/records.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { type ReadCase, readFiles } from "../read-files.ts";
import type { AtWork } from "../workspace.ts";

/** An open case, with the agency's part of it. */
export type OwnCase = CaseWork & ReadCase;

/** Open cases in which a page looks for what is to be done; of more the next page goes on. */
const MOST_OPEN = 1_500;
/** Case files read for a page: of each one is said what is to be done, and what was. */
const MOST_FILES = 60;

/** Open cases by number, from where the page was asked to begin; where the next begins. */
export function openRows({ records }: Pick<DeskPorts, "records">, work: AtWork): Promise<PageOfRows> {
  const after = work.query.after?.slice(0, 60);
  return records.openCases(organisationBoard(work.organisation.id), { after, limit: MOST_OPEN });
}

/** Those whose files a first page reads: all of few; of many those in which something may be asked, what ends or is heard first before all others. */
export function rowsToRead(rows: readonly BoardRow[]): {
  readonly read: readonly BoardRow[];
  /** How many more may ask something. */
  readonly left: number;
} {
  if (rows.length <= MOST_FILES) return { read: rows, left: 0 };
  const asking = rows.filter(mayAsk).toSorted((one, other) => (firstDay(one) < firstDay(other) ? -1 : 1));
  return { read: asking.slice(0, MOST_FILES), left: Math.max(0, asking.length - MOST_FILES) };
}

/** The first day on which something of it ends or takes place. */
function firstDay({ agencies, hearing, caseNumber }: BoardRow): string {
  const due = agencies.flatMap((one) => one.due.map((running) => running.due));
  const [first = "9999"] = [...due, ...(hearing === undefined ? [] : [hearing.date])].toSorted();
  return `${first} ${caseNumber}`;
}

/** Those in which something may be asked of it; of the others nothing need be read to know that nothing is. */
function mayAsk({ state, agencies }: BoardRow): boolean {
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

/**
 * Closed cases in which it still owes something because it lost them (败诉案件报告 and what else is open there): no board lists those. Of
 * many the ones whose last day is nearest, and how many more there are.
 */
export async function lostCasesOpen(
  { records, now }: Pick<DeskPorts, "records" | "now">,
  { organisation }: AtWork,
): Promise<{ readonly cases: readonly Pick<OwnCase, "file" | "todo">[]; readonly left: number }> {
  const year = yearOf(civilDateAt(now()));
  const years = [year, String(Number(year) - 1) as Year];
  const losses = await Promise.all(
    years.map((one) => records.losses(organisationBoard(organisation.id), one)),
  );
  const owed = losses
    .flat()
    .filter(({ state }) => state === "owed" || state === "returned")
    .toSorted(({ due: one = "9999" }, { due: other = "9999" }) => (one < other ? -1 : one > other ? 1 : 0));
  const numbers = [...new Set(owed.map(({ caseNumber }) => caseNumber))];
  const files = await Promise.all(numbers.slice(0, MOST_FILES).map((number) => records.caseFile(number)));
  const cases = files.flatMap((file) =>
    file === undefined ? [] : [{ file, todo: workIn(file, organisation.id, now()).todo }],
  );
  return { cases, left: Math.max(0, numbers.length - MOST_FILES) };
}
