/** From which figures does an indicator of the yearly assessment (考核指标) follow? */

/** How many reports and filings an agency owed in the year, and how many came in time. */
export interface Timeliness {
  readonly reports: Counted;
  readonly filings: Counted;
}

export interface Counted {
  readonly due: number;
  readonly inTime: number;
}

/** What an indicator's score follows from. */
export type IndicatorFigures =
  | {
      readonly of: "attendance";
      readonly heard: number;
      readonly present: number;
      readonly enterpriseHeard: number;
      readonly enterprisePresent: number;
      /** As many times a case of an enterprise counts. */
      readonly times: number;
      /** Cases of which attendance is not known: they count neither for nor against. */
      readonly unknown: number;
      /** As printed. */
      readonly rate: string;
    }
  | { readonly of: "principals"; readonly heard: number; readonly principals: number }
  /** `speakable`: cases with a head present whose record says whether the head spoke. */
  | {
      readonly of: "spoke";
      readonly present: number;
      readonly speakable: number;
      readonly spoke: number;
    }
  | ({ readonly of: "reports" | "filings" } & Counted)
  | { readonly of: "resolution"; readonly mediated: number; readonly settled: number };
