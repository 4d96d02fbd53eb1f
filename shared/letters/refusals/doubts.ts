/** What a person must look at in a document (人工复核), in words: one sentence a doubt. */
import type { Doubt } from "../../domain/refusal.ts";
import { printedDate } from "../frame/dates.ts";
import { type Words, worded } from "../frame/worded.ts";
import { hearingSaidWords } from "../wording/case-wording.ts";
import { fieldName } from "../wording/document-wording.ts";
import { postDoubtWords } from "../wording/head-wording.ts";
import { explainUnreadParts } from "./unread-parts.ts";

/** What a person has to look at, in one sentence. */
export function explainDoubt(doubt: Doubt): string {
  return worded(DOUBTS, doubt);
}

/** All of them in one paragraph. */
export function explainDoubts(doubts: readonly Doubt[]): string {
  return doubts.map(explainDoubt).join("");
}

const DOUBTS: Words<Doubt, string> = {
  "uncertain-facts": ({ fields }) =>
    `以下内容读取把握不足：${fields.map((field) => fieldName(field)).join("、")}。请对照原文核实。`,
  "no-hearing-date": "没有读出开庭日期。请对照原文核实。",
  "no-respondent": "没有读出被告行政机关。请对照原文核实。",
  "attendance-unclear": ({ respondent, title, because }) =>
    because !== undefined
      ? `${respondent}出庭人员：${postDoubtWords(because)}。请人工认定。`
      : title === undefined
        ? `没有读出${respondent}负责人是否出庭。请对照原文核实。`
        : `${respondent}出庭人员的职务为“${title}”，是否属于负责人需要人工认定。`,
  "parties-differ": ({ caseNumber, known, read }) =>
    `${caseNumber}已登记的被告为${known.join("、")}，本文书写的是${read.join("、")}，请核实案号是否正确。`,
  "hearing-conflict": ({ caseNumber, known, read }) =>
    `${caseNumber}已登记于${hearingSaidWords(known)}开庭，本文书写的是${hearingSaidWords(read)}，且未说明改期，也无法判断先后，请核实以哪一份为准。`,
  "filed-otherwise": ({ caseNumber }) =>
    `本文书已经登记在${caseNumber}，此后该案又有其他材料或者办理，不能在复核中改动案号、种类、被告或者把结案改为未结。请按已登记的内容完成复核，再打开该案的“手工办理”更正（合并误登案号、移出误登的被告、更正裁判结果）。`,
  "case-closed": ({ caseNumber }) => `${caseNumber}已经结案，却收到新的开庭安排，请核实。`,
  "case-unknown": ({ caseNumber }) =>
    `系统中还没有${caseNumber}这一案件，请核对案号；案号无误的，请在收到法院传票后再登记。`,
  "no-such-sitting": ({ caseNumber, read, known }) =>
    `${caseNumber}的备案写的开庭日期是${printedDate(read)}，${known.length === 0 ? "系统中该案还没有开庭" : `系统登记的开庭日期是${known.map(printedDate).join("、")}`}，请核实日期。`,
  "implausible-sitting": ({ caseNumber, because, read, received, known }) =>
    `本文书写${caseNumber}于${printedDate(read)}开庭，${
      because === "after-the-paper-came"
        ? `该日晚于本文书的收到日（${printedDate(received)}）`
        : because === "before-the-case"
          ? "该日早于案号的年份"
          : "与登记的开庭日不同，也没有收到改期的通知"
    }${known === undefined ? "" : `；系统登记的开庭时间是${hearingSaidWords(known)}`}，请核实开庭日期。`,
  "hearing-over": ({ caseNumber, read, received, known }) =>
    `本文书通知${caseNumber}于${printedDate(read)}开庭，该日在收到本文书时（${printedDate(received)}）已经过去${known === undefined ? "" : `；系统登记的开庭时间是${hearingSaidWords(known)}`}，请核实开庭日期；日期无误的，确认后登记，但不再发出提醒。`,
  "other-courts-case": ({ caseNumber, uploader, court, written }) =>
    written !== undefined
      ? `本文书署名${written}，案号${caseNumber}却${court === undefined ? "不是该院的编号" : `属于${court}`}，请核对案号和法院。`
      : `${caseNumber}按案号${court === undefined ? "不属于" : `属于${court}，不是`}${uploader}的案件，却由${uploader}上传，请核对案号以及是否投错目录。`,
  "other-jurisdictions-case": ({ caseNumber, uploader, court }) =>
    `${caseNumber}由${court}审理，被告也不属${uploader}辖区，不能由${uploader}登记，请交该案所在地的司法局办理。`,
  "copy-of-court-paper": ({ caseNumber, uploader }) =>
    `${uploader}上传了${caseNumber}的法院文书复制件。开庭、出庭情况和裁判结果以法院上传的文书为准，系统已请法院上传；经核对可以将复制件存入案卷，但不据此登记。`,
  "unread-parts": ({ parts }) => explainUnreadParts(parts),
  "as-written": ({ text }) => text,
};
