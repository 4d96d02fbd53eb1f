/**
 * How far did those come who were called (通知出庭), and principals who were to (应由正职出庭); how many answered the complaint in
 * time (按期答辩); and how many sittings were held online (线上开庭)? Each of the pairs or cases of which a source says so; how many say nothing is told beside it.
 */
import type { CountedCase, PairAnswer } from "./counted-case.ts";
import type { StatisticsRow } from "./statistics-row.ts";

/** The parts of {@link CalledFor}, by the names under which their cases can be asked for. */
export type CalledForPart =
  | "notified"
  | "notified.present"
  | "principal-owed"
  | "principal-owed.came"
  | "principal-owed.excused"
  | "defence"
  | "defence.in-time"
  | "defence.unknown"
  | "mode-known"
  | "online";

/** Pairs heard whose head was notified, whose principal was to come, whose defence is known to have been made; cases heard whose mode is known. */
export type CalledFor = Readonly<Record<CalledForPart, number>>;

export const NOBODY_CALLED: CalledFor = {
  notified: 0,
  "notified.present": 0,
  "principal-owed": 0,
  "principal-owed.came": 0,
  "principal-owed.excused": 0,
  defence: 0,
  "defence.in-time": 0,
  "defence.unknown": 0,
  "mode-known": 0,
  online: 0,
};

/** What a pair that was heard adds, by what it counts as. */
export function partsOfPair(pair: StatisticsRow, answer: PairAnswer): readonly CalledForPart[] {
  const { notified, principalOwed, defence } = pair;
  if (notified === undefined && principalOwed === undefined && defence === undefined) return NOTHING;
  const parts: CalledForPart[] = [];
  if (notified === true) parts.push("notified");
  if (notified === true && answer === "present") parts.push("notified.present");
  if (defence === "open") parts.push("defence.unknown");
  else if (defence !== undefined) parts.push("defence");
  if (defence === "in-time") parts.push("defence.in-time");
  if (principalOwed === undefined) return parts;
  parts.push("principal-owed");
  if (answer === "present" && pair.rank === "principal") parts.push("principal-owed.came");
  else if (pair.principalExcused === true) parts.push("principal-owed.excused");
  return parts;
}

const NOTHING: readonly CalledForPart[] = [];

/** What a case that was heard adds: the mode of its first sitting. */
export function partsOfMode({ heard }: CountedCase): readonly CalledForPart[] {
  for (const { mode } of heard)
    if (mode !== undefined) return mode === "online" ? ["mode-known", "online"] : ["mode-known"];
  return NOTHING;
}
