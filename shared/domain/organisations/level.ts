/** Of which level (层级) is an agency: a government, or a department, of the city, of a county, or below? By its name and district. */
import { CITY_ITSELF, UNKNOWN_JURISDICTION } from "./district.ts";

/** From above to below; `unknown`: neither name nor district says. */
export const LEVELS = [
  "above-city",
  "city-government",
  "city-department",
  "county-government",
  "county-department",
  "township",
  "unknown",
] as const;
export type Level = (typeof LEVELS)[number];

/** Bodies of the state and the province, wherever their office is; 国家税务总局临沂市税务局 is the city's. */
const ABOVE =
  /^(?:国务院|(?:中华人民共和国|国家)[^省市县区]{0,10}(?:部|委员会|总局|署|局|院)$|[^市县区]{2,8}(?:省|自治区)(?:人民政府|[^市县区]*(?:厅|局|委员会|办公室|总队|委))$)/u;
const TOWNSHIP = /(?:街道(?:办事处|办)?|(?:镇|乡|苏木)(?:人民)?政府|镇|乡)$/u;
/** A zone's committee does a county government's work. */
const GOVERNMENT =
  /(?:政府|(?:开发区|高新区|新区|度假区|保税区|示范区|试验区|管理区).{0,4}管(?:理)?委(?:员)?会)$/u;
/** A village is nobody's department. */
const VILLAGE = /(?:村|居)(?:民)?委(?:员)?会$/u;

/** The level of an agency that counts to a district. */
export function levelOf(agency: string, jurisdiction: string): Level {
  const name = agency
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/\([^()]*\)/gu, "");
  if (ABOVE.test(name)) return "above-city";
  if (TOWNSHIP.test(name)) return "township";
  if (VILLAGE.test(name) || jurisdiction === UNKNOWN_JURISDICTION) return "unknown";
  const government = GOVERNMENT.test(name);
  if (jurisdiction === CITY_ITSELF) return government ? "city-government" : "city-department";
  return government ? "county-government" : "county-department";
}
