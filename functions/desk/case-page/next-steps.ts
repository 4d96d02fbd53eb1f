/** From a case's page to what its viewer can do in it now: each step opens its room by a link made for it. */
import { html } from "hono/html";
import { obstaclesOf } from "../../../shared/domain/case-file/before-hearing.ts";
import { sittingToFile } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import {
  approvalRefusal,
  ordersRefusal,
} from "../../../shared/domain/case-file/decisions/judgment-desk-decisions.ts";
import { lossVerdictRefusal } from "../../../shared/domain/case-file/decisions/loss-decisions.ts";
import { obstacleRefusal } from "../../../shared/domain/case-file/decisions/obstacle-decisions.ts";
import {
  absenceRefusal,
  choiceRefusal,
} from "../../../shared/domain/case-file/decisions/principal-decisions.ts";
import { reportRefusal } from "../../../shared/domain/case-file/decisions/report-refusal.ts";
import {
  approvalStep,
  designationOf,
  designationRefusal,
  formOf,
  openObjection,
  responderOf,
  stageOf,
} from "../../../shared/domain/case-file/designation.ts";
import { approverOf } from "../../../shared/domain/case-file/duties/judgment-duties.ts";
import { proposedActs } from "../../../shared/domain/case-file/judgment.ts";
import { openDifferences } from "../../../shared/domain/case-file/reconciliation.ts";
import { filingOf, reportOf } from "../../../shared/domain/case-file/reports.ts";
import { type CaseFile, type Respondent, stillSued } from "../../../shared/domain/case-file/state.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { DUTY_RULES } from "../../../shared/domain/duties/duty-rules.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import { targetKey } from "../../../shared/domain/notices/desk-link.ts";
import type { Link, LinkTarget } from "../../../shared/domain/notices/frame/link-target.ts";
import { speaksFor } from "../../../shared/domain/obligations/case-duties.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { addMinutes, type Instant } from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { periodName } from "../../../shared/letters/wording/history-wording.ts";
import type { Markup } from "../frame/page.ts";
import { linkPlace } from "../frame/place.ts";
import type { DeskPorts, Visit } from "../frame/room.ts";
import type { CaseViewer, ViewedCase } from "./viewer.ts";

/** One thing that can be done, in words, and what its link is for. */
interface Step {
  readonly words: string;
  readonly target: LinkTarget;
}

/** The steps as links; nothing where nothing is to be done. */
export async function stepsView(
  { keys, now, rules }: Pick<DeskPorts, "keys" | "now" | "rules">,
  visit: Visit,
  { file, involved, viewer }: ViewedCase,
): Promise<Markup> {
  const own = ({ target }: Step) =>
    viewer.role !== "bureau" || bureauFor(involved, target) === viewer.organisation.id;
  const steps = [
    ...stepsOf(file, viewer, now()),
    ...file.respondents.flatMap((one) => approvalSteps(file, one, viewer, rules)),
    ...principalSteps(file, involved, viewer, now()),
  ].filter(own);
  if (steps.length === 0) return html``;
  const signing = await keys();
  const expires = addMinutes(now(), rules.policy.links.caseDays * 24 * 60);
  const recipient = viewer.organisation.id;
  const places = steps.map(({ words, target }) => {
    // Of this state of the case: once it was used and the case has moved on, the next step has a link of its own.
    const nonce = identityOf("case page", targetKey(target), recipient, String(file.version));
    const link = { ...target, recipient, expires, nonce } as Link;
    return { words, place: linkPlace(visit, signing, link) };
  });
  return html`<section aria-labelledby="steps"><h2 id="steps">可以办理</h2><ul>${places.map(({ words, place }) => html`<li><a href="${place}">${words}</a></li>`)}</ul></section>`;
}

/** A county's matter is done by its own bureau; the city's looks on. */
function bureauFor({ respondents, bureau }: ViewedCase["involved"], target: LinkTarget) {
  const respondent = "respondent" in target ? target.respondent : "";
  return (respondents.get(respondent)?.bureau ?? bureau)?.id;
}

