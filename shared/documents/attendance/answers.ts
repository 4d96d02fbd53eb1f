import type { Person } from "../names/named-person.ts";
import type { Context } from "./context.ts";
import { personOf, personsOf, verdictOf } from "./persons.ts";
import type { Question } from "./questions.ts";
import { busyWith, givenReason, reasonOf } from "./reasons.ts";
import type { Sign } from "./signs.ts";
import type { Utterance } from "./utterances.ts";
import { blanked, isAffirmed, isNegated } from "./verbs.ts";

/** What is said of a day to come. */
export const PLAN =
  /(?:拟|将|届时|准备|计划|会)(?:由|安排|委派|委托|指派|派|于|出庭|到庭)|将出庭|下一?次|请(?:你|贵)|通知[^，。]{0,12}(?:出庭|到庭)|(?<!(?:按照?|依照?|根据|遵照)(?:法庭|法院|本院|贵院)?)要求[^，。]{0,16}出庭/u;

/** What was meant to be, or is still to be: 原定由副局长出庭, 正在赶来的路上. */
const UNFULFILLED =
  /原(?:定|本|计划|安排|拟|先|来)|本来|本应|本该|赶来|路上|途中|马上(?:就)?(?:到|来)|稍后|晚(?:点|些)|即将|还没|尚未/u;
/** 代表局长出庭: somebody else speaks for the head. */
const PROXY =
  /(?:代表|受)[^，。]{0,6}(?:[局厅县市区镇乡]长|主任|领导|负责人)[^，。]{0,4}(?:出庭|委托|参加|$)/u;
const YES = /^(?:是的?|对的?|没错|嗯|好的)(?:[，。]|$)/u;
const NO = /^(?:没有|没来|没|无|否|未|不)/u;
const THERE = /^(?:是的?|到了?(?:$|[，。])|到庭|已|出庭|在|有|来了|均)/u;

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
  const said = withoutPlans(utterance.text);
  if (said === "") return [];
  const text = blanked(said);
  const agency = typeof organ === "number" ? (context.organs[organ]?.name ?? "") : "";
  const isNo = asked.asks === "absence" ? YES.test(text) && !isAffirmed(text) : NO.test(text);
  const negative = isNo || isNegated(text);
  const head = headNamed(text, agency, asked, isFirst && !negative);
  if (head !== undefined && (!negative || verdictOf(head, agency) === "head"))
    return [
      { ...place, says: "present", person: head, asHead: true, confidence: 0.92, rule: "answer-names-head" },
    ];
  if (asked.asks === "whoever" && (head === undefined || !/负责人/u.test(text))) return [];
  if (negative || asked.asks === "reason") return absence(said, asked, place);
  if (asked.asks !== "absence" && THERE.test(text) && !UNFULFILLED.test(text))
    return [{ ...place, says: "present", asHead: true, confidence: 0.9, rule: "answer-says-present" }];
  if (isAffirmed(text) && !UNFULFILLED.test(text) && !PROXY.test(text))
    return [{ ...place, says: "present", asHead: true, confidence: 0.9, rule: "answer-says-present" }];
  return utterance.speaker === "respondent"
    ? [{ ...place, says: "unread", confidence: 0.4, rule: "answer-not-understood" }]
    : [];
}

/** What an answer tells of this day and of no other: 下次开庭副局长一定出庭 is a plan. */
function withoutPlans(text: string): string {
  return text
    .split(/(?<=。)/u)
    .map((sentence) => sentence.replace(/(?<=^|，)[^，。]*下一?次[^。]*/u, ""))
    .filter((sentence) => !PLAN.test(sentence) || isAffirmed(blanked(sentence)))
    .join("");
}

/** Whom the answer names as head: one with a head's title who isn't said to be elsewhere, else the first it names. */
function headNamed(text: string, agency: string, asked: Question, mayBeFirst: boolean): Person | undefined {
  const heads = text
    .split(/[，；。]/u)
    .filter((clause) => !isNegated(clause) && !UNFULFILLED.test(clause))
    // Asked for a reason, the answer names those who aren't there, unless it says who came instead.
    .filter((clause) => asked.asks !== "reason" || isAffirmed(clause))
    .flatMap(personsOf);
  const known = heads.find((person) => verdictOf(person, agency) === "head");
  if (known !== undefined || asked.asks === "reason") return known;
  const pieces = text
    .split(/[。；]|，(?=这位|那位|旁边|另)/u)
    .map((piece) => piece.replace(/^(?:这位|那位)(?:就)?是/u, ""));
  const others = pieces.flatMap((piece) => personOf(piece) ?? []);
  const introduced = others.find((person) => verdictOf(person, agency) === "head");
  if (mayBeFirst && introduced !== undefined && !UNFULFILLED.test(text)) return introduced;
  const named = mayBeFirst && !UNFULFILLED.test(text) ? (others[0] ?? heads[0]) : undefined;
  // Asked who came, an agency may name its clerk first: he is put forward as head only where it says so.
  const isPutForward =
    asked.asks !== "whoever" ||
    /负责(?:人|同志)/u.test(text) ||
    (named !== undefined && ["head", "review"].includes(verdictOf(named, agency) ?? ""));
  return isPutForward ? named : undefined;
}

function absence(
  said: string,
  asked: Question,
  place: Pick<Sign, "organ" | "start" | "end"> & { readonly by: Utterance["speaker"] },
): Sign[] {
  const reason =
    asked.asks === "reason"
      ? // 因 introduces a reason better than its place in the answer does.
        /因|由于|原因|理由/u.test(said)
        ? { ...givenReason(said), ...reasonOf(said) }
        : { ...reasonOf(said), ...givenReason(said) }
      : { ...busyWith(said), ...reasonOf(said) };
  if (!asked.forPrincipal)
    return [
      {
        ...place,
        says: "absent",
        ...reason,
        ...(UNFULFILLED.test(said) ? { soFar: true as const } : {}),
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
