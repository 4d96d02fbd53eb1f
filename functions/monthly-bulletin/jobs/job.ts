/** What has every job of the month in common: what it reaches, when it runs, what it returns. */
import type { Done } from "../../../shared/casework/handle.ts";
import type { Unreached } from "../../../shared/domain/obligations/addressing.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { Instant, Month } from "../../../shared/domain/time/time.ts";
import type { Directory } from "../../../shared/ports/directory.ts";
import type { Files } from "../../../shared/ports/files.ts";
import type { FrozenRowsOf } from "../../../shared/ports/frozen-rows.ts";
import type { Outbox } from "../../../shared/ports/outbox.ts";
import type { Records } from "../../../shared/ports/records.ts";

/** What jobs reach. */
export interface JobPorts {
  readonly records: Records;
  readonly outbox: Outbox;
  readonly directory: Directory;
  /** The records bucket. */
  readonly files: Files;
  readonly frozenRows: FrozenRowsOf;
  readonly sha256: (text: string) => string;
}

/** When a job runs. */
export interface JobTime {
  /** The month that has ended. */
  readonly month: Month;
  readonly now: Instant;
  readonly rules: Rules;
}

/** What came of it. */
export interface JobResult {
  /** How many things it made. */
  readonly made: number;
  /** What is owed, but reached nobody it is for. */
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

/** A job. It may be run again at any time: what it has made, it doesn't make twice. */
export type Job = (ports: JobPorts, when: JobTime) => Promise<JobResult>;
