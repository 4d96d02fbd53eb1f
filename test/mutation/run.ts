/**
 * `npm run mutate -- [PATH …] [--since REF] [--wide] [--anew]`: changes the sources under the paths (folders or files; without
 * any all of the scope) in one place at a time and runs the tests near them, which must fail. Results are kept, so that a
 * second run tries only what changed, and what survived wherever tests changed; a run that was cut short goes on where it was.
 * Exits with 1 where a folder is below the least score, or a mutant named as equivalent isn't.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { refused } from "./compiler.ts";
import { EQUIVALENT } from "./equivalent.ts";
import { keptResults, keyOf, nameOf } from "./kept.ts";
import { KEPT, LEAST_SCORE, strykerOptions } from "./options.ts";
import { added, type FolderResult, folderResult, lineOf, lives, score } from "./results.ts";
import { type Part, parts, readBy, SCOPE } from "./scope.ts";

const root = join(import.meta.dirname, "../..");
process.chdir(root);
// As in vitest.config.ts: whatever leans on the machine's zone must fail.
process.env.TZ = "America/New_York";
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { since: { type: "string" }, wide: { type: "boolean" }, anew: { type: "boolean" } },
});
const asked = values.since === undefined ? positionals : changedSince(values.since, positionals);
const paths = (asked.length > 0 || values.since !== undefined ? asked : SCOPE).map((path) =>
  path.replace(/\/$/, ""),
);

const results: FolderResult[] = [];
mkdirSync("test-output/mutation", { recursive: true });
for (const [folder, some] of Map.groupBy(
  parts(root, paths, values.wide ? "wide" : "near"),
  ({ folder }) => folder,
)) {
  if (values.anew) keptResults(KEPT, folder).forgetAll();
  const ofParts: FolderResult[] = [];
  for (const [index, part] of some.entries()) {
    const result = await mutate(part);
    ofParts.push(result);
    // At once: whoever cuts the run short has what was found so far.
    console.log(`${rowOf(result)}${some.length > 1 ? ` · part ${index + 1} of ${some.length}` : ""}`);
    for (const mutant of result.left) console.log(`    ${lineOf(mutant)}`);
    for (const mutant of result.wronglyNamed) console.log(`    not equivalent, killed: ${lineOf(mutant)}`);
  }
  results.push(added(folder, ofParts));
}
const total = added("all", results);
console.log(
  `\n${["folder", "mutants", "killed", "endless", "by types", "equivalent", "left", "score"].join(" · ")}`,
);
for (const result of results) console.log(rowOf(result));
console.log(
  `${total.mutants} mutants, ${total.left.length} left, ${score(total)} %; at least ${LEAST_SCORE} % of each folder`,
);
writeFileSync("test-output/mutation/left.txt", total.left.map((mutant) => `${lineOf(mutant)}\n`).join(""));
process.exitCode = results.some((result) => score(result) < LEAST_SCORE || result.wronglyNamed.length > 0)
  ? 1
  : 0;

/** Tries a part, or takes up what is kept of it; what timed out is tried once more by itself. */
async function mutate({ folder, sources, tests }: Part): Promise<FolderResult> {
  if (tests.length === 0) return folderResult(folder, [], new Set(), []);
  const kept = keptResults(KEPT, folder);
  const key = keyOf(readBy(root, [...sources, ...tests]));
  if (!kept.has(sources, key)) {
    // Tests may have changed without another name, by which Stryker knows them.
    kept.forget(sources, ["Survived", "NoCoverage", "Timeout"]);
    const run = () => new Stryker(strykerOptions(nameOf(folder), sources, tests)).runMutationTest();
    if ((await run()).some(({ status }) => status === "Timeout")) {
      kept.forget(sources, ["Timeout"]);
      await run();
    }
    kept.done(sources, key);
  }
  const mutants = kept.mutants(sources);
  return folderResult(folder, mutants, refused(root, mutants.filter(lives)), EQUIVALENT);
}

function rowOf({ folder, mutants, killed, endless, refused, equivalent, ...result }: FolderResult): string {
  const { left } = result;
  const counts = [mutants, killed, endless, refused, equivalent, left.length];
  return [folder, ...counts, `${score({ killed, left })} %`].join(" · ");
}

/** Sources of the scope (or of the paths in it) that differ from what they were at a commit. */
function changedSince(ref: string, within: readonly string[]): readonly string[] {
  const args = ["diff", "--name-only", "--diff-filter=d", ref, "--", ...(within.length > 0 ? within : SCOPE)];
  return execFileSync("git", args, { encoding: "utf8" })
    .split("\n")
    .filter((path) => path.endsWith(".ts"));
}
