/** What do a paper's lists of who is present say of an agency's head? */
import { findPeopleTables } from "../labels/people-table.ts";
import { listedPerson, type Person, personIn } from "../names/named-person.ts";
import type { Parties } from "../parties/parties.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { firstClause, startInLine } from "../text/sentences.ts";
import { isUnticked } from "../text/tick-boxes.ts";
import { anyOf, wordList } from "../text/words.ts";
import { agents } from "./agents.ts";
import { unreadLines } from "./coverage.ts";
import { formSigns } from "./form-signs.ts";
import { leadersPresent, postsAsLabels } from "./leaders.ts";
import { withCause } from "./reasons.ts";
import { NOT_HERE, NUMBERED, organOf, personText, valueAfter } from "./speech/listing.ts";
import type { Organ } from "./speech/organs.ts";
import type { Place, Sign } from "./speech/signs.ts";
import { tableSigns } from "./table-signs.ts";

const WHOSE = anyOf(wordList("行政机关 被诉行政机关 机关 单位"));
const APPEARING = anyOf(wordList("出庭应诉 出庭 应诉 到庭"));
/** 出庭负责人 in its many forms. */
const HEAD = `${WHOSE}?(?:的)?${APPEARING}(?:应诉)?(?:的)?(?:行政机关)?(?:单位)?负责(?:人|同志)`;
/** What a label asks for besides. */
const ASKED_FOR = anyOf(wordList("出庭应诉情况 出庭情况 应诉情况 姓名(?:及|、|和)职务 姓名"));
const HEAD_LABEL = new RegExp(`(?:${HEAD}|行政机关负责人|负责人出庭情况)${ASKED_FOR}?`, "gu");
/** What is filled in where nobody came. */
const NOBODY = /^(?:无|没有|未|缺席|不出庭|否|／|\/|-+)(?![\p{Script=Han}]{0,1}某)/u;

/** What the lists of who is present say: labels for the head, agents with a head's title, leaders marked 到庭. */
export function rosterSigns(
  flat: FlatText,
  organs: readonly Organ[],
  parties: Parties,
  storyFrom: number,
  isJudgment: boolean,
): Sign[] {
  // What stands in a table of persons is read by its rows, not as labels.
  const tables = findPeopleTables(flat);
  const signs = [
    ...headLabels(flat, organs, parties),
    ...reasonFields(flat, organs, parties),
    ...leadersPresent(flat, organs, parties, storyFrom, isJudgment),
    ...postsAsLabels(flat, organs, parties),
    ...agents(flat, organs, parties, storyFrom),
  ].filter(({ start }) => !tables.some((table) => start >= table.start && start < table.end));
  const all = [...signs, ...formSigns(flat, organs, parties), ...tableSigns(flat, organs, parties)];
  return [...all, ...unreadLines(flat, organs, all, storyFrom)];
}

/** What stands behind a label for the head. */
interface LabelValue {
  readonly text: string;
  readonly person: Person | undefined;
}

type LabelSays = "question" | "unread" | "blank" | "absent" | "present";

const LABEL_OF_HEAD = ruleTable<LabelValue, LabelSays>("label-of-the-head", ({ text }) => text, [
  { name: "label-in-a-question", of: /[？?]|是否|吗/u, says: "question", example: "是否到庭？" },
  {
    name: "options-not-ticked",
    of: ({ text }) => isUnticked(text),
    says: "unread",
    example: "□到庭 □未到庭",
  },
  { name: "label-of-head-empty", of: ({ text }) => text === "", says: "blank", example: "出庭负责人：" },
  { name: "label-of-head-says-none", of: NOBODY, says: "absent", example: "无" },
  {
    name: "label-of-head-not-understood",
    of: ({ person }) => person === undefined,
    says: "unread",
    example: "见委托书",
  },
  { name: "head-listed-as-absent", of: NOT_HERE, says: "absent", example: "周强，副局长（未到庭）" },
  { name: "label-of-head", of: () => true, says: "present", example: "周强，副局长" },
]);

function headLabels(flat: FlatText, organs: readonly Organ[], parties: Parties): Sign[] {
  return [...flat.text.matchAll(HEAD_LABEL)].flatMap((match): Sign[] => {
    const at = match.index;
    const from = at + match[0].length;
    if (!isListed(flat, at, from)) return [];
    const organ = organOf(flat, at, organs, parties);
    if (organ === "other") return [];
    const value = valueAfter(flat, from);
    const text = flat.text.slice(value.start, value.end);
    const person = listedPerson(personText(flat, value));
    const ruled = LABEL_OF_HEAD.decide({ text, person });
    const place = { organ, start: at, end: Math.max(value.end, from) };
    return ruled === undefined ? [] : signOfLabel(place, ruled.verdict, ruled.rule, { text, person });
  });
}

