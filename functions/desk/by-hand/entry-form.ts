/** 录入案件: a case whose court has sent nothing, by what the bureau knows of it. */
import { html } from "hono/html";
import { identify } from "../../../shared/casework/involved.ts";
import { partsOf } from "../../../shared/domain/court/case-number.ts";
import { judgePlaintiffs } from "../../../shared/domain/court/enterprise.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { lookup, type Organisation } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { addDays } from "../../../shared/domain/time/time.ts";
import { dateField, textArea, textField } from "../frame/fields.ts";
import { type HandForm, readSource, sourceFields } from "./hand-form.ts";
import { hearingFields, readHearing } from "./hearing-forms.ts";

/** The bureau that enters it. */
export interface OpenEntry {
  readonly bureau: Organisation;
}

const MOST_NAMES = 20;
const LONGEST_NAME = 60;
const LONGEST_AGO_DAYS = 60;

export const ENTER_CASE: HandForm<OpenEntry> = {
  title: "录入案件",
  what: "已知有这一案件（例如单位来电、收到邮寄的应诉通知），人民法院还没有上传文书的。",
  button: "录入",
  refusal: () => undefined,
  fields: (
    _,
    filled,
    today,
  ) => html`${textField(filled, { name: "number", label: "案号", hint: "例如：（2026）鲁1302行初45号。" })}
${textField(filled, { name: "court", label: "审理法院（可以不填）", hint: "不填的，按案号中的法院代码确定。" })}
${textArea(filled, { name: "plaintiffs", label: "原告（每行一个）", rows: 2 })}
${textArea(filled, { name: "respondents", label: "被告（每行一个，写全称）", rows: 2, hint: "名录中没有的名称，登记后列入待核。" })}
${textField(filled, { name: "cause", label: "案由（可以不填）" })}
${dateField(filled, { name: "served", label: "行政机关收到传票、应诉通知的日期（可以不填）", hint: "三日报告从次日起算；不填的，从录入当日起算。", max: today })}
<h3>已知开庭时间的，填写</h3>${hearingFields(filled, today)}
<h3>来源</h3>${sourceFields(filled, today)}`,
  read({ bureau }, form, reader, today) {
    const caseNumber = reader.caseNumber("number");
    const court = reader.optionalText("court", "审理法院", LONGEST_NAME);
    const plaintiffs = reader.lines("plaintiffs", "原告", MOST_NAMES, LONGEST_NAME);
    const names = reader.lines("respondents", "被告", MOST_NAMES, LONGEST_NAME);
    if (names.length === 0) reader.problem("respondents", "请填写被告，每行一个。");
    const cause = reader.optionalText("cause", "案由", LONGEST_NAME);
    const servedOn =
      (form.served ?? "") === ""
        ? undefined
        : reader.date("served", "收到日期", addDays(today, -LONGEST_AGO_DAYS), today);
    const hasHearing = [form.date, form.time, form.place].some((value) => (value ?? "") !== "");
    const hearing = hasHearing ? readHearing(form, reader, today) : undefined;
    const source = readSource(reader, today);
    if (caseNumber === undefined || source === undefined) return undefined;
    return async (cases, { at, by }, { directory }) => {
      const { court: code } = partsOf(caseNumber);
      const [seat] = await directory.find(lookup.court(code));
      const written = court ?? seat?.name;
      if (written === undefined) return { type: "no-court" };
      const respondents = await identify(
        [...new Set(names)].map((name) => ({ name })),
        directory,
      );
      if (!isTheirs(bureau, seat, respondents)) return { type: "others-case" };
      const { enterprise } = judgePlaintiffs(plaintiffs);
      const decision = await cases.decide(caseNumber, {
        type: "enter-case",
        at,
        by,
        caseNumber,
        court: written,
        parties: { plaintiffs, respondents, thirdParties: [], ...defined({ cause, enterprise }) },
        source,
        ...defined({ hearing, servedOn }),
      });
      return decision.accepted ? undefined : (decision.refusal as DeskRefusal);
    };
  },
};

/** A case is a bureau's by its court or by one of its agencies; the municipal one sees to all. */
function isTheirs(
  { jurisdiction }: Organisation,
  court: Organisation | undefined,
  respondents: Awaited<ReturnType<typeof identify>>,
): boolean {
  return (
    [CITY_ITSELF, court?.jurisdiction].includes(jurisdiction) ||
    respondents.some(({ identity }) => identity?.jurisdiction === jurisdiction)
  );
}
