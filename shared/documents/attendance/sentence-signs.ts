/** What does one sentence say of heads: the court's finding, that none came, that one did, or that nobody came at all? */
import type { Person } from "../names/named-person.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { Context } from "./context.ts";
import { findsHead, findsNoHead } from "./finding-on-head.ts";
import { namedHeadSigns, speaksOfHead } from "./named-heads.ts";
import { listedInSpeech, sentInstead, titledPersons } from "./named-in-speech.ts";
import { isOfOtherSitting } from "./other-sitting.ts";
import { reasonOf } from "./reasons.ts";
import { type Mention, type Mentioned, mentionsIn } from "./speech/organs.ts";
import { personOf, phraseAfter, phraseBefore } from "./speech/persons.ts";
import type { Sign } from "./speech/signs.ts";
import type { Utterance } from "./speech/utterances.ts";
import { blanked, type Verb, verbsOf } from "./speech/verbs.ts";
import { spokenOfAt } from "./spoken-of.ts";

/** 仅有律师到庭 */
const SOMEBODY_ELSE = anyOf(wordList("律师 工作人员 代理人 民警"));
const ONLY_OTHERS = new RegExp(
  `(?:仅|只)(?:有|由|委托了?|派了?)[^，。；]{0,10}${SOMEBODY_ELSE}[^，。；]{0,6}(?:到庭|出庭|参加)`,
  "u",
);
const LINE_ABOUT_LEADER =
  /^(?:[（(]?[\d一二三四五六]{1,2}[）).、．])?(?:行政机关)?(?:出庭)?(?:应诉)?负责人(?:姓名)?：/u;
/** What goes on behind 出庭 where it is spoken of in general: 出庭应诉不能以书面意见代替. */
const OF_APPEARING = wordList(`
  不能 不得 不仅 是(?!否) 系 应(?!诉) 须 必须 制度 工作 的(?:规定|要求|义务|目的|意义) 有利 有助
`);
const IN_GENERAL = new RegExp(`^(?:依法)?(?:出庭应诉|出庭|到庭)${anyOf(OF_APPEARING)}`, "u");
/** What a sentence calls a head; 出庭领导 stands as □□领导 where compounds are blanked. */
const HEAD_SPOKEN_OF = /负责(?:人|同志)|(?:分管|正职|副职|应诉|□)领导|一把手|(?:行政|机关)首长/gu;
const PRINCIPAL = /法定代表人|主要负责人|正职|一把手/u;
/** 无行政机关负责人, 未派负责人: nobody is put forward. */
const WITHOUT = new RegExp(
  `${anyOf(wordList("无 没有 未有 未派 未安排 未委派"))}(?:行政机关|出庭|□+|的|任何)*$`,
  "u",
);
/** The words before a head that say which of these it is. */
const JUST_BEFORE = 24;
const EXCEPT = /除(?:了)?(?:被告|被上诉人|上诉人)?[^，。]{0,14}$/u;
const SO_FAR = new RegExp(anyOf(wordList("尚未 还没 还未 暂未 目前 截至 仍未 未见")), "u");

/** How the court's finding is worded: 视为未出庭, 不能认定负责人出庭. */
const DEEMING = [
  "视为[^。，]{0,16}(?:未|没有|不)[^。，]{0,8}(?:出庭|到庭)",
  "(?:不|未)(?:能)?(?:认定|视为|计)[^。，]{0,12}负责人(?:已)?出庭",
  "(?:按|作)[^。，]{0,8}负责人未出庭(?:处理|认定|对待)",
];
const DEEMED = new RegExp(anyOf(DEEMING), "u");
/** 逾期不补正的，视为未出庭: what would be. */
const OTHERWISE = /(?:的|将|则|逾期[^，。]{0,12}|否则)，?(?:本院|法庭)?(?:将|则)?(?:依法)?视为|否则/u;

/** What a whole sentence is, before its words about a head are looked at. */
interface Sentence {
  readonly text: string;
  readonly isCourts: boolean;
  readonly isJudgment: boolean;
  /** It names one whom a list puts forward. */
  readonly namesHead: boolean;
}

/** Said by the court of who sits there, not of who signed a paper. */
function mayFind({ text, isCourts, isJudgment, namesHead }: Sentence): boolean {
  return (isCourts || isJudgment) && (namesHead || /出庭|应诉|到庭|司法解释/u.test(text));
}

