/**
 * What became of mutants, kept line by line as it happens: a run that is cut short goes on with the mutant after its last.
 * A mutant with which the process itself came to an end is begun once more; the second time that is what became of it.
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Mutation } from "./instrument.ts";
import type { Fate } from "./results.ts";

/** `because`: on what the verdict hangs, as a hash: the file of the test that killed it, or else all that was read. */
export interface Verdict {
  readonly fate: Fate;
  readonly because: string;
  /** The test that found it. */
  readonly by?: string;
}
/** A line: a mutant that is begun, or with which the process came to an end, or its verdict. */
type Line = { readonly mutant: string } & ({ readonly is: "begun" | "crashed" } | Verdict);

/** What is hashed, in few characters. */
export function hashOf(...texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text}\0`);
  return hash.digest("base64url").slice(0, 22);
}

/** What a mutant is known by from one run to the next; another as soon as its source changes. */
export function markOf({ file, location, replacement }: Mutation, source: string): string {
  const { start, end } = location;
  return hashOf(file, source, `${start.line}:${start.column}-${end.line}:${end.column}`, replacement);
}

/** How often a process may end with one mutant. */
const ATTEMPTS = 2;

/** The journal at a path, as it is now. */
export function journalAt(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  const verdicts = new Map<string, Verdict>();
  const crashes = new Map<string, number>();
  let open: string | undefined;
  const note = ({ mutant, ...rest }: Line) => {
    open = "is" in rest && rest.is === "begun" ? mutant : undefined;
    if ("fate" in rest) verdicts.set(mutant, rest);
    else if (rest.is === "crashed") crashes.set(mutant, (crashes.get(mutant) ?? 0) + 1);
  };
  // The last line may have been cut short.
  if (existsSync(path))
    for (const line of readFileSync(path, "utf8").split("\n").slice(0, -1)) note(JSON.parse(line));
  const write = (line: Line) => {
    note(line);
    appendFileSync(path, `${JSON.stringify(line)}\n`);
  };
  return {
    /** What became of a mutant, if all it hangs on (`now`, the hashes of today) is as it was. */
    verdict(mutant: string, now: { readonly has: (because: string) => boolean }): Verdict | undefined {
      const kept = verdicts.get(mutant);
      return kept !== undefined && now.has(kept.because) ? kept : undefined;
    },
    /** Notes that a mutant is about to be tried; false where the process has come to an end with it too often. */
    begin(mutant: string): boolean {
      if ((crashes.get(mutant) ?? 0) >= ATTEMPTS) return false;
      write({ mutant, is: "begun" });
      return true;
    },
    /** Notes that the process came to an end with the mutant that was begun last; false where there is none. */
    crash(): boolean {
      if (open === undefined) return false;
      write({ mutant: open, is: "crashed" });
      return true;
    },
    end: (mutant: string, verdict: Verdict) => write({ mutant, ...verdict }),
  };
}

export function forget(path: string): void {
  rmSync(path, { force: true });
}
