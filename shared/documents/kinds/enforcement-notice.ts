/** Whom does a court tell to perform which judgment, until when (执行通知书)? */
import { type CaseNumber, findCaseNumbers, partsOf } from "../../domain/court/case-number.ts";
import type { CivilDate } from "../../domain/time/time.ts";
import { findMoments } from "../moments/dates.ts";
import { isFullOrgan, isOrgan } from "../names/organ-name.ts";
import { beginsCause } from "../parties/cause-words.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { EnforcementFacts, Fact } from "../text/fact.ts";
import { type FlatText, Gap, nextGap, spanOf } from "../text/flat-text.ts";
import { numeralOf } from "../text/numerals.ts";
import { readingTable, ruleTable } from "../text/rule-table.ts";
import { linesOf } from "../text/sentences.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

const TITLE = ruleTable("title-of-an-enforcement", (title: string) => title, [
  { name: "notice-to-perform", of: /执行通知书?$/u, says: true, example: "执行通知书" },
  {
    name: "order-to-perform",
    of: /(?:责令|督促|限期)[^。]{0,4}履行[^。]{0,6}通知书?$/u,
    says: true,
    example: "责令履行通知书",
  },
]);

/** Whether a title is that of a court's notice to perform a judgment. */
export function isEnforcementNotice(title: string | undefined): boolean {
  return title !== undefined && TITLE.decide(title)?.verdict === true;
}

/** The number of the enforcement itself; whatever comes of it is filed with the case whose judgment is enforced. */
const NUMBER = /（20\d\d）\p{Script=Han}{0,3}\d*行?执(?:行|恢)?\d+号/u;

/** Reads such a notice: who must perform what, by which judgment. */
export function readEnforcementNotice({ flat, facts, year }: CasePaper): ReadDocument {
  const basis = basisOf(flat);
  const [first] = basis;
  const number = NUMBER.exec(flat.text);
  // A civil or criminal one stays what it is.
  if (first === undefined || number === null) return facts;
  const debtors = DEBTORS.decide({ flat, value: labelled(flat, "被执行人") });
  const applicant = APPLICANT.decide({ flat, value: labelled(flat, "申请执行人") });
  const enforcement: EnforcementFacts = {
    number: fact(number[0], "number-of-the-enforcement"),
    debtors: (debtors?.verdict ?? []).map((name) => fact(name, debtors?.rule ?? "")),
    applicants: applicant === undefined ? [] : [fact(applicant.verdict, applicant.rule)],
    basis,
    ...term(flat, year),
  };
  // 非诉执行: an agency has a citizen made to perform. That is nothing an agency owes.
  const isAgencys = enforcement.debtors.some(({ value }) => isFullOrgan(value) || isOrgan(value));
  const { foreignNumber: _, cause, ...rest } = facts;
  // 申请强制执行的…一案 asks for enforcement; what the case was about stands behind it.
  const about = cause && { ...cause, value: cause.value.replace(/^强制执行的/u, "") };
  return {
    ...rest,
    ...(isAgencys && about !== undefined && { cause: about }),
    administrative: { ...first, value: true, confidence: CONFIDENCE.stated },
    caseNumbers: basis,
    plaintiffs: isAgencys ? enforcement.applicants : [],
    respondents: isAgencys ? enforcement.debtors : [],
    thirdParties: [],
    enforcement,
    ...(isAgencys && { courtPaper: "enforcement-notice" as const }),
  };
}

function fact(value: string, rule: string): Fact<string> {
  return { value, confidence: CONFIDENCE.inferred, rule, text: value };
}

/** The judgments it is based on (执行依据): every administrative case it names. */
function basisOf(flat: FlatText): readonly Fact<CaseNumber>[] {
  const found = findCaseNumbers(flat.text).flatMap(({ numbers, start, end }) =>
    numbers.map((value) => ({
      value,
      confidence: CONFIDENCE.stated,
      rule: "judgment-to-be-performed",
      text: spanOf(flat, start, end),
    })),
  );
  const first = new Map(found.map((one) => [one.value, one]));
  return [...first.values()].filter(({ value }) => partsOf(value).year > 0);
}

/** What stands behind a label with a colon or in the next cell. */
function labelled(flat: FlatText, label: string): string | undefined {
  for (const { start, end } of linesOf(flat, Gap.line)) {
    const words = flat.text.slice(start, end);
    if (!words.startsWith(label)) continue;
    const behind = start + label.length;
    const hasColon = flat.text[behind] === "：";
    if (!hasColon && nextGap(flat, behind, Gap.cell) !== behind) continue;
    const value = flat.text.slice(behind + (hasColon ? 1 : 0), end);
    if (value !== "") return value;
  }
  return undefined;
}

/** A notice, and what stands behind the label that asks for it. */
interface Asked {
  readonly flat: FlatText;
  readonly value: string | undefined;
}

const NAMES = String.raw`[\p{Script=Han}（）、×*]{2,80}`;
const ADDRESSED = new RegExp(`^(?:被执行人：?)?(${NAMES})：$`, "u");
const ADDRESSED_IN_A_LINE = new RegExp(`号(?:被执行人)?(${NAMES})：(?=[^：。]{0,80}你)`, "u");

