/** Which jobs does a day of the month call for, and what came of them? */
import { assessYear } from "./assessment/assessments.ts";
import { draftBulletin, openSignings, proposeCorrections } from "./bulletin/bulletin.ts";
import { openDuties } from "./duties/ledger-duties.ts";
import { proposeInterviews } from "./interviews/interviews.ts";
import type { Job, JobPorts, JobTime } from "./jobs/job.ts";
import { makePack } from "./packs/meeting-packs.ts";
import { openPlans } from "./plans/programme-plans.ts";

/** What the schedule asks for: on the 1st the draft, on the 3rd what figures call for besides a bulletin. */
export type Task = "draft" | "propose";

/** In this order: what is called for by the bulletin's figures comes after it. */
const JOBS: Readonly<Record<Task, Readonly<Record<string, Job>>>> = {
  draft: { duties: openDuties, plans: openPlans, signings: openSignings, editions: draftBulletin },
  propose: {
    corrections: proposeCorrections,
    interviews: proposeInterviews,
    assessed: assessYear,
    packed: makePack,
  },
};

/** Every job of a task was tried, and some failed; the schedule tries again, and what is made isn't made twice. */
export class JobsFailed extends Error {
  override readonly name = "JobsFailed";
  constructor(failed: readonly FailedJob[]) {
    super(failed.map(({ job, fault }) => `${job}: ${fault.name}: ${fault.message}`).join("; "));
  }
}

export interface FailedJob {
  readonly job: string;
  readonly fault: Error;
}

/** What came of a task's jobs. */
export interface JobsDone {
  /** How many things each made. */
  readonly made: Readonly<Record<string, number>>;
  /** How much is owed, but reached nobody it is for. */
  readonly unreached: number;
  readonly failed: readonly FailedJob[];
}

/** Runs the jobs of a task, each whatever became of the others. */
export async function runJobs(task: Task, ports: JobPorts, when: JobTime): Promise<JobsDone> {
  const made: Record<string, number> = {};
  const failed: FailedJob[] = [];
  let unreached = 0;
  for (const [job, run] of Object.entries(JOBS[task])) {
    try {
      const result = await run(ports, when);
      made[job] = result.made;
      unreached += result.unreached.length;
    } catch (fault) {
      failed.push({ job, fault: fault instanceof Error ? fault : new Error(String(fault)) });
    }
  }
  return { made, unreached, failed };
}
