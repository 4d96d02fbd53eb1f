/** A hearing as far as a paper or a line tells of it: its day, and its hour and room where they are given. */
import type { CivilDate, ClockTime } from "../time/time.ts";

/** What is said of a hearing. */
export interface HearingSaid {
  readonly date: CivilDate;
  readonly time?: ClockTime;
  readonly place?: string;
}

/** No more of a hearing than that. */
export function hearingSaid({ date, time, place }: HearingSaid): HearingSaid {
  return { date, ...(time !== undefined && { time }), ...(place !== undefined && { place }) };
}
