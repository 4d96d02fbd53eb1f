/**
 * An edition of a bulletin: all that its files say beside its own rows. Frozen with the rows it makes the same files
 * again, byte for byte, whatever has become of the other months meanwhile.
 */
import type { CountingPolicy } from "../policy.ts";
import type { SuggestionsReported } from "../suggestion/reported-suggestions.ts";
import type { Period } from "../time/period.ts";
import type { CivilDate, Month } from "../time/time.ts";
import type { BulletinContent } from "./bulletin-content.ts";
import type { CalledFor } from "./called-for.ts";
import type { DocketSummary } from "./docket/docket-figures.ts";
import { hasDocket } from "./docket/docket-rates.ts";
import type { BulletinStatistics } from "./figures.ts";
import type { GroupTally, Tally } from "./ranking.ts";
import type { RowChange } from "./row-changes.ts";

/** The counts of a period that another is compared with. */
export type PeriodFigures = Pick<
  BulletinStatistics,
  | "period"
  | "total"
  | "first"
  | "second"
  | "retrial"
  | "enterprise"
  | "agencyLevel"
  | "principals"
  | "speech"
  | "defeat"
  | "resolution"
> & {
  readonly byJurisdiction: readonly (GroupTally & { readonly jurisdiction: string })[];
  /** Absent of editions from before they were counted, and where nothing was known of them. */
  readonly calledFor?: CalledFor;
  readonly docket?: DocketSummary;
};

/** A month's place in the trend. */
export interface TrendMonth extends Tally {
  readonly month: Month;
}

/** A court and the months whose ledger it owes. */
export interface MissingLedgers {
  readonly court: string;
  readonly months: readonly Month[];
}

export interface BulletinEdition {
  readonly period: Period;
  /** Whose figures they are, and who issues them; empty where a ledger alone is counted. */
  readonly jurisdiction: string;
  readonly issuer: string;
  readonly issuedOn?: CivilDate;
  /** A late record changes a closed period: it is issued again as the next version. */
  readonly version: number;
  readonly draft: boolean;
  /** How it is counted, where not as Linyi does (统计口径). */
  readonly counting?: CountingPolicy;
  /** 环比, 同比, 本年累计 and its 同比; absent where nothing was heard then. */
  readonly previous?: PeriodFigures;
  readonly lastYear?: PeriodFigures;
  readonly yearToDate?: PeriodFigures;
  readonly lastYearToDate?: PeriodFigures;
  /** The twelve months up to the period's last, oldest first. */
  readonly trend: readonly TrendMonth[];
  /** Courts that still owed a ledger of the period when it was made, and of which months; absent where none did. */
  readonly missingLedgers?: readonly MissingLedgers[];
  /** 司法建议 that courts made in the period; absent where a ledger alone is counted, and of an edition from before there was a register. */
  readonly suggestions?: SuggestionsReported;
  /** What its bureau gave it; absent where nobody did: a ledger counted alone, an edition from before bulletins were signed. */
  readonly content?: BulletinContent;
  /** What a later version corrects, in its signer's words. */
  readonly corrects?: string;
  /** What this version changes against the one before. */
  readonly changes?: { readonly against: number; readonly rows: readonly RowChange[] };
}

/** What of a docket another is compared with. */
export function summaryOf({ total, byInstance, byField, byJurisdiction }: DocketSummary): DocketSummary {
  return { total, byInstance, byField, byJurisdiction };
}

/** What of a period's figures others are compared with. */
export function periodFigures(figures: BulletinStatistics): PeriodFigures {
  const { period, total, first, second, retrial, enterprise, agencyLevel } = figures;
  const { principals, speech, defeat, resolution, byJurisdiction, calledFor, docket } = figures;
  return {
    period,
    total,
    first,
    second,
    retrial,
    enterprise,
    agencyLevel,
    principals,
    speech,
    defeat,
    resolution,
    byJurisdiction: byJurisdiction.map(({ rank: _, ...district }) => district),
    ...(Object.values(calledFor).some((count) => count > 0) && { calledFor }),
    ...(hasDocket(docket.total) && { docket: summaryOf(docket) }),
  };
}
