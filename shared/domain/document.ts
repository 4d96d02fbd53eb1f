/**
 * What the system remembers of a document: which upload it came with, what was read, and what became of it.
 */
import type { CaseNumber } from "./court/case-number.ts";
import type { FileNews } from "./file-news.ts";
import type { OrganisationId } from "./organisations/directory.ts";
import type { Doubt, Rejection } from "./refusal.ts";
import type { Instant } from "./time/time.ts";

/** A document that waits for a person (人工复核), as a board lists it. */
export interface WaitingReview {
  readonly sha256: string;
  readonly kind: string;
  readonly key: string;
  readonly receivedAt: Instant;
  readonly caseNumbers: readonly CaseNumber[];
  /** It waits again: its review was taken back. */
  readonly again?: string;
}

/** What became of a document. */
export interface DocumentRecord {
  readonly sha256: string;
  readonly state: "read" | "needs-review" | "rejected";
  readonly kind: string;
  readonly caseNumbers: readonly CaseNumber[];
  /** Why it was rejected. */
  readonly rejection?: Rejection;
  /** Why it waits for a person. */
  readonly doubts?: readonly Doubt[];
  /** While it waits for a person, and of a court's report: all that was read in it, facts with their spans, in JSON. */
  readonly reading?: string;
  /** The bureau that looks at it while it waits. */
  readonly bureau?: OrganisationId;
  /** With it, the text it was read from. */
  readonly text?: string;
  readonly firstUpload: Upload;
  /** 人工复核: who settled it, and what it was before, to which it returns if that is taken back (撤回). */
  readonly reviewed?: DocumentReview;
  /** Why it waits again: the cause of the review that was taken back. */
  readonly again?: string;
}

/** A person's review, with what it was made on. */
export interface DocumentReview {
  readonly at: Instant;
  readonly by: string;
  readonly cause: string;
  readonly was: Pick<DocumentRecord, "kind" | "caseNumbers" | "doubts" | "reading" | "text">;
}

/** One version of one object in the inbox bucket. */
export interface Upload {
  readonly key: string;
  readonly versionId: string;
  readonly at: Instant;
}

/** The largest file that is read; a court paper has a few hundred KB. */
export const MOST_MEGABYTES = 30;

/** An upload and the document it turned out to be. */
export interface SettledUpload extends Upload {
  readonly sha256: string;
  /** What its sender is told of it; none of an archive, whose files have answers of their own. */
  readonly answer?: FileNews;
}
