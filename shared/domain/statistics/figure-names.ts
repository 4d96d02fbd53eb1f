/**
 * The name of each figure of a period's statistics, by which the cases behind it can be asked for:
 * `total.heard`, `county:兰山区.absent`, `absence:none`.
 */
import type { StatedGround } from "../court/absence-ground.ts";
import type { Level } from "../organisations/level.ts";
import type { CalledForPart } from "./called-for.ts";
import type { LeftOut } from "./counted-case.ts";
import { type DocketName, isDocketName } from "./docket/docket-names.ts";
import type { SuggestionTrigger } from "./judicial-suggestion.ts";
import type { StatisticsRow } from "./statistics-row.ts";

/** Tallies of the whole: by case, but `agencies` by (case, agency). */
export type WholeName = "total" | "first" | "second" | "retrial" | "enterprise" | "agencies";
/** Tallies by a name: districts, agencies of a district, branches, levels by (case, agency); courts, by their code, by case. */
export type GroupName =
  | `county:${string}`
  | `agency:${string}/${string}`
  | `department:${string}`
  | `level:${Level}`
  | `court:${string}`;
export type TallyName = WholeName | GroupName;

/** A figure: a tally's part, or a count of its own. */
export type FigureName =
  | `${TallyName}.${"heard" | "present" | "absent" | "unknown" | "excused" | "unstated"}`
  | `${GroupName}.${"principals" | "enterpriseHeard" | "enterprisePresent"}`
  | `${"absence"}:${StatedGround | "unclear"}`
  | `absence.${"accepted" | "refused"}`
  | `without-head:${NonNullable<StatisticsRow["withoutHead"]> | "not-stated"}`
  | `suggestion:${SuggestionTrigger}`
  | `left-out:${LeftOut}`
  | `called:${CalledForPart}`
  | DocketName
  | `unknown.${"attendance" | "coRespondents" | "hearing"}`
  | "enterprise.not-stated"
  | "principals"
  | "spoke.heard"
  | "spoke.spoke"
  | "defeat.closed"
  | "defeat.lost"
  | "resolution.mediated"
  | "resolution.settled"
  | "resolution.settledAfterMediation"
  | "people.named"
  | "people.unnamed"
  | "differences"
  | "not-hearable";

const TALLY_PART = String.raw`\.(?:heard|present|absent|unknown|excused|unstated)`;
const GROUP = "(?:county|department|level|court):.+|agency:.+/.+";
const FIGURE = new RegExp(
  [
    `(?:total|first|second|retrial|enterprise|agencies)${TALLY_PART}`,
    String.raw`(?:${GROUP})(?:${TALLY_PART}|\.(?:principals|enterpriseHeard|enterprisePresent))`,
    String.raw`(?:absence|without-head|suggestion|left-out|called):[\w.-]+`,
    String.raw`absence\.(?:accepted|refused)`,
    String.raw`unknown\.(?:attendance|coRespondents|hearing)`,
    String.raw`enterprise\.not-stated|principals|spoke\.(?:heard|spoke)|defeat\.(?:closed|lost)`,
    String.raw`resolution\.(?:mediated|settled|settledAfterMediation)|people\.(?:named|unnamed)|differences|not-hearable`,
  ]
    .map((form) => `^(?:${form})$`)
    .join("|"),
  "u",
);

/** Whether a word has the form of a figure's name; a county may still have no cases. */
export function isFigureName(text: string): text is FigureName {
  return FIGURE.test(text) || isDocketName(text);
}
