/** How a bulletin calls the levels of agencies. */
import type { Level } from "../../../domain/organisations/level.ts";

const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  "above-city": "省级以上机关",
  "city-government": "市政府",
  "city-department": "市级部门",
  "county-government": "县区政府（含开发区管委会）",
  "county-department": "县区部门",
  township: "乡镇街道",
  unknown: "其他和层级不明",
};

export function levelName(level: Level): string {
  return LEVEL_NAMES[level];
}
