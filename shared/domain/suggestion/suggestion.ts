/**
 * A court's proposal (司法建议) from the day it came until its addressee has replied: what it says, what must still be checked, and the
 * reply. It need come out of no case, or may come out of several, so that it is an object of its own; who keeps it doesn't matter here.
 */
import type { CaseNumber } from "../court/case-number.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import { addMinutes, type CivilDate, type Instant } from "../time/time.ts";
import type { ReplyTerm, SuggestionSort } from "./suggestion-paper.ts";

/** What a person must look at before its addressee hears of it. */
export type SuggestionDoubt =
  /** The directory knows no such unit, or several. */
  | "addressee"
  /** Nothing was read of what it advises. */
  | "advice"
  /** Its court is not the one that handed it in, or none was read. */
  | "court";

/** 采纳 · 部分采纳 · 不采纳. */
export const ADOPTIONS = ["adopted", "partly", "not"] as const;
export type Adoption = (typeof ADOPTIONS)[number];

/** 复函: what its addressee replied, until it takes that back. */
export interface SuggestionReply {
  readonly at: Instant;
  /** As typed. */
  readonly by: string;
  readonly adoption: Adoption;
  /** What was done, or will be. */
  readonly text: string;
  /** Why it isn't adopted, or not in full. */
  readonly reason?: string;
  readonly takenBack?: { readonly at: Instant; readonly by: string; readonly reason: string };
}

/** What is known of one proposal to one addressee. */
export interface SuggestionFacts {
  /** 文号, as written. */
  readonly number?: string;
  readonly court: { readonly name: string; readonly organisation?: OrganisationId };
  /** The day under it. */
  readonly issuedOn?: CivilDate;
  /** The day it came to its addressee, as far as known: the term runs from it. */
  readonly receivedOn: CivilDate;
  readonly to: { readonly name: string; readonly organisation?: OrganisationId };
  readonly sort: SuggestionSort;
  readonly caseNumbers: readonly CaseNumber[];
  readonly advice: readonly string[];
  /** `written` false: the paper names none, and the policy's days run. */
  readonly reply: { readonly term: ReplyTerm; readonly written: boolean };
  /** Its paper, by SHA-256. */
  readonly document?: string;
  readonly doubts: readonly SuggestionDoubt[];
}

/** With what was replied, oldest first. */
export interface SuggestionAnswered extends SuggestionFacts {
  readonly answers: readonly SuggestionReply[];
}

/** 待核对 · 待复函 · 已复函. */
export type SuggestionState = "to-check" | "awaiting-reply" | "replied";

/** Where it stands, whoever withdrew it aside. */
export function suggestionState(suggestion: SuggestionAnswered): SuggestionState {
  if (suggestion.doubts.length > 0) return "to-check";
  return replyOf(suggestion) === undefined ? "awaiting-reply" : "replied";
}

/** The reply that holds. */
export function replyOf({ answers }: Pick<SuggestionAnswered, "answers">): SuggestionReply | undefined {
  const last = answers.at(-1);
  return last?.takenBack === undefined ? last : undefined;
}

/** Whether a reply can still be taken back: it is the last, and so many hours aren't over. */
export function mayTakeBack(suggestion: SuggestionAnswered, now: Instant, hours: number): boolean {
  const reply = replyOf(suggestion);
  return reply !== undefined && now <= addMinutes(reply.at, hours * 60);
}
