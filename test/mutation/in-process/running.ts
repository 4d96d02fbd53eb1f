/** Runs the tests of a file, in order, with their hooks. What a test throws is its failure, and what nobody caught as well. */
import type { Suite, Test } from "./vitest.ts";

/** A test hangs that has waited idly for so long, or has kept the processor busy for so long (milliseconds). */
const IDLE = 60_000;
const BUSY = 60_000;

/** How a test went, in what time of the processor; no failure: it passed. */
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
    const started = process.cpuUsage();
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
    const took = milliseconds(process.cpuUsage(started));
    outcomes.push({ test, milliseconds: took, ...(failure !== undefined && { failure }) });
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
  const [idle, busy] = [performance.eventLoopUtilization().idle, process.cpuUsage()];
  // Neither grows while other programs have the processor.
  const watch = setInterval(() => {
    if (performance.eventLoopUtilization().idle - idle > IDLE) reject(new Error("waits without end"));
    if (milliseconds(process.cpuUsage(busy)) > BUSY) reject(new Error("runs without end"));
  }, 500);
  try {
    await Promise.race([what(), late]);
    return uncaught === undefined ? undefined : String(uncaught);
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  } finally {
    clearInterval(watch);
  }
}

/** Time of the processor that a process has taken. */
export function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}