const DEBTORS = readingTable<Asked, readonly string[]>("debtors-of-an-enforcement", [
  {
    name: "debtor-by-label",
    reads: ({ value }) => (value === undefined ? undefined : namesIn(value.replace(/：.*$/u, ""))),
    example: "被执行人：费县上冶镇人民政府",
  },
  {
    name: "debtor-addressed",
    reads: ({ flat }) => {
      const line = linesOf(flat, Gap.line)
        .map(({ start, end }) => ADDRESSED.exec(flat.text.slice(start, end))?.[1])
        .find((words) => words !== undefined);
      return line === undefined ? undefined : namesIn(line);
    },
    example: "沂水县自然资源和规划局：",
  },
  {
    name: "debtor-addressed-in-a-line",
    reads: ({ flat }) => {
      const words = ADDRESSED_IN_A_LINE.exec(flat.text)?.[1];
      return words === undefined ? undefined : namesIn(words);
    },
    example: "（2027）鲁1323执行40号沂水县住房和城乡建设局：武某与你局一案",
  },
]);

function namesIn(words: string): readonly string[] {
  return words.split("、").filter((name) => name !== "");
}

const NAME = String.raw`([\p{Script=Han}·×*]{2,20}?)(?:等[一二三四五六七八九十\d]+人)?`;
/** 你局, 你单位, 你们. */
const YOU = "你(?:们|单位|公司|[局府院会社委厅处办])";
const BEGINS = "(?:^|(?<=[。，：；号]))(?:关于|本院(?:立案)?(?:受理|执行)的?)?(?:申请执行人|权利人)?";

const APPLICANT = readingTable<Asked, string>("applicant-of-an-enforcement", [
  {
    name: "applicant-by-label",
    reads: ({ value }) => value,
    example: "申请执行人：刘洪亮",
  },
  {
    name: "applicant-by-role",
    reads: ({ flat }) =>
      new RegExp(`(?:申请执行人|权利人)${NAME}(?=申请|与|依据|向|于)`, "u").exec(flat.text)?.[1],
    example: "申请执行人张立国申请执行你局履行法定职责一案",
  },
  {
    name: "applicant-and-you",
    reads: ({ flat }) => new RegExp(`${BEGINS}${NAME}(?=与${YOU})`, "u").exec(flat.text)?.[1],
    example: "武某与你局行政协议一案",
  },
  {
    name: "applicant-who-applies",
    reads: ({ flat }) => new RegExp(`${BEGINS}${NAME}(?=申请|依据)`, "u").exec(flat.text)?.[1],
    example: "高翠兰申请执行你单位行政补偿一案",
  },
  {
    name: "you-and-applicant",
    reads: ({ flat }) => {
      const words = new RegExp(String.raw`${YOU}与(\p{Script=Han}{4,40}?)一案`, "u").exec(flat.text)?.[1];
      if (words === undefined) return undefined;
      const length = [2, 3, 4].find((one) => beginsCause(words.slice(one)));
      return length === undefined ? undefined : words.slice(0, length);
    },
    example: "你局与杨某工伤认定一案",
  },
]);

const DAYS = String.raw`([\d一二三四五六七八九十]{1,3})(?:日|天)内`;

interface Term {
  readonly flat: FlatText;
  readonly year: number | undefined;
}

type Until = Pick<EnforcementFacts, "withinDays" | "until">;

const TERM = readingTable<Term, Until>("term-of-an-enforcement", [
  {
    name: "days-from-the-notice",
    reads: ({ flat }) => {
      const found = new RegExp(
        `(?:(?:收到|接到)(?:本)?通知书?|通知书?送达)(?:之日)?(?:起|后)?${DAYS}`,
        "u",
      ).exec(flat.text);
      if (found?.[1] === undefined) return undefined;
      const days = numeralOf(found[1]);
      return { withinDays: said(days, "days-from-the-notice", found[0]) };
    },
    example: "自收到本通知书之日起十日内履行",
  },
  {
    name: "before-a-day",
    reads: ({ flat, year }) => {
      const moment = findMoments(flat, year).find(
        ({ start, end }) =>
          /^之?前/u.test(flat.text.slice(end, end + 2)) &&
          /[限在于]/u.test(flat.text.slice(start - 12, start)),
      );
      if (moment === undefined) return undefined;
      return { until: said<CivilDate>(moment.date, "before-a-day", spanOf(flat, moment.start, moment.end)) };
    },
    example: "限你局于2027年3月31日前履行完毕",
  },
  {
    name: "at-once",
    reads: ({ flat }) => {
      const found = /(?:立即|即刻|马上)履行/u.exec(flat.text);
      return found === null ? undefined : { withinDays: said(0, "at-once", found[0]) };
    },
    example: "接到本通知后立即履行",
  },
]);

function term(flat: FlatText, year: number | undefined): Until {
  return TERM.decide({ flat, year })?.verdict ?? {};
}

function said<T>(value: T, rule: string, text: string): Fact<T> {
  return { value, confidence: CONFIDENCE.inferred, rule, text };
}
