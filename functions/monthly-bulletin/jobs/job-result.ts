/** What every job of the month returns. */
import type { Done } from "../../../shared/casework/handle.ts";
import type { Unreached } from "../../../shared/domain/obligations/addressing.ts";

/** How many things it made, and what is owed but reached nobody it is for. */
export interface JobResult {
  readonly made: number;
  readonly unreached: readonly Unreached[];
}

/** Several things that were done, each of them made or not, as one result. */
export function jobResult(done: readonly Done<boolean>[], unreached: readonly Unreached[] = []): JobResult {
  return {
    made: done.filter(({ result }) => result).length,
    unreached: [...done.flatMap((one) => one.unreached), ...unreached],
  };
}

/** There was nothing to do. */
export const NOTHING_MADE: JobResult = { made: 0, unreached: [] };
