/** How a count of the boards goes on where a run has counted its part. */
import type { Instant } from "../domain/time/time.ts";

/** Asks for the next part of the count of an instant. */
export interface CountQueue {
  goOn(at: Instant): Promise<void>;
}
