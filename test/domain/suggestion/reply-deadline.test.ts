/** Until when is a proposal (司法建议) to be answered? Worked days over holidays and make-up days, and what holds for all. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replyDeadline } from "../../../shared/domain/suggestion/reply-deadline.ts";
import type { ReplyTerm } from "../../../shared/domain/suggestion/suggestion-paper.ts";
import { calendar } from "../../../shared/domain/time/calendar.ts";
import { addDays, type CivilDate, civilDate } from "../../../shared/domain/time/time.ts";
import { RULES } from "../../support/case-builders.ts";

const reply = (receivedOn: string, term: ReplyTerm) =>
  replyDeadline({ receivedOn: civilDate(receivedOn), reply: { term, written: true } }, RULES.calendar);

describe("the last day of a reply", () => {
  it.each<[string, ReplyTerm, string, string]>([
    // The sixtieth day is Saturday 7 November.
    ["2026-09-08", { days: 60 }, "2026-11-07", "2026-11-09"],
    // The thirtieth day is 1 October: the holidays end on the 7th.
    ["2026-09-01", { days: 30 }, "2026-10-01", "2026-10-08"],
    // Sunday 20 September is a make-up working day.
    ["2026-09-05", { days: 15 }, "2026-09-20", "2026-09-20"],
    // Months end on the day of the same number, or the month's last.
    ["2026-08-15", { months: 2 }, "2026-10-15", "2026-10-15"],
    ["2026-08-31", { months: 1 }, "2026-09-30", "2026-09-30"],
    // Working days: the 20th is one, 1 to 7 October none, Saturday 10 October one.
    ["2026-09-18", { workingDays: 2 }, "2026-09-21", "2026-09-21"],
    ["2026-09-30", { workingDays: 3 }, "2026-10-10", "2026-10-10"],
    // A day that is written out is that day, also a Saturday.
    ["2026-08-03", { by: civilDate("2026-10-31") }, "2026-10-31", "2026-10-31"],
  ])("received %s, %o: counted to %s, due %s", (receivedOn, term, rawEnd, due) => {
    const deadline = reply(receivedOn, term);
    expect(deadline).toMatchObject({ kind: "suggestion", due, provisional: false });
    expect(deadline.explanation).toMatchObject({ startedBy: "suggestion", start: receivedOn, rawEnd });
  });

  it("is provisional where the year's holidays aren't known, and moves when they are", () => {
    const unknown = calendar([]);
    const facts = {
      receivedOn: civilDate("2026-08-02"),
      reply: { term: { days: 60 }, written: false },
    } as const;
    const before = replyDeadline(facts, unknown);
    const after = replyDeadline(facts, RULES.calendar);
    expect(before.provisional).toBe(true);
    expect(after).toMatchObject({ due: "2026-10-08", provisional: false });
  });

  it("never falls on a day off, is never before the term is over, and grows with it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
        const receivedOn = addDays("2026-01-01" as CivilDate, offset);
        const { due } = reply(receivedOn, { days });
        expect(due >= addDays(receivedOn, days)).toBe(true);
        expect(RULES.calendar.rollForward(due).date).toBe(due);
        expect(reply(receivedOn, { days: days + 1 }).due >= due).toBe(true);
      }),
    );
  });
});
