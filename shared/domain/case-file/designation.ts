/**
 * 出庭指派: where a government itself is sued, its bureau fills in the case handling form (案件办理单), the government
 * approves or returns it, and the agency it designates prepares the case and appears for it. The government stays the
 * respondent: only its own head counts as a head (法释〔2020〕3号 §2), the agency's people are staff (行诉解释 §130).
 */
import { instanceOf } from "../court/case-number.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { DeskRefusal } from "../refusal.ts";
import type { Rules } from "../rules.ts";
import { lastDayOf } from "../time/deadline.ts";
import { type CivilDate, civilDateAt, type Instant } from "../time/time.ts";
import type { Designation, DesignationStage, HandlingForm, Objection } from "./designation-stage.ts";
import { CHANGE_AND_CANCELLATION, type Hearing, startOf } from "./hearing.ts";
import type { CaseFile, FiledDocument, Respondent } from "./state.ts";

type Designated = Pick<CaseFile, "designations">;

/** The newest form of a government. */
export function formOf(
  { handlingForms }: Pick<CaseFile, "handlingForms">,
  respondent: string,
  stage: DesignationStage,
): HandlingForm | undefined {
  return handlingForms.find((one) => one.respondent === respondent && one.stage === stage);
}

/**
 * What was said of the same government in the instance before: of the appeal, else of the case. Each instance is
 * designated anew, but seldom differently.
 */
export function formBefore(
  before: Pick<CaseFile, "handlingForms" | "respondents">,
  sued: Respondent,
): HandlingForm | undefined {
  const same = before.respondents.find(
    ({ name, identity }) =>
      name === sued.name || (identity !== undefined && identity.organisation === sued.identity?.organisation),
  );
  return same && (formOf(before, same.name, "appeal") ?? formOf(before, same.name, "instance"));
}

/** The designation that holds; every later one takes the former's place. */
export function designationOf(
  { designations }: Designated,
  respondent: string,
  stage: DesignationStage = "instance",
): Designation | undefined {
  return designations.findLast((one) => one.respondent === respondent && one.stage === stage);
}

/**
 * A hearing as the calendars of whoever answers for the respondent know it: each designation counts as a change and a cancellation, so
 * that an agency that is designated again after its entry was called off has it back (RFC 5546 §2.1.4).
 */
export function hearingAnswered<One extends Pick<Hearing, "sequence">>(
  file: Designated,
  respondent: string,
  hearing: One,
  { ordinal } = designationOf(file, respondent) ?? { ordinal: 1 },
): One {
  return { ...hearing, sequence: hearing.sequence + CHANGE_AND_CANCELLATION * (ordinal - 1) };
}

/** The key under which the agency has been informed of its designation. */
export function orderKey({ respondent, stage, ordinal }: Designation): string {
  return `designated:${stage}:${ordinal}:${respondent}`;
}

/** Who is addressed for a respondent, reports and files for it: the agency designated, else the respondent itself. */
export function responderOf(
  file: Designated & Pick<CaseFile, "respondents">,
  respondent: string,
): OrganisationId | undefined {
  const sued = file.respondents.find(({ name }) => name === respondent);
  return designationOf(file, respondent)?.agency.organisation ?? sued?.identity?.organisation;
}

/** Whether an organisation was designated for a respondent and is no longer. */
export function wasDesignated(file: CaseFile, respondent: string, organisation: OrganisationId): boolean {
  return (
    responderOf(file, respondent) !== organisation &&
    file.designations.some(
      (one) =>
        one.respondent === respondent && one.stage === "instance" && one.agency.organisation === organisation,
    )
  );
}

/**
 * What the case stands at: once a first instance was heard, or came to light by the appeal against it, only that
 * appeal is left to answer.
 */
export function stageOf(file: Pick<CaseFile, "state" | "caseNumber" | "appealedOn">): DesignationStage {
  if (instanceOf(file.caseNumber) !== "first") return "instance";
  const appealed = file.state === "registered" && file.appealedOn !== undefined;
  return isOver(file) || appealed ? "appeal" : "instance";
}

