/**
 * One upload with pages to look at: its scans are read and what was read is kept by their bytes, with the pages as a person
 * may have to see them; then intake gets the upload again and decides on it as on any other. Of a file with words of its
 * own that somebody will check only the pages are kept. Nothing is decided here, and no case is known here.
 */
import { INSIDE } from "../../shared/casework/documents/archive-name.ts";
import { sniffFormat } from "../../shared/documents/formats/format.ts";
import { type ScannedText, scanKey, scanToJson } from "../../shared/documents/ocr/scanned-text.ts";
import { pagesKey } from "../../shared/documents/seen/kept-pages.ts";
import type { SeenPage } from "../../shared/documents/seen/seen-page.ts";
import type { Files, StoredFile } from "../../shared/ports/files.ts";
import type { IntakeQueue } from "../../shared/ports/intake-queue.ts";
import { pageKeeper } from "./keep-pages.ts";

export interface ScanPorts {
  /** The inbox bucket. */
  readonly inbox: Pick<Files, "read">;
  /** The records bucket. */
  readonly scans: Pick<Files, "read" | "write">;
  readonly intakeQueue: IntakeQueue;
  /** Brings the upload here once more, as if for the first time. */
  readonly scanQueue: IntakeQueue;
  readonly sha256: (bytes: Uint8Array) => string;
  /** Reads one scan and shows its pages; throws only where the reader itself is at fault. */
  readonly readScan: (bytes: Uint8Array, see: (page: SeenPage) => Promise<void>) => Promise<ScannedText>;
}

/** Intake refuses larger files before they come here. */
const MOST_BYTES = 30 * 1024 * 1024;
/** A file that ended the reader this often will not let itself be read; its court is informed. */
const MOST_ATTEMPTS = 2;

/** How many scans were read, of how many there are in the upload; and of how many files only the pages were kept. */
export interface ScanReport {
  readonly scans: number;
  readonly read: number;
  readonly shown: number;
  /** There was more in it than is done in one go: the rest comes by a message of its own. */
  readonly goesOn?: true;
}

/** A file of an upload, and what is wanted of it. */
interface Wanted {
  readonly bytes: Uint8Array;
  /** A scan is read; of a file with words only the pages are kept. */
  readonly isScan: boolean;
}

/**
 * Looks at an upload's files, each once whoever sends it again; `attempt` counts from 1. Once the time is over the rest is left
 * to another message, so that attempts count what broke off, not what took long; a file that is given up is given up alone.
 * Safe to repeat.
 */
export async function readScans(
  ports: ScanPorts,
  object: StoredFile,
  attempt: number,
  hasTime: () => boolean = () => true,
): Promise<ScanReport> {
  // A file inside an archive is named by both: its pages are wanted, and no other's.
  const [key = "", entry] = object.key.split(INSIDE);
  const bytes = await ports.inbox.read(key, object.versionId, MOST_BYTES);
  if (bytes === "missing" || bytes === "too-large") throw new Error(`the object version is ${bytes}`);
  const wanted = entry === undefined ? await wantedOf(bytes) : await entryOf(bytes, entry);
  const report = { scans: wanted.filter(({ isScan }) => isScan).length, read: 0, shown: 0 };
  for (const one of wanted) {
    const sha256 = ports.sha256(one.bytes);
    const keys = one.isScan ? [scanKey(sha256), pagesKey(sha256)] : [pagesKey(sha256)];
    const kept = await Promise.all(keys.map((each) => ports.scans.read(each, undefined, 1)));
    if (kept.every((each) => each !== "missing")) continue;
    const isAnother = report.read + report.shown > 0;
    if (isAnother && (attempt > MOST_ATTEMPTS || !hasTime())) {
      await ports.scanQueue.enqueue(object);
      return { ...report, goesOn: true };
    }
    const keeper = pageKeeper(ports.scans, sha256);
    const text = attempt > MOST_ATTEMPTS ? GIVEN_UP : await ports.readScan(one.bytes, keeper.see);
    // First the pages: once a scan's text is there, intake may send somebody to look at them.
    await keeper.finish(text);
    if (one.isScan) await ports.scans.write(scanKey(sha256), scanToJson(text), "application/json");
    report[one.isScan ? "read" : "shown"]++;
  }
  if (report.scans > 0) await ports.intakeQueue.enqueue(object);
  return report;
}

const GIVEN_UP: ScannedText = {
  ok: false,
  reason: { kind: "broken", detail: "its pictures could not be read in several attempts" },
};

/** The upload itself, or the files of an archive that may be scans. */
async function wantedOf(bytes: Uint8Array): Promise<readonly Wanted[]> {
  if (sniffFormat(bytes) !== "zip") return [{ bytes, isScan: await mayNeedOcr(bytes) }];
  const files = await entriesIn(bytes);
  const needing = await Promise.all(files.map((file) => mayNeedOcr(file.bytes)));
  return files.filter((_, index) => needing[index]).map((file) => ({ bytes: file.bytes, isScan: true }));
}

async function entryOf(bytes: Uint8Array, name: string): Promise<readonly Wanted[]> {
  const found = (await entriesIn(bytes)).find((entry) => entry.name === name);
  return found === undefined ? [] : [{ bytes: found.bytes, isScan: await mayNeedOcr(found.bytes) }];
}

async function entriesIn(bytes: Uint8Array) {
  const { entriesOf } = await import("../../shared/documents/formats/archive.ts");
  const archive = await entriesOf(bytes);
  return archive.ok ? archive.entries : [];
}

async function mayNeedOcr(bytes: Uint8Array): Promise<boolean> {
  const format = sniffFormat(bytes);
  if (format === "image") return true;
  if (format !== "pdf" && format !== "docx" && format !== "ofd") return false;
  const { readText } = await import("../../shared/documents/read-text.ts");
  const result = await readText(bytes);
  return !result.ok && result.reason.kind === "no-text-layer";
}