const SENTENCE = ruleTable<Sentence, "deemed-absent" | "found-head" | "absent" | "nothing">(
  "sentence-as-a-whole",
  ({ text }) => text,
  [
    {
      name: "court-warns",
      of: ({ text }) => DEEMED.test(text) && OTHERWISE.test(text) && !/故|现|因此|已|仍/u.test(text),
      says: "nothing",
      example: "逾期不补交的，视为未出庭",
    },
    { name: "court-deems-head-absent", of: DEEMED, says: "deemed-absent", example: "依法视为负责人未出庭" },
    {
      name: "court-finds-no-head",
      of: (sentence) => mayFind(sentence) && findsNoHead(sentence.text),
      says: "deemed-absent",
      example: "合议庭认为，普某不属于司法解释规定的行政机关负责人",
    },
    {
      name: "court-finds-a-head",
      of: (sentence) => mayFind(sentence) && findsHead(sentence.text),
      says: "found-head",
      example: "合议庭认为屈某属于参与分管的副职级别负责人，符合出庭要求",
    },
    {
      name: "not-of-this-sitting",
      of: ({ text, isJudgment }) => isOfOtherSitting(text, isJudgment),
      says: "nothing",
      example: "一审时被告负责人未出庭",
    },
    {
      name: "only-others-came",
      of: ({ text, isCourts }) => isCourts && ONLY_OTHERS.test(text),
      says: "absent",
      example: "仅有律师到庭，记录在案",
    },
  ],
);

/** A place where a sentence speaks of a head. */
interface HeadPlace {
  /** The sentence, and the words before and behind the head with compounds blanked. */
  readonly raw: string;
  readonly before: string;
  readonly behind: string;
  /** The words behind as they are written. */
  readonly rawBehind: string;
  /** The next word that says whether somebody came. */
  readonly verb: Verb | undefined;
  readonly organ: Mentioned;
}

const HEAD_IN_SENTENCE = ruleTable<HeadPlace, "absent" | "present" | "nothing">(
  "head-in-a-sentence",
  ({ raw }) => raw,
  [
    // 负责人：郭某，局长（未到庭） is a line of a list, and read as such.
    {
      name: "line-of-a-list",
      of: LINE_ABOUT_LEADER,
      says: "nothing",
      example: "负责人：郭某，局长（未到庭）",
    },
    {
      name: "of-appearing-in-general",
      of: ({ rawBehind }) => IN_GENERAL.test(rawBehind),
      says: "nothing",
      example: "负责人出庭应诉不能以书面意见代替",
    },
    {
      name: "of-another-party",
      of: ({ organ }) => organ === "other",
      says: "nothing",
      example: "第三人某公司负责人到庭",
    },
    {
      name: "all-but-the-head",
      of: ({ before, behind }) => EXCEPT.test(before) && /^(?:之?外|以外)/u.test(behind),
      says: "absent",
      example: "除被告负责人外，其他人员均已到庭",
    },
    {
      name: "sentence-says-no-head",
      of: ({ before }) => WITHOUT.test(before.slice(-10).replaceAll("□", "")),
      says: "absent",
      example: "被告无行政机关负责人到庭",
    },
    {
      name: "nothing-of-coming",
      of: ({ verb }) => verb === undefined,
      says: "nothing",
      example: "到庭的有被告及其负责人",
    },
    {
      // That the one who leads didn't come leaves open whether a deputy did.
      name: "only-the-principal-absent",
      of: ({ verb, before }) => verb?.negative === true && before.endsWith("主要"),
      says: "nothing",
      example: "被告主要负责人未到庭",
    },
    {
      name: "sentence-says-absent",
      of: ({ verb }) => verb?.negative === true,
      says: "absent",
      example: "被告负责人未到庭",
    },
    { name: "appearance-sentence", of: () => true, says: "present", example: "被告负责人周强到庭" },
  ],
);

/** What one sentence says of heads. `inList`: it goes on with a list of those who came. */
export function sentenceSigns(context: Context, utterance: Utterance, inList: boolean): Sign[] {
  const { text: raw, start, end, speaker } = utterance;
  const { isJudgment } = context;
  const mentions = mentionsIn(raw, context.organs, context.parties);
  const whole = SENTENCE.decide({
    text: raw,
    isCourts: speaker === "court",
    isJudgment,
    namesHead: speaksOfHead(raw, context.heads),
  });
  if (whole?.verdict === "nothing") return [];
  if (whole !== undefined) {
    const at = whole.verdict === "deemed-absent" ? (DEEMED.exec(raw)?.index ?? 0) : 0;
    const organ = spokenOfAt(context, utterance, mentions, at);
    const { verdict: says, rule } = whole;
    return [{ organ, start, end, by: speaker, says, confidence: CONFIDENCE.stated, rule }];
  }
  const listed = isJudgment ? [] : listedInSpeech(context, utterance);
  if (listed.length > 0) return listed;
  const text = blanked(raw);
  const verbs = verbsOf(text);
  if (verbs.length === 0 && !inList) return [];
  const byName = isJudgment ? [] : namedHeadSigns(context.heads, utterance, text);
  const signs = headSigns(context, utterance, { text, mentions, verbs });
  return [
    ...signs,
    ...leaderAway(context, utterance, mentions),
    ...byName.filter(({ organ }) => !signs.some((sign) => sign.organ === organ)),
    ...sentInstead(context, utterance, text, (at) => spokenOfAt(context, utterance, mentions, at)),
    ...titledPersons(context, utterance, text, mentions, verbs, inList),
    ...(signs.length + byName.length > 0 ? [] : nobodyCame(utterance, text, mentions, verbs)),
  ];
}

