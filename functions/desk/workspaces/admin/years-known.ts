/** 节假日: of which years is the State Council's notice known, from where, and is one missing that should be there? */
import { html } from "hono/html";
import { noticesIn } from "../../../../shared/domain/operations/admin-act.ts";
import { civilDateAt, type Instant } from "../../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../../shared/letters/frame/dates.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";

/** The notice comes at the end of October or in November: from the month on, its year should be there. */
const EXPECTED_FROM_MONTH = 11;

/** Years that are shown and can be entered: this one and the next. */
export function yearsInQuestion(now: Instant): readonly [number, number] {
  const year = Number(civilDateAt(now).slice(0, 4));
  return [year, year + 1];
}

/** A warning where a year's notice is missing. */
export function missingYears({ rules: { calendar }, now }: Pick<DeskPorts, "rules" | "now">): Markup {
  const [present, next] = yearsInQuestion(now());
  const due = Number(civilDateAt(now()).slice(5, 7)) >= EXPECTED_FROM_MONTH;
  const missing = [
    ...(calendar.covers(present) ? [] : [present]),
    ...(due && !calendar.covers(next) ? [next] : []),
  ];
  if (missing.length === 0) return html``;
  return html`<p class="note" role="status"><strong>缺少${missing.join("年、")}年的节假日安排。</strong>国务院办公厅的通知公布后请录入；录入前，有关期限暂按周末和法定节日推算，并注明“暂定”。</p>`;
}

/** The years known, the newest first. */
export async function yearsKnown({
  operations,
  bundledYears,
  now,
}: Pick<DeskPorts, "operations" | "bundledYears" | "now">): Promise<Markup> {
  const entered = noticesIn(await operations.calendarActs());
  const [present, next] = yearsInQuestion(now());
  const bundled = new Map(bundledYears.map((one) => [one.year, one]));
  const years = [...new Set([next, present, ...entered.keys()])].toSorted((a, b) => b - a);
  const first = bundledYears[0]?.year;
  return dataTable({
    caption: `各年节假日安排${first === undefined ? "" : `；${first}年起的以往各年随系统提供`}`,
    columns: ["年份", "来源", "放假", "上班（调休）"],
    rows: years.map((year) => {
      const act = entered.get(year);
      const known = act?.deed.notice ?? bundled.get(year);
      return [
        `${year}年`,
        act !== undefined
          ? `${act.by}于${printedMoment(act.at)}录入`
          : known === undefined
            ? "尚未录入"
            : "随系统提供",
        known === undefined ? "" : `${known.holidays.length}天`,
        known === undefined ? "" : `${known.workdays.length}天`,
      ];
    }),
    empty: "",
  });
}
