/** Does a document belong to an administrative case? By its number, else by its title, its cause and its words. */
import { isOrgan } from "../names/organ-name.ts";
import type { DocumentNumbers } from "../parties/numbers.ts";
import { isElsewhere } from "../parties/paper-author.ts";
import type { Parties } from "../parties/parties.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { readingTable, ruledBy } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

/** What is known of a paper by now. */
interface Known {
  readonly flat: FlatText;
  readonly title: string;
  readonly numbers: DocumentNumbers;
  readonly parties: Parties;
  readonly cause: Fact<string> | undefined;
  readonly court: Fact<string> | undefined;
}

type Answer = Omit<Fact<boolean>, "rule">;

/** 行政上诉状, 民事判决书; 依法行政 in a circular's title names no branch of the law. */
const OF_A_CASE = anyOf(wordList("判决 裁定 调解 上诉 起诉 答辩 诉 案件 应诉 机关负责人 再审 申诉 决定"));
const BRANCH_OF_TITLE = new RegExp(
  `(?:民事|刑事|行政)(?=(?:附带民事)?(?:赔偿)?(?:公益)?${OF_A_CASE})|执行(?=裁定|通知|案件|决定)`,
  "u",
);
/** 行政处罚决定书, 行政复议决定书: what a court may be asked about later, and no paper of its case. */
const ACTS = anyOf(wordList(String.raw`处罚 处理 复议 征收 补偿 强制\p{Script=Han}{0,4} 许可 认定`));
const ACT_OF_AGENCY = new RegExp(`${ACTS}(?:事先|催告)?(?:决定|告知)书$`, "u");
const ADMINISTRATIVE_CAUSE = /行政|政府信息|工伤(?:保险资格)?认定|征收|履行(?:法定)?职责/u;
const PROCEDURE = /行政诉讼法|行政机关负责人|行政(?:判决|裁定|案件|诉讼)|被诉(?:行政|具体)/u;

const ADMINISTRATIVE = readingTable<Known, Answer>("administrative", [
  {
    // Which of two numbers is the case's may be open while both say what kind of case it is.
    name: "type-of-case-number",
    reads: ({ numbers: { own } }) => own[0] && { ...own[0], value: true, confidence: CONFIDENCE.stated },
    example: "（2026）鲁1323行初45号",
  },
  {
    name: "type-of-another-number",
    reads: ({ numbers: { foreign } }) => foreign && { ...foreign, value: false },
    example: "（2026）鲁1323民初45号",
  },
  {
    name: "type-of-origin-number",
    reads: ({ numbers: { origin } }) => origin && { ...origin, value: true },
    example: "不服（2026）鲁1323行初45号行政判决",
  },
  {
    name: "not-before-a-court",
    reads: ({ flat, title, court }) =>
      court === undefined && isElsewhere(flat.text)
        ? { value: false, confidence: CONFIDENCE.inferred, text: title }
        : undefined,
    example: "劳动人事争议仲裁委员会开庭通知书",
  },
  {
    name: "decision-of-an-agency",
    reads: ({ title }) =>
      ACT_OF_AGENCY.test(title) ? { value: false, confidence: CONFIDENCE.inferred, text: title } : undefined,
    example: "行政处罚决定书",
  },
  {
    name: "title-names-branch",
    reads: ({ title }) => {
      const branch = BRANCH_OF_TITLE.exec(title)?.[0];
      return branch === undefined
        ? undefined
        : { value: branch === "行政", confidence: CONFIDENCE.stated, text: title };
    },
    example: "行政答辩状",
  },
  {
    name: "cause-is-administrative",
    reads: ({ cause, parties }) =>
      cause !== undefined && ADMINISTRATIVE_CAUSE.test(cause.value) && namesParties(parties)
        ? { ...cause, value: true, confidence: CONFIDENCE.inferred }
        : undefined,
    example: "张三诉沂水县公安局行政处罚一案",
  },
  {
    // News of a hearing names what it was about, but nobody whose case it is.
    name: "cause-is-administrative-and-nobody-named",
    reads: ({ cause }) =>
      cause !== undefined && ADMINISTRATIVE_CAUSE.test(cause.value)
        ? { ...cause, value: true, confidence: CONFIDENCE.doubtful }
        : undefined,
    example: "旁听一起行政处罚案",
  },
  {
    // A circular about appearances in general belongs to no case.
    name: "words-of-administrative-procedure",
    reads: ({ flat, court }) => {
      const words = PROCEDURE.exec(flat.text);
      if (words === null || (words[0] === "行政机关负责人" && court === undefined)) return undefined;
      const text = spanOf(flat, words.index, words.index + words[0].length);
      return { value: true, confidence: CONFIDENCE.doubtful, text };
    },
    example: "依照《中华人民共和国行政诉讼法》",
  },
  {
    name: "agency-is-sued",
    reads: ({ parties }) => {
      const organ = parties.respondents.find(({ value }) => isOrgan(value));
      return organ && { ...organ, value: true, confidence: CONFIDENCE.doubtful };
    },
    example: "被告沂水县公安局",
  },
  {
    name: "names-no-case",
    reads: ({ flat, title, court }) =>
      court === undefined && !/原告|被告|上诉人|案号|一案/u.test(flat.text)
        ? { value: false, confidence: CONFIDENCE.inferred, text: title }
        : undefined,
    example: "关于开展应诉培训的通知",
  },
  {
    name: "no-sign-of-an-administrative-case",
    reads: () => ({ value: false, confidence: CONFIDENCE.doubtful, text: "" }),
    example: "原告张三诉被告李四一案",
  },
]);

/** Whether a paper belongs to an administrative case. */
export function administrative(known: Known): Fact<boolean> {
  const { verdict, rule } = ruledBy(ADMINISTRATIVE, known);
  return { ...verdict, rule };
}

function namesParties({ plaintiffs, respondents }: Parties): boolean {
  return plaintiffs.length > 0 || respondents.length > 0;
}
