import { isPersonName } from "../names/person-name.ts";
import type { Parties } from "../parties/parties.ts";
import { type FlatText, Gap, gapAt } from "../text/flat-text.ts";
import { isLabel } from "../text/label-gaps.ts";
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

const COURT =
  /^(?:审判长|审判员|代理审判员|人民陪审员|陪审员|书记员|法官助理|法官|法庭|合议庭|主审法官|独任审判员)|^(?:审|法|书|问|长|审判)$/u;
const RESPONDENT =
  /^(?:第?[一二两三四各]?被告|原审被告|一审被告|行政机关|出庭负责人|出庭应诉负责人)|^(?:被|被代|被负|被诉|答)$/u;
const OPPONENT = /^(?:原告|第三人|证人|鉴定人|原审原告|原审第三人|一审原告)|^(?:原|原代|三|三代)$/u;
/** 被2 · 被一代 · 被代马兰 · 原代: how a clerk shortens a side, which of several it is, and who speaks for it. */
const SHORTENED =
  /^(?<side>被|原|三)(?:[代负](?<before>[一二三四1-4])?|(?<number>[一二三四1-4])[代负]?)(?<name>\p{Script=Han}{0,4})$/u;
const SPEAKER = /^[？?]?([\p{Script=Han}×xX*（）、\d·]{1,32})：/u;
const QUESTION =
  /[？]$|是否|有没有|有无|吗$|什么(?:职务|原因)|何职务|(?<![未没不]|未能|亦未)(?:说明|(?:说明|解释|讲)一?下)(?:原因|理由|情况)。?$|(?:原因|理由)[^。]{1,6}(?:说明|讲|陈述)(?:一下)?。?$|(?:原因|理由|身份|职务|人员|情况)[^。，]{0,6}(?:说明|讲|介绍|报|陈述)一下。?$|(?:陈述|说明|介绍|报告|报一?下|汇报|告知|核对|核实)[^。？]{0,24}(?:出庭|到庭|参加(?:庭审|诉讼))(?:的)?(?:人员|情况)|负责人[^，。]{0,8}(?:陈述|说明|表明|介绍|报)[^，。]{0,8}(?:身份|姓名|职务)/u;

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
    const named = said?.[1] === undefined ? undefined : speakerOf(said[1], organs, parties, cast);
    if (said !== null && named !== undefined) {
      // 答：（原告）: the bracket says whose answer it is.
      const bracket = /^（((?:原告|被告|第三人|上诉人|被上诉人)[^）]{0,8})）/u.exec(
        flat.text.slice(start + said[0].length, end),
      )?.[1];
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
      isQuestion: QUESTION.test(text) && speaker !== "respondent",
    });
  }
  return found;
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
): [Speaker, Mentioned] | undefined {
  // 被代（王某）: the bracket behind a short form says who speaks for the side.
  const bare = words.replace(/（[^）]*）$/u, "");
  if (COURT.test(bare) && words.length <= 14) return ["court", "unclear"];
  if (OPPONENT.test(bare)) return ["opponent", "other"];
  const [mention] = mentionsIn(words, organs, parties);
  if (mention !== undefined && mention.at <= 2) {
    if (mention.who === "other") return ["opponent", "other"];
    return ["respondent", mention.who];
  }
  if (RESPONDENT.test(bare)) return ["respondent", organs.length === 1 ? 0 : "unclear"];
  const short = /^([\p{Script=Han}]{2,14}?)(?:的)?(?:出庭|委托|诉讼|负责人|代理人|$)/u.exec(words)?.[1];
  const index = short === undefined ? undefined : uniqueOrgan(short, organs);
  if (index !== undefined) return ["respondent", index];
  const shortened = sideOf(words, cast) === undefined ? shortenedSide(bare, organs, cast) : undefined;
  if (shortened !== undefined) return shortened;
  const side = sideOf(words, cast);
  if (side === undefined) return isPersonName(words) && !isLabel(words) ? ["stranger", "unclear"] : undefined;
  if (side === "court") return ["court", "unclear"];
  return side === "other" ? ["opponent", "other"] : ["respondent", side];
}

function shortenedSide(
  words: string,
  organs: readonly Organ[],
  cast: readonly Player[],
): [Speaker, Mentioned] | undefined {
  const { side, before, number = before, name = "" } = SHORTENED.exec(words)?.groups ?? {};
  if (side === undefined) return undefined;
  if (name !== "" && !isPersonName(name) && !cast.some((known) => known.name.startsWith(name)))
    return undefined;
  if (side !== "被") return ["opponent", "other"];
  if (organs.length === 1) return ["respondent", 0];
  const place = "1234".includes(number ?? "-") ? Number(number) - 1 : "一二三四".indexOf(number ?? "-");
  return ["respondent", place >= 0 && place < organs.length ? place : "unclear"];
}

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
    if (!isParagraph && !isStop && !isTurn) continue;
    found.push({ start, end: place, opens });
    start = place;
    opens = isParagraph || isTurn;
  }
  return found;
}
