/** 司法建议复函: what an agency replies to a court's proposal, to be sealed; blank where nothing has been filled in. */
import { defined } from "../../domain/defined.ts";
import type { SuggestionShown } from "../../domain/notices/suggestion.ts";
import type { Suggestion } from "../../domain/programme/entry.ts";
import { replyOf, type SuggestionReply } from "../../domain/suggestion/suggestion.ts";
import { heading, type OfficialDocument, paragraph } from "../office/official-document.ts";
import { suggestionTitle } from "../registers/suggestion-wording.ts";
import { blank, linesOf, sealed } from "./agency-paper.ts";

export interface SuggestionReplyPaper {
  readonly suggestion: Pick<SuggestionShown, "number" | "court" | "issuedOn" | "to" | "advice">;
  readonly reply?: Pick<SuggestionReply, "adoption" | "text" | "reason">;
}

const DECIDED = {
  adopted: "经研究，对贵院所提建议予以采纳。",
  partly: "经研究，对贵院所提建议部分采纳。",
  not: "经研究，对贵院所提建议暂不采纳。",
} as const;

/** The reply, proposal by proposal as the court made them, and what is said to them. */
export function suggestionReplyPaper({ suggestion, reply }: SuggestionReplyPaper): OfficialDocument {
  const { court, to, advice } = suggestion;
  return {
    title: `${to}\n关于${suggestionTitle(suggestion)}的复函`,
    addressee: court,
    body: [
      paragraph(`贵院${suggestionTitle(suggestion)}收悉。我单位认真研究，现将办理情况函复如下。`),
      heading(1, "贵院的建议"),
      ...advice.map((one, index) => paragraph(advice.length === 1 ? one : `${index + 1}. ${one}`)),
      heading(1, "采纳情况"),
      paragraph(reply === undefined ? blank(20) : DECIDED[reply.adoption]),
      ...(reply?.reason === undefined ? [] : linesOf(reply.reason).map((line) => paragraph(line))),
      heading(1, "办理情况和今后措施"),
      ...(reply === undefined
        ? [paragraph(blank(24)), paragraph(blank(24))]
        : linesOf(reply.text).map((line) => paragraph(line))),
      paragraph("感谢贵院对我单位依法行政工作的监督和支持。"),
      paragraph("特此函复。"),
    ],
    signature: sealed(to),
  };
}

/** The same of an entry of the programme. */
export function replyPaperOf(entry: Suggestion): OfficialDocument {
  const { number, court, issuedOn, to, advice } = entry;
  const reply = replyOf(entry);
  return suggestionReplyPaper({
    suggestion: { court: court.name, to: to.name, advice, ...defined({ number, issuedOn }) },
    ...defined({ reply }),
  });
}
