/**
 * What intake needs from the outside world, and what can become of an upload. Apart from the use case, so that its
 * steps can name both without importing each other.
 */
import type { SettledOutcome } from "../../shared/casework/documents/arriving.ts";
import type { Instant } from "../../shared/domain/time/time.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { IntakeQueue } from "../../shared/ports/intake-queue.ts";
import type { KeptLedgers } from "../../shared/ports/kept-ledgers.ts";
import type { Originals } from "../../shared/ports/originals.ts";
import type { Records } from "../../shared/ports/records.ts";

export interface IntakePorts {
  readonly records: Records;
  readonly directory: Directory;
  /** The inbox bucket. */
  readonly inbox: Files;
  readonly sha256: (bytes: Uint8Array) => string;
  readonly readDocument: typeof import("../../shared/documents/read-document.ts").readDocument;
  /** The records bucket, where the function that reads scans keeps what it read. */
  readonly scans: Pick<Files, "read">;
  /** Where files that came inside archives are kept by themselves. */
  readonly originals: Pick<Originals, "keepEnclosed">;
  /** Where what ledgers say is kept. */
  readonly ledgers: KeptLedgers;
  /** Sends an upload here once more: a long ledger is noted in parts. */
  readonly intakeQueue: IntakeQueue;
  /** Asks that function for an upload's scans, after which the upload comes here again; or for the pages a person will check. */
  readonly scanQueue: IntakeQueue;
  /** When something is written: a file is decided on as of its upload, which may be hours ago. */
  readonly now: () => Instant;
}

export type IntakeOutcome =
  | SettledOutcome
  | "already-settled"
  /** Not settled yet: it is a scan, or an archive with one in it, that was not read so far. */
  | "awaiting-scan"
  /** Nor is this one: it is a ledger with more cases than are noted in one go, or an archive with one in it. */
  | "more-to-do"
  /** Nor this one: whose folder it lies in the directory doesn't say. The audit brings it again every morning until it does. */
  | "unclaimed";
