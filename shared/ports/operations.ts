/** What whoever runs the deployment sees and does (运行维护), and what jobs leave for others to read. */
import type { BoardCount } from "../domain/board/board-count.ts";
import type { AreaFigures } from "../domain/board/board-figures.ts";
import type { AdminAct } from "../domain/operations/admin-act.ts";
import type { JobRun } from "../domain/operations/job-run.ts";
import type { KeptMonth } from "../domain/statistics/month-tallies.ts";
import type { Instant, Month } from "../domain/time/time.ts";

/** The last runs of jobs, what they counted, and what admins did. */
export interface Operations {
  /** Notes a run; of each job the last is kept. */
  ran(run: JobRun): Promise<void>;
  runs(): Promise<readonly JobRun[]>;
  /** Keeps what was counted of some areas, in place of what was counted of them before. */
  counted(figures: readonly AreaFigures[]): Promise<void>;
  /** Keeps what a month came to, in place of what was kept of it. */
  keepMonth(month: KeptMonth): Promise<void>;
  /** What is kept of months from one on, oldest first. */
  months(from: Month): Promise<readonly KeptMonth[]>;
  /** The count that is under way, or came to its end last, read consistently; undefined where there was none. */
  boardCount(): Promise<BoardCount | undefined>;
  /** Keeps how far a count has come, in place of what it went on from; false where another has kept something since. */
  keepBoardCount(count: BoardCount, from: BoardCount | undefined): Promise<boolean>;
  /** What was last counted of an area; undefined where it never was. */
  figures(area: string): Promise<AreaFigures | undefined>;
  /** Notes an act; one of the same id is left as it is. */
  note(act: AdminAct): Promise<void>;
  /** All acts by which the calendar is made, oldest first. */
  calendarActs(): Promise<readonly AdminAct[]>;
  /** The other acts since, oldest first. */
  acts(from: Instant): Promise<readonly AdminAct[]>;
}
