/**
 * What a designation (出庭指派) brings about: the form to the bureau, its approval to the government, the order to the
 * agency, the word to one whose designation is withdrawn; and reminders while somebody is waited for.
 */

import {
  approvalStep,
  designationOf,
  formOf,
  formPaper,
  hearingAnswered,
  objectionUntil,
  openStage,
  orderKey,
} from "../case-file/designation.ts";
import type { Designation, DesignationStage, HandlingForm } from "../case-file/designation-stage.ts";
import { startOf } from "../case-file/hearing.ts";
import type { CaseFile, Respondent } from "../case-file/state.ts";
import { defined } from "../defined.ts";
import { openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Rules } from "../rules.ts";
import { addDays, type CivilDate, civilDateAt, daysBetween, type Instant } from "../time/time.ts";
import { type NoticeOwed, type Obligation, once, openReport, summaryOf } from "./obligation.ts";

/** The notices about a respondent's designation; only a government designates. */
export function designationLadder(
  file: CaseFile,
  { name, identity }: Respondent,
  rules: Rules,
): readonly Obligation[] {
  if (identity?.kind !== "government") return [];
  const stage = openStage(file);
  const paper = stage && formPaper(file, stage);
  if (stage === undefined || paper === undefined) return [];
  const { kind: documentKind, receivedAt } = paper;
  const told = once(`form:${documentKind}:${name}`, undefined, [
    {
      audience: { part: "bureau", name },
      content: { kind: "case-handling-form", ...shownOf(file, name, stage), documentKind, receivedAt },
    },
  ]);
  return [
    told,
    ...formNotices(file, name, stage),
    ...designationNotices(file, name, stage, rules),
    ...reminders(file, name, { stage, sentAt: file.sent[told.key], receivedAt }, rules),
  ];
}

/** The government reads what was submitted; the bureau, what was returned. */
function formNotices(file: CaseFile, name: string, stage: DesignationStage): readonly Obligation[] {
  const form = formOf(file, name, stage);
  if (form === undefined) return [];
  const { revision, by, summary, proposal, agency, answer, twoStep, details } = form;
  const shown = shownOf(file, name, stage);
  const paper = formPaper(file, stage);
  const key = `${stage}:${revision}:${name}`;
  if (answer === undefined) {
    const content: NoticeContent = {
      kind: "handling-form-submitted",
      ...shown,
      ...(paper && { paper: { kind: paper.kind, receivedAt: paper.receivedAt } }),
      by,
      summary,
      proposal,
      agency: agency.name,
      ...defined({ twoStep, details }),
    };
    return [
      once(`form-submitted:${key}`, limitOf(file), [{ audience: { part: "government", name }, content }]),
      ...opinionNotices(file, name, form),
    ];
  }
  if (answer.approved) return [];
  const content: NoticeContent = {
    kind: "handling-form-returned",
    ...shown,
    by: answer.by,
    remarks: answer.text,
    agency: agency.name,
  };
  return [once(`form-returned:${key}`, limitOf(file), [{ audience: { part: "bureau", name }, content }])];
}

/** 拟办: the leader is asked by a link of his own, and the office gets one to pass on; returned, the office is asked again. */
function opinionNotices(file: CaseFile, name: string, form: HandlingForm): readonly Obligation[] {
  const { stage, revision, opinion, opinionReturned, summary, proposal, agency } = form;
  if (opinion === undefined) return [];
  const shown = shownOf(file, name, stage);
  const key = `${stage}:${revision}.${opinion.revision}:${name}`;
  const limit = limitOf(file);
  if (opinionReturned !== undefined) {
    const content: NoticeContent = {
      kind: "opinion-returned",
      ...shown,
      by: opinionReturned.by,
      remarks: opinionReturned.text,
      agency: agency.name,
    };
    return [once(`opinion-returned:${key}`, limit, [{ audience: { part: "government", name }, content }])];
  }
  const content = (reader: "leader" | "office"): NoticeContent => ({
    kind: "approval-requested",
    ...shown,
    by: opinion.by,
    opinion: opinion.text,
    head: opinion.head,
    summary,
    proposal,
    agency: agency.name,
    reader,
  });
  return [
    once(`approval-requested:${key}`, limit, [
      { audience: { part: "government", name }, content: content("office") },
      { audience: { part: "respondent", name, role: "head" }, content: content("leader") },
    ]),
  ];
}

/** The order to the agency that holds the designation, and to those before that theirs is withdrawn. */
function designationNotices(
  file: CaseFile,
  name: string,
  stage: DesignationStage,
  rules: Rules,
): readonly Obligation[] {
  const made = file.designations.filter((one) => one.respondent === name && one.stage === stage);
  return made.flatMap((one, index) => {
    const successor = made[index + 1];
    return successor === undefined
      ? [once(orderKey(one), limitOf(file), [order(file, one, rules)]), ...objectionNotices(file, one)]
      : once(`withdrawn:${stage}:${one.ordinal}:${name}`, limitOf(file), [withdrawal(file, one, successor)]);
  });
}

