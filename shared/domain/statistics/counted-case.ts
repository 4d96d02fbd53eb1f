/**
 * What does a case count as? Asked once for each case: the figures are counted from the answer (period-count.ts), and
 * the cases behind a figure are named by it (case-figures.ts).
 */
import { groundOf, type StatedGround } from "../court/absence-ground.ts";
import { type Instance, instanceOfType, partsOf } from "../court/case-number.ts";
import { type CountingPolicy, LINYI } from "../policy.ts";
import type { CivilDate } from "../time/time.ts";
import { firstDay } from "./heard-in.ts";
import type { StatisticsRow } from "./statistics-row.ts";

/** Whether a head appeared: neither present nor absent while nobody knows. */
export type Answer = "present" | "absent" | "unknown";

/**
 * What a pair counts as for its agency. `excused`: another respondent's head appears for it (§3). `unstated`: no head of its
 * own came, another respondent's did, and no source says who was to appear: that may be as it was agreed, so it accuses
 * nobody, and counts as not known.
 */
export type PairAnswer = Answer | "excused" | "unstated";

/**
 * Why a pair that was heard is out of the base by how a city counts: the court accepted the reason of the absence; it isn't
 * known to have notified the head.
 */
export type LeftOut = "accepted" | "without-notice";

/** A case as it counts. */
export interface CountedCase {
  readonly instance: Instance;
  /** Its court, by the code in its number. */
  readonly court: string;
  /** Its first sitting, also of a pair that has no day of its own. */
  readonly heardOn: CivilDate | undefined;
  /** All its pairs; those that were heard. */
  readonly pairs: readonly StatisticsRow[];
  readonly heard: readonly StatisticsRow[];
  /** Heard, but out of the base by how the city counts; none of them is in `heard`. */
  readonly leftOut: readonly (readonly [LeftOut, StatisticsRow])[];
  /** Its instance stands beside the totals: it counts there alone. */
  readonly beside: boolean;
  /** 涉企; undefined: not known of each pair. */
  readonly enterprise: boolean | undefined;
  /** Of those heard: with a principal present; with a head who spoke; of courts that record it, `saidIfSpoke`. */
  readonly answer: Answer;
  readonly principals: readonly StatisticsRow[];
  readonly spoke: readonly StatisticsRow[];
  readonly saidIfSpoke: boolean;
  /** 化解, heard or not. */
  readonly mediated: boolean;
  readonly settled: boolean;
  /** 败诉率: of first-instance cases. */
  readonly closed: boolean;
  readonly lost: boolean;
}

/** The pairs of one case, at least one, as they count. */
export function countedCase(
  pairs: readonly [StatisticsRow, ...StatisticsRow[]],
  counting: CountingPolicy = LINYI.counting,
): CountedCase {
  const [{ caseNumber }] = pairs;
  const { court, type } = partsOf(caseNumber);
  const instance = instanceOfType(type);
  const atHearings = pairs.filter((pair) => pair.heard === true);
  const leftOut = leftOutOf(atHearings, counting);
  const heard =
    leftOut.length === 0 ? atHearings : atHearings.filter((pair) => !leftOut.some(([, one]) => one === pair));
  const closed = instance === "first" && pairs.some(isClosed);
  const beside = instance === "second" && counting.secondInstance === "out";
  return {
    instance,
    court,
    heardOn: firstDay(pairs),
    pairs,
    heard,
    leftOut,
    beside,
    enterprise: enterpriseOf(pairs),
    answer: answerOf(heard),
    principals: heard.filter(isPrincipal),
    spoke: heard.filter((pair) => pair.present === true && pair.spoke === true),
    saidIfSpoke: instance !== "other" && !beside && heard.some((pair) => pair.spoke !== undefined),
    mediated: pairs.some((pair) => pair.mediated === true),
    settled: pairs.some((pair) => pair.outcome === "settled"),
    closed,
    lost: closed && pairs.some((pair) => pair.outcome === "lost"),
  };
}

const NONE: CountedCase["leftOut"] = [];

function leftOutOf(heard: readonly StatisticsRow[], counting: CountingPolicy): CountedCase["leftOut"] {
  const { acceptedAbsences, notifiedOnly } = counting;
  if (acceptedAbsences === "in" && !notifiedOnly) return NONE;
  const leftOut = heard.flatMap((pair): CountedCase["leftOut"] => {
    if (notifiedOnly && pair.notified !== true) return [["without-notice", pair]];
    return acceptedAbsences === "out" && isAccepted(pair) ? [["accepted", pair]] : [];
  });
  const accepted = leftOut.some(([why]) => why === "accepted");
  const rest = heard.filter((pair) => !leftOut.some(([, one]) => one === pair));
  // Those whose head was not to come count with the one that was: a reason that was accepted is the whole case's.
  if (!accepted || rest.some((pair) => pair.present === true || pair.excused === undefined)) return leftOut;
  return [...leftOut, ...rest.map((pair) => ["accepted", pair] as const)];
}

function isAccepted({ present, excused, reasonAccepted }: StatisticsRow): boolean {
  return present === false && excused === undefined && reasonAccepted === true;
}

/** One head present suffices; absent only where every respondent whose head might have come is known to have been. */
function answerOf(heard: readonly StatisticsRow[]): Answer {
  if (heard.some((pair) => pair.present === true)) return "present";
  return heard.every((pair) => pair.present === false || pair.excused !== undefined) ? "absent" : "unknown";
}

/** What a pair that was heard counts as, in a case that counts as `ofCase` (法释〔2020〕3号 §3). */
export function pairAnswer(pair: StatisticsRow, ofCase: Answer): PairAnswer {
  if (pair.present === true) return "present";
  if (pair.excused !== undefined) return "excused";
  if (pair.present === undefined) return "unknown";
  return ofCase === "present" && !isWeighed(pair) ? "unstated" : "absent";
}

/** The source judges this agency's own absence: its head was the one to come, or one of them. */
function isWeighed(pair: StatisticsRow): boolean {
  return pair.reasonAccepted !== undefined || absenceGround(pair) === "none";
}

/** 正职出庭. */
export function isPrincipal(pair: StatisticsRow): boolean {
  return pair.present === true && pair.rank === "principal";
}

/** The class of an absence's reason: the ground the agency named, else that of its words; undefined: they say none. */
export function absenceGround({
  absenceGround: named,
  absenceReason,
}: StatisticsRow): StatedGround | undefined {
  return named ?? groundOf(absenceReason);
}

/** What has an outcome is closed, whether or not its source says so too. */
function isClosed({ closed, outcome }: StatisticsRow): boolean {
  return closed === true || outcome !== undefined;
}

function enterpriseOf(pairs: readonly StatisticsRow[]): boolean | undefined {
  if (pairs.some((pair) => pair.enterprise === true)) return true;
  return pairs.some((pair) => pair.enterprise === undefined) ? undefined : false;
}
