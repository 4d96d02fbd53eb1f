/** 二日备案: who attended, whether the head spoke and was identified, how it ended; or why no head was there. */
import { html } from "hono/html";
import type { JointWord } from "../../../shared/domain/case-file/before-hearing.ts";
import {
  type SubmitFiling,
  sittingToFile,
} from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { designationOf } from "../../../shared/domain/case-file/designation.ts";
import type { SittingResult } from "../../../shared/domain/case-file/report.ts";
import { filingOf, reportOf } from "../../../shared/domain/case-file/reports.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { CivilDate } from "../../../shared/domain/time/time.ts";
import { groundName, personLine, resultName } from "../../../shared/letters/wording/report-wording.ts";
import { attendanceView, caseView, filingView } from "../frame/case-view.ts";
import { actorField, radios, select, textArea } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import {
  absenceFields,
  designatedFor,
  headFields,
  headForm,
  readAbsence,
  readHead,
} from "../frame/head-fields.ts";
import { jointFields, readJoint } from "../frame/joint-fields.ts";
import { beforeHearingView } from "./before-hearing-view.ts";
import { answersFor } from "./designation-view.ts";
import type { OpenCase } from "./open-case.ts";
import type { TaskDesk } from "./task-desk.ts";

const RESULTS: readonly SittingResult[] = [
  "judgment-later",
  "judgment-given",
  "withdrawn",
  "mediated",
  "adjourned",
  "other",
];
const MOST_STAFF = 6;

export const filingDesk: TaskDesk = {
  title: "出庭备案",
  done: "出庭备案已提交",
  button: "提交备案",
  proofs: "负责人出庭的，可以上传签到表、现场照片等；没有出庭的，上传盖章或者签名的证明材料。",

  refusal: ({ file, link }, now) =>
    sittingToFile(file, link.respondent, now) === undefined ? { type: "not-heard-yet" } : undefined,

  shown({ file, link: { respondent } }, now) {
    const sitting = sittingToFile(file, respondent, now);
    const filing = sitting && filingOf(file, respondent, sitting.ordinal);
    const period = { label: "备案时限", kind: "filing", respondent } as const;
    return html`${caseView(file, sitting, period)}${answersFor(file, respondent)}${beforeHearingView(file, respondent)}${filing === undefined ? "" : filingView(filing)}${attendanceView(file, respondent, { here: true })}`;
  },

  // Whether he attended is asked; a filing that is corrected was wrong in just that.
  given({ file, link: { respondent } }, { now }) {
    const sitting = sittingToFile(file, respondent, now());
    if (sitting === undefined || filingOf(file, respondent, sitting.ordinal) !== undefined) return {};
    return { ...expectedThere(file, respondent), ...recordedThere(file, respondent, sitting.date) };
  },

  fields: ({ file, link }, filled) => html`<h2>填写备案</h2>
<p>请据实填写。备案与法院庭审笔录不一致的，会提示双方核对。当日没有开庭的，不要填写，请联系页末所列的司法局。</p>
${radios(filled, {
  name: "attended",
  label: "负责人是否出庭",
  options: [
    ["yes", "负责人出庭"],
    ["no", "负责人未出庭"],
  ],
})}
<h3>负责人出庭的，填写</h3>${headFields(filled, designatedFor(file, link.respondent))}
${radios(filled, {
  name: "spoke",
  label: "负责人是否当庭发言",
  options: [
    ["yes", "发言"],
    ["no", "没有发言"],
  ],
})}
${radios(filled, {
  name: "identity",
  label: "法庭是否核实负责人身份",
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
  options: [
    ["no", "没有"],
    ["with-leave", "经法庭许可退庭"],
    ["without-leave", "未经许可中途退庭"],
  ],
})}
<h3>负责人未出庭的，填写</h3>${absenceFields(filled)}
${radios(filled, {
  name: "accepted",
  label: "法院是否认可不能出庭的理由",
  options: [
    ["yes", "认可"],
    ["no", "不认可"],
    ["unknown", "尚未表态"],
  ],
})}
${jointFields(file, filled)}
<h3>共同填写</h3>
${radios(filled, {
  name: "again",
  label: "本次开庭前，法院是否再次通知负责人出庭",
  hint: "同一审级已经开过庭，法院又发出庭通知书要求负责人再次出庭的，选“是”（法释〔2020〕3号第七条）。首次开庭选“否”。",
  options: [
    ["no", "否"],
    ["yes", "是"],
  ],
})}
${select(filled, {
  name: "result",
  label: "庭审结果",
  options: RESULTS.map((result) => [result, resultName(result)] as const),
})}
${textArea(filled, {
  name: "staff",
  label: "出庭工作人员",
  rows: 3,
  hint: "每行一人，写明姓名和职务，例如：李明，法规科科长。",
})}
${textArea(filled, {
  name: "settlement",
  label: "和解、调解意向",
  rows: 2,
  hint: "庭审中了解到的情况，没有的可以不填。",
})}
${actorField(filled)}`,

  command(open, _, reader) {
    const result = reader.choice("result", "庭审结果", RESULTS);
    const staff = reader.people("staff", "出庭工作人员", MOST_STAFF);
    const settlement = reader.optionalText("settlement", "和解、调解意向", 500);
    const joint = readJoint(open.file, reader);
    const again = reader.choice("again", "法院是否再次通知负责人出庭", ["yes", "no"]);
    const attendance = readAttendance(open, joint, reader);
    if (!result || !attendance || joint === undefined || again === undefined) return undefined;
    return {
      type: "submit-filing",
      filing: { result, staff, ...defined({ settlement, joint: joint === "open" ? undefined : joint }) },
      attendance: { ...attendance, notifiedAgain: again === "yes" },
    };
  },
};

/** What the court's record says of the head, where it came first: whoever agrees has only to confirm. */
function recordedThere(file: CaseFile, respondent: string, date: CivilDate): Form {
  const said = file.attendance.find(
    (one) => one.respondent === respondent && one.hearingDate === date && one.source === "hearing-record",
  );
  if (said?.headAttended !== true) return said?.headAttended === false ? { attended: "no" } : {};
  const { headName, headTitle, rank, spoke } = said;
  return {
    attended: "yes",
    ...defined({ headName, headTitle, headRank: rank }),
    ...(spoke !== undefined && { spoke: spoke ? "yes" : "no" }),
  };
}

/** Who was to appear, by the report, else by the approval of a designation (出庭指派). */
function expectedThere(file: CaseFile, respondent: string): Form {
  const report = reportOf(file, respondent);
  const staff = report?.others.map(personLine).join("\n");
  if (report?.head.appears === true) return { ...headForm(report.head), ...defined({ staff }) };
  const named = report === undefined ? designationOf(file, respondent)?.head : undefined;
  return {
    ...(named !== undefined && { headName: named.name, headTitle: named.title }),
    ...defined({ staff }),
  };
}

function readAttendance(
  { file, link }: OpenCase,
  joint: JointWord | "open" | undefined,
  reader: FormReader,
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
    { agency: link.respondent, designated: designatedFor(file, link.respondent) },
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
  const { name, title, rank, concern } = head;
  return {
    headAttended: concern === undefined ? true : "review",
    headName: name,
    headTitle: title,
    ...(concern === undefined && { rank }),
    spoke: spoke === "yes",
    ...(identity !== "unchecked" && { identityPapers: identity }),
    ...(left === "without-leave" && { leftEarly: true }),
    document,
  };
}
