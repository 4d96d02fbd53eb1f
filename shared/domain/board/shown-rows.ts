/** Do the rows of a case say what they said when they were written last? Its file keeps the identity of that. */
import { identityOf } from "../identity.ts";
import type { BoardRow } from "./board-row.ts";

/**
 * On more boards than these a case may have more to write than one transaction holds. Its rows then go ahead of it, also of
 * a change that breaks off after them, so that what the file says of them is not sure: they are written each time.
 */
const FEW_BOARDS = 12;

/** The identity of what rows say, whichever version of the case they were written with and in whichever order its fields stand. */
export function saidBy(rows: readonly BoardRow[]): string {
  return identityOf(...rows.map(({ version: _, ...row }) => JSON.stringify(row, inOrder)));
}

/** Whether rows needn't be written again; `shown`: the identity of what those said that lie there. */
export function sayTheSame(shown: string | undefined, rows: readonly BoardRow[]): boolean {
  return rows.length <= FEW_BOARDS && shown === saidBy(rows);
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
