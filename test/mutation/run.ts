/**
 * `npm run mutate -- [PATH …] [--since REF] [--wide] [--anew]`: changes the sources under the paths (folders or files; without
 * any all of the scope) in one place at a time and runs the tests near them, which must fail. Results are kept, so that a
 * second run tries only what changed, and what survived wherever tests changed; a run that was cut short goes on where it was.
 * Exits with 1 where a folder is below the least score, or a mutant named as equivalent isn't.
 */
import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { refused } from "./compiler.ts";
import { EQUIVALENT } from "./equivalent.ts";
import { AGAIN, type Task, type Tried } from "./in-process/task.ts";
import { forget, journalAt } from "./journal.ts";
import { KEPT, LEAST_SCORE } from "./options.ts";
import { added, type FolderResult, folderResult, lineOf, lives, type Mutant, score } from "./results.ts";
import { type Part, parts, SCOPE } from "./scope.ts";

const root = join(import.meta.dirname, "../..");
process.chdir(root);
// As in vitest.config.ts: whatever leans on the machine's zone must fail.
process.env.TZ = "America/New_York";
const EXEC_ARGV = ["--max-old-space-size=4096", "--no-warnings"];
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

/** Has a folder's mutants tried by a process of its own, and by another where that comes to an end before. */
async function mutate({ folder, sources, tests }: Part): Promise<FolderResult> {
  if (tests.length === 0) return folderResult(folder, [], new Set(), []);
  const journal = `${KEPT}/${folder.replaceAll("/", ".")}.jsonl`;
  if (values.anew) forget(journal);
  const tried = new Map<string, readonly Mutant[]>();
  for (let ended: number | null = AGAIN; ended !== 0; ) {
    const child = fork("test/mutation/in-process/try-folder.ts", { execArgv: EXEC_ARGV });
    child.on("message", ({ source, mutants }: Tried) => {
      if (!tried.has(source))
        console.log(`${source} · ${mutants.length} · ${mutants.filter(lives).length} alive`);
      tried.set(source, mutants);
    });
    child.send({ sources, tests, journal } satisfies Task);
    // What it sent last may arrive after its end.
    [[ended]] = (await Promise.all([once(child, "exit"), once(child, "disconnect")])) as [
      [number | null],
      [],
    ];
    if (ended === 1 || (ended !== 0 && ended !== AGAIN && !journalAt(journal).crash()))
      throw new Error(`${folder}: its mutants can't be tried`);
  }
  const mutants = [...tried.values()].flat();
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
