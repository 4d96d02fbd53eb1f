/** 最近要办的案件: a bureau's open cases by what comes first, as many as the page shows, however many are open. */
import { html } from "hono/html";
import { jurisdictions } from "../../../../shared/casework/jurisdictions.ts";
import { runningAhead } from "../../../../shared/domain/board/case-ahead.ts";
import { CITY_ITSELF } from "../../../../shared/domain/organisations/district.ts";
import { civilDateAt, daysBetween } from "../../../../shared/domain/time/time.ts";
import { dueWords, overdueWords } from "../../../../shared/letters/board/board-wording.ts";
import { printedDate } from "../../../../shared/letters/frame/dates.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { type AtWork, roomPlace, workPlace } from "../workspace.ts";

const PAGE_CASES = 20;

export async function casesAhead(
  ports: Pick<DeskPorts, "records" | "directory" | "keys" | "now">,
  work: AtWork,
): Promise<Markup> {
  const { jurisdiction } = work.organisation;
  const after = work.query.after?.slice(0, 60);
  const boards = jurisdiction === CITY_ITSELF ? await jurisdictions(ports.directory) : [jurisdiction];
  const { cases, next } = await ports.records.ahead(boards, { after, limit: PAGE_CASES });
  const today = civilDateAt(ports.now());
  const places = await Promise.all(
    cases.map(({ caseNumber }) => roomPlace(ports, work, { task: "case-page", caseNumber })),
  );
  return html`<h2>最近要办的案件</h2>${dataTable({
    caption: "时限或者开庭最早的在前",
    columns: ["案号", "被告", "时限", "开庭"],
    rows: cases.map((one, index) => [
      html`<a href="${places[index]}">${one.caseNumber}</a>`,
      html`${one.agencies.map(({ name }) => html`<div>${name}</div>`)}`,
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
  })}<nav aria-label="最近要办的案件翻页"><ul>${after === undefined ? "" : html`<li><a href="${workPlace(work)}">第一页</a></li>`}${next === undefined ? "" : html`<li><a href="${workPlace(work, { query: { after: next } })}">下一页</a></li>`}</ul></nav>`;
}
