/** 即将开庭: the hearings an organisation has before it, as its calendar has them. */
import { html } from "hono/html";
import { isHearingEntry } from "../../../shared/domain/board/diary.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import type { Markup } from "../frame/page.ts";
import type { DeskPorts } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";
import { type AtWork, roomPlace } from "./workspace.ts";

/** As many are listed as a page holds; the calendar has all. */
const MOST = 50;

/** The table of them, by day. */
export async function hearingsAhead(
  ports: Pick<DeskPorts, "records" | "now" | "keys">,
  work: Pick<AtWork, "root" | "organisation" | "session">,
): Promise<Markup> {
  const { organisation } = work;
  const rows: (readonly (string | Markup)[])[] = [];
  for await (const entry of ports.records.diary(organisation.id, civilDateAt(ports.now()), MOST)) {
    if (!isHearingEntry(entry) || entry.status !== "set") continue;
    const { caseNumber, respondent, hearing } = entry;
    const { date, time, place = "" } = hearing;
    const page = await roomPlace(ports, work, { task: "case-page", caseNumber });
    rows.push([
      `${printedDate(date)}${time === undefined ? "" : ` ${time}`}`,
      html`<a href="${page}">${caseNumber}</a>`,
      respondent,
      place,
    ]);
    if (rows.length === MOST) break;
  }
  return html`<h2>即将开庭</h2>${dataTable({
    caption: "按日期排列",
    columns: ["时间", "案号", "被告", "法庭"],
    rows,
    empty: "没有待开庭的案件。",
  })}`;
}
