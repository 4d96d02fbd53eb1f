/**
 * What a case file obliges the system to tell, and when. Everything follows from the state and the time, so that
 * a missed sweep, a repeated one and a late one come to the same mails. Obligations of one track are steps of
 * one ladder: only the newest that has been reached counts.
 */
import { addDays, civilDateAt, earliest, type Instant, instantAt } from "../time.ts";
import { nextOpening, releaseAt } from "../working-hours.ts";
import type { Rules } from "./decide.ts";
import { obligations } from "./ladders.ts";
import type { Obligation } from "./obligation.ts";
import type { CaseFile } from "./state.ts";

/** What must be told now: reached, not told yet, and either offices are open or it can't wait. */
export function obligationsDue(file: CaseFile, now: Instant, rules: Rules): readonly Obligation[] {
  return reached(file, now, rules).filter(({ limit }) => leavesAt(now, limit, rules) === now);
}

/** When the sweep must look at the file again; undefined while nothing is owed or expected. */
export function nextActionAt(file: CaseFile, now: Instant, rules: Rules): Instant | undefined {
  const held = reached(file, now, rules).map(({ limit }) => leavesAt(now, limit, rules));
  const coming = obligations(file, rules)
    .filter(
      ({ key, at, limit }) =>
        at > now && file.sent[key] === undefined && !(limit !== undefined && limit <= at),
    )
    .map(({ at, limit }) => leavesAt(at, limit, rules));
  return earliest(...held, ...coming, tryAgainAt(file, now, rules));
}

/** Of each track the newest obligation reached, unless it has been told or is of no use any more. */
function reached(file: CaseFile, now: Instant, rules: Rules): readonly Obligation[] {
  const newest = new Map<string, Obligation>();
  for (const one of obligations(file, rules)) {
    const other = newest.get(one.track);
    if (one.at <= now && (other === undefined || one.at >= other.at)) newest.set(one.track, one);
  }
  return [...newest.values()].filter(
    ({ key, limit }) => file.sent[key] === undefined && (limit === undefined || now < limit),
  );
}

function leavesAt(at: Instant, limit: Instant | undefined, { policy, calendar }: Rules): Instant {
  return releaseAt(at, limit, policy, calendar);
}

/** Names the directory didn't know, and dates no calendar settled yet, are tried again every working morning. */
function tryAgainAt(file: CaseFile, now: Instant, { policy, calendar }: Rules): Instant | undefined {
  const unknown = file.state !== "closed" && file.respondents.some(({ identity }) => identity === undefined);
  const provisional = file.deadlines.some(
    ({ status, deadline }) => status === "open" && deadline.provisional,
  );
  if (!unknown && !provisional) return undefined;
  return nextOpening(instantAt(addDays(civilDateAt(now), 1)), policy, calendar);
}
