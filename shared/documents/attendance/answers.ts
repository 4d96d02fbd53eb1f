/** What does an agency's answer to a question about its head say: that the head came, didn't come, or neither? */
import type { Person } from "../names/named-person.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { FlatText } from "../text/flat-text.ts";
import { readingTable, ruleTable } from "../text/rule-table.ts";
import { clausesOf } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { Context } from "./context.ts";
import type { Question } from "./questions.ts";
import { busyWith, givenReason, reasonOf } from "./reasons.ts";
import { reasonOfOne, whoseAnswer, withoutOthers } from "./several-agencies.ts";
import { isKnownIn, personHere, personOf, personOfClause, verdictOf } from "./speech/persons.ts";
import type { Place, Sign } from "./speech/signs.ts";
import type { Utterance } from "./speech/utterances.ts";
import { blanked, isAffirmed, isNegated } from "./speech/verbs.ts";

/** Words for what is meant to be, and whom or what they are followed by. */
const MEANT = anyOf(wordList("拟 将 届时 准备 计划 会"));
const SENDING = anyOf(wordList("由 安排 委派 委托 指派 派 于 出庭 到庭"));
/** 按照法庭要求出庭 is about today. */
const ON_DEMAND = "(?<!(?:按照?|依照?|根据|遵照)(?:法庭|法院|本院|贵院)?)";
const TO_COME = wordList("将出庭 下一?次 请(?:你|贵) 通知[^，。]{0,12}(?:出庭|到庭)");
/** What is said of a day to come. */
export const PLAN = new RegExp(
  anyOf([`${MEANT}${SENDING}`], TO_COME, [`${ON_DEMAND}要求[^，。]{0,16}出庭`]),
  "u",
);

/** What was meant to be: 原定由副局长出庭. */
const WAS_MEANT = wordList("原(?:定|本|计划|安排|拟|先|来) 本来 本应 本该");
/** What is still to be: 正在赶来的路上. */
const STILL_TO_BE = wordList("赶来 路上 途中 马上(?:就)?(?:到|来) 稍后 晚(?:点|些) 即将 还没 尚未");
const UNFULFILLED = new RegExp(anyOf(WAS_MEANT, STILL_TO_BE), "u");
/** 代表局长出庭: somebody else speaks for the head. */
const PROXY =
  /(?:代表|受)[^，。]{0,6}(?:[局厅县市区镇乡]长|主任|领导|负责人)[^，。]{0,4}(?:出庭|委托|参加|$)/u;
const YES = /^(?:是的?|对的?|没错|嗯|好的)(?:[，。]|$)/u;
const NO = /^(?:没有|没来|没|无|否|未|不)/u;
const THERE = /^(?:是的?|到了?(?:$|[，。])|到庭|已|出庭|在|有|来了|均)/u;

/** An answer, and what it answers. */
interface Answer {
  readonly text: string;
  readonly asks: Question["asks"];
  /** It says no, or yes to that nobody came. */
  readonly isNegative: boolean;
  /** Whom it names as head, and whether the law counts that person as one. */
  readonly head: Person | undefined;
  readonly judged: "head" | "staff" | "review" | undefined;
  readonly isByRespondent: boolean;
}

function isFulfilled({ text }: Answer): boolean {
  return !UNFULFILLED.test(text);
}

