/** Who says each sentence of a record, for which agency, and does the court ask something with it? */
import { isPersonName } from "../../names/person-name.ts";
import type { Parties } from "../../parties/parties.ts";
import { type FlatText, Gap, gapAt } from "../../text/flat-text.ts";
import { isLabel } from "../../text/label-gaps.ts";
import { readingTable } from "../../text/rule-table.ts";
import { anyOf, wordList } from "../../text/words.ts";
import { asksSomething } from "./asking.ts";
import { castOf, type Player, sideOf } from "./cast.ts";
import { type Mentioned, mentionsIn, type Organ, uniqueOrgan } from "./organs.ts";

/** Who says a sentence of a record; `narrative` is the document itself, `stranger` somebody whom no list names. */
export type Speaker = "court" | "respondent" | "opponent" | "stranger" | "narrative";

/** A sentence, with who says it and, where an agency's side speaks, which agency. */
export interface Utterance {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly speaker: Speaker;
  /** The words that name the speaker: 被告出庭负责人赵某. */
  readonly spokenBy: string;
  readonly organ: Mentioned;
  readonly isQuestion: boolean;
}

/** Who speaks for the court; the short words stand alone before the colon. */
const COURT_SPEAKERS = wordList(`
  审判长 审判员 代理审判员 人民陪审员 陪审员 书记员 法官助理 法官 法庭 合议庭 主审法官 独任审判员
`);
const RESPONDENT_SPEAKERS = wordList(`
  第?[一二两三四各]?被告 原审被告 一审被告 行政机关 出庭负责人 出庭应诉负责人
`);
const OPPONENT_SPEAKERS = wordList("原告 第三人 证人 鉴定人 原审原告 原审第三人 一审原告");
const IS_COURT = speaking(COURT_SPEAKERS, wordList("审 法 书 问 长 审判"));
const IS_RESPONDENT = speaking(RESPONDENT_SPEAKERS, wordList("被 被代 被负 被诉 答"));
const IS_OPPONENT = speaking(OPPONENT_SPEAKERS, wordList("原 原代 三 三代"));
/** Longer words before a colon than a court's speaker has. */
const MOST_OF_COURT = 14;
/** Which of several: 被2, 被一代. */
const NUMBER = "[一二三四1-4]";
/** 被2 · 被一代 · 被代马兰 · 原代: how a clerk shortens a side, which of several it is, and who speaks for it. */
const AGENT_OF = `(?:[代负](?<before>${NUMBER})?|(?<number>${NUMBER})[代负]?)`;
const SHORTENED = new RegExp(`^(?<side>[被原三])${AGENT_OF}(?<name>\\p{Script=Han}{0,4})$`, "u");
const SPEAKER = /^[？?]?([\p{Script=Han}×xX*（）、\d·]{1,32})：/u;
/** 答：（原告）: the bracket says whose answer it is. */
const BRACKET = /^（((?:原告|被告|第三人|上诉人|被上诉人)[^）]{0,8})）/u;
/** 沂水县公安局的委托代理人：… */
const AGENCY_SPEAKING = /^([\p{Script=Han}]{2,14}?)(?:的)?(?:出庭|委托|诉讼|负责人|代理人|$)/u;
/** 被代（王某）: the bracket behind a short form says who speaks for the side. */
const NAME_IN_BRACKETS = /（[^）]*）$/u;

function speaking(words: readonly string[], alone: readonly string[]): RegExp {
  return new RegExp(`^${anyOf(words)}|^${anyOf(alone)}$`, "u");
}

/** The words before a colon, and whom the record names. */
interface SpeakerWords {
  readonly words: string;
  /** Without a bracket at their end. */
  readonly bare: string;
  readonly organs: readonly Organ[];
  readonly parties: Parties;
  readonly cast: readonly Player[];
}

type Side = readonly [Speaker, Mentioned];
const COURT: Side = ["court", "unclear"];
const OPPONENT: Side = ["opponent", "other"];
const STRANGER: Side = ["stranger", "unclear"];

const WHO_SPEAKS = readingTable<SpeakerWords, Side>("who-speaks", [
  {
    name: "the-court",
    reads: ({ words, bare }) => (IS_COURT.test(bare) && words.length <= MOST_OF_COURT ? COURT : undefined),
    example: "审判长：现在开庭。",
  },
  {
    name: "the-other-side",
    reads: ({ bare }) => (IS_OPPONENT.test(bare) ? OPPONENT : undefined),
    example: "原告：没有意见。",
  },
  {
    name: "a-party-named-or-by-its-part",
    reads({ words, organs, parties }) {
      const [mention] = mentionsIn(words, organs, parties);
      if (mention === undefined || mention.at > 2) return undefined;
      return mention.who === "other" ? OPPONENT : ["respondent", mention.who];
    },
    example: "被告沂水县公安局：到庭。",
  },
  {
    name: "a-respondent-s-side",
    reads: ({ bare, organs }) =>
      IS_RESPONDENT.test(bare) ? ["respondent", organs.length === 1 ? 0 : "unclear"] : undefined,
    example: "出庭负责人：没有补充。",
  },
  {
    name: "an-agency-by-a-short-name",
    reads({ words, organs }) {
      const short = AGENCY_SPEAKING.exec(words)?.[1];
      const index = short === undefined ? undefined : uniqueOrgan(short, organs);
      return index === undefined ? undefined : ["respondent", index];
    },
    example: "县公安局委托代理人：有异议。",
  },
  {
    name: "a-person-of-the-cast",
    reads({ words, cast }) {
      const side = sideOf(words, cast);
      if (side === undefined) return undefined;
      return side === "court" ? COURT : side === "other" ? OPPONENT : ["respondent", side];
    },
    example: "周强：到庭。",
  },
  { name: "a-side-by-a-clerk-s-short-form", reads: shortenedSide, example: "被代：有异议。" },
  {
    name: "somebody-whom-no-list-names",
    reads: ({ words }) => (isPersonName(words) && !isLabel(words) ? STRANGER : undefined),
    example: "魏国：我补充一点。",
  },
]);

