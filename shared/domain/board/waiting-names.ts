/** Which respondents' names does a case wait for, since the directory (名录) doesn't know them, and on whose board? */

import { type CaseFile, isLedgersAlone } from "../case-file/state.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { CivilDate } from "../time/time.ts";
import type { BoardRow } from "./board-row.ts";

/** A case that waits for names, as its bureau is shown it. */
export interface WaitingNames {
  readonly caseNumber: CaseNumber;
  /** On whose board it stands with them. */
  readonly board: string;
  readonly names: readonly string[];
  /** The day on which it is heard, where one is set. */
  readonly hearing?: CivilDate;
}

/** Its place among those that wait: those of a board lie together. */
export function placeOfNames({ board, caseNumber }: Pick<WaitingNames, "board" | "caseNumber">): string {
  return `${board}#${caseNumber}`;
}

/** The names a case waits for. What only a ledger mentions is asked about with the ledger, not case by case. */
export function unknownNames(file: CaseFile): readonly string[] {
  if (file.state === "closed" || file.void === true || isLedgersAlone(file)) return [];
  return file.respondents.flatMap(({ name, identity, withdrawnOn }) =>
    identity === undefined && withdrawnOn === undefined ? [name] : [],
  );
}

/** A case is listed while it names an agency nobody knows. */
export function waitingNames(file: CaseFile, rows: readonly BoardRow[]): WaitingNames | undefined {
  const names = unknownNames(file);
  const row = rows.find(
    ({ agencies, boards }) => boards === undefined && agencies.some(({ name }) => names.includes(name)),
  );
  if (row === undefined) return undefined;
  const { caseNumber } = file;
  const hearing = file.state === "awaiting-hearing" ? { hearing: file.hearing.date } : {};
  return { caseNumber, board: row.board, names, ...hearing };
}