function stepsOf(file: CaseFile, viewer: CaseViewer, now: Instant): readonly Step[] {
  switch (viewer.role) {
    case "bureau":
      return [...callSteps(file), ...file.respondents.flatMap(({ name }) => bureausSteps(file, name, now))];
    case "agency":
      return viewer.names.flatMap((name) => agencysSteps(file, name, viewer, now));
    case "court":
      return file.respondents.flatMap(({ name }) => [
        ...obstacles(file, name, now),
        ...defenceSteps(file, name),
        ...differences(file, name),
        ...judgmentSteps(file, name, "court"),
      ]);
    case "government":
      return [];
    default:
      return viewer.role satisfies never;
  }
}

/** The class of the case, and whose principals are to come: one step of the case, by its first respondent. */
function callSteps(file: CaseFile): readonly Step[] {
  const [first] = stillSued(file);
  if (first === undefined || choiceRefusal(file) !== undefined) return [];
  const { caseNumber } = file;
  const target = { task: "call-classes", caseNumber, respondent: first.name } as const;
  return [{ words: "登记案件类别、要求正职出庭", target }];
}

/** Whose principal may stay away, for the superior that says so. */
function principalSteps(
  file: CaseFile,
  { respondents }: ViewedCase["involved"],
  { organisation }: CaseViewer,
  now: Instant,
): readonly Step[] {
  const { caseNumber } = file;
  return stillSued(file)
    .filter(
      ({ name }) =>
        respondents.get(name)?.superior?.id === organisation.id &&
        absenceRefusal(file, name, now) === undefined,
    )
    .map(({ name: respondent }) => ({
      words: `批复${respondent}正职不出庭的说明`,
      target: { task: "principal-absence", caseNumber, respondent },
    }));
}

function bureausSteps(file: CaseFile, respondent: string, now: Instant): readonly Step[] {
  const { caseNumber } = file;
  const of = { caseNumber, respondent };
  const stage = stageOf(file);
  const report = reportOf(file, respondent);
  const form = formOf(file, respondent, stage);
  const formWaits = form === undefined || form.answer?.approved === false;
  const isAhead = reportRefusal(file, now) === undefined;
  const steps: readonly (Step | undefined)[] = [
    isAhead && report !== undefined && report.returned === undefined
      ? { words: `审阅${respondent}三日报告`, target: { task: "supervision", ...of } }
      : undefined,
    lossVerdictRefusal(file, respondent) === undefined
      ? { words: `审核${respondent}败诉案件报告`, target: { task: "loss-review", ...of } }
      : undefined,
    designationRefusal(file, respondent, stage, now) === undefined
      ? {
          words: `${formWaits ? "填写" : "更改"}${respondent}案件办理单`,
          target: { task: "designation", ...of, stage },
        }
      : undefined,
  ];
  // What a government owes beside the sittings is its bureau's until somebody is designated.
  const isOwn = stage === "instance" && designationOf(file, respondent) === undefined;
  const kind = file.respondents.find(({ name }) => name === respondent)?.identity?.kind;
  return [
    ...steps.filter((one) => one !== undefined),
    ...(isOwn && kind === "government" ? dutySteps(file, respondent) : []),
    ...differences(file, respondent),
    ...judgmentSteps(file, respondent, "bureau"),
  ];
}

/** 裁判送达、生效、履行, 履行事项核定: what each side says of a judgment. */
function judgmentSteps(
  file: CaseFile,
  respondent: string,
  role: "court" | "bureau" | "agency",
): readonly Step[] {
  const of = { caseNumber: file.caseNumber, respondent };
  const first = file.respondents[0]?.name === respondent;
  const acts = proposedActs(file);
  const steps: readonly (Step | undefined)[] = [
    first && file.judgment?.given !== undefined && (role === "court" || role === "bureau")
      ? { words: "登记裁判送达、生效和履行", target: { task: "judgment-note", ...of } }
      : undefined,
    (role === "bureau" || role === "agency") && acts.length > 0 && ordersRefusal(file) === undefined
      ? {
          words: `${file.judgment?.orders === undefined ? "核定" : "更正"}${respondent}履行事项`,
          target: { task: "orders", ...of },
        }
      : undefined,
  ];
  return steps.filter((one) => one !== undefined);
}

