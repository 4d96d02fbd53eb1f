/** By when does a court's proposal (司法建议书) ask for a reply? 收到之日起六十日内, 两个月内, 于2026年10月31日前. */
import type { ReplyTerm } from "../../domain/suggestion/suggestion-paper.ts";
import { type CivilDate, civilDateOf, lastOf, monthOf } from "../../domain/time/time.ts";
import { numeralOf, SMALL, yearNumber } from "../text/numerals.ts";
import { readingTable } from "../text/rule-table.ts";

const DAY = new RegExp(
  `(?<year>[12]\\d{3}|[一二][\\p{Script=Han}○]{3})年(?<month>${SMALL})月(?:(?<day>${SMALL})[日号]|(?<end>底))(?:之|以)?前?`,
  "u",
);

/** The words of the sentence that asks for a reply, or of the field of a form. */
const TERM = readingTable<string, ReplyTerm>("reply-term-of-a-suggestion", [
  {
    name: "working-days",
    reads: (words) => {
      const count = new RegExp(`(${SMALL})个?工作日`, "u").exec(words)?.[1];
      return count === undefined ? undefined : { workingDays: numeralOf(count) };
    },
    example: "请在收到本司法建议书之日起15个工作日内反馈我院",
  },
  {
    name: "months",
    reads: (words) => {
      const count = new RegExp(`(${SMALL})个月`, "u").exec(words)?.[1];
      return count === undefined ? undefined : { months: numeralOf(count) };
    },
    example: "请在收到后两个月内反馈我院",
  },
  {
    name: "days",
    reads: (words) => {
      const count = new RegExp(`(?<![月\\d])(${SMALL})[日天](?:之|以)?内`, "u").exec(words)?.[1];
      return count === undefined ? undefined : { days: numeralOf(count) };
    },
    example: "请于收到本建议书之日起六十日内书面回复本院",
  },
  {
    name: "by-a-day",
    reads: (words) => {
      const by = dayIn(words);
      return by === undefined ? undefined : { by };
    },
    example: "请于2026年10月31日前书面回复本院",
  },
]);

/** The term in these words, with the rule that found it. */
export function replyTermIn(words: string): ReturnType<typeof TERM.decide> {
  return TERM.decide(words);
}

function dayIn(words: string): CivilDate | undefined {
  const { year = "", month = "", day, end } = DAY.exec(words)?.groups ?? {};
  const of = /^\d+$/u.test(year) ? Number(year) : yearNumber(year);
  if (of === undefined || month === "") return undefined;
  const first = civilDateOf(of, numeralOf(month), 1);
  if (first === undefined) return undefined;
  if (end !== undefined) return lastOf(monthOf(first));
  return day === undefined ? undefined : civilDateOf(of, numeralOf(month), numeralOf(day));
}
