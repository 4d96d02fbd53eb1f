/** 操作记录: what admins did, by whom and when. */
import type { AdminAct, AdminDeed } from "../../../../shared/domain/operations/admin-act.ts";
import { addMinutes } from "../../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../../shared/letters/frame/dates.ts";
import type { Markup } from "../../frame/page.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { dataTable } from "../../frame/table.ts";
import { RECORDS } from "./record-exports.ts";

/** So far back they are listed, those of the calendar for good. */
const DAYS = 90;

export async function adminActs({ operations, now }: Pick<DeskPorts, "operations" | "now">): Promise<Markup> {
  const [calendar, others] = await Promise.all([
    operations.calendarActs(),
    operations.acts(addMinutes(now(), -DAYS * 24 * 60)),
  ]);
  const acts = [...calendar, ...others].toSorted(newestFirst);
  return dataTable({
    caption: `节假日的全部录入和撤销，以及最近${DAYS}日的其他操作`,
    columns: ["时间", "操作", "操作人"],
    rows: acts.map(({ at, by, deed }) => [printedMoment(at), deedWords(deed), by]),
    empty: "没有记录。",
  });
}

function newestFirst(one: AdminAct, other: AdminAct): number {
  return one.at < other.at ? 1 : one.at > other.at ? -1 : 0;
}

function deedWords(deed: AdminDeed): string {
  switch (deed.kind) {
    case "holidays-entered": {
      const { year, holidays, workdays } = deed.notice;
      return `录入${year}年节假日安排：放假${holidays.length}天，上班${workdays.length}天`;
    }
    case "holidays-withdrawn":
      return `撤销${deed.year}年节假日安排的录入`;
    case "sessions-ended":
      return `结束${deed.mailbox}的登录，共${deed.sessions}个`;
    case "cases-exported":
      return `导出${deed.jurisdiction}${deed.year}年案件${deed.cases}件`;
    case "records-exported":
      return `导出${deed.jurisdiction}${deed.year}年${RECORDS[deed.records]}`;
    default:
      return deed satisfies never;
  }
}
