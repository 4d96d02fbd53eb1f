/** What notices say of the figures: the bulletin (行政应诉通报) and its draft. */

import type { MissingLedgers } from "../statistics/bulletin-edition.ts";
import type { KeyFigures } from "../statistics/key-figures.ts";
import type { PeriodKind } from "../time/period.ts";
import type { Month } from "../time/time.ts";
import type { NoticeRules } from "./notice-rule.ts";
import type { AttachedFile } from "./shown.ts";

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
  };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const BULLETIN_NOTICES = {
  bulletin: { word: "通报", link: "none", leaves: "at-once" },
} satisfies NoticeRules<BulletinNotices>;
