/**
 * What does the system read in these files? The command `yingsu read`, which reads on this machine exactly as
 * intake does.
 */
import { readFile, stat } from "node:fs/promises";
import { readBounded } from "../../../shared/documents/bounded/read-bounded.ts";
import { entriesOf } from "../../../shared/documents/formats/archive.ts";
import { sniffFormat } from "../../../shared/documents/formats/format.ts";
import { describeUnreadable, type UnreadableReason } from "../../../shared/documents/formats/unreadable.ts";
import { toReading } from "../../../shared/documents/kinds/reading.ts";
import { needsOcr } from "../../../shared/documents/ocr/needs-ocr.ts";
import { factsOfScan } from "../../../shared/documents/ocr/scan-facts.ts";
import type { ScannedText } from "../../../shared/documents/ocr/scanned-text.ts";
import { MOST_BYTES } from "../../../shared/documents/read-text.ts";

const USAGE =
  "usage: yingsu read FILE…\n\nPrints what the system reads in each file: one line of JSON per file, in order; of a ZIP one per file in it.\n";

/**
 * `yingsu read FILE…`: one line of JSON per file, one file in memory at a time; of a ZIP one per file in it, as
 * `archive.zip!/name`. A file that can't be read has its line too, with `error`. Exit code 0 where all were read, 1 where one was not, 2 where no file was named.
 */
export async function readCommand(
  args: readonly string[],
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  if (args.length === 0) return { exitCode: 2, stdout: "", stderr: USAGE };
  if (args.includes("--help") || args.includes("-h")) return { exitCode: 0, stdout: USAGE, stderr: "" };
  const unknown = args.find((arg) => arg.startsWith("--"));
  if (unknown !== undefined)
    return { exitCode: 2, stdout: "", stderr: `read: unknown option ${unknown}\n${USAGE}` };
  const lines: string[] = [];
  const complaints: string[] = [];
  for (const file of args) {
    for (const { name, line, complaint } of await readFileOrArchive(file)) {
      lines.push(JSON.stringify({ file: name, ...line }));
      if (complaint !== undefined) complaints.push(`${name}: ${complaint}`);
    }
  }
  const print = (all: readonly string[]) => all.map((line) => `${line}\n`).join("");
  return { exitCode: complaints.length === 0 ? 0 : 1, stdout: print(lines), stderr: print(complaints) };
}

/** What is printed of one document. */
interface Printed {
  readonly name: string;
  readonly line: object;
  readonly complaint?: string;
}

async function readFileOrArchive(file: string): Promise<readonly Printed[]> {
  const bytes = await bytesOf(file);
  if (!(bytes instanceof Uint8Array)) return [{ name: file, ...refused(bytes.kind, bytes.message) }];
  if (sniffFormat(bytes) !== "zip") return [await readOne(file, bytes)];
  const archive = await entriesOf(bytes);
  if (!archive.ok)
    return [{ name: file, ...refused(archive.reason.kind, describeUnreadable(archive.reason)) }];
  const printed: Printed[] = [];
  for (const entry of archive.entries) printed.push(await readOne(`${file}!/${entry.name}`, entry.bytes));
  return printed;
}

async function readOne(name: string, bytes: Uint8Array): Promise<Printed> {
  const read = await readBounded(bytes);
  const result = needsOcr(read) ? factsOfScan(read.format, await scanned(bytes)) : read;
  if (result.ok) return { name, line: toReading(result.document) };
  return { name, ...refused(result.reason.kind, describeUnreadable(result.reason)) };
}

/** In this process, as the function that reads scans does; its models are loaded when the first scan comes. */
async function scanned(bytes: Uint8Array): Promise<ScannedText> {
  const { loadModels } = await import("../../../shared/documents/ocr/models.ts");
  const { readScan } = await import("../../../shared/documents/ocr/read-scan.ts");
  return readScan(bytes, loadModels);
}

function refused(
  reason: UnreadableReason["kind"] | "no-such-file",
  message: string,
): { line: object; complaint: string } {
  return {
    line: { kind: "other", administrative: false, caseNumbers: [], error: { reason, message } },
    complaint: message,
  };
}

async function bytesOf(
  file: string,
): Promise<Uint8Array | { kind: UnreadableReason["kind"] | "no-such-file"; message: string }> {
  try {
    const { size } = await stat(file);
    const tooLarge = { kind: "too-large", bytes: size, limit: MOST_BYTES } as const;
    if (size > MOST_BYTES) return { kind: tooLarge.kind, message: describeUnreadable(tooLarge) };
    return await readFile(file);
  } catch (error) {
    return { kind: "no-such-file", message: error instanceof Error ? error.message : String(error) };
  }
}
