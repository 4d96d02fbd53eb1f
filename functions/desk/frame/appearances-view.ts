/** 本年出庭情况 of a unit's leaders: each with the cases in which he appeared, and who never did; for the unit and for its bureau. */
import { html } from "hono/html";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import { isCalled } from "../../../shared/domain/organisations/entry.ts";
import { appearancesOf } from "../../../shared/domain/statistics/appearances.ts";
import { monthsOf } from "../../../shared/domain/time/period.ts";
import { civilDateAt, type Month, monthOf, yearOf } from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { rankName } from "../../../shared/letters/wording/head-wording.ts";
import type { Markup } from "./page.ts";
import type { DeskPorts } from "./room.ts";
import { dataTable } from "./table.ts";

/** Cases named of one person; the others are counted. */
const MOST_CASES = 20;

/** Of the year to date, by the month of each case's first sitting. */
export async function appearancesView(
  { records, rules, now }: Pick<DeskPorts, "records" | "rules" | "now">,
  entry: Organisation,
): Promise<Markup> {
  const day = civilDateAt(now());
  const months = monthsOf({ from: `${yearOf(day)}-01` as Month, to: monthOf(day) });
  const read = await Promise.all(
    months.map((month) => Array.fromAsync(records.monthRows(rules.policy.jurisdiction.code, month))),
  );
  const own = read.flat().filter(({ agency }) => isCalled(entry, agency));
  const { persons, unnamed } = appearancesOf(own, { leaders: entry.leaders, day });
  const heard = own.filter((row) => row.heard === true).length;
  const never = persons.filter(({ rows }) => rows.length === 0);
  return html`<h2 id="appearances">${yearOf(day)}年出庭情况</h2>
<p>本年开庭审理${heard}件${unnamed === 0 ? "" : `，其中${unnamed}件有负责人出庭而来源没有写明姓名`}；名单中${never.length}人本年没有出庭${never.length === 0 ? "" : `：${never.map(({ name }) => name).join("、")}`}。以各案首次开庭的月份计。</p>
${dataTable({
  caption: "每位负责人出庭的案件，次数多的在前",
  columns: ["姓名", "职务", "出庭", "案件"],
  rows: persons.map(({ name, posts, rows }) => [
    name,
    html`${posts.map(({ post, rank }) => html`<div>${post}<small>${rankName(rank)}</small></div>`)}${posts.length === 0 ? "不在班子成员名单中" : ""}`,
    rows.length === 0 ? html`<span class="soon">没有出庭</span>` : `${rows.length}件`,
    html`${rows.slice(0, MOST_CASES).map(({ caseNumber, heardOn }) => html`<div>${caseNumber}<small>${heardOn === undefined ? "" : printedDate(heardOn)}</small></div>`)}${rows.length > MOST_CASES ? `另${rows.length - MOST_CASES}件` : ""}`,
  ]),
  empty: "没有登记班子成员，本年也没有负责人出庭的记载。",
})}`;
}
