/** One thing a case obliges the system to announce, and the words its makers share. */

import type { Hearing } from "../case-file/hearing.ts";
import { type CaseDeadline, type CaseFile, stillSued } from "../case-file/state.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { CaseSummary } from "../notices/shown.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import { AT_ONCE, type Step } from "./ladder.ts";

/** Whom a notice is for, by part in the case; the directory makes addresses of it. */
export type Audience =
  | { readonly part: "respondent"; readonly name: string; readonly role: "legal-section" | "head" }
  | { readonly part: "superior"; readonly name: string }
  /** The government that is sued, also where an agency is designated to answer for it. */
  | { readonly part: "government"; readonly name: string }
  /** An agency that is, or was, designated (出庭指派). */
  | { readonly part: "agency"; readonly organisation: OrganisationId }
  /** The court that hears the case. */
  | { readonly part: "court" }
  /** The bureau (司法局) of the respondent's level, or of the court's district where none is named. */
  | { readonly part: "bureau"; readonly name?: string };

/** A notice not yet addressed. */
export interface NoticeOwed {
  readonly audience: Audience;
  readonly content: NoticeContent;
}

/** One thing to announce, once. */
export interface Obligation extends Step {
  /** The notices, worded for the day on which they leave. */
  readonly notices: (on: CivilDate) => readonly NoticeOwed[];
}

/** An obligation from the moment it is known, a track of its own. */
export function once(key: string, limit: Instant | undefined, notices: readonly NoticeOwed[]): Obligation {
  return { key, track: key, at: AT_ONCE, limit, notices: () => notices };
}

/** The key under which a respondent has been informed of a hearing as it was set. */
export function hearingSentKey({ ordinal, sequence }: Hearing, name: string): string {
  return `hearing:${ordinal}.${sequence}:${name}`;
}

/** The respondent's report while it is owed. */
export function openReport(file: CaseFile, name: string): CaseDeadline | undefined {
  return file.deadlines.find(
    (one) => one.kind === "report" && one.respondent === name && one.status === "open",
  );
}

/** The case as letters show it. */
export function summaryOf(file: CaseFile): CaseSummary {
  const { caseNumber, court, cause, plaintiffs } = file;
  return {
    caseNumber,
    court,
    ...(cause !== undefined && { cause }),
    plaintiffs,
    respondents: stillSued(file).map(({ name }) => name),
  };
}
