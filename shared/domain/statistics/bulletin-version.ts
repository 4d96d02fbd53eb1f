/** Which versions of a bulletin (通报) exist, and which rows each was made from. */
import type { CountingPolicy } from "../policy.ts";
import type { PeriodKind } from "../time/period.ts";
import type { Instant, Month } from "../time/time.ts";
import type { BulletinWords, Circle } from "./bulletin-content.ts";
import type { MissingLedgers } from "./bulletin-edition.ts";
import type { KeyFigures } from "./key-figures.ts";
import type { MonthTallies } from "./month-tallies.ts";

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
  /** As its edition was counted; absent: as Linyi does. */
  readonly counting?: CountingPolicy;
  /** Of an issued one: the signature it left by, as the signing counts them; absent of versions from before bulletins were signed. */
  readonly signature?: number;
  /** Of one whose period is a month: what it says of each jurisdiction. Absent of versions from before it was kept. */
  readonly tallies?: MonthTallies;
  /** Absent of versions from before it was kept. */
  readonly inMail?: InMail;
}

/** What mails say of a version and carry. */
export interface InMail {
  readonly figures: KeyFigures;
  /** How many rows it says otherwise than the version before. */
  readonly changed?: number;
  readonly missingLedgers?: readonly MissingLedgers[];
  readonly files: readonly EditionFile[];
  readonly words?: BulletinWords;
  /** Whom it is circulated to; absent of versions from before it was chosen: everybody. */
  readonly to?: readonly Circle[];
  /** Some lists are left out of what is circulated, and stand in a file of their own. */
  readonly annex?: boolean;
}

/** A file of a version, in its folder. */
export interface EditionFile {
  readonly name: string;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
}
