/** How often may somebody try to sign in? Often enough for an office behind one address; too seldom to guess or to fill a mailbox. */
import { addMinutes, type Instant, instant } from "../time/time.ts";

/** Tries are counted within windows of so many minutes. */
const WINDOW_MINUTES = 15;

/** Tries in one window: `mailbox`, whether or not the directory knows it; `client`, whoever has one network address. */
export const MOST_TRIES = { mailbox: 5, client: 60 } as const;

/** The beginning of the window an instant lies in, and when it is over. */
export function windowOf(now: Instant): { readonly from: Instant; readonly until: Instant } {
  const length = WINDOW_MINUTES * 60_000;
  const from = instant(new Date(Math.floor(Date.parse(now) / length) * length));
  return { from, until: addMinutes(from, WINDOW_MINUTES) };
}
