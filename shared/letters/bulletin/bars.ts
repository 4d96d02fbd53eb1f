/** The charts of a bulletin as bars on paper: the same values as the pictures of the page (charts.ts). */
import type { Field } from "../../domain/classes/field.ts";
import type { BulletinEdition } from "../../domain/statistics/bulletin-edition.ts";
import { docketRate } from "../../domain/statistics/docket/docket-rates.ts";
import type { BulletinStatistics } from "../../domain/statistics/figures.ts";
import { attendance, type Tally } from "../../domain/statistics/ranking.ts";
import { byRateDescending, percent, type Ratio, rateUnits } from "../../domain/statistics/rate.ts";
import type { Bar } from "../office/official-document.ts";
import { fieldName } from "../wording/class-wording.ts";
import { groundLabel } from "../wording/report-wording.ts";
import type { ChartName } from "./sections.ts";
import { wholeRanked } from "./tables/columns.ts";

/** The bars of a chart; none where there is nothing to draw. */
export function barsOf(
  chart: ChartName,
  figures: BulletinStatistics,
  { trend }: BulletinEdition,
): readonly Bar[] {
  const { byJurisdiction, agencyLevel, grounds } = figures;
  switch (chart) {
    case "counties":
      return byJurisdiction
        .filter(({ rank }) => rank !== undefined)
        .map((district) => ({
          name: district.jurisdiction,
          share: shareOf(district),
          text: `${percent(attendance(district))}（${district.present}/${district.heard}）`,
          marked: shareOf(district) < shareOf(wholeRanked(figures)),
        }));
    case "trend": {
      const heard = trend.filter((month) => month.heard > 0);
      if (heard.length < 2) return [];
      return heard.map((month) => ({
        name: `${month.month.slice(0, 4)}年${Number(month.month.slice(5))}月`,
        share: shareOf(month),
        text: `${percent(attendance(month))}（${month.present}/${month.heard}件）`,
        marked: false,
      }));
    }
    case "grounds": {
      const { absent } = agencyLevel;
      const most = Math.max(1, ...grounds.map(({ count }) => count));
      if (absent === 0) return [];
      return grounds.map(({ ground, count }) => ({
        name: groundLabel(ground),
        share: count / most,
        text: `${count}个单位次（${percent({ part: count, whole: absent })}）`,
        marked: ground === "none" || ground === undefined,
      }));
    }
    case "losses": {
      const fields = lossesShown(figures);
      return fields.map(({ name, rate }) => ({
        name,
        share: rate.part / rate.whole,
        text: `${percent(rate)}（${rate.part}/${rate.whole}件）`,
        marked: byRateDescending(rate, docketRate("lost", figures.docket.total)) < 0,
      }));
    }
    default:
      return chart satisfies never;
  }
}

/** Fields in which the agency lost a case, highest rate first; those whose field isn't known are in the table. */
function lossesShown({ docket }: BulletinStatistics): readonly {
  readonly name: string;
  readonly rate: Ratio;
}[] {
  return docket.byField
    .flatMap(({ field, ...tally }) =>
      field === undefined || tally.lost === 0
        ? []
        : [{ name: shortFieldName(field), rate: docketRate("lost", tally) }],
    )
    .sort((one, other) => byRateDescending(one.rate, other.rate))
    .slice(0, MOST_FIELDS);
}
/** Without what it was called before: 不动产登记（房屋登记）. */
function shortFieldName(field: string): string {
  return fieldName(field as Field).replace(/（.*）$/u, "");
}

/** A chart has room for; the table has all. */
const MOST_FIELDS = 15;

/** 0 to 1; 0 where nothing was heard. */
function shareOf(tally: Tally): number {
  return (rateUnits(attendance(tally)) ?? 0) / 10_000;
}
