/** Is a sitting held in a room of the court, over the net, or elsewhere; and by which number does one join it there? */
import type { HearingMode } from "../../domain/court/hearing-mode.ts";
import { type LabelledValue, valueText } from "../labels/labels.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { type FlatText, Gap, nextGap, spanOf } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { anyOf, wordList } from "../text/words.ts";

/** 庭审方式, and what a summons is for: 传唤事由：线上开庭. */
const WAY_LABEL = /^(?:庭审|开庭|审理|参加)(?:方式|形式)$/u;
const PURPOSE_LABEL = /^(?:传唤)?(?:事由|案由及事由)$/u;

const NET = anyOf(wordList("线上 在线 互联网 网络 网上 云上 远程视频 视频"));
const ONLINE_WORDS = new RegExp(`${NET}(?!审批|申请|查看)`, "u");
const A_SITTING = anyOf(wordList("开庭 庭审 审理"));
const IN_PERSON_WORDS = /线下|现场开庭|到庭审理/u;
const ELSEWHERE_WORDS = /异地/u;

/** A room that is another's: a prison's, or one that is linked to the court's. */
const ELSEWHERE_PLACE = /异地|监狱|看守所|戒毒所|拘留所|远程(?:审判庭|法庭|提讯)/u;
/** The court's own room, whatever it is fitted with. */
const ROOM = /(?:第[\p{Script=Han}\d]{1,3}|\d+号?|大|小)(?:审判)?(?:法)?庭/u;
const PLATFORM = new RegExp(
  anyOf(
    wordList(
      `平台 系统 小程序 软件 APP 腾讯会议 钉钉 微法院 在线服务 诉讼服务网 云上法庭 云法庭 互联网(?:法庭|审判庭) 线上 在线`,
    ),
  ),
  "iu",
);

/** What is known of a sitting and the words around it. */
interface Sitting {
  readonly way: string;
  readonly purpose: string;
  readonly title: string;
  readonly place: string;
  /** The words that set it, or that say of it that it was held. */
  readonly said: string;
}

const SAID = (sitting: Sitting) => sitting.said;

/** Nothing is concluded of a room of the court itself: that is where sittings are. */
const MODE = ruleTable<Sitting, HearingMode | "unsaid">("how-a-sitting-is-held", SAID, [
  {
    name: "way-in-person-by-label",
    of: ({ way, purpose }) => IN_PERSON_WORDS.test(way) || IN_PERSON_WORDS.test(purpose),
    says: "in-person",
    example: "传唤事由：开庭（线下）",
  },
  {
    name: "way-elsewhere-by-label",
    of: ({ way, purpose }) => ELSEWHERE_WORDS.test(way) || ELSEWHERE_WORDS.test(purpose),
    says: "elsewhere",
    example: "传唤事由：异地开庭",
  },
  {
    name: "way-online-by-label",
    of: ({ way, purpose }) => ONLINE_WORDS.test(way) || ONLINE_WORDS.test(purpose),
    says: "online",
    example: "庭审方式：线上",
  },
  {
    name: "made-in-person",
    of: new RegExp(`(?:改|变更|调整)(?:为|成|至|到|以)*(?:线下|现场)${A_SITTING}?`, "u"),
    says: "in-person",
    example: "因原告不同意在线审理，现改为线下开庭",
  },
  {
    name: "place-elsewhere",
    of: ({ place }) => ELSEWHERE_PLACE.test(place),
    says: "elsewhere",
    example: "应到处所：临沂监狱远程审判庭",
  },
  {
    name: "place-is-a-platform",
    of: ({ place }) =>
      PLATFORM.test(place) &&
      // A room that is fitted for it: who sits where isn't said by that.
      !/^本院互联网(?:法庭|审判庭)$/u.test(place) &&
      !ROOM.test(place.replace(/云上?法庭[\d一二三四五六七八九十]*|互联网法庭/gu, "")),
    says: "online",
    example: "应到处所：人民法院在线服务平台",
  },
  {
    name: "paper-of-an-online-sitting",
    of: ({ title }) =>
      new RegExp(`${NET}${A_SITTING}|${A_SITTING}(?:笔录|通知)[^。]{0,3}${NET}`, "u").test(title),
    says: "online",
    example: "在线庭审笔录",
  },
  {
    name: "a-room-of-the-court",
    of: ({ place }) => place !== "",
    says: "unsaid",
    example: "应到处所：本院第三审判庭",
  },
  {
    name: "sitting-said-to-be-online",
    of: new RegExp(
      `(?<!申请|同意|不)${NET}(?:的?方式|形式|平台)?[^，。；不]{0,8}${A_SITTING}|(?:采[取用]|以)${NET}(?:方式|形式)|登录[^。；]{2,24}(?:平台|小程序|系统)`,
      "u",
    ),
    says: "online",
    example: "本院采取互联网方式公开开庭进行了审理",
  },
]);

