/** 出庭障碍: the agency informs the court and the bureau that its head won't be able to appear. */
import { html } from "hono/html";
import { reportRefusal } from "../../../shared/domain/case-file/decisions/report-refusal.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { caseBrief, caseView } from "../frame/case-view.ts";
import { actorField } from "../frame/fields.ts";
import { absenceFields, REASON_PROOFS, readAbsence } from "../frame/head-fields.ts";
import { beforeHearingView } from "./before-hearing-view.ts";
import { answersFor } from "./designation-view.ts";

export const obstacleDesk: TaskDesk = {
  title: "报告出庭障碍",
  done: "出庭障碍已报告",
  button: "报告法院和司法局",

  draft: {
    form: "obstacle",
    sitting: ({ file }) => (file.state === "awaiting-hearing" ? file.hearing.ordinal : undefined),
  },
  proofs: REASON_PROOFS,

  refusal: ({ file }, now) => reportRefusal(file, now),

  brief: ({ file }) => caseBrief(file, file.state === "awaiting-hearing" ? file.hearing : undefined),

  shown({ file, link: { respondent } }) {
    const hearing = file.state === "awaiting-hearing" ? file.hearing : undefined;
    return html`${caseView(file, hearing)}${answersFor(file, respondent)}${beforeHearingView(file, respondent)}`;
  },

  given: () => ({}),

  fields: (_, filled) => html`<h2>填写障碍</h2>
<p>提交后，系统立即告知人民法院和司法局。已经提交的三日报告不变；改由其他负责人出庭的，请重新报告。</p>
${absenceFields(filled)}
${actorField(filled)}`,

  command(_, __, reader) {
    const absence = readAbsence(reader);
    return absence && { type: "report-obstacle", ...absence };
  },
};
