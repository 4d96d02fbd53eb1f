/** What is read of bytes, as `read` prints it, and what of it goes to a person. */
import { type Reading, toReading } from "../../../shared/documents/kinds/reading.ts";
import { readDocument } from "../../../shared/documents/read-document.ts";
import { readText } from "../../../shared/documents/read-text.ts";
import { ACCEPTED_FROM } from "./comparison.ts";

/** The reading without its evidence. Throws where the file can't be read. */
export async function readingOf(bytes: Uint8Array): Promise<Omit<Reading, "evidence">> {
  const { evidence: _, ...reading } = await wholeReadingOf(bytes);
  return reading;
}

/** The facts that are not accepted without a person. */
export async function doubtfulIn(bytes: Uint8Array): Promise<readonly string[]> {
  const { evidence } = await wholeReadingOf(bytes);
  return Object.entries(evidence)
    .filter(([, { confidence }]) => confidence < ACCEPTED_FROM)
    .map(([field]) => field);
}

async function wholeReadingOf(bytes: Uint8Array): Promise<Reading> {
  const result = await readDocument(bytes);
  if (!result.ok) throw new Error(`unreadable: ${JSON.stringify(result.reason)}`);
  return toReading(result.document);
}

/** The lines of a file's text that hold anything. */
export async function linesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const result = await readText(bytes);
  if (!result.ok) throw new Error(`unreadable: ${result.reason.kind}`);
  return result.text.split("\n").filter((line) => line.trim() !== "");
}
