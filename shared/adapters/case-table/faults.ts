/** What the case table throws. Messages name keys and fields, never what stands in them. */
import type { ItemKey } from "./keys.ts";

/** A stored item is not what this version of the code can read. */
export class UnreadableItem extends Error {
  override readonly name = "UnreadableItem";
  constructor({ pk, sk }: ItemKey, what: string) {
    super(`${pk} / ${sk}: ${what}`);
  }
}

/** Something was about to be stored that couldn't be read again. */
export class UnstorableItem extends Error {
  override readonly name = "UnstorableItem";
  constructor({ pk, sk }: ItemKey, what: string) {
    super(`${pk} / ${sk}: ${what}`);
  }
}

/** An item changed under a write again and again. */
export class TooContended extends Error {
  override readonly name = "TooContended";
  constructor(what: string) {
    super(`${what} kept changing while it was written`);
  }
}
