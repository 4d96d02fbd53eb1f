/** How the tests run: in which files, with which limits, and in a time zone that is deliberately not ours. */
import { defineConfig } from "vitest/config";
import { SlowestFirst } from "./test/slowest-first.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Machines are noisy: a limit is there to end what hangs, not to measure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One for each core: by itself vitest leaves one idle, which on two is half of the time.
    maxWorkers: "100%",
    sequence: { sequencer: SlowestFirst },
    // Garbage is collected more rarely, and not in threads that the other worker needs; --expose-gc is for tests of memory.
    execArgv: ["--max-semi-space-size=64", "--single-threaded-gc", "--expose-gc"],
    // A test that leans on the machine's zone must fail: ours is not Shanghai's.
    env: { TZ: "America/New_York" },
  },
});
