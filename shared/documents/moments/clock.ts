/** Which time of day do these words say, and when does a span of time end? */
import { type ClockTime, parseClockTime } from "../../domain/time/time.ts";
import { numeralOf, SMALL } from "../text/numerals.ts";
import { anyOf, wordList } from "../text/words.ts";

const MORNING = wordList("上午 早上 早晨 清晨 午前 AM am");
const AFTERNOON = wordList("下午 午后 傍晚 晚上 晚 PM pm");
/** Noon and the hours after midnight say of no hour by themselves on which side it lies. */
const HALF_DAY = anyOf(MORNING, AFTERNOON, ["中午", "凌晨"]);

const HOUR = String.raw`(?:[01]?\d|2[0-3]|${SMALL})`;
/** 9：30, 9：30：00. */
const BY_COLON = String.raw`：[0-5]\d(?:：[0-5]\d)?(?!\d)`;
/** Digits behind 时 that count something else than minutes: 9时3号法庭. */
const NOT_MINUTES = "(?![\\d号楼层室法审庭人件名元日年月位个])";
const MINUTES = anyOf([`${SMALL}分(?!之)`, "半", "[一三]刻", "整", "正", `[0-5]\\d${NOT_MINUTES}`]);
/** A pattern for a time of day: 上午9时30分, 下午2：30, 九点半. */
export const CLOCK = `(?:${HALF_DAY})?，?${HOUR}(?:${BY_COLON}|(?:时|点钟?)${MINUTES}?)许?`;
const CLOCK_PARTS = new RegExp(
  `^(?<half>${HALF_DAY})?，?(?<hour>${SMALL})(?:：|时|点钟?)(?:(?<part>半|[一三]刻)|(?<minute>${SMALL}))?`,
  "u",
);
/** Whether a part of a text gives a time of day. */
export const HAS_CLOCK = new RegExp(CLOCK, "u");

const ONLY_CLOCK = new RegExp(`^${CLOCK}$`, "u");

/** Whether a text, flat as the rules read it, is a time of day and nothing else. */
export function isClock(text: string): boolean {
  return ONLY_CLOCK.test(text);
}

const MINUTES_OF_PART: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };

/** A time of day as written. */
export interface Clock {
  /** Absent where the hour can't be meant as written: 上午15时, or 2时30分 without saying whether it is afternoon. */
  readonly time?: ClockTime;
  readonly afternoon: boolean;
}

/** Reads a time of day; undefined where the text is none. */
export function clockOf(text: string): Clock | undefined {
  const {
    half = "",
    hour: hourWritten,
    part = "",
    minute: minuteWritten,
  } = CLOCK_PARTS.exec(text)?.groups ?? {};
  if (hourWritten === undefined) return undefined;
  const hour = numeralOf(hourWritten);
  const minute = MINUTES_OF_PART[part] ?? (minuteWritten ? numeralOf(minuteWritten) : 0);
  const afternoon = AFTERNOON.includes(half) || (half === "中午" && hour < 6) || hour >= 13;
  if (MORNING.includes(half) && hour > 12) return { afternoon };
  if (half === "" && hour >= 1 && hour <= 6) return { afternoon };
  const time = timeOf(afternoon && hour < 12 ? hour + 12 : hour, minute);
  return { ...(time === undefined ? {} : { time }), afternoon };
}

/** The end of a span: what is left unsaid is the start's half of the day, or the next in which it comes later. */
export function endOf(text: string, start: Clock): ClockTime | undefined {
  const groups = CLOCK_PARTS.exec(text)?.groups;
  if (groups?.hour === undefined || start.time === undefined) return undefined;
  if (groups.half !== undefined) return clockOf(text)?.time;
  const plain = clockOf(`${start.afternoon && numeralOf(groups.hour) < 12 ? "下午" : "凌晨"}${text}`)?.time;
  if (plain !== undefined && plain >= start.time) return plain;
  return clockOf(`下午${text}`)?.time;
}

function timeOf(hour: number, minute: number): ClockTime | undefined {
  return parseClockTime(`${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
}
