/** How does a bulletin call the levels of agencies, and the lines of its outcome table? */
import type { Level } from "../../../domain/organisations/level.ts";
import type { ResultLine } from "../../../domain/statistics/docket/docket-case.ts";
import { rulingName } from "../../wording/outcome-wording.ts";

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

/** What is known of an end where no ruling is. */
const UNSPECIFIED = {
  lost: "行政机关败诉（裁判方式未载明）",
  won: "行政机关胜诉（裁判方式未载明）",
  unknown: "结果未知",
} as const;

export function resultName(line: ResultLine): string {
  return line === "lost" || line === "won" || line === "unknown" ? UNSPECIFIED[line] : rulingName(line);
}
