/** How the tests run: in which files, with which limits, and in a time zone that is deliberately not ours. */
import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { SlowestFirst } from "./test/slowest-first.ts";

/**
 * Files that have a process to themselves: they start servers, threads, browsers or programs, or measure or count what
 * is in their process. Whoever changes what all files of a process see, and can't put it back, belongs here too.
 */
const APART = [
  "test/{adapters,contracts,e2e,fuzz,infra,mutation,pages,runtime,simulation}/**/*.test.ts",
  // The process's memory, and which rules there are in it.
  "test/documents/{bad-input,bounded,growth,rules,images/pictures,text/rule-table}.test.ts",
  "test/domain/statistics-figures.test.ts",
];

/** A project takes all that stands below for all of them. */
const project = (
  test: NonNullable<ViteUserConfig["test"]> & { readonly name: string },
): { extends: true; test: typeof test } => ({ extends: true, test });

export default defineConfig({
  test: {
    // Machines are noisy: a limit is there to end what hangs, not to measure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One for each core: by itself vitest leaves one idle, which on two is half of the time.
    maxWorkers: "100%",
    sequence: { sequencer: SlowestFirst },
    // Garbage is collected more rarely, and not in threads that the other worker needs; --expose-gc is for tests of memory.
    execArgv: ["--max-semi-space-size=64", "--single-threaded-gc", "--expose-gc"],
    // A test that leans on the machine's zone must fail: ours is not Shanghai's.
    env: {
      TZ: "America/New_York",
      // What a process has compiled, others needn't: those of the tests, programs they start, functions of the local cloud.
      NODE_COMPILE_CACHE: fileURLToPath(new URL("test-output/compile-cache", import.meta.url)),
    },
    projects: [
      // A loaded machine takes its time to start what they start.
      project({ name: "apart", include: APART, testTimeout: 120_000 }),
      // Everything else is done in memory: one process a core takes the files in turn, and loads what they import once.
      project({ name: "together", include: ["test/**/*.test.ts"], exclude: APART, isolate: false }),
    ],
  },
});
