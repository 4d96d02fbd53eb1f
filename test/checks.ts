/**
 * All checks, as `npm cit` and CI run them: every test, and beside them types, lint, dead files, exports and packages; with DEPLOYED set, as CI
 * does, also `npm run deploy-check`. Prints what it is doing, and as its last line a plain count. Exits with 1 when anything failed.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { text } from "node:stream/consumers";
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

/** What it prints follows when it has ended, in one piece; `live`: as it is printed. */
async function run(
  { what, live = false }: { readonly what: string; readonly live?: boolean },
  program: string,
  ...args: readonly string[]
): Promise<boolean> {
  const started = performance.now();
  console.log(`▸ ${what}`);
  const out = live ? "inherit" : "pipe";
  const child = spawn(program, args, {
    cwd: root,
    stdio: ["ignore", out, out],
    shell: process.platform === "win32",
  });
  const ended = new Promise<boolean>((resolve) =>
    child.once("error", () => resolve(false)).once("close", (status) => resolve(status === 0)),
  );
  const [passed, ...printed] = await Promise.all([
    ended,
    ...[child.stdout, child.stderr].map((stream) => (stream === null ? "" : text(stream))),
  ]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${printed.join("")}${passed ? "✓" : "✗"} ${what} (${seconds} s)`);
  return passed;
}

/** One after the other: they take the time of one core, in which the tests wait for something. */
async function withoutRunning(): Promise<readonly boolean[]> {
  const knip = ["--no-progress", "--no-config-hints"];
  return [
    await run({ what: "types" }, "tsc"),
    await run({ what: "lint" }, "biome", "check", "--error-on-warnings", "."),
    await run({ what: "nothing unused" }, "knip", ...knip),
    await run({ what: "nothing that only tests use" }, "knip", "--production", ...knip),
    ...(process.env.DEPLOYED ? await deployed() : []),
  ];
}

/** Both templates as CloudFormation's own rules see them, and the stack deployed, driven, changed and removed on another AWS than the tests'. */
async function deployed(): Promise<readonly boolean[]> {
  const check = fileURLToPath(new URL("deployed/run.ts", import.meta.url));
  return [
    await run({ what: "templates" }, process.execPath, check, "--lint"),
    await run({ what: "a deployment" }, process.execPath, check),
  ];
}

mkdirSync(`${root}test-output`, { recursive: true });
rmSync(results, { force: true });
const [checks, passedTests] = await Promise.all([
  withoutRunning(),
  run(
    { what: "tests", live: true },
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${results}`,
  ),
]);

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
