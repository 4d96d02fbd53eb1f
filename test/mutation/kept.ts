/**
 * What is known of a folder's mutants from earlier runs: Stryker's report, to which each part adds its own as soon as it is
 * done, and for each part what its verdicts hang on. A run that was cut short goes on with the first part that isn't there.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MutantStatus, schema } from "@stryker-mutator/api/core";
import { type Mutant, mutantOf } from "./results.ts";

/** The folder's name in the files of its results. */
export function nameOf(folder: string): string {
  return folder.replaceAll("/", ".");
}

/** What a part's verdicts hang on, in few characters: the text of everything that is read for it, by path. */
export function keyOf(read: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [path, text] of [...read].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    hash.update(`${path}\0${text}\0`);
  return hash.digest("base64url");
}

/** The results of one folder, kept in a place on disk. */
export function keptResults(place: string, folder: string) {
  const reportFile = join(place, `${nameOf(folder)}.json`);
  const keysFile = join(place, `${nameOf(folder)}.parts.json`);
  const report = (): schema.MutationTestResult => JSON.parse(readFileSync(reportFile, "utf8"));
  const keys = (): Readonly<Record<string, string>> =>
    existsSync(keysFile) ? JSON.parse(readFileSync(keysFile, "utf8")) : {};
  return {
    /** Whether exactly these sources were tried with all that the key says. */
    has: (sources: readonly string[], key: string) =>
      existsSync(reportFile) && keys()[sources.join(" ")] === key,

    done(sources: readonly string[], key: string): void {
      writeFileSync(keysFile, JSON.stringify({ ...keys(), [sources.join(" ")]: key }, null, 1));
    },

    mutants(sources: readonly string[]): readonly Mutant[] {
      const { files } = report();
      return sources.flatMap((file) => {
        const kept = files[file];
        return kept?.mutants.flatMap((mutant) => mutantOf(mutant, file, kept.source) ?? []) ?? [];
      });
    },

    /** Drops what is known of sources' mutants that ended so: the next run tries them anew. */
    forget(sources: readonly string[], ended: readonly MutantStatus[]): void {
      if (!existsSync(reportFile)) return;
      const kept = report();
      for (const [file, one] of Object.entries(kept.files))
        if (sources.includes(file)) one.mutants = one.mutants.filter(({ status }) => !ended.includes(status));
      writeFileSync(reportFile, JSON.stringify(kept));
    },

    forgetAll(): void {
      for (const path of [reportFile, keysFile]) rmSync(path, { force: true });
    },
  };
}
