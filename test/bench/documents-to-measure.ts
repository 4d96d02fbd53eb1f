/** Every document there is a truth about: the corpus, the same papers in all formats, and the scans. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sniffFormat } from "../../shared/documents/formats/format.ts";
import { scans, truthOf } from "../documents/ocr/truth.ts";
import type { ComparedField, Truth } from "../documents/support/comparison.ts";
import { corpusDocument, corpusNames } from "../documents/support/corpus.ts";

const DOCUMENTS = join(import.meta.dirname, "../documents");

export interface MeasuredDocument {
  readonly name: string;
  readonly path: string;
  /** As it is sniffed; `scan.pdf`, `scan.jpg`, … where there is nothing but a picture, or too little besides. */
  readonly format: string;
  readonly truth: Truth;
}

export interface ReadOne {
  readonly name: string;
  readonly milliseconds: number;
  readonly fields: readonly ComparedField[];
}

export function toMeasure(): readonly MeasuredDocument[] {
  const sniffed = (path: string) => {
    const format = sniffFormat(new Uint8Array(readFileSync(path)));
    return format === "text" ? path.slice(path.lastIndexOf(".") + 1) : format;
  };
  const corpus = corpusNames().map((name): MeasuredDocument => {
    const path = join(DOCUMENTS, "corpus", name);
    return { name, path, format: sniffed(path), truth: corpusDocument(name).truth };
  });
  const formats = readdirSync(join(DOCUMENTS, "formats"))
    .filter((name) => /^(?!encrypted).*\.(?!json|ts)\w+$/.test(name))
    .map((name): MeasuredDocument => {
      const path = join(DOCUMENTS, "formats", name);
      const truth = readFileSync(join(DOCUMENTS, "formats", `${/^[a-z]+/.exec(name)?.[0]}.json`), "utf8");
      return { name, path, format: sniffed(path), truth: JSON.parse(truth) as Truth };
    });
  const scanned = scans.map((name): MeasuredDocument => {
    const path = join(DOCUMENTS, "ocr/scans", name);
    return { name, path, format: `scan.${name.slice(name.lastIndexOf(".") + 1)}`, truth: truthOf(name) };
  });
  return [...corpus, ...formats, ...scanned];
}
