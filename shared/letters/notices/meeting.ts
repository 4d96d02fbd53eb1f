/** Letters of the joint meeting (联席会议): its pack for the bureau to confirm, and the invitation. */

import type { PackShown } from "../../domain/notices/frame/shown.ts";
import type { MeetingNotices } from "../../domain/notices/meeting.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { meetingFile } from "../calendar/calendar-file.ts";
import { dateWithWeekday, halfName, printedMonths, printedTime, shortDate } from "../frame/dates.ts";
import { type Block, fact, facts, heading, type Letter, list, paragraph } from "../frame/letter.ts";
import { packDocx } from "../papers/docx-papers.ts";
import {
  openPointWords,
  packProblemWords,
  packStepWords,
  typicalCaseWords,
} from "../wording/pack-wording.ts";
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

/** 议定事项提醒. */
function meetingPointDue(content: NoticeContent<"meeting-point-due">): Letter {
  const { place, on, text, owner, due, daysOver } = content;
  const over = daysOver > 0;
  return {
    subject: `【议定事项${over ? "逾期" : "提醒"}】${owner}负责的联席会议议定事项${shortDate(due)}${over ? "已到期" : "到期"}`,
    title: over ? "联席会议议定事项逾期提醒" : "联席会议议定事项提醒",
    asks: [
      { label: "请办", value: over ? "尽快落实，并把结果告知司法局" : "按期落实，并把结果告知司法局" },
      { label: "时限", value: `${dateWithWeekday(due)}${over ? `（已逾期${daysOver}天）` : ""}` },
    ],
    body: [
      paragraph(`${dateWithWeekday(on)}${place}行政应诉联席会议议定，由${owner}负责：`),
      list(text),
      paragraph("落实情况由司法局登记；没有落实的，列入下次联席会议议程。"),
    ],
  };
}

/** 议题答复. */
function topicAnswered({ text, accepted, by, answer }: NoticeContent<"topic-answered">): Letter {
  return {
    subject: `【联席会议】贵院提出的议题${accepted ? "已列入议程" : "未列入议程"}`,
    title: "联席会议议题答复",
    asks: [{ label: "请阅", value: accepted ? "开会时讨论，会议通知另发" : "未列入的原因如下" }],
    body: [facts(fact("议题", text), fact("答复", answer === "" ? undefined : answer), fact("答复人", by))],
  };
}

/** 议题 of the court, and what earlier meetings left open. */
function agendaOf({ topics = [], openPoints = [] }: PackShown): readonly Block[] {
  return [
    ...(topics.length === 0 ? [] : [heading("议题"), list(...topics)]),
    ...(openPoints.length === 0
      ? []
      : [heading("以前会议尚未落实的议定事项"), list(...openPoints.map(openPointWords))]),
  ];
}

function blocksOf(pack: PackShown): readonly Block[] {
  const { cases, problems, next } = pack;
  return [
    ...agendaOf(pack),
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
  "meeting-point-due": { letter: meetingPointDue },
  "topic-answered": { letter: topicAnswered },
  "meeting-invited": {
    letter: meetingInvited,
    papers: async ({ pack }) => [await packDocx(pack)],
    calendar: (content, notice, sender) => meetingFile(content, notice, sender),
  },
} satisfies NoticeLetters<MeetingNotices>;
