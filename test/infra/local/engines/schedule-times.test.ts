import { describe, expect, it } from "vitest";
import { scheduleTimes } from "../../../../infra/local/engines/schedule-times.ts";
import { instant } from "../../../../shared/domain/time/time.ts";

const start = instant("2026-01-31T16:10:00Z");
const next = (expression: string, zone: string, after: string) =>
  scheduleTimes(expression, zone, start).next(instant(after));

describe("when a schedule is due", () => {
  it.each([
    ["every hour", "cron(0 * * * ? *)", "Asia/Shanghai", "2026-09-01T00:00:00Z", "2026-09-01T01:00:00.000Z"],
    [
      "on the 1st at 08:30 in Shanghai",
      "cron(30 8 1 * ? *)",
      "Asia/Shanghai",
      "2026-09-01T00:30:00Z",
      "2026-10-01T00:30:00.000Z",
    ],
    ["on the last day", "cron(0 0 L * ? *)", "UTC", "2028-02-10T00:00:00Z", "2028-02-29T00:00:00.000Z"],
    [
      "on Sundays, which are 1 in AWS",
      "cron(0 12 ? * 1 *)",
      "UTC",
      "2026-09-01T00:00:00Z",
      "2026-09-06T12:00:00.000Z",
    ],
    [
      "on working days by name",
      "cron(0 9 ? * MON-FRI *)",
      "Asia/Shanghai",
      "2026-09-04T02:00:00Z",
      "2026-09-07T01:00:00.000Z",
    ],
    [
      "at a rate from its start",
      "rate(15 minutes)",
      "UTC",
      "2026-01-31T16:26:00Z",
      "2026-01-31T16:40:00.000Z",
    ],
  ])("%s", (_, expression, zone, after, expected) => {
    expect(next(expression, zone, after)).toBe(expected);
  });

  it("is never due again when its year has passed", () => {
    expect(next("cron(0 0 1 1 ? 2026)", "UTC", "2026-09-01T00:00:00Z")).toBeUndefined();
  });

  it.each(["cron(0 * * * *)", "every hour", "rate(0 minutes)", "rate(1 month)"])(
    "refuses %s",
    (expression) => {
      expect(() => scheduleTimes(expression, "UTC", start)).toThrow();
    },
  );
});
