/**
 * How did items of before keep how a deadline was found? In sentences, written by the same rules: what they say is read back
 * out of them, wherever in an item a deadline stands.
 */
import { civilDate, daysBetween } from "../../../domain/time/time.ts";
import type { StoredItem, Upcaster } from "./upcaster.ts";

/** Case files, events and notices with deadlines. */
export const deadlinesKeepSteps: Upcaster = (body) => renewed(body) as StoredItem;

/** The same value with every deadline in it as it is kept now. */
function renewed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renewed);
  if (typeof value !== "object" || value === null) return value;
  if (isOldDeadline(value)) return { ...value, explanation: explanationOf(value) };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renewed(each)]));
}

interface OldDeadline {
  readonly kind: string;
  readonly hardDue?: string;
  readonly explanation: {
    readonly legalBasis: string;
    readonly startEvent: string;
    readonly start: string;
    readonly rawEnd: string;
    readonly rolledEnd: string;
    readonly roll: readonly string[];
    readonly calendarVersion: string;
  };
}

function isOldDeadline(value: object): value is OldDeadline {
  const { explanation } = value as { readonly explanation?: unknown };
  return typeof explanation === "object" && explanation !== null && "startEvent" in explanation;
}

function explanationOf({ kind, hardDue, explanation }: OldDeadline): StoredItem {
  const { legalBasis, startEvent, start, rawEnd, rolledEnd, roll, calendarVersion } = explanation;
  return {
    startedBy: STARTS.find(([words]) => startEvent.endsWith(words))?.[1] ?? "summons",
    start,
    days: daysBetween(civilDate(start), civilDate(rawEnd)),
    rolls: !legalBasis.includes("不顺延"),
    rawEnd,
    rolledEnd,
    roll: roll.flatMap((sentence) => dayIn(sentence)),
    calendarVersion: calendarVersion === "无节假日数据" ? "" : calendarVersion,
    ...(kind === "report" && hardDue !== undefined && { hearing: momentIn(hardDue) }),
  };
}

const STARTS = [
  ["收到传票", "summons"],
  ["接受出庭指派", "designation"],
  ["开庭", "hearing"],
  ["收到起诉状副本", "complaint"],
  ["收到判决书", "judgment"],
  ["收到裁定书", "ruling"],
] as const;

/** `2026-10-15T09:00:00+08:00`, or the day alone. */
function momentIn(hardDue: string): StoredItem {
  const [date, time] = [hardDue.slice(0, 10), hardDue.slice(11, 16)];
  return { date, ...(time !== "" && { time }) };
}

const REASONS: Readonly<Record<string, string>> = {
  工作日: "workday",
  休息日: "weekend",
  调休上班: "made-up",
  节假日安排放假: "holiday",
  元旦: "new-year",
  劳动节: "labour-day",
  国庆节: "national-day",
};
const WORKED: ReadonlySet<string> = new Set(["workday", "made-up"]);

/** `2027-01-02为周六，休息日（2027年节假日安排尚未公布，暂按周末推算）`. */
function dayIn(sentence: string): readonly StoredItem[] {
  const [, date, words = "", note = ""] =
    /^(\d{4}-\d{2}-\d{2})为周.，([^（]+)(?:（(.+)）)?$/u.exec(sentence) ?? [];
  const reason = REASONS[words];
  if (date === undefined || reason === undefined) return [];
  const years = [...note.matchAll(/\d{4}/g)].map(([year]) => Number(year));
  const missing = years.length === 0 ? undefined : { years, past: note.startsWith("日历缺") };
  return [{ date, working: WORKED.has(reason), reason, ...(missing && { missing }) }];
}