const ANSWER = ruleTable<Answer, "present" | "absent" | "unread" | "nothing">(
  "answer-about-the-head",
  ({ text }) => text,
  [
    {
      name: "answer-names-head",
      of: ({ head, judged, isNegative }) => head !== undefined && (!isNegative || judged === "head"),
      says: "present",
      example: "局长因公未到庭，副局长周强出庭。",
    },
    {
      // Asked who came, an answer without a head says nothing of the head's coming.
      name: "answer-names-others",
      of: ({ asks, head, text }) => asks === "whoever" && (head === undefined || !/负责人/u.test(text)),
      says: "nothing",
      example: "今天到庭的是民警钱某。",
    },
    {
      name: "answer-says-absent",
      of: ({ isNegative, asks }) => isNegative || asks === "reason",
      says: "absent",
      example: "没有到庭。",
    },
    {
      name: "answer-says-present",
      of: (answer) => answer.asks !== "absence" && THERE.test(answer.text) && isFulfilled(answer),
      says: "present",
      example: "到庭。",
    },
    {
      name: "answer-says-somebody-came",
      of: (answer) => isAffirmed(answer.text) && isFulfilled(answer) && !PROXY.test(answer.text),
      says: "present",
      example: "我局负责人今天到庭参加诉讼。",
    },
    {
      name: "answer-not-understood",
      of: ({ isByRespondent }) => isByRespondent,
      says: "unread",
      example: "请法庭看我们的函。",
    },
  ],
);

/** 到庭。 · 是的，副局长赵某。 · 局长因公未到庭，委托法制科科长钱某出庭。 */
export function answerSigns(
  context: Context,
  utterance: Utterance,
  asked: Question,
  isFirst: boolean,
): Sign[] {
  const ofOne = reasonOfOne(context, utterance, asked);
  if (ofOne.length > 0) return ofOne;
  const organ = whoseAnswer(context, utterance, asked);
  const said = withoutOthers(context, organ, withoutPlans(utterance.text));
  if (said === "") return [];
  const text = blanked(said);
  const agency = typeof organ === "number" ? (context.organs[organ]?.name ?? "") : "";
  const isNo = asked.asks === "absence" ? YES.test(text) && !isAffirmed(text) : NO.test(text);
  const isNegative = isNo || isNegated(text);
  const head = headNamed(text, agency, asked, isFirst && !isNegative, context.flat);
  const ruled = ANSWER.decide({
    text,
    asks: asked.asks,
    isNegative,
    head,
    judged: head && verdictOf(head, agency),
    isByRespondent: utterance.speaker === "respondent",
  });
  if (ruled === undefined) return [];
  const { verdict, rule } = ruled;
  const place = { organ, start: utterance.start, end: utterance.end, by: utterance.speaker };
  switch (verdict) {
    case "nothing":
      return [];
    case "absent":
      return absence(said, asked, place, rule);
    case "unread":
      return [{ ...place, says: verdict, confidence: CONFIDENCE.doubtful, rule }];
    default: {
      const who = rule === "answer-names-head" && head !== undefined ? { person: head } : {};
      return [{ ...place, says: verdict, ...who, asHead: true, confidence: CONFIDENCE.stated, rule }];
    }
  }
}

/** What an answer says of this day and of no other: 下次开庭副局长一定出庭 is a plan. */
function withoutPlans(text: string): string {
  return text
    .split(/(?<=。)/u)
    .map((sentence) => sentence.replace(/(?<=^|，)[^，。]*下一?次[^。]*/u, ""))
    .filter((sentence) => !PLAN.test(sentence) || isAffirmed(blanked(sentence)))
    .join("");
}

/** An answer's words, and the persons they name in two ways of looking. */
interface NamesInAnswer {
  readonly text: string;
  readonly agency: string;
  readonly asks: Question["asks"];
  /** The first one named may be the head: the answer says no no, and nobody answered before. */
  readonly mayBeFirst: boolean;
  /** Those of whom a clause says that they came. */
  readonly came: readonly Person[];
  /** Those whom a sentence introduces: 这位是副局长周强. */
  readonly introduced: readonly Person[];
}

/** Introduced one by one, 这位是周强: each piece names one. */
const NEXT_INTRODUCED = /[。；]|，(?=这位|那位|旁边|另)/u;

