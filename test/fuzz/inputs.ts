/** What is the input of a number? A file, mutated once to three times, the same whenever it is asked for. */
import { bytesOf, type HonestFile, honestFiles } from "./honest-files.ts";
import { type Chance, chanceOf, MUTATIONS } from "./mutations.ts";

const FILES = honestFiles();
/** Large enough for any honest one, and far below what is refused unread. */
const MOST_BYTES = 3_000_000;

export interface FuzzInput {
  readonly bytes: Buffer;
  readonly honest: HonestFile;
  /** What was done to it, in order. */
  readonly mutations: readonly string[];
  /** All of it as a bad disk would, in a format that has checksums: nothing false may be sure thereby. */
  readonly isDamage: boolean;
}

/** Formats in which each part has a checksum: all damage shows. */
const CHECKED = new Set([".docx", ".xlsx", ".ofd", ".ods", ".odt"]);
/** In a PDF that isn't so, but whatever is missing shows. */
const SHOWS_IN_PDF = new Set(["cut short", "a block of zeros", "a block missing"]);

function mustShow(format: string, mutation: string, damaged: boolean): boolean {
  return CHECKED.has(format) ? damaged : format === ".pdf" && SHOWS_IN_PDF.has(mutation);
}

export function fuzzInput(number: number): FuzzInput {
  const chance = chanceOf(number * 2_654_435_761);
  const honest = anyFile(chance);
  let bytes = bytesOf(honest);
  const mutations: string[] = [];
  let isDamage = true;
  for (let left = 1 + chance.below(3); left > 0; left--) {
    const { name, damaged, make } = chance.one(MUTATIONS);
    const made = bytes.length === 0 ? undefined : make(bytes, chance, bytesOf(anyFile(chance)));
    if (made === undefined || made.length > MOST_BYTES) continue;
    bytes = made;
    mutations.push(name);
    isDamage &&= mustShow(honest.format, name, damaged);
  }
  return { bytes, honest, mutations, isDamage: isDamage && mutations.length > 0 };
}

function anyFile(chance: Chance): HonestFile {
  return chance.one(chance.one([...FILES.values()]));
}
