/** What every job of the month returns. */
import type { Unreached } from "../../../shared/domain/obligations/addressing.ts";

/** How many things it made, and what is owed but reached nobody it is for. */
export interface JobResult {
  readonly made: number;
  readonly unreached: readonly Unreached[];
}

/** There was nothing to do. */
export const NOTHING_MADE: JobResult = { made: 0, unreached: [] };