/** Whether nothing is left to answer in this instance. */
function isOver({ state }: Pick<CaseFile, "state">): boolean {
  return state === "heard" || state === "closed";
}

/** The stage at which somebody is to be designated; undefined where nothing is left to answer. */
export function openStage(file: CaseFile): DesignationStage | undefined {
  const stage = stageOf(file);
  return stage === "instance" && isOver(file) ? undefined : stage;
}

/** The paper a form is made from: what first brought the case, or the appeal against it. */
export function formPaper(
  { documents }: Pick<CaseFile, "documents">,
  stage: DesignationStage,
): (FiledDocument & { readonly kind: "summons" | "appearance-notice" | "appeal" }) | undefined {
  for (const document of documents) {
    const { kind } = document;
    if (kind === "appeal") return { ...document, kind };
    if (stage === "instance" && (kind === "summons" || kind === "appearance-notice"))
      return { ...document, kind };
  }
  return undefined;
}

/** Why nobody can be designated now; undefined where somebody can. */
export function designationRefusal(
  file: CaseFile,
  respondent: string,
  stage: DesignationStage,
  now: Instant,
): DeskRefusal | undefined {
  const sued = file.respondents.find(({ name }) => name === respondent);
  if (sued?.identity?.kind !== "government") return { type: "not-government" };
  const begun = file.state === "awaiting-hearing" && now >= startOf(file.hearing);
  if (stage !== openStage(file) || begun) return { type: "designation-too-late" };
  return formPaper(file, stage) === undefined ? { type: "designation-too-late" } : undefined;
}

/** Whose turn it is with a form that isn't answered: the office's and then the leader's where there are two steps. */
export function approvalStep(form: HandlingForm | undefined): ApprovalStep | undefined {
  if (form === undefined || form.answer !== undefined) return undefined;
  if (form.twoStep !== true) return "government";
  return form.opinion === undefined || form.opinionReturned !== undefined ? "office" : "leader";
}

/** `government`: in one step. */
export type ApprovalStep = "government" | "office" | "leader";

/** Why there is nothing to approve now, at one of these steps; undefined where there is. */
export function approvalRefusal(
  file: CaseFile,
  respondent: string,
  stage: DesignationStage,
  now: Instant,
  steps: readonly ApprovalStep[] = ["government", "office", "leader"],
): DeskRefusal | undefined {
  const step = approvalStep(formOf(file, respondent, stage));
  if (step === undefined || !steps.includes(step)) return { type: "nothing-to-approve" };
  return designationRefusal(file, respondent, stage, now);
}

/** The objection (异议) that waits for the government; none once another form is under way, which answers it. */
export function openObjection(
  file: CaseFile,
  respondent: string,
  stage: DesignationStage,
): Objection | undefined {
  const designation = designationOf(file, respondent, stage);
  const { objection } = designation ?? {};
  if (objection === undefined || objection.answer !== undefined) return undefined;
  const form = formOf(file, respondent, stage);
  return form !== undefined && form.at > objection.at ? undefined : objection;
}

/** Until when the agency may object. */
export function objectionUntil({ at }: Pick<Designation, "at">, { policy, calendar }: Rules): CivilDate {
  return lastDayOf(civilDateAt(at), policy.designation.objectionDays, calendar);
}

/** Why the agency can't object now; undefined where it can. */
export function objectionRefusal(
  file: CaseFile,
  respondent: string,
  now: Instant,
  rules: Rules,
): DeskRefusal | undefined {
  const designation = designationOf(file, respondent);
  if (designation === undefined) return { type: "not-designated" };
  if (designation.objection !== undefined) return { type: "objection-open" };
  if (civilDateAt(now) > objectionUntil(designation, rules)) return { type: "objection-late" };
  return designationRefusal(file, respondent, "instance", now);
}
