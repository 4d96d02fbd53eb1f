/**
 * Ladders: things to tell in steps, mildest first. Everything follows from what is owed, what has been told and the
 * time, so that a missed sweep, a repeated one and a late one come to the same mails. Of the steps of one track only
 * the newest that has been reached counts.
 */

import { releaseAt } from "../notices/working-hours.ts";
import type { Policy } from "../policy.ts";
import type { Calendar } from "../time/calendar.ts";
import { earliest, type Instant } from "../time/time.ts";

/** One thing to tell, once. */
export interface Step {
  /** Unique among the steps of one thing, which remembers it when it has been told. */
  readonly key: string;
  readonly track: string;
  readonly at: Instant;
  /** After this it is of no use, so that it leaves at night rather than too late. */
  readonly limit: Instant | undefined;
}

/** Before any instant there is: what is owed from the moment it is known. */
export const AT_ONCE = "" as Instant;

/** What has been told, by key, and when. */
export type Told = Readonly<Record<string, Instant>>;

/** The policy and the calendar by which mails leave. */
export interface OfficeHours {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/** What must be told now: reached, not told yet, and either offices are open or it can't wait. */
export function stepsDue<One extends Step>(
  steps: readonly One[],
  told: Told,
  now: Instant,
  hours: OfficeHours,
): readonly One[] {
  return reached(steps, told, now).filter(({ limit }) => leavesAt(now, limit, hours) === now);
}

/** When to look at them again; undefined where all have been told or are of no use any more. */
export function nextStepAt(
  steps: readonly Step[],
  told: Told,
  now: Instant,
  hours: OfficeHours,
): Instant | undefined {
  const held = reached(steps, told, now).map(({ limit }) => leavesAt(now, limit, hours));
  const coming = steps
    .filter(
      ({ key, at, limit }) => at > now && told[key] === undefined && !(limit !== undefined && limit <= at),
    )
    .map(({ at, limit }) => leavesAt(at, limit, hours));
  return earliest(...held, ...coming);
}

/** Of each track the newest step reached, unless it has been told or is of no use any more. */
function reached<One extends Step>(steps: readonly One[], told: Told, now: Instant): readonly One[] {
  const newest = new Map<string, One>();
  for (const one of steps) {
    const other = newest.get(one.track);
    if (one.at <= now && (other === undefined || one.at >= other.at)) newest.set(one.track, one);
  }
  return [...newest.values()].filter(
    ({ key, limit }) => told[key] === undefined && (limit === undefined || now < limit),
  );
}

function leavesAt(at: Instant, limit: Instant | undefined, { policy, calendar }: OfficeHours): Instant {
  return releaseAt(at, limit, policy, calendar);
}
