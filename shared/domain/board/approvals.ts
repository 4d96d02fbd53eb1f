/** What waits in a case for the government that is sued (待审批): its office's opinion, its leader's approval, an answer to an objection. */
import { approvalRefusal, approvalStep, formOf, openObjection, openStage } from "../case-file/designation.ts";
import type { DesignationStage } from "../case-file/designation-stage.ts";
import { type CaseFile, stillSued } from "../case-file/state.ts";
import type { LinkTarget } from "../notices/frame/link-target.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { Instant } from "../time/time.ts";

/**
 * `opinion`: the office states one (拟办) · `leader`: on it the leader decides · `approval`: one step, whoever the government has do
 * it · `objection`: the designated agency objects (异议), and is answered.
 */
export type ApprovalKind = "opinion" | "leader" | "approval" | "objection";

export interface WaitingApproval {
  readonly kind: ApprovalKind;
  readonly respondent: string;
  readonly stage: DesignationStage;
  /** Whom the bureau proposes, or who objects. */
  readonly agency: string;
  /** Since when it waits. */
  readonly since: Instant;
  /** Where it is done. */
  readonly target: LinkTarget<"approval" | "leader">;
}

/** Whether a leader decides it in person; the rest is the office's. */
export function isLeaders({ kind }: WaitingApproval): boolean {
  return kind === "leader" || kind === "approval";
}

/** What waits for a government in a case, each with the page on which it is done. */
export function approvalsIn(
  file: CaseFile,
  government: OrganisationId,
  now: Instant,
): readonly WaitingApproval[] {
  const stage = openStage(file);
  if (file.void === true || stage === undefined) return [];
  return stillSued(file)
    .filter(({ identity }) => identity?.organisation === government)
    .flatMap(({ name }) => waitingOf(file, name, stage, now) ?? []);
}

function waitingOf(
  file: CaseFile,
  respondent: string,
  stage: DesignationStage,
  now: Instant,
): WaitingApproval | undefined {
  const of = { caseNumber: file.caseNumber, respondent, stage };
  const objection = openObjection(file, respondent, stage);
  if (objection !== undefined)
    return {
      kind: "objection",
      respondent,
      stage,
      agency: file.designations.findLast((one) => one.objection === objection)?.agency.name ?? "",
      since: objection.at,
      target: { task: "approval", ...of },
    };
  const form = formOf(file, respondent, stage);
  const step = approvalStep(form);
  if (form === undefined || step === undefined || approvalRefusal(file, respondent, stage, now) !== undefined)
    return undefined;
  const since = form.opinionReturned?.at ?? (step === "leader" ? form.opinion?.at : undefined) ?? form.at;
  return {
    kind: step === "government" ? "approval" : step === "office" ? "opinion" : "leader",
    respondent,
    stage,
    agency: form.agency.name,
    since,
    target: { task: step === "leader" ? "leader" : "approval", ...of },
  };
}
