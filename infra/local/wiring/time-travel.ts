/** What happens while the clock moves on? Everything that falls due, one due time after the other. */
import type { Instant } from "../../../shared/domain/time/time.ts";
import type { CloudClock } from "../engines/clock.ts";
import type { Scheduler } from "../engines/scheduler.ts";

/** What moving the clock takes. */
interface Timed {
  readonly clock: CloudClock;
  readonly scheduler: Scheduler;
  settled(): Promise<void>;
}

/**
 * Moves the clock to `until` from one due time of a schedule to the next, fires what is due and waits each time until
 * everything has settled, then calls `settledAt`. Schedules that fire by themselves rest meanwhile.
 */
export async function runUntil(
  { clock, scheduler, settled }: Timed,
  until: Instant,
  settledAt: (at: Instant) => void | Promise<void> = () => {},
): Promise<void> {
  const resume = scheduler.pause();
  try {
    await settled();
    for (
      let due = scheduler.nextDue(clock.now());
      due[0] && due[0].at <= until;
      due = scheduler.nextDue(due[0].at)
    ) {
      const { at } = due[0];
      // Work takes real time, by which the clock may have passed the next due time.
      if (clock.now() < at) clock.set(at);
      for (const one of due) scheduler.fire(one);
      await settled();
      await settledAt(at);
    }
    if (clock.now() < until) clock.set(until);
  } finally {
    resume();
  }
}
