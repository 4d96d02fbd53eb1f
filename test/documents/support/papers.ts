/** A summons and a record as Word's paragraphs and tables, with room for what a test puts into them. */
import { p, tbl } from "./word.ts";

export const NUMBER = "（2026）鲁1312行初72号";
export const TIME = "2026年9月22日上午9时00分";

/** A summons as a table; each value may be words or ready paragraphs. */
export function summonsTable({ number = NUMBER, time = TIME, place = "第二审判庭" } = {}): string {
  return (
    p("临沂市河东区人民法院") +
    p("传  票") +
    tbl([
      ["案号", number],
      ["案由", "水行政处罚"],
      ["被传唤人", "河东区水利局"],
      ["传唤事由", "开庭"],
      ["应到时间", time],
      ["应到处所", place],
    ])
  );
}

/** A summons line by line, without its number. */
export const SUMMONS_WITHOUT_NUMBER = [
  "临沂市河东区人民法院",
  "传  票",
  "案由：水行政处罚",
  "被传唤人：河东区水利局",
  "传唤事由：开庭",
  `应到时间：${TIME}`,
  "应到处所：第二审判庭",
];

/** What is read of either. */
export const SUMMONS = {
  kind: "summons",
  administrative: true,
  caseNumbers: [NUMBER],
  court: "临沂市河东区人民法院",
  cause: "水行政处罚",
  respondents: ["河东区水利局"],
  hearing: { start: "2026-09-22T09:00:00+08:00", place: "第二审判庭" },
};

/** The heading and two rows of a court's ledger: the second shares cells with the first where a format merges them. */
export const LEDGER_TITLE = "兰山区人民法院行政案件台账（2026年8月）";
export const LEDGER_HEADING = [
  "案号",
  "原告",
  "被告",
  "案由",
  "开庭日期",
  "负责人是否出庭",
  "出庭负责人姓名",
  "职务",
  "是否涉企",
  "结案方式",
];

/** What the ledger of two defendants under one number says. */
export const TWO_DEFENDANTS = [
  {
    caseNumber: "（2026）鲁1302行初211号",
    respondent: "兰山区公安分局",
    heard: true,
    headAttended: false,
    enterprise: false,
    outcome: "驳回诉讼请求",
  },
  {
    caseNumber: "（2026）鲁1302行初211号",
    respondent: "兰山区水利局",
    heard: true,
    headAttended: true,
    enterprise: false,
    outcome: "驳回诉讼请求",
  },
];
