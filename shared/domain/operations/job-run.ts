/** What does whoever runs the deployment see of its functions? The last run of each job, as the job itself noted it at its end. */
import type { Instant } from "../time/time.ts";

/** `draft`, `propose`, `issue`: of the bulletin. `mail`: mails that the carrier took. `recount`: deadlines after a change of holidays. */
export const JOBS = ["sweep", "audit", "draft", "propose", "issue", "mail", "recount"] as const;
export type Job = (typeof JOBS)[number];

/** The last run of a job. */
export interface JobRun {
  readonly job: Job;
  /** When it ended. */
  readonly at: Instant;
  /** How much it did, by what. */
  readonly counts: Readonly<Record<string, number>>;
  /** How much of it failed and is tried again. */
  readonly failed: number;
  /** Of the audit: since when the oldest file waits that it had to queue again. */
  readonly oldest?: Instant;
  /** Of the audit: how far the inbox has been compared with the table. */
  readonly compared?: Compared;
  /** Of the recount: by which calendar, and after which case of which board it goes on; absent when it is through. */
  readonly calendar?: string;
  readonly goesOn?: { readonly board: string; readonly after?: string };
}

/** How far the inbox has been compared with the table: what arrived before `upTo` is settled, but for what is `open`. */
export interface Compared {
  readonly upTo: Instant;
  readonly open: readonly { readonly key: string; readonly versionId: string }[];
  /** When all of the inbox was last compared; absent where it never was. */
  readonly whole?: Instant;
}

/** Hours after which a job that runs by itself should have run again; the others run when there is something to do. */
const SILENT_HOURS: Readonly<Partial<Record<Job, number>>> = { sweep: 2, audit: 26 };

/** Whether a job has been silent for too long. */
export function isSilent(job: Job, run: JobRun | undefined, now: Instant): boolean {
  const hours = SILENT_HOURS[job];
  return (
    hours !== undefined && (run === undefined || Date.parse(now) - Date.parse(run.at) > hours * 3_600_000)
  );
}
