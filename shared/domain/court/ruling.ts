/**
 * What does a judgment or ruling say, in the words of an outcome table (裁判结果表)? Finer than the outcome (outcome.ts), which says
 * what it means for the agency; a case that its court doesn't close by it is still pending (中止, 移送).
 */
import type { Outcome } from "./outcome.ts";

/** Against the agency, for it, without a decision on the merits, on appeal, and what leaves a case open. */
export const RULINGS = [
  /** 撤销, also in part. */
  "annulled",
  /** 变更. */
  "changed",
  /** 确认违法. */
  "illegal",
  /** 确认无效. */
  "void",
  /** 责令履行法定职责, 重新处理. */
  "perform",
  /** 赔偿, 补偿, 给付. */
  "pay",
  /** 行政协议: 继续履行, 采取补救措施. */
  "agreement",
  /** 驳回诉讼请求. */
  "dismissed",
  /** 维持行政行为: until 2015. */
  "maintained",
  /** 驳回起诉. */
  "inadmissible",
  /** 不予立案, 不予受理. */
  "not-filed",
  /** 和解撤诉. */
  "settled",
  /** 行政调解, 调解书. */
  "mediated",
  /** 准许撤诉, 撤回上诉. */
  "withdrawn",
  /** 按撤诉处理. */
  "deemed-withdrawn",
  /** 驳回上诉, 维持原判. */
  "upheld",
  /** 改判. */
  "reversed",
  /** 发回重审, 指令审理. */
  "remanded",
  /** 终结诉讼. */
  "ended",
  "other",
  /** 移送. */
  "transferred",
  /** 中止. */
  "suspended",
] as const;
export type Ruling = (typeof RULINGS)[number];

/** Decisions on the merits (实体判决). */
const MERITS: ReadonlySet<Ruling> = new Set([
  "annulled",
  "changed",
  "illegal",
  "void",
  "perform",
  "pay",
  "agreement",
  "dismissed",
  "maintained",
]);

/** 实体判决. */
export function isOfMerits(ruling: Ruling): boolean {
  return MERITS.has(ruling);
}

/** What is decided for the agency, on the merits or without. */
const FOR_AGENCY: ReadonlySet<Ruling> = new Set(["dismissed", "maintained", "inadmissible", "not-filed"]);
/** What ends a case without a decision for either. */
const WITHOUT: ReadonlySet<Ruling> = new Set(["settled", "mediated", "withdrawn", "deemed-withdrawn"]);

/** Whether a ruling can stand beside an outcome: one that is lost was not dismissed. */
export function isRuledSo(ruling: Ruling, outcome: Outcome): boolean {
  // An action that was never filed is a victory of nobody.
  if (ruling === "not-filed") return outcome === "won" || outcome === "other";
  if (FOR_AGENCY.has(ruling)) return outcome === "won";
  if (WITHOUT.has(ruling)) return outcome === "settled" || outcome === "withdrawn";
  if (isOfMerits(ruling)) return outcome === "lost";
  return !isHalt(ruling) || outcome === "other";
}

/** What leaves a case open: 中止, 移送. */
export function isHalt(ruling: Ruling | undefined): boolean {
  return ruling === "suspended" || ruling === "transferred";
}

/** Those that an outcome says by itself. */
const BY_OUTCOME: Readonly<Partial<Record<Outcome, Ruling>>> = {
  settled: "settled",
  withdrawn: "withdrawn",
  remanded: "remanded",
  upheld: "upheld",
  other: "other",
};

/** The ruling, where a source states it or the outcome says as much. */
export function rulingIn(stated: Ruling | undefined, outcome: Outcome | undefined): Ruling | undefined {
  return stated ?? (outcome && BY_OUTCOME[outcome]);
}

/** Whether a first-instance case was decided on the merits; undefined: nothing says. */
export function isOnMerits(
  ruling: Ruling | undefined,
  outcome: Outcome | undefined,
  form: "judgment" | "ruling" | "mediation" | undefined,
): boolean | undefined {
  if (ruling !== undefined && ruling !== "other") return isOfMerits(ruling);
  if (outcome === "lost") return true;
  return form === undefined ? undefined : form === "judgment";
}
