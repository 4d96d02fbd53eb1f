/** Which versions of a bulletin (通报) exist, and which rows each was made from. */
import type { PeriodKind } from "../time/period.ts";
import type { Instant, Month } from "../time/time.ts";
import type { MissingLedgers } from "./bulletin-edition.ts";
import type { KeyFigures } from "./key-figures.ts";

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
}

/** A file of a version, in its folder. */
export interface EditionFile {
  readonly name: string;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
}
