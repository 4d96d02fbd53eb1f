/** Is a sentence about this sitting, or of the law, of a day to come, or of another sitting? */
import { isOfLowerInstance } from "../parties/lower-instance.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import { PLAN } from "./answers.ts";

/** The law's or a notice's words about any head. */
const LAWS_WORDS = [
  `应当${anyOf(wordList("出庭 到庭 委托 说明 由 依法出庭"))}`,
  ...wordList("不能出庭的 未出庭的 不出庭的 出庭的， 到庭的， 可以委托 《[^》]*》"),
  "如(?:果)?(?:负责人|被告|未|不)",
  ...wordList("负责人包括 是指 予以公告 是否准许 不得"),
];
const RECITAL = new RegExp(anyOf(LAWS_WORDS), "u");
/** The law first, and then what happened: …应当出庭，而被告负责人未出庭. */
const YET = /(?:而|但|却|本案中|至今)[^，。]{0,24}(?:未|没有|没)/u;
/** What a record says of a sitting before its own. */
const EARLIER = new RegExp(
  anyOf(wordList("前次 上次 上一次 首次(?:开庭|庭审) 第一次(?:开庭|庭审) 此前(?:的)?(?:开庭|庭审)")),
  "u",
);

/** A sentence, and what kind of paper it stands in. */
interface SentenceOfPaper {
  readonly text: string;
  /** A judgment is about all its sittings, a record of one. */
  readonly isJudgment: boolean;
}

const NOT_OF_THIS_SITTING = ruleTable<SentenceOfPaper, true>(
  "sentence-not-of-this-sitting",
  ({ text }) => text,
  [
    {
      name: "words-of-the-law",
      of: ({ text }) => RECITAL.test(text) && !YET.test(text),
      says: true,
      example: "行政机关负责人应当出庭应诉，不能出庭的，应当委托工作人员出庭",
    },
    { name: "of-a-day-to-come", of: PLAN, says: true, example: "将通知被告负责人下次出庭" },
    {
      name: "was-meant-to-be",
      of: /原(?:定|本|计划|安排|拟)由|本来|本应由/u,
      says: true,
      example: "原定由副局长周强出庭",
    },
    {
      // A judgment mentions a sitting that was put off; who came, it says of the one that was held.
      name: "of-a-sitting-put-off",
      of: ({ text, isJudgment }) => isJudgment && /原定于|原定[^，。]{0,8}开庭|申请延期/u.test(text),
      says: true,
      example: "本案原定于5月6日开庭，因被告负责人未能到庭申请延期",
    },
    {
      name: "of-an-earlier-sitting",
      of: ({ text, isJudgment }) => !isJudgment && EARLIER.test(text),
      says: true,
      example: "上次开庭被告负责人未到庭",
    },
    {
      name: "of-the-instance-before",
      of: ({ text }) => isOfLowerInstance(text),
      says: true,
      example: "一审时被告负责人未出庭",
    },
  ],
);

/** Whether a sentence is about anything but the sitting that the paper is about. */
export function isOfOtherSitting(text: string, isJudgment: boolean): boolean {
  return NOT_OF_THIS_SITTING.decide({ text, isJudgment }) !== undefined;
}
