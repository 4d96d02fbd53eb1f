/** What notices say to a court of its monthly ledger (台账): that it is due, and which rows need a look. */
import type { CivilDate, Month } from "../time/time.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AttachedFile, FileShown, LedgerRowShown } from "./frame/shown.ts";

/** What each of them says. */
export interface LedgerNotices {
  /** 台账催报. `daysOver` 0 on the day it is due, negative before. */
  "ledger-due": {
    readonly court: string;
    readonly month: Month;
    readonly due: CivilDate;
    readonly daysOver: number;
    /** It is the bureau's copy. */
    readonly copy?: true;
    /** What the system knew already, for the court to check and complete (预填台账). */
    readonly prefilled?: { readonly cases: number; readonly files: readonly AttachedFile[] };
  };
  /** 台账核对: the ledger has come in, and these rows need its court's attention; all of them are in the file. */
  "ledger-received": {
    readonly court: string;
    readonly month: Month;
    readonly file: FileShown;
    readonly cases: number;
    /** Cases of which no paper had come. */
    readonly opened: number;
    /** Cases a former ledger named and this one doesn't. */
    readonly withdrawn: number;
    readonly unusable: number;
    readonly doubtful: number;
    readonly rows: readonly LedgerRowShown[];
    readonly files: readonly AttachedFile[];
  };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const LEDGER_NOTICES = {
  "ledger-due": {
    word: "台账",
    // The bureau's copy asks for a telephone call.
    link: ({ copy }) => (copy ? undefined : { task: "ledger" }),
    leaves: "at-once",
  },
  "ledger-received": {
    word: "台账",
    link: () => ({ task: "ledger" }),
    leaves: "when-offices-open",
  },
} satisfies NoticeRules<LedgerNotices>;
