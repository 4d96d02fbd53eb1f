/** The letter of the bulletin (行政应诉通报), whose files go along. */

import { defined } from "../../domain/defined.ts";
import type { BulletinNotices } from "../../domain/notices/bulletin.ts";
import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import { type PeriodKind, periodOf } from "../../domain/time/period.ts";
import type { Month } from "../../domain/time/time.ts";
import { bulletinMail } from "../bulletin/mail.ts";
import { bulletinName, withoutLedgers } from "../bulletin/wording.ts";
import { printedDate, printedPeriod } from "../frame/dates.ts";
import { fact, facts, type Letter, paragraph } from "../frame/letter.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 签发催办: nobody has signed, or the day has come until which it was put off. */
function bulletinUnsigned(content: NoticeContent<"bulletin-unsigned">): Letter {
  const { jurisdiction, due, daysOver, deferred, missingLedgers } = content;
  const name = nameOf(content);
  const missing = withoutLedgers({
    ...defined({ missingLedgers }),
    period: periodOf(content.period, content.month),
    draft: true,
  });
  return {
    subject: `【待签发】${name}${daysOver > 0 ? "尚未签发" : "请于今天签发"}`,
    title: "通报签发提醒",
    asks: [{ label: "请办", value: "打开签发页面，核对后签发；暂不签发的，推迟到具体日期并写明原因" }],
    body: [
      facts(
        fact("通报", `${jurisdiction}${name}`),
        fact("应签发日", `${printedDate(due)}${daysOver > 0 ? `（已过${daysOver}日）` : ""}`),
        fact(
          "推迟",
          deferred === undefined ? undefined : `至${printedDate(deferred.until)}，${deferred.reason}`,
        ),
      ),
      ...(missing === undefined ? [] : [paragraph(missing)]),
      paragraph("签发之前，系统不向任何单位发送这期通报；签发或者推迟之前，每个工作日提醒一次。"),
    ],
  };
}

/** 更正提示: what was issued rests on rows that have become known otherwise; nothing is sent again without a signature. */
function bulletinCorrection(content: NoticeContent<"bulletin-correction">): Letter {
  const { version, changes } = content;
  const name = nameOf(content);
  return {
    subject: `【更正提示】${name}（第${version}版）印发后有${changes}项变化，请确定是否更正`,
    title: "通报更正提示",
    asks: [{ label: "请办", value: "打开签发页面查看变化；需要更正的，写明更正内容后重新签发" }],
    body: [
      paragraph(
        `${name}第${version}版印发后，因补报、核对，开庭或者出庭情况有${changes}项与印发时不同。系统不自动重新印发。`,
      ),
    ],
  };
}

/** 2026年9月行政应诉月通报. */
function nameOf({ month, period }: { readonly month: Month; readonly period: PeriodKind }): string {
  const of = periodOf(period, month);
  return `${printedPeriod(of)}${bulletinName({ jurisdiction: "", period: of })}`;
}

/** How each of them is worded. */
export const BULLETIN_LETTERS = {
  bulletin: { letter: bulletinMail, files: ({ files }) => files },
  "bulletin-unsigned": { letter: bulletinUnsigned },
  "bulletin-correction": { letter: bulletinCorrection },
} satisfies NoticeLetters<BulletinNotices>;
