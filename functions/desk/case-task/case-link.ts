/** Which links are for a task on one respondent's case? */
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";

/** A link about a case. */
export type CaseLink = Link<
  | "report"
  | "filing"
  | "duty"
  | "supervision"
  | "loss-review"
  | "designation"
  | "approval"
  | "leader"
  | "appeal-approval"
  | "orders"
  | "judgment-note"
  | "call-classes"
  | "principal-absence"
>;
