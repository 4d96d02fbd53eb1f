/** 登记收到的报告、备案: by telephone, on paper or in person; who said it, when, and by whom it is noted. */
import { html } from "hono/html";
import { receivableDuties } from "../../../shared/domain/case-file/decisions/urging-decisions.ts";
import { hearingOf } from "../../../shared/domain/case-file/state.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { addDays, type CivilDate } from "../../../shared/domain/time/time.ts";
import { sameUrged, type UrgedDuty } from "../../../shared/domain/urging/urging-decision.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { periodName } from "../../../shared/letters/wording/history-wording.ts";
import { isBureausRespondent } from "../frame/case-bureaus.ts";
import { dateField, select, textField } from "../frame/fields.ts";
import { designatedFor } from "../frame/head-fields.ts";
import { attendanceFields, readAttendance, readWay, wayField } from "../frame/receipt-fields.ts";
import { type HandForm, onCase } from "./hand-form.ts";
import type { OpenOffice } from "./open-office.ts";

export const RECEIPT: HandForm = {
  title: "登记收到的报告、备案",
  what: "行政机关已经用电话、纸质等方式报告、备案，或者已经办理答辩、举证等事项的，登记后不再催办、督办。",
  button: "登记收到",
  refusal: (open) => (dutiesOf(open).length === 0 ? { type: "not-owed" } : undefined),
  defaults: (open) => {
    const [only, other] = dutiesOf(open);
    return only !== undefined && other === undefined ? { duty: choiceOf(only) } : {};
  },
  fields(open, filled, today) {
    const duties = dutiesOf(open);
    const hasFiling = duties.some(({ kind }) => kind === "filing");
    const chosen = duties.find((one) => choiceOf(one) === filled.form.duty) ?? duties[0];
    return html`${select(filled, {
      name: "duty",
      label: "收到的是",
      options: duties.map((one) => [choiceOf(one), wordsOf(open, one)] as const),
    })}
${wayField(filled, "收到方式")}
${textField(filled, { name: "told", label: "报告人、来电人或者送件人", hint: "单位、姓名，例如：法制大队李明。" })}
${dateField(filled, { name: "on", label: "收到日期", max: today })}
${
  hasFiling
    ? html`<details${chosen?.kind === "filing" ? html` open` : ""}><summary>收到的是二日备案的，填写出庭情况</summary>${attendanceFields(filled, chosen && designatedFor(open.file, chosen.respondent))}</details>`
    : ""
}`;
  },
  read(open, _, reader, today) {
    const duties = dutiesOf(open);
    const chosen = reader.choice("duty", "收到的是哪一项", duties.map(choiceOf));
    const duty = duties.find((one) => choiceOf(one) === chosen);
    const way = readWay(reader, "收到方式");
    const told = reader.text("told", "报告人、来电人或者送件人", 60);
    const on = reader.date("on", "收到日期", earliestOf(open, duty, today), today);
    if (duty === undefined) return undefined;
    const { respondent: agency, kind } = duty;
    const said =
      kind === "filing"
        ? readAttendance(reader, {
            agency,
            designated: designatedFor(open.file, agency),
            document: "",
            judge: open.judge(hearingOf(open.file, duty.hearing)?.date ?? today),
          })
        : "unsaid";
    if (way === undefined || on === undefined || said === undefined) return undefined;
    return onCase(open.file.caseNumber, ({ at, by, cause }) => ({
      type: "note-received",
      ...duty,
      at,
      by,
      on,
      way,
      told,
      ...defined({ attendance: said === "unsaid" ? undefined : { ...said, document: cause } }),
    }));
  },
};

function dutiesOf({ file, involved, bureau }: OpenOffice): readonly UrgedDuty[] {
  return receivableDuties(file).filter(({ respondent }) => isBureausRespondent(bureau, involved, respondent));
}

/** A report can't come before its period began, nor a filing before its sitting. */
function earliestOf({ file }: OpenOffice, duty: UrgedDuty | undefined, today: CivilDate): CivilDate {
  const running = duty && [...file.deadlines, ...file.duties].find((one) => sameUrged(one, duty));
  return running?.startsOn ?? hearingOf(file, duty?.hearing)?.date ?? addDays(today, -365);
}

function choiceOf({ kind, hearing, subject, respondent }: UrgedDuty): string {
  return `${kind}:${hearing ?? subject ?? ""}:${respondent}`;
}

function wordsOf({ file }: OpenOffice, { kind, hearing, respondent }: UrgedDuty): string {
  const date = hearingOf(file, hearing)?.date;
  return `${respondent}：${periodName(kind)}${date === undefined ? "" : `（${printedDate(date)}开庭）`}`;
}
