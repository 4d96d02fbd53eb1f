/** What every {@link Operations} must do. */
import { describe, expect, it } from "vitest";
import type { AdminAct, AdminDeed } from "../../shared/domain/operations/admin-act.ts";
import type { JobRun } from "../../shared/domain/operations/job-run.ts";
import { addMinutes, civilDate } from "../../shared/domain/time/time.ts";
import type { Operations } from "../../shared/ports/operations.ts";
import { MORNING, NOON } from "../support/stored-things.ts";

const SWEPT: JobRun = { job: "sweep", at: MORNING, counts: { looked: 3, notices: 1 }, failed: 0 };
const HOLIDAYS: AdminDeed = {
  kind: "holidays-entered",
  notice: {
    year: 2027,
    holidays: [civilDate("2027-01-01")],
    workdays: [civilDate("2027-01-03")],
    text: "元旦",
  },
};

function act(id: string, deed: AdminDeed, at = MORNING): AdminAct {
  return { id, at, by: "admin@example.org", deed };
}

export function operationsContract(name: string, make: () => Promise<Operations>): void {
  describe(`operations: ${name}`, () => {
    it("keep the last run of each job, and nothing of the one before", async () => {
      const operations = await make();
      expect(await operations.runs()).toEqual([]);
      const audited: JobRun = {
        job: "audit",
        at: MORNING,
        counts: { queued: 1 },
        failed: 0,
        oldest: MORNING,
      };
      for (const run of [audited, SWEPT]) await operations.ran(run);
      expect(await operations.runs()).toEqual([audited, SWEPT]);
      const later = { ...SWEPT, at: NOON, counts: { looked: 0 }, failed: 2 };
      const next: JobRun = { job: "audit", at: NOON, counts: { queued: 0 }, failed: 0 };
      for (const run of [later, next]) await operations.ran(run);
      expect(await operations.runs()).toEqual([next, later]);
    });

    it("keep each act once, those of the calendar apart and for good", async () => {
      const operations = await make();
      const withdrawn = act("w", { kind: "holidays-withdrawn", year: 2027, entered: "h" }, NOON);
      const ended = act("s", { kind: "sessions-ended", mailbox: "a@example.org", sessions: 2 });
      const exported = act(
        "x",
        { kind: "cases-exported", jurisdiction: "沂南县", year: "2026", cases: 12 },
        NOON,
      );
      for (const one of [withdrawn, act("h", HOLIDAYS), exported, ended]) await operations.note(one);
      await operations.note(act("h", HOLIDAYS, addMinutes(NOON, 5)));
      expect(await operations.calendarActs()).toEqual([act("h", HOLIDAYS), withdrawn]);
      expect(await operations.acts(MORNING)).toEqual([ended, exported]);
      expect(await operations.acts(NOON)).toEqual([exported]);
    });
  });
}
