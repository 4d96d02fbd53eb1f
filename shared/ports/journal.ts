/** What is written down of the day where no restore of the table reaches: which mails left, and what people did. */
import type { RecordedEvent } from "../domain/case-file/events.ts";
import type { CaseNumber } from "../domain/court/case-number.ts";
import type { Notice } from "../domain/notices/notice.ts";
import type { Instant } from "../domain/time/time.ts";
import type { UsedLink } from "../domain/used-link.ts";

/** A mail that the carrier took. */
export interface LeftNotice {
  readonly notice: Notice;
  readonly messageId: string;
  readonly at: Instant;
}

/** What was done at the desk by one form. */
export interface DeskAct {
  readonly at: Instant;
  /** The link it was done by, which brings no second act. */
  readonly usedLink?: UsedLink;
  /** What happened to cases, with the jurisdictions whose bureaus have them on their boards. */
  readonly cases: readonly {
    readonly caseNumber: CaseNumber;
    readonly version: number;
    readonly boards: readonly string[];
    readonly events: readonly RecordedEvent[];
  }[];
  /** What else it changed, by jurisdiction or bureau. */
  readonly others: readonly { readonly what: "programme" | "directory" | "signing"; readonly of: string }[];
}

/** Written after the table, and kept with the evidence. */
export interface Journal {
  left(notices: readonly LeftNotice[]): Promise<void>;
  acted(act: DeskAct): Promise<void>;
}

/** What was written down since. */
export interface JournalRead {
  readonly left: readonly LeftNotice[];
  readonly acts: readonly DeskAct[];
}
