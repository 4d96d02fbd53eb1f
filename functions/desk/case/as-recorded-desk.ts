/** “与庭审笔录一致”: a filing that is what the court's record says, shown in full before it is filed, with only that asked what no record says. */
import { html } from "hono/html";
import type { JointWord } from "../../../shared/domain/case-file/before-hearing.ts";
import {
  type SubmitFiling,
  sittingToFile,
} from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import type { Hearing } from "../../../shared/domain/case-file/hearing.ts";
import { jointAppearance } from "../../../shared/domain/case-file/joint-appearance.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { AttendanceStatement } from "../../../shared/domain/case-file/statement.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { dateWithWeekday } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { factsLine } from "../../../shared/letters/wording/attendance-wording.ts";
import { jointLine } from "../../../shared/letters/wording/joint-wording.ts";
import { groundName } from "../../../shared/letters/wording/report-wording.ts";
import type { OpenCase } from "../case-task/open-case.ts";
import type { Asked, TaskDesk } from "../case-task/task-desk.ts";
import { caseBrief, caseView, factList } from "../frame/case-view.ts";
import { actorField } from "../frame/fields.ts";
import type { FormReader } from "../frame/form.ts";
import { absenceFields, readAbsence } from "../frame/head-fields.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { Visit } from "../frame/room.ts";
import {
  followingForm,
  recordedForm,
  recordOf,
  resultField,
  SITTING_RESULTS,
  staffField,
} from "./filing-fields.ts";

/** The part of a filing's link where it is done. */
export const AS_RECORDED = "as-recorded";

const MOST_STAFF = 6;

/** What the record says of the sitting to be filed on, where it says clearly whether a head came. */
function recorded(
  file: CaseFile,
  respondent: string,
  now: Instant,
): { readonly sitting: Hearing; readonly said: AttendanceStatement } | undefined {
  const sitting = sittingToFile(file, respondent, now);
  const said = sitting && recordOf(file, respondent, sitting);
  return sitting === undefined || said === undefined || said.headAttended === "review"
    ? undefined
    : { sitting, said };
}

/** Above the filing's own form: what the record says, and the way to file just that. */
export function recordOffer(file: CaseFile, respondent: string, sitting: Hearing, visit: Visit): Markup {
  const said = recordOf(file, respondent, sitting);
  if (said === undefined || said.headAttended === "review") return html``;
  return html`<div class="note"><p>庭审笔录已经记载：${factsLine(said)}。</p>
<p><a href="${placeOf(visit, { part: AS_RECORDED })}"><strong>与庭审笔录一致，按笔录备案</strong></a>（提交前显示将备案的全部内容；不一致的，在下面据实填写）</p></div>`;
}

export const asRecordedDesk: TaskDesk = {
  title: "按庭审笔录备案",
  done: "出庭备案已提交",
  button: "确认备案",

  refusal: ({ file, link }, now) =>
    recorded(file, link.respondent, now) === undefined ? { type: "not-recorded" } : undefined,

  brief: ({ file, link: { respondent } }, now) =>
    html`${caseBrief(file, sittingToFile(file, respondent, now), { label: "备案时限", kind: "filing", respondent })}${toFile(file, respondent, now)}`,

  shown: ({ file, link: { respondent } }, now) => caseView(file, sittingToFile(file, respondent, now)),

  given({ file, link: { respondent } }, ports) {
    const found = recorded(file, respondent, ports.now());
    if (found === undefined) return {};
    return { ...followingForm(file, respondent, found.sitting), ...recordedForm(found.said) };
  },

  fields({ file, link: { respondent } }, filled, now) {
    const found = recorded(file, respondent, now);
    return html`<h2>笔录没有记载的，请补充</h2>
${found !== undefined && owesReason(file, respondent, found.said) ? absenceFields(filled) : ""}
${resultField(filled)}
${staffField(filled)}
${actorField(filled)}`;
  },

  foreseen: ({ file, link }, { now }) => {
    const found = recorded(file, link.respondent, now());
    return found && filingAs({ file, link }, found.said, { result: "judgment-later", staff: [] }, {});
  },

  command({ file, link }, _, reader, { now }) {
    const { respondent } = link;
    const found = recorded(file, respondent, now());
    if (found === undefined) return undefined;
    const { said } = found;
    const reason = reasonRead(file, respondent, said, reader);
    const result = reader.choice("result", "庭审结果", SITTING_RESULTS);
    const staff = reader.people("staff", "出庭工作人员", MOST_STAFF);
    if (result === undefined || reason === undefined) return undefined;
    return filingAs({ file, link }, said, { result, staff }, reason);
  },
};

/** The filing that says what the record says. */
function filingAs(
  { file, link: { respondent, nonce } }: Pick<OpenCase, "file" | "link">,
  said: AttendanceStatement,
  filing: Pick<SubmitFiling["filing"], "result" | "staff">,
  reason: Reason,
): Asked {
  // Whose statement it is, and what only a court can say of the case, is not the agency's to repeat.
  const { respondent: _of, hearingDate: _on, source: _by, enterprise: _, heard: __, ...facts } = said;
  return {
    type: "submit-filing",
    filing: { ...filing, ...defined({ joint: jointWord(file, respondent) }) },
    attendance: { ...facts, ...reason, document: `link:${nonce}` },
  };
}

interface Reason {
  readonly absenceReason?: string;
}

/** What will be filed, line by line. */
function toFile(file: CaseFile, respondent: string, now: Instant): Markup {
  const found = recorded(file, respondent, now);
  if (found === undefined) return html``;
  const { sitting, said } = found;
  const joint = jointWord(file, respondent);
  return html`<h2>将备案的内容</h2>${factList(
    fact("开庭日期", dateWithWeekday(sitting.date)),
    fact("备案单位", respondent),
    fact("负责人", factsLine(said)),
    joint && fact("由谁出庭", jointLine({ by: joint.by, respondents: [joint.respondent] })),
  )}<p>以上取自法院庭审笔录。与实际不符的，不要提交，请返回据实填写，由双方核对。</p>`;
}

/** Another's head that appeared for it, where just one does. */
function jointWord(file: CaseFile, respondent: string): JointWord | undefined {
  const joint = jointAppearance(file);
  const [only, ...more] = joint?.respondents ?? [];
  return joint === undefined || only === undefined || more.length > 0 || only === respondent
    ? undefined
    : { by: joint.by, respondent: only };
}

/** Whether nobody has said yet why no head came; one for whom another's came has nothing to explain. */
function owesReason(file: CaseFile, respondent: string, said: AttendanceStatement): boolean {
  return (
    said.headAttended === false &&
    said.absenceReason === undefined &&
    jointWord(file, respondent) === undefined
  );
}

/** The reason the agency adds; empty where none is owed, undefined where the reader found problems. */
function reasonRead(
  file: CaseFile,
  respondent: string,
  said: AttendanceStatement,
  reader: FormReader,
): Reason | undefined {
  if (!owesReason(file, respondent, said)) return {};
  const absence = readAbsence(reader);
  return absence && { absenceReason: `${groundName(absence.ground)}（${absence.explanation}）` };
}
