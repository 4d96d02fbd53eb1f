/**
 * What is written down when a government designates the agency that answers for it (出庭指派): the form, its approval,
 * the designation.
 */

import type { HandlingDetails } from "../handling/handling-details.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { Remark } from "../proof-file.ts";
import type { Instant } from "../time/time.ts";
import type { Person } from "./report.ts";

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
  /** The further fields that were filled in. */
  readonly details?: HandlingDetails;
  /** The government wants two steps: its office states an opinion, then its leader decides. */
  readonly twoStep?: true;
  /** 拟办, in two steps. */
  readonly opinion?: OfficeOpinion;
  /** The leader wants another opinion. */
  readonly opinionReturned?: Remark;
  readonly answer?: FormAnswer;
}

/** 拟办意见 of the government's office, with the leader who is to appear (拟出庭负责人). */
export interface OfficeOpinion extends Remark {
  /** 1 for the first; one more with each that takes its place. */
  readonly revision: number;
  readonly head: Person;
}

/** 审批意见: 同意, or 退回 with remarks. */
export interface FormAnswer extends Remark {
  readonly approved: boolean;
  /** 出庭负责人, where the approval names one. */
  readonly head?: Person;
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
  /** 出庭负责人, where the approval names one. */
  readonly head?: Person;
  /** 异议 of the agency. */
  readonly objection?: Objection;
}

/** 异议 of a designated agency, and what the government says to it. */
export interface Objection extends Remark {
  readonly answer?: Remark & {
    /** 维持; else the bureau proposes another agency, and until that is approved the designation stands. */
    readonly kept: boolean;
  };
}
