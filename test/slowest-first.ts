/**
 * In which order the files run: those that have a process to themselves, then the others, whose processes stay from one to the
 * next; of both the longest first, so that none is left to one worker while the other is idle. Vitest knows durations of earlier
 * runs; where there was none, as in CI, what is known to take long goes before what doesn't.
 */
import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/** By where they lie; the rest by their size, as vitest has it. */
const LONG = [
  /\/e2e\//,
  /\/pages\//,
  /\/simulation\//,
  /\/infra\/(?:admin-commands|restored)\./,
  /\/ocr\/read-scan\.|ledger-received\./,
  /\/documents\/(?:reprinted|damage)\./,
  /safety\.test/,
  /\/letters\/office\//,
  /\/letters\/papers\/paper-pages/,
];

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const known = sorted.every((file) => this.ctx.cache.getTestSpecificationResult(file) !== undefined);
    return sorted.toSorted(
      (one, other) => processes(one) - processes(other) || (known ? 0 : rank(one) - rank(other)),
    );
  }
}

/** A process is handed on to the next file in the order only. */
const processes = ({ project }: TestSpecification): number => (project.config.isolate ? 0 : 1);

function rank({ moduleId }: TestSpecification): number {
  const index = LONG.findIndex((where) => where.test(moduleId));
  return index === -1 ? LONG.length : index;
}