/** Cuts a text into sentences and says whose each is. A speaker goes on until another begins. */
export function utterancesOf(flat: FlatText, organs: readonly Organ[], parties: Parties): Utterance[] {
  const found: Utterance[] = [];
  const cast = castOf(flat, organs, parties);
  let speaker: Speaker = "narrative";
  let spokenBy = "";
  let organ: Mentioned = "unclear";
  for (const { start, end, opens } of sentencesOf(flat)) {
    let from = start;
    const said = SPEAKER.exec(flat.text.slice(start, Math.min(end, start + 36)));
    const named =
      said?.[1] === undefined
        ? undefined
        : (speakerOf(said[1], organs, parties, cast) ?? introducing(flat, start, said[1]));
    if (said !== null && named !== undefined) {
      const bracket = BRACKET.exec(flat.text.slice(start + said[0].length, end))?.[1];
      [speaker, organ] = (bracket && speakerOf(bracket, organs, parties, cast)) || named;
      spokenBy = said[1] ?? "";
      from = start + said[0].length;
    } else if (opens) {
      // A new paragraph without a name is the record's own voice, unless it goes on with the speech.
      speaker = isContinuation(flat.text.slice(start, end)) ? speaker : "narrative";
      if (speaker === "narrative") [spokenBy, organ] = ["", "unclear"];
    }
    if (from >= end) continue;
    const text = flat.text.slice(from, end);
    found.push({
      start: from,
      end,
      text,
      speaker,
      spokenBy,
      organ,
      isQuestion: asksSomething(text) && speaker !== "respondent",
    });
  }
  return found;
}

/** 图门：我是图门: whoever says so is somebody, though no rule knows the name. */
function introducing({ text }: FlatText, start: number, words: string): Side | undefined {
  return ["我是", "我叫", "本人是", "本人系", "我系"].some((self) =>
    text.startsWith(`${words}：${self}${words}`, start),
  )
    ? STRANGER
    : undefined;
}

/** A record never speaks of itself as 我. */
function isContinuation(text: string): boolean {
  return /我(?!国)|^(?:（?[一二三四五六七八九\d]{1,2}[）、.．]|另外|此外|同时)/u.test(text);
}

function speakerOf(
  words: string,
  organs: readonly Organ[],
  parties: Parties,
  cast: readonly Player[],
): Side | undefined {
  const bare = words.replace(NAME_IN_BRACKETS, "");
  return WHO_SPEAKS.decide({ words, bare, organs, parties, cast })?.verdict;
}

function shortenedSide({ bare, organs, cast }: SpeakerWords): Side | undefined {
  const { side, before, number = before, name = "" } = SHORTENED.exec(bare)?.groups ?? {};
  if (side === undefined) return undefined;
  if (name !== "" && !isPersonName(name) && !cast.some((known) => known.name.startsWith(name)))
    return undefined;
  if (side !== "被") return OPPONENT;
  if (organs.length === 1) return ["respondent", 0];
  const place = "1234".includes(number ?? "-") ? Number(number) - 1 : "一二三四".indexOf(number ?? "-");
  return ["respondent", place >= 0 && place < organs.length ? place : "unclear"];
}

/** Longer runs of words without a stop are no sentence, and are cut so that a rule's time stays bounded. */
const LONGEST = 1000;

/** Sentences end at full stops, question marks and paragraphs; a bracket or quotation keeps its stop. */
function sentencesOf(flat: FlatText): { start: number; end: number; opens: boolean }[] {
  const found: { start: number; end: number; opens: boolean }[] = [];
  let start = 0;
  let opens = true;
  for (let place = 1; place <= flat.text.length; place++) {
    const isParagraph = gapAt(flat, place) >= Gap.paragraph;
    const isStop = /[。；？！]/u.test(flat.text[place - 1] ?? "") && !/[”」）]/u.test(flat.text[place] ?? "");
    // A line that opens with a speaker is a paragraph however long the line before it was.
    const isTurn = gapAt(flat, place) >= Gap.line && SPEAKER.test(flat.text.slice(place, place + 20));
    if (!isParagraph && !isStop && !isTurn && place - start < LONGEST) continue;
    found.push({ start, end: place, opens });
    start = place;
    opens = isParagraph || isTurn;
  }
  return found;
}
