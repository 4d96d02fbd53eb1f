/** By which names can the cases behind a figure of the docket be asked for, and to which does a case add? */
import { levelOf } from "../../organisations/level.ts";
import type { Period } from "../../time/period.ts";
import { DOCKET_PARTS, type DocketPart, docketCase, type ResultLine } from "./docket-case.ts";
import { actOf, fieldOf, RESULT_LINES } from "./docket-count.ts";
import type { DocketPairs, DocketRow } from "./docket-row.ts";

/** Counted by case: the whole, an instance, a field, an act, a court by its code; `?`: not known. */
type ByCase =
  | "total"
  | "instance:first"
  | "instance:second"
  | "instance:retrial"
  | `${"field" | "act" | "court"}:${string}`;
/** Counted by (case, agency): a district, an agency of it, a level, a cell of district, agency and field. */
type ByPair = "pairs" | `${"county" | "level"}:${string}` | `${"agency" | "cell"}:${string}/${string}`;

/** `docket:county:兰山区.lost`, `docket:result:annulled.first`. */
export type DocketName =
  | `docket:${ByCase | ByPair}.${DocketPart}`
  | `docket:result:${ResultLine}.${"first" | "second" | "retrial" | "halted"}`
  | "docket:undated";

const NAME = new RegExp(
  `^docket:(?:undated|result:(?:${RESULT_LINES.join("|")})\\.(?:first|second|retrial|halted)|(?:total|pairs|instance:(?:first|second|retrial)|(?:field|act|court|county|level):.+|agency:.+/.+|cell:.+/.+/.+)\\.(?:${DOCKET_PARTS.join("|")}))$`,
  "u",
);

/** Whether a word has the form of a name; a district may still have no cases. */
export function isDocketName(text: string): text is DocketName {
  return NAME.test(text);
}

/** What stands for a field or an act that isn't known. */
const NOT_KNOWN = "?";

/** Every figure of a period's docket that a case adds to, with the pairs it adds. */
export function* docketFiguresOf(
  pairs: DocketPairs,
  period: Period,
): Generator<readonly [DocketName, readonly DocketRow[]]> {
  const counted = docketCase(pairs, period);
  if (counted === undefined) return;
  const { instance, parts, court, result, undated } = counted;
  if (undated) yield ["docket:undated", pairs];
  if (result !== undefined)
    yield [`docket:result:${result}.${parts.includes("closed") ? instance : "halted"}`, pairs];
  const byCase: readonly ByCase[] = [
    "total",
    `instance:${instance}`,
    `field:${fieldOf(pairs) ?? NOT_KNOWN}`,
    `act:${actOf(pairs) ?? NOT_KNOWN}`,
    `court:${court}`,
  ];
  for (const part of parts) {
    for (const scope of byCase) yield [`docket:${scope}.${part}`, pairs];
    for (const pair of pairs) for (const scope of pairScopes(pair)) yield [`docket:${scope}.${part}`, [pair]];
  }
}

function pairScopes({ jurisdiction, agency, field = NOT_KNOWN }: DocketRow): readonly ByPair[] {
  return [
    "pairs",
    `county:${jurisdiction}`,
    `level:${levelOf(agency, jurisdiction)}`,
    `agency:${jurisdiction}/${agency}`,
    `cell:${jurisdiction}/${agency}/${field}`,
  ];
}
