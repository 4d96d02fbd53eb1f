/** The reminder of a court's monthly ledger (台账催报). */
import { dateWithWeekday, printedMonth, shortDate } from "./dates.ts";
import { type ContentOf, facts, type Letter, list, paragraph } from "./letter.ts";

/** 台账催报: before the day, on it, and after it. */
export function ledgerDue({ court, month, due, daysOver }: ContentOf<"ledger-due">): Letter {
  const over = daysOver > 0;
  const ledger = `${printedMonth(month)}行政案件台账`;
  return {
    subject: `【台账催报】${court} ${ledger}${over ? `逾期${daysOver}日，请立即报送` : `请于${shortDate(due)}前报送`}`,
    title: "台账催报函",
    asks: [
      { label: "请办", value: `报送${ledger}` },
      {
        label: "时限",
        value: over
          ? `应于${dateWithWeekday(due)}前报送，已逾期${daysOver}日，请立即报送`
          : `${dateWithWeekday(due)}前（含当日）${daysOver === 0 ? "，今天到期" : ""}`,
      },
    ],
    body: [
      paragraph(`贵院${ledger}尚未收到。当月通报以各院台账为统计依据，未报送的案件无法计入。`),
      facts(
        { label: "报送法院", value: court },
        { label: "统计月份", value: printedMonth(month) },
        { label: "报送期限", value: dateWithWeekday(due) },
      ),
      list(
        "请上传至贵院的上传目录，表格文件（XLSX 或 CSV）为宜。",
        "每行一案一机关：案号、被告行政机关、是否开庭、负责人是否出庭及姓名职务、是否涉企、处理结果。",
        "当月没有行政案件开庭的，也请报送空表，以便与漏报区分。",
      ),
    ],
  };
}
