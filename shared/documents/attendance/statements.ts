/** What do the sentences of a record or a judgment say of heads: findings, 到庭 sentences, answers to questions? */
import { CONFIDENCE } from "../text/confidence.ts";
import { answerSigns } from "./answers.ts";
import type { Context } from "./context.ts";
import { speaksOfHead } from "./named-heads.ts";
import { ANOTHER_DAY, chiefNotRead, headInPassing, introducesOneself, LIST } from "./named-in-speech.ts";
import { followUp, type Question, questionIn } from "./questions.ts";
import { reasonOf } from "./reasons.ts";
import { sentenceSigns } from "./sentence-signs.ts";
import { isShared, settlesWhoAppears, sharedHead } from "./shared-head.ts";
import { mentionsIn } from "./speech/organs.ts";
import type { Sign } from "./speech/signs.ts";
import type { Utterance } from "./speech/utterances.ts";

/** What the sentences of a record or a judgment say of heads: findings, 到庭 sentences, answers; never the questions. */
export function statementSigns(context: Context, utterances: readonly Utterance[]): Sign[] {
  const signs: Sign[] = [];
  let asked: Question | undefined;
  let last: Question | undefined;
  let answered: number | undefined;
  let inList = false;
  for (const [index, utterance] of utterances.entries()) {
    const before = utterances[index - 1]?.text ?? "";
    const opens =
      utterances[index - 1]?.spokenBy !== utterance.spokenBy && LIST.test(`${utterance.spokenBy}：`);
    inList = opens || LIST.test(utterance.text) || (inList && before.endsWith("；"));
    const oneself = introducesOneself(context, utterance);
    signs.push(...oneself);
    if (utterance.speaker === "stranger" && oneself.length === 0) signs.push(strangerSpeaks(utterance));
    if (utterance.speaker === "opponent" || utterance.speaker === "stranger") continue;
    if (utterance.isQuestion) {
      asked =
        questionIn(context, utterance) ??
        (last && followUp(last, utterance.text, answered !== undefined && answered >= index - 2));
      last = asked;
      answered = undefined;
      continue;
    }
    if (isShared(utterance.text)) {
      signs.push(...sharedHead(context, utterance));
      answered = index;
      continue;
    }
    if (settlesWhoAppears(utterance.text) && !speaksOfHead(utterance.text, context.heads)) {
      signs.push(...leavesItToTheOther(utterance));
      continue;
    }
    if (asked === undefined && speaksOfAnotherDay(utterances, index)) continue;
    const found =
      asked !== undefined && utterance.speaker === "respondent"
        ? answerSigns(context, withRest(utterances, index), asked, answered !== index - 1)
        : [];
    if (found.length > 0) answered = index;
    const said =
      found.length > 0 ? found : sentenceSigns(context, goingOn(context, utterances, index), inList);
    signs.push(...said, ...(said.length > 0 ? [] : inPassing(context, utterance)));
    if (said.every(({ says }) => says !== "present")) signs.push(...chiefNotRead(context, utterance));
    // A second agency may answer the same question; the court's next words end it.
    if (
      utterance.speaker === "court" ||
      (found.length > 0 && asked?.organ !== "all" && context.organs.length === 1)
    )
      asked = undefined;
  }
  return signs;
}

const OWN_HEAD_STAYS_AWAY =
  /(?:我方|我[局府委厅办镇乡]|我单位|我机关|本机关|本单位)的?(?:行政机关)?负责人[^，。；]{0,4}(?:不再?|未|没有?)(?:出庭|到庭|来|参加)/u;

/** 经商定由县政府的负责人出庭，我方负责人不再出庭: an agency says of its own head that none came. */
function leavesItToTheOther({ start, end, text, speaker: by, organ }: Utterance): Sign[] {
  return by === "respondent" && typeof organ === "number" && OWN_HEAD_STAYS_AWAY.test(text)
    ? [
        {
          organ,
          start,
          end,
          by,
          says: "absent",
          confidence: CONFIDENCE.stated,
          rule: "left-to-another-agencys-head",
        },
      ]
    : [];
}

/** 被告县公安局，局长王某，未到庭；副局长赵某，到庭: behind a semicolon the clerk still speaks of the agency named last. */
function goingOn(context: Context, utterances: readonly Utterance[], index: number): Utterance {
  const utterance = utterances[index];
  if (utterance === undefined) throw new RangeError("no such utterance");
  if (context.isJudgment || (utterance.speaker !== "court" && utterance.speaker !== "narrative"))
    return utterance;
  for (let at = index - 1; at >= 0; at--) {
    const before = utterances[at];
    const isSameList =
      before?.text.endsWith("；") === true &&
      before.end === utterances[at + 1]?.start &&
      before.spokenBy === utterance.spokenBy;
    if (before === undefined || !isSameList) break;
    const named = mentionsIn(before.text, context.organs, context.parties).at(-1)?.who;
    if (named !== undefined) return typeof named === "number" ? { ...utterance, organ: named } : utterance;
  }
  return utterance;
}

/** 拆除时被告方有哪些人到场？副局长赵某到场指挥: answered as of the day that is asked about. */
function speaksOfAnotherDay(utterances: readonly Utterance[], index: number): boolean {
  const { text, speaker } = utterances[index] ?? { text: "", speaker: "court" };
  const before = utterances[index - 1];
  return (
    speaker !== "narrative" &&
    (ANOTHER_DAY.test(text) || (before?.isQuestion === true && ANOTHER_DAY.test(before.text)))
  );
}

/** Somebody sits there whom the lists leave out: they don't say everyone who came. */
function strangerSpeaks({ start, end }: Utterance): Sign {
  const rule = "speaker-not-listed";
  return { organ: "all", start, end, says: "unread", confidence: CONFIDENCE.doubtful, rule };
}

/** What a sentence that says nothing of who came lets fall: a leader's name, or why the leaders are elsewhere. */
function inPassing(context: Context, utterance: Utterance): Sign[] {
  const { start, end, organ, speaker } = utterance;
  const { reason } = speaker === "respondent" ? reasonOf(utterance.text) : {};
  if (tellsOfEarlierSitting(context, utterance)) return [];
  const of = organ === "unclear" && context.organs.length === 1 ? 0 : organ;
  const place = { organ: of, start, end, confidence: CONFIDENCE.inferred, rule: "leaders-are-elsewhere" };
  const why: Sign[] = reason === undefined ? [] : [{ ...place, says: "reason", reason }];
  return [...why, ...headInPassing(context, utterance)];
}

/** 2026年9月8日第一次开庭 */
const FIRST_SITTING = /(\d{4}年\d{1,2}月\d{1,2}日)[^，。]{0,6}(?:第一次|首次)(?:公开)?(?:开庭|庭审)/u;

/** 本案于2026年9月8日第一次开庭，副县长聂某出庭: another day than the one that the record's head gives. */
function tellsOfEarlierSitting({ flat, isJudgment }: Context, { start, text }: Utterance): boolean {
  const day = FIRST_SITTING.exec(text)?.[1];
  return !isJudgment && day !== undefined && !flat.text.slice(0, start).includes(day);
}

/** 到庭。我局副局长赵某出庭应诉。 An answer may take two sentences. */
function withRest(utterances: readonly Utterance[], index: number): Utterance {
  const [first, second] = utterances.slice(index, index + 2);
  if (first === undefined) throw new RangeError("no such utterance");
  const goesOn =
    second !== undefined &&
    second.speaker === first.speaker &&
    second.spokenBy === first.spokenBy &&
    second.start === first.end;
  return goesOn ? { ...first, end: second.end, text: `${first.text}${second.text}` } : first;
}
