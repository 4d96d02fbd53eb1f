/** How much of the processor does a process take for each thing it is asked? Its limit of time is counted by that, so that a busy machine is nobody's fault. */
import { readFileSync } from "node:fs";
import type { Child, ChildEnd } from "../../shared/documents/bounded/child-process.ts";

/** Of one thing that was asked: how it ended, and the processor time it took in milliseconds, by Linux's account. */
export interface Account {
  readonly end: ChildEnd;
  readonly milliseconds: number;
}

/** Linux counts in hundredths of a second, whatever its clock does. */
const TICK_MS = 10;
const LOOK_EVERY_MS = 100;

/**
 * A process as it is, ended once it has taken more processor time for one thing than its limit; what waits for ever without
 * taking any is ended after `wall` milliseconds, as where there is no account.
 */
export function accounted(child: Child, wall: number, note: (account: Account) => void): Child {
  return {
    ...child,
    async ask(message, limits) {
      const before = processorTime(child.pid);
      let taken = 0;
      const look = setInterval(() => {
        taken = Math.max(taken, processorTime(child.pid) - before);
        if (taken > limits.milliseconds && child.pid !== undefined) process.kill(child.pid, "SIGKILL");
      }, LOOK_EVERY_MS);
      try {
        const ended = await child.ask(message, { ...limits, milliseconds: wall });
        taken = Math.max(taken, processorTime(child.pid) - before);
        // What had taken too much when it answered is over its limit as well.
        const end: ChildEnd = taken > limits.milliseconds ? { ended: "over-limit", what: "time" } : ended;
        note({ end, milliseconds: taken });
        return end;
      } finally {
        clearInterval(look);
      }
    },
  };
}

/** Milliseconds of processor time a process has taken in all its threads; 0 where there is no account of it. */
function processorTime(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name may hold blanks and brackets; user and system time are the 12th and 13th after it.
    const [user, system] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13)
      .map(Number);
    return ((user ?? 0) + (system ?? 0)) * TICK_MS;
  } catch {
    return 0;
  }
}
