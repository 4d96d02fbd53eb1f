/** What notices say where somebody took back what he had done (撤回): the letters it had brought about are void. */
import type { HearingDetails } from "../case-file/hearing.ts";
import type { ActKind } from "../case-file/state.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { Instant } from "../time/time.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AboutCase } from "./frame/shown.ts";

/** What each of them says. */
export interface TakenBackNotices {
  /** 撤回更正函, to each who got such letters. `letters`: by the keys of their obligations; `hearing`: it is off with them. */
  "taken-back": {
    readonly act: ActKind;
    readonly actAt: Instant;
    readonly at: Instant;
    readonly by: string;
    /** Whoever did it took it back, or the bureau did. */
    readonly office: "own" | "bureau";
    readonly reason: string;
    readonly letters: readonly { readonly key: string; readonly at: Instant }[];
    readonly hearing?: HearingDetails;
    /** 合并误登: the number under which the case goes on. */
    readonly into?: CaseNumber;
  } & AboutCase;
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const TAKEN_BACK_NOTICES = {
  "taken-back": { word: "更正", link: "none", leaves: "at-once" },
} satisfies NoticeRules<TakenBackNotices>;
