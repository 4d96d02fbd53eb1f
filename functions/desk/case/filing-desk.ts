/** 二日备案: who attended, whether the head spoke and was identified, how it ended; or why no head was there. */
import { html } from "hono/html";
import type { JointWord } from "../../../shared/domain/case-file/before-hearing.ts";
import {
  type SubmitFiling,
  sittingToFile,
} from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { filingOf } from "../../../shared/domain/case-file/reports.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { LEGAL_BASIS } from "../../../shared/letters/wording/legal-basis.ts";
import { groundName } from "../../../shared/letters/wording/report-wording.ts";
import type { OpenCase } from "../case-task/open-case.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { attendanceView, caseBrief, caseView, filingView } from "../frame/case-view.ts";
import { actorField, branches, type Filled, radios, textArea } from "../frame/fields.ts";
import type { FormReader } from "../frame/form.ts";
import {
  ABSENCE_FIELDS,
  absenceFields,
  designatedFor,
  HEAD_FIELDS,
  headFields,
  readAbsence,
  readHead,
} from "../frame/head-fields.ts";
import { type HeadJudge, headJudge } from "../frame/head-judge.ts";
import { jointFields, readJoint } from "../frame/joint-fields.ts";
import type { Markup } from "../frame/page.ts";
import { askAboutUnchosen, unchosenField } from "../frame/unchosen.ts";
import { recordOffer } from "./as-recorded-desk.ts";
import { beforeHearingView } from "./before-hearing-view.ts";
import { answersFor } from "./designation-view.ts";
import {
  followingForm,
  recordedForm,
  recordOf,
  resultField,
  SITTING_RESULTS,
  staffField,
} from "./filing-fields.ts";
import { knownHead } from "./known-head.ts";

const MOST_STAFF = 6;

export const filingDesk: TaskDesk = {
  title: "出庭备案",
  done: "出庭备案已提交",
  button: "提交备案",
  draft: {
    form: "filing",
    sitting: ({ file, link }, now) => sittingToFile(file, link.respondent, now)?.ordinal,
  },
  proofs: "负责人出庭的，可以上传签到表、现场照片等；没有出庭的，上传盖章或者签名的证明材料。",

  refusal: ({ file, link }, now) =>
    sittingToFile(file, link.respondent, now) === undefined ? { type: "not-heard-yet" } : undefined,

  brief({ file, link: { respondent } }, now, visit) {
    const sitting = sittingToFile(file, respondent, now);
    return html`${caseBrief(file, sitting, { label: "备案时限", kind: "filing", respondent })}${sitting === undefined ? "" : recordOffer(file, respondent, sitting, visit)}`;
  },

  shown({ file, link: { respondent } }, now) {
    const sitting = sittingToFile(file, respondent, now);
    const filing = sitting && filingOf(file, respondent, sitting.ordinal);
    const period = { label: "备案时限", kind: "filing", respondent } as const;
    return html`${caseView(file, sitting, period)}${answersFor(file, respondent)}${beforeHearingView(file, respondent)}${filing === undefined ? "" : filingView(filing)}${attendanceView(file, respondent, { here: true })}`;
  },

  // A filing that is corrected was wrong in just that.
  async given(open, ports) {
    const { file, link } = open;
    const { respondent } = link;
    const sitting = sittingToFile(file, respondent, ports.now());
    if (sitting === undefined || filingOf(file, respondent, sitting.ordinal) !== undefined) return {};
    const said = recordOf(file, respondent, sitting);
    return {
      ...(await knownHead(open, ports, sitting.date)),
      ...followingForm(file, respondent, sitting),
      ...(said !== undefined && recordedForm(said)),
    };
  },

  fields: ({ file, link }, filled) => html`<h2>填写备案</h2>
<p>请据实填写。备案与法院庭审笔录不一致的，会提示双方核对。当日没有开庭的，不要填写，请联系页末所列的司法局。</p>
${branches(
  filled,
  { name: "attended", label: "负责人是否出庭", required: true, options: ATTENDED },
  {
    yes: cameFields(filled, designatedFor(file, link.respondent)),
    no: stayedAwayFields(filled),
  },
)}${unchosenField(filled)}
${jointFields(file, filled)}
<h3>共同填写</h3>
${radios(filled, {
  name: "again",
  label: "本次开庭前，法院是否再次通知负责人出庭",
  required: true,
  hint: `同一审级已经开过庭，法院又发出庭通知书要求负责人再次出庭的，选“是”（${LEGAL_BASIS.again}）。首次开庭选“否”。`,
  options: [
    ["no", "否"],
    ["yes", "是"],
  ],
})}
${resultField(filled)}
${staffField(filled)}
${textArea(filled, {
  name: "settlement",
  label: "和解、调解意向",
  rows: 2,
  hint: "庭审中了解到的情况，没有的可以不填。",
})}
${actorField(filled)}`,

  async command(open, form, reader, ports) {
    const result = reader.choice("result", "庭审结果", SITTING_RESULTS);
    const staff = reader.people("staff", "出庭工作人员", MOST_STAFF);
    const settlement = reader.optionalText("settlement", "和解、调解意向", 500);
    const joint = readJoint(open.file, reader);
    const again = reader.choice("again", "法院是否再次通知负责人出庭", ["yes", "no"]);
    const sitting = sittingToFile(open.file, open.link.respondent, ports.now());
    const judge = await headJudge(ports, open.file, open.link.respondent, sitting?.date);
    const attendance = readAttendance(open, joint, reader, judge);
    const given = await filingDesk.given(open, ports);
    if (form.attended === "no")
      askAboutUnchosen(reader, form, { chosen: "负责人未出庭", fields: CAME_FIELDS, given });
    if (form.attended === "yes")
      askAboutUnchosen(reader, form, { chosen: "负责人出庭", fields: STAYED_AWAY_FIELDS, given });
    if (!result || !attendance || joint === undefined || again === undefined) return undefined;
    return {
      type: "submit-filing",
      filing: { result, staff, ...defined({ settlement, joint: joint === "open" ? undefined : joint }) },
      attendance: { ...attendance, notifiedAgain: again === "yes" },
    };
  },
};

