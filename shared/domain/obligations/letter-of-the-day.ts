/**
 * When does a letter leave that may wait for its agency's one mail of the day? With that of the next working morning, unless it is
 * of use only until then: nobody is told a day before a hearing, or on the last day, what he could have known before.
 */
import { knownBy, mayBeGathered } from "../notices/agency-digest.ts";
import { foldedAt } from "../notices/frame/working-hours.ts";
import type { Rules } from "../rules.ts";
import { civilDateAt, type Instant } from "../time/time.ts";
import { AT_ONCE } from "./ladder.ts";
import { type NoticeOwed, type Obligation, once } from "./obligation.ts";

/**
 * An obligation from the moment it is known, which was `since`; its letter waits for the mail of the day where the policy has one.
 * Others than the agency who get a copy of it get theirs with it.
 */
export function onceADay(
  key: string,
  limit: Instant | undefined,
  notices: readonly NoticeOwed[],
  since: Instant | undefined,
  rules: Rules,
): Obligation {
  const at = leavesWithDay(notices, since, rules);
  return { ...once(key, limit, notices), at, ...(at !== AT_ONCE && { waits: true as const }) };
}

/** The instant of the mail of the day that takes in what is known since an instant; undefined where each leaves by itself. */
export function mailOfTheDay(since: Instant | undefined, { policy, calendar }: Rules): Instant | undefined {
  return policy.agencyDigest && since !== undefined ? foldedAt(since, policy, calendar) : undefined;
}

function leavesWithDay(notices: readonly NoticeOwed[], since: Instant | undefined, rules: Rules): Instant {
  const folded = mailOfTheDay(since, rules);
  if (folded === undefined) return AT_ONCE;
  const day = civilDateAt(folded);
  const canWait = notices.every(({ content }) => {
    if (!mayBeGathered(content)) return false;
    const by = knownBy(content);
    return by === undefined || by > day;
  });
  return canWait ? folded : AT_ONCE;
}
