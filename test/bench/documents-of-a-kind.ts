/**
 * `node documents-of-a-kind.ts <format> <kind>`: reads the documents of one format and kind in a process of its own, so
 * that its peak of memory is theirs, and prints what came of them as JSON.
 */
import { readFileSync } from "node:fs";
import { sniffFormat } from "../../shared/documents/formats/format.ts";
import { toReading } from "../../shared/documents/kinds/reading.ts";
import { needsOcr } from "../../shared/documents/ocr/needs-ocr.ts";
import { factsOfScan } from "../../shared/documents/ocr/scan-facts.ts";
import { type DocumentResult, readDocument } from "../../shared/documents/read-document.ts";
import { compare } from "../documents/support/comparison.ts";
import { type MeasuredDocument, type ReadOne, toMeasure } from "./documents-to-measure.ts";

const [format = "", kind = ""] = process.argv.slice(2);

async function read(bytes: Uint8Array): Promise<DocumentResult> {
  const result = await readDocument(bytes);
  if (!needsOcr(result)) return result;
  const { loadModels } = await import("../../shared/documents/ocr/models.ts");
  const { readScan } = await import("../../shared/documents/ocr/read-scan.ts");
  return factsOfScan(sniffFormat(bytes), await readScan(bytes, loadModels));
}

async function measured({ name, path, truth }: MeasuredDocument): Promise<ReadOne> {
  const bytes = new Uint8Array(readFileSync(path));
  const started = performance.now();
  const result = await read(bytes);
  const milliseconds = performance.now() - started;
  if (!result.ok) throw new Error(`${name} is unreadable: ${result.reason.kind}`);
  return { name, milliseconds, fields: compare(truth, toReading(result.document)) };
}

const documents = toMeasure().filter((one) => one.format === format && one.truth.kind === kind);
// The first one loads the readers and, of scans, the models.
const [first] = documents;
if (first !== undefined) await measured(first);
const reads: ReadOne[] = [];
for (const document of documents) reads.push(await measured(document));
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ reads, megabytes }));
