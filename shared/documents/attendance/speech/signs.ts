/** What can one place of a document say of a head's appearing? */
import type { Person } from "../../names/named-person.ts";
import type { Mentioned } from "./organs.ts";
import type { Speaker } from "./utterances.ts";

/** Where a sign stands, and of which agency it speaks. */
export interface Place {
  readonly organ: Mentioned;
  readonly start: number;
  readonly end: number;
}

/** One place of a document that says something of a head's appearing; the decision weighs them together. */
export type Sign = Place & {
  readonly confidence: number;
  readonly rule: string;
  /** Who says it; absent where it stands in a list. */
  readonly by?: Speaker;
} & (
    | {
        readonly says: "present";
        readonly person?: Person;
        /** Put forward as head by label or by the court, not merely listed with a head's title. */
        readonly asHead: boolean;
      }
    | {
        readonly says: "absent";
        readonly reason?: string;
        readonly person?: Person;
        /** 尚未到庭: true when it was said, and no longer once the head is there. */
        readonly soFar?: true;
      }
    /** 视为未出庭: the court's finding outweighs whoever sat there. */
    | { readonly says: "deemed-absent" }
    /** 合议庭认为符合负责人的条件: the court found that whoever sits there counts, whatever the post leaves open. */
    | { readonly says: "found-head" }
    /** Co-defendants agreed that one head appears for them all: whether that head counts for each a person must say. */
    | { readonly says: "shared-head"; readonly person?: Person }
    /** Nobody at all came for the agency. */
    | { readonly says: "nobody" }
    | { readonly says: "agent"; readonly person?: Person; readonly is: "staff" | "lawyer" | "unknown" }
    /** Why the head did not come, in a field of its own. */
    | { readonly says: "reason"; readonly reason: string }
    /** A label for the head with nothing filled in. */
    | { readonly says: "blank" }
    /** A place that may speak of a head and was not understood: nobody may conclude from it that none came. */
    | { readonly says: "unread"; readonly person?: Person }
    | { readonly says: "papers-in-order" }
    | { readonly says: "papers-defective" }
    /** What the court found of the reason for which the head stayed away; `none`: none was given. */
    | { readonly says: "reason-weighed"; readonly found: "accepted" | "refused" | "none" }
    | { readonly says: "called-again" }
    | { readonly says: "left-early" }
    | { readonly says: "dropped" }
    | { readonly says: "refused" }
    | { readonly says: "spoke" }
  );
