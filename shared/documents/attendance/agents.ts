/** Who is listed as an agency's agent: a lawyer, one of its staff, or one whose title makes that person a head? */
import { listedPerson, type Person } from "../names/named-person.ts";
import { POSTS } from "../names/posts.ts";
import type { Parties } from "../parties/parties.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { sentenceAfter, startInLine } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";
import { NOT_HERE, organOf, personText, valueAfter } from "./speech/listing.ts";
import { type Mentioned, mentionsIn, type Organ } from "./speech/organs.ts";
import { verdictOf } from "./speech/persons.ts";
import type { Sign } from "./speech/signs.ts";

const SIDES = wordList("原告 被告 第三人 被上诉人 上诉人");
/** 被告委托诉讼代理人：佟某（该局副局长）: a list; without what the person is, somebody speaks. */
const OF_A_SIDE = "委托(?:诉讼)?代理人(?=：[\\p{Script=Han}×*·]{2,8}(?:（|，(?:系|该|男|女)))";
/** 两被告共同委托代理人, 共同委托代理人: the agents of several respondents. */
const JOINT =
  "(?<joint>(?:(?:以上|上述)?(?:[两二三四各]|[两二三四]个)(?:被告|被上诉人|行政机关|机关|单位)的?)?共同的?)";
const AGENT_LABEL = new RegExp(
  `${JOINT}?(?:委托)?(?:诉讼)?代理人|(?<side>${anyOf(SIDES)}的?)?(?:(?:出庭(?:应诉)?|到庭应诉)人员|${OF_A_SIDE})|工作人员出庭|出庭工作人员`,
  "gu",
);
/** What only somebody from outside an agency is. */
const LAWYERS = wordList("律师 法律服务所 法律工作者 法律顾问");
/** What an agency calls its people, and where they work in it. */
const STAFF = wordList(`
  工作人员 职员 职工 干部 干警 公务员 科员 科长 股长 民警 警员 主任科员 法制员 办事员 执法人员 员工
  大队长 中队长 副队长 法规科 法制科 办公室 法制(?:大队|室) 科室
`);

/** One person of a list of agents, as the list puts it. */
export interface ListedAgent {
  readonly phrase: string;
  /** Whether the title makes the person a head; undefined without a title. */
  readonly judged: "head" | "staff" | "review" | undefined;
  /** The list says that the person didn't come. */
  readonly isAbsent: boolean;
}

const AGENT_IS = ruleTable<ListedAgent, "lawyer" | "head" | "staff" | "unknown">(
  "agent-on-a-list",
  ({ phrase }) => phrase,
  [
    {
      name: "agent-is-lawyer",
      of: new RegExp(anyOf(LAWYERS), "u"),
      says: "lawyer",
      example: "孙某，山东某某律师事务所律师",
    },
    {
      name: "agent-with-title-of-head",
      of: ({ judged, isAbsent }) => judged === "head" && !isAbsent,
      says: "head",
      example: "周强，副局长",
    },
    {
      name: "agent-with-title-of-staff",
      of: ({ judged }) => judged === "staff",
      says: "staff",
      example: "钱某，法制科科长",
    },
    {
      name: "title-that-leaves-it-open",
      of: ({ judged }) => judged === "review",
      says: "unknown",
      example: "赵某，党组成员",
    },
    {
      name: "agent-said-to-be-staff",
      of: new RegExp(anyOf(STAFF), "u"),
      says: "staff",
      example: "钱某，系该局工作人员",
    },
    { name: "agent-without-title", of: () => true, says: "unknown", example: "委托代理人：钱某" },
  ],
);

/** A name as it can stand before a mark. */
const NAME = "(?:\\p{Script=Han}{1,7}·[\\p{Script=Han}·]{1,12}|[\\p{Script=Han}×*]{2,6})";
const STARTS_WITH_NAME = new RegExp(`^${NAME}(?:，|（)`, "u");
/** 钱某、孙某，均系该局工作人员: what they are is said of all. */
/** 赵某，职务：主席 */
const NAME_AND_POST = new RegExp(
  `^[\\p{Script=Han}×*]{2,4}(?:，|（)(?:职务：?|系|该)?[\\p{Script=Han}、]{0,14}(?:${POSTS})(?:[，；。）]|$)`,
  "u",
);
const SAID_OF_ALL = new RegExp(`^((?:${NAME}、)+${NAME})，?((?:均|都)?(?:系|为)?[^；。]*)$`, "u");

