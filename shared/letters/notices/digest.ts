/** The bureau's daily digest (每日摘要): what it should know and needn't do at once. */

import { type DigestLine, type DigestNotices, taskOfLine } from "../../domain/notices/digest.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import { dateWithWeekday, printedMoment, shortDate } from "../frame/dates.ts";
import { type Block, heading, type Letter, list, paragraph } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { newsWords } from "../wording/digest-wording.ts";
import { bureauToAsk } from "../wording/signer-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 每日摘要: what can still be stopped first, then lines in the order of time, those of a case together. */
function digest({ date, lines }: NoticeContent<"digest">): Letter {
  const ordered = lines.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const toUrge = ordered.filter(({ news }) => news.type === "urging-announced");
  const urged = ordered.filter(({ news }) => news.type === "urged" || news.type === "urging-copied");
  const byCase = Map.groupBy(
    ordered.filter((line) => taskOfLine(line) === undefined),
    ({ caseNumber }) => caseNumber,
  );
  const cases = new Set(lines.flatMap(({ caseNumber }) => caseNumber ?? []));
  const extent = `${cases.size}件案件、${lines.length}条动态`;
  const toConfirm = urged.filter(({ news }) => news.type === "urged" && news.copy === "confirm").length;
  const confirm = toConfirm === 0 ? "" : `；已督办${toConfirm}件，需要抄送上级机关的，请确认`;
  const urging = toUrge.length === 0 ? "" : `拟督办${toUrge.length}件，`;
  return {
    subject: `【每日摘要】${shortDate(date)} ${urging}${extent}`,
    title: `${dateWithWeekday(date)}应诉工作摘要`,
    asks:
      toUrge.length === 0
        ? [{ label: "请阅", value: `${extent}${confirm || "，供掌握情况，无须回复"}` }]
        : [
            { label: "请办", value: `拟督办${toUrge.length}件：需要暂缓、已经收到或者立即发函的，逐件办理` },
            { label: "时限", value: "今日下班前；不办理的，到期自动发函" },
            { label: "请阅", value: `${extent}${confirm}` },
          ],
    body: [
      ...(toUrge.length === 0 ? [] : [heading("拟督办"), tasks("暂缓、登记收到或者发函", toUrge)]),
      ...(urged.length === 0 ? [] : [heading("已督办"), tasks("查看函件、抄送上级", urged)]),
      ...(byCase.size === 0 ? [] : [paragraph("需要办理的其他事项另有专门提醒，以下只列进展。")]),
      ...[...byCase].flatMap(([caseNumber, of]) => caseLines(caseNumber ?? "其他", of)),
    ],
  };
}

function tasks(label: string, lines: readonly DigestLine[]): Block {
  return {
    type: "tasks",
    items: lines.map((line) => {
      const target = taskOfLine(line);
      const about = line.caseNumber === undefined ? "" : `${line.caseNumber}　`;
      return { text: `${about}${newsWords(line.news)}`, label, ...(target && { target }) };
    }),
  };
}

function caseLines(title: string, lines: readonly DigestLine[]): readonly Block[] {
  return [heading(title), list(...lines.map(({ at, news }) => `${newsWords(news)}（${printedMoment(at)}）`))];
}

/** What is done at the link of a reminder. */
const REMINDED = {
  "report-due": { title: "三日报告", label: "在此填报三日报告" },
  "filing-asked": { title: "出庭情况确认", label: "在此确认或者填报" },
  "filing-due": { title: "出庭备案", label: "在此填报出庭备案" },
  "hearing-reminder": { title: "开庭准备", label: "在此填报三日报告" },
} as const;

/** 应诉事项提醒: what is due first stands first. */
function agencyDigest({ date, lines }: NoticeContent<"agency-digest">, signer: Signatory): Letter {
  const reminders = lines.filter(({ news }) => news.type === "reminder");
  const byKind = Object.entries(REMINDED)
    .map(([kind, { title, label }]) => ({
      title,
      label,
      of: reminders
        .filter(({ news }) => news.type === "reminder" && news.reminder.kind === kind)
        .toSorted((one, other) => (dueOf(one) < dueOf(other) ? -1 : 1)),
    }))
    .filter(({ of }) => of.length > 0);
  const extent = byKind.map(({ title, of }) => `${title}${of.length}件`).join("、");
  const first = reminders.map(dueOf).toSorted()[0];
  return {
    subject: `【应诉提醒】${shortDate(date)} ${extent}`,
    title: `${dateWithWeekday(date)}应诉事项提醒`,
    asks: [
      { label: "请办", value: extent },
      ...(first === undefined ? [] : [{ label: "最早", value: `${dateWithWeekday(first)}` }]),
    ],
    body: [
      paragraph("贵单位今日需要办理的应诉事项如下，请逐件打开链接办理。新的开庭和改期另有专门通知。"),
      ...byKind.flatMap(({ title, label, of }) => [heading(title), tasks(label, of)]),
      paragraph(`已经办理的，请联系${bureauToAsk(signer)}登记，提醒即告终止。`),
    ],
  };
}

/** The day by which it is to be done. */
function dueOf({ news }: DigestLine): CivilDate {
  if (news.type !== "reminder") throw new TypeError("no reminder");
  const { reminder } = news;
  return reminder.kind === "hearing-reminder"
    ? (reminder.report?.due ?? reminder.hearing.date)
    : reminder.deadline.due;
}

/** How each of them is worded. */
export const DIGEST_LETTERS = {
  "agency-digest": { letter: agencyDigest },
  digest: { letter: digest },
} satisfies NoticeLetters<DigestNotices>;
