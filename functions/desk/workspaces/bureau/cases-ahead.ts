/**
 * 案件待办: a bureau's open cases, those in which something waits for it first, then by what comes first; as many as the page shows,
 * however many are open.
 */
import { html } from "hono/html";
import { type CaseAhead, runningAhead, waitsForBureau } from "../../../../shared/domain/board/case-ahead.ts";
import { addDays, type CivilDate, civilDateAt, daysBetween } from "../../../../shared/domain/time/time.ts";
import { dueWords, flagName, overdueWords } from "../../../../shared/letters/board/board-wording.ts";
import { printedDate } from "../../../../shared/letters/frame/dates.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { caseNumberLink } from "../case-name.ts";
import { type AtWork, workPlace } from "../workspace.ts";

const PAGE_CASES = 20;

export async function casesAhead(
  ports: Pick<DeskPorts, "records" | "directory" | "keys" | "now">,
  work: AtWork,
  boards: readonly string[],
): Promise<Markup> {
  const after = work.query.after?.slice(0, 60);
  const { cases, next } = await ports.records.ahead(boards, { after, limit: PAGE_CASES });
  const today = civilDateAt(ports.now());
  const numbers = await Promise.all(cases.map(({ caseNumber }) => caseNumberLink(ports, work, caseNumber)));
  return html`<h2>案件待办</h2>${dataTable({
    caption: "等待本局办理的在前，其余按时限或者开庭先后",
    columns: ["案号", "被告", "需要办理", "时限", "开庭"],
    rows: cases.map((one, index) => [
      numbers[index] ?? "",
      html`${one.agencies.map(({ name }) => html`<div>${name}</div>`)}`,
      html`${waitingWords(one, today).map((words) => html`<div>${words}</div>`)}`,
      html`${runningAhead(one, today).map(({ kind, due }) =>
        due < today
          ? html`<div class="late">${overdueWords({ kind, days: daysBetween(due, today) })}</div>`
          : html`<div>${dueWords({ kind, due })}</div>`,
      )}`,
      one.hearing === undefined
        ? ""
        : `${printedDate(one.hearing.date)}${one.hearing.date < today ? "（已过）" : ""} ${one.hearing.time ?? ""}`.trim(),
    ]),
    empty: "没有在办案件。",
  })}<nav aria-label="案件待办翻页"><ul>${after === undefined ? "" : html`<li><a href="${workPlace(work)}">第一页</a></li>`}${next === undefined ? "" : html`<li><a href="${workPlace(work, { query: { after: next } })}">下一页</a></li>`}</ul></nav>`;
}

/** A hearing this near leaves no time for letters. */
const BY_TELEPHONE_DAYS = 2;

/** What is the bureau's to do in it. */
function waitingWords(one: CaseAhead, today: CivilDate): readonly string[] {
  const { hearing, agencies } = one;
  const flags = agencies.flatMap(({ flags: of }) => of.filter(waitsForBureau));
  const isNear =
    hearing !== undefined && hearing.date >= today && hearing.date <= addDays(today, BY_TELEPHONE_DAYS);
  const unreported = runningAhead(one, today).some(({ kind }) => kind === "report");
  return [...new Set(flags.map(flagName)), ...(isNear && unreported ? ["临近开庭未报，请电话督促"] : [])];
}
