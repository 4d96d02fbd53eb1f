/** 司法建议台账: all proposals of courts a bureau sees in a year, by state, sort and court, with the rate of replies; registering one. */
import { html } from "hono/html";
import { refOf, type Suggestion } from "../../../shared/domain/programme/entry.ts";
import { registerSuggestion } from "../../../shared/domain/programme/suggestion-decisions.ts";
import { percent } from "../../../shared/domain/statistics/rate.ts";
import { replyDeadline } from "../../../shared/domain/suggestion/reply-deadline.ts";
import { replyOf, suggestionState } from "../../../shared/domain/suggestion/suggestion.ts";
import { countSuggestions } from "../../../shared/domain/suggestion/suggestion-count.ts";
import { SUGGESTION_SORTS } from "../../../shared/domain/suggestion/suggestion-paper.ts";
import {
  type CivilDate,
  civilDateAt,
  lastTwoYears,
  parseYear,
  type Year,
  yearOf,
} from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import {
  adoptionName,
  sortName,
  suggestionTitle,
} from "../../../shared/letters/registers/suggestion-wording.ts";
import { readSuggestionForm, suggestionFields, suggestionGiven } from "../entries/suggestion-form.ts";
import { suggestionStateView, suggestionView } from "../entries/suggestion-view.ts";
import { actOnEntry, recordEntry, sentBefore } from "../entries/write-entry.ts";
import { actorField, type Filled, problemSummary, select } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf, sendingOf } from "../frame/form-frame.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, ShownPage, Visit } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { entryPlace, type Opened, wayBack } from "./programme-visit.ts";
import { yearNav } from "./year-nav.ts";

/** The parts of a programme's address: the register, and the form. */
export const SUGGESTIONS_PART = "suggestions";
export const SUGGESTION_PART = "suggestion";

const STATES = [
  ["to-check", "待核对"],
  ["awaiting-reply", "待复函"],
  ["overdue", "逾期未复函"],
  ["replied", "已复函"],
] as const;

/** The register. */
export async function suggestionsPage(ports: DeskPorts, { scope, visit }: Opened): Promise<ShownPage> {
  const today = civilDateAt(ports.now());
  const year = parseYear(visit.query.year ?? "") ?? yearOf(today);
  const all = (await Promise.all(scope.seen.map((area) => ports.records.programme(area, year))))
    .flat()
    .filter((one): one is Suggestion => one.kind === "suggestion");
  const chosen = all.filter((one) => isChosen(one, visit.query, today, ports));
  return {
    status: 200,
    title: `${year}年司法建议台账`,
    wide: true,
    body: html`${wayBack(visit, year)}
${yearNav(
  lastTwoYears(today),
  year,
  (one) => placeOf(visit, { part: SUGGESTIONS_PART, query: { year: one } }),
  html`<li><a href="${placeOf(visit, { part: SUGGESTION_PART })}">登记司法建议</a></li>`,
)}
${figuresView(all, year, today, ports)}
${filterForm(visit, year)}
${dataTable({
  caption: `共${chosen.length}条`,
  columns: ["司法建议", "人民法院", "主送单位", "类别", "收到", "复函时限", "状态", "采纳"],
  rows: chosen
    .toSorted((one, other) => (one.receivedOn > other.receivedOn ? -1 : 1))
    .map((one) => [
      html`<a href="${entryPlace(visit, one)}">${suggestionTitle({ ...one, court: one.court.name })}</a>${one.caseNumbers.length === 0 ? "" : html`<small>${one.caseNumbers.join("、")}</small>`}`,
      one.court.name,
      one.to.name,
      sortName(one.sort),
      printedDate(one.receivedOn),
      printedDate(replyDeadline(one, ports.rules.calendar).due),
      suggestionStateView(one, today, ports.rules),
      adoptedWords(one),
    ]),
  empty: "没有这样的司法建议。",
})}`,
  };
}

function adoptedWords(suggestion: Suggestion): string {
  const reply = replyOf(suggestion);
  return reply === undefined ? "" : adoptionName(reply.adoption);
}

function isChosen(
  suggestion: Suggestion,
  { state = "", sort = "", court = "", unit = "" }: Visit["query"],
  today: CivilDate,
  { rules }: Pick<DeskPorts, "rules">,
): boolean {
  const { due } = replyDeadline(suggestion, rules.calendar);
  const stands = suggestion.withdrawn === undefined ? suggestionState(suggestion) : "withdrawn";
  const isState =
    state === "" || (state === "overdue" ? stands === "awaiting-reply" && due < today : stands === state);
  return (
    isState &&
    (sort === "" || suggestion.sort === sort) &&
    suggestion.court.name.includes(court) &&
    suggestion.to.name.includes(unit)
  );
}

