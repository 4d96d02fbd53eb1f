/** What whoever runs the deployment sees and does (运行维护). */
import type { AdminAct } from "../domain/operations/admin-act.ts";
import type { JobRun } from "../domain/operations/job-run.ts";
import type { Instant } from "../domain/time/time.ts";

/** The last runs of jobs, and what admins did. */
export interface Operations {
  /** Notes a run; of each job the last is kept. */
  ran(run: JobRun): Promise<void>;
  runs(): Promise<readonly JobRun[]>;
  /** Notes an act; one of the same id is left as it is. */
  note(act: AdminAct): Promise<void>;
  /** All acts by which the calendar is made, oldest first. */
  calendarActs(): Promise<readonly AdminAct[]>;
  /** The other acts since, oldest first. */
  acts(from: Instant): Promise<readonly AdminAct[]>;
}
