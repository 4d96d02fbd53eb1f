/** How does a court hear what of its ledger was not used, or needs its attention? */
import type { RowProblem } from "../../domain/case-file/ledger/row-problem.ts";
import { printedDate } from "../frame/dates.ts";
import { type Words, worded } from "../frame/worded.ts";
import { hearingSaidWords } from "../wording/case-wording.ts";
import { enterpriseSignWords } from "../wording/enterprise-wording.ts";
import { postDoubtWords } from "../wording/head-wording.ts";
import { explainDoubt } from "./doubts.ts";
import { explainUnreadParts } from "./unread-parts.ts";

/** One sentence; `alike`: so many rows have the very same. */
export function rowProblemWords(problem: RowProblem, alike = 1): string {
  return `${worded(PROBLEMS, problem)}${alike === 1 ? "" : `（共${alike}行）`}`;
}

type Unreadable = Extract<RowProblem, { type: "unreadable" }>["column"];

const COLUMNS: Readonly<Record<Unreadable, string>> = {
  hearing: "开庭时间",
  heard: "是否开庭",
  attended: "出庭情况",
  enterprise: "是否涉企",
};

const PROBLEMS: Words<RowProblem, string> = {
  "unread-parts": ({ parts }) => explainUnreadParts(parts),
  "open-quote": ({ parted }) =>
    parted
      ? "这一行的引号没有闭合，已按逗号分栏，请核对。"
      : "这一行的引号没有闭合，各栏无法分清，没有计入。",
  "no-case-number": "缺少案号。",
  "not-a-case-number": ({ written, foreign }) =>
    foreign ? `“${written}”不是行政诉讼案号。` : `案号“${written}”无法识别。`,
  "foreign-number-beside": ({ written }) => `案号栏另有非行政诉讼案号，未计入：${written}`,
  "no-respondent": "缺少被告（行政机关）。",
  "day-as-number": ({ written }) =>
    `开庭日期“${written}”无法分清：该栏是数字，末尾的0不显示。请改为日期或文本格式。`,
  unreadable: ({ column, written }) => `${COLUMNS[column]}“${written}”无法识别。`,
  "marked-both-ways": "出庭与未出庭同时注明，出庭情况按不明处理。",
  "absent-with-head": ({ written }) => `注明未出庭，但出庭负责人栏为“${written}”，出庭情况按不明处理。`,
  "one-mark-for-several": ({ whose }) =>
    whose === "clear"
      ? "一行有几个被告，其他被告的负责人是否出庭不明。"
      : "一行有几个被告，无法分清是谁的负责人出庭。",
  "post-in-doubt": ({ because, countsAs }) =>
    `${postDoubtWords(because)}，${countsAs === "absent" ? "按负责人未出庭计，请核对" : "出庭情况按不明处理"}。`,
  "enterprise-by-name": ({ stated, because }) =>
    `台账注明${stated ? "涉企" : "不涉企"}，但${enterpriseSignWords(because)}，请核对。`,
  refused: ({ doubt }) => explainDoubt(doubt),
  "case-full": () => "本案已达系统单个案件的存储上限，此行未计入，请联系管理员。",
  "other-courts-case": ({ court }) =>
    court === undefined
      ? "按案号不是贵院的案件，未计入，请核对案号。"
      : `按案号是${court}的案件，由该院报送，未计入，请核对案号。`,
  "not-in-directory": ({ name }) => `名录中没有“${name}”，已按所填名称计入，请核对全称。`,
  stranger: ({ name }) => `“${name}”不是本案已登记的被告，名录中也没有，未计入，请核对名称。`,
  "no-day": "已开庭但没有开庭日期，未计入任何月份。",
  "no-year": "开庭日期没有年份，也不在台账所属月份，未计入任何月份。",
  "no-month": "没有开庭日期，所属月份不明，未计入。",
  "enterprise-differs": ({ stated }) => {
    const [said, named] = stated ? ["涉企", "不涉企"] : ["不涉企", "涉企"];
    return `台账注明${said}，但由卷内原告名称看${named}，请核对。`;
  },
  planned: ({ day, known }) =>
    `开庭日期${printedDate(day)}在台账上传时尚未到，未按已开庭统计；${
      known === undefined
        ? "该案尚无传票的，请上传传票"
        : `系统登记的开庭时间是${hearingSaidWords(known)}，改期的请上传传票或者改期通知`
    }。`,
  "before-the-case": ({ day }) => `开庭日期${printedDate(day)}早于案号的年份，未计入，请核对年份。`,
  "not-the-day-set": ({ day, known }) =>
    `开庭日期${printedDate(day)}与系统登记的${hearingSaidWords(known)}不同，也没有收到改期的通知，未计入，请核对；确已改期的，请上传庭审笔录或者改期通知。`,
  "as-written": ({ text }) => text,
};
