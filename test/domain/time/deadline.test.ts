import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holidayYears } from "../../../shared/adapters/holidays.ts";
import { calendar } from "../../../shared/domain/time/calendar.ts";
import {
  DEFAULT_PERIODS,
  filingDeadline,
  lastDayOf,
  noticeMargin,
  reportDeadline,
  toldOn,
} from "../../../shared/domain/time/deadline.ts";
import { appealDeadline, defenceDeadline } from "../../../shared/domain/time/duty-deadlines.ts";
import { addDays, civilDate, clockTime } from "../../../shared/domain/time/time.ts";
import { explain } from "../../../shared/letters/wording/deadline-wording.ts";

// The data up to 2026, whatever later years a newer package brings.
const days = calendar(holidayYears().filter(({ year }) => year <= 2026));

const report = (served: string, hearing?: string, time?: string) =>
  reportDeadline(
    {
      served: civilDate(served),
      hearing:
        hearing === undefined
          ? undefined
          : { date: civilDate(hearing), ...(time && { time: clockTime(time) }) },
    },
    DEFAULT_PERIODS,
    days,
  );
const filing = (hearing: string) =>
  filingDeadline({ hearing: { date: civilDate(hearing) } }, DEFAULT_PERIODS, days);

describe("a last day by which nothing else hangs", () => {
  it.each([
    ["2026-09-10", 2, "2026-09-14", "a Saturday"],
    ["2026-09-28", 4, "2026-10-08", "National Day week"],
    ["2026-09-18", 2, "2026-09-20", "a make-up Sunday"],
    ["2026-09-08", 2, "2026-09-10", "a working day"],
  ])("%s and %i days is %s: %s", (start, more, last) => {
    expect(lastDayOf(civilDate(start), more, days)).toBe(last);
  });
});

describe("the 3-day report", () => {
  it.each([
    ["2026-09-28", "2026-10-08", "National Day week"],
    ["2026-09-17", "2026-09-20", "a make-up Sunday"],
    ["2026-10-07", "2026-10-10", "a make-up Saturday"],
    ["2026-02-11", "2026-02-14", "the Saturday worked before Spring Festival"],
    ["2026-02-12", "2026-02-24", "the whole of Spring Festival"],
    ["2026-02-25", "2026-02-28", "the Saturday worked after it"],
    ["2026-04-01", "2026-04-07", "Qingming on a weekend"],
    ["2026-09-14", "2026-09-17", "an ordinary Thursday"],
    ["2026-07-01", "2026-07-06", "an ordinary Saturday"],
    ["2026-12-28", "2026-12-31", "the year's last day"],
    ["2025-12-29", "2026-01-04", "a New Year with a make-up Sunday"],
  ])("served %s is due %s: %s", (served, due) => {
    const deadline = report(served);
    expect(deadline).toMatchObject({ kind: "report", due, provisional: false });
    expect(deadline).not.toHaveProperty("hardDue");
  });

  it.each([
    ["2026-12-29", "2027-01-04"],
    ["2026-12-30", "2027-01-04"],
    ["2027-03-01", "2027-03-04"],
  ])("served %s is provisionally due %s while 2027's notice is missing", (served, due) => {
    expect(report(served)).toMatchObject({ due, provisional: true });
  });

  it("has the hearing as its hard limit", () => {
    expect(report("2026-09-28", "2026-10-15", "09:00")).toMatchObject({
      due: "2026-10-08",
      hardDue: "2026-10-15T09:00:00+08:00",
    });
    expect(report("2026-09-28", "2026-10-15")).toMatchObject({ due: "2026-10-08", hardDue: "2026-10-15" });
  });

  it("is never due after the hearing's day", () => {
    expect(report("2026-09-28", "2026-09-30", "14:30")).toMatchObject({
      due: "2026-09-30",
      hardDue: "2026-09-30T14:30:00+08:00",
    });
    expect(report("2026-09-30", "2026-10-05").due).toBe("2026-10-05");
    expect(explain(report("2026-09-28", "2026-09-30")).join()).toContain("故期限截至2026-09-30");
  });

  it("is certain where the hearing's day comes before any doubt", () => {
    expect(report("2026-12-29", "2026-12-31")).toMatchObject({ due: "2026-12-31", provisional: false });
    expect(report("2026-12-29", "2027-01-01")).toMatchObject({ due: "2027-01-01", provisional: false });
    expect(report("2026-12-30", "2027-01-03")).toMatchObject({ due: "2027-01-03", provisional: true });
  });

  it("follows the policy's days and roll", () => {
    const policy = { ...DEFAULT_PERIODS, reportDays: 5, rollReport: false };
    const deadline = reportDeadline({ served: civilDate("2026-09-28") }, policy, days);
    expect(deadline).toMatchObject({ due: "2026-10-03", provisional: false });
    expect(explain(deadline).join()).toContain("不顺延");
  });
});

describe("the 2-day filing", () => {
  it.each([
    ["2026-09-24", "2026-09-28"],
    ["2026-09-18", "2026-09-20"],
    ["2026-10-08", "2026-10-10"],
    ["2026-09-15", "2026-09-17"],
    ["2026-09-29", "2026-10-08"],
  ])("after a hearing on %s is due %s, a hard limit", (hearing, due) => {
    expect(filing(hearing)).toMatchObject({ kind: "filing", due, hardDue: due, provisional: false });
  });

  it("is provisional over a year's end without a notice", () => {
    expect(filing("2026-12-30")).toMatchObject({ due: "2027-01-04", provisional: true });
  });
});

