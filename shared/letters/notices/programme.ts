/** Letters of the programme (工作台账): the year's plan, and whoever is behind in it. */

import type { ObservationShown } from "../../domain/notices/frame/shown.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import type { ProgrammeNotices } from "../../domain/notices/programme.ts";
import { observationFile } from "../calendar/calendar-file.ts";
import { dateWithWeekday, printedDate, printedTime, shortDate } from "../frame/dates.ts";
import { fact, facts, heading, type Letter, list, paragraph } from "../frame/letter.ts";
import { actName, programmeKindName } from "../wording/programme-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 年度工作提示. */
function programmePlan({ jurisdiction, year, perYear, meetings }: NoticeContent<"programme-plan">): Letter {
  return {
    subject: `【年度安排】${jurisdiction}${year}年行政应诉工作台账已建立，请登记旁听、培训等情况`,
    title: `${year}年行政应诉工作安排`,
    asks: [{ label: "请办", value: "旁听、培训、整改建议、联席会议举行或者发出后，及时在台账中登记" }],
    body: [
      paragraph(`${jurisdiction}${year}年行政应诉工作台账已建立，全年需要完成：`),
      list(
        `旁听庭审：全年不少于${perYear}次，选择社会关注度高的案件，登记参加单位和人数。`,
        "应诉培训：登记日期、主题、参加单位和人数、培训材料。",
        "整改建议：发现案件办理或者出庭中的问题，向有关机关提出，限期答复。",
        ...(meetings ? ["联席会议：与人民法院每半年至少召开一次，登记议定事项。"] : []),
      ),
      paragraph("本链接在有效期内可以多次使用；进度落后的，系统会另行提醒。"),
    ],
  };
}

/** 旁听提醒. */
function observationsBehind({
  jurisdiction,
  year,
  held,
  atLeast,
  perYear,
}: NoticeContent<"observations-behind">): Letter {
  const short = atLeast - held;
  return {
    subject: `【旁听提醒】${jurisdiction}${year}年已旁听庭审${held}次，还差${short}次`,
    title: "旁听庭审提醒",
    asks: [
      { label: "进度", value: `已登记${held}次，截至目前应完成${atLeast}次，全年不少于${perYear}次` },
      { label: "请办", value: `尽快再安排${short}次旁听庭审；已经旁听的，请补充登记` },
    ],
    body: [
      paragraph(
        `市和各县区每年组织旁听庭审不少于${perYear}次。${jurisdiction}${year}年登记的次数落后于进度。`,
      ),
      list(
        "选择社会关注度高、有代表性的行政案件，提前与人民法院商定旁听人数和席位。",
        "组织行政机关负责人、执法人员参加。",
        "旁听后登记日期、案号、法院、参加单位和人数。",
      ),
    ],
  };
}

/** 年度统计报表提醒. */
function yearlyReturnDue({ jurisdiction, year, due }: NoticeContent<"yearly-return-due">): Letter {
  return {
    subject: `【统计年报】${jurisdiction}${year}年行政应诉案件统计年报请于${printedDate(due)}前报送`,
    title: "统计年报提醒",
    asks: [
      { label: "请办", value: `核对并报送${year}年行政应诉案件统计年报` },
      { label: "时限", value: printedDate(due) },
    ],
    body: [
      paragraph(
        `${year}年的收案、结案、未结和出庭情况已经可以生成年报，在工作台账的“统计年报”下载：第一张表是年报，第二张表逐一列出每个数字对应的案件。`,
      ),
      list(
        "管理领域、行为种类、是否经复议等列为“未知”的，请先在案件页面“案件分类”中补充，再下载。",
        "系统推定、尚未确认的分类按推定计入，请抽查。",
        "列名、列序以国家统计报表当年的表式为准。",
      ),
    ],
  };
}

