/** What notices say of the directory (名录): who isn't in it, whose address fails, what an organisation says of itself. */
import type { HearingDetails } from "../case-file/hearing.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { ChangeLine } from "../organisations/organisation-change.ts";
import type { Instant } from "../time/time.ts";
import type { NoticeRules } from "./notice-rule.ts";
import type { CaseSummary } from "./shown.ts";

/** What each of them says. */
export interface DirectoryNotices {
  /** 被告名称待核: an agency the directory doesn't know, so nobody could be informed. */
  "unknown-agency": { readonly case: CaseSummary; readonly name: string; readonly hearing?: HearingDetails };
  /** 地址失效: a mail came back, or there is no address: someone must find the right one. */
  "address-failed": {
    readonly organisationName: string;
    readonly address: string | undefined;
    readonly cause: string;
    readonly subject: string;
  };
  /** 单位信息变更, reported by the organisation itself. */
  "organisation-changed": {
    readonly organisation: string;
    readonly by: string;
    readonly at: Instant;
    readonly changes: readonly ChangeLine[];
    readonly functions?: string;
    /** Its open cases: before the court that reads this, or all of them. */
    readonly cases: readonly CaseNumber[];
    readonly reader: "own" | "former-address" | "bureau" | "court";
  };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const DIRECTORY_NOTICES = {
  "unknown-agency": { word: "核名", link: "none", leaves: "at-once" },
  "address-failed": { word: "地址", link: "none", leaves: "when-offices-open" },
  "organisation-changed": { word: "变更", link: "none", leaves: "at-once" },
} satisfies NoticeRules<DirectoryNotices>;
