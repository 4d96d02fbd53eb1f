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

/** By extension, each list in the order of its names. Throws where a folder has none: what is never tried would count as sound. */
export function honestFiles(): ReadonlyMap<string, readonly HonestFile[]> {
  const files = FOLDERS.flatMap((folder) =>
    entriesOf(folder).map((name) => ({ name, format: extname(name) })),
  ).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return Map.groupBy(files, ({ format }) => format);
}

function entriesOf(folder: string): readonly string[] {
  const found = readdirSync(join(DOCUMENTS, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(DOCUMENTS, join(parentPath, name)))
    .filter((name) => !LEFT_OUT.has(extname(name)));
  if (found.length === 0) throw new Error(`no documents in ${folder}`);
  return found;
}

export function bytesOf({ name }: HonestFile): Buffer {
  return readFileSync(join(DOCUMENTS, name));
}
