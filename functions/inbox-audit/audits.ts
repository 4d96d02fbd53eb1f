/** Which comparisons does a run make? What has arrived since the last one; and, once a month or where it is asked for, everything. */
import type { Compared, JobRun } from "../../shared/domain/operations/job-run.ts";
import { addMinutes, type Instant } from "../../shared/domain/time/time.ts";
import type { Operations } from "../../shared/ports/operations.ts";
import { type Audited, type AuditPorts, audit } from "./audit.ts";

/** A month and a bit: whatever the rule of days may have missed is found by then. */
const WHOLE_EVERY_MINUTES = 31 * 24 * 60;

/**
 * Makes them and notes each at its end, so that one that fails is made again from where the last complete one ended. The whole
 * comparison comes second: were it too long for a run, the mornings would still have theirs.
 */
export async function* audits(
  ports: AuditPorts & { readonly operations: Operations },
  times: { readonly now: Instant; readonly clock: Instant },
  whole = false,
): AsyncIterable<Audited> {
  const last = (await ports.operations.runs()).find(({ job }) => job === "audit")?.compared;
  if (last !== undefined) yield noted(await audit(ports, times, last));
  if (whole || last === undefined || isLongAgo(last)) yield noted(await audit(ports, times));

  function isLongAgo({ whole: at }: Compared): boolean {
    return at === undefined || addMinutes(at, WHOLE_EVERY_MINUTES) <= times.clock;
  }

  async function noted(audited: Audited): Promise<Audited> {
    const { counts, oldest, compared } = audited;
    const run: JobRun = { job: "audit", at: times.clock, counts: { ...counts }, failed: 0, compared };
    await ports.operations.ran(oldest === undefined ? run : { ...run, oldest });
    return audited;
  }
}