const ATTENDED = [
  ["yes", "负责人出庭"],
  ["no", "负责人未出庭"],
] as const;

/** What the fields of each branch are called in a question. */
const CAME_FIELDS = {
  ...HEAD_FIELDS,
  spoke: "发言情况",
  identity: "身份核实情况",
  left: "退庭情况",
} as const;
const STAYED_AWAY_FIELDS = { ...ABSENCE_FIELDS, accepted: "法院是否认可理由" } as const;

function cameFields(filled: Filled, designated: string | undefined): Markup {
  return html`<h3>负责人出庭的，填写</h3>${headFields(filled, designated)}
${radios(filled, {
  name: "spoke",
  label: "负责人是否当庭发言",
  required: true,
  options: [
    ["yes", "发言"],
    ["no", "没有发言"],
  ],
})}
${radios(filled, {
  name: "identity",
  label: "法庭是否核实负责人身份",
  required: true,
  options: [
    ["in-order", "已核实，身份证明符合要求"],
    ["mended", "不符合要求，已按法院要求补正"],
    ["defective", "不符合要求，未补正（视为未出庭）"],
    ["unchecked", "法庭没有核验"],
  ],
})}
${radios(filled, {
  name: "left",
  label: "负责人有无中途退庭",
  required: true,
  options: [
    ["no", "没有"],
    ["with-leave", "经法庭许可退庭"],
    ["without-leave", "未经许可中途退庭"],
  ],
})}`;
}

function stayedAwayFields(filled: Filled): Markup {
  return html`<h3>负责人未出庭的，填写</h3>${absenceFields(filled)}
${radios(filled, {
  name: "accepted",
  label: "法院是否认可不能出庭的理由",
  required: true,
  options: [
    ["yes", "认可"],
    ["no", "不认可"],
    ["unknown", "尚未表态"],
  ],
})}`;
}

function readAttendance(
  { file, link }: OpenCase,
  joint: JointWord | "open" | undefined,
  reader: FormReader,
  judge: HeadJudge,
): SubmitFiling["attendance"] | undefined {
  const document = `link:${link.nonce}`;
  const attended = reader.choice("attended", "负责人是否出庭", ["yes", "no"]);
  if (attended === undefined) return undefined;
  if (attended === "no") {
    // Where another respondent's head appeared for it, there is no absence to explain.
    if (joint === undefined) return undefined;
    if (joint !== "open" && joint.respondent !== link.respondent) return { headAttended: false, document };
    const absence = readAbsence(reader);
    const said = reader.choice("accepted", "法院是否认可不能出庭的理由", ["yes", "no", "unknown"]);
    return (
      absence &&
      said && {
        headAttended: false,
        absenceReason: `${groundName(absence.ground)}（${absence.explanation}）`,
        ...(said !== "unknown" && { reasonAccepted: said === "yes" }),
        document,
      }
    );
  }
  const head = readHead(
    reader,
    { agency: link.respondent, designated: designatedFor(file, link.respondent), judge },
    "请改选“负责人未出庭”并填写理由，把此人列入出庭工作人员。",
  );
  const spoke = reader.choice("spoke", "负责人是否当庭发言", ["yes", "no"]);
  const identity = reader.choice("identity", "法庭是否核实负责人身份", [
    "in-order",
    "mended",
    "defective",
    "unchecked",
  ]);
  const left = reader.choice("left", "负责人有无中途退庭", ["no", "with-leave", "without-leave"]);
  if (head === undefined || spoke === undefined || identity === undefined || left === undefined)
    return undefined;
  const { name, title, rank, concern, countedBy } = head;
  return {
    headAttended: concern === undefined ? true : "review",
    headName: name,
    headTitle: title,
    ...(concern === undefined && { rank }),
    ...(countedBy !== undefined && { countedBy }),
    spoke: spoke === "yes",
    ...(identity !== "unchecked" && { identityPapers: identity }),
    ...(left === "without-leave" && { leftEarly: true }),
    document,
  };
}
