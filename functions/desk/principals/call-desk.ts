/** 应当通知、应由正职出庭: the bureau says which class the case is of, and whose principals are to come. */
import { html } from "hono/html";
import { choiceRefusal } from "../../../shared/domain/case-file/decisions/principal-decisions.ts";
import { stillSued } from "../../../shared/domain/case-file/state.ts";
import { CALL_CLASSES, mustBeCalled, proposedClasses } from "../../../shared/domain/principals/must-class.ts";
import { LEGAL_BASIS } from "../../../shared/letters/wording/legal-basis.ts";
import { callClassName } from "../../../shared/letters/wording/principal-wording.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { caseView } from "../frame/case-view.ts";
import { actorField, checkboxes, textArea } from "../frame/fields.ts";
import type { Form } from "../frame/form.ts";
import { principalsView } from "./principal-view.ts";

const CLASS = "class";
const PRINCIPAL = "principal";
const YES = "yes";

export const callDesk: TaskDesk = {
  title: "出庭类别和正职出庭",
  done: "出庭类别和正职出庭要求已登记",
  button: "登记",

  refusal: ({ file }) => choiceRefusal(file),

  shown({ file }) {
    return html`${caseView(file, file.state === "awaiting-hearing" ? file.hearing : undefined)}${stillSued(file).map(({ name }) => principalsView(file, name))}`;
  },

  given({ file }) {
    const choice = file.principals?.choice;
    const classes = choice?.classes ?? proposedClasses(file).map(({ is }) => is);
    const form: Record<string, string> = { text: choice?.text ?? "" };
    for (const one of classes) form[`${CLASS}-${one}`] = YES;
    for (const [index, { name }] of stillSued(file).entries())
      if (choice?.principals.includes(name)) form[`${PRINCIPAL}-${index}`] = YES;
    return form;
  },

  fields({ file }, filled) {
    const proposed = proposedClasses(file);
    return html`<h2>登记</h2>
${checkboxes(filled, {
  label: "案件类别",
  hint: `前五类人民法院应当通知负责人出庭，其余可以通知（${LEGAL_BASIS.mustCall}）。${
    proposed.length === 0
      ? ""
      : `按案由、当事人预选：${proposed.map(({ is, because, many }) => `${callClassName(is)}（${because ?? `原告${many}人`}）`).join("、")}，请核对。`
  }`,
  options: CALL_CLASSES.map((one) => [
    `${CLASS}-${one}`,
    `${callClassName(one)}${mustBeCalled(one) ? "（应当通知）" : "（可以通知）"}`,
  ]),
})}
${checkboxes(filled, {
  label: "要求正职出庭的单位",
  hint: "选定的单位，其函件、看板、日程标明“应由正职出庭”，开庭前发主要负责人出庭应诉通知。",
  options: stillSued(file).map(({ name }, index) => [`${PRINCIPAL}-${index}`, name]),
})}
${textArea(filled, { name: "text", label: "说明", rows: 2, hint: "可以不填。" })}
${actorField(filled, "登记人")}`;
  },

  command({ file }, form: Form, reader) {
    const classes = CALL_CLASSES.filter((one) => form[`${CLASS}-${one}`] === YES);
    const principals = stillSued(file)
      .filter((_, index) => form[`${PRINCIPAL}-${index}`] === YES)
      .map(({ name }) => name);
    const text = reader.optionalText("text", "说明", 500) ?? "";
    return { type: "choose-classes", classes, principals, text };
  },
};
