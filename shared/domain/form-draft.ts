/**
 * What has somebody begun to fill in and not handed in (草稿)? It is no act: nobody is informed of it, no history has it, and it is
 * gone once the form is handed in, thrown away, or out of date.
 */
import type { CaseNumber } from "./court/case-number.ts";
import type { OrganisationId } from "./organisations/directory.ts";
import { addMinutes, type Instant } from "./time/time.ts";

/** The forms that are kept. */
export type DraftedForm =
  | "report"
  | "filing"
  | "obstacle"
  | "loss-report"
  | "reconciliation"
  | "defence"
  | "extension"
  | "performance";

/** Whose draft of which form it is: the organisation's, by whatever of its links. */
export interface FormDraftRef {
  readonly owner: OrganisationId;
  readonly form: DraftedForm;
  readonly caseNumber: CaseNumber;
  readonly respondent: string;
  /** The hearing it is about: its number, or its day. Another hearing has another draft. */
  readonly sitting: string;
}

/** A draft as it was last saved. */
export interface FormDraft extends FormDraftRef {
  /** 1 at first; one more with each saving. */
  readonly revision: number;
  readonly savedAt: Instant;
  /** Whoever typed a name into it; empty where nobody has. */
  readonly by: string;
  readonly values: Readonly<Record<string, string>>;
  /** Where files uploaded with it lie until it is handed in: known by nothing else. */
  readonly folder: string;
  /** Files that were taken out again, by their version. */
  readonly removed: readonly string[];
}

/** So long a draft is kept after it was saved; a report is due in three days, a filing in two. */
const DRAFT_DAYS = 14;

/** Until when it is kept. */
export function draftKeptUntil({ savedAt }: Pick<FormDraft, "savedAt">): Instant {
  return addMinutes(savedAt, DRAFT_DAYS * 24 * 60);
}

/** A draft that is still kept; what the store hasn't deleted yet is gone all the same. */
export function keptDraft(draft: FormDraft | undefined, now: Instant): FormDraft | undefined {
  return draft !== undefined && now < draftKeptUntil(draft) ? draft : undefined;
}
