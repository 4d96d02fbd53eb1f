/** 上诉决定: the agency that has lost says whether it appeals, who in it has decided so, and since when it has the judgment. */
import { html } from "hono/html";
import { appealRefusal } from "../../../shared/domain/case-file/decisions/judgment-desk-decisions.ts";
import { servedFrom, serviceOf } from "../../../shared/domain/case-file/judgment.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { choiceOf } from "../../../shared/domain/judgment/judgment-matter.ts";
import { addDays, civilDateAt } from "../../../shared/domain/time/time.ts";
import { LEGAL_BASIS } from "../../../shared/letters/wording/legal-basis.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { actorField, dateField, radios, textArea, textField } from "../frame/fields.ts";
import { type DutyLink, dutyShownView } from "./duty-desk.ts";

/** A judgment is served within so many days before somebody says so. */
const LONGEST_AGO = 120;

export const appealDesk: TaskDesk<DutyLink> = {
  title: "上诉决定",
  done: "上诉决定已提交",
  button: "提交上诉决定",

  refusal: ({ file, link }, now, rules) => appealRefusal(file, link.respondent, now, rules),

  shown: (open, now) => dutyShownView(open, now),

  given({ file, link }) {
    const choice = file.judgment && choiceOf(file.judgment, link.respondent);
    return choice === undefined
      ? {}
      : { choice: choice.choice, reason: choice.reason, leader: choice.leader };
  },

  fields(open, filled) {
    const { file, link } = open;
    return html`<h2>填写决定</h2>
<p>上诉期自送达次日起算：判决十五日，裁定十日（${LEGAL_BASIS.appeal}）。决定上诉的，还须在上诉期内向人民法院提交上诉状。</p>
${serviceOf(file, link.respondent) === undefined ? dateField(filled, { name: "servedOn", label: "收到裁判文书的日期", required: true, hint: "以送达回证上的日期为准。" }) : ""}
${radios(filled, {
  name: "choice",
  label: "决定",
  required: true,
  options: [
    ["accept", "服判，不上诉"],
    ["appeal", "提起上诉"],
  ],
})}
${textArea(filled, { name: "reason", label: "理由", rows: 4, required: true })}
${textField(filled, { name: "leader", label: "批准的负责人（姓名、职务）", required: true, hint: "本单位作出决定的负责人，例如：王建国，局长。" })}
${actorField(filled)}`;
  },

  command({ file, link }, _, reader, ports) {
    const today = civilDateAt(ports.now());
    const servedOn =
      serviceOf(file, link.respondent) === undefined
        ? reader.date("servedOn", "收到裁判文书的日期", servedFrom(file, addDays(today, -LONGEST_AGO)), today)
        : undefined;
    const choice = reader.choice("choice", "上诉或者服判", ["accept", "appeal"]);
    const reason = reader.text("reason", "理由", 1_000);
    const leader = reader.text("leader", "批准的负责人", 60);
    return choice && { type: "choose-appeal", choice, reason, leader, ...defined({ servedOn }) };
  },
};
