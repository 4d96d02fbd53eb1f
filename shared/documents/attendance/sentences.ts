import { isOfLowerInstance } from "../parties/lower-instance.ts";
import { PLAN } from "./answers.ts";
import type { Context } from "./context.ts";
import { namedHeadSigns } from "./named-heads.ts";
import { listedInSpeech, sentInstead, titledPersons } from "./named-in-speech.ts";
import { type Mention, type Mentioned, mentionsIn } from "./organs.ts";
import { lastClause, personOf, phraseAfter } from "./persons.ts";
import { reasonOf } from "./reasons.ts";
import type { Sign } from "./signs.ts";
import type { Utterance } from "./utterances.ts";
import { blanked, type Verb, verbsOf } from "./verbs.ts";

/** 仅有律师到庭 */
const ONLY_OTHERS =
  /(?:仅|只)(?:有|由|委托了?|派了?)[^，。；]{0,10}(?:律师|工作人员|代理人|民警)[^，。；]{0,6}(?:到庭|出庭|参加)/u;
const LISTED_LEADER =
  /^(?:[（(]?[\d一二三四五六]{1,2}[）).、．])?(?:行政机关)?(?:出庭)?(?:应诉)?负责人(?:姓名)?：/u;
/** The law's or a notice's words about any head. */
const RECITAL =
  /应当(?:出庭|到庭|委托|说明|由|依法出庭)|不能出庭的|未出庭的|不出庭的|出庭的，|到庭的，|可以委托|《[^》]*》|如(?:果)?(?:负责人|被告|未|不)|负责人包括|是指|予以公告|是否准许|不得/u;
/** 负责人出庭应诉不能以书面意见代替: of appearing as such, not of who appeared. */
const IN_GENERAL =
  /^(?:依法)?(?:出庭应诉|出庭|到庭)(?:不能|不得|不仅|是(?!否)|系|应(?!诉)|须|必须|制度|工作|的(?:规定|要求|义务|目的|意义)|有利|有助)/u;
const YET = /(?:而|但|却|本案中|至今)[^，。]{0,24}(?:未|没有|没)/u;
const HEAD = /负责(?:人|同志)|(?:分管|正职|副职)领导|一把手/gu;
const PRINCIPAL = /法定代表人|主要负责人|正职|一把手/u;
const DEEMED =
  /视为[^。，]{0,16}(?:未|没有|不)[^。，]{0,8}(?:出庭|到庭)|(?:不|未)(?:能)?(?:认定|视为|计)[^。，]{0,12}负责人(?:已)?出庭|(?:按|作)[^。，]{0,8}负责人未出庭(?:处理|认定|对待)/u;
/** What a record says of a sitting before its own. */
const EARLIER = /前次|上次|上一次|首次(?:开庭|庭审)|第一次(?:开庭|庭审)|此前(?:的)?(?:开庭|庭审)/u;

