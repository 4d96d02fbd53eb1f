/** 三日报告: the agency's legal section states its proposal, and who will appear or why the head can't. */
import { html } from "hono/html";
import { reportRefusal } from "../../../shared/domain/case-file/decisions/report-refusal.ts";
import { designationOf } from "../../../shared/domain/case-file/designation.ts";
import type { Hearing } from "../../../shared/domain/case-file/hearing.ts";
import { principalOwed } from "../../../shared/domain/case-file/principals.ts";
import type { HeadPlan } from "../../../shared/domain/case-file/report.ts";
import { reportOf } from "../../../shared/domain/case-file/reports.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { principalWords } from "../../../shared/letters/wording/principal-wording.ts";
import type { OpenCase } from "../case-task/open-case.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { caseBrief, caseView, reportView, returnedNote } from "../frame/case-view.ts";
import { actorField, branches, type Filled, textArea } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import {
  ABSENCE_FIELDS,
  absenceFields,
  designatedFor,
  HEAD_FIELDS,
  headFields,
  headForm,
  REASON_PROOFS,
  readAbsence,
  readHead,
} from "../frame/head-fields.ts";
import { type HeadJudge, headJudge } from "../frame/head-judge.ts";
import { isSeveral, jointFields, jointForm, readJoint } from "../frame/joint-fields.ts";
import type { Markup } from "../frame/page.ts";
import { askAboutUnchosen, unchosenField } from "../frame/unchosen.ts";
import { principalsView } from "../principals/principal-view.ts";
import { beforeHearingView } from "./before-hearing-view.ts";
import { answersFor } from "./designation-view.ts";
import { knownHead } from "./known-head.ts";

const MOST_OTHERS = 6;

export const reportDesk: TaskDesk = {
  title: "三日报告",
  done: "三日报告已提交",
  button: "提交报告",
  draft: { form: "report", sitting: ({ file }) => hearingSet(file)?.ordinal },
  proofs: `负责人不能出庭的，${REASON_PROOFS}`,

  refusal: ({ file }, now) => reportRefusal(file, now),

  brief({ file, link: { respondent } }) {
    const report = reportOf(file, respondent);
    return html`${report === undefined ? "" : returnedNote(report)}${caseBrief(file, hearingSet(file), periodOf(respondent))}`;
  },

  shown({ file, link: { respondent } }) {
    const report = reportOf(file, respondent);
    return html`${caseView(file, hearingSet(file), periodOf(respondent))}${answersFor(file, respondent)}${principalsView(file, respondent)}${beforeHearingView(file, respondent)}${report === undefined ? "" : reportView(report)}`;
  },

  async given(open, ports) {
    const { file, link } = open;
    const report = reportOf(file, link.respondent);
    if (report === undefined) return knownHead(open, ports, hearingSet(file)?.date);
    const { proposal, head, others } = report;
    return {
      proposal,
      others: others.map(({ name, title }) => `${name}，${title}`).join("\n"),
      ...jointForm(file, head.joint),
      ...planForm(head),
      principalAbsence: head.principalAbsence ?? "",
    };
  },

  fields: ({ file, link }, filled) => html`<h2>填写报告</h2>
${textArea(filled, {
  name: "proposal",
  label: "应诉意见",
  required: true,
  rows: 6,
  hint: "行政行为的事实、依据和程序，争议焦点，答辩要点，有无和解可能。",
})}
${jointFields(file, filled)}
${branches(
  filled,
  {
    name: "appears",
    label: "负责人是否出庭",
    ...(isSeveral(file) ? { hint: "已确定由其他被告负责人出庭的，不选。" } : { required: true }),
    options: APPEARS,
  },
  {
    yes: html`<h3>负责人出庭的，填写</h3>${headFields(filled, designatedFor(file, link.respondent))}`,
    no: html`<h3>负责人不能出庭的，填写</h3>${absenceFields(filled)}`,
  },
)}${unchosenField(filled)}
${principalField(file, link.respondent, filled)}
<h3>共同填写</h3>${othersField(filled)}
${actorField(filled)}`,

  async command(open, form, reader, ports) {
    const proposal = reader.text("proposal", "应诉意见", 2_000);
    const judge = await headJudge(ports, open.file, open.link.respondent, hearingSet(open.file)?.date);
    const plan = readPlan(open, form, reader, judge);
    const head = plan && withPrincipal(open, plan, reader);
    const given = await reportDesk.given(open, ports);
    if (form.appears === "no")
      askAboutUnchosen(reader, form, { chosen: "负责人不能出庭", fields: HEAD_FIELDS, given });
    if (form.appears === "yes")
      askAboutUnchosen(reader, form, { chosen: "负责人出庭", fields: ABSENCE_FIELDS, given });
    const others = reader.people("others", "其他出庭人员", MOST_OTHERS);
    if (head !== undefined && head.appears !== true && others.length === 0)
      reader.problem("others", "负责人不出庭的，应当委托本机关工作人员出庭，请填写其姓名、职务。");
    return head && { type: "submit-report", report: { proposal, head, others } };
  },
};

