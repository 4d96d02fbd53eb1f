/** 履行情况: the agency says that it has done what the judgment orders, when and how, with its proofs. */
import { html } from "hono/html";
import { actOf } from "../../../shared/domain/case-file/decisions/judgment-desk-decisions.ts";
import { performanceOf } from "../../../shared/domain/judgment/judgment-matter.ts";
import { addDays, civilDateAt } from "../../../shared/domain/time/time.ts";
import { actWords } from "../../../shared/letters/wording/judgment/judgment-wording.ts";
import type { OpenCase } from "../case-task/open-case.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { actorField, dateField, textArea } from "../frame/fields.ts";
import { type DutyLink, dutyRefused, dutyShownView } from "./duty-desk.ts";

/** What was done longer ago is history. */
const LONGEST_AGO = 730;

function itemOf({ link }: OpenCase<DutyLink>): number {
  return Number(link.subject ?? "0");
}

export const performanceDesk: TaskDesk<DutyLink> = {
  title: "履行情况",
  done: "履行情况已提交",
  button: "提交履行情况",
  draft: { form: "performance", sitting: (open) => itemOf(open as unknown as OpenCase<DutyLink>) },
  proofs: "上传履行的证明材料，例如：重新作出的行政行为、付款凭证、送达回证、公开答复。",

  refusal: (open) => dutyRefused(open),

  shown: (open, now) => dutyShownView(open, now),

  given(open) {
    const done =
      open.file.judgment &&
      performanceOf(open.file.judgment, { item: itemOf(open), respondent: open.link.respondent });
    return done === undefined ? {} : { on: done.on, what: done.what };
  },

  fields(open, filled) {
    const act = actOf(open.file, open.link.respondent, itemOf(open));
    return html`<h2>填写履行情况</h2>
${act === undefined ? "" : html`<p>${actWords(act)}</p><blockquote>${act.words}</blockquote>`}
${dateField(filled, { name: "on", label: "履行日期", required: true })}
${textArea(filled, { name: "what", label: "怎样履行的", rows: 4, required: true, hint: "写明作出的行政行为、文号、金额、对象等。" })}
${actorField(filled)}`;
  },

  command(open, _, reader, ports) {
    const today = civilDateAt(ports.now());
    const on = reader.date("on", "履行日期", addDays(today, -LONGEST_AGO), today);
    const what = reader.text("what", "怎样履行的", 1_000);
    return on && { type: "file-performance", item: itemOf(open), on, what };
  },
};