/** What one sentence says of heads: the court's finding, that none came, that one did, or that nobody came at all. */
export function sentenceSigns(context: Context, utterance: Utterance, inList: boolean): Sign[] {
  const { text: raw } = utterance;
  const mentions = mentionsIn(raw, context.organs, context.parties);
  const place = { start: utterance.start, end: utterance.end, by: utterance.speaker };
  if (DEEMED.test(raw)) {
    if (
      /(?:的|将|则|逾期[^，。]{0,12}|否则)，?(?:本院|法庭)?(?:将|则)?(?:依法)?视为|否则/u.test(raw) &&
      !/故|现|因此|已|仍/u.test(raw)
    )
      return [];
    return [
      {
        ...place,
        organ: organAt(context, utterance, mentions, DEEMED.exec(raw)?.index ?? 0),
        says: "deemed-absent",
        confidence: 0.95,
        rule: "court-deems-head-absent",
      },
    ];
  }
  if (
    (RECITAL.test(raw) && !YET.test(raw)) ||
    PLAN.test(raw) ||
    /原(?:定|本|计划|安排|拟)由|本来|本应由/u.test(raw)
  )
    return [];
  // A judgment tells of a sitting that was put off; who came, it tells of the one that was held.
  if (context.isJudgment && /原定于|原定[^，。]{0,8}开庭|申请延期/u.test(raw)) return [];
  if ((!context.isJudgment && EARLIER.test(raw)) || isOfLowerInstance(raw)) return [];
  if (utterance.speaker === "court" && ONLY_OTHERS.test(raw))
    return [
      {
        ...place,
        organ: organAt(context, utterance, mentions, 0),
        says: "absent",
        confidence: 0.9,
        rule: "only-others-came",
      },
    ];
  const text = blanked(raw);
  const listed = context.isJudgment ? [] : listedInSpeech(context, utterance);
  if (listed.length > 0) return listed;
  const verbs = verbsOf(text);
  if (verbs.length === 0 && !inList) return [];
  const byName = context.isJudgment ? [] : namedHeadSigns(context.heads, utterance, text);
  const signs: Sign[] = [];
  for (const match of text.matchAll(HEAD)) {
    const verb = verbs.find(({ at }) => at >= match.index);
    // 负责人：郭某，局长（未到庭） is a line of a list, and read as such.
    if (LISTED_LEADER.test(raw)) continue;
    if (IN_GENERAL.test(raw.slice(match.index + match[0].length))) continue;
    const organ = organAt(context, utterance, mentions, match.index);
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    if (organ === "other") continue;
    const without = /(?:无|没有|未有|未派|未安排|未委派)(?:行政机关|出庭|□+|的|任何)*$/u.test(
      text.slice(Math.max(0, match.index - 10), match.index).replaceAll("□", ""),
    );
    const isExcepted = /除(?:了)?(?:被告|被上诉人|上诉人)?[^，。]{0,14}$/u.test(text.slice(0, match.index));
    if (isExcepted && /^(?:之?外|以外)/u.test(text.slice(match.index + match[0].length)))
      signs.push({ ...place, organ, says: "absent", confidence: 0.92, rule: "all-but-the-head" });
    else if (without)
      signs.push({
        ...place,
        organ,
        says: "absent",
        ...reasonOf(raw),
        confidence: 0.93,
        rule: "sentence-says-no-head",
      });
    else if (verb === undefined) continue;
    else if (verb.negative) {
      if (!/主要$/u.test(before))
        signs.push({
          ...place,
          organ,
          says: "absent",
          ...reasonOf(raw),
          ...(/尚未|还没|还未|暂未|目前|截至|仍未|未见/u.test(raw) ? { soFar: true as const } : {}),
          confidence: 0.94,
          rule: "sentence-says-absent",
        });
    } else {
      const person =
        personOf(phraseAfter(text, match.index + match[0].length, verb.at)) ??
        personOf(lastClause(text, match.index));
      signs.push({
        ...place,
        organ,
        says: "present",
        ...(person === undefined ? {} : { person }),
        asHead: true,
        confidence: 0.93,
        rule: "appearance-sentence",
      });
    }
  }
  return [
    ...signs,
    ...byName.filter(({ organ }) => !signs.some((sign) => sign.organ === organ)),
    ...sentInstead(context, utterance, text, (at) => organAt(context, utterance, mentions, at)),
    ...titledPersons(context, utterance, text, mentions, verbs, inList),
    ...(signs.length + byName.length > 0 ? [] : nobodyCame(utterance, text, mentions, verbs)),
  ];
}

/** 被告经合法传唤无正当理由拒不到庭: the agency itself is what didn't come. */
function nobodyCame(
  utterance: Utterance,
  text: string,
  mentions: readonly Mention[],
  verbs: readonly Verb[],
): Sign[] {
  return verbs.flatMap(({ at, negative }): Sign[] => {
    const subject = mentions.findLast(({ end }) => end <= at);
    if (!negative || subject === undefined || subject.who === "other" || subject.who === "unclear") return [];
    const between = text.slice(subject.end, at);
    if (!/^(?:[，]?(?:经|在|无|均|也|未|既|拒|收到|已)[^、；]*|)$/u.test(between) || PRINCIPAL.test(between))
      return [];
    return [
      {
        organ: subject.who,
        start: utterance.start,
        end: utterance.end,
        says: "nobody",
        confidence: 0.9,
        rule: "agency-did-not-appear",
      },
    ];
  });
}

function organAt(
  { organs }: Context,
  utterance: Utterance,
  mentions: readonly Mention[],
  at: number,
): Mentioned {
  const before = mentions.findLast((mention) => mention.at <= at);
  // With several agencies, one named only later may be another's.
  const named =
    before ??
    (organs.length === 1 ? mentions.find(({ who }) => who !== "other" && who !== "unclear") : undefined);
  if (named !== undefined && named.who !== "unclear")
    return named.who === "other" && organs.length === 1 && !/第三人/u.test(utterance.text) && named.at > at
      ? 0
      : named.who;
  if (utterance.organ !== "unclear" && utterance.speaker === "respondent") return utterance.organ;
  if (/[二两各]被告|均/u.test(utterance.text)) return "all";
  return organs.length === 1 ? 0 : "unclear";
}
