/** What bureau and government decide of a designation (出庭指派). */

import { defined } from "../../defined.ts";
import type { DeskRefusal } from "../../refusal.ts";
import type { Rules } from "../../rules.ts";
import type { DeskAct } from "../commands.ts";
import { openDeadlines } from "../deadlines.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import {
  approvalRefusal,
  designationOf,
  designationRefusal,
  formOf,
  objectionRefusal,
  openObjection,
} from "../designation.ts";
import type { Designation, DesignationStage, HandlingForm } from "../designation-stage.ts";
import type { CaseEvent } from "../events.ts";
import { evolveAll } from "../evolving/evolve.ts";
import type { Person } from "../report.ts";
import type { CaseFile } from "../state.ts";

/** 案件办理单 by the bureau. */
export interface SubmitHandlingForm extends DeskAct {
  readonly type: "submit-handling-form";
  readonly stage: DesignationStage;
  readonly form: Pick<HandlingForm, "summary" | "proposal" | "agency" | "details">;
}

/** 拟办 by the government's office, where there are two steps. */
export interface ProposeApproval extends DeskAct {
  readonly type: "propose-approval";
  readonly stage: DesignationStage;
  readonly text: string;
  readonly head: Person;
}

/** 审批 by the government, or its leader; what is returned says why. */
export interface AnswerHandlingForm extends DeskAct {
  readonly type: "answer-handling-form";
  readonly stage: DesignationStage;
  readonly approved: boolean;
  readonly text: string;
  /** 出庭负责人. */
  readonly head?: Person;
}

/** The leader wants another opinion of the office. */
export interface ReturnOpinion extends DeskAct {
  readonly type: "return-opinion";
  readonly stage: DesignationStage;
  readonly text: string;
}

/** 指派异议. */
export interface ObjectToDesignation extends DeskAct {
  readonly type: "object-to-designation";
  readonly text: string;
}

/** 异议答复. */
export interface AnswerObjection extends DeskAct {
  readonly type: "answer-objection";
  readonly stage: DesignationStage;
  readonly kept: boolean;
  readonly text: string;
}

/** A form takes the place of the one before; a designation that stands goes on until another is approved. */
export function submitHandlingForm(
  file: CaseFile,
  { at, by, respondent, stage, form }: SubmitHandlingForm,
  { policy }: Rules,
): Decision<DeskRefusal> {
  const refusal = designationRefusal(file, respondent, stage, at);
  if (refusal !== undefined) return refused(refusal);
  const revision = (formOf(file, respondent, stage)?.revision ?? 0) + 1;
  return accepted({
    type: "handling-form-submitted",
    form: {
      respondent,
      stage,
      revision,
      at,
      by,
      ...form,
      ...(policy.designation.approval === "two-step" && { twoStep: true }),
    },
  });
}

/** 拟办: the leader has the word then. */
export function proposeApproval(
  file: CaseFile,
  { at, by, respondent, stage, text, head }: ProposeApproval,
): Decision<DeskRefusal> {
  const refusal = approvalRefusal(file, respondent, stage, at, ["office"]);
  if (refusal !== undefined) return refused(refusal);
  const revision = (formOf(file, respondent, stage)?.opinion?.revision ?? 0) + 1;
  const opinion = { at, by, text, head, revision };
  return accepted({ type: "handling-form-proposed", respondent, stage, opinion });
}

/** The office has the word again. */
export function returnOpinion(
  file: CaseFile,
  { at, by, respondent, stage, text }: ReturnOpinion,
): Decision<DeskRefusal> {
  const refusal = approvalRefusal(file, respondent, stage, at, ["leader"]);
  if (refusal !== undefined) return refused(refusal);
  return accepted({ type: "opinion-returned", respondent, stage, remark: { at, by, text } });
}

/** The designation stands until the government says otherwise. */
export function objectToDesignation(
  file: CaseFile,
  { at, by, respondent, text }: ObjectToDesignation,
  rules: Rules,
): Decision<DeskRefusal> {
  const refusal = objectionRefusal(file, respondent, at, rules);
  if (refusal !== undefined) return refused(refusal);
  return accepted({
    type: "designation-objected",
    respondent,
    stage: "instance",
    remark: { at, by, text },
  });
}

/** 维持, or 改派, for which the bureau proposes another agency. */
export function answerObjection(
  file: CaseFile,
  { at, by, respondent, stage, kept, text }: AnswerObjection,
): Decision<DeskRefusal> {
  if (openObjection(file, respondent, stage) === undefined) return refused({ type: "nothing-to-approve" });
  return accepted({ type: "objection-answered", respondent, stage, answer: { at, by, text, kept } });
}

/** Approval designates, and from that day the agency's report runs; approving the agency that has it already confirms it. */
export function answerHandlingForm(
  file: CaseFile,
  { at, by, respondent, stage, approved, text, head: named }: AnswerHandlingForm,
  rules: Rules,
): Decision<DeskRefusal> {
  const refusal = approvalRefusal(file, respondent, stage, at);
  if (refusal !== undefined) return refused(refusal);
  const form = formOf(file, respondent, stage);
  if (form === undefined) return refused({ type: "nothing-to-approve" });
  const head = approved ? (named ?? form.opinion?.head) : undefined;
  const answered: CaseEvent = {
    type: "handling-form-answered",
    respondent,
    stage,
    answer: { approved, at, by, text, ...defined({ head }) },
  };
  const standing = designationOf(file, respondent, stage);
  if (!approved || standing?.agency.organisation === form.agency.organisation) return accepted(answered);

  const { agency, proposal } = form;
  const ordinal = (standing?.ordinal ?? 0) + 1;
  const designation: Designation = {
    respondent,
    stage,
    ordinal,
    at,
    by,
    agency,
    proposal,
    ...defined({ head }),
  };
  const events: readonly CaseEvent[] = [answered, { type: "designation-made", designation }];
  const designated = evolveAll(file, events) ?? file;
  return accepted(...events, ...openDeadlines(designated, at, rules));
}
