import { type ClockTime, parseClockTime } from "../../domain/time/time.ts";
import { SMALL, smallNumber } from "../text/numerals.ts";

const HALF_DAY = "上午|下午|中午|早上|早晨|清晨|午前|午后|傍晚|晚上|晚|凌晨|AM|PM|am|pm";
const NOT_MINUTES = "(?![\\d号楼层室法审庭人件名元日年月位个])";
/** A pattern for a time of day: 上午9时30分, 下午2：30, 九点半. */
export const CLOCK = `(?:${HALF_DAY})?，?(?:[01]?\\d|2[0-3]|${SMALL})(?:：[0-5]\\d(?:：[0-5]\\d)?(?!\\d)|(?:时|点钟?)(?:${SMALL}分(?!之)|半|[一三]刻|整|正|[0-5]\\d${NOT_MINUTES})?)许?`;
const CLOCK_PARTS = new RegExp(
  `^(?<half>${HALF_DAY})?，?(?<hour>${SMALL})(?:：|时|点钟?)(?:(?<part>半|[一三]刻)|(?<minute>${SMALL}))?`,
  "u",
);

/** A time of day as written. */
export interface Clock {
  /** Absent where the hour can't be meant as written: 上午15时, or 2时30分 without saying whether it is afternoon. */
  readonly time?: ClockTime;
  readonly afternoon: boolean;
}

/** Reads a time of day; undefined where the text is none. */
export function clockOf(text: string): Clock | undefined {
  const groups = CLOCK_PARTS.exec(text)?.groups;
  if (groups?.hour === undefined) return undefined;
  const { half = "" } = groups;
  const hour = smallNumber(groups.hour);
  const minute =
    groups.part === "半"
      ? 30
      : groups.part === "一刻"
        ? 15
        : groups.part === "三刻"
          ? 45
          : groups.minute
            ? smallNumber(groups.minute)
            : 0;
  const afternoon = /下午|午后|傍晚|晚|PM/i.test(half) || (half === "中午" && hour < 6) || hour >= 13;
  const morning = /上午|午前|早|清晨|AM/i.test(half);
  if (morning && hour > 12) return { afternoon };
  if (half === "" && hour >= 1 && hour <= 6) return { afternoon };
  const time = timeOf(afternoon && hour < 12 ? hour + 12 : hour, minute);
  return { ...(time === undefined ? {} : { time }), afternoon };
}

/** The end of a span: what is left unsaid is the start's half of the day, or the next in which it comes later. */
export function endOf(text: string, start: Clock): ClockTime | undefined {
  const groups = CLOCK_PARTS.exec(text)?.groups;
  if (groups?.hour === undefined || start.time === undefined) return undefined;
  if (groups.half !== undefined) return clockOf(text)?.time;
  const plain = clockOf(`${start.afternoon && smallNumber(groups.hour) < 12 ? "下午" : "凌晨"}${text}`)?.time;
  if (plain !== undefined && plain >= start.time) return plain;
  return clockOf(`下午${text}`)?.time;
}

function timeOf(hour: number, minute: number): ClockTime | undefined {
  return parseClockTime(`${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
}
