/** Who appeared for each agency sued, from a record or a judgment, and how did it go? */
import type { Person } from "../names/named-person.ts";
import type { Parties } from "../parties/parties.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { AttendanceFacts, Fact } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { readingTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";
import { conductSigns } from "./conduct.ts";
import { type Decision, decide, type Said } from "./decision.ts";
import { headsNamed } from "./named-heads.ts";
import type { Of } from "./put-forward.ts";
import { rosterSigns } from "./roster.ts";
import { type Organ, organsOf } from "./speech/organs.ts";
import type { Sign } from "./speech/signs.ts";
import { postAlone } from "./speech/title.ts";
import { type Utterance, utterancesOf } from "./speech/utterances.ts";
import { statementSigns } from "./statements.ts";
import { whoCame } from "./who-came.ts";

const PARTIES = anyOf(wordList("原告 上诉人 被告 被上诉人 第三人"));
const PLEADS = anyOf(wordList("诉称 辩称 述称 上诉称 答辩称"));
const LOWER_COURT_FOUND = "(?:原审|一审)法院(?:经(?:开庭)?审理)?(?:认定|查明|认为|判决)";
/** The parties' pleas and the findings on the merits: what they say of 负责人 is about other days than the hearing's. */
const PLEAS_BEGIN = new RegExp(`${PARTIES}[^。：]{0,30}${PLEADS}|经审理查明|${LOWER_COURT_FOUND}`, "u");
const PLEAS_END = /本院认为|本院经审查|综上/u;

/** Signs that speak of no one agency by name, and that may be about any of several. */
const MAY_BE_ANYBODYS: ReadonlySet<Sign["says"]> = new Set(["present", "absent", "deemed-absent"]);

/** No list puts forward more heads, of sixty agencies sued together neither: who came a person reads from such a paper. */
const MOST_HEADS = 300;

/**
 * Who appeared for each agency sued, from a record or a judgment. Only what the court or the agency says at the hearing
 * counts; signs that contradict each other, and titles that leave it open, are `review`.
 */
export function findAttendance(
  flat: FlatText,
  parties: Parties,
  paper: "judgment" | "record" | "letter",
  author?: string,
): AttendanceFacts[] {
  const isJudgment = paper === "judgment";
  const organs = organsOf(flat, parties, author);
  if (organs.length === 0) return [];
  const all = utterancesOf(flat, organs, parties);
  const heard = isJudgment ? withoutPleas(flat, all) : all;
  const storyFrom = isJudgment ? (PLEAS_BEGIN.exec(flat.text)?.index ?? flat.text.length) : flat.text.length;
  const listed = rosterSigns(flat, organs, parties, storyFrom, isJudgment);
  const heads = headsNamed(listed);
  if (heads.length > MOST_HEADS) return parties.respondents.map((organ) => ({ organ }));
  const context = { flat, organs, parties, isJudgment, heads };
  const statements = [...statementSigns(context, heard), ...conductSigns(context, heard)];
  const who = whoCame({ ...context, paper, storyFrom }, listed, statements, heard);
  const signs = [...who.signs, ...statements];
  const stray =
    organs.length > 1
      ? signs.find(({ organ, says }) => organ === "unclear" && MAY_BE_ANYBODYS.has(says))
      : undefined;
  return organs.flatMap((organ, index) => {
    const own = signs.filter((sign) => sign.organ === index || sign.organ === "all");
    return weigh(flat, organ, own, parties.respondents[index], stray, who.isSaidOf(index)) ?? [];
  });
}

function withoutPleas(flat: FlatText, utterances: readonly Utterance[]): Utterance[] {
  const begin = PLEAS_BEGIN.exec(flat.text)?.index ?? flat.text.length;
  const end = flat.text.slice(begin).search(PLEAS_END);
  return utterances.filter(({ start }) => start < begin || (end !== -1 && start >= begin + end));
}

/** Reasons nobody was asked for; what a field or an answer gives is the better one. */
const IN_PASSING: ReadonlySet<string> = new Set(["leaders-are-elsewhere"]);
/** Why one leader didn't come, which is no reason where another was put forward. */
const OF_ONE_LEADER: ReadonlySet<string> = new Set(["why-the-leader-is-absent", "leader-away-with-a-reason"]);

/** An agency's signs, and whether anybody was put forward as its head. */
interface WhyAbsent {
  readonly said: Said;
  readonly isNamed: boolean;
}

type ReasonSign = Sign & { readonly reason: string };

