/** In place of a bulletin's charts: none. */
import type { BulletinCharts, bulletinCharts as inTruth } from "../../../shared/letters/bulletin/charts.ts";
import { inFull } from "./in-full.ts";

export function bulletinCharts(...given: Parameters<typeof inTruth>): BulletinCharts {
  const none = { counties: undefined, trend: undefined, grounds: undefined, losses: undefined };
  return inFull()?.bulletinCharts(...given) ?? none;
}