describe("the statutory periods", () => {
  const served = civilDate("2026-09-23");
  it("are 15 days to answer, 15 to appeal a judgment, 10 a ruling, rolled", () => {
    expect(defenceDeadline({ served }, days).due).toBe("2026-10-08");
    expect(appealDeadline({ served, against: "judgment" }, days).due).toBe("2026-10-08");
    expect(appealDeadline({ served, against: "ruling" }, days)).toMatchObject({ due: "2026-10-08" });
    expect(appealDeadline({ served: civilDate("2026-09-04"), against: "ruling" }, days).due).toBe(
      "2026-09-14",
    );
  });

  it("leave 3 clear days between a notice of appearance and the hearing, over weekends too", () => {
    const margin = (day: string) =>
      noticeMargin({ served: civilDate(day), hearing: civilDate("2026-10-15") });
    expect(margin("2026-10-10")).toEqual({ clearDays: 4, verdict: "ample" });
    expect(margin("2026-10-11")).toEqual({ clearDays: 3, verdict: "tight" });
    expect(margin("2026-10-12")).toEqual({ clearDays: 2, verdict: "violation" });
    expect(margin("2026-10-16")).toEqual({ clearDays: 0, verdict: "violation" });
  });
});

describe("any deadline", () => {
  const anyDate = fc.integer({ min: 0, max: 1460 }).map((n) => addDays(civilDate("2024-01-01"), n));

  it("is on or after its raw end, on a working day, and says why", () => {
    fc.assert(
      fc.property(anyDate, (start) => {
        for (const deadline of [report(start), filing(start), defenceDeadline({ served: start }, days)]) {
          const { due, explanation } = deadline;
          expect(due >= explanation.rawEnd).toBe(true);
          expect(explanation.rawEnd > start).toBe(true);
          expect(days.isWorkingDay(due).working).toBe(true);
          if (!days.covers(Number(due.slice(0, 4)))) expect(deadline.provisional).toBe(true);
        }
      }),
    );
  });

  it("is for a report the earlier of the rolled end and the hearing", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 20 }), (served, later) => {
        const hearing = addDays(served, later);
        const { due, hardDue, explanation } = report(served, hearing);
        expect(due).toBe([hearing, explanation.rolledEnd].sort()[0]);
        expect(hardDue).toBe(hearing);
      }),
    );
  });

  it("explains itself: rule, basis, start, raw end, rolled end, hard limit, calendar", () => {
    const text = explain(report("2026-09-28", "2026-10-15", "09:00"));
    for (const part of [
      "三日报告",
      "行诉解释第48条",
      "2026-09-28收到传票",
      "2026-10-01",
      "至2026-10-08",
      "2026-10-15 09:00开庭",
    ])
      expect(
        text.some((sentence) => sentence.includes(part)),
        part,
      ).toBe(true);
    expect(text.join()).toMatch(/chinese-days@\d/);
    expect(explain(filing("2026-12-30")).at(-1)).toContain("暂定");
  });
});

describe("who is told of a duty when it is nearly over", () => {
  const due = report("2026-09-14");

  it("keeps its last day where a working day is left, and has as many working days as the period gives where none is", () => {
    expect(due.due).toBe("2026-09-17");
    expect(toldOn(due, civilDate("2026-09-16"), 2, days)).toBe(due);
    expect(toldOn(due, civilDate("2026-09-17"), 2, days)).toMatchObject({
      due: "2026-09-20",
      explanation: { told: { on: "2026-09-17", until: "2026-09-20" } },
    });
    expect(toldOn(due, civilDate("2026-09-17"), 1, days)).toMatchObject({ due: "2026-09-18" });
  });

  it("has no longer than to the hearing, and not less than before", () => {
    const cut = report("2026-09-14", "2026-09-19", "09:00");
    expect(toldOn(cut, civilDate("2026-09-17"), 2, days)).toMatchObject({ due: "2026-09-19" });
    const onTheDay = report("2026-09-14", "2026-09-17", "15:00");
    expect(toldOn(onTheDay, civilDate("2026-09-17"), 2, days)).toBe(onTheDay);
  });

  it("files by the new day at the latest", () => {
    const late = toldOn(filing("2026-09-14"), civilDate("2026-09-16"), 2, days);
    expect(late).toMatchObject({ due: "2026-09-18", hardDue: "2026-09-18" });
    expect(toldOn(due, civilDate("2026-09-17"), 2, days)).not.toHaveProperty("hardDue");
  });

  it("is given a provisional day as soon as one of those counted may move", () => {
    const only2027 = calendar([
      { year: 2027, version: "made up", holidays: [civilDate("2027-01-01")], workdays: [] },
    ]);
    const known = { ...due, due: civilDate("2026-12-30"), provisional: false };
    expect(toldOn(known, civilDate("2026-12-30"), 2, only2027)).toMatchObject({
      due: "2027-01-04",
      provisional: true,
    });
    expect(toldOn(known, civilDate("2027-01-04"), 2, only2027)).toMatchObject({ provisional: false });
  });
});
