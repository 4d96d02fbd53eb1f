/** Whom does a sentence of the hearing name, by title, as one who is there? */
import { mayNameChief } from "../names/named-person.ts";
import { organAtStart } from "../names/organ-name.ts";
import { isPersonName } from "../names/person-name.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { Context } from "./context.ts";
import { isBusy } from "./reasons.ts";
import { type Mention, type Mentioned, mentionsIn, uniqueOrgan } from "./speech/organs.ts";
import { isKnownIn, JOINS_NEXT, personHere, personOf, personsListed, verdictOf } from "./speech/persons.ts";
import { HIMSELF, piecesOf, spokenOfAsHere } from "./speech/pieces.ts";
import type { Sign } from "./speech/signs.ts";
import type { Utterance } from "./speech/utterances.ts";
import type { Verb } from "./speech/verbs.ts";

const PEOPLE = wordList("人员 当事人 诉讼参与人 [\\p{Script=Han}]{0,16}(?=[有是为]：)");
/** 到庭的有：… opens a list that needs no verb behind it. */
export const LIST = new RegExp(
  `(?:到庭|出庭|在庭)(?:参加诉讼)?的?${anyOf(PEOPLE)}?(?:有|是|为|包括)?(?:：|(?<=[有是为]))`,
  "u",
);

/** 被告方到庭的有：党组书记佟立新、苗青: whom it names stands behind the verb. */
export const THOSE_WHO_CAME = new RegExp(`^(?:一?方|的)?(?:今天|今日)?${LIST.source}`, "u");

const LEADERS_POSTS = anyOf(wordList("副?[局厅县市区镇乡]长 副?主任 政委 副?[支大]队长"));
const LEADER_NAMED = new RegExp(
  `[\\p{Script=Han}]{0,10}${LEADERS_POSTS}(?:同志)?[\\p{Script=Han}][\\p{Script=Han}某×]{1,5}`,
  "gu",
);

/** What an agency does out there, not in court. */
const ACTS = anyOf(wordList("拆除 执法 检查 处罚 征收 强制 调查 签字 签订 作出"));
/** Who was where when the act was done is no matter of who came to court. */
export const ANOTHER_DAY = new RegExp(`${ACTS}[^，。]{0,6}(?:时|当[天日]|过程|现场|前)|当时|到场指挥`, "u");

/** A leader of the agency whom its side or the court names at the hearing in a way no rule knows may sit there. */
export function headInPassing(
  { organs, isJudgment }: Context,
  { start, end, text, speaker, organ }: Utterance,
): Sign[] {
  const of = organ === "unclear" && organs.length === 1 ? 0 : organ;
  const agency = typeof of === "number" ? organs[of]?.name : undefined;
  if (isJudgment || agency === undefined || (speaker !== "respondent" && speaker !== "court")) return [];
  const person = [...text.matchAll(LEADER_NAMED)]
    .filter(({ index }) => !/法定代表人[^，。；]{0,4}$/u.test(text.slice(0, index)))
    .map(([words]) => personOf(words))
    .find((found) => found !== undefined && verdictOf(found, agency) === "head");
  return person === undefined
    ? []
    : [
        {
          organ: of,
          start,
          end,
          says: "unread",
          person,
          confidence: CONFIDENCE.doubtful,
          rule: "leader-named-in-passing",
        },
      ];
}

const CAME_AT_END = /(?:同志)?(?:已经?|均|亲自|今天|今日)*(?:[出到]庭|到场|参加.{0,6}|应诉|来了?)+$/u;
const PIECES = new RegExp(`[，、。；（）]|及|${JOINS_NEXT}`, "u");

/** 副乡长马海尔体，委托代理人石一阿支: an agency names a chief in words that can be no name a rule knows. */
export function chiefNotRead({ organs, isJudgment }: Context, utterance: Utterance): Sign[] {
  const { start, end, text, speaker, organ } = utterance;
  const of = organ === "unclear" && organs.length === 1 ? 0 : organ;
  if (isJudgment || speaker !== "respondent" || typeof of !== "number") return [];
  const isNamed = text
    .split(PIECES)
    .some((piece) => mayNameChief(piece.replace(CAME_AT_END, "")) && !isBusy(piece));
  return isNamed
    ? [
        {
          organ: of,
          start,
          end,
          says: "unread",
          confidence: CONFIDENCE.doubtful,
          rule: "chief-whose-name-was-not-read",
        },
      ]
    : [];
}

