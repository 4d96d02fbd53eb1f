/**
 * Ladders: things to announce in steps, mildest first. Everything follows from what is owed, what has been sent and the
 * time, so that a missed sweep, a repeated one and a late one come to the same mails. Of the steps of one track only
 * the newest that has been reached counts.
 */

import { releaseAt } from "../notices/frame/working-hours.ts";
import type { Policy } from "../policy.ts";
import type { Calendar } from "../time/calendar.ts";
import { addMinutes, earliest, type Instant } from "../time/time.ts";

/** One thing to announce, once. */
export interface Step {
  /** Unique among the steps of one thing, which remembers it when it has been sent. */
  readonly key: string;
  readonly track: string;
  readonly at: Instant;
  /** After this it is of no use, so that it leaves at night rather than too late. */
  readonly limit: Instant | undefined;
}

/** Before any instant there is: what is owed from the moment it is known. */
export const AT_ONCE = "" as Instant;

/** What has been sent, by key, and when. */
export type Sent = Readonly<Record<string, Instant>>;

/** Under which it is noted that one of the several notices of a step has been sent, while others wait for an address. */
export function partKey(key: string, part: string): string {
  return `${key}|${part}`;
}

/** When a step was sent, at least to one of those it is for. */
export function sentAt(sent: Sent, key: string): Instant | undefined {
  const parts = Object.entries(sent).filter(([one]) => one.startsWith(partKey(key, "")));
  return earliest(sent[key], ...parts.map(([, at]) => at));
}

/** What was sent, without one step, in full or in part. */
function unsent(sent: Sent, key: string): Sent {
  return Object.fromEntries(
    Object.entries(sent).filter(([one]) => one !== key && !one.startsWith(partKey(key, ""))),
  );
}

/** Whether a step would be announced now if it had not been: it is reached, of use, and nothing of its track came after it. */
export function isOwedStill(
  stepsGiven: (sent: Sent) => readonly Step[],
  sent: Sent,
  key: string,
  now: Instant,
): boolean {
  const before = unsent(sent, key);
  return reached(stepsGiven(before), before, now).some((one) => one.key === key);
}

/** The policy and the calendar by which mails leave. */
export interface OfficeHours {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/** What is to be sent now: reached, not sent yet, and either offices are open or it can't wait. */
export function stepsDue<One extends Step>(
  steps: readonly One[],
  sent: Sent,
  now: Instant,
  hours: OfficeHours,
): readonly One[] {
  return reached(steps, sent, now).filter(({ limit }) => leavesAt(now, limit, hours) === now);
}

/** What reached nobody is tried again after so long: within the hour in which somebody has mended the address. */
export const RETRY_MINUTES = 60;

/**
 * When to look at them again; undefined where all have been sent or are of no use any more. `tried`: keys of those that
 * have just been tried in vain.
 */
export function nextStepAt(
  steps: readonly Step[],
  sent: Sent,
  now: Instant,
  hours: OfficeHours,
  tried: ReadonlySet<string> = NONE,
): Instant | undefined {
  const held = reached(steps, sent, now).map(({ key, limit }) =>
    leavesAt(tried.has(key) ? addMinutes(now, RETRY_MINUTES) : now, limit, hours),
  );
  const coming = steps
    .filter(
      ({ key, at, limit }) => at > now && sent[key] === undefined && !(limit !== undefined && limit <= at),
    )
    .map(({ at, limit }) => leavesAt(at, limit, hours));
  return earliest(...held, ...coming);
}

const NONE: ReadonlySet<string> = new Set();

/** Of each track the newest step reached, unless it has been sent or is of no use any more. */
function reached<One extends Step>(steps: readonly One[], sent: Sent, now: Instant): readonly One[] {
  const newest = new Map<string, One>();
  for (const one of steps) {
    const other = newest.get(one.track);
    if (one.at <= now && (other === undefined || one.at >= other.at)) newest.set(one.track, one);
  }
  return [...newest.values()].filter(
    ({ key, limit }) => sent[key] === undefined && (limit === undefined || now < limit),
  );
}

function leavesAt(at: Instant, limit: Instant | undefined, { policy, calendar }: OfficeHours): Instant {
  return releaseAt(at, limit, policy, calendar);
}
