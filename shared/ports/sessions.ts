/** Who is signed in: what the front door asks of the world. */
import type { Session } from "../domain/access/session.ts";
import type { Instant } from "../domain/time/time.ts";
import type { UsedLink } from "../domain/used-link.ts";

/** That somebody signed in, without what a form of theirs carries, and when they were there last. */
export type SignedIn = Omit<Session, "formToken" | "seenAt">;

/** Sessions, and how often somebody has tried to begin one. */
export interface Sessions {
  /** The session of an id, whether or not it is alive; read consistently, so that one that was ended is. */
  session(id: string): Promise<Session | undefined>;
  /** Begins one, and uses up the link that brought it: a link that was used before begins none. */
  begin(session: Session, link?: UsedLink): Promise<"begun" | "used">;
  /** Notes that it is used; one that has ended meanwhile stays so. */
  seen(id: string, at: Instant): Promise<void>;
  /** Ends one session, or all of its mailbox. */
  end(id: string, at: Instant, which: "this" | "all"): Promise<void>;
  /** Who has signed in since, the newest first, some at a time, for a reader who stops early; the very newest may still be missing. */
  since(from: Instant): AsyncIterable<SignedIn>;
  /** All sessions of a mailbox, by the id of one of them, in no order. */
  ofMailbox(id: string): Promise<readonly SignedIn[]>;
  /** Counts one more try of somebody in a window; how many there were with this one. */
  tried(who: string, window: { readonly from: Instant; readonly until: Instant }): Promise<number>;
}
