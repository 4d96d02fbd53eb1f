/** Which sitting does a judgment or an agency's filing speak of as held, when and where? */
import { isAnotherCourts } from "../parties/lower-instance.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { HearingFacts } from "../text/fact.ts";
import { type FlatText, spanOf } from "../text/flat-text.ts";
import { ruleTable } from "../text/rule-table.ts";
import { clauseBefore, sentenceBefore } from "../text/sentences.ts";
import { anyOf, wordList } from "../text/words.ts";
import type { WrittenMoment } from "./dates.ts";
import { hearingMode } from "./hearing-mode.ts";

/** How far down a paper the name of the court that writes it stands. */
const TOP = 60;
/** How far before a day its clause may say that it was only planned, and how far behind it the verb may stand. */
const BEFORE = 16;
const BEHIND = 90;

/** 8月20日、9月24日两次公开开庭: the verb belongs to every date of the list. */
const YEAR_OF_LIST = "(?:20\\d\\d年|同年|二[^年]{3}年)?";
const DAY_OF_LIST = "(?:[\\d一二三四五六七八九十]{1,3}月)?[\\d一二三四五六七八九十]{1,3}[日号](?:[上下]午)?";
const REST_OF_LIST = new RegExp(`^(?:[、和及，与]${YEAR_OF_LIST}${DAY_OF_LIST})+`, "u");

/** Where it was and how the court sat, before the verb. */
const BETWEEN = "(?:[、和及，]?|[在于][^，。；]{2,30})?(?:[^，。；不未]{0,24}，)?[^，。；不未]{0,24}?";
const OPENLY = "(?:公开|不公开|依法)?(?:公开|不公开)?";
const OPENED = new RegExp(`^${BETWEEN}${OPENLY}(?:开庭|组织开庭)(?:进行(?:了)?)?(?:审理|对本案|，|了)?`, "u");

/** What else a court does on a day on which it may also have opened a sitting. */
const OTHER_STEP = new RegExp(
  anyOf(wordList("立案 受理 起诉 收到 作出 送达 证据交换 庭前会议 宣判 询问")),
  "u",
);

const PLACES = anyOf(
  wordList("法庭 审判庭 审判区 庭审室 会议室 法院(?!.?在线|.?网上) 平台 审判点 办案点 审判站 服务点"),
);
/** Where a court on circuit sits: only right before what it did there. */
const ON_CIRCUIT = `${anyOf(wordList("礼堂 村委会 村民委员会 居委会 服务中心 服务站 文化站 广场 会堂"))}(?=(?:巡回|依法|公开|不公开)*开庭)`;
const PLACE = new RegExp(
  `^(?:[^。；，]{0,6}?|，[^。；，]{2,20})(?:在(?!线)|通过|登录)((?:本院|我院)?[^，。；]{2,30}?(?:${PLACES}|${ON_CIRCUIT}))`,
  "u",
);

/** A day of a text in its words. */
interface DaySpokenOf {
  readonly clause: string;
  readonly sentence: string;
  /** What stands behind the day and any others that are listed with it. */
  readonly after: string;
  /** The words up to the verb that opened the sitting; empty where there is none. */
  readonly opened: string;
  /** The top of the paper, where its court is named. */
  readonly top: string;
}

const IS_HELD = ruleTable<DaySpokenOf, boolean>("sitting-spoken-of-as-held", ({ clause }) => clause, [
  { name: "was-only-planned", of: /原定|本定|拟于|取消|因故未|前$/u, says: false, example: "原定于" },
  {
    name: "another-court-s",
    of: ({ sentence, top }) => isAnotherCourts(sentence, top),
    says: false,
    example: "一审法院于2026年5月6日公开开庭审理了本案",
  },
  { name: "nothing-opened", of: ({ opened }) => opened === "", says: false, example: "2026年5月6日诉至本院" },
  {
    name: "before-the-sitting",
    of: ({ opened, after }) => /^(?:审理)?(?:之前|以前|前)/u.test(after.slice(opened.length)),
    says: false,
    example: "2026年5月6日开庭前",
  },
  {
    name: "another-step-that-day",
    of: ({ opened }) => OTHER_STEP.test(opened),
    says: false,
    example: "2026年5月6日立案后，依法公开开庭",
  },
  {
    name: "court-opened-it",
    of: ({ opened }) => opened !== "",
    says: true,
    example: "2026年5月6日公开开庭审理了本案",
  },
]);

/** The last sitting the court speaks of; with several it is the one the judgment follows. */
export function lastHeldSitting(
  flat: FlatText,
  moments: readonly WrittenMoment[],
  end: number,
): HearingFacts | undefined {
  const held = moments.filter((moment) => moment.start < end && isHeldOn(flat, moment));
  const last = held.at(-1);
  if (last === undefined) return undefined;
  const text = spanOf(flat, last.start, last.end);
  const start = {
    value: last.time === undefined ? { date: last.date } : { date: last.date, time: last.time },
    confidence: last.confidence,
    rule: `heard-on-${last.rule}`,
    text,
  };
  const place = PLACE.exec(flat.text.slice(last.end, last.end + 70));
  const mode = hearingMode(flat, last, [], place?.[1]);
  return {
    ...(mode === undefined ? {} : { mode }),
    start,
    ...(last.endTime === undefined
      ? {}
      : { end: { ...start, value: { date: last.date, time: last.endTime } } }),
    ...(place?.[1] === undefined
      ? {}
      : {
          place: {
            value: place[1],
            confidence: CONFIDENCE.inferred,
            rule: "place-in-sentence",
            text: spanOf(flat, last.end, last.end + place[0].length),
          },
        }),
  };
}

function isHeldOn(flat: FlatText, moment: WrittenMoment): boolean {
  const after = flat.text.slice(moment.end, moment.end + BEHIND).replace(REST_OF_LIST, "");
  const day: DaySpokenOf = {
    clause: clauseBefore(flat, moment.start, BEFORE),
    sentence: sentenceBefore(flat, moment.start),
    after,
    opened: OPENED.exec(after)?.[0] ?? "",
    top: flat.text.slice(0, TOP),
  };
  return IS_HELD.decide(day)?.verdict ?? false;
}
