/** The bureau's daily digest (每日摘要): what it should know and needn't do at once. */

import { type DigestLine, type DigestNotices, taskOfLine } from "../../domain/notices/digest.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { dateWithWeekday, printedMoment, shortDate } from "../frame/dates.ts";
import { type Block, heading, type Letter, list, paragraph } from "../frame/letter.ts";
import { newsWords } from "../wording/digest-wording.ts";
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

/** How each of them is worded. */
export const DIGEST_LETTERS = {
  digest: { letter: digest },
} satisfies NoticeLetters<DigestNotices>;
