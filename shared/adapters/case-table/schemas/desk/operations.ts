/** Runs of jobs and acts of admins as they are stored. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../../domain/agreement.ts";
import type { AdminAct } from "../../../../domain/operations/admin-act.ts";
import { JOBS, type JobRun } from "../../../../domain/operations/job-run.ts";
import { civilDate, count, instant } from "../scalars.ts";

export const jobRun = z.object({
  job: z.enum(JOBS),
  at: instant,
  counts: z.record(z.string(), z.number()),
  failed: count,
  oldest: z.exactOptional(instant),
  compared: z.exactOptional(
    z.object({
      upTo: instant,
      open: z.array(z.object({ key: z.string(), versionId: z.string() })),
      whole: z.exactOptional(instant),
    }),
  ),
  calendar: z.exactOptional(z.string()),
  goesOn: z.exactOptional(z.object({ board: z.string(), after: z.exactOptional(z.string()) })),
});

const notice = z.object({
  year: count,
  holidays: z.array(civilDate),
  workdays: z.array(civilDate),
  text: z.string(),
});

export const adminAct = z.object({
  id: z.string(),
  at: instant,
  by: z.string(),
  deed: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("holidays-entered"), notice }),
    z.object({ kind: z.literal("holidays-withdrawn"), year: count, entered: z.string() }),
    z.object({ kind: z.literal("sessions-ended"), mailbox: z.string(), sessions: count }),
    z.object({ kind: z.literal("cases-exported"), jurisdiction: z.string(), year: z.string(), cases: count }),
    z.object({
      kind: z.literal("records-exported"),
      jurisdiction: z.string(),
      year: z.string(),
      records: z.enum(["directory", "programme", "bulletins"]),
    }),
  ]),
});

agreed<Agree<JobRun, z.infer<typeof jobRun>>>();
agreed<Agree<AdminAct, z.infer<typeof adminAct>>>();