/** 联席会议提醒, to bureau and court. */
function meetingBehind({ jurisdiction, year, half, audience }: NoticeContent<"meeting-behind">): Letter {
  const name = half === 1 ? "上半年" : "下半年";
  const last = half === 1 ? `${year}年6月30日` : `${year}年12月31日`;
  return {
    subject: `【联席会议提醒】${year}年${name}府院联席会议尚未召开`,
    title: "联席会议提醒",
    asks: [
      {
        label: "请办",
        value: `与${audience === "bureau" ? "人民法院" : "司法局"}商定时间，召开行政应诉联席会议`,
      },
      { label: "时限", value: `${last}前` },
    ],
    body: [
      paragraph(
        `司法行政机关与人民法院每半年召开一次联席会议。${jurisdiction}${year}年${name}的会议尚未登记。`,
      ),
      heading("会议内容"),
      list(
        "行政机关负责人出庭应诉情况。",
        "典型案件，依法行政和应诉中的突出问题。",
        "改进建议，需要双方配合的事项。",
      ),
      paragraph(
        audience === "bureau"
          ? "已经召开的，请在台账中登记日期、参加单位和议定事项。"
          : "已经召开的，由司法局在台账中登记，贵院无须另行处理。",
      ),
    ],
  };
}

/** 旁听通知. */
function observationInvited(content: NoticeContent<"observation-invited">): Letter {
  const { observation, sequence, unit, seats } = content;
  const { date, study } = observation;
  const again = sequence > 0 ? "（变更）" : "";
  return {
    subject: `【旁听庭审】请${unit}${shortDate(date)}旁听庭审，${seats}人${again}`,
    title: `旁听庭审通知${again}`,
    asks: [
      {
        label: "请办",
        value: `组织${seats}人按时旁听，负责人带队${study === true ? "；作为党委（党组）中心组学法" : ""}`,
      },
      ...whenAndWhere(observation),
    ],
    body: [
      ...(sequence > 0 ? [paragraph("此前的旁听通知不再有效，以本通知为准。")] : []),
      facts(
        fact("案号", observation.caseNumber),
        fact("案由", observation.cause),
        fact("审理法院", observation.court),
      ),
      list(
        "请提前十五分钟到庭，携带居民身份证，遵守法庭纪律。",
        "旁听名单（姓名、职务）请在开庭前一日报司法局。",
        "开庭时间以人民法院通知为准，改期的另行通知。",
      ),
    ],
  };
}

/** 旁听取消通知. */
function observationCancelled({ observation, by, reason }: NoticeContent<"observation-cancelled">): Letter {
  return {
    subject: `【旁听取消】${shortDate(observation.date)}的旁听庭审无须参加`,
    title: "旁听庭审取消通知",
    asks: [{ label: "请阅", value: "此前的旁听通知不再执行，无须参加" }],
    body: [
      facts(
        fact("案号", observation.caseNumber),
        ...whenAndWhere(observation),
        fact("原因", reason === "" ? "旁听单位调整" : reason),
        fact("经办人", by),
      ),
    ],
  };
}

function whenAndWhere({ date, time, court, place }: ObservationShown) {
  return [
    { label: "时间", value: `${dateWithWeekday(date)}${time === undefined ? "" : printedTime(time)}` },
    { label: "地点", value: place === undefined ? court : `${court}，${place}` },
  ];
}

/** 撤回通知. */
function entryRecalled({ entry, act, by, reason }: NoticeContent<"entry-recalled">): Letter {
  return {
    subject: `【撤回】${programmeKindName(entry)}：“${actName(act)}”已经撤回，此前的通知不再执行`,
    title: "撤回通知",
    asks: [{ label: "请阅", value: "因这一事项发给贵单位的通知不再执行；重新办理的，另行通知" }],
    body: [
      facts(
        fact("事项", `${programmeKindName(entry)}，${actName(act)}`),
        fact("撤回原因", reason),
        fact("经办人", by),
      ),
    ],
  };
}

/** How each of them is worded. */
export const PROGRAMME_LETTERS = {
  "programme-plan": { letter: programmePlan },
  "observations-behind": { letter: observationsBehind },
  "yearly-return-due": { letter: yearlyReturnDue },
  "meeting-behind": { letter: meetingBehind },
  "observation-invited": {
    letter: observationInvited,
    calendar: (content, notice, sender) => observationFile(content, notice, sender, "REQUEST"),
  },
  "observation-cancelled": {
    letter: observationCancelled,
    calendar: (content, notice, sender) => observationFile(content, notice, sender, "CANCEL"),
  },
  "entry-recalled": { letter: entryRecalled },
} satisfies NoticeLetters<ProgrammeNotices>;
