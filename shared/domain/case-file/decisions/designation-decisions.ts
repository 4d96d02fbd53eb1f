/** What bureau and government decide of a designation (出庭指派). */

import type { DeskRefusal } from "../../refusal.ts";
import type { Rules } from "../../rules.ts";
import type { DeskAct } from "../commands.ts";
import { openDeadlines } from "../deadlines.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import { approvalRefusal, designationOf, designationRefusal, formOf } from "../designation.ts";
import type { Designation, DesignationStage, HandlingForm } from "../designation-stage.ts";
import type { CaseEvent } from "../events.ts";
import { evolveAll } from "../evolve.ts";
import type { CaseFile } from "../state.ts";

/** 案件办理单 by the bureau. */
export interface SubmitHandlingForm extends DeskAct {
  readonly type: "submit-handling-form";
  readonly stage: DesignationStage;
  readonly form: Pick<HandlingForm, "summary" | "proposal" | "agency">;
}

/** 审批 by the government; a form that is returned says why. */
export interface AnswerHandlingForm extends DeskAct {
  readonly type: "answer-handling-form";
  readonly stage: DesignationStage;
  readonly approved: boolean;
  readonly text: string;
}

/** A form takes the place of the one before; a designation that stands goes on until another is approved. */
export function submitHandlingForm(
  file: CaseFile,
  { at, by, respondent, stage, form }: SubmitHandlingForm,
): Decision<DeskRefusal> {
  const refusal = designationRefusal(file, respondent, stage, at);
  if (refusal !== undefined) return refused(refusal);
  const revision = (formOf(file, respondent, stage)?.revision ?? 0) + 1;
  return accepted({
    type: "handling-form-submitted",
    form: { respondent, stage, revision, at, by, ...form },
  });
}

/** Approval designates, and from that day the agency's report runs; approving the agency that has it already confirms it. */
export function answerHandlingForm(
  file: CaseFile,
  { at, by, respondent, stage, approved, text }: AnswerHandlingForm,
  rules: Rules,
): Decision<DeskRefusal> {
  const refusal = approvalRefusal(file, respondent, stage, at);
  if (refusal !== undefined) return refused(refusal);
  const form = formOf(file, respondent, stage);
  if (form === undefined) return refused({ type: "nothing-to-approve" });
  const answered: CaseEvent = {
    type: "handling-form-answered",
    respondent,
    stage,
    answer: { approved, at, by, text },
  };
  const standing = designationOf(file, respondent, stage);
  if (!approved || standing?.agency.organisation === form.agency.organisation) return accepted(answered);

  const { agency, proposal } = form;
  const ordinal = (standing?.ordinal ?? 0) + 1;
  const designation: Designation = { respondent, stage, ordinal, at, by, agency, proposal };
  const events: readonly CaseEvent[] = [answered, { type: "designation-made", designation }];
  const designated = evolveAll(file, events) ?? file;
  return accepted(...events, ...openDeadlines(designated, at, rules));
}