function signOfLabel(place: Place, says: LabelSays, rule: string, { text, person }: LabelValue): Sign[] {
  const who = person === undefined ? {} : { person };
  switch (says) {
    case "question":
      return [];
    case "present":
      return [{ ...place, says, ...who, asHead: true, confidence: CONFIDENCE.stated, rule }];
    case "absent": {
      const named = NOBODY.test(text) ? {} : who;
      return [{ ...place, says, ...named, ...reasonIn(text), confidence: CONFIDENCE.stated, rule }];
    }
    default:
      return [{ ...place, says, confidence: CONFIDENCE.doubtful, rule }];
  }
}

const REASON_LABEL =
  /(?:负责人)?(?:未|不能|未能)(?:出庭|到庭)(?:应诉)?的?(?:原因|理由|事由)(?=：|$|[\p{Script=Han}])/gu;

function reasonFields(flat: FlatText, organs: readonly Organ[], parties: Parties): Sign[] {
  return [...flat.text.matchAll(REASON_LABEL)].flatMap((match): Sign[] => {
    const from = match.index + match[0].length;
    if (gapAt(flat, match.index) < Gap.cell || (flat.text[from] !== "：" && gapAt(flat, from) < Gap.blank))
      return [];
    const value = valueAfter(flat, from);
    const written = flat.text.slice(value.start, value.end).replace(/[。；，]$/u, "");
    const bare = written.replace(/^因为?/u, "");
    const reason = bare === written ? bare : withCause(bare);
    const organ = organOf(flat, match.index, organs, parties);
    if (reason.length < 2 || NOBODY.test(reason)) return [];
    const place = { organ, start: match.index, end: value.end };
    const rule = "field-for-the-reason";
    return [{ ...place, says: "reason", reason, confidence: CONFIDENCE.stated, rule }];
  });
}

/** What gives a reason in brackets behind a name, and what ends it. */
const REASON_IN_BRACKETS = new RegExp(
  `(?:因|原因：?|理由：?)(?:为|是)?([^。；，（）]{2,40}?)${anyOf(wordList("， 。 ） （ 未 不能 无法 没 $"))}`,
  "u",
);

function reasonIn(text: string): { reason?: string } {
  const reason = REASON_IN_BRACKETS.exec(text)?.[1];
  return reason === undefined ? {} : { reason: withCause(reason.replace(/(?<!（[^）]*)）$/u, "")) };
}

/** A place where the words of a label stand. */
interface LabelPlace {
  readonly flat: FlatText;
  readonly at: number;
  readonly end: number;
  /** The words of the line before it. */
  readonly before: string;
  /** The character behind it. */
  readonly next: string;
}

/** 被告沂水县公安局的出庭负责人：… */
const ITEM = "(?:[一二三四\\d]{0,2}[、.]?)?";
const SIDE_SUED = anyOf(wordList("被告 被上诉人 上诉人 原审被告 第[一二三四]被告"));
const PARTY_BEFORE = new RegExp(`^${ITEM}${SIDE_SUED}[\\p{Script=Han}（）]{0,30}?的?$`, "u");

function opensLine({ flat, at, before }: LabelPlace): boolean {
  return (
    before === "" ||
    NUMBERED.test(before) ||
    gapAt(flat, at) >= Gap.blank ||
    /[。；，：、）]$/u.test(before) ||
    PARTY_BEFORE.test(before)
  );
}

/** A list's label opens a line, a cell or a part of a party's paragraph, and a value follows: not a sentence about the head. */
const IS_LISTED = ruleTable<LabelPlace, boolean>("words-of-a-label", ({ next }) => next, [
  {
    name: "in-a-sentence",
    of: (place) => !opensLine(place),
    says: false,
    example: "审判长：请被告出庭负责人发表意见",
  },
  { name: "said-of-the-name-before", of: /）/u, says: false, example: "季昌明（副局长，出庭负责人）" },
  { name: "before-a-colon-or-a-bracket", of: /[：（]/u, says: true, example: "出庭负责人：周强" },
  {
    name: "before-a-gap",
    of: ({ flat, end }) => gapAt(flat, end) >= Gap.blank,
    says: true,
    example: "出庭负责人 周强 副局长",
  },
  { name: "before-a-comma", of: /，/u, says: true, example: "出庭负责人，周强" },
  {
    name: "right-before-a-name",
    // 出庭负责人赵某，副局长: a name right behind it, as judgments write.
    of: ({ flat, end }) => namesPerson(flat.text.slice(end, end + 24)),
    says: true,
    example: "出庭负责人赵某，副局长",
  },
]);

function namesPerson(words: string): boolean {
  const [sentence = ""] = words.split(/[。；]/u);
  return personIn(firstClause(words)) !== undefined || listedPerson(sentence) !== undefined;
}

function isListed(flat: FlatText, at: number, end: number): boolean {
  const before = flat.text.slice(startInLine(flat, at), at);
  return IS_LISTED.decide({ flat, at, end, before, next: flat.text[end] ?? "" })?.verdict ?? false;
}
