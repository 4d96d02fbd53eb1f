/** The links that notices carry, by what they are about: a case, its designation, a sitting, an entry of a programme. */
import type { DesignationStage } from "../../case-file/designation-stage.ts";
import type { DutyKind } from "../../time/deadline.ts";
import type { CivilDate, Year } from "../../time/time.ts";
import type { LinkTarget } from "./link-target.ts";
import type { AboutCase } from "./shown.ts";

/** What a respondent owes, or its bureau may do about that. */
export function caseLink(
  task: "report" | "filing" | "supervision" | "loss-review",
  { case: { caseNumber }, respondent }: AboutCase,
): LinkTarget {
  return { task, caseNumber, respondent };
}

/** What a respondent owes beside its sittings. */
export function dutyLink({
  case: { caseNumber },
  respondent,
  duty,
  subject,
}: AboutCase & { readonly duty: DutyKind; readonly subject?: string }): LinkTarget {
  return { task: "duty", caseNumber, respondent, duty, ...(subject !== undefined && { subject }) };
}

/** 案件办理单 and its approval. */
export function designationLink(
  task: "designation" | "approval" | "leader",
  { case: { caseNumber }, respondent, stage }: AboutCase & { readonly stage: DesignationStage },
): LinkTarget {
  return { task, caseNumber, respondent, stage };
}

/** 核对 of a sitting. */
export function sittingLink({
  case: { caseNumber },
  respondent,
  sitting,
}: AboutCase & { readonly sitting: CivilDate }): LinkTarget {
  return { task: "reconciliation", caseNumber, respondent, sitting };
}

/** 整改, 司法建议 and 考核. */
export function entryLink(
  task: "correction" | "suggestion" | "assessment",
  { jurisdiction, year, id }: { readonly jurisdiction: string; readonly year: Year; readonly id: string },
): LinkTarget {
  return { task, jurisdiction, year, id };
}
