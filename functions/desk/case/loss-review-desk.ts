/** 审核败诉案件报告: the bureau accepts a report, or returns it with what is missing and a new day. */
import { html } from "hono/html";
import { lossVerdictRefusal } from "../../../shared/domain/case-file/decisions/loss-decisions.ts";
import { lossReport } from "../../../shared/domain/case-file/losses.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { judgementFields, readJudgement } from "../entries/judge-answer-form.ts";
import { caseView } from "../frame/case-view.ts";
import { lossReportView } from "../frame/loss-view.ts";

export const lossReviewDesk: TaskDesk = {
  title: "审核败诉案件报告",
  done: "败诉案件报告已审核",
  button: "提交审核结果",

  refusal: ({ file, link }) => lossVerdictRefusal(file, link.respondent),

  shown({ file, link: { respondent } }) {
    const report = lossReport(file, respondent);
    return html`${caseView(file, undefined)}${report === undefined ? "" : lossReportView(report)}`;
  },

  given: () => ({}),

  fields: (_, filled, now) => judgementFields(filled, civilDateAt(now)),

  command(_, form, reader, ports) {
    const judged = readJudgement(reader, form, civilDateAt(ports.now()));
    return judged && { type: "judge-loss", ...judged };
  },
};
