/** What does a court's report count (台账报告、统计表), and do its figures agree with each other? */
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { ruleTable } from "../text/rule-table.ts";

/** What a court's report (台账报告、统计表) counts, as it says; in cases, `rate` as printed. Never rows of a ledger. */
export interface ReportFigures {
  /** The month reported on, `2026-09`. */
  readonly month?: Fact<string>;
  /** 开庭审理 */
  readonly heard?: Fact<number>;
  /** 负责人出庭 */
  readonly present?: Fact<number>;
  readonly absent?: Fact<number>;
  /** `95.65%` */
  readonly rate?: Fact<string>;
  readonly enterpriseHeard?: Fact<number>;
  readonly enterprisePresent?: Fact<number>;
}

/** Figures as they were read, some of them absent. */
export type FiguresRead = { readonly [Name in keyof ReportFigures]: ReportFigures[Name] | undefined };

const isMore = (part?: Fact<number>, whole?: Fact<number>) =>
  part !== undefined && whole !== undefined && part.value > whole.value;

/** A printed rate is rounded to two places, or to one by hand. */
const ROUNDING = 0.06;

/** How figures can contradict each other. */
const CONTRADICTIONS = ruleTable<ReportFigures, true>("figures-that-contradict", () => "", [
  {
    name: "rate-is-not-present-of-heard",
    of: ({ heard, present, rate }) =>
      heard !== undefined &&
      present !== undefined &&
      rate !== undefined &&
      heard.value > 0 &&
      Math.abs((present.value / heard.value) * 100 - Number.parseFloat(rate.value)) > ROUNDING,
    says: true,
    example: "开庭审理20件，负责人出庭19件，出庭率98%",
  },
  {
    name: "present-and-absent-are-not-all",
    of: ({ heard, present, absent }) =>
      heard !== undefined &&
      present !== undefined &&
      absent !== undefined &&
      present.value + absent.value !== heard.value,
    says: true,
    example: "开庭审理20件，负责人出庭15件，未出庭4件",
  },
  {
    name: "more-present-than-heard",
    of: ({ heard, present }) => isMore(present, heard),
    says: true,
    example: "开庭审理15件，负责人出庭20件",
  },
  {
    name: "more-enterprise-cases-than-cases",
    of: ({ heard, enterpriseHeard }) => isMore(enterpriseHeard, heard),
    says: true,
    example: "开庭审理15件，涉企案件20件",
  },
  {
    name: "more-present-in-enterprise-cases-than-heard",
    of: ({ enterpriseHeard, enterprisePresent }) => isMore(enterprisePresent, enterpriseHeard),
    says: true,
    example: "涉企案件3件，负责人出庭4件",
  },
]);

/** Figures that contradict each other are for a person: none of them is sure. */
export function checkedFigures(read: FiguresRead): ReportFigures | undefined {
  const given = Object.fromEntries(
    Object.entries(read).filter(([, fact]) => fact !== undefined),
  ) as ReportFigures;
  const { heard, present, rate } = given;
  if (heard === undefined && present === undefined && rate === undefined) return undefined;
  if (CONTRADICTIONS.decide(given) === undefined) return given;
  return Object.fromEntries(
    Object.entries(given).map(([name, fact]) => [
      name,
      name === "month" ? fact : { ...fact, confidence: CONFIDENCE.doubtful },
    ]),
  ) as ReportFigures;
}