/** 异议: bureau and government hear of it, the agency of what comes of it. */
function objectionNotices(
  file: CaseFile,
  { respondent, stage, ordinal, agency: { organisation, name: agency }, objection }: Designation,
): readonly Obligation[] {
  if (objection === undefined) return [];
  const { by, text: reason, answer } = objection;
  const shown = { ...shownOf(file, respondent, stage), agency };
  const key = `${stage}:${ordinal}:${respondent}`;
  const limit = limitOf(file);
  if (answer === undefined) {
    const to = (reader: "bureau" | "government"): NoticeOwed => ({
      audience: { part: reader, name: respondent },
      content: { kind: "designation-objection", ...shown, by, reason, reader },
    });
    return [once(`objection:${key}`, limit, [to("government"), to("bureau")])];
  }
  const content = (reader: "agency" | "bureau"): NoticeContent => ({
    kind: "objection-answered",
    ...shown,
    kept: answer.kept,
    by: answer.by,
    text: answer.text,
    reader,
  });
  const told: NoticeOwed = { audience: { part: "agency", organisation }, content: content("agency") };
  const asked: NoticeOwed = { audience: { part: "bureau", name: respondent }, content: content("bureau") };
  return [once(`objection-answered:${key}`, limit, answer.kept ? [told] : [told, asked])];
}

function order(file: CaseFile, designation: Designation, rules: Rules): NoticeOwed {
  const { respondent, stage, agency, proposal, by, at, head } = designation;
  const report = stage === "instance" ? openReport(file, respondent)?.deadline : undefined;
  return {
    audience: { part: "agency", organisation: agency.organisation },
    content: {
      kind: "designation-order",
      ...shownOf(file, respondent, stage, designation),
      agency: agency.name,
      on: civilDateAt(at),
      by,
      proposal,
      ...(report && { report }),
      ...defined({ head }),
      ...(report && { objectUntil: objectionUntil({ at }, rules) }),
    },
  };
}

function withdrawal(file: CaseFile, former: Designation, { agency }: Designation): NoticeOwed {
  const { respondent, stage } = former;
  return {
    audience: { part: "agency", organisation: former.agency.organisation },
    content: {
      kind: "designation-withdrawn",
      ...shownOf(file, respondent, stage, former),
      agency: former.agency.name,
      successor: agency.name,
    },
  };
}

interface Standing {
  readonly stage: DesignationStage;
  /** When the bureau got the form; nobody is reminded of what they haven't been informed of. */
  readonly sentAt: Instant | undefined;
  readonly receivedAt: Instant;
}

/** While the bureau's form or the government's answer is waited for: after some days, and when the hearing nears. */
function reminders(
  file: CaseFile,
  name: string,
  { stage, sentAt, receivedAt }: Standing,
  { policy, calendar }: Rules,
): readonly Obligation[] {
  const form = formOf(file, name, stage);
  const waitsFor = waitingFor(form, designationOf(file, name, stage));
  const isLeaders = approvalStep(form) === "leader";
  if (waitsFor === undefined || sentAt === undefined) return [];
  const since = civilDateAt(
    waitsFor === "government" && form !== undefined ? form.at : (form?.answer?.at ?? receivedAt),
  );
  const limit = limitOf(file);
  const revision = form?.revision ?? 0;
  // One track, so that a morning on which both fall brings one mail.
  const track = `designation-due:${stage}:${name}`;
  const notices =
    (...to: readonly ("bureau" | "government")[]) =>
    (on: CivilDate) =>
      to.map(
        (part): NoticeOwed => ({
          audience: { part, name },
          content: {
            kind: "designation-due",
            ...shownOf(file, name, stage),
            waitsFor,
            copy: part !== waitsFor,
            ...(isLeaders && { step: "leader" as const }),
            daysWaiting: daysBetween(since, on),
            ...(file.state === "awaiting-hearing" && { daysLeft: daysBetween(on, file.hearing.date) }),
          },
        }),
      );
  const idle = policy.designation.remindAfter.map(
    (days): Obligation => ({
      key: `designation-idle:${stage}:${revision}:${waitsFor}:${days}:${name}`,
      track,
      at: openingOn(workingDayFrom(addDays(since, days), 1, calendar), policy),
      limit,
      notices: notices(waitsFor),
    }),
  );
  const near =
    file.state !== "awaiting-hearing"
      ? []
      : policy.designation.beforeHearing.map(
          (days): Obligation => ({
            key: `designation-near:${file.hearing.ordinal}:${days}:${name}`,
            track,
            at: openingOn(workingDayFrom(addDays(file.hearing.date, -days), -1, calendar), policy),
            limit,
            notices: notices("bureau", "government"),
          }),
        );
  // In the last hours before the hearing somebody telephones; a mail asks for what can't be done any more.
  const isLastMinute = (at: Instant) =>
    file.state === "awaiting-hearing" && civilDateAt(at) >= file.hearing.date;
  return [...idle, ...near].filter(({ at }) => at > sentAt && !isLastMinute(at));
}

/** Who has to act; nobody while an agency is designated and no change of it is proposed. */
function waitingFor(
  form: HandlingForm | undefined,
  standing: Designation | undefined,
): "bureau" | "government" | undefined {
  if (form !== undefined && form.answer === undefined) return "government";
  return standing === undefined ? "bureau" : undefined;
}

function shownOf(file: CaseFile, respondent: string, stage: DesignationStage, designation?: Designation) {
  return {
    case: summaryOf(file),
    respondent,
    stage,
    ...(file.state === "awaiting-hearing" && {
      hearing: hearingAnswered(file, respondent, file.hearing, designation),
    }),
  };
}

function limitOf(file: CaseFile): Instant | undefined {
  return file.state === "awaiting-hearing" ? startOf(file.hearing) : undefined;
}
