/** 结案、中止、移送, 更正裁判结果, 撤销误登: how a case ended, where no paper has said so or one was misread. */
import { html } from "hono/html";
import type { HandResult } from "../../../shared/domain/case-file/decisions/by-hand-decisions.ts";
import { INTERIM_RESULTS, OUTCOMES } from "../../../shared/domain/court/outcome.ts";
import { addDays } from "../../../shared/domain/time/time.ts";
import { outcomeName } from "../../../shared/letters/wording/outcome-wording.ts";
import { dateField, select, textArea, tick } from "../frame/fields.ts";
import { type HandForm, readSource, sourceFields } from "./hand-form.ts";
import { basisOf, inCase, refusalOf } from "./hearing-forms.ts";

const RESULTS: readonly HandResult[] = [
  ...OUTCOMES,
  ...INTERIM_RESULTS.filter((one) => one !== "partly-withdrawn"),
];

/** A ruling is registered within a year. */
const LONGEST_AGO_DAYS = 366;

export const CLOSE_CASE: HandForm = {
  title: "登记结案、中止或者移送",
  what: "人民法院已告知裁判、撤诉、中止、移送，文书还没有收到的。",
  button: "登记",
  refusal: refusalOf("close-case"),
  defaults: ({ file }) => basisOf(file),
  fields: (_, filled, today) => html`${select(filled, {
    name: "result",
    label: "结果",
    hint: "中止、移送的，案件不计结案，原定开庭取消；恢复审理的，以新的传票为准。",
    options: RESULTS.map((one) => [one, outcomeName(one)] as const),
  })}
${dateField(filled, { name: "ruled", label: "裁判日期", min: addDays(today, -LONGEST_AGO_DAYS), max: today })}
${sourceFields(filled, today)}
${textArea(filled, { name: "reason", label: "说明", rows: 2, hint: "会写入办理经过。此后收到裁判文书的，以文书为准。" })}`,
  read(open, form, reader, today) {
    const result = reader.choice("result", "结果", RESULTS);
    const on = reader.date("ruled", "裁判日期", addDays(today, -LONGEST_AGO_DAYS), today);
    const source = readSource(reader, today);
    const reason = reader.text("reason", "说明", 200);
    if (result === undefined || on === undefined || source === undefined) return undefined;
    return inCase(open, form, { type: "close-case", result, on, source, reason });
  },
};

export const CORRECT_OUTCOME: HandForm = {
  title: "更正裁判结果",
  what: "系统登记的裁判结果与裁判文书不一致（识别、登记有误）的。",
  button: "更正结果",
  refusal: refusalOf("correct-outcome"),
  defaults: ({ file }) => basisOf(file),
  fields: (_, filled) => html`${select(filled, {
    name: "outcome",
    label: "正确的裁判结果",
    hint: "对照裁判文书主文填写；部分支持原告的，选败诉。",
    options: OUTCOMES.map((one) => [one, outcomeName(one)] as const),
  })}
${textArea(filled, { name: "reason", label: "更正的原因", rows: 2, hint: "会写入更正函和办理经过。因原结果发出、现在不应办理的函件，系统通知收件单位作废。" })}`,
  read(open, form, reader) {
    const outcome = reader.choice("outcome", "正确的裁判结果", OUTCOMES);
    const reason = reader.text("reason", "更正的原因", 200);
    return outcome && inCase(open, form, { type: "correct-outcome", outcome, reason });
  },
};

export const VOID_CASE: HandForm = {
  title: "撤销误登案件",
  what: "系统中登记的这一案件并不存在，或者不是行政案件的；撤销后不再计入看板和统计。",
  button: "撤销登记",
  refusal: refusalOf("void-case"),
  defaults: ({ file }) => basisOf(file),
  fields: (_, filled) => html`${textArea(filled, {
    name: "reason",
    label: "撤销的原因",
    rows: 2,
    hint: "会写入更正函和办理经过。以后收到载有这一案号的文书的，重新登记。",
  })}
${tick(filled, { name: "sure", label: "已核对，这一案件不应登记" })}`,
  read(open, form, reader) {
    const reason = reader.text("reason", "撤销的原因", 200);
    if (form.sure !== "yes") reader.problem("sure", "请核对后勾选“已核对，这一案件不应登记”。");
    return inCase(open, form, { type: "void-case", reason });
  },
};
