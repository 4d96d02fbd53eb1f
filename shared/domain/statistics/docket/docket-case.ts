/**
 * What does a case add to the docket of a period: was it received (收案), closed (结案) in it, is it pending (未结) at its end, and how
 * did it end? Asked once for each case; figures and the cases behind them follow from the same answer.
 */
import { type Instance, instanceOfType, partsOf } from "../../court/case-number.ts";
import { isHalt, isOfMerits, isOnMerits, type Ruling, rulingIn } from "../../court/ruling.ts";
import type { Period } from "../../time/period.ts";
import type { DocketPairs, DocketRow } from "./docket-row.ts";

/** What is counted of cases; each part is a count of its own. */
export const DOCKET_PARTS = [
  "received",
  /** Of those received: no source states the day, it follows from the first thing known of the case. */
  "inferred",
  "closed",
  "pending",
  /** First instance closed, and of those: how they ended for the agency. */
  "first",
  "outcomeUnknown",
  "lost",
  "merits",
  "meritsUnknown",
  "withdrawn",
  "appealKnown",
  "appealed",
  /** Second instance closed, and of those: what became of the judgment. */
  "second",
  "reversed",
  "remanded",
  "reviewUnknown",
] as const;
export type DocketPart = (typeof DOCKET_PARTS)[number];
export type DocketTally = Readonly<Record<DocketPart, number>>;

/** A line of the outcome table: a ruling, or what is known instead of one. */
export type ResultLine = Ruling | "lost" | "won" | "unknown";

export interface DocketCase {
  readonly instance: Exclude<Instance, "other">;
  /** Its court, by the code in its number. */
  readonly court: string;
  readonly pairs: DocketPairs;
  readonly parts: readonly DocketPart[];
  /** Of one that was closed in the period, or stands still at its end. */
  readonly result: ResultLine | undefined;
  /** Closed, but nothing shows when. */
  readonly undated: boolean;
}

/** Undefined where it adds nothing to the period, and where its row is from before this was kept. */
export function docketCase(pairs: DocketPairs, { from, to }: Period): DocketCase | undefined {
  const [first] = pairs;
  const { receivedIn, closedIn } = first;
  const known = pairs.length === 1 ? first : together(pairs);
  const received = receivedIn !== undefined && from <= receivedIn && receivedIn <= to;
  const closed = closedIn !== undefined && from <= closedIn && closedIn <= to;
  const isOver = known.closed === true || known.outcome !== undefined;
  const begun = receivedIn !== undefined && receivedIn <= to;
  const pending = begun && (closedIn === undefined ? !isOver : closedIn > to);
  const undated = begun && closedIn === undefined && isOver;
  if (!received && !closed && !pending && !undated) return undefined;
  const { court, type } = partsOf(first.caseNumber);
  const instance = instanceOfType(type);
  if (instance === "other") return undefined;
  const parts: DocketPart[] = [];
  if (received) parts.push("received");
  if (received && known.acceptedOn === undefined) parts.push("inferred");
  if (pending) parts.push("pending");
  if (closed) parts.push("closed", ...ending(known, instance));
  return {
    instance,
    court,
    pairs,
    parts,
    result: closed ? resultOf(known) : pending ? haltOf(known) : undefined,
    undated,
  };
}

/** What is said of any of its pairs is said of the case; against one of its agencies is lost, and then by the ruling against that one. */
function together(pairs: DocketPairs): DocketRow {
  const lost = pairs.find(({ outcome }) => outcome === "lost");
  const merged: Record<string, unknown> = { ...pairs[0] };
  for (const pair of pairs)
    for (const [name, value] of Object.entries(pair)) if (merged[name] === undefined) merged[name] = value;
  const { ruling: said, ...rest } = merged as unknown as DocketRow;
  const ruling = lost === undefined ? said : lost.ruling;
  return {
    ...rest,
    ...(lost !== undefined && { outcome: lost.outcome }),
    ...(ruling !== undefined && { ruling }),
  };
}

function ending(row: DocketRow, instance: DocketCase["instance"]): readonly DocketPart[] {
  if (instance === "first") return firstEnding(row);
  return instance === "second" ? ["second", ...reviewed(row)] : [];
}

function firstEnding({ outcome, ruling: stated, form, appealed }: DocketRow): readonly DocketPart[] {
  const parts: DocketPart[] = ["first"];
  const ruling = rulingIn(stated, outcome);
  if (outcome === undefined) parts.push("outcomeUnknown");
  if (outcome === "lost") parts.push("lost");
  const onMerits = isOnMerits(ruling, outcome, form);
  if (onMerits === true) parts.push("merits");
  if (onMerits === undefined && outcome !== undefined) parts.push("meritsUnknown");
  if (outcome === "withdrawn" || outcome === "settled") parts.push("withdrawn");
  if (appealed !== undefined) parts.push("appealKnown");
  if (appealed === true) parts.push("appealed");
  return parts;
}

function reviewed({ outcome, ruling: stated }: DocketRow): readonly DocketPart[] {
  const ruling = rulingIn(stated, outcome);
  if (ruling === "remanded") return ["remanded"];
  // A court of appeal that decides on the act itself has changed what was judged (改判).
  if (ruling === "reversed" || (ruling !== undefined && isOfMerits(ruling))) return ["reversed"];
  // A result for or against the agency may be the first judgment's that stands, or another.
  return ruling === undefined || ruling === "other" ? ["reviewUnknown"] : [];
}

function resultOf({ outcome, ruling: stated }: DocketRow): ResultLine {
  return rulingIn(stated, outcome) ?? (outcome === "lost" || outcome === "won" ? outcome : "unknown");
}

function haltOf({ ruling }: DocketRow): ResultLine | undefined {
  return isHalt(ruling) ? ruling : undefined;
}