const SELF = /^(?:到|在|好的?|有)?，?(?:我|本人)(?:就)?(?:是|系|叫|为)([^。；]+)/u;
/** 今天出庭的是我，国某，副局长: the name and the post behind it. */
const MYSELF =
  /^[^。；]{0,16}(?:(?:出庭|到庭|参加[^，。]{0,6})的(?:负责人)?(?:就?是)(?:我|本人)|由(?:我|本人)[^，。；]{0,14}(?:出庭|到庭|应诉|参加(?:诉讼|庭审)))，(\p{Script=Han}{2,4}，[^。；]{2,30})/u;
/** 镇党委派我作为负责人出庭: whoever speaks is put forward, by name and with the post the record gives. */
const SENT_ME =
  /(?:派|由|委托|委派|指派|指定|安排|授权|让)(?:我|本人)[^，。；]{0,8}(?:作为|以)[^，。；]{0,12}负责人[^，。；]{0,6}(?:出庭|到庭|应诉|参加)/u;

/** 我是沂水县人民政府副县长龙涛: whoever says so sits there, whatever the record calls them. */
export function introducesOneself(context: Context, utterance: Utterance): Sign[] {
  const { start, end, text, speaker, organ } = utterance;
  if (context.isJudgment) return [];
  if (speaker === "respondent" && typeof organ === "number" && SENT_ME.test(text))
    return [sentMe(context, utterance)];
  const myself = speaker === "respondent" ? MYSELF.exec(text)?.[1] : undefined;
  const said = myself ?? SELF.exec(text)?.[1];
  if (said === undefined) return [];
  const short = organAtStart(said);
  const named =
    mentionsIn(text, context.organs, context.parties).find(({ who }) => typeof who === "number")?.who ??
    (short === undefined ? undefined : uniqueOrgan(short, context.organs));
  const own = speaker === "respondent" ? organ : "unclear";
  return [named, own].flatMap((of): Sign[] => {
    const agency = typeof of === "number" ? context.organs[of]?.name : undefined;
    const person = personOf(agency === undefined ? said : said.replace(agency, ""));
    if (of === undefined || agency === undefined || person === undefined) return [];
    const verdict = verdictOf(person, agency);
    if (verdict !== "head" && (myself === undefined || verdict !== "review")) return [];
    const place = { organ: of, start, end, by: "respondent" as const, person };
    const confidence = CONFIDENCE.stated;
    return [{ ...place, says: "present", asHead: true, confidence, rule: "introduces-oneself" }];
  });
}

function sentMe({ flat }: Context, { start, end, organ, spokenBy }: Utterance): Sign {
  const name = spokenBy.replace(/（[^）]*）$/u, "");
  const at = isPersonName(name) ? flat.text.indexOf(`${name}，`) : -1;
  const person = at === -1 ? undefined : personOf(/^[^。；]*/u.exec(flat.text.slice(at, at + 30))?.[0] ?? "");
  const who = person?.name === name ? { person } : isPersonName(name) ? { person: { name } } : {};
  const place = { organ, start, end, by: "respondent" as const, ...who };
  return { ...place, says: "present", asHead: true, confidence: CONFIDENCE.stated, rule: "sent-as-the-head" };
}

/** Somebody in the agency's own list of those who came. */
interface NamedInList {
  readonly title: string;
  readonly judged: "head" | "staff" | "review" | undefined;
}

const NAMED_IN_LIST = ruleTable<NamedInList, "lawyer" | "present" | "staff" | "unknown">(
  "named-among-those-who-came",
  ({ title }) => title,
  [
    { name: "lawyer-named-as-come", of: /律师/u, says: "lawyer", example: "山东某某律师事务所律师" },
    {
      name: "head-named-as-come",
      of: ({ judged }) => judged === "head" || judged === "review",
      says: "present",
      example: "今天到庭的是我局副局长龙涛",
    },
    {
      name: "staff-named-as-come",
      of: ({ judged }) => judged === "staff",
      says: "staff",
      example: "今天到庭的是民警钱某",
    },
    { name: "somebody-named-as-come", of: () => true, says: "unknown", example: "今天到庭的是钱某" },
  ],
);

