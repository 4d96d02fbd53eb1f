/**
 * One upload without text: its scans are read and what was read is kept by their bytes, then intake gets the upload
 * again and decides on it as on any other. Nothing is decided here, and no case is known here.
 */
import { sniffFormat } from "../../shared/documents/formats/format.ts";
import { type ScannedText, scanKey, scanToJson } from "../../shared/documents/ocr/scanned-text.ts";
import type { Files, StoredFile } from "../../shared/ports/files.ts";
import type { IntakeQueue } from "../../shared/ports/intake-queue.ts";

export interface ScanPorts {
  /** The inbox bucket. */
  readonly inbox: Pick<Files, "read">;
  /** The records bucket. */
  readonly scans: Pick<Files, "read" | "write">;
  readonly intakeQueue: IntakeQueue;
  readonly sha256: (bytes: Uint8Array) => string;
  /** Reads one scan; throws only where the reader itself is at fault. */
  readonly readScan: (bytes: Uint8Array) => Promise<ScannedText>;
}

/** Intake refuses larger files before they come here. */
const MOST_BYTES = 30 * 1024 * 1024;
/** A file that ended the reader this often will not let itself be read; its court is informed. */
const MOST_ATTEMPTS = 2;

/** How many scans were read, of how many there are in the upload. */
export interface ScanReport {
  readonly scans: number;
  readonly read: number;
}

/** Reads an upload's scans, each once whoever sends it again; `attempt` counts from 1. Safe to repeat. */
export async function readScans(ports: ScanPorts, object: StoredFile, attempt: number): Promise<ScanReport> {
  const bytes = await ports.inbox.read(object.key, object.versionId, MOST_BYTES);
  if (bytes === "missing" || bytes === "too-large") throw new Error(`the object version is ${bytes}`);
  const scans = await scansIn(bytes);
  let read = 0;
  for (const scan of scans) {
    const key = scanKey(ports.sha256(scan));
    if ((await ports.scans.read(key, undefined, 1)) !== "missing") continue;
    const text = attempt > MOST_ATTEMPTS ? GIVEN_UP : await ports.readScan(scan);
    await ports.scans.write(key, scanToJson(text), "application/json");
    read++;
  }
  await ports.intakeQueue.enqueue(object);
  return { scans: scans.length, read };
}

const GIVEN_UP: ScannedText = {
  ok: false,
  reason: { kind: "broken", detail: "its pictures could not be read in several attempts" },
};

/** The upload itself, or the files of an archive that may be scans. */
async function scansIn(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
  if (sniffFormat(bytes) !== "zip") return [bytes];
  const { entriesOf } = await import("../../shared/documents/formats/archive.ts");
  const archive = await entriesOf(bytes);
  if (!archive.ok) return [];
  const files = archive.entries.map((entry) => entry.bytes);
  const needing = await Promise.all(files.map(mayNeedOcr));
  return files.filter((_, index) => needing[index]);
}

async function mayNeedOcr(bytes: Uint8Array): Promise<boolean> {
  const format = sniffFormat(bytes);
  if (format === "image") return true;
  if (format !== "pdf" && format !== "docx" && format !== "ofd") return false;
  const { readText } = await import("../../shared/documents/read-text.ts");
  const result = await readText(bytes);
  return !result.ok && result.reason.kind === "no-text-layer";
}
