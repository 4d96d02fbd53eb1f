/** Do the rows of a case say what they said when they were written last? Its file keeps the identity of that. */
import { identityOf } from "../identity.ts";
import type { BoardRow } from "./board-row.ts";

/** The identity of what rows say, whichever version of the case they were written with and in whichever order its fields stand. */
export function saidBy(rows: readonly BoardRow[]): string {
  return identityOf(...rows.map(({ version: _, ...row }) => JSON.stringify(row, inOrder)));
}

/** Whether rows needn't be written again; `shown`: the identity of what those said that lie there. */
export function sayTheSame(shown: string | undefined, rows: readonly BoardRow[]): boolean {
  return shown === saidBy(rows);
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
