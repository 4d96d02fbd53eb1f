/** What the process that tries a folder's mutants is told, and what it tells. Paths are from the root. */
import type { Mutant } from "../results.ts";

/** What it is sent. */
export interface Task {
  readonly sources: readonly string[];
  readonly tests: readonly string[];
  readonly journal: string;
}
/** What it sends: all mutants of a source. */
export interface Tried {
  readonly source: string;
  readonly mutants: readonly Mutant[];
}
/** How it ends when it has loaded its files so often that its memory fills, and should be started anew to go on. */
export const AGAIN = 75;
