/** How a file of the inbox is sent to be read once more, or a ledger to be gone on with. */
import type { Month } from "../domain/time/time.ts";
import type { StoredFile } from "./files.ts";

/** A ledger that has been read and noted in some of its cases: what it says is kept, and need not be read again. */
export interface LedgerBegun {
  readonly sha256: string;
  readonly month: Month;
}

/** A file to take in; of a long ledger, or an archive with one, what is to be gone on with. */
export interface FileToTake extends StoredFile {
  readonly ledger?: LedgerBegun;
}

/** Asks for a file of the inbox to be taken in again. */
export interface IntakeQueue {
  enqueue(file: FileToTake): Promise<void>;
}
