/** Which figures of a bulletin stand in its mail? */
import type { BulletinEdition } from "./bulletin-edition.ts";
import type { BulletinStatistics } from "./figures.ts";
import { attendance } from "./ranking.ts";
import { NOTHING, percent, percentagePoints } from "./rate.ts";

/** Figures of the bulletin in a mail's body; rates are printed already ("89.78%", "—"). */
export interface KeyFigures {
  readonly heard: number;
  readonly present: number;
  readonly rate: string;
  readonly enterpriseHeard: number;
  readonly enterprisePresent: number;
  readonly enterpriseRate: string;
  /** Cases, as `heard` and `present`: heard = present + absent + unknown. */
  readonly absent: number;
  readonly unknown: number;
  /** The same in (case, agency) pairs (单位次). */
  readonly pairs: { readonly absent: number; readonly unknown: number };
  /** 正职出庭率, 败诉率, 化解率. */
  readonly principalRate?: string;
  readonly lostRate?: string;
  readonly resolvedRate?: string;
  /** Changes of the rate in 百分点, "+17.73", since the period before and the same period last year. */
  readonly sincePrevious?: string;
  readonly sinceLastYear?: string;
  readonly yearToDate?: { readonly heard: number; readonly present: number; readonly rate: string };
}

/** Of an edition's figures, beside those it is compared with. */
export function keyFigures(
  { total, enterprise, agencyLevel, principals, defeat, resolution }: BulletinStatistics,
  { previous, lastYear, yearToDate }: BulletinEdition,
): KeyFigures {
  const change = (before: typeof previous) => {
    const points =
      before === undefined ? NOTHING : percentagePoints(attendance(total), attendance(before.total));
    return points === NOTHING ? undefined : points;
  };
  const [sincePrevious, sinceLastYear] = [change(previous), change(lastYear)];
  return {
    heard: total.heard,
    present: total.present,
    rate: percent(attendance(total)),
    enterpriseHeard: enterprise.heard,
    enterprisePresent: enterprise.present,
    enterpriseRate: percent(attendance(enterprise)),
    absent: total.absent,
    unknown: total.unknown,
    pairs: { absent: agencyLevel.absent, unknown: agencyLevel.unknown },
    principalRate: percent({ part: principals, whole: total.heard }),
    lostRate: percent({ part: defeat.lost, whole: defeat.closed }),
    resolvedRate: percent({ part: resolution.settledAfterMediation, whole: resolution.mediated }),
    ...(sincePrevious !== undefined && { sincePrevious }),
    ...(sinceLastYear !== undefined && { sinceLastYear }),
    ...(yearToDate !== undefined && {
      yearToDate: {
        heard: yearToDate.total.heard,
        present: yearToDate.total.present,
        rate: percent(attendance(yearToDate.total)),
      },
    }),
  };
}
