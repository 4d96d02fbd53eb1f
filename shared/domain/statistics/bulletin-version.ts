/** Which versions of a bulletin (通报) exist, and which rows each was made from. */
import type { PeriodKind } from "../time/period.ts";
import type { Instant, Month } from "../time/time.ts";

/** A version of a bulletin; the files lie in the records bucket under `folder`. */
export interface BulletinVersion {
  readonly jurisdiction: string;
  /** The last month of its period. */
  readonly month: Month;
  readonly period: PeriodKind;
  readonly version: number;
  readonly state: "draft" | "issued";
  readonly at: Instant;
  /** SHA-256 of the frozen rows: the same rows make no new version. */
  readonly rowsSha256: string;
  readonly folder: string;
}
