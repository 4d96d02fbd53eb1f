/** The form by which a bureau registers a court's proposal (司法建议), or puts right what was read in its paper. */
import { html } from "hono/html";
import { type CaseNumber, parseCaseNumber } from "../../../shared/domain/court/case-number.ts";
import { defined } from "../../../shared/domain/defined.ts";
import { lookup, type Organisation } from "../../../shared/domain/organisations/directory.ts";
import { earliestDay } from "../../../shared/domain/programme/decide.ts";
import type { Suggestion } from "../../../shared/domain/programme/entry.ts";
import type { SuggestionFacts } from "../../../shared/domain/suggestion/suggestion.ts";
import { type ReplyTerm, SUGGESTION_SORTS } from "../../../shared/domain/suggestion/suggestion-paper.ts";
import { addDays, type CivilDate } from "../../../shared/domain/time/time.ts";
import { sortName } from "../../../shared/letters/registers/suggestion-wording.ts";
import { dateField, type Filled, select, textArea, textField } from "../frame/fields.ts";
import type { Form, FormReader } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts } from "../frame/room.ts";

const MOST_ADVICE = 12;
const MOST_CASES = 30;
/** No court gives longer. */
const MOST_DAYS = 366;

const UNITS = [
  ["days", "日"],
  ["working-days", "个工作日"],
  ["months", "个月"],
] as const;

/** What the form begins with where a proposal is corrected. */
export function suggestionGiven(suggestion: Suggestion): Form {
  const { number = "", court, issuedOn = "", receivedOn, to, sort, caseNumbers, advice, reply } = suggestion;
  return {
    number,
    court: court.name,
    issuedOn,
    receivedOn,
    agency: to.name,
    sort,
    caseNumbers: caseNumbers.join("\n"),
    advice: advice.join("\n"),
    ...(reply.written ? termGiven(reply.term) : {}),
  };
}

function termGiven(term: ReplyTerm): Form {
  if ("by" in term) return { replyBy: term.by };
  if ("months" in term) return { replyCount: String(term.months), replyUnit: "months" };
  if ("workingDays" in term) return { replyCount: String(term.workingDays), replyUnit: "working-days" };
  return { replyCount: String(term.days), replyUnit: "days" };
}

export function suggestionFields(filled: Filled, today: CivilDate, days: number): Markup {
  const min = earliestDay(today);
  return html`${textField(filled, { name: "number", label: "文号（可不填）", hint: "例如：（2026）鲁1323司建2号" })}
${textField(filled, { name: "court", label: "人民法院", required: true, hint: "写名录中的全称" })}
${dateField(filled, { name: "issuedOn", label: "司法建议书日期（可不填）", min, max: today })}
${dateField(filled, { name: "receivedOn", label: "收到日期", required: true, min, max: today, hint: "期限自收到次日起算。" })}
${textField(filled, { name: "agency", label: "主送单位", required: true, hint: "写名录中的全称；主送多个单位的，分别登记。" })}
${select(filled, { name: "sort", label: "类别", required: true, options: SUGGESTION_SORTS.map((one) => [one, sortName(one)] as const) })}
${textArea(filled, { name: "caseNumbers", label: "所涉案号（可不填）", rows: 2, hint: "每行一个。" })}
${textArea(filled, { name: "advice", label: "建议内容", rows: 5, required: true, hint: "每行一条，照司法建议书填写。" })}
<h2>复函期限</h2><p class="hint">司法建议书没有载明的，都不填，按本市工作机制自收到之日起${days}日。</p>
${textField(filled, { name: "replyCount", label: "收到之日起（数字）" })}
${select(filled, { name: "replyUnit", label: "单位", options: UNITS })}
${dateField(filled, { name: "replyBy", label: "或者在此日前", min })}`;
}

/** What it says; undefined where the reader found problems. */
export async function readSuggestionForm(
  { directory, rules }: Pick<DeskPorts, "directory" | "rules">,
  reader: FormReader,
  form: Form,
  today: CivilDate,
): Promise<Omit<SuggestionFacts, "doubts" | "document"> | undefined> {
  const min = earliestDay(today);
  const number = reader.optionalText("number", "文号", 60);
  const courtName = reader.text("court", "人民法院", 60);
  const issuedOn =
    (form.issuedOn ?? "") === "" ? undefined : reader.date("issuedOn", "司法建议书日期", min, today);
  const receivedOn = reader.date("receivedOn", "收到日期", min, today);
  const name = reader.text("agency", "主送单位", 60);
  const sort = reader.choice("sort", "类别", SUGGESTION_SORTS);
  const caseNumbers = readNumbers(reader);
  const advice = reader.lines("advice", "建议内容", MOST_ADVICE, 500);
  if (advice.length === 0) reader.problem("advice", "请填写建议内容。");
  const term = readTerm(reader, form, today);
  if (reader.problems.length > 0 || receivedOn === undefined || sort === undefined) return undefined;
  const [courts, units] = await Promise.all([
    directory.find(lookup.name(courtName)),
    directory.find(lookup.name(name)),
  ]);
  const court = only(courts.filter(({ kind }) => kind === "court"));
  if (court === undefined) reader.problem("court", `名录中没有唯一对应的法院“${courtName}”，请填写全称。`);
  const to = only(units.filter(({ kind }) => kind !== "court"));
  // 纪委监委 and others are no unit of the directory: nobody is reminded there, and the register has it all the same.
  if (to === undefined && units.length > 1)
    reader.problem("agency", `名录中有多个“${name}”，请填写全称，或者请管理员更正名录。`);
  if (court === undefined || reader.problems.length > 0) return undefined;
  return {
    ...defined({ number, issuedOn }),
    court: { name: court.name, organisation: court.id },
    receivedOn,
    to: { name: to?.name ?? name, ...defined({ organisation: to?.id }) },
    sort,
    caseNumbers,
    advice,
    reply:
      term === undefined
        ? { term: { days: rules.policy.periods.suggestionDays }, written: false }
        : { term, written: true },
  };
}

function only(found: readonly Organisation[]): Organisation | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function readNumbers(reader: FormReader): readonly CaseNumber[] {
  return reader.lines("caseNumbers", "所涉案号", MOST_CASES, 40).flatMap((line) => {
    const number = parseCaseNumber(line);
    if (number === undefined)
      reader.problem("caseNumbers", `“${line}”不是行政案件的案号，请核对，例如（2026）鲁1302行初45号。`);
    return number ?? [];
  });
}

function readTerm(reader: FormReader, form: Form, today: CivilDate): ReplyTerm | undefined {
  const { replyCount = "", replyBy = "" } = form;
  if (replyBy !== "" && replyCount !== "") {
    reader.problem("replyBy", "期限请只填写一种：自收到之日起多久，或者某日前。");
    return undefined;
  }
  if (replyBy !== "") {
    const by = reader.date("replyBy", "复函期限", earliestDay(today), addDays(today, MOST_DAYS));
    return by && { by };
  }
  if (replyCount === "") return undefined;
  const count = Number(replyCount);
  const unit = reader.choice("replyUnit", "期限的单位", ["days", "working-days", "months"]);
  if (!Number.isInteger(count) || count < 1 || count > MOST_DAYS) {
    reader.problem("replyCount", `请填写1至${MOST_DAYS}的数字。`);
    return undefined;
  }
  if (unit === "months") return { months: count };
  return unit === "working-days" ? { workingDays: count } : { days: count };
}
