/**
 * 裁判送达、生效和履行: what the court knows, or the bureau on its word: on which days whom it served, since when the judgment holds, whether
 * enforcement is stayed, and which acts are done.
 */
import { html } from "hono/html";
import {
  boundBy,
  confirmedActs,
  judgedCase,
  partiesOf,
  servedFrom,
  serviceOf,
} from "../../../shared/domain/case-file/judgment.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { performanceOf } from "../../../shared/domain/judgment/judgment-matter.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { addDays, type CivilDate, civilDateAt } from "../../../shared/domain/time/time.ts";
import { actWords } from "../../../shared/letters/wording/judgment/judgment-wording.ts";
import type { TaskDesk } from "../case-task/task-desk.ts";
import { caseView } from "../frame/case-view.ts";
import { actorField, dateField, type Filled, radios, textArea } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";

const LONGEST_AGO = 1_500;

export const judgmentNoteDesk: TaskDesk<Link<"judgment-note">> = {
  title: "裁判送达、生效和履行",
  done: "已登记",
  button: "登记",

  refusal: ({ file }) => (judgedCase(file) === undefined ? { type: "no-judgment" } : undefined),

  shown: ({ file }) => caseView(file, undefined),

  given: ({ file }) => ({
    ...Object.fromEntries(
      partiesOf(file).flatMap((party, index) => {
        const service = serviceOf(file, party);
        return service === undefined ? [] : [[`served${index}`, service.on] as const];
      }),
    ),
    ...Object.fromEntries(itemsOf(file).map((_, index) => [`done${index}`, "same"])),
    stay: "same",
  }),

  fields: ({ file }, filled) => html`<h2>送达</h2>
<p>只填写知道的；不知道的留空。送达回证也可以直接上传，系统自行读取。</p>
${partiesOf(file).map((party, index) => dateField(filled, { name: `served${index}`, label: `送达${party}的日期` }))}
<h2>生效</h2>
${dateField(filled, { name: "effectiveOn", label: "裁判生效日期", hint: "有生效证明或者能够确认的填写；不填的，按送达日期和上诉情况计算。" })}
${radios(filled, {
  name: "stay",
  label: "执行",
  options: [
    ["same", "没有变化"],
    ["stayed", "已裁定中止执行"],
    ["resumed", "恢复执行"],
  ],
})}
${performanceFields(file, filled)}
${textArea(filled, { name: "text", label: "说明", rows: 2, hint: "登记未履行的必须填写；会告知该单位。" })}
${actorField(filled, "登记人")}`,

  async command(open, form, reader, ports) {
    const { file } = open;
    const today = civilDateAt(ports.now());
    const from = servedFrom(file, addDays(today, -LONGEST_AGO));
    const dated = (field: string, name: string) =>
      (form[field] ?? "") === "" ? undefined : reader.date(field, name, from, today);
    const services = partiesOf(file).flatMap((party, index) => {
      const on = dated(`served${index}`, `送达${party}的日期`);
      return on === undefined || on === serviceOf(file, party)?.on ? [] : [{ party, on }];
    });
    const effectiveOn = dated("effectiveOn", "裁判生效日期");
    const stay = form.stay ?? "same";
    const { performed, refused } = readPerformances(file, form, reader, today);
    const text =
      refused.length > 0
        ? reader.text("text", "说明", 500)
        : (reader.optionalText("text", "说明", 500) ?? "");
    if (reader.problems.length > 0) return undefined;
    return {
      type: "note-judgment",
      source: open.holder === "court" ? "court" : "bureau",
      services,
      performed,
      refused,
      text,
      ...defined({ effectiveOn }),
      ...(stay !== "same" && stay !== "" && { stayed: stay === "stayed" }),
    };
  },
};

interface Item {
  readonly item: number;
  readonly respondent: string;
  readonly words: string;
  readonly isFiled: boolean;
}

function itemsOf(file: CaseFile): readonly Item[] {
  return confirmedActs(file).flatMap((act) =>
    boundBy(file, act).map((respondent) => {
      const done = file.judgment && performanceOf(file.judgment, { item: act.item, respondent });
      return { item: act.item, respondent, words: actWords(act), isFiled: done !== undefined };
    }),
  );
}

function performanceFields(file: CaseFile, filled: Filled): Markup {
  const items = itemsOf(file);
  if (items.length === 0) return html``;
  return html`<h2>履行</h2>${items.map(
    ({ item, respondent, words, isFiled }, index) =>
      html`${radios(filled, {
        name: `done${index}`,
        label: `第${item}项（${respondent}）：${words}${isFiled ? "，单位已填报履行" : ""}`,
        options: [
          ["same", "没有变化"],
          ["performed", "已经履行完毕"],
          ...(isFiled ? ([["refused", "尚未履行，单位填报不实"]] as const) : []),
        ],
      })}${dateField(filled, { name: `on${index}`, label: `第${item}项履行日期`, hint: "选“已经履行完毕”的填写。" })}`,
  )}`;
}

function readPerformances(file: CaseFile, form: Form, reader: FormReader, today: CivilDate) {
  const performed: { item: number; respondent: string; on: CivilDate }[] = [];
  const refused: { item: number; respondent: string }[] = [];
  for (const [index, { item, respondent }] of itemsOf(file).entries()) {
    const said = form[`done${index}`];
    if (said === "refused") refused.push({ item, respondent });
    if (said !== "performed") continue;
    const on = reader.date(`on${index}`, `第${item}项履行日期`, addDays(today, -LONGEST_AGO), today);
    if (on !== undefined) performed.push({ item, respondent, on });
  }
  return { performed, refused };
}
