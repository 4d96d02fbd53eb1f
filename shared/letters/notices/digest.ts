/** The bureau's daily digest (每日摘要): what it should know and needn't do at once. */

import type { DigestLine, DigestNotices } from "../../domain/notices/digest.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { dateWithWeekday, printedMoment, shortDate } from "../frame/dates.ts";
import { type Block, heading, type Letter, list, paragraph } from "../frame/letter.ts";
import { newsWords } from "../wording/digest-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 每日摘要: lines in the order of time, those of a case together. */
function digest({ date, lines }: NoticeContent<"digest">): Letter {
  const byCase = Map.groupBy(
    lines.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
    ({ caseNumber }) => caseNumber,
  );
  const cases = [...byCase.keys()].filter((caseNumber) => caseNumber !== undefined);
  const extent = `${cases.length}件案件、${lines.length}条动态`;
  return {
    subject: `【每日摘要】${shortDate(date)} ${extent}`,
    title: `${dateWithWeekday(date)}应诉工作摘要`,
    asks: [{ label: "请阅", value: `${extent}，供掌握情况，无须回复` }],
    body: [
      paragraph("需要办理的事项另有专门提醒，本摘要只列进展。"),
      ...[...byCase].flatMap(([caseNumber, of]) => caseLines(caseNumber ?? "其他", of)),
    ],
  };
}

function caseLines(title: string, lines: readonly DigestLine[]): readonly Block[] {
  return [heading(title), list(...lines.map(({ at, news }) => `${newsWords(news)}（${printedMoment(at)}）`))];
}

/** How each of them is worded. */
export const DIGEST_LETTERS = {
  digest: { letter: digest },
} satisfies NoticeLetters<DigestNotices>;
