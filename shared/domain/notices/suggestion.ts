/** What notices say of a court's proposal (司法建议), from when it is registered until the court has the reply. */
import type { CaseNumber } from "../court/case-number.ts";
import type { Adoption } from "../suggestion/suggestion.ts";
import type { SuggestionSort } from "../suggestion/suggestion-paper.ts";
import type { CivilDate, Instant, Year } from "../time/time.ts";
import { entryLink } from "./frame/links-to.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";

/** A proposal as letters and papers show it. */
export interface SuggestionShown {
  readonly number?: string;
  readonly court: string;
  readonly issuedOn?: CivilDate;
  /** To whom it is addressed. */
  readonly to: string;
  readonly sort: SuggestionSort;
  readonly caseNumbers: readonly CaseNumber[];
  readonly advice: readonly string[];
  readonly due: CivilDate;
  /** Whether its paper says so; else the policy's days run, which no letter calls the court's. */
  readonly written: boolean;
}

/** Which proposal of whose year. */
interface OfSuggestion {
  readonly suggestion: SuggestionShown;
  readonly jurisdiction: string;
  readonly year: Year;
  readonly id: string;
}

/** 复函, as it was handed in. */
interface ReplySaid {
  readonly adoption: Adoption;
  readonly text: string;
  readonly reason?: string;
  readonly by: string;
  readonly at: Instant;
}

/** What each of them says. */
export interface SuggestionNotices {
  /** 司法建议办理通知, to its addressee. */
  "suggestion-received": OfSuggestion;
  /** 复函提醒, 督办函: `daysOver` 0 on the day it is due, negative before. `copy`, `confirms` as of a 整改建议. */
  "suggestion-due": {
    readonly daysOver: number;
    readonly copy: boolean;
    readonly confirms?: boolean;
  } & OfSuggestion;
  /** 司法建议复函, to the court. */
  "suggestion-replied": ReplySaid & OfSuggestion;
  /** 复函回执. */
  "suggestion-receipt": ReplySaid & OfSuggestion;
  /** 复函撤回, to the court. */
  "suggestion-reply-taken-back": { readonly by: string; readonly reason: string } & OfSuggestion;
  /** 登记作废, to its addressee. */
  "suggestion-withdrawn": { readonly by: string; readonly reason: string } & OfSuggestion;
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const SUGGESTION_NOTICES = {
  "suggestion-received": {
    word: "建议",
    link: (content) => entryLink("suggestion", content),
    leaves: "when-offices-open",
  },
  "suggestion-due": {
    word: "建议",
    link: (content) =>
      content.copy && content.confirms !== true ? undefined : entryLink("suggestion", content),
    leaves: "at-once",
  },
  "suggestion-replied": {
    word: "复函",
    link: (content) => entryLink("suggestion", content),
    leaves: "at-once",
  },
  "suggestion-receipt": {
    word: "回执",
    link: (content) => entryLink("suggestion", content),
    leaves: "at-once",
  },
  "suggestion-reply-taken-back": { word: "复函", link: "none", leaves: "at-once" },
  "suggestion-withdrawn": { word: "建议", link: "none", leaves: "at-once" },
} satisfies NoticeRules<SuggestionNotices>;
