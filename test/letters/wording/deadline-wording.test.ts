import { describe, expect, it } from "vitest";
import {
  DEFAULT_PERIODS,
  type Deadline,
  filingDeadline,
  reportDeadline,
} from "../../../shared/domain/time/deadline.ts";
import { civilDate, clockTime } from "../../../shared/domain/time/time.ts";
import { deadlineFact, lastDay } from "../../../shared/letters/wording/deadline-wording.ts";
import { CALENDAR, FILING, PROVISIONAL_REPORT } from "../sample-notices.ts";

const report = (served: string, hearing?: string) =>
  reportDeadline(
    {
      served: civilDate(served),
      ...(hearing !== undefined && { hearing: { date: civilDate(hearing), time: clockTime("09:00") } }),
    },
    DEFAULT_PERIODS,
    CALENDAR,
  );

/** The first note below it: how it was counted. */
const howCounted = (deadline: Deadline) => deadlineFact("报告期限", deadline).notes?.[0];

describe("a deadline in words", () => {
  it("shows the last day with its weekday", () => {
    expect(lastDay(report("2026-09-28"))).toBe("2026年10月8日（星期四）前（含当日）");
    expect(lastDay(FILING)).toBe("2026年9月28日（星期一）前（含当日）");
    expect(lastDay(PROVISIONAL_REPORT)).toBe("2027年2月8日（星期一，暂定）前（含当日）");
  });

  it("tells how a holiday moved it", () => {
    expect(howCounted(report("2026-09-28"))).toBe(
      "计算：2026年9月28日收到传票，自2026年9月29日起算，期间最后一日为2026年10月1日；2026年10月1日为周四，节假日安排放假，顺延至2026年10月8日。",
    );
    const filing = filingDeadline({ hearing: { date: civilDate("2026-09-24") } }, DEFAULT_PERIODS, CALENDAR);
    expect(howCounted(filing)).toBe(
      "计算：2026年9月24日开庭，自2026年9月25日起算，期间最后一日为2026年9月26日；2026年9月26日为周六，节假日安排放假，顺延至2026年9月28日。",
    );
  });

  it("explains a weekend day that is worked, moved to or not", () => {
    expect(howCounted(report("2026-09-17"))).toContain("2026年9月20日为周日，调休上班。");
    expect(howCounted(report("2026-10-07"))).toContain("2026年10月10日为周六，调休上班。");
    expect(howCounted(report("2026-09-14"))).toBe(
      "计算：2026年9月14日收到传票，自2026年9月15日起算，期间最后一日为2026年9月17日。",
    );
  });

  it("says that the hearing cuts it short", () => {
    expect(howCounted(report("2026-09-22", "2026-09-24"))).toContain(
      "2026年9月24日 9:00开庭，报告不得迟于开庭，故期限截至2026年9月24日。",
    );
    expect(howCounted(report("2026-09-14", "2026-09-24"))).not.toContain("开庭");
  });

  it("says what a provisional one waits for", () => {
    expect(howCounted(PROVISIONAL_REPORT)).toContain("本期限为暂定，当年节假日安排公布后重新计算。");
    expect(howCounted(FILING)).not.toContain("暂定");
  });
});
