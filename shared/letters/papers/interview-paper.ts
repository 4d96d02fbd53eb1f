/** 约谈通知书 on paper, in the form of an official letter. */

import type { InterviewShown } from "../../domain/notices/frame/shown.ts";
import { bureauName } from "../../domain/organisations/district.ts";
import { dateWithWeekday, printedDate, printedMonths, printedTime } from "../frame/dates.ts";
import { heading, items, type OfficialDocument, paragraph } from "../office/official-document.ts";
import { interviewReasonWords } from "../wording/programme-wording.ts";

export interface InterviewPaper {
  readonly interview: InterviewShown;
}

/** The paper that is sealed and handed over; the mail only announces it. */
export function interviewPaper({ interview }: InterviewPaper): OfficialDocument {
  const { issuedBy, unit, reasons, date, time, place = "", demands = "", calledOn, document } = interview;
  const issuer = bureauName(issuedBy);
  const when =
    date === undefined ? "" : `${dateWithWeekday(date)}${time === undefined ? "" : printedTime(time)}`;
  return {
    masthead: issuer,
    ...(document !== undefined && { number: document }),
    title: "行政应诉工作约谈通知书",
    addressee: addressed(unit),
    body: [
      paragraph(
        `根据行政机关负责人出庭应诉工作约谈制度，经研究，决定就${printedMonths(interview)}行政应诉工作情况对你单位进行约谈。现将有关事项通知如下。`,
      ),
      heading(1, "约谈事由"),
      paragraph(`${printedMonths(interview)}，你单位行政应诉工作存在下列情况：`),
      ...items(...reasons.map(interviewReasonWords)),
      heading(1, "时间和地点"),
      paragraph(`时间：${when}。`),
      paragraph(`地点：${place}。`),
      heading(1, "参加人员"),
      paragraph("单位主要负责人、分管负责人，法制机构负责人。"),
      heading(1, "准备内容"),
      paragraph(demands),
      paragraph("因故不能参加的，请提前书面说明，并另行商定时间。"),
    ],
    signature: { by: issuer, date: calledOn === undefined ? "" : printedDate(calledOn) },
  };
}

/** A county is called in by its government: 兰山区 is nobody a letter can be addressed to. */
function addressed(unit: string): string {
  return /(?:县|市|(?<!开发|高新|新)区)$/u.test(unit) ? `${unit}人民政府` : unit;
}
