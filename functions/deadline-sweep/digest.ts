/** The one mail of the day: a bureau's digest (每日摘要), and the receipt (收件回执) of what a court has sent. */

import { foldsDigests } from "../../shared/domain/notices/frame/working-hours.ts";
import type { WaitingLine } from "../../shared/domain/notices/notice.ts";
import { type Dispatch, notice } from "../../shared/domain/obligations/addressing.ts";
import { letterOfLine, linesOf } from "../../shared/domain/obligations/digest-lines.ts";
import { mailboxOf } from "../../shared/domain/organisations/mail-reader.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import { civilDateAt, type Instant } from "../../shared/domain/time/time.ts";
import type { Records } from "../../shared/ports/records.ts";

/** One write folds at most this many lines: each is an item of the transaction, besides the digest itself. */
const LINES_PER_DIGEST = 90;
/** And so much of them: the digest is one item with all of its lines, and an item holds 400 KB. */
const BYTES_PER_DIGEST = 256 * 1024;

/** Lines that go as one mail, and by whom it is read. */
interface DigestToFold {
  /** The organisation's id. */
  readonly reader: string;
  readonly lines: readonly WaitingLine[];
}

/**
 * The mails that waiting lines make: one per reader and mailbox, or several where one can't hold them. None when offices are
 * shut, nor before the day's hour: a sweep that comes early or late leaves them to the next, where they meet the others.
 */
export function digestsOf(
  lines: readonly WaitingLine[],
  now: Instant,
  rules: Rules,
): readonly DigestToFold[] {
  if (!foldsDigests(now, rules.policy, rules.calendar)) return [];
  const distinct = new Map(lines.map((one) => [one.id, one])).values();
  return [...Map.groupBy(distinct, audienceOf).values()].flatMap((own) =>
    inMails(
      own.toSorted((one, other) => (one.line.at < other.line.at ? -1 : one.line.at > other.line.at ? 1 : 0)),
    ).map((some) => ({ reader: some[0]?.recipient.organisation ?? "", lines: some })),
  );
}

function inMails(lines: readonly WaitingLine[]): readonly (readonly WaitingLine[])[] {
  const mails: WaitingLine[][] = [];
  let bytes = 0;
  for (const line of lines) {
    const needed = new TextEncoder().encode(JSON.stringify(linesOf(line))).length;
    const last = mails.at(-1);
    if (last === undefined || last.length === LINES_PER_DIGEST || bytes + needed > BYTES_PER_DIGEST) {
      mails.push([line]);
      bytes = needed;
    } else {
      last.push(line);
      bytes += needed;
    }
  }
  return mails;
}

function audienceOf({ recipient: { organisation, address }, audience }: WaitingLine): string {
  return `${organisation} ${mailboxOf(address)} ${audience ?? "bureau"}`;
}

/** What the mail of these lines is. */
const KINDS = { bureau: "digest", court: "files-receipt", agency: "agency-digest" } as const;

/** Folds lines into their mail, a bureau’s with the link to its own board; returns how many mails were written. */
export async function fold(
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
      { kind: KINDS[audience ?? "bureau"], date: civilDateAt(now), lines: folded.flatMap(linesOf) },
      dispatch,
      { signer },
    );
  // A conflict means that another run has folded some of these lines: the next sweep takes what is left.
  const folds = folded.map(({ subject, id }) => ({ subject, id }));
  const notices = isSaid ? [] : [{ ...digest, folds }];
  const outcome = await records.commit({ token: `digest ${ids}`, notices, folded });
  return outcome === "committed" && !isSaid ? 1 : 0;
}
