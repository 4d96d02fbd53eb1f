/** 更正开庭, 登记改期, 取消开庭: what a bureau knows of a hearing before, or against, what a paper said. */
import { html } from "hono/html";
import type { HearingFacts } from "../../../shared/domain/case-file/commands.ts";
import {
  type ByHandCommand,
  byHandRefusal,
  type HandHearing,
  handBasis,
} from "../../../shared/domain/case-file/decisions/by-hand-decisions.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { addDays, type CivilDate } from "../../../shared/domain/time/time.ts";
import { dateField, type Filled, textArea, textField } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";
import { type HandForm, onCase, readSource, sourceFields } from "./hand-form.ts";
import type { OpenOffice } from "./open-office.ts";

const PREVAILS = "此后收到人民法院文书的，以文书为准。";

export const CORRECT_HEARING: HandForm = {
  title: "更正开庭",
  what: "系统登记的日期、时间或者地点与文书不一致（识别、录入有误）的。",
  button: "更正开庭",
  refusal: refusalOf("correct-hearing"),
  defaults: ({ file }) => ({
    ...basisOf(file),
    ...(file.state === "awaiting-hearing" && hearingForm(file.hearing)),
  }),
  fields: (_, filled, today) => html`${hearingFields(filled, today)}
${textArea(filled, { name: "reason", label: "更正的原因", rows: 2, hint: `会写入办理经过。${PREVAILS}` })}`,
  read(open, form, reader, today) {
    const hearing = readHearing(form, reader, today);
    const reason = reader.text("reason", "更正的原因", 200);
    return hearing && inCase(open, form, { type: "correct-hearing", hearing, reason });
  },
};

export const MOVE_HEARING: HandForm = {
  title: "登记改期或者新的开庭",
  what: "人民法院已电话等告知改期、开庭时间，文书还没有收到的。",
  button: "登记开庭",
  refusal: refusalOf("move-hearing"),
  defaults: ({ file }) => basisOf(file),
  fields: (_, filled, today) => html`${hearingFields(filled, today)}
${sourceFields(filled, today)}
${textArea(filled, { name: "reason", label: "改期的原因（可以不填）", rows: 2, hint: PREVAILS })}`,
  read(open, form, reader, today) {
    const hearing = readHearing(form, reader, today);
    const source = readSource(reader, today);
    const reason = reader.optionalText("reason", "改期的原因", 200) ?? "";
    return hearing && source && inCase(open, form, { type: "move-hearing", hearing, source, reason });
  },
};

export const CANCEL_HEARING: HandForm = {
  title: "取消开庭",
  what: "人民法院已告知不再按原定时间开庭，新的时间没有确定的。",
  button: "取消开庭",
  refusal: refusalOf("cancel-hearing"),
  defaults: ({ file }) => basisOf(file),
  fields: (_, filled, today) => html`${sourceFields(filled, today)}
${textArea(filled, { name: "reason", label: "取消的原因", rows: 2, hint: PREVAILS })}`,
  read(open, form, reader, today) {
    const source = readSource(reader, today);
    const reason = reader.text("reason", "取消的原因", 200);
    return source && inCase(open, form, { type: "cancel-hearing", source, reason });
  },
};

/** Why such a form is of no use in a case; one that was registered by mistake is none. */
export function refusalOf(type: ByHandCommand["type"]): HandForm["refusal"] {
  return ({ file }) => (file.void === true ? { type: "case-void" } : byHandRefusal(file, type));
}

/** What the form rests on travels with it. */
export function basisOf(file: OpenOffice["file"]): Form {
  return { basis: handBasis(file) };
}

type Meant = ByHandCommand extends infer One
  ? One extends ByHandCommand
    ? Omit<One, "at" | "by" | "basis" | "cause">
    : never
  : never;

/** What a form means, decided on the state of the case it was made from. */
export function inCase({ file }: OpenOffice, { basis = "" }: Form, meant: Meant) {
  return onCase(file.caseNumber, (doing) => ({ ...meant, ...doing, basis }) as ByHandCommand);
}

/** No court sets a hearing further ahead; one that is longer over is none to be corrected. */
const AHEAD_DAYS = 366;
const BEHIND_DAYS = 60;

function hearingForm({ date, time, place }: HearingFacts): Form {
  return { date, time: time ?? "", place: place ?? "" };
}

export function hearingFields(filled: Filled, today: CivilDate): Markup {
  return html`${dateField(filled, { name: "date", label: "开庭日期", min: addDays(today, -BEHIND_DAYS), max: addDays(today, AHEAD_DAYS) })}
${textField(filled, { name: "time", label: "开庭时间", hint: "例如：09:00，或者上午9时、下午2时30分；没有确定的不填。" })}
${textField(filled, { name: "place", label: "开庭地点", hint: "例如：本院第五审判庭；没有确定的不填。" })}`;
}

export function readHearing(form: Form, reader: FormReader, today: CivilDate): HandHearing | undefined {
  const date = reader.date("date", "开庭日期", addDays(today, -BEHIND_DAYS), addDays(today, AHEAD_DAYS));
  const time = (form.time ?? "") === "" ? undefined : reader.time("time", "开庭时间");
  const place = reader.optionalText("place", "开庭地点", 60);
  return date && { date, ...defined({ time, place }) };
}
