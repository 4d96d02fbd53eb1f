/** What notices say of the directory (名录): who isn't in it, whose address fails, what an organisation says of itself. */

import type { AsWritten } from "../as-written.ts";
import type { HearingDetails } from "../case-file/hearing.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { ContactRole, OrganisationId } from "../organisations/directory.ts";
import type { ChangedField } from "../organisations/organisation-change.ts";
import type { Instant } from "../time/time.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { NoticeSubject } from "./frame/notice-subject.ts";
import type { CaseSummary } from "./frame/shown.ts";

/**
 * Why somebody can't be reached: the directory has no address, or not even them; a mail came back, was marked as unwanted,
 * was refused for good, or nobody knows whether it left.
 */
export type AddressFault =
  | "no-address"
  | "not-listed"
  | "bounced"
  | "complained"
  | "failed"
  | "ambiguous"
  /** Mail couldn't be sent until it was of no use any more: nothing is wrong with the address. */
  | "too-late";

/** What didn't arrive: a mail, by the number it can be quoted by, or whatever waits for an address. */
export type Unsent =
  | { readonly type: "mail"; readonly number: string }
  | { readonly type: "subject"; readonly subject: NoticeSubject }
  | AsWritten;

/** What each of them says. */
export interface DirectoryNotices {
  /** 被告名称待核: an agency the directory doesn't know, so nobody could be informed. */
  "unknown-agency": {
    readonly case: CaseSummary;
    readonly name: string;
    readonly hearing?: HearingDetails;
    /** It was asked before: so many days ago for the first time. */
    readonly daysAsked?: number;
  };
  /** 地址失效: a mail came back, or there is no address: someone must find the right one. */
  "address-failed": {
    readonly organisationName: string;
    /** Absent where the directory doesn't have it. */
    readonly organisation?: OrganisationId;
    readonly address: string | undefined;
    readonly cause: AddressFault;
    readonly about: Unsent;
  };
  /** 单位信息变更, reported by the organisation itself, or made by a bureau. */
  "organisation-changed": {
    readonly organisation: string;
    /** The bureau that made it, by name; absent where the organisation itself reported it. */
    readonly bureau?: string;
    readonly by: string;
    readonly at: Instant;
    /** Which change it is, while it can be taken back (撤回). */
    readonly change?: string;
    readonly changes: readonly ChangedField[];
    readonly functions?: string;
    /** Its open cases: before the court that reads this, or all of them; of very many the first. */
    readonly cases: readonly CaseNumber[];
    /** How many they are, where that is more. */
    readonly casesInAll?: number;
    /** An earlier change was taken back (撤回): the entry is as it was. */
    readonly restored?: true;
    /** To whoever reads an address that another is to take the place of: which, and what the link opens. */
    readonly asked?: { readonly role: ContactRole; readonly change: string; readonly email: string };
    readonly reader: "own" | "former-address" | "asked-address" | "bureau" | "court";
  };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const DIRECTORY_NOTICES = {
  "unknown-agency": {
    word: "核名",
    link: ({ case: { caseNumber }, name: respondent }) => ({ task: "unknown-name", caseNumber, respondent }),
    leaves: "at-once",
  },
  "address-failed": {
    word: "地址",
    // Where a mail came too late there is nothing to correct.
    link: ({ organisation, cause }) =>
      cause === "too-late"
        ? undefined
        : organisation === undefined
          ? { task: "directory" }
          : { task: "directory-entry", organisation },
    leaves: "when-offices-open",
  },
  "organisation-changed": {
    word: "变更",
    link: ({ reader, change: cause, asked }, subject) =>
      asked !== undefined
        ? { task: "address-consent", role: asked.role, change: asked.change }
        : reader === "bureau" && cause !== undefined && subject.of === "organisation"
          ? { task: "undo", what: "entry", of: subject.organisation, cause }
          : undefined,
    leaves: "at-once",
  },
} satisfies NoticeRules<DirectoryNotices>;