/** A sentence's words with compounds blanked, the parties it names, and its verbs of coming. */
interface Parsed {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly verbs: readonly Verb[];
}

function headSigns(context: Context, utterance: Utterance, { text, mentions, verbs }: Parsed): Sign[] {
  const { text: raw, start, end, speaker } = utterance;
  return [...text.matchAll(HEAD_SPOKEN_OF)].flatMap((match): Sign[] => {
    const at = match.index;
    const behind = at + match[0].length;
    const verb = verbs.find((one) => one.at >= at);
    const organ = spokenOfAt(context, utterance, mentions, at);
    const ruled = HEAD_IN_SENTENCE.decide({
      raw,
      before: text.slice(Math.max(0, at - JUST_BEFORE), at),
      behind: text.slice(behind),
      rawBehind: raw.slice(behind),
      verb,
      organ,
    });
    if (ruled === undefined || ruled.verdict === "nothing") return [];
    const { verdict: says, rule } = ruled;
    const sign = { organ, start, end, by: speaker, confidence: CONFIDENCE.stated, rule };
    if (says === "present") {
      const phrase = phraseAfter(text, behind, verb?.at ?? behind);
      const named = listedIn(phrase, context, organ) ?? personOf(phrase) ?? personOf(phraseBefore(text, at));
      const person = named && inCharge(named, text.slice(Math.max(0, at - 2), behind));
      return [{ ...sign, says, ...(person === undefined ? {} : { person }), asHead: true }];
    }
    const reason = rule === "all-but-the-head" ? {} : reasonOf(raw);
    const soFar = rule === "sentence-says-absent" && SO_FAR.test(raw) ? { soFar: true as const } : {};
    return [{ ...sign, says, ...reason, ...soFar }];
  });
}

/** 分管负责人祝某: where no other post is given, what the court calls the person is one (法释〔2020〕3号 §2). */
function inCharge(person: Person, called: string): Person {
  const title = /分管(?:负责人|领导)$/u.exec(called)?.[0];
  return person.title !== undefined || title === undefined ? person : { ...person, title };
}

/** Whom the list puts forward by a name that only the list tells to be one: 出庭负责人乌云其木格. */
function listedIn(phrase: string, { heads }: Context, organ: Mentioned): Person | undefined {
  return heads.find(
    ({ person: { name }, organ: of }) => of === organ && name.length > 3 && phrase.startsWith(name),
  )?.person;
}

const NOT_THERE = "(?:未能?|不能|没有?|无法)[^，。；]{0,4}(?:到庭|出庭|参加|应诉)";
/** 县公安局局长王某因病住院未到庭: why one leader is away, as the court says it. */
const LEADER_AWAY = new RegExp(
  `(?:[局厅县市区镇乡旗]长|主任|法定代表人)(?<others>[、和及]副?(?:[局厅县市区镇乡旗]长|主任))?(?:[\\p{Script=Han}×*]{2,4})?(?:今天|今日|均|都)?(?:因|由于)[^。；]{2,40}?${NOT_THERE}`,
  "u",
);

function leaderAway(context: Context, utterance: Utterance, mentions: readonly Mention[]): Sign[] {
  const { text, start, end, speaker } = utterance;
  const away = speaker === "court" || speaker === "narrative" ? LEADER_AWAY.exec(text) : null;
  const { reason } = away === null ? {} : reasonOf(away[0]);
  if (away === null || reason === undefined) return [];
  const organ = spokenOfAt(context, utterance, mentions, away.index);
  const rule = away.groups?.others === undefined ? "leader-away-with-a-reason" : "leaders-away-with-a-reason";
  return [{ organ, start, end, by: speaker, says: "reason", reason, confidence: CONFIDENCE.inferred, rule }];
}

/** Between an agency and that it didn't come: nothing but how it was called. */
const CALLED_BUT = /^(?:[，]?(?:经|在|无|均|也|未|既|拒|收到|已)[^、；]*|)$/u;

/** 被告经合法传唤无正当理由拒不到庭: the agency itself is what didn't come. */
function nobodyCame(
  { start, end }: Utterance,
  text: string,
  mentions: readonly Mention[],
  verbs: readonly Verb[],
): Sign[] {
  return verbs.flatMap(({ at, negative }): Sign[] => {
    const subject = mentions.findLast((mention) => mention.end <= at);
    if (!negative || subject === undefined || subject.who === "other" || subject.who === "unclear") return [];
    const between = text.slice(subject.end, at);
    if (!CALLED_BUT.test(between) || PRINCIPAL.test(between)) return [];
    const rule = "agency-did-not-appear";
    return [{ organ: subject.who, start, end, says: "nobody", confidence: CONFIDENCE.stated, rule }];
  });
}