/** How far around a sitting's time its way may be said. */
const BEFORE = 60;
const BEHIND = 120;
/** How far down the title stands. */
const TITLE = 40;

/** How the sitting at a moment is held; undefined where the paper doesn't say. */
export function hearingMode(
  flat: FlatText,
  { start, end }: { readonly start: number; readonly end: number },
  labels: readonly LabelledValue[],
  place: string | undefined,
): Fact<HearingMode> | undefined {
  const said = (label: RegExp) => {
    const found = labels.find((one) => label.test(one.label));
    return found === undefined ? "" : valueText(flat, found);
  };
  const from = Math.max(0, start - BEFORE);
  const until = Math.min(flat.text.length, end + BEHIND);
  const ruled = MODE.decide({
    way: said(WAY_LABEL),
    purpose: said(PURPOSE_LABEL),
    title: flat.text.slice(0, TITLE),
    place: place ?? "",
    said: flat.text.slice(from, until),
  });
  if (ruled === undefined || ruled.verdict === "unsaid") return undefined;
  return {
    value: ruled.verdict,
    confidence: CONFIDENCE.inferred,
    rule: ruled.rule,
    text: spanOf(flat, start, end),
  };
}

const OF_MEETING = anyOf(wordList("会议室? 庭审 房间 入会 云庭 直播间 会场"));
const IS_NUMBER = "(?:号码|编号|口令|ID|号)";
/** 会议号：832456091; what joins it is a number, or letters with one. */
const NUMBER_LABEL = new RegExp(`${OF_MEETING}${IS_NUMBER}(?:为|是|：|:|\\|)?`, "giu");
const NUMBER = /^[A-Za-z]{0,6}\d[\dA-Za-z\-－—]{2,24}/u;
const PASSWORD_LABEL = /(?:入会|会议|房间|庭审)?(?:密码|口令)(?:为|是|：|:)?/gu;
const PASSWORD = /^[A-Za-z\d]{3,16}/u;

/** By which number, and which password, one joins a sitting over the net; undefined where the paper gives none. */
export function meetingNumber(flat: FlatText): Fact<string> | undefined {
  return firstAfter(flat, NUMBER_LABEL, NUMBER, "meeting-number");
}

export function meetingPassword(flat: FlatText): Fact<string> | undefined {
  return firstAfter(flat, PASSWORD_LABEL, PASSWORD, "meeting-password");
}

function firstAfter(flat: FlatText, label: RegExp, value: RegExp, rule: string): Fact<string> | undefined {
  for (const match of flat.text.matchAll(label)) {
    const start = match.index + match[0].length;
    const end = Math.min(nextGap(flat, start + 1, Gap.line), start + 30);
    const found = value.exec(flat.text.slice(start, end))?.[0];
    if (found === undefined) continue;
    return {
      value: found.replace(/[-－—]/gu, ""),
      confidence: CONFIDENCE.stated,
      rule,
      text: spanOf(flat, match.index, start + found.length),
    };
  }
  return undefined;
}

/** What says the number behind a place, in brackets or not: it is no part of the place. */
const NUMBER_BEHIND = new RegExp(
  `[（(，,：；]?(?:${OF_MEETING}${IS_NUMBER}|${OF_MEETING}?(?:密码|口令))[\\s\\S]*$`,
  "iu",
);

/** A place without the meeting number that stands with it. */
export function withoutMeeting(place: string): string {
  return place.replace(NUMBER_BEHIND, "");
}