/** What the year comes to; those that were withdrawn count for nothing. */
function figuresView(
  all: readonly Suggestion[],
  year: Year,
  on: CivilDate,
  { rules }: Pick<DeskPorts, "rules">,
): Markup {
  const live = all.filter(({ withdrawn, doubts }) => withdrawn === undefined && doubts.length === 0);
  const period = { from: `${year}-01-01` as CivilDate, to: `${year}-12-31` as CivilDate, on };
  const {
    received,
    due,
    answered,
    inTime,
    overdue,
    adopted,
    partly,
    refused: not,
  } = countSuggestions(live, period, rules.calendar);
  return html`<p>截至${printedDate(on)}，收到${received}条；已到期或者已复函${due}条，其中已复函${answered}条（复函率${percent({ part: answered, whole: due })}），按期复函${inTime}条（按期复函率${percent({ part: inTime, whole: due })}），逾期未复函${overdue}条。复函中采纳${adopted}条、部分采纳${partly}条、不采纳${not}条。</p>`;
}

/** A form without anything to send but the address. */
function filterForm({ query }: Visit, year: Year): Markup {
  const filled: Filled = { form: query, problems: [] };
  return html`<form method="get" class="filters"><input type="hidden" name="year" value="${year}">
${select(filled, { name: "state", label: "状态", options: STATES, none: "全部" })}
${select(filled, { name: "sort", label: "类别", options: SUGGESTION_SORTS.map((one) => [one, sortName(one)] as const), none: "全部" })}
<div class="field"><label for="court">人民法院</label><input id="court" name="court" type="text" maxlength="60" value="${query.court ?? ""}"></div>
<div class="field"><label for="unit">主送单位</label><input id="unit" name="unit" type="text" maxlength="60" value="${query.unit ?? ""}"></div>
<button type="submit">筛选</button></form>`;
}

/** The form: a new one, or one that is checked or corrected. */
export function suggestionFormPage(
  ports: DeskPorts,
  visit: Visit,
  entry: Suggestion | undefined,
  filled: Filled | undefined,
  status: 200 | 409 | 422,
): ShownPage {
  const today = civilDateAt(ports.now());
  const shown = filled ?? { form: entry === undefined ? {} : suggestionGiven(entry), problems: [] };
  const isToCheck = entry !== undefined && entry.doubts.length > 0;
  return {
    status,
    title: entry === undefined ? "登记司法建议" : isToCheck ? "核对司法建议" : "更正司法建议",
    body: html`${wayBack(visit)}${problemSummary(shown)}<p>提交后，系统通知主送单位办理并按期提醒；主送单位不在名录中的，只登记，不通知。</p>${entry === undefined ? "" : html`<section id="latest" tabindex="-1"><h2>目前登记的内容</h2>${suggestionView(entry, today, ports.rules)}</section>`}
${formFrame(
  ports,
  entry?.revision,
  html`${suggestionFields(shown, today, ports.rules.policy.periods.suggestionDays)}${actorField(shown, "登记人")}`,
  entry === undefined ? "登记并通知" : isToCheck ? "核对无误，通知主送单位" : "保存更正",
  shown.form.form,
)}`,
  };
}

export async function submitSuggestionForm(
  ports: DeskPorts,
  { link, scope, visit }: Opened,
  entry: Suggestion | undefined,
  form: Form,
): Promise<Answer> {
  if (entry !== undefined && entry.jurisdiction !== scope.own) return refusalPage({ type: "not-theirs" });
  const reader = new FormReader(form);
  const at = ports.now();
  const facts = await readSuggestionForm(ports, reader, form, civilDateAt(at));
  const by = reader.text("by", "您的姓名", 30);
  const id = formIdOf(reader, form);
  if (facts === undefined || reader.problems.length > 0)
    return suggestionFormPage(ports, visit, entry, { form, problems: reader.problems }, 422);
  const cause = `link:${link.nonce}`;
  if (entry === undefined) {
    const registered = registerSuggestion(
      { ...facts, doubts: [] },
      { id, jurisdiction: scope.own, at, by, cause },
    );
    if ((await recordEntry(ports, registered, facts)) === "other-words")
      return suggestionFormPage(ports, visit, entry, sentBefore(form), 409);
    return { status: 303, to: entryPlace(visit, registered) };
  }
  const refusal = await actOnEntry(ports, refOf(entry), {
    type: "settle",
    facts,
    at,
    by,
    cause,
    form: sendingOf(form),
    revision: Number(form.revision),
  });
  if (refusal === undefined) return { status: 303, to: entryPlace(visit, entry) };
  const now = await ports.records.programmeEntry(refOf(entry));
  const latest = now?.kind === "suggestion" ? now : entry;
  return suggestionFormPage(ports, visit, latest, { form, problems: [refused(refusal)] }, 409);
}
