/**
 * {@link Journal} in the records bucket, where nothing can be taken away: one object for the mails of one call of the mailer, one for each
 * act at the desk, `journal/<day>/<moment>-<hash>.json`. Stored as items of the table are, unpacked, so that a later version reads them.
 */
import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { addDays, civilDateAt, type Instant } from "../domain/time/time.ts";
import type { Files } from "../ports/files.ts";
import type { DeskAct, Journal, JournalRead, LeftNotice } from "../ports/journal.ts";
import { EventItem, NoticeItem, UsedLinkItem } from "./case-table/items.ts";
import { keyOf } from "./case-table/keys.ts";
import { leftBody } from "./case-table/new-notice.ts";

/** Where it lies in the bucket. */
const JOURNAL = "journal/";
/** An act on a case of very many respondents is some hundred KB. */
const MOST_BYTES = 8 * 1024 * 1024;

const item = z.record(z.string(), z.unknown());
const Entry = z.object({
  left: z.optional(z.array(item)),
  act: z.optional(
    z.object({
      at: z.string(),
      usedLink: z.optional(item),
      cases: z.array(z.object({ caseNumber: z.string(), boards: z.array(z.string()), events: item })),
      others: z.array(z.object({ what: z.enum(["programme", "directory", "signing"]), of: z.string() })),
    }),
  ),
});

/** Writes what happens into a bucket. It has happened, whether that succeeds or not: `failed` is told where it doesn't. */
export function journalIn(files: Pick<Files, "write">, failed: () => void): Journal {
  const put = async (at: Instant, entry: z.infer<typeof Entry>) => {
    const text = JSON.stringify(entry);
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
    const key = `${JOURNAL}${civilDateAt(at)}/${at}-${hash}.json`;
    await files.write(key, new TextEncoder().encode(text), "application/json").catch(failed);
  };
  return {
    async left(notices) {
      const [first] = notices;
      if (first === undefined) return;
      await put(first.at, { left: notices.map(leftItem) });
    },
    acted: ({ at, usedLink, cases, others }) =>
      put(at, {
        act: {
          at,
          ...(usedLink && { usedLink: UsedLinkItem.plain(keyOf.link(usedLink.nonce), { link: usedLink }) }),
          cases: cases.map(({ caseNumber, version, boards, events }) => ({
            caseNumber,
            boards: [...boards],
            events: EventItem.plain(keyOf.event(caseNumber, version), { version, events }),
          })),
          others: [...others],
        },
      }),
  };
}

function leftItem(one: LeftNotice): Record<string, unknown> {
  return NoticeItem.plain(keyOf.notice(one.notice.subject, one.notice.id), leftBody(one));
}

/** What was written down from `since` up to now. */
export async function readJournal(
  files: Pick<Files, "read" | "list">,
  since: Instant,
  now: Instant,
): Promise<JournalRead> {
  const left: LeftNotice[] = [];
  const acts: DeskAct[] = [];
  for (let day = civilDateAt(since); day <= civilDateAt(now); day = addDays(day, 1)) {
    for await (const { key, versionId } of files.list(`${JOURNAL}${day}/`)) {
      const bytes = await files.read(key, versionId, MOST_BYTES);
      if (typeof bytes === "string") throw new Error(`${key} is ${bytes}`);
      const entry = Entry.parse(JSON.parse(new TextDecoder().decode(bytes)));
      left.push(...(entry.left ?? []).map(leftOf).filter((one) => one.at >= since));
      const { act } = entry;
      if (act !== undefined && act.at >= since) acts.push(actOf(act));
    }
  }
  return { left, acts };
}

function leftOf(stored: z.infer<typeof item>): LeftNotice {
  const { notice, messageId = "", settledAt } = NoticeItem.read(stored);
  return { notice, messageId, at: settledAt ?? notice.createdAt };
}

function actOf({ at, usedLink, cases, others }: NonNullable<z.infer<typeof Entry>["act"]>): DeskAct {
  return {
    at: at as Instant,
    ...(usedLink && { usedLink: UsedLinkItem.read(usedLink).link }),
    cases: cases.map(({ caseNumber, boards, events }) => ({
      caseNumber: caseNumber as DeskAct["cases"][number]["caseNumber"],
      boards,
      ...EventItem.read(events),
    })),
    others,
  };
}
