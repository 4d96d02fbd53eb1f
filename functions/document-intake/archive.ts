/**
 * An archive (压缩包) in somebody's folder: each file in it is taken in as if it had been uploaded by itself, with its own
 * decision, write and answer; afterwards the archive itself is settled. A crash in between leaves what was done done,
 * and a repeat goes on with the rest.
 */
import { INSIDE } from "../../shared/casework/documents/archive-name.ts";
import type { Source } from "../../shared/casework/documents/arriving.ts";
import type { StoredFile } from "../../shared/ports/files.ts";
import type { IntakeOutcome } from "./intake-ports.ts";

/** A file of an archive, as an upload of its own. */
export interface Enclosed {
  readonly object: StoredFile;
  readonly bytes: Uint8Array;
}

/**
 * The files of an uploader's ZIP; undefined where it is refused whole and answered like any bad
 * file: hostile, damaged, empty, or in a folder of nobody.
 */
export async function enclosedIn(
  object: StoredFile,
  bytes: Uint8Array,
  { folder, uploader }: Source,
): Promise<readonly Enclosed[] | undefined> {
  if (folder === "directory" || uploader === undefined) return undefined;
  // Loaded only when an archive comes.
  const { entriesOf } = await import("../../shared/documents/formats/archive.ts");
  const archive = await entriesOf(bytes);
  if (!archive.ok) return undefined;
  return archive.entries.map((entry) => ({
    object: { ...object, key: `${object.key}${INSIDE}${entry.name}`, size: entry.bytes.length },
    bytes: entry.bytes,
  }));
}

/** What became of an archive: the worst that became of a file in it. */
export function worstOf(outcomes: readonly IntakeOutcome[]): IntakeOutcome {
  const order: readonly IntakeOutcome[] = [
    "unclaimed",
    "awaiting-scan",
    "more-to-do",
    "rejected",
    "needs-review",
    "read",
  ];
  return order.find((outcome) => outcomes.includes(outcome)) ?? "already-settled";
}
