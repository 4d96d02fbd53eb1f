/** What does a court's proposal (司法建议书) say: its number, to whom, about what, what it advises, by when it wants a reply? */
import type { ReplyTerm, SuggestionSort } from "../../domain/suggestion/suggestion-paper.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { ruledBy, ruleTable } from "../text/rule-table.ts";
import { addresseesFrom } from "./addressee.ts";
import { adviceOf, replySentence } from "./advice.ts";
import { replyTermIn } from "./reply-term.ts";

/** What is read of a proposal, beside what all papers of a case have. */
export interface SuggestionFacts {
  /** As written: （2026）鲁1323司建2号, 兰法建〔2026〕4号. */
  readonly number?: Fact<string>;
  readonly addressees: readonly Fact<string>[];
  readonly sort: Fact<SuggestionSort>;
  /** In the court's words, one each, without their numbering. */
  readonly advice: readonly Fact<string>[];
  readonly reply?: Fact<ReplyTerm>;
}

/** Whether a title is that of a court's proposal, and not of what an agency answers to one. */
export function isSuggestion(title: string | undefined): boolean {
  return /司法建议[书函]?$/u.test(title ?? "");
}

const YEAR = String.raw`[（〔\[【](?:19|20)\d\d[）〕\]】]`;
/** （2026）鲁1323司建2号, 兰法建〔2026〕4号; behind a label in a form. */
const NUMBER = new RegExp(
  `^(?:(?:编号|文号|字号|案号)：?)?(${YEAR}[\\p{Script=Han}\\d]{2,20}?号(?:之[一二三四五])?|\\p{Script=Han}{2,12}${YEAR}第?\\d{1,5}号)`,
  "u",
);
const TITLE = /司法建议[书函]?/u;
/** Reads a proposal. */
export function readSuggestion(flat: FlatText): SuggestionFacts {
  const title = TITLE.exec(flat.text);
  const afterTitle = title === null ? 0 : title.index + title[0].length;
  const numbered = NUMBER.exec(flat.text.slice(afterTitle, afterTitle + 60));
  const top = afterTitle + (numbered?.[0].length ?? 0);
  const { names, end } = addresseesFrom(flat, top);
  const reply = replySentence(flat, end);
  const term = reply === undefined ? undefined : replyTermIn(flat.text.slice(reply.start, reply.end));
  const sort = ruledBy(SORTS, flat.text.slice(end));
  return {
    ...(numbered?.[1] === undefined
      ? {}
      : {
          number: {
            value: numbered[1],
            confidence: CONFIDENCE.stated,
            rule: "number-behind-the-title",
            text: numbered[1],
          },
        }),
    addressees: names,
    sort: {
      value: sort.verdict,
      confidence: sort.verdict === "governance" ? CONFIDENCE.inferred : CONFIDENCE.stated,
      rule: sort.rule,
      text: sort.words?.[0] ?? "",
    },
    advice: adviceOf(flat, end, reply),
    ...(reply === undefined || term === undefined
      ? {}
      : {
          reply: {
            value: term.verdict,
            confidence: CONFIDENCE.stated,
            rule: term.rule,
            text: spanOf(flat, reply.start, reply.end),
          },
        }),
  };
}

const SORTS = ruleTable<string, SuggestionSort>("sort-of-a-suggestion", (text) => text, [
  {
    name: "judgment-not-performed",
    of: /诉讼法》?第九十六条|拒(?:不|绝)履行/u,
    says: "performance",
    example: "被执行人拒不履行生效判决",
  },
  {
    name: "head-at-the-hearing",
    of: /负责人[^。]{0,40}[出到]庭|出庭负责人|中途退庭/u,
    says: "head-absent",
    example: "该局负责人未出庭应诉",
  },
  { name: "how-an-agency-works", of: /./u, says: "governance", example: "建议你局完善流程" },
]);
