/** What notices say of the figures: the bulletin (行政应诉通报) and its draft. */

import type { BulletinWords } from "../statistics/bulletin-content.ts";
import type { MissingLedgers } from "../statistics/bulletin-edition.ts";
import type { KeyFigures } from "../statistics/key-figures.ts";
import type { PeriodKind } from "../time/period.ts";
import type { CivilDate, Month } from "../time/time.ts";
import type { LinkTarget } from "./frame/link-target.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { AttachedFile } from "./frame/shown.ts";

/** What each of them says. */
export interface BulletinNotices {
  /**
   * 行政应诉通报, or its draft. `period`: what it covers, up to `month`; absent for the month itself. `changed`: how
   * many entries this version corrects. `left`: files too large to go along.
   */
  bulletin: {
    readonly jurisdiction: string;
    readonly month: Month;
    readonly period?: Exclude<PeriodKind, "month">;
    readonly changed?: number;
    readonly left?: readonly string[];
    readonly missingLedgers?: readonly MissingLedgers[];
    readonly version: number;
    readonly draft: boolean;
    readonly figures: KeyFigures;
    readonly files: readonly AttachedFile[];
    /** Of a draft: the day on which it should be signed. */
    readonly due?: CivilDate;
    readonly words?: BulletinWords;
    /** To the bureau that issued it: lists that were not circulated go along. */
    readonly annex?: boolean;
  };
  /** 签发催办: nobody has signed yet. `deferred`: the day until which it was put off has come. */
  "bulletin-unsigned": OfPeriod & {
    readonly due: CivilDate;
    readonly daysOver: number;
    readonly deferred?: { readonly until: CivilDate; readonly reason: string };
    readonly missingLedgers?: readonly MissingLedgers[];
  };
  /** 更正提示: what was issued rests on rows that have become known otherwise. */
  "bulletin-correction": OfPeriod & { readonly version: number; readonly changes: number };
}

interface OfPeriod {
  readonly jurisdiction: string;
  /** The period's last month. */
  readonly month: Month;
  readonly period: PeriodKind;
}

/** A draft and its reminders lead to where it is signed. */
const toSign = ({
  period = "month",
  month,
}: {
  readonly period?: PeriodKind;
  readonly month: Month;
}): LinkTarget => ({
  task: "signing",
  period,
  month,
});

/** What their numbers are called by, where their links lead, and when they may leave. */
export const BULLETIN_NOTICES = {
  bulletin: {
    word: "通报",
    link: (content) => (content.draft || content.annex === true ? toSign(content) : undefined),
    leaves: "at-once",
  },
  "bulletin-unsigned": { word: "签发", link: toSign, leaves: "at-once" },
  "bulletin-correction": { word: "更正", link: toSign, leaves: "when-offices-open" },
} satisfies NoticeRules<BulletinNotices>;
