/** How far has a count of the boards come? It is taken in parts, so that none grows with the province; this is kept between them. */
import type { Instant } from "../time/time.ts";
import type { OpenTally } from "./board-figures.ts";

/** A count of all jurisdictions, and of the whole city, that has begun. */
export interface BoardCount {
  /** Of which instant its figures are. */
  readonly at: Instant;
  /** Parts that are counted. */
  readonly part: number;
  /** Figures have been made of it: there is nothing left to count. */
  readonly done: boolean;
  /** The number of the last case that was counted; absent before the first. */
  readonly after?: string;
  /** What was counted, by area; none when it is done. */
  readonly areas: readonly { readonly area: string; readonly tally: OpenTally }[];
}
