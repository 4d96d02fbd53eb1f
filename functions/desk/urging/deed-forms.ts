/** What a person fills in to put a letter off, to send it, to note what came in, to have the superior informed. */

import { html } from "hono/html";
import type {
  NoteReceived,
  UrgingChoice,
} from "../../../shared/domain/case-file/decisions/urging-decisions.ts";
import { hearingOf } from "../../../shared/domain/case-file/state.ts";
import { addDays, type CivilDate } from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { actorField, dateField, type Filled, radios, textArea } from "../frame/fields.ts";
import type { FormReader } from "../frame/form.ts";
import { designatedFor } from "../frame/head-fields.ts";
import type { Markup } from "../frame/page.ts";
import { attendanceFields, readAttendance, readWay, wayField } from "../frame/receipt-fields.ts";
import type { Deed, OpenUrging } from "./open-urging.ts";

/** Nothing is put off for longer than this without a new word. */
const LONGEST_HOLD_DAYS = 30;

/** What a form asks for, besides by whom and when. */
export type Meant =
  | { readonly decides: UrgingChoice }
  | { readonly notes: Pick<NoteReceived, "on" | "way" | "attendance"> };

interface DeedForm {
  readonly title: string;
  readonly button: string;
  readonly fields: (open: OpenUrging, filled: Filled, today: CivilDate) => Markup;
  /** Undefined where the reader found problems. `document` names what is noted among the sources of attendance. */
  readonly read: (
    open: OpenUrging,
    reader: FormReader,
    today: CivilDate,
    document: string,
  ) => Meant | undefined;
}

/** A hold ends on a day to come, a report's no later than its hearing. */
function holdLimits({ file, duty }: OpenUrging, today: CivilDate) {
  const from = addDays(today, 1);
  const hearing =
    duty.kind === "report" && duty.hearing !== undefined ? hearingOf(file, duty.hearing)?.date : undefined;
  const to = addDays(today, LONGEST_HOLD_DAYS);
  return { from, to: hearing !== undefined && hearing < to ? hearing : to };
}

export const DEED_FORMS: Readonly<Record<Deed, DeedForm>> = {
  hold: {
    title: "暂缓督办",
    button: "暂缓",
    fields(open, filled, today) {
      const { from, to } = holdLimits(open, today);
      return html`${dateField(filled, {
        name: "until",
        label: "暂缓至",
        hint: `${printedDate(from)}至${printedDate(to)}之间；当日在每日摘要中再次列出，仍不处理的，下一工作日发函。`,
        min: from,
        max: to,
      })}
${textArea(filled, { name: "reason", label: "原因", rows: 2 })}
${actorField(filled, "经办人")}`;
    },
    read(open, reader, today) {
      const { from, to } = holdLimits(open, today);
      const until = reader.date("until", "暂缓的日期", from, to);
      const reason = reader.text("reason", "暂缓的原因", 200);
      return until && { decides: { decision: "held", until, reason } };
    },
  },
  received: {
    title: "登记已收到",
    button: "登记收到",
    fields({ file, duty }, filled, today) {
      const isFiling = duty.kind === "filing";
      return html`${dateField(filled, { name: "on", label: "收到日期", max: today })}
${wayField(filled, "收到方式")}
${isFiling ? html`${attendanceFields(filled, designatedFor(file, duty.respondent))}<h3>共同填写</h3>` : ""}
${actorField(filled, "登记人")}`;
    },
    read(open, reader, today, document) {
      const { duty } = open;
      const deadline = open.running.duty;
      const on = reader.date("on", "收到日期", deadline.startsOn, today);
      const way = readWay(reader, "收到方式");
      const { file } = open;
      const { respondent } = duty;
      const attendance =
        duty.kind === "filing"
          ? readAttendance(reader, {
              agency: respondent,
              designated: designatedFor(file, respondent),
              document,
              judge: open.judge(hearingOf(file, duty.hearing)?.date ?? today),
            })
          : "unsaid";
      if (on === undefined || way === undefined || attendance === undefined) return undefined;
      return { notes: { on, way, ...(attendance !== "unsaid" && { attendance }) } };
    },
  },
  send: {
    title: "立即发出督办函",
    button: "发出督办函",
    fields: (_, filled) => actorField(filled, "经办人"),
    read: () => ({ decides: { decision: "released" } }),
  },
  copy: {
    title: "督办函抄送上级",
    button: "提交",
    fields: (_, filled) => html`${radios(filled, {
      name: "copy",
      label: "是否抄送",
      options: [
        ["copy-confirmed", "抄送：函件如下，立即发给其上级机关"],
        ["copy-declined", "不抄送"],
      ],
    })}
${textArea(filled, { name: "reason", label: "不抄送的原因", rows: 2, hint: "选“不抄送”的填写，可以不填。" })}
${actorField(filled, "经办人")}`,
    read(_, reader) {
      const decision = reader.choice("copy", "是否抄送", ["copy-confirmed", "copy-declined"]);
      const reason = reader.optionalText("reason", "不抄送的原因", 200) ?? "";
      if (decision === undefined) return undefined;
      return { decides: decision === "copy-declined" ? { decision, reason } : { decision } };
    },
  },
};
