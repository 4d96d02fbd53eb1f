/**
 * `npm run mutate -- [PATH …] [--since REF] [--wide] [--anew]`: changes the sources under the paths (folders or files; without
 * any all of the scope) in one place at a time and runs the tests near them, which must fail. Results are kept, so that a
 * second run tries only what changed, and what survived wherever there are new tests. Exits with 1 where a folder is below
 * the least score, or a mutant named as equivalent isn't.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { refused } from "./compiler.ts";
import { EQUIVALENT } from "./equivalent.ts";
import { KEPT, LEAST_SCORE, strykerOptions } from "./options.ts";
import { type FolderResult, folderResult, lineOf, mutantOf, score } from "./results.ts";
import { type Part, parts, SCOPE } from "./scope.ts";

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
for (const part of parts(root, paths, values.wide ? "wide" : "near")) {
  const result = await mutate(part);
  results.push(result);
  console.log(rowOf(result));
  for (const mutant of result.left) console.log(`    ${lineOf(mutant)}`);
  for (const mutant of result.wronglyNamed) console.log(`    not equivalent, killed: ${lineOf(mutant)}`);
}
const total = { killed: sum(({ killed }) => killed), left: results.flatMap(({ left }) => left) };
console.log(`\n${["folder", "mutants", "killed", "by types", "equivalent", "left", "score"].join(" · ")}`);
for (const result of results) console.log(rowOf(result));
console.log(
  `${sum(({ mutants }) => mutants)} mutants, ${total.left.length} left, ${score(total)} %; at least ${LEAST_SCORE} % of each folder`,
);
writeFileSync("test-output/mutation/left.txt", total.left.map((mutant) => `${lineOf(mutant)}\n`).join(""));
process.exitCode = results.some((result) => score(result) < LEAST_SCORE || result.wronglyNamed.length > 0)
  ? 1
  : 0;

async function mutate({ folder, sources, tests }: Part): Promise<FolderResult> {
  if (tests.length === 0) return folderResult(folder, [], new Set(), []);
  const name = folder.replaceAll("/", ".");
  if (values.anew) rmSync(`${KEPT}/${name}.json`, { force: true });
  const found = await new Stryker(strykerOptions(name, sources, tests)).runMutationTest();
  const mutants = found.flatMap((result) => {
    const file = relative(root, result.fileName).replaceAll("\\", "/");
    if (!sources.includes(file)) return [];
    return mutantOf(result, file, readFileSync(file, "utf8")) ?? [];
  });
  const alive = mutants.filter(({ fate }) => fate !== "killed");
  return folderResult(folder, mutants, refused(root, alive), EQUIVALENT);
}

function rowOf(result: FolderResult): string {
  const { folder, mutants, killed, refused, equivalent, left } = result;
  return [folder, mutants, killed, refused, equivalent, left.length, `${score(result)} %`].join(" · ");
}

function sum(of: (result: FolderResult) => number): number {
  return results.reduce((total, result) => total + of(result), 0);
}

/** Sources of the scope (or of the paths in it) that differ from what they were at a commit. */
function changedSince(ref: string, within: readonly string[]): readonly string[] {
  const args = ["diff", "--name-only", "--diff-filter=d", ref, "--", ...(within.length > 0 ? within : SCOPE)];
  return execFileSync("git", args, { encoding: "utf8" })
    .split("\n")
    .filter((path) => path.endsWith(".ts"));
}
