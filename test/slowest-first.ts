/**
 * In which order the files run: the longest first, so that none is left to one worker while the other is idle. Vitest knows
 * durations of earlier runs; where there was none, as in CI, what starts a browser or a stack goes before what doesn't.
 */
import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/** By where they lie; the rest by their size, as vitest has it. */
const LONG = [
  /\/e2e\//,
  /\/pages\//,
  /safety\.test/,
  /\/letters\/office\//,
  /\/letters\/papers\/paper-pages/,
];

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    if (sorted.every((file) => this.ctx.cache.getTestSpecificationResult(file) !== undefined)) return sorted;
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const index = LONG.findIndex((where) => where.test(moduleId));
  return index === -1 ? LONG.length : index;
}
