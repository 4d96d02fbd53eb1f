/** When is a schedule's expression due next? */
import { Cron } from "croner";
import { type Instant, instant } from "../../../shared/domain/time/time.ts";

/** When a schedule is due. */
export interface ScheduleTimes {
  /** The first time later than `after`; undefined where there is none. */
  next(after: Instant): Instant | undefined;
}

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Reads an expression of EventBridge Scheduler: `cron(minutes hours day month weekday year)` in a time zone, or
 * `rate(n units)`, counted from `start`. Throws at any other.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function scheduleTimes(expression: string, timeZone: string, start: Instant): ScheduleTimes {
  const [, kind, inner = ""] = /^(cron|rate)\((.*)\)$/.exec(expression) ?? [];
  if (kind === "cron") {
    const fields = inner.trim().split(/\s+/);
    if (fields.length !== 6) throw new Error(`a cron expression has six fields: ${expression}`);
    // croner has seconds in front; with AWS's numbers for weekdays, in which Sunday is 1.
    const pattern = ["0", ...fields.map((field) => field.replace("?", "*"))].join(" ");
    const cron = new Cron(pattern, {
      timezone: timeZone,
      mode: "7-part",
      alternativeWeekdays: true,
      paused: true,
    });
    return {
      next: (after) => {
        const at = cron.nextRun(new Date(after));
        return at === null ? undefined : instant(at);
      },
    };
  }
  const [, count, unit] = /^(\d+) (minute|hour|day)s?$/.exec(inner) ?? [];
  const period = Number(count) * (UNITS[unit ?? ""] ?? Number.NaN);
  if (!(period > 0)) throw new Error(`neither cron(…) nor rate(…): ${expression}`);
  const from = Date.parse(start);
  return {
    next: (after) => instant(new Date(from + (Math.floor((Date.parse(after) - from) / period) + 1) * period)),
  };
}
