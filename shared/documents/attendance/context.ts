/** What does every rule about a sentence ask of the paper around it? */
import type { Parties } from "../parties/parties.ts";
import type { FlatText } from "../text/flat-text.ts";
import type { NamedHead } from "./named-heads.ts";
import type { Organ } from "./speech/organs.ts";

/** What every rule about a record's or judgment's sentences asks of the paper around them. */
export interface Context {
  /** A judgment is about all its sittings, a record of one. */
  readonly isJudgment: boolean;
  readonly flat: FlatText;
  readonly organs: readonly Organ[];
  readonly parties: Parties;
  /** Whom the lists put forward as heads, whether they came or not. */
  readonly heads: readonly NamedHead[];
}
