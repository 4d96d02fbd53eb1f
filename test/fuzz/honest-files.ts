/** Which honest files does the fuzzer begin with? All of the tests' documents, by format, so that rare formats come as often as common ones. */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";

const DOCUMENTS = join(import.meta.dirname, "../documents");
/** With all that lies below them. */
const FOLDERS = ["corpus", "faults", "formats", "ledgers", "unseen"];
/** Pictures are recognised elsewhere, and the rest is none of a court's papers. */
const LEFT_OUT = new Set([".json", ".ts", ".md", ".png", ".jpg", ".jpeg", ""]);

export interface HonestFile {
  /** Where it lies, below test/documents. */
  readonly name: string;
  readonly format: string;
}

/** By extension, each list in the order of its names. */
export function honestFiles(): ReadonlyMap<string, readonly HonestFile[]> {
  const files = FOLDERS.flatMap((folder) =>
    entriesOf(folder).map((name) => ({ name, format: extname(name) })),
  )
    .filter(({ format }) => !LEFT_OUT.has(format))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return Map.groupBy(files, ({ format }) => format);
}

function entriesOf(folder: string): readonly string[] {
  return readdirSync(join(DOCUMENTS, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(DOCUMENTS, join(parentPath, name)));
}

export function bytesOf({ name }: HonestFile): Buffer {
  return readFileSync(join(DOCUMENTS, name));
}
