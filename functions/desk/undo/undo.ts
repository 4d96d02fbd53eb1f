/** What must each kind of act supply to be taken back (撤回) on a page? */
import type { Draft } from "../../../shared/casework/handle.ts";
import type { TakeBack } from "../../../shared/domain/case-file/decisions/take-back.ts";
import type { RecordedEvent } from "../../../shared/domain/case-file/events.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { Unreached } from "../../../shared/domain/obligations/addressing.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { Markup } from "../frame/page.ts";
import type { Visit } from "../frame/room.ts";

export type UndoLink = Link<"undo">;

/** What there is to take back, for whoever the link is for. */
export interface Undo {
  /** What was done, by whom and when. */
  readonly shown: Markup;
  readonly office: TakeBack["office"];
  /** What was done since that rests on it, where that stands in the way. */
  readonly resting?: readonly RecordedEvent[];
  /** All that taking it back writes; nothing is written yet. */
  take(taking: TakeBack): Promise<Taken | DeskRefusal>;
  /** Where it is done anew, once it has been taken back. */
  again(visit: Visit): Promise<Markup>;
}

/** Writes to be made. */
export interface Taken {
  readonly changes: readonly Draft[];
  readonly unreached: readonly Unreached[];
}
