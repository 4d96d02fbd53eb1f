/** 司法建议 in a bulletin: those that courts made in its period, and what became of them. */
import type { SuggestionsReported } from "../../../domain/suggestion/reported-suggestions.ts";
import { adoptionName, sortName } from "../../registers/suggestion-wording.ts";
import { type BulletinTable, words } from "./cells.ts";

export function givenSuggestions({ listed }: SuggestionsReported): BulletinTable {
  return {
    name: "司法建议",
    caption: "人民法院提出的司法建议和复函情况",
    head: 0,
    none: "本期没有登记人民法院提出的司法建议。",
    columns: [
      words("文号", 26),
      words("人民法院", 22),
      words("主送单位", 22),
      words("类别", 14),
      words("收到", 12),
      words("复函时限", 12),
      words("复函", 12),
      words("采纳", 10),
    ],
    rows: listed.map(({ number, court, to, sort, receivedOn, due, repliedOn, adoption }) => [
      number ?? "未载明",
      court,
      to,
      sortName(sort),
      { day: receivedOn },
      { day: due },
      repliedOn === undefined ? "未复函" : { day: repliedOn },
      adoption === undefined ? undefined : adoptionName(adoption),
    ]),
  };
}
