/** The form by which a bureau judges an agency's answer (整改审核), and what it comes to. */
import { html } from "hono/html";
import { addDays, type CivilDate } from "../../../shared/domain/time/time.ts";
import { actorField, dateField, type Filled, radios, textArea } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";

/** How far off a new day may be. */
const MOST_DAYS = 180;

export function judgementFields(filled: Filled, today: CivilDate): Markup {
  return html`<h2>审核答复</h2>
${radios(filled, {
  name: "verdict",
  label: "审核结果",
  options: [
    ["accept", "认可，本项整改办结"],
    ["return", "退回，需要补充"],
  ],
})}
${textArea(filled, { name: "text", label: "审核意见", rows: 3, hint: "退回的，写明需要补充的内容。" })}
${dateField(filled, { name: "due", label: "退回的，重新答复时限", hint: "不填的，默认一周后，遇休息日顺延。", min: addDays(today, 1) })}
${actorField(filled, "审核人")}`;
}

/** What the form says; undefined where the reader found problems. */
export function readJudgement(reader: FormReader, { due }: Form, today: CivilDate) {
  const verdict = reader.choice("verdict", "审核结果", ["accept", "return"]);
  const accepted = verdict === "accept";
  const text = accepted
    ? (reader.optionalText("text", "审核意见", 500) ?? "")
    : reader.text("text", "审核意见", 500);
  const until =
    accepted || due === undefined || due === ""
      ? undefined
      : reader.date("due", "重新答复时限", addDays(today, 1), addDays(today, MOST_DAYS));
  return verdict && { accepted, text, ...(until !== undefined && { due: until }) };
}
