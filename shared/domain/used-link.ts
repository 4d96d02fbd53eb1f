/** What is remembered of a link that has been used, so that it can't be used again. */
import type { Instant } from "./time/time.ts";

/** A link that has been used (办理链接): once for all. */
export interface UsedLink {
  readonly nonce: string;
  readonly at: Instant;
  /** Who acted, as typed. */
  readonly by: string;
}
