/**
 * The one way in which something is decided and written: decide on what there is now, write it whole, and decide again
 * where somebody else was faster. What must be read, and what is decided on it, is the caller's.
 */

import type { Unreached } from "../domain/obligations/addressing.ts";
import type { UsedLink } from "../domain/used-link.ts";
import type { Change } from "../ports/change.ts";
import type { Records } from "../ports/records.ts";

/** How often a decision is made again before it is given up. */
const MAX_CONFLICTS = 5;

/**
 * Others were faster each time. Nothing of the last attempt was written, except writes that came before it in order.
 * @internal No use case can do more than let it pass; a test names it.
 */
export class StillInConflict extends Error {
  override readonly name = "StillInConflict";
  constructor(what: string) {
    super(`still in conflict after ${MAX_CONFLICTS} attempts: ${what}`);
  }
}

/** A write before it gets its token. */
export type Draft = Omit<Change, "token">;

/** A decision that can be written. */
export interface Ready<Result> {
  readonly outcome: "ready";
  /**
   * In their order, each whole: what belongs together and doesn't fit one transaction. The last should be the one that
   * says that all is done. None where there is nothing to write.
   */
  readonly changes: readonly Draft[];
  readonly unreached?: readonly Unreached[];
  readonly result: Result;
}

/** What it rests on has changed while it was made: it is made again. */
export interface Overtaken {
  readonly outcome: "overtaken";
}

/** Anything else a decision may come to; nothing is written, and whoever asked is informed. */
interface Stopped {
  readonly outcome: "refused" | "used" | "not-weighed";
}

/** Written. */
export interface Done<Result> {
  readonly outcome: "done";
  readonly result: Result;
  /** What is owed now and reached nobody it is for. */
  readonly unreached: readonly Unreached[];
}

/**
 * Decides and writes until it is written whole. A conflict stops the writes of an attempt: those before it stay, and are
 * found done by the next one. `token` names what is done: the same decision written once more changes nothing.
 */
export async function handle<Result>(
  records: Pick<Records, "commit">,
  token: string,
  decide: () => Promise<Ready<Result> | Overtaken>,
): Promise<Done<Result>>;
export async function handle<Result, Stop extends Stopped>(
  records: Pick<Records, "commit">,
  token: string,
  decide: () => Promise<Ready<Result> | Overtaken | Stop>,
): Promise<Done<Result> | Stop>;
export async function handle<Result, Stop extends Stopped>(
  { commit }: Pick<Records, "commit">,
  token: string,
  decide: () => Promise<Ready<Result> | Overtaken | Stop>,
): Promise<Done<Result> | Stop> {
  for (let attempt = 0; attempt < MAX_CONFLICTS; attempt++) {
    const decided = await decide();
    if (isOvertaken(decided)) continue;
    if (!isReady(decided)) return decided;
    if (await written(decided.changes)) {
      const { result, unreached = [] } = decided;
      return { outcome: "done", result, unreached };
    }
  }
  throw new StillInConflict(token);

  async function written(changes: readonly Draft[]): Promise<boolean> {
    for (const [index, change] of changes.entries()) {
      if ((await commit({ token: `${token} ${index}`, ...change })) === "conflict") return false;
    }
    return true;
  }
}

/** The link had been used before, by whom and when. */
export interface AlreadyUsed {
  readonly outcome: "used";
  readonly used: UsedLink;
}

/** As {@link handle}, by a link that can bring about one thing once: it is used up with the last write. */
export async function handleByLink<Result, Stop extends Stopped>(
  records: Pick<Records, "commit" | "usedLink">,
  link: UsedLink,
  decide: () => Promise<Ready<Result> | Overtaken | Stop>,
): Promise<Done<Result> | AlreadyUsed | Stop> {
  return handle<Result, AlreadyUsed | Stop>(records, `link ${link.nonce}`, async () => {
    const used = await records.usedLink(link.nonce);
    if (used !== undefined) return { outcome: "used", used };
    const decided = await decide();
    if (!isReady(decided)) return decided;
    const { changes } = decided;
    return { ...decided, changes: [...changes.slice(0, -1), { ...changes.at(-1), usedLink: link }] };
  });
}

function isReady<Result>(decided: { readonly outcome: string }): decided is Ready<Result> {
  return decided.outcome === "ready";
}

function isOvertaken(decided: { readonly outcome: string }): decided is Overtaken {
  return decided.outcome === "overtaken";
}
