/** The bureau's daily digest (每日摘要): what it should know but needn't do at once, in one mail a day. */

import type { WaitingLine } from "../../shared/domain/notices/notice.ts";
import { isOpen } from "../../shared/domain/notices/working-hours.ts";
import { type Dispatch, notice } from "../../shared/domain/obligations/addressing.ts";
import { mailboxOf } from "../../shared/domain/organisations/mail-reader.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import { civilDateAt, type Instant } from "../../shared/domain/time/time.ts";
import type { Records } from "../../shared/ports/records.ts";

/** One write folds at most this many lines: each is an item of the transaction, besides the digest itself. */
const LINES_PER_DIGEST = 90;

/**
 * Folds the waiting lines into one digest per bureau and mailbox, each with the link to its own board; returns how many digests were written. A sweep that comes late,
 * when offices are shut again, leaves them to the next morning's: its digest would meet that one there.
 */
export async function foldDigests(
  records: Records,
  lines: readonly WaitingLine[],
  now: Instant,
  rules: Rules,
): Promise<number> {
  if (!isOpen(now, rules.policy, rules.calendar)) return 0;
  let written = 0;
  for (const own of Map.groupBy(lines, audienceOf).values()) {
    const ordered = own.toSorted((one, other) =>
      one.line.at < other.line.at ? -1 : one.line.at > other.line.at ? 1 : 0,
    );
    for (let start = 0; start < ordered.length; start += LINES_PER_DIGEST) {
      written += await fold(records, ordered.slice(start, start + LINES_PER_DIGEST), now, rules);
    }
  }
  return written;
}

function audienceOf({ recipient: { organisation, address } }: WaitingLine): string {
  return `${organisation} ${mailboxOf(address)}`;
}

async function fold(
  records: Records,
  folded: readonly WaitingLine[],
  now: Instant,
  rules: Rules,
): Promise<number> {
  const [first] = folded;
  if (first === undefined) return 0;
  const { recipient } = first;
  const ids = folded.map(({ id }) => id).join(" ");
  const dispatch: Dispatch = {
    subject: { of: "organisation", organisation: recipient.organisation },
    now,
    rules,
  };
  const digest = notice(
    `digest ${ids}`,
    recipient,
    { kind: "digest", date: civilDateAt(now), lines: folded.map(({ line }) => line) },
    dispatch,
  );
  // A conflict means that another run has folded some of these lines: the next sweep takes what is left.
  const outcome = await records.commit({ token: `digest ${ids}`, notices: [digest], folded });
  return outcome === "committed" ? 1 : 0;
}
