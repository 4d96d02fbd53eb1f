/**
 * Which mutants the compiler refuses: nobody could commit them, so no test need know them. Each is written as a copy of its
 * source with the mutation in it, laid by `rootDirs` over the project, and all are compiled at once.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { KEPT } from "./options.ts";
import type { Mutant } from "./results.ts";

/** Of the mutants given those that don't compile. */
export function refused(root: string, mutants: readonly Mutant[]): ReadonlySet<Mutant> {
  if (mutants.length === 0) return new Set();
  const folder = join(root, KEPT, "compiled");
  rmSync(folder, { recursive: true, force: true });
  const copies = new Map(
    mutants.map((mutant, index) => [mutant.file.replace(/\.ts$/, `.mutant-${index}.ts`), mutant]),
  );
  for (const [path, { mutated }] of copies) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), mutated);
  }
  // Names that are left over are no proof: they would go with the rest.
  const compilerOptions = {
    noUnusedLocals: false,
    noUnusedParameters: false,
    rootDirs: ["../..", "."],
    typeRoots: ["../../node_modules/@types"],
  };
  const config = { extends: "../../tsconfig.json", compilerOptions, include: [], files: [...copies.keys()] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { stdout, error } = spawnSync("tsc", ["--project", folder, "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  rmSync(folder, { recursive: true, force: true });
  if (error !== undefined) throw error;
  const faults = [...stdout.matchAll(/^(.+?)\(\d+,\d+\): error/gm)].map(([, path = ""]) =>
    copies.get(path.replaceAll("\\", "/")),
  );
  return new Set(faults.filter((mutant) => mutant !== undefined));
}
