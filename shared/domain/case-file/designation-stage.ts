/**
 * What is written down when a government designates the agency that answers for it (出庭指派): the form, its approval,
 * the designation.
 */
import type { OrganisationId } from "../organisations/directory.ts";
import type { Instant } from "../time/time.ts";
import type { Remark } from "./proof-file.ts";

/** instance: this case is answered. appeal: it was heard, and what is answered is the appeal against it. */
export type DesignationStage = "instance" | "appeal";

/** Whether a text names a stage. */
export function isDesignationStage(text: string): text is DesignationStage {
  return text === "instance" || text === "appeal";
}

/** An agency by its name in the directory when it was named. */
export interface NamedAgency {
  readonly organisation: OrganisationId;
  readonly name: string;
}

/** 案件办理单, as the bureau submits it. */
export interface HandlingForm {
  /** The government, as the court writes it. */
  readonly respondent: string;
  readonly stage: DesignationStage;
  /** 1 for the first; one more with each that takes its place. */
  readonly revision: number;
  readonly at: Instant;
  /** Who filled it in, as typed. */
  readonly by: string;
  /** 案情摘要. */
  readonly summary: string;
  /** 应诉建议. */
  readonly proposal: string;
  /** 拟指派单位. */
  readonly agency: NamedAgency;
  readonly answer?: FormAnswer;
}

/** 审批意见: 同意, or 退回 with remarks. */
export interface FormAnswer extends Remark {
  readonly approved: boolean;
}

/** 指派: who answers for the government from here on. */
export interface Designation {
  readonly respondent: string;
  readonly stage: DesignationStage;
  /** 1 for the first of this respondent and stage. */
  readonly ordinal: number;
  readonly at: Instant;
  /** Who approved it, as typed. */
  readonly by: string;
  readonly agency: NamedAgency;
  /** 应诉建议 as approved, which its order carries. */
  readonly proposal: string;
}
