/** Runs the tests of a file, in order, with their hooks. What a test throws is its failure, and what nobody caught as well. */
import type { Suite, Test } from "./vitest.ts";

/** A test that takes longer than this (milliseconds) hangs. */
const LIMIT = 30_000;

/** How a test went; no failure: it passed. */
export interface Outcome {
  readonly test: Test;
  readonly milliseconds: number;
  readonly failure?: string;
}

let uncaught: unknown;
process.on("unhandledRejection", (fault) => {
  uncaught = fault ?? "rejected";
});

/** Runs tests of one file, to the first failure where `bail` is set; `around` is told which test begins, and undefined between tests. */
export async function run(
  tests: readonly Test[],
  bail: boolean,
  around: (test: Test | undefined) => void = () => undefined,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let entered: readonly Suite[] = [];
  for (const test of tests) {
    const started = performance.now();
    const failed = await attempt(async () => {
      const suites = chain(test.suite);
      await leave(entered.filter((suite) => !suites.includes(suite)));
      const fresh = suites.filter((suite) => !entered.includes(suite));
      entered = suites;
      for (const suite of fresh) await all(suite.hooks.beforeAll);
      around(test);
      for (const suite of suites) await all(suite.hooks.beforeEach);
      await test.run();
    });
    const after = await attempt(async () => {
      for (const suite of chain(test.suite).toReversed()) await all(suite.hooks.afterEach);
    });
    around(undefined);
    const failure = failed ?? after;
    const milliseconds = performance.now() - started;
    outcomes.push({ test, milliseconds, ...(failure !== undefined && { failure }) });
    if (failure !== undefined && bail) break;
  }
  await attempt(() => leave(entered));
  return outcomes;
}

function chain(suite: Suite): readonly Suite[] {
  return suite.parent === undefined ? [suite] : [...chain(suite.parent), suite];
}

async function leave(suites: readonly Suite[]): Promise<void> {
  for (const suite of suites.toReversed()) await all(suite.hooks.afterAll);
}

async function all(bodies: readonly (() => unknown)[]): Promise<void> {
  for (const body of bodies) await body();
}

async function attempt(what: () => Promise<void>): Promise<string | undefined> {
  uncaught = undefined;
  const { promise: late, reject } = Promise.withResolvers<never>();
  const limit = setTimeout(() => reject(new Error(`no end within ${LIMIT} ms`)), LIMIT);
  try {
    await Promise.race([what(), late]);
    return uncaught === undefined ? undefined : String(uncaught);
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  } finally {
    clearTimeout(limit);
  }
}