/** Agents of an agency; one with a head's title is a head, whatever the list calls the person. */
export function agents(
  flat: FlatText,
  organs: readonly Organ[],
  parties: Parties,
  storyFrom: number,
): Sign[] {
  const signs: Sign[] = [];
  for (const match of flat.text.slice(0, storyFrom).matchAll(AGENT_LABEL)) {
    const at = match.index;
    const start = at + match[0].length;
    const next = flat.text[start] ?? "";
    const isJoint = match.groups?.joint !== undefined;
    const opensPart = gapAt(flat, at) >= Gap.blank || /[。；，：.、）]/u.test(flat.text[at - 1] ?? "");
    if ((!opensPart && !isJoint) || /[及的到]/u.test(next)) continue;
    // 核对完毕，出庭人员符合法律规定: a word of a sentence.
    if (match[0].endsWith("人员") && !/[：，（]/u.test(next) && gapAt(flat, start) < Gap.blank) {
      // 出庭应诉人员赵某，职务：主席: a name right behind the label, with a post behind it.
      if (!NAME_AND_POST.test(flat.text.slice(start, start + 24))) continue;
    }
    const value = withNextPersons(flat, valueAfter(flat, start));
    // In the middle of a sentence about who came it is no label.
    if (gapAt(flat, at) < Gap.blank && CAME_TO_COURT.test(sentenceAfter(flat, at))) continue;
    const of = isJoint
      ? jointOrgans(flat, at, organs, parties)
      : [organOf(flat, at + (match.groups?.side?.length ?? 0), organs, parties)];
    for (const organ of of) {
      const agency = typeof organ === "number" ? organs[organ] : undefined;
      if (agency === undefined) continue;
      for (const phrase of agentPhrases(personText(flat, value)))
        signs.push(agentSign(phrase, agency.name, { organ, start: at, end: value.end }));
    }
  }
  return signs;
}

/** 苗青，律师；佟立新，副局长。 Behind a semicolon another agent may follow under the same label. */
function withNextPersons(flat: FlatText, value: { readonly start: number; readonly end: number }) {
  let { end } = value;
  while (flat.text[end - 1] === "；" && gapAt(flat, end) < Gap.paragraph) {
    const next = valueAfter(flat, end);
    const words = flat.text.slice(end, next.end);
    if (
      next.start !== end ||
      !STARTS_WITH_NAME.test(words) ||
      listedPerson(words.replace(/[；。]$/u, "")) === undefined
    )
      break;
    end = next.end;
  }
  return { start: value.start, end };
}

const CAME_TO_COURT = /(?:到庭|出庭)参加了?(?:本案)?(?:诉讼|庭审)/u;

/** Of whom they are the joint agents: whom the line names, else every agency listed before it, if the line is among theirs. */
function jointOrgans(flat: FlatText, at: number, organs: readonly Organ[], parties: Parties): Mentioned[] {
  const words = flat.text.slice(startInLine(flat, at), at);
  const named = mentionsIn(words, organs, parties);
  const agencies = named.flatMap(({ who }) => (typeof who === "number" ? [who] : []));
  if (agencies.length > 1 || named.some(({ who }) => who === "other")) return agencies;
  if (organOf(flat, at, organs, parties) === "other") return [];
  return organs.flatMap(({ listed }, organ) => ((listed?.start ?? 0) <= at ? [organ] : []));
}

function agentSign(
  phrase: string,
  agency: string,
  place: { organ: Mentioned; start: number; end: number },
): Sign {
  const person = listedPerson(phrase);
  const judged = person && verdictOf(person, agency);
  const ruled = AGENT_IS.decide({ phrase, judged, isAbsent: NOT_HERE.test(phrase) });
  return signOfAgent(place, person, ruled?.verdict ?? "unknown", ruled?.rule ?? "agent-without-title");
}

/** The sign that a listed person is: a head came, or an agent who is none. */
function signOfAgent(
  place: { organ: Mentioned; start: number; end: number },
  person: Person | undefined,
  is: "lawyer" | "head" | "staff" | "unknown",
  rule: string,
): Sign {
  const who = person === undefined ? {} : { person };
  if (is === "head")
    return { ...place, says: "present", ...who, asHead: false, confidence: CONFIDENCE.inferred, rule };
  const confidence = is === "unknown" ? CONFIDENCE.doubtful : CONFIDENCE.stated;
  return { ...place, says: "agent", ...who, is, confidence, rule };
}

/** 科员。到庭: the remark belongs to the one before it. */
const REMARK_BEHIND_STOP = /[。；](?=（?(?:已|未|没有|未能)*(?:到庭|出庭|到场|缺席)）?$)/u;
const NEXT_PERSON = new RegExp(`[；。]|、(?=${NAME}(?:，|（))`, "u");

/** Several agents on a line: 钱某，法制科科长；孙某，律师 · 钱某、孙某，均系该局工作人员. */
function agentPhrases(value: string): string[] {
  const text = value.replace(REMARK_BEHIND_STOP, "，");
  const [, names, what = ""] = SAID_OF_ALL.exec(text.replace(/[。；]$/u, "")) ?? [];
  if (names !== undefined)
    return names.split("、").map((name) => `${name}，${what.replace(/^(?:均|都)?(?:系|为)?/u, "")}`);
  return text.split(NEXT_PERSON).filter((phrase) => phrase.length >= 2);
}
