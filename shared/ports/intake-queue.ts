/** How a file of the inbox is sent to be read once more. */
import type { StoredFile } from "./files.ts";

/** Asks for a file of the inbox to be taken in again. */
export interface IntakeQueue {
  enqueue(file: StoredFile): Promise<void>;
}
