/** 约谈会记录: one record of a meeting at which several units were called in, with who came, what was said and what each promised. */
import type { InterviewSession } from "../../domain/programme/entry.ts";
import type { SessionUnit } from "../../domain/programme/session-facts.ts";
import { dateWithWeekday, printedDate, printedTime } from "../frame/dates.ts";
import { type Block, heading, type OfficialDocument, paragraph } from "../office/official-document.ts";
import { FOUR_COLUMNS, linesOf, signedRow, two, wide } from "./agency-paper.ts";

/** Lines of a unit's promises nobody has registered. */
const BLANK_PROMISES = 2;

/** The record; what isn't registered yet is written by hand. */
export function sessionRecordPaper(session: InterviewSession, issuer: string): OfficialDocument {
  const { date, time, place, demands, units, minutes } = session;
  return {
    title: "行政应诉工作约谈会记录",
    body: [
      {
        type: "form",
        widths: FOUR_COLUMNS,
        rows: [
          wide("时间", `${dateWithWeekday(date)}${printedTime(time)}`),
          wide("地点", place),
          two(["约谈单位", issuer], ["被约谈单位", `${units.length}个`]),
          two(["主持人", minutes?.chair ?? ""], ["记录人", minutes?.recorder ?? ""]),
          wide("准备内容", linesOf(demands)),
          wide("会议情况", linesOf(minutes?.text), 20),
        ],
      },
      heading(1, "签到"),
      {
        type: "table",
        caption: "参加单位和人员",
        columns: [
          { title: "序号", width: 8, align: "center" },
          { title: "单位", width: 34 },
          { title: "参加人员（姓名、职务）", width: 38 },
          { title: "签到", width: 20 },
        ],
        rows: units.map(({ name, record }, index) => [String(index + 1), name, attendedOf(record), ""]),
      },
      ...units.flatMap(unitBlocks),
      {
        type: "form",
        widths: FOUR_COLUMNS,
        rows: [signedRow("约谈单位", "", 12)],
      },
    ],
  };
}

function attendedOf(record: SessionUnit["record"]): string {
  if (record === undefined) return "";
  return record.attended.length === 0 ? "未到会" : record.attended.join("；");
}

function unitBlocks({ name, record }: SessionUnit): readonly Block[] {
  const promises = record?.promises ?? [];
  const rows = promises.map(({ text, due, kept }, index) => [
    String(index + 1),
    text,
    printedDate(due),
    kept === undefined ? "" : kept.text,
  ]);
  const blank = Array.from({ length: BLANK_PROMISES }, (_, index) => [String(index + 1), "", "", ""]);
  return [
    heading(1, name),
    ...(record === undefined ? [paragraph("")] : linesOf(record.points).map((line) => paragraph(line))),
    {
      type: "table",
      caption: "承诺事项",
      columns: [
        { title: "序号", width: 8, align: "center" },
        { title: "事项", width: 46 },
        { title: "完成时限", width: 20 },
        { title: "落实情况", width: 26 },
      ],
      rows: record === undefined ? blank : rows,
      ...(record !== undefined && rows.length === 0 && { note: "没有承诺事项。" }),
    },
  ];
}
