/** In place of a bulletin's charts: none. */
import type { BulletinCharts } from "../../../shared/letters/bulletin/charts.ts";

export function bulletinCharts(): BulletinCharts {
  return { counties: undefined, trend: undefined, grounds: undefined, losses: undefined };
}
