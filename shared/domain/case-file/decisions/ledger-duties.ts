/** What do agencies owe for a sitting that only a court's ledger tells of? Its filing (二日备案), as for one that a record tells of. */

import type { Rules } from "../../rules.ts";
import type { Instant } from "../../time/time.ts";
import { openDeadlines } from "../deadlines.ts";
import type { CaseEvent } from "../events.ts";
import { evolveAll } from "../evolving/evolve.ts";
import { type CaseDeadline, type CaseFile, hearingOf } from "../state.ts";

/**
 * The periods that run by a ledger's events, at the instant it came. One that a former ledger's word had opened, and that the
 * new one bears out, goes on as it stood.
 */
export function ledgerDuties(
  before: CaseFile | undefined,
  events: readonly CaseEvent[],
  at: Instant,
  rules: Rules,
): readonly CaseEvent[] {
  const after = evolveAll(before, events);
  if (after === undefined || events.length === 0) return [];
  const goingOn = (before?.deadlines ?? [])
    .filter((one) => isGone(after, one) && hearingOf(after, one.hearing)?.date === one.startsOn)
    .map((deadline): CaseEvent => ({ type: "deadline-opened", deadline }));
  const known = evolveAll(after, goingOn) ?? after;
  return [...goingOn, ...openDeadlines(known, at, rules)];
}

function isGone({ deadlines }: CaseFile, { kind, respondent, hearing }: CaseDeadline): boolean {
  return !deadlines.some(
    (one) => one.kind === kind && one.respondent === respondent && one.hearing === hearing,
  );
}
