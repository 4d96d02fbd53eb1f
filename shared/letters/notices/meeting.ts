/** Letters of the joint meeting (联席会议): its pack for the bureau to confirm, and the invitation. */

import type { PackShown } from "../../domain/notices/frame/shown.ts";
import type { MeetingNotices } from "../../domain/notices/meeting.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { meetingFile } from "../calendar/calendar-file.ts";
import { dateWithWeekday, halfName, printedMonths, printedTime, shortDate } from "../frame/dates.ts";
import { type Block, facts, heading, type Letter, list, paragraph } from "../frame/letter.ts";
import { packDocx } from "../papers/docx-papers.ts";
import { packProblemWords, packStepWords, typicalCaseWords } from "../wording/pack-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 联席会议材料（待确认）. */
function packMade({ pack }: NoticeContent<"pack-made">): Letter {
  return {
    subject: `【联席会议材料】${pack.place}${halfName(pack)}联席会议材料已备好，请确认并发出邀请`,
    title: `${halfName(pack)}联席会议材料`,
    asks: [{ label: "请办", value: "在台账中确认典型案件和下一步工作，填写会议时间、地点，发出邀请" }],
    body: [
      paragraph(`材料按${printedMonths(pack)}的数据生成，见附件。下列内容确认前不发给法院。`),
      ...blocksOf(pack),
    ],
  };
}

/** 联席会议邀请. */
function meetingInvited({ pack, date, time, place, sequence }: NoticeContent<"meeting-invited">): Letter {
  const moved = sequence > 0;
  return {
    subject: `【联席会议】${pack.place}${halfName(pack)}行政应诉联席会议${moved ? "改于" : "定于"}${shortDate(date)}召开`,
    title: `${halfName(pack)}行政应诉联席会议${moved ? "改期" : ""}通知`,
    asks: [
      { label: "时间", value: `${dateWithWeekday(date)}${printedTime(time)}` },
      { label: "地点", value: place },
    ],
    body: [
      paragraph(`会议材料见附件。${moved ? "此前通知的时间、地点不再有效。" : ""}请双方准备下列内容。`),
      ...blocksOf(pack),
      facts({ label: "参加", value: "司法局、人民法院行政审判庭，以及有关行政机关" }),
    ],
  };
}

function blocksOf({ cases, problems, next }: PackShown): readonly Block[] {
  return [
    heading("典型案件"),
    ...(cases.length === 0 ? [paragraph("本期没有。")] : [list(...cases.map(typicalCaseWords))]),
    heading("突出问题"),
    ...(problems.length === 0 ? [paragraph("本期没有。")] : [list(...problems.map(packProblemWords))]),
    heading("下一步工作"),
    list(...next.map(packStepWords)),
  ];
}

/** How each of them is worded. */
export const MEETING_LETTERS = {
  "pack-made": { letter: packMade, papers: async ({ pack }) => [await packDocx(pack)] },
  "meeting-invited": {
    letter: meetingInvited,
    papers: async ({ pack }) => [await packDocx(pack)],
    calendar: (content, notice, sender) => meetingFile(content, notice, sender),
  },
} satisfies NoticeLetters<MeetingNotices>;
