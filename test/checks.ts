/**
 * All checks, as `npm cit` and CI run them: types, lint, dead files, exports and packages, then every test. Prints what it is doing, and as its last
 * line a plain count. Exits with 1 when anything failed.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const results = `${root}test-output/vitest.json`;

/** What vitest's JSON reporter writes, as far as it is read here. */
interface TestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  /** Files that failed before their first test. */
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

function run(what: string, program: string, ...args: readonly string[]): boolean {
  const started = performance.now();
  console.log(`▸ ${what}`);
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  console.log(`${status === 0 ? "✓" : "✗"} ${what} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return status === 0;
}

mkdirSync(`${root}test-output`, { recursive: true });
rmSync(results, { force: true });
const checks = [
  run("types", "tsc"),
  run("lint", "biome", "check", "--error-on-warnings", "."),
  run("nothing unused", "knip", "--no-progress", "--no-config-hints"),
  run("nothing that only tests use", "knip", "--production", "--no-progress", "--no-config-hints"),
];
const passedTests = run(
  "tests",
  "vitest",
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${results}`,
);

const { numPassedTests, numFailedTests, numPendingTests, testResults } = readResults();
const brokenFiles = testResults.filter(
  ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
).length;
const failedChecks = checks.filter((passed) => !passed).length;
const failed = numFailedTests + brokenFiles + failedChecks;
const unexplained = !passedTests && failed === failedChecks ? 1 : 0;
console.log(
  `${numPassedTests + checks.length - failedChecks} passed, ${failed + unexplained} failed, ${numPendingTests} skipped`,
);
process.exitCode = failed + unexplained > 0 ? 1 : 0;

function readResults(): TestResults {
  try {
    return JSON.parse(readFileSync(results, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
  }
}
