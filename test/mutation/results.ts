/** What became of a folder's mutants, and how it is told. */
import type { Position } from "@stryker-mutator/api/core";
import { type Equivalent, equivalentOf } from "./equivalent.ts";
import type { Mutation } from "./instrument.ts";

/**
 * `killed` by a test · `endless`: took many times the processor's time, or ended the process, which is found out as well ·
 * `untested`: no test of those asked runs through it.
 */
export type Fate = "killed" | "endless" | "survived" | "untested";
export interface Mutant {
  readonly file: string;
  readonly at: number;
  /** The line it begins in, without the blanks around it. */
  readonly line: string;
  readonly original: string;
  readonly becomes: string;
  /** The whole source with the mutation in it. */
  readonly mutated: string;
  readonly fate: Fate;
}

/** A mutation, and what became of it. */
export function mutantOf(
  { file, location: { start, end }, replacement }: Mutation,
  source: string,
  fate: Fate,
): Mutant {
  const lines = source.split("\n");
  const offset = ({ line, column }: Position) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + column;
  const [from, to] = [offset(start), offset(end)];
  return {
    file,
    at: start.line + 1,
    line: lines[start.line]?.trim() ?? "",
    original: oneLine(source.slice(from, to)),
    becomes: oneLine(replacement),
    mutated: source.slice(0, from) + replacement + source.slice(to),
    fate,
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, " ");

export interface FolderResult {
  readonly folder: string;
  readonly mutants: number;
  readonly killed: number;
  /** Of the killed those that ran without end. */
  readonly endless: number;
  /** Survived all tests, but don't compile. */
  readonly refused: number;
  readonly equivalent: number;
  readonly left: readonly Mutant[];
  /** Named as equivalent, and yet a test tells them from the original. */
  readonly wronglyNamed: readonly Mutant[];
}

/** Sums a folder up; `refused` are those of its survivors that the compiler refuses. */
export function folderResult(
  folder: string,
  mutants: readonly Mutant[],
  refused: ReadonlySet<Mutant>,
  table: readonly Equivalent[],
): FolderResult {
  const named = mutants.filter((mutant) => equivalentOf(table, mutant) !== undefined);
  const alive = mutants.filter((mutant) => lives(mutant) && !refused.has(mutant));
  return {
    folder,
    mutants: mutants.length,
    killed: mutants.filter((mutant) => !lives(mutant)).length,
    endless: mutants.filter(({ fate }) => fate === "endless").length,
    refused: refused.size,
    equivalent: alive.filter((mutant) => named.includes(mutant)).length,
    left: alive.filter((mutant) => !named.includes(mutant)),
    wronglyNamed: named.filter((mutant) => !lives(mutant)),
  };
}

/** What several parts come to. */
export function added(folder: string, parts: readonly FolderResult[]): FolderResult {
  const sum = (of: (part: FolderResult) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    folder,
    mutants: sum(({ mutants }) => mutants),
    killed: sum(({ killed }) => killed),
    endless: sum(({ endless }) => endless),
    refused: sum(({ refused }) => refused),
    equivalent: sum(({ equivalent }) => equivalent),
    left: parts.flatMap(({ left }) => left),
    wronglyNamed: parts.flatMap(({ wronglyNamed }) => wronglyNamed),
  };
}

/** No test has noticed it. */
export function lives({ fate }: Pick<Mutant, "fate">): boolean {
  return fate === "survived" || fate === "untested";
}

/** Killed of those that compile and differ, in per cent rounded down; 100 where there are none. */
export function score({ killed, left }: Pick<FolderResult, "killed" | "left">): number {
  const counted = killed + left.length;
  return counted === 0 ? 100 : Math.floor((killed / counted) * 1000) / 10;
}

export function lineOf(mutant: Mutant): string {
  return `${mutant.file}:${mutant.at} ${mutant.fate}: ${mutant.original} → ${mutant.becomes}`;
}
