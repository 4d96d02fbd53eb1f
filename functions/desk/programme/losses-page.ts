/**
 * 败诉案件台账: the lost cases of a year that a bureau sees, by state, cause and unit, with a chart of the causes and what repeats; from each a
 * correction (整改建议) can be proposed, filled in from its report.
 */
import { html } from "hono/html";
import { countLosses } from "../../../shared/domain/loss/loss-count.ts";
import { LOSS_CAUSES } from "../../../shared/domain/loss/loss-report.ts";
import { isLossOverdue, LOSS_STATES, type LostCase } from "../../../shared/domain/loss/lost-case.ts";
import { type RepeatedLoss, repeatedLosses } from "../../../shared/domain/loss/repeated-loss.ts";
import { percent } from "../../../shared/domain/statistics/rate.ts";
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
  causeName,
  lossKindName,
  lossStateName,
  repeatedLines,
} from "../../../shared/letters/registers/loss-wording.ts";
import { barChart } from "../frame/bar-chart.ts";
import { type Filled, select } from "../frame/fields.ts";
import type { Markup } from "../frame/page.ts";
import { linkPlace, placeOf } from "../frame/place.ts";
import type { DeskPorts, ShownPage, Visit } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { casePageLink } from "./case-links.ts";
import { type Opened, wayBack } from "./programme-visit.ts";
import { yearNav } from "./year-nav.ts";

/** Cases of a page: more are found by the filter. */
const MOST_ROWS = 200;

/** The part of a programme's address. */
export const LOSSES_PART = "losses";

const STATES = [
  ...LOSS_STATES.map((state) => [state, lossStateName(state)] as const),
  ["overdue", "逾期未报告"] as const,
  ["repeated", "重复败诉"] as const,
];

export async function lossesPage(ports: DeskPorts, { link, scope, visit }: Opened): Promise<ShownPage> {
  const today = civilDateAt(ports.now());
  const year = parseYear(visit.query.year ?? "") ?? yearOf(today);
  const before = String(Number(year) - 1) as Year;
  const [own, former] = await Promise.all(
    [year, before].map(async (one) =>
      (await Promise.all(scope.seen.map((area) => ports.records.losses(area, one)))).flat(),
    ),
  );
  const losses = own ?? [];
  // What repeats may rest on a case of the year before.
  const again = repeatedLosses([...losses, ...(former ?? [])], {
    from: `${year}-01-01` as CivilDate,
    to: `${year}-12-31` as CivilDate,
  });
  const repeated: Repeated = new Map(again.map((one) => [nameOf(one.loss), one]));
  const chosen = losses.filter((one) => isChosen(one, visit.query, today, repeated));
  const keys = await ports.keys();
  return {
    status: 200,
    title: `${year}年败诉案件台账`,
    wide: true,
    body: html`${wayBack(visit, year)}
${yearNav(lastTwoYears(today), year, (one) => placeOf(visit, { part: LOSSES_PART, query: { year: one } }))}
${figuresView(chosen, repeated, today)}
${filterForm(visit, year)}
${dataTable({
  caption: `判决日期在${year}年的败诉案件，共${chosen.length}件（按案件和单位计）${chosen.length > MOST_ROWS ? `，列出判决最晚的${MOST_ROWS}件，请用筛选缩小范围` : ""}`,
  columns: ["案号", "单位", "判决", "生效", "报告时限", "状态", "类型和原因", "整改"],
  rows: chosen
    .toSorted((one, other) => (one.lostOn > other.lostOn ? -1 : 1))
    .slice(0, MOST_ROWS)
    .map((one) => {
      const place = linkPlace(visit, keys, casePageLink(ports, link.recipient, one.caseNumber));
      return rowOf(visit, one, place, today, repeated, scope.own);
    }),
  empty: "没有这样的败诉案件。",
})}`,
  };
}

/** What repeats, by its case and unit. */
type Repeated = ReadonlyMap<string, RepeatedLoss>;

function nameOf({ caseNumber, respondent }: Pick<LostCase, "caseNumber" | "respondent">): string {
  return `${caseNumber} ${respondent}`;
}

function isChosen(
  loss: LostCase,
  { state = "", cause = "", unit = "" }: Visit["query"],
  today: CivilDate,
  repeated: Repeated,
): boolean {
  const isState =
    state === "" ||
    (state === "overdue"
      ? isLossOverdue(loss, today)
      : state === "repeated"
        ? repeated.has(nameOf(loss))
        : loss.state === state);
  return (
    isState && (cause === "" || loss.causes.some((one) => one === cause)) && loss.respondent.includes(unit)
  );
}

/** What is listed, in figures; the chart counts the causes of those that are reported. */
function figuresView(losses: readonly LostCase[], repeated: Repeated, today: CivilDate): Markup {
  const { lost, reported, byCause } = countLosses(losses);
  const late = losses.filter((one) => isLossOverdue(one, today)).length;
  const again = losses.filter((one) => repeated.has(nameOf(one))).length;
  return html`<p>截至${printedDate(today)}，败诉${lost}件，已报告原因${reported}件，逾期未报告${late}件，重复败诉${again}件。</p>
${barChart(
  "causes",
  "败诉原因",
  byCause.map(([cause, value]) => ({
    name: causeName(cause),
    value,
    text: `${value}件（${percent({ part: value, whole: reported })}）`,
  })),
)}${reported === 0 ? "" : html`<p class="hint">一件可以有多项原因，占比以已报告原因的${reported}件为基数，合计可以超过100%。</p>`}`;
}

function filterForm({ query }: Visit, year: Year): Markup {
  const filled: Filled = { form: query, problems: [] };
  return html`<form method="get" class="filters"><input type="hidden" name="year" value="${year}">
${select(filled, { name: "state", label: "状态", options: STATES, none: "全部" })}
${select(filled, { name: "cause", label: "原因", options: LOSS_CAUSES.map((cause) => [cause, causeName(cause)] as const), none: "全部" })}
<div class="field"><label for="unit">单位</label><input id="unit" name="unit" type="text" maxlength="60" value="${query.unit ?? ""}"></div>
<button type="submit">筛选</button></form>`;
}

function rowOf(
  visit: Visit,
  loss: LostCase,
  place: string,
  today: CivilDate,
  repeated: Repeated,
  own: string,
): readonly (Markup | string)[] {
  const { caseNumber, respondent, lostOn, effectiveOn, due, state, kind, causes, mendBy, cause } = loss;
  const again = repeated.get(nameOf(loss));
  const isLate = isLossOverdue(loss, today);
  return [
    html`<a href="${place}">${caseNumber}</a>${cause === undefined ? "" : html`<small>${cause}</small>`}`,
    respondent,
    printedDate(lostOn),
    effectiveOn === undefined ? "" : printedDate(effectiveOn),
    due === undefined ? "" : printedDate(due),
    html`<span class="${isLate ? "late" : ""}">${lossStateName(state)}${isLate ? "（已逾期）" : ""}</span>`,
    html`${kind === undefined ? "" : lossKindName(kind)}<small>${causes.map(causeName).join("、")}</small>${again === undefined ? "" : html`<small class="late">${repeatedLines(again).join("")}</small>`}`,
    html`${mendBy === undefined ? "" : printedDate(mendBy)}${causes.length > 0 && (loss.owner === own) ? html`<small><a href="${placeOf(visit, { part: "correction", query: { agency: respondent, caseNumber, from: "loss" } })}">据此提出整改建议</a></small>` : ""}`,
  ];
}
