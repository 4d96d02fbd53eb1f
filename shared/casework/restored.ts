/**
 * What does a table that was restored to an earlier moment not know? The journal says which mails left since and what people did;
 * whatever of it the table lacks is marked as said or used, or must be asked for again.
 */
import type { NoticeState } from "../domain/notices/notice.ts";
import type { DeskAct, JournalRead, LeftNotice } from "../ports/journal.ts";
import type { Outbox } from "../ports/outbox.ts";
import type { Records } from "../ports/records.ts";

/** What the table lacks. */
export interface Lacking {
  /** Mails that left and that it doesn't know, or believes to be still here. */
  readonly left: readonly LeftNotice[];
  /** Acts that are gone. */
  readonly acts: readonly DeskAct[];
  /** Links that were used and could be used again. */
  readonly links: readonly NonNullable<DeskAct["usedLink"]>[];
}

export interface RestoredPorts {
  readonly records: Pick<Records, "usedLink" | "history" | "commit">;
  readonly outbox: Pick<Outbox, "item" | "left">;
}

/** The states from which a mail would leave, or be given up. */
const YET_TO_LEAVE: ReadonlySet<NoticeState> = new Set(["held", "pending", "sending", "ambiguous"]);

/** Holds the journal against the table. */
export async function lacking(
  { records, outbox }: RestoredPorts,
  { left, acts }: JournalRead,
): Promise<Lacking> {
  const unknown = async ({ notice: { subject, id } }: LeftNotice) => {
    const item = await outbox.item(subject, id);
    return item === undefined || YET_TO_LEAVE.has(item.state);
  };
  const gone = async ({ usedLink, cases }: DeskAct) => {
    if (usedLink !== undefined) return (await records.usedLink(usedLink.nonce)) === undefined;
    const [first] = cases;
    // What was done without a link that brings one thing once: by the first of its events.
    const [event] = first?.events ?? [];
    if (first === undefined || event === undefined) return true;
    const known = await records.history(first.caseNumber);
    return !known.some(({ at, cause }) => at === event.at && cause === event.cause);
  };
  const lost = await whichOf(acts, gone);
  return {
    left: await whichOf(onceEach(left), unknown),
    acts: lost,
    links: lost.flatMap(({ usedLink }) => usedLink ?? []),
  };
}

/** A mail that an earlier restore has let go out twice is one to be marked. */
function onceEach(left: readonly LeftNotice[]): readonly LeftNotice[] {
  const key = ({ notice: { subject, id } }: LeftNotice) => JSON.stringify([subject, id]);
  return [...Map.groupBy(left, key).values()].flatMap(([first]) => first ?? []);
}

async function whichOf<One>(
  all: readonly One[],
  is: (one: One) => Promise<boolean>,
): Promise<readonly One[]> {
  const found: One[] = [];
  for (const one of all) if (await is(one)) found.push(one);
  return found;
}

/** Marks what has been said as said, and what has been used as used. Run twice it changes nothing more. */
export async function marked({ records, outbox }: RestoredPorts, { left, links }: Lacking): Promise<void> {
  for (const one of left) await outbox.left(one);
  // One that is known to be used by now stays as it is.
  for (const usedLink of links) await records.commit({ token: `restored ${usedLink.nonce}`, usedLink });
}
