/** The documents of the corpus beside the truth about each. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Reading, toReading } from "../../../shared/documents/kinds/reading.ts";
import { readDocument } from "../../../shared/documents/read-document.ts";
import type { Truth } from "./comparison.ts";

const CORPUS = join(import.meta.dirname, "../corpus");

export interface CorpusDocument {
  readonly name: string;
  /** By the file's name; the reader finds it by content. */
  readonly format: string;
  readonly bytes: Uint8Array;
  readonly truth: Truth;
}

/** Every document of the corpus; one truth serves all files of a name. */
export function corpusNames(): readonly string[] {
  return readdirSync(CORPUS).filter((name) => !/\.(?:json|ts)$/.test(name));
}

export function corpusDocument(name: string): CorpusDocument {
  const truth = readFileSync(join(CORPUS, name.replace(/\.\w+$/, ".json")), "utf8");
  return {
    name,
    format: name.slice(name.lastIndexOf(".") + 1),
    bytes: new Uint8Array(readFileSync(join(CORPUS, name))),
    truth: JSON.parse(truth) as Truth,
  };
}

/** What the system reads in a document; throws where it can't be read at all. */
export async function readingOf({ name, bytes }: CorpusDocument): Promise<Reading> {
  const result = await readDocument(bytes);
  if (!result.ok) throw new Error(`${name} is unreadable: ${result.reason.kind}`);
  return toReading(result.document);
}