/** 被告：今天到庭的是我局副局长龙涛、民警钱某: each by title. */
export function listedInSpeech({ organs }: Context, { start, end, text, speaker, organ }: Utterance): Sign[] {
  const agency = typeof organ === "number" ? organs[organ]?.name : undefined;
  if (speaker !== "respondent" || agency === undefined) return [];
  return personsListed(text).flatMap((person): Sign[] => {
    const judged = verdictOf(person, agency);
    const ruled = NAMED_IN_LIST.decide({ title: person.title ?? "", judged });
    if (ruled === undefined) return [];
    const { verdict, rule } = ruled;
    const place = { organ, start, end, person, confidence: CONFIDENCE.inferred, rule };
    return verdict === "present"
      ? [{ ...place, says: verdict, asHead: false }]
      : [{ ...place, says: "agent", is: verdict }];
  });
}

const SENDS = anyOf(wordList("委派 指派 指定 委托(?!代理|诉讼) 派(?!出所|驻)(?:出的?)? 安排 由"));
const SENT_AS = "(?:代表[^，。；]{0,12}|作为[^，。；]{0,12})?";
const SENT = new RegExp(
  `${SENDS}(?:其)?([^，。；]{3,40}?)${SENT_AS}(?=${anyOf(wordList("出庭 到庭 参加 □"))})`,
  "gu",
);

/** 法定代表人王某因公未到庭，委派副局长赵某出庭应诉: the one who was sent. */
export function sentInstead(
  { organs }: Context,
  { start, end, speaker }: Utterance,
  text: string,
  organAt: (at: number) => Mentioned,
): Sign[] {
  return [...text.matchAll(SENT)].flatMap((match): Sign[] => {
    const organ = organAt(match.index);
    const agency = typeof organ === "number" ? organs[organ]?.name : undefined;
    const person = personOf(match[1] ?? "");
    if (agency === undefined || person === undefined) return [];
    const verdict = verdictOf(person, agency);
    if (verdict !== "head" && verdict !== "review") return [];
    const place = { organ, start, end, by: speaker, person };
    const confidence = CONFIDENCE.stated;
    return [{ ...place, says: "present", asHead: true, confidence, rule: "leader-sent-to-appear" }];
  });
}

/** 被告沂水县公安局副局长赵某、法定代表人王某到庭: heads without the label. */
export function titledPersons(
  { flat, organs }: Context,
  utterance: Utterance,
  text: string,
  mentions: readonly Mention[],
  verbs: readonly Verb[],
  inList: boolean,
): Sign[] {
  const signs: Sign[] = [];
  const of = subjectsOf(utterance, mentions);
  const listed = inList ? Math.max(LIST.exec(text)?.index ?? 0, 0) : text.length;
  for (const [index, mention] of of.entries()) {
    if (mention.who === "other" || mention.who === "unclear") continue;
    const agency = typeof mention.who === "number" ? organs[mention.who]?.name : undefined;
    if (agency === undefined) continue;
    const until = of[index + 1]?.at ?? text.length;
    const behindVerb = THOSE_WHO_CAME.exec(text.slice(mention.end, until))?.[0];
    const spoken =
      behindVerb === undefined
        ? spokenOfAsHere(text, mention.end, until, verbs, listed <= mention.at)
        : [text.slice(mention.end + behindVerb.length, until).replace(/。$/u, "")];
    for (const piece of spoken.flatMap(piecesOf)) {
      if (/代理人|律师|负责人/u.test(piece)) continue;
      const isLeader = /法定代表人/u.test(piece);
      const words = piece.replace(/^的?(?:法定代表人)?/u, "").replace(HIMSELF, "");
      const person = personHere(words, utterance.speaker === "respondent", isKnownIn(flat));
      if (person === undefined || (!isLeader && verdictOf(person, agency) !== "head")) continue;
      signs.push({
        organ: mention.who,
        start: utterance.start,
        end: utterance.end,
        says: "present",
        person,
        asHead: isLeader,
        confidence: CONFIDENCE.inferred,
        rule: "title-in-appearance-sentence",
      });
    }
  }
  return signs;
}

/** 被告沂水县公安局：副局长赵某、民警钱某到庭: who stands before the colon is the first that is spoken of. */
function subjectsOf(
  { speaker, organ, spokenBy }: Utterance,
  mentions: readonly Mention[],
): readonly Mention[] {
  // 被告沂水县公安局，法定代表人王某，未到庭；副局长赵某，到庭: a clerk's list goes on with the same agency's people.
  if (speaker !== "respondent" && typeof organ === "number" && mentions.length === 0)
    return [{ at: 0, end: 0, who: organ }];
  const isLine = speaker === "respondent" && typeof organ === "number" && !/代理人|负责人/u.test(spokenBy);
  return isLine && mentions[0]?.at !== 0 ? [{ at: 0, end: 0, who: organ }, ...mentions] : mentions;
}
