/** Does a record show that those whom its list names sat there: checked by the court, marked as come, or speaking? */
import type { Parties } from "../parties/parties.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { Organ } from "./speech/organs.ts";
import type { Utterance } from "./speech/utterances.ts";

const PEOPLE = anyOf(
  wordList("当事人 诉讼参[加与]人 出庭人员 到庭人员 出庭的?人员 到庭的?人员 身份 人员 代理人"),
);
const CHECKING = anyOf(wordList("核对 核实 核查 核验 查验 已核 核过"));

/** These are said of papers and facts as well, so that they must be said of who is there. */
const LOOKING_INTO = anyOf(wordList("查明 审核 审查"));
const WHO_IS_THERE = anyOf(wordList("身份 出庭的?人员 到庭的?人员"));

const CHECKS = ruleTable<string, true>("list-checked-at-the-sitting", (text) => text, [
  {
    name: "court-checks-who-is-there",
    of: new RegExp(
      `${CHECKING}[^。；]{0,24}${PEOPLE}|${PEOPLE}[^。；]{0,16}${CHECKING}|${LOOKING_INTO}[^。；]{0,24}${WHO_IS_THERE}|${WHO_IS_THERE}[^。；]{0,16}${LOOKING_INTO}`,
      "u",
    ),
    says: true,
    example: "审判长：现在核对当事人身份。",
  },
  {
    name: "check-is-done",
    of: new RegExp(`${CHECKING}(?:完毕|无误|无异议)|经${CHECKING}，?(?:无误|符合)`, "u"),
    says: true,
    example: "审判长：核对完毕，现在开庭。",
  },
  {
    name: "they-may-take-part",
    of: /(?:出庭|到庭)[^。；]{0,16}符合(?:法律)?规定|(?:可以|准予|准许)(?:其)?参加(?:本案)?(?:的)?(?:诉讼|庭审)/u,
    says: true,
    example: "审：以上到庭人员符合法律规定，可以参加诉讼。",
  },
  {
    name: "asked-who-else-came",
    of: /除[^，。？]{0,10}(?:律师|代理人)[^，。？]{0,4}外[^。]{0,12}(?:人|人员)[^。]{0,6}(?:出庭|到庭|参加)/u,
    says: true,
    example: "审：被告除律师外有无其他人员出庭？",
  },
  {
    name: "objections-are-asked",
    of: /(?:出庭|到庭)(?:的)?(?:人员|当事人|参加人|代理人)?(?:的)?(?:身份|资格)?[^。；]{0,8}(?:异议|意见)/u,
    says: true,
    example: "审：当事人对出庭人员身份有无异议？",
  },
]);

/** Headings under which only those stand who came. */
const PRESENT_HEADING =
  /(?:到庭|出庭|实到|在庭)(?:的)?(?:诉讼)?(?:人员|参与人|参加人|当事人)(?:及[^：。]{2,10})?(?:：|如下|情况|$)|(?:到庭|出庭)情况/gu;
const CAME_IN_LIST = /(?<![未不没])(?:到庭|在庭|到场)(?!应诉|负责|人员|当事人|情况)/u;

/** Whether the court of a record checked the people whom its list names, or the list itself is of those who came. */
export function isListChecked(
  flat: FlatText,
  organ: Organ | undefined,
  parties: Parties,
  utterances: readonly Utterance[],
): boolean {
  const isChecked = utterances.some(
    ({ speaker, text }) =>
      (speaker === "court" || speaker === "narrative") && CHECKS.decide(text) !== undefined,
  );
  return isChecked || isMarked(flat, organ, parties, utterances);
}

/** A list of those who came, by its heading or by what it says behind anybody: 原告：陈建，到庭. */
function isMarked(
  flat: FlatText,
  organ: Organ | undefined,
  { listed }: Parties,
  utterances: readonly Utterance[],
): boolean {
  const start = organ?.listed?.start ?? 0;
  const isUnderHeading = [...flat.text.slice(0, start).matchAll(PRESENT_HEADING)].some(
    ({ index }) => gapAt(flat, index) >= Gap.line,
  );
  // The list ends where somebody of the court begins to speak.
  const speech = utterances.find((one) => one.speaker === "court" && one.start > start)?.start;
  const list = flat.text.slice(listed[0]?.start ?? start, speech ?? organ?.listed?.blockEnd ?? start);
  return isUnderHeading || CAME_IN_LIST.test(list);
}

/** 负责人 whom the court speaks to, or speaks of as there; a question whether there is one is none of it. */
const HEAD_ADDRESSED = /(?:被告|出庭|应诉|机关)[^，。；]{0,8}负责(?:人|同志)/u;
const ASKED_WHETHER =
  /(?:是否|有没有|有无)[^。？]{0,12}(?:到庭|出庭|到场|来)|(?:到庭|出庭|来)了?(?:吗|没有)|(?:未|没有?|不)(?:能)?(?:到庭|出庭|到场|来)/u;

/** 一审时被告负责人未出庭，今天到庭了 */
const CAME_TODAY = /(?:今天|今日|本次|现)(?:已|已经)?(?:到庭|出庭)/u;

/** Where a record's sitting opens: with the court's first words behind the list of parties. */
function opensAt(organs: readonly Organ[], utterances: readonly Utterance[]): number {
  const behind = Math.max(0, ...organs.map(({ listed }) => listed?.end ?? 0));
  return utterances.findIndex(
    ({ speaker, text, start }) => speaker === "court" && text.length >= 4 && start > behind,
  );
}

/** Whether the person whom a list puts forward speaks in the record, or the court speaks of or to that person. */
export function takesPart(name: string, organs: readonly Organ[], utterances: readonly Utterance[]): boolean {
  const opens = opensAt(organs, utterances);
  return utterances.slice(opens === -1 ? utterances.length : opens).some(({ speaker, spokenBy, text }) => {
    const isNamed =
      name.length >= 2 && (spokenBy.includes(name) || (speaker !== "opponent" && text.includes(name)));
    // 出庭负责人：周强 is a line of the list and no speech.
    if (speaker === "respondent") return (isNamed || spokenBy.includes("负责人")) && !text.startsWith(name);
    if (speaker !== "court" && speaker !== "narrative") return false;
    return (isNamed || HEAD_ADDRESSED.test(text)) && (!ASKED_WHETHER.test(text) || CAME_TODAY.test(text));
  });
}
