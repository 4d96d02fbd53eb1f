/** What is known of a file handed in as proof (证明材料), and of a bureau's remark. */
import type { Instant } from "./time/time.ts";

/** Words of the bureau on a report, and whose. */
export interface Remark {
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
}

/** A file kept in the records bucket, under its hash. */
export interface Proof {
  readonly key: string;
  readonly sha256: string;
  /** As its owner called it. */
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
}
