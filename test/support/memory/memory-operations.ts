/** {@link Operations} in memory: the last runs of jobs, what they counted, and what admins did. */
import type { BoardCount } from "../../../shared/domain/board/board-count.ts";
import type { AreaFigures } from "../../../shared/domain/board/board-figures.ts";
import { type AdminAct, isOfCalendar } from "../../../shared/domain/operations/admin-act.ts";
import type { JobRun } from "../../../shared/domain/operations/job-run.ts";
import type { KeptMonth } from "../../../shared/domain/statistics/month-tallies.ts";
import type { Operations } from "../../../shared/ports/operations.ts";
import { frozen } from "./frozen.ts";

export function memoryOperations(): Operations {
  const runs = new Map<string, JobRun>();
  const counted = new Map<string, AreaFigures>();
  const months = new Map<string, KeptMonth>();
  let kept: BoardCount | undefined;
  const acts = new Map<string, AdminAct>();
  const noted = (ofCalendar: boolean) =>
    [...acts.values()]
      .filter(({ deed }) => isOfCalendar(deed) === ofCalendar)
      .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return {
    ran: async (run) => void runs.set(run.job, frozen(run)),
    runs: async () => [...runs.values()].toSorted((one, other) => (one.job < other.job ? -1 : 1)),
    async counted(figures) {
      for (const one of figures) counted.set(one.area, structuredClone(one));
    },
    keepMonth: async (month) => void months.set(month.month, structuredClone(month)),
    months: async (from) =>
      [...months.values()]
        .filter(({ month }) => month >= from)
        .toSorted((one, other) => (one.month < other.month ? -1 : 1)),
    boardCount: async () => structuredClone(kept),
    async keepBoardCount(count, from) {
      if (kept?.at !== from?.at || kept?.part !== from?.part) return false;
      kept = structuredClone(count);
      return true;
    },
    figures: async (area) => structuredClone(counted.get(area)),
    async note(act) {
      if (!acts.has(act.id)) acts.set(act.id, frozen(act));
    },
    calendarActs: async () => noted(true),
    acts: async (from) => noted(false).filter(({ at }) => at >= from),
  };
}
