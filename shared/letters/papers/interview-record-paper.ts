/** 约谈记录: what was said when a unit was called in, to be read and signed by both sides. */
import type { Interview } from "../../domain/programme/entry.ts";
import { dateWithWeekday, printedDate, printedMonths, printedTime } from "../frame/dates.ts";
import type { OfficialDocument } from "../office/official-document.ts";
import { interviewReasonWords } from "../wording/programme-wording.ts";
import { FOUR_COLUMNS, linesOf, signedRow, two, wide } from "./agency-paper.ts";

/** The record; who took part, and what the unit undertook, are written by hand. */
export function interviewRecordPaper(interview: Interview, issuer: string): OfficialDocument {
  const { unit, reasons, called, outcome } = interview;
  return {
    title: "行政应诉工作约谈记录",
    ...(called?.document !== undefined && { number: `约谈通知书：${called.document}` }),
    body: [
      {
        type: "form",
        widths: FOUR_COLUMNS,
        rows: [
          wide(
            "时间",
            called === undefined ? "" : `${dateWithWeekday(called.date)}${printedTime(called.time)}`,
          ),
          wide("地点", called?.place ?? ""),
          two(["约谈单位", issuer], ["被约谈单位", unit.name]),
          two(["主持人", ""], ["记录人", ""]),
          wide("参加人员", "", 14),
          wide("约谈事由", [`${printedMonths(interview)}：`, ...reasons.map(interviewReasonWords)]),
          wide("准备内容", linesOf(called?.demands)),
          wide("约谈情况", linesOf(outcome?.text), 30),
          wide("单位表态", "", 16),
          two(["整改时限", ""], ["回访日期", outcome === undefined ? "" : printedDate(outcome.followUp)]),
          signedRow("被约谈单位", "", 12),
          signedRow("约谈单位", "", 12),
        ],
      },
    ],
  };
}
