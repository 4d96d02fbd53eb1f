import type { Person } from "../person-name.ts";
import type { Context } from "./context.ts";
import { speaksOfHead } from "./named-heads.ts";
import { type Mentioned, mentionsIn } from "./organs.ts";
import { personOf, personsOf, verdictOf } from "./persons.ts";
import { busyWith, givenReason, reasonOf } from "./reasons.ts";
import type { Sign } from "./signs.ts";
import type { Utterance } from "./utterances.ts";
import { blanked, isAffirmed, isNegated } from "./verbs.ts";

/** What is said of a day to come. */
export const PLAN =
  /(?:拟|将|届时|准备|计划|会)(?:由|安排|委派|委托|指派|派|于|出庭|到庭)|将出庭|请(?:你|贵)|通知[^，。]{0,12}(?:出庭|到庭)|(?<!(?:按照?|依照?|根据|遵照)(?:法庭|法院|本院|贵院)?)要求[^，。]{0,16}出庭/u;

/** What was meant to be, or is still to be: 原定由副局长出庭, 正在赶来的路上. */
const UNFULFILLED =
  /原(?:定|本|计划|安排|拟|先|来)|本来|本应|本该|赶来|路上|途中|马上(?:就)?(?:到|来)|稍后|晚(?:点|些)|即将|还没|尚未/u;

/** What a record's question about the head asks, and of which agency. */
export interface Question {
  readonly organ: Mentioned;
  /** Why the head isn't there: whatever is answered, he isn't. */
  readonly forReason: boolean;
  /** Of the one who leads the agency: that he didn't come leaves open whether a deputy did. */
  readonly forPrincipal: boolean;
  /** Who is there at all: an answer's first name need not be the head's. */
  readonly forWhoever: boolean;
  /** Whether he is there: an answer nobody understands leaves it open. */
  readonly forPresence: boolean;
}

/** The question about a head that a sentence asks; undefined where it asks something else. */
export function questionIn(context: Context, { text }: Utterance): Question | undefined {
  const forWhoever = !isAboutHead(text) && !speaksOfHead(text, context.heads);
  if (forWhoever && !ASKS_WHO.test(text)) return undefined;
  const forReason = /原因|理由|为什么|为何|怎么[^，。]{0,6}(?:没|不|未)/u.test(text);
  const forPresence =
    /(?:是否|有没有|有无)[^，。；]{0,10}(?:出庭|到庭|到场|参加|来)|来没来|来了(?:吗|没)|(?:出庭|到庭|到场)(?:了吗|了没|吗|没有|与否)/u.test(
      text,
    );
  const forPrincipal =
    /(?<!副)(?:局长|主任|厅长|[省市县区镇乡]长)|法定代表人|主要负责人|正职|一把手/u.test(text) &&
    !/(?<!主要)负责(?:人|同志)|领导|副/u.test(text);
  return {
    organ: askedOrgan(context, text),
    forReason: forReason && !forWhoever,
    forPrincipal: forPrincipal && !forWhoever,
    forWhoever,
    forPresence: forPresence && !forWhoever,
  };
}

/** 谁出庭？ · 陈述你单位名称及今天出庭人员。 */
const ASKS_WHO =
  /(?:谁|哪些人|哪几位|哪位|何人|几人|哪些(?:人员|同志))[^，。]{0,6}(?:出庭|到庭|参加|来)|(?:出庭|到庭|参加(?:庭审|诉讼))(?:的)?(?:都?有|是)?(?:谁|哪些|哪几|哪位|何人|人员|情况)/u;

function isAboutHead(text: string): boolean {
  return (
    /负责(?:人|同志)|领导|局长|主任|[省市县区镇乡]长|厅长/u.test(text) &&
    /出庭|到庭|应诉|参加|到场|来(?![自源函])|在(?:不在|吗|场|哪)|呢|姓名|职务|身份|哪位|谁/u.test(text)
  );
}

function askedOrgan({ organs, parties }: Context, text: string): Mentioned {
  const named = mentionsIn(text, organs, parties).filter(({ who }) => who !== "other");
  if (named.length === 1) return named[0]?.who ?? "unclear";
  return organs.length === 1 ? 0 : named.length > 1 ? "all" : "unclear";
}

/** 到庭。 · 是的，副局长赵某。 · 局长因公未到庭，委托法制科科长钱某出庭。 */
export function answerSigns(
  context: Context,
  utterance: Utterance,
  asked: Question,
  isFirst: boolean,
): Sign[] {
  const organ =
    utterance.organ !== "unclear" ? utterance.organ : asked.organ === "all" ? "unclear" : asked.organ;
  const place = { organ, start: utterance.start, end: utterance.end, by: utterance.speaker };
  const text = blanked(utterance.text);
  if (PLAN.test(text) && !isAffirmed(text)) return [];
  const agency = typeof organ === "number" ? (context.organs[organ]?.name ?? "") : "";
  const clauses = text.split(/[，；。]/u).filter((clause) => clause !== "");
  const negative = /^(?:没有|没来|没|无|否|未|不)/u.test(text) || isNegated(text);
  const heads = clauses.flatMap((clause) =>
    isNegated(clause) || UNFULFILLED.test(clause) ? [] : personsOf(clause),
  );
  const named = negative || UNFULFILLED.test(text) || !isFirst ? undefined : (personOf(text) ?? heads[0]);
  const head =
    heads.find((person) => verdictOf(person, agency) === "head") ??
    (named !== undefined && asked.forWhoever && !mayBeHead(named, agency, text) ? undefined : named);
  const isPlain = /^(?:是的?|到了?(?:$|[，。])|到庭|已|出庭|在|有|来了|均)/u.test(text) || isAffirmed(text);
  if (head !== undefined && (!negative || verdictOf(head, agency) === "head"))
    return [
      { ...place, says: "present", person: head, asHead: true, confidence: 0.92, rule: "answer-names-head" },
    ];
  if (asked.forWhoever && (head === undefined || !/负责人/u.test(text))) return [];
  if (negative || asked.forReason) {
    const reason = asked.forReason
      ? { ...givenReason(utterance.text), ...reasonOf(utterance.text) }
      : { ...busyWith(utterance.text), ...reasonOf(utterance.text) };
    if (!asked.forPrincipal)
      return [
        {
          ...place,
          says: "absent",
          ...reason,
          ...(UNFULFILLED.test(text) ? { soFar: true as const } : {}),
          confidence: 0.93,
          rule: "answer-says-absent",
        },
      ];
    return reason.reason === undefined
      ? []
      : [
          {
            ...place,
            says: "reason",
            reason: reason.reason,
            confidence: 0.85,
            rule: "why-the-leader-is-absent",
          },
        ];
  }
  if (isPlain && !UNFULFILLED.test(text))
    return [{ ...place, says: "present", asHead: true, confidence: 0.9, rule: "answer-says-present" }];
  return asked.forPresence && utterance.speaker === "respondent"
    ? [{ ...place, says: "unread", confidence: 0.4, rule: "answer-not-understood" }]
    : [];
}

/** Asked who came, an agency may name its clerk first: he is put forward as head only where it says so. */
function mayBeHead(person: Person, agency: string, text: string): boolean {
  return verdictOf(person, agency) === "review" || /负责(?:人|同志)/u.test(text);
}
