/** Letters about a court's proposal (司法建议): to its addressee, until it has replied; to the court, that it has. */

import type { NoticeContent } from "../../domain/notices/notice-kinds.ts";
import type { SuggestionNotices, SuggestionShown } from "../../domain/notices/suggestion.ts";
import { dateWithWeekday, printedDate, printedMoment, shortDate } from "../frame/dates.ts";
import { fact, facts, heading, type Letter, paragraph } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import { suggestionReplyDocx } from "../papers/docx-papers.ts";
import { adoptionName, sortName, suggestionTitle } from "../registers/suggestion-wording.ts";
import { bureauToAsk } from "../wording/signer-wording.ts";
import type { NoticeLetters } from "./notice-letter.ts";

/** 司法建议办理通知. */
function suggestionReceived({ suggestion }: NoticeContent<"suggestion-received">): Letter {
  const { court, due } = suggestion;
  return {
    subject: `【司法建议】${suggestionTitle(suggestion)}，请于${shortDate(due)}前复函`,
    title: "司法建议办理通知",
    asks: [
      { label: "请办", value: "研究司法建议，填写采纳情况；系统据此生成复函" },
      { label: "时限", value: `${dateWithWeekday(due)}前复函${dueWhy(suggestion)}` },
    ],
    body: [
      paragraph(`${court}向你单位发出司法建议书，内容如下。`),
      suggestionFacts(suggestion),
      paragraph("不采纳或者部分采纳的，请说明理由。复函提交后，系统同时告知发出建议的人民法院。"),
    ],
  };
}

/** Whose day it is: the court's by its paper, or the mechanism's of the place. */
function dueWhy({ written }: SuggestionShown): string {
  return written ? "（司法建议书载明）" : "（司法建议书没有载明期限，按本市工作机制）";
}

/** 复函提醒 and 督办. */
function suggestionDue(
  { suggestion, daysOver, copy, confirms }: NoticeContent<"suggestion-due">,
  signer: Signatory,
): Letter {
  const { to, due } = suggestion;
  const over = daysOver > 0;
  const when = over ? `已逾期${daysOver}天` : daysOver === 0 ? "今天到期" : `还有${-daysOver}天到期`;
  return {
    subject: `【${over ? "司法建议督办" : "司法建议提醒"}】${to}的复函${when}，尚未登记收到${copy ? "（抄送）" : ""}`,
    title: over ? "司法建议督办函" : "司法建议复函提醒",
    asks: [
      { label: "时限", value: `${dateWithWeekday(due)}前复函，${when}` },
      confirms === true
        ? { label: "请办", value: `督促${to}尽快复函；需要抄送其上级机关的，在办理页面确认` }
        : copy
          ? { label: "请阅", value: `督促${to}尽快复函` }
          : { label: "请办", value: "立即填写复函" },
    ],
    body: [
      paragraph(
        `尚未登记收到${to}对下列司法建议的复函。已经直接函复人民法院的，请联系${bureauToAsk(signer)}登记。`,
      ),
      suggestionFacts(suggestion),
    ],
  };
}

/** 司法建议复函, to the court. */
function suggestionReplied(content: NoticeContent<"suggestion-replied">): Letter {
  const { suggestion, adoption, by, at } = content;
  return {
    subject: `【司法建议复函】${suggestion.to}已对${suggestionTitle(suggestion)}复函（${adoptionName(adoption)}）`,
    title: "司法建议复函告知",
    asks: [{ label: "请阅", value: "复函内容如下；盖章的复函由该单位另行送达" }],
    body: [
      paragraph(`${suggestion.to}已于${printedMoment(at)}提交复函。`),
      replyFacts(content),
      facts(fact("填报人", by)),
      heading("原司法建议"),
      suggestionFacts(suggestion),
    ],
  };
}

/** 复函回执. */
function suggestionReceipt(content: NoticeContent<"suggestion-receipt">, signer: Signatory): Letter {
  const { suggestion, by, at } = content;
  return {
    subject: `【回执】${suggestionTitle(suggestion)}的复函已收到`,
    title: "司法建议复函回执",
    asks: [{ label: "请办", value: "将随附的复函盖章后送达人民法院" }],
    body: [
      paragraph(`复函已于${printedMoment(at)}收到，内容如下。`),
      replyFacts(content),
      facts(fact("填报人", by)),
      heading("原司法建议"),
      suggestionFacts(suggestion),
      paragraph(`内容有误的，可以在办理页面撤回；不是本单位所报的，请联系${bureauToAsk(signer)}。`),
    ],
  };
}

/** 复函撤回, to the court. */
function replyTakenBack({ suggestion, by, reason }: NoticeContent<"suggestion-reply-taken-back">): Letter {
  return {
    subject: `【复函撤回】${suggestion.to}撤回了对${suggestionTitle(suggestion)}的复函`,
    title: "司法建议复函撤回告知",
    asks: [{ label: "请阅", value: "此前告知的复函作废，以重新提交的为准" }],
    body: [
      facts(fact("撤回理由", reason), fact("经办人", by)),
      heading("原司法建议"),
      suggestionFacts(suggestion),
    ],
  };
}

/** 登记作废, to its addressee. */
function suggestionWithdrawn({ suggestion, by, reason }: NoticeContent<"suggestion-withdrawn">): Letter {
  return {
    subject: `【司法建议更正】${suggestionTitle(suggestion)}的登记已作废，无须在系统中复函`,
    title: "司法建议登记作废通知",
    asks: [{ label: "请阅", value: "下列登记已作废，无须在系统中复函" }],
    body: [
      facts(fact("作废原因", reason), fact("经办人", by)),
      heading("原登记内容"),
      suggestionFacts(suggestion),
    ],
  };
}

function replyFacts({
  adoption,
  text,
  reason,
}: Pick<NoticeContent<"suggestion-replied">, "adoption" | "text" | "reason">) {
  return facts(fact("采纳情况", adoptionName(adoption)), fact("办理情况", text), fact("理由", reason));
}

function suggestionFacts(suggestion: SuggestionShown) {
  const { number, court, issuedOn, to, sort, caseNumbers, advice, due } = suggestion;
  return facts(
    fact("文号", number),
    fact("人民法院", court),
    fact("日期", issuedOn && printedDate(issuedOn)),
    fact("主送单位", to),
    fact("类别", sortName(sort)),
    fact("所涉案件", caseNumbers.join("、")),
    fact(
      "建议内容",
      advice.map((one, index) => (advice.length === 1 ? one : `${index + 1}. ${one}`)).join("\n"),
    ),
    fact("复函时限", printedDate(due)),
  );
}

/** How each of them is worded. */
export const SUGGESTION_LETTERS = {
  "suggestion-received": { letter: suggestionReceived },
  "suggestion-due": { letter: suggestionDue },
  "suggestion-replied": { letter: suggestionReplied },
  "suggestion-receipt": {
    letter: suggestionReceipt,
    papers: async ({ suggestion, adoption, text, reason }) => [
      await suggestionReplyDocx({
        suggestion,
        reply: { adoption, text, ...(reason !== undefined && { reason }) },
      }),
    ],
  },
  "suggestion-reply-taken-back": { letter: replyTakenBack },
  "suggestion-withdrawn": { letter: suggestionWithdrawn },
} satisfies NoticeLetters<SuggestionNotices>;
