/** The one mail of the day: a bureau's digest (每日摘要), and the receipt (收件回执) of what a court has sent. */

import { isOpen } from "../../shared/domain/notices/frame/working-hours.ts";
import type { WaitingLine } from "../../shared/domain/notices/notice.ts";
import { type Dispatch, notice } from "../../shared/domain/obligations/addressing.ts";
import { letterOfLine } from "../../shared/domain/obligations/digest-lines.ts";
import { mailboxOf } from "../../shared/domain/organisations/mail-reader.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import { civilDateAt, type Instant } from "../../shared/domain/time/time.ts";
import type { Records } from "../../shared/ports/records.ts";

/** One write folds at most this many lines: each is an item of the transaction, besides the digest itself. */
const LINES_PER_DIGEST = 90;

/**
 * Folds the waiting lines into one mail per reader and mailbox, a bureau’s with the link to its own board; returns how many digests were written. A sweep that comes late,
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
  const distinct = new Map(lines.map((one) => [one.id, one])).values();
  for (const own of Map.groupBy(distinct, audienceOf).values()) {
    const ordered = own.toSorted((one, other) =>
      one.line.at < other.line.at ? -1 : one.line.at > other.line.at ? 1 : 0,
    );
    for (let start = 0; start < ordered.length; start += LINES_PER_DIGEST) {
      written += await fold(records, ordered.slice(start, start + LINES_PER_DIGEST), now, rules);
    }
  }
  return written;
}

function audienceOf({ recipient: { organisation, address }, audience }: WaitingLine): string {
  return `${organisation} ${mailboxOf(address)} ${audience ?? "bureau"}`;
}

/** What the mail of these lines is. */
const KINDS = { bureau: "digest", court: "files-receipt", agency: "agency-digest" } as const;

async function fold(
  records: Records,
  folded: readonly WaitingLine[],
  now: Instant,
  rules: Rules,
): Promise<number> {
  const [first] = folded;
  if (first === undefined) return 0;
  const { recipient, audience, signer } = first;
  const ids = folded.map(({ id }) => id).join(" ");
  const dispatch: Dispatch = {
    subject: { of: "organisation", organisation: recipient.organisation },
    now,
    rules,
  };
  // Each of them was answered at once.
  const isSaid = audience === "court" && folded.every(({ line }) => line.news.type === "file-rejected");
  const alone = folded.length === 1 ? letterOfLine(first, now) : undefined;
  const digest =
    alone ??
    notice(
      `digest ${ids}`,
      recipient,
      { kind: KINDS[audience ?? "bureau"], date: civilDateAt(now), lines: folded.map(({ line }) => line) },
      dispatch,
      { signer },
    );
  // A conflict means that another run has folded some of these lines: the next sweep takes what is left.
  const outcome = await records.commit({ token: `digest ${ids}`, notices: isSaid ? [] : [digest], folded });
  return outcome === "committed" && !isSaid ? 1 : 0;
}
