/** 联席会议纪要: what bureau and court agreed at their joint meeting, each point with who sees to it and by when. */
import { halfOf, type Meeting } from "../../domain/programme/entry.ts";
import { dateWithWeekday, halfName, printedDate } from "../frame/dates.ts";
import { heading, items, type OfficialDocument, paragraph } from "../office/official-document.ts";
import { BLANK_NUMBER, blank, blankLines } from "./agency-paper.ts";

/** Lines for points nobody has registered. */
const POINTS = 3;

/** The minutes; what was discussed is written by hand where only what was agreed is known. */
export function minutesPaper(
  { year, date, place, participants, topics = [], points }: Meeting,
  issuer: string,
): OfficialDocument {
  const rows = points.map(({ text, owner, due }, index) => [
    String(index + 1),
    text,
    owner?.name ?? "",
    due === undefined ? "" : printedDate(due),
  ]);
  return {
    masthead: issuer,
    number: BLANK_NUMBER,
    issuedBy: { by: issuer, on: `${year}年　　月　　日` },
    title: `${halfName({ year, half: halfOf(date) })}\n行政应诉联席会议纪要`,
    body: [
      paragraph(`${dateWithWeekday(date)}。`, "时间："),
      paragraph(place === "" ? blank(10) : `${place}。`, "地点："),
      paragraph(blank(5), "主持："),
      paragraph(
        participants.length === 0
          ? blank(20)
          : `${participants.map(({ unit, people }) => `${unit}（${people}人）`).join("、")}。`,
        "参加：",
      ),
      paragraph(blank(5), "记录："),
      heading(1, "会议议题"),
      ...(topics.length === 0 ? blankLines(1) : items(...topics)),
      heading(1, "议定事项"),
      {
        type: "table",
        caption: "议定事项、责任单位和完成时限",
        columns: [
          { title: "序号", width: 8, align: "center" },
          { title: "议定事项", width: 52 },
          { title: "责任单位", width: 22 },
          { title: "完成时限", width: 18 },
        ],
        rows:
          rows.length > 0
            ? rows
            : Array.from({ length: POINTS }, (_, index) => [String(index + 1), "", "", ""]),
      },
    ],
  };
}