const REASON_THAT_COUNTS = readingTable<WhyAbsent, ReasonSign>("which-reason-counts", [
  {
    name: "given-for-it",
    reads: ({ said, isNamed }) =>
      said("reason").find(({ rule }) => !IN_PASSING.has(rule) && !(isNamed && OF_ONE_LEADER.has(rule))),
    example: "未出庭原因：参加防汛",
  },
  {
    name: "said-with-the-absence",
    reads: ({ said }) =>
      said("absent").find((sign): sign is Of<"absent"> & ReasonSign => sign.reason !== undefined),
    example: "负责人因参加防汛未到庭",
  },
  {
    name: "said-in-passing",
    reads: ({ said }) => said("reason").find(({ rule }) => IN_PASSING.has(rule)),
    example: "局长在省里开会，安排我来",
  },
]);

function weigh(
  flat: FlatText,
  organ: Organ,
  signs: readonly Sign[],
  named: Fact<string> | undefined,
  stray: Sign | undefined,
  isSaidWhoCame: boolean,
): AttendanceFacts | undefined {
  const said = <Says extends Sign["says"]>(what: Says) =>
    signs.filter((sign): sign is Of<Says> => sign.says === what);
  const papers = signs.findLast(
    (sign) => sign.says === "papers-defective" || sign.says === "papers-in-order",
  );
  const decision = decide(flat, organ, said, papers?.says === "papers-defective", stray, isSaidWhoCame);
  if (decision === undefined) return undefined;
  const fact = <T>(value: T, { confidence, rule, start, end }: Sign): Fact<T> => ({
    value,
    confidence,
    rule,
    text: spanOf(flat, start, end),
  });
  const [weighed] = said("reason-weighed");
  const [again] = said("called-again");
  const [left] = said("left-early");
  const [dropped] = said("dropped");
  const [refused] = said("refused");
  const [spoke] = said("spoke");
  const isAbsent = decision.attended === false;
  return {
    organ: named ?? {
      value: organ.name,
      confidence: CONFIDENCE.stated,
      rule: "agency-sued",
      text: organ.name,
    },
    ...ofTheHead(fact, organ, decision, said),
    ...(dropped === undefined || isAbsent ? {} : { dropped: fact(true as const, dropped) }),
    ...(left === undefined || isAbsent ? {} : { leftEarly: fact(true as const, left) }),
    ...(refused === undefined ? {} : { refusedToExplain: fact(true as const, refused) }),
    ...(papers === undefined ? {} : { identityPapers: fact(foundOf(papers), papers) }),
    ...(weighed === undefined || decision.attended === true
      ? {}
      : { reasonWeighed: fact(weighed.found, weighed) }),
    ...(again === undefined ? {} : { notifiedAgain: fact(true as const, again) }),
    ...(spoke === undefined ? {} : { spoke: fact(true as const, spoke) }),
    ...ofTheOthers(fact, isAbsent, said),
  };
}

type MakeFact = <T>(value: T, sign: Sign) => Fact<T>;

function foundOf({ says }: Sign): "defective" | "in-order" {
  return says === "papers-defective" ? "defective" : "in-order";
}

function ofTheHead(
  fact: MakeFact,
  organ: Organ,
  { attended, confidence, rule, sign, person, personSign = sign }: Decision,
  said: Said,
): Partial<AttendanceFacts> {
  const title =
    person?.title === undefined
      ? undefined
      : inFull(postAlone(person.title, organ.name), person, organ, said);
  const why =
    attended === true
      ? undefined
      : REASON_THAT_COUNTS.decide({ said, isNamed: person !== undefined })?.verdict;
  return {
    headAttended: { ...fact(attended, sign), confidence, rule },
    ...(person === undefined ? {} : { headName: fact(person.name, personSign) }),
    ...(title === undefined ? {} : { headTitle: fact(title, personSign) }),
    ...(why === undefined ? {} : { absenceReason: fact(why.reason, why) }),
  };
}

/** 副局长, where the same person is 党组成员、副局长 in another sentence. */
function inFull(title: string, { name }: Person, organ: Organ, said: Said): string {
  const titles = said("present").flatMap(({ person }) =>
    person?.name === name && person.title !== undefined ? [postAlone(person.title, organ.name)] : [],
  );
  return titles.find((other) => other.endsWith(`、${title}`)) ?? title;
}

/** Whether staff came, or lawyers alone, or nobody at all. */
function ofTheOthers(fact: MakeFact, isAbsent: boolean, said: Said): Partial<AttendanceFacts> {
  const agents = said("agent");
  const [first] = agents;
  const [nobody] = said("nobody");
  if (first === undefined)
    return isAbsent && nobody !== undefined ? { nobodyCame: fact(true as const, nobody) } : {};
  const isStaff = agents.some(({ is }) => is === "staff");
  const isLawyers = isAbsent && agents.every(({ is }) => is === "lawyer");
  return {
    staffAppeared: fact(isStaff, first),
    ...(isLawyers ? { lawyerOnly: fact(true as const, first) } : {}),
  };
}
