/** 节假日安排: a year's notice is pasted or typed day by day, shown as it was read with what it moves, entered, and taken back. */
import { html } from "hono/html";
import { type AdminDeed, noticesIn, yearsWith } from "../../../../shared/domain/operations/admin-act.ts";
import { type CivilDate, dayOfWeek } from "../../../../shared/domain/time/time.ts";
import { dateWithWeekday, printedMoment } from "../../../../shared/letters/frame/dates.ts";
import { type Filled, problemSummary, select, textArea, tick } from "../../frame/fields.ts";
import type { Form } from "../../frame/form.ts";
import type { Markup } from "../../frame/page.ts";
import type { Answer, DeskPorts, ShownPage } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { type AtWork, workForm, workPlace } from "../workspace.ts";
import { type HolidaysTyped, holidaysTyped } from "./holiday-form.ts";
import { type MovedDeadlines, movedDeadlines } from "./moved-deadlines.ts";
import { missingYears, yearsInQuestion, yearsKnown } from "./years-known.ts";

const EMPTY: Filled = { form: {}, problems: [] };

export async function holidaysPage(
  ports: DeskPorts,
  work: AtWork,
  filled: Filled = EMPTY,
): Promise<ShownPage> {
  const { done, undone } = work.query;
  const entered = noticesIn(await ports.operations.calendarActs());
  return {
    status: filled.problems.length > 0 ? 422 : 200,
    title: "节假日安排",
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work)}">返回系统管理</a></li></ul></nav>
${problemSummary(filled)}
${done === undefined ? "" : html`<p class="done" role="status">已录入。各项功能5分钟内按新的安排计算；未办结事项的期限在下一次巡查（一小时内）重新计算，变动的期限记入案件办理经过，随每日摘要告知有关单位。</p>`}
${undone === undefined ? "" : html`<p class="done" role="status">已撤销，恢复为录入以前的安排；期限在下一次巡查重新计算。</p>`}
${missingYears(ports)}
${await yearsKnown(ports)}
${[...entered.values()].map(({ id, at, deed: { notice } }) =>
  workForm(
    work,
    html`<p>${notice.year}年的安排由管理员于${printedMoment(at)}录入。<input type="hidden" name="entered" value="${id}"><button type="submit" class="plain" name="do" value="withdraw">撤销这次录入</button></p>`,
  ),
)}
<h2>录入</h2>
${workForm(
  work,
  html`${textArea(filled, { name: "text", label: "通知全文", hint: "粘贴国务院办公厅关于某年部分节假日安排的通知，包括标题；保存前先核对读出的日期。", rows: 12 })}
<button type="submit" name="do" value="preview">读出日期，下一步核对</button>`,
)}
<details${filled.form.days === "yes" ? html` open` : ""}><summary>没有通知全文的，逐日填写</summary>${daysForm(ports, work, filled)}</details>`,
  };
}

/** What a form of it does: shows what was read, enters it, or takes an entry back. */
export async function submitHolidays(ports: DeskPorts, work: AtWork, form: Form): Promise<Answer> {
  if (form.do === "withdraw" || form.do === "withdraw-confirmed") return withdraw(ports, work, form);
  const typed = holidaysTyped(form, yearsInQuestion(ports.now()));
  if ("problems" in typed) return holidaysPage(ports, work, { form, problems: typed.problems });
  const { doubts, notice } = typed;
  if (form.do !== "confirm") return previewPage(ports, work, typed, { form: {}, problems: [] });
  if (doubts.length > 0 && form.checked !== "yes") {
    const problems = [{ field: "checked", message: "请先与通知原文核对，再勾选。" }];
    return previewPage(ports, work, typed, { form, problems });
  }
  await note(ports, work, form.id ?? "", { kind: "holidays-entered", notice });
  return { status: 303, to: workPlace(work, { part: "holidays", query: { done: String(notice.year) } }) };
}

async function previewPage(
  ports: DeskPorts,
  work: AtWork,
  { notice, doubts }: HolidaysTyped,
  filled: Filled,
): Promise<ShownPage> {
  const { year, holidays, workdays, text } = notice;
  const acts = await ports.operations.calendarActs();
  const entry = {
    id: "preview",
    at: ports.now(),
    by: "",
    deed: { kind: "holidays-entered", notice },
  } as const;
  const moved = await movedDeadlines(ports, yearsWith(ports.bundledYears, [...acts, entry]), year);
  const days = { year: String(year), off: holidays.join("\n"), worked: workdays.join("\n"), text };
  const hidden = Object.entries({ ...days, days: "yes", id: filled.form.id ?? ports.newFormId() });
  return {
    status: filled.problems.length > 0 ? 422 : 200,
    title: `核对${year}年节假日安排`,
    wide: true,
    body: html`<nav aria-label="返回"><ul><li><a href="${workPlace(work, { part: "holidays" })}">返回，不录入</a></li></ul></nav>