/** 上诉决定审批, by the government that is sued or the bureau; an agency's own leader has approved what he is named for. */
function approvalSteps(
  file: CaseFile,
  respondent: Respondent,
  { role, organisation }: CaseViewer,
  rules: Pick<Rules, "policy">,
): readonly Step[] {
  const approver = approverOf(respondent, rules);
  const isTheirs =
    approver === "government"
      ? respondent.identity?.organisation === organisation.id
      : approver === "bureau" && role === "bureau";
  const { name } = respondent;
  if (!isTheirs || approvalRefusal(file, name) !== undefined) return [];
  const target = { task: "appeal-approval", caseNumber: file.caseNumber, respondent: name } as const;
  return [{ words: `审批${name}上诉决定`, target }];
}

function agencysSteps(
  file: CaseFile,
  respondent: string,
  { organisation: { id } }: CaseViewer,
  now: Instant,
): readonly Step[] {
  const { caseNumber } = file;
  const of = { caseNumber, respondent };
  const isSued = stillSued(file).some(({ name }) => name === respondent);
  const sitting = sittingToFile(file, respondent, now);
  const answers = responderOf(file, respondent) === id;
  const stage = stageOf(file);
  const form = formOf(file, respondent, stage);
  const sued = file.respondents.find(({ name }) => name === respondent);
  const step = approvalStep(form);
  const objects = openObjection(file, respondent, stage) !== undefined;
  const approves =
    sued?.identity?.organisation === id &&
    designationRefusal(file, respondent, stage, now) === undefined &&
    (step !== undefined || objects);
  const again = (done: boolean) => (done ? "更正" : "填写");
  const steps: readonly (Step | undefined)[] = [
    approves
      ? {
          words: objects ? "答复指派异议" : "审批案件办理单",
          target: { task: step === "leader" && !objects ? "leader" : "approval", ...of, stage },
        }
      : undefined,
    answers && isSued && reportRefusal(file, now) === undefined
      ? {
          words: `${again(reportOf(file, respondent) !== undefined)}${respondent}三日报告，报告出庭障碍`,
          target: { task: "report", ...of },
        }
      : undefined,
    answers && sitting !== undefined
      ? {
          words: `${again(filingOf(file, respondent, sitting.ordinal) !== undefined)}${respondent}出庭备案（${printedDate(sitting.date)}开庭）`,
          target: { task: "filing", ...of },
        }
      : undefined,
  ];
  return [
    ...steps.filter((one) => one !== undefined),
    ...(answers ? dutySteps(file, respondent) : []),
    ...(answers ? judgmentSteps(file, respondent, "agency") : []),
    ...(answers ? differences(file, respondent) : []),
  ];
}

/** What of a defence the court may say it has. */
function defenceSteps(file: CaseFile, respondent: string): readonly Step[] {
  const open = file.duties.filter(
    (one) => one.respondent === respondent && one.status === "open" && DUTY_RULES[one.kind].isHandedToCourt,
  );
  const [first] = open;
  if (first === undefined) return [];
  const { caseNumber } = file;
  return [
    {
      words: `登记收到${respondent}${open.map(({ kind }) => periodName(kind)).join("、")}材料，答复延期举证`,
      target: { task: "duty", caseNumber, respondent, duty: first.kind },
    },
  ];
}

/** 答辩, 举证, 履行 …: what is owed beside the sittings. */
function dutySteps(file: CaseFile, respondent: string): readonly Step[] {
  const { caseNumber } = file;
  return file.duties
    .filter((one) => one.respondent === respondent && one.status !== "cancelled")
    .filter((one) => speaksFor(file, one) === undefined)
    .map(({ kind: duty, subject, status }) => ({
      words: `${status === "met" ? "更正" : "办理"}${respondent}${periodName(duty)}`,
      target: { task: "duty", caseNumber, respondent, duty, ...defined({ subject }) },
    }));
}

function obstacles(file: CaseFile, respondent: string, now: Instant): readonly Step[] {
  const { caseNumber } = file;
  return obstaclesOf(file, respondent)
    .filter(({ at: reportedAt }) => obstacleRefusal(file, { respondent, reportedAt }, now) === undefined)
    .map(({ at: reportedAt }) => ({
      words: `答复${respondent}负责人出庭障碍`,
      target: { task: "obstacle", caseNumber, respondent, reportedAt },
    }));
}

function differences(file: CaseFile, respondent: string): readonly Step[] {
  const { caseNumber } = file;
  return openDifferences(file, respondent).map(({ sitting }) => ({
    words: `核对${respondent}${printedDate(sitting)}开庭的出庭记载`,
    target: { task: "reconciliation", caseNumber, respondent, sitting },
  }));
}
