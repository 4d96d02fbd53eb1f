/**
 * What test files get for `fast-check` while mutants are tried: a property is held against fewer examples, the first of those it
 * has otherwise. Most mutants break the first few; one that survives them costs the time of all that are asked for.
 */
import fc, { type IRawProperty, type Parameters } from "fast-check";

/** One of so many examples is tried, and not fewer than these. */
const ONE_OF = 20;
const LEAST = 5;
/** What fast-check tries where a test doesn't say. */
const USUAL = 100;

function fewer<Given>(given: Parameters<Given> = {}): Parameters<Given> {
  const asked = given.numRuns ?? USUAL;
  return { ...given, numRuns: Math.min(asked, Math.max(LEAST, Math.ceil(asked / ONE_OF))) };
}

const assert = ((property: IRawProperty<unknown>, given?: Parameters<unknown>) =>
  fc.assert(property, fewer(given))) as typeof fc.assert;

export * from "fast-check";
export default { ...fc, assert };