${problemSummary(filled)}
${doubts.length === 0 ? "" : html`<div class="note"><p><strong>下列各处请与通知原文核对：</strong></p><ul>${doubts.map((doubt) => html`<li>${doubt}</li>`)}</ul></div>`}
${dataTable({
  caption: `放假${holidays.length}天，周末上班（调休）${workdays.length}天；没有列出的周末放假，其余上班`,
  columns: ["日期", "安排", "原来"],
  rows: [...holidays, ...workdays]
    .toSorted()
    .map((day) => [
      dateWithWeekday(day),
      workdays.includes(day) ? html`<strong>上班</strong>` : "放假",
      formerly(ports, day),
    ]),
  empty: "",
})}
${movedWords(moved)}
${workForm(
  work,
  html`${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${doubts.length === 0 ? "" : tick(filled, { name: "checked", label: "上述各处已与通知原文核对，日期以上表为准" })}
<button type="submit" name="do" value="confirm">录入${year}年安排</button>`,
)}
<details><summary>日期有误的，在此改正</summary>${daysForm(ports, work, { form: days, problems: [] })}</details>`,
  };
}

/** What a day is by the calendar that holds. */
function formerly({ rules: { calendar } }: Pick<DeskPorts, "rules">, day: CivilDate): string {
  const weekend = dayOfWeek(day) === 0 || dayOfWeek(day) === 6;
  const { working, missing } = calendar.isWorkingDay(day);
  return `${working ? "上班" : weekend ? "周末" : "放假"}${missing === undefined ? "" : "（暂定）"}`;
}

async function withdraw(ports: DeskPorts, work: AtWork, form: Form): Promise<Answer> {
  const back = workPlace(work, { part: "holidays" });
  const acts = await ports.operations.calendarActs();
  const act = [...noticesIn(acts).values()].find(({ id }) => id === form.entered);
  // Somebody was faster, or the button was pressed twice.
  if (act === undefined) return { status: 303, to: back };
  const { year } = act.deed.notice;
  const deed = { kind: "holidays-withdrawn", year, entered: act.id } as const;
  if (form.do === "withdraw-confirmed") {
    await note(ports, work, form.id ?? "", deed);
    return { status: 303, to: workPlace(work, { part: "holidays", query: { undone: String(year) } }) };
  }
  const after = yearsWith(ports.bundledYears, [...acts, { id: "preview", at: ports.now(), by: "", deed }]);
  const moved = await movedDeadlines(ports, after, year);
  const known = after.some((one) => one.year === year);
  return {
    status: 200,
    title: `撤销${year}年节假日安排`,
    body: html`<p>撤销${act.by}于${printedMoment(act.at)}的录入以后，${known ? `恢复使用${year}年原来的安排。` : `${year}年没有节假日安排，有关期限暂按周末和法定节日推算。`}</p>
${movedWords(moved)}
${workForm(work, html`<input type="hidden" name="entered" value="${act.id}"><input type="hidden" name="id" value="${ports.newFormId()}"><button type="submit" name="do" value="withdraw-confirmed">撤销录入</button>`)}
<p><a href="${back}">返回，不撤销</a></p>`,
  };
}

function movedWords({ deadlines, cases, more }: MovedDeadlines): Markup {
  if (more)
    return html`<p class="note">涉及的案件较多：已核算的案件中，${cases}件案件的${deadlines}个期限将变动，其余在巡查时逐件计算。</p>`;
  return deadlines === 0
    ? html`<p>没有正在计算的期限因此变动。</p>`
    : html`<p class="note">${cases}件案件的${deadlines}个期限将变动，在下一次巡查时重新计算。</p>`;
}

function daysForm(ports: DeskPorts, work: AtWork, filled: Filled): Markup {
  const years = yearsInQuestion(ports.now()).map((year) => [String(year), `${year}年`] as const);
  return workForm(
    work,
    html`<input type="hidden" name="days" value="yes"><input type="hidden" name="text" value="${filled.form.text ?? ""}">
${select(filled, { name: "year", label: "年份", options: years.toReversed(), none: null })}
${textArea(filled, { name: "off", label: "放假日期", hint: "每行一天，例如：2027-01-01；包括放假期间的周末。", rows: 8 })}
${textArea(filled, { name: "worked", label: "上班日期（调休）", hint: "每行一天，没有的不填。", rows: 4 })}
<button type="submit" class="second" name="do" value="preview">下一步核对</button>`,
  );
}

async function note(ports: DeskPorts, work: AtWork, form: string, deed: AdminDeed): Promise<void> {
  const id = /^[\w-]{8,64}$/.test(form) ? form : ports.newFormId();
  await ports.operations.note({ id, at: ports.now(), by: work.session.mailbox, deed });
}
