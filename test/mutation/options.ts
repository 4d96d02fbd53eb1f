/** How Stryker mutates and runs here. */
import type { LogLevel, PartialStrykerOptions } from "@stryker-mutator/api/core";

/** Of a hundred mutants of a folder at least this many must be killed. */
export const LEAST_SCORE = 85;

/** Where results are kept between runs, and Stryker's copy of the project while it runs; outside git. */
export const KEPT = ".mutation";

/** Mutations that are not made, and why. */
const NOT_MADE: Readonly<Record<string, string>> = {
  StringLiteral:
    "a string is a name, which its type guards, or words people read, which the tests of letters and pages hold",
  ObjectLiteral: "an object without its properties is refused by the compiler",
  OptionalChaining: "a “.” on what may be undefined is refused by the compiler",
};

/** Folders that no test of a mutant reads: not copied. */
const NOT_COPIED = ["cdk.out", ".local", "test-output", "test/pages", "test/bench", "test/fuzz", "test/e2e"];
/** Four of five files of the project are papers that these tests don't read. */
const PAPERS = "test/documents";
const WITHOUT_PAPERS = /^test\/(domain|casework|links)\//;

/** Mutates some sources and runs some tests, both by their paths from the root; `name` of the kept results. */
export function strykerOptions(
  name: string,
  sources: readonly string[],
  tests: readonly string[],
): PartialStrykerOptions {
  return {
    mutate: [...sources],
    testFiles: [...tests],
    mutator: { plugins: null, excludedMutations: Object.keys(NOT_MADE) },
    testRunner: "in-process",
    plugins: ["./test/mutation/in-process/test-runner.ts"],
    coverageAnalysis: "perTest",
    incremental: true,
    incrementalFile: `${KEPT}/${name}.json`,
    tempDirName: `${KEPT}/copy`,
    ignorePatterns: [...NOT_COPIED, ...(tests.every((test) => WITHOUT_PAPERS.test(test)) ? [PAPERS] : [])],
    // One worker, which leaves the machine's other cores to its people.
    concurrency: 1,
    // The runner itself measures what a mutant takes, in time of the processor: on a busy machine a clock condemns what merely
    // waits for its turn. This one is for a loop that goes through no mutant, so that the runner doesn't get to measuring.
    timeoutMS: 15 * 60_000,
    dryRunTimeoutMinutes: 60,
    testRunnerNodeArgs: ["--max-old-space-size=4096", "--no-warnings"],
    thresholds: { high: 100, low: LEAST_SCORE, break: null },
    reporters: ["progress-append-only", "html"],
    htmlReporter: { fileName: `test-output/mutation/${name}.html` },
    logLevel: "warn" as LogLevel,
    allowConsoleColors: false,
    packageManager: "npm",
    // Nothing of the copy is compiled; the compiler of TypeScript 7 has no interface Stryker knows.
    disableTypeChecks: false,
    tsconfigFile: "none",
    checkers: [],
    warnings: { slow: false, unknownOptions: true, preprocessorErrors: true, unserializableOptions: true },
  };
}