const HEAD_NAMED = readingTable<NamesInAnswer, Person>("head-named-in-an-answer", [
  {
    name: "a-head-who-came",
    reads: ({ came, agency }) => came.find((person) => verdictOf(person, agency) === "head"),
    example: "副局长周强出庭。",
  },
  {
    name: "a-head-introduced",
    reads: ({ text, asks, mayBeFirst, introduced, agency }) =>
      asks !== "reason" && mayBeFirst && !UNFULFILLED.test(text)
        ? introduced.find((person) => verdictOf(person, agency) === "head")
        : undefined,
    example: "我是民警钱某，这位是周强，系我局副局长。",
  },
  {
    name: "the-first-one-named",
    reads({ text, asks, mayBeFirst, came, introduced, agency }) {
      if (asks === "reason" || !mayBeFirst || UNFULFILLED.test(text)) return undefined;
      const named = introduced[0] ?? came[0];
      // Asked who came, an agency may name its clerk first: the clerk is put forward as head only where it says so.
      const isPutForward =
        asks !== "whoever" ||
        /负责(?:人|同志)/u.test(text) ||
        (named !== undefined && ["head", "review"].includes(verdictOf(named, agency) ?? ""));
      return isPutForward ? named : undefined;
    },
    example: "是的，法制科科长钱某。",
  },
]);

/** 副乡长马海尔布: a name that no list knows, of somebody who is said to have come or whom the record knows. */
function chiefIn(clause: string, flat: FlatText): Person | undefined {
  const knows = isKnownIn(flat);
  const words = /^[^、。]*/u.exec(clause)?.[0] ?? "";
  const person = personOf(words) === undefined ? personHere(words, true, knows) : undefined;
  return person !== undefined && (isAffirmed(clause) || knows(person.name)) ? person : undefined;
}

/** Whom the answer names as head: one with a head's title who isn't said to be elsewhere, else the first it names. */
function headNamed(
  text: string,
  agency: string,
  asked: Question,
  mayBeFirst: boolean,
  flat: FlatText,
): Person | undefined {
  const came = clausesOf(text)
    .filter((clause) => !isNegated(clause) && !UNFULFILLED.test(clause))
    // Asked for a reason, the answer names those who aren't there, unless it says who came instead.
    .filter((clause) => asked.asks !== "reason" || isAffirmed(clause))
    .flatMap((clause) => chiefIn(clause, flat) ?? personOfClause(clause) ?? []);
  const introduced = text
    .split(NEXT_INTRODUCED)
    .flatMap((piece) => personOf(piece.replace(/^(?:这位|那位)(?:就)?是/u, "")) ?? []);
  return HEAD_NAMED.decide({ text, agency, asks: asked.asks, mayBeFirst, came, introduced })?.verdict;
}

/** 局长第一次已经来过，今天在外地: why the head isn't there now stands behind it. */
const OF_AN_EARLIER_SITTING =
  /^[^，。；]*(?:第一次|上次|上一次|前次|首次|此前|之前)[^，。；]*(?:来过|到过|出过庭|到庭|出庭)[^，。；]*[，；](?:今天|今日|这次|本次)?/u;

function absence(
  said: string,
  asked: Question,
  place: Place & { readonly by: Utterance["speaker"] },
  rule: string,
): Sign[] {
  const ofToday = said.replace(OF_AN_EARLIER_SITTING, "");
  const reason = reasonIn(ofToday === "" ? said : ofToday, asked);
  if (!asked.forPrincipal) {
    const soFar = UNFULFILLED.test(said) ? { soFar: true as const } : {};
    return [{ ...place, says: "absent", ...reason, ...soFar, confidence: CONFIDENCE.stated, rule }];
  }
  if (reason.reason === undefined) return [];
  return [
    {
      ...place,
      says: "reason",
      reason: reason.reason,
      confidence: CONFIDENCE.inferred,
      rule: "why-the-leader-is-absent",
    },
  ];
}

/** Asked why, the answer's own place for it; 因 introduces a reason better than its place in the answer does. */
function reasonIn(said: string, { asks }: Question): { readonly reason?: string } {
  if (asks !== "reason") return { ...busyWith(said), ...reasonOf(said) };
  return /因|由于|原因|理由/u.test(said)
    ? { ...givenReason(said), ...reasonOf(said) }
    : { ...reasonOf(said), ...givenReason(said) };
}