const APPEARS = [
  ["yes", "负责人出庭"],
  ["no", "负责人不能出庭"],
] as const;

function hearingSet(file: CaseFile): Hearing | undefined {
  return file.state === "awaiting-hearing" ? file.hearing : undefined;
}

function periodOf(respondent: string) {
  return { label: "报告时限", kind: "report", respondent } as const;
}

function othersField(filled: Filled) {
  return textArea(filled, {
    name: "others",
    label: "其他出庭人员",
    rows: 3,
    hint: "每行一人，写明姓名和职务，例如：李明，法规科科长。负责人不出庭的必填，不得仅委托律师出庭。",
  });
}

/** Why the principal doesn't come, where he is owed. */
function principalField(file: CaseFile, respondent: string, filled: Filled): Markup | string {
  const owed = principalOwed(file, respondent);
  if (owed === undefined) return "";
  return html`<h3>${principalWords(owed.reasons)}</h3>
${textArea(filled, {
  name: "principalAbsence",
  label: "正职不能出庭的原因",
  rows: 3,
  hint: `由正职出庭的不填；由其他负责人出庭或者负责人不能出庭的必填${owed.approval === undefined ? "" : `，提交后报${owed.approval}批复`}。`,
})}`;
}

/** The plan with what it owes of the principal; undefined where that is missing. */
function withPrincipal({ file, link }: OpenCase, head: HeadPlan, reader: FormReader): HeadPlan | undefined {
  const comes = head.appears === true && head.rank === "principal";
  if (principalOwed(file, link.respondent) === undefined || comes || head.appears === "co-respondent")
    return head;
  const principalAbsence = reader.text("principalAbsence", "正职不能出庭的原因", 500);
  return principalAbsence === "" ? undefined : { ...head, principalAbsence };
}

function planForm(head: HeadPlan): Form {
  switch (head.appears) {
    case true:
      return { appears: "yes", ...headForm(head) };
    case false:
      return { appears: "no", ground: head.ground, explanation: head.explanation };
    default:
      return {};
  }
}

function readPlan(open: OpenCase, form: Form, reader: FormReader, judge: HeadJudge): HeadPlan | undefined {
  const word = readJoint(open.file, reader);
  if (word === undefined) return undefined;
  const joint = word === "open" ? undefined : word;
  if (joint !== undefined && joint.respondent !== open.link.respondent) {
    if (form.appears !== "yes") return { appears: "co-respondent", joint };
    reader.problem("jointBy", "本单位负责人也出庭的，“由谁确定”请选“未定”。");
    return undefined;
  }
  const own = readOwn(open, reader, judge);
  return own && { ...own, ...defined({ joint }) };
}

function readOwn({ file, link }: OpenCase, reader: FormReader, judge: HeadJudge): HeadPlan | undefined {
  const appears = reader.choice("appears", "负责人是否出庭", ["yes", "no"]);
  if (appears === undefined) return undefined;
  if (appears === "no") {
    const absence = readAbsence(reader);
    return absence && { appears: false, ...absence };
  }
  const read = readHead(
    reader,
    { agency: link.respondent, designated: designatedFor(file, link.respondent), judge },
    "请填写出庭负责人的职务；负责人不能出庭的，请选择“负责人不能出庭”，并把此人列入其他出庭人员。",
  );
  if (read === undefined) return undefined;
  const { countedBy: _, ...head } = read;
  const approved = designationOf(file, link.respondent)?.head;
  if (head.concern !== undefined || approved === undefined || approved.name === head.name)
    return { appears: true, ...head };
  return { appears: true, ...head, concern: { type: "other-than-approved", approved } };
}
