/** One thing a case obliges the system to announce, and the words its makers share. */

import type { Hearing } from "../case-file/hearing.ts";
import { type CaseDeadline, type CaseFile, stillSued } from "../case-file/state.ts";
import type { DigestNews } from "../notices/digest.ts";
import type { CaseSummary } from "../notices/frame/shown.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Audience } from "../organisations/audience.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import { AT_ONCE, type Step } from "./ladder.ts";

/** A notice not yet addressed. */
export interface NoticeOwed {
  readonly audience: Audience;
  readonly content: NoticeContent;
}

/** A line in the next digest of a respondent's bureau; this morning's, where it has not been folded yet. */
export interface LineOwed {
  readonly respondent: string;
  readonly news: DigestNews;
}

/** One thing to announce, once. */
export interface Obligation extends Step {
  /** It waits for its agency's one mail of the day. */
  readonly waits?: true;
  /** The notices, worded for the day on which they leave. */
  readonly notices: (on: CivilDate) => readonly NoticeOwed[];
  /** What the bureau reads of it in its digest. Where there are no notices, it is announced once such a line has a reader. */
  readonly lines?: (now: Instant) => readonly LineOwed[];
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
    ...(file.courtStaff !== undefined && { staff: file.courtStaff }),
  };
}
