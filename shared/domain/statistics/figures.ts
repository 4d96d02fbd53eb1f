/** Which figures does a bulletin (通报) have, and what does each count? */
import type { StatedGround } from "../court/absence-ground.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { Level } from "../organisations/level.ts";
import type { CountingPolicy } from "../policy.ts";
import type { Period } from "../time/period.ts";
import type { CivilDate, Month } from "../time/time.ts";
import type { CalledFor } from "./called-for.ts";
import type { DocketFigures } from "./docket/docket-figures.ts";
import type { SuggestionTrigger } from "./judicial-suggestion.ts";
import type { GroupTally, PairTally, Ranked, Tally } from "./ranking.ts";
import type { Excuse, StatisticsRow } from "./statistics-row.ts";

/** A pair a list names. */
export interface CaseAgency {
  readonly caseNumber: CaseNumber;
  readonly agency: string;
}

/** An agency whose head was absent from a case that was heard. */
export interface Absence extends CaseAgency {
  readonly jurisdiction: string;
  readonly court: string | undefined;
  readonly heardOn: CivilDate | undefined;
  readonly reason: string | undefined;
  /** Another respondent's head was present, so the case itself counts as present. */
  readonly coRespondentPresent: boolean;
  /** The class of the reason; undefined: the words say none. */
  readonly ground: StatedGround | undefined;
  /** Whether the court accepted it. */
  readonly accepted: boolean | undefined;
  readonly withoutHead: StatisticsRow["withoutHead"];
}

/** A case in which a judicial suggestion (司法建议) is possible, and why. */
export interface PossibleSuggestion extends CaseAgency {
  readonly triggers: readonly SuggestionTrigger[];
}

/** An agency for which another respondent's head appears (法释〔2020〕3号 §3), and by whose word. */
export interface ExcusedPair extends CaseAgency {
  readonly by: Excuse;
}

type RankedGroup = GroupTally & Ranked;

/** Those of attendance: of the cases first heard in the period. */
export type AttendanceFigures = Omit<BulletinStatistics, "docket">;

/** The figures of one period. Rates are left to `rate.ts`, so that nothing is rounded twice. */
export interface BulletinStatistics {
  /** The period's last month; of a month's figures, the month. */
  readonly month: Month;
  readonly period: Period;
  /** How they were counted (统计口径), and the pairs that are out of the base by it. */
  readonly counting: CountingPolicy;
  readonly leftOut: { readonly accepted: number; readonly withoutNotice: number };
  /** 合计, 一审, 二审 and 再审 in cases. */
  readonly total: Tally;
  readonly first: Tally;
  readonly second: Tally;
  readonly retrial: Tally;
  /** 涉企, in cases known to involve an enterprise; `enterpriseUnknown` heard cases don't say. */
  readonly enterprise: Tally;
  readonly enterpriseUnknown: number;
  /** 合计 in (case, agency) pairs: the sum of the districts, of the agencies, and of the branches. */
  readonly agencyLevel: PairTally;
  readonly byJurisdiction: readonly (RankedGroup & { readonly jurisdiction: string })[];
  readonly byAgency: readonly (RankedGroup & { readonly agency: string; readonly jurisdiction: string })[];
  /** 系统: 公安, 自然资源 … of the city and every county together, in pairs. */
  readonly byDepartment: readonly (RankedGroup & { readonly department: string })[];
  /** 层级: from above to below, of city and counties together, in pairs; those of which something was heard. */
  readonly byLevel: readonly (GroupTally & { readonly level: Level })[];
  /**
   * In cases: they add up to {@link total}. `code` is the court's in case numbers, `court` its shortest name. In the
   * order of codes: a court is not ranked by whether heads come.
   */
  readonly byCourt: readonly (GroupTally & { readonly court: string; readonly code: string })[];
  readonly absences: readonly Absence[];
  /** The absences by class of their reason; all classes, in the order of GROUNDS. */
  readonly grounds: readonly { readonly ground: StatedGround | undefined; readonly count: number }[];
  /** Absences whose reason the court accepted or refused; of the others that isn't known. */
  readonly reasons: { readonly accepted: number; readonly refused: number };
  /** Who came instead: staff, lawyers alone, nobody; `notStated`: no source says. */
  readonly withoutHead: {
    readonly staff: number;
    readonly lawyers: number;
    readonly nobody: number;
    readonly notStated: number;
  };
  /** Pairs in which a judicial suggestion is possible, by ground; a pair may have several. */
  readonly suggestions: readonly { readonly trigger: SuggestionTrigger; readonly count: number }[];
  readonly possibleSuggestions: readonly PossibleSuggestion[];
  /** 化解: disputes sent to mediation, all settled and withdrawn, and those of them after mediation. */
  readonly resolution: {
    readonly mediated: number;
    readonly settled: number;
    readonly settledAfterMediation: number;
  };
  /** 通知出庭, 应由正职出庭 in pairs, 线上开庭 in cases. */
  readonly calledFor: CalledFor;
  /** 正职出庭: cases heard with a principal present, of `total.heard`. */
  readonly principals: number;
  /** 人 apart from 件: different heads who appeared, and appearances whose head has no name on record. */
  readonly people: { readonly heads: number; readonly unnamed: number };
  /** 出声: of the cases heard at courts that record it. */
  readonly speech: { readonly heard: number; readonly spoke: number };
  /** 败诉: of the first-instance cases closed. */
  readonly defeat: { readonly closed: number; readonly lost: number };
  /** 收结存和裁判结果: of the cases received, closed or pending in the period, heard or not. */
  readonly docket: DocketFigures;
  /** Pairs in which another respondent's head appears: no absences. */
  readonly excused: readonly ExcusedPair[];
  /** What a person still has to find out. */
  readonly unknown: {
    /** Heard, but not who was there. */
    readonly attendance: readonly CaseAgency[];
    /** 未说明由谁出庭: another respondent's head came, none of its own, and nobody says which of them was to. */
    readonly coRespondents: readonly CaseAgency[];
    /** Set for this period, but whether it was heard is not known. */
    readonly hearing: readonly CaseAgency[];
  };
  /** Rows of this period on which sources differ. */
  readonly differences: readonly CaseAgency[];
  /** Rows said to be heard whose type of case never is (行审, 行他); not counted. */
  readonly notHearable: readonly CaseAgency[];
}
