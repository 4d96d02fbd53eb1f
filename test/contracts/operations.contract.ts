/** What every {@link Operations} must do. */

import { describe, expect, it } from "vitest";
import type { BoardCount } from "../../shared/domain/board/board-count.ts";
import { type AreaFigures, WHOLE_CITY } from "../../shared/domain/board/board-figures.ts";
import type { AdminAct, AdminDeed } from "../../shared/domain/operations/admin-act.ts";
import type { JobRun } from "../../shared/domain/operations/job-run.ts";
import type { KeptMonth } from "../../shared/domain/statistics/month-tallies.ts";
import { addMinutes, civilDate, type Month } from "../../shared/domain/time/time.ts";
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

    it("keep what was last counted of each area", async () => {
      const operations = await make();
      expect(await operations.figures("沂南县")).toBeUndefined();
      const figures = (area: string, open: number): AreaFigures => ({
        area,
        at: MORNING,
        cases: {
          open,
          states: { heard: 1, "awaiting-hearing": open - 1 },
          concerns: { overdue: 1 },
          silent: 1,
          longest: [{ name: "沂南县公安局", district: "沂南县", reports: 1, filings: 0, duties: 0, days: 3 }],
        },
        month: {
          month: "2026-09" as Month,
          total: { heard: 3, present: 2, absent: 1, unknown: 0 },
          agencyLevel: { heard: 4, present: 2, absent: 1, unknown: 1 },
          defence: { part: 1, whole: 2 },
        },
        rows: 4,
      });
      await operations.counted([figures("沂南县", 2), figures(WHOLE_CITY, 9)]);
      await operations.counted([figures("沂南县", 3)]);
      expect(await operations.figures("沂南县")).toEqual(figures("沂南县", 3));
      expect(await operations.figures(WHOLE_CITY)).toEqual(figures(WHOLE_CITY, 9));
      // Runs lie beside them.
      expect(await operations.runs()).toEqual([]);
    });

    it("keep what months came to, one of each, from a month on", async () => {
      const operations = await make();
      const of = (month: string, heard: number): KeptMonth => {
        const tally = { heard, present: 1, absent: 1, unknown: 0 };
        const areas = [{ jurisdiction: "沂南县", ...tally }];
        return { month: month as Month, at: MORNING, rows: heard, tallies: { total: tally, areas } };
      };
      for (const one of [of("2026-08", 2), of("2025-12", 3), of("2025-11", 4), of("2026-08", 5)])
        await operations.keepMonth(one);
      expect(await operations.months("2025-12" as Month)).toEqual([of("2025-12", 3), of("2026-08", 5)]);
      expect(await operations.runs()).toEqual([]);
    });

    it("keep how far a count has come, of two that went on from the same part the faster", async () => {
      const operations = await make();
      expect(await operations.boardCount()).toBeUndefined();
      const late = { name: "沂南县公安局", district: "沂南县", reports: 1, filings: 0, duties: 0, days: 3 };
      const first: BoardCount = {
        at: MORNING,
        part: 1,
        done: false,
        after: "（2026）鲁1321行初1号",
        areas: [
          {
            area: "沂南县",
            tally: {
              open: 2,
              states: { heard: 2 },
              concerns: { overdue: 1 },
              silent: [["yinan-police", late]],
            },
          },
        ],
      };
      expect(await operations.keepBoardCount(first, undefined)).toBe(true);
      expect(await operations.keepBoardCount(first, undefined)).toBe(false);
      expect(await operations.boardCount()).toEqual(first);
      const done: BoardCount = { at: MORNING, part: 2, done: true, areas: [] };
      expect(await operations.keepBoardCount(done, first)).toBe(true);
      expect(await operations.keepBoardCount({ ...first, part: 2 }, first)).toBe(false);
      expect(await operations.keepBoardCount({ ...first, at: NOON }, { ...done, at: NOON })).toBe(false);
      expect(await operations.boardCount()).toEqual(done);
      // Neither runs nor figures.
      expect(await operations.runs()).toEqual([]);
      expect(await operations.figures("沂南县")).toBeUndefined();
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
