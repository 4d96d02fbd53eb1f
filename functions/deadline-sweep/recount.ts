/**
 * After a change of the holidays known (a year entered by an admin, taken back, or come with a new version): every open case that has
 * a period running is looked at once, so that no deadline stands by days that are no longer so. A part at a time; the next hour goes on.
 */
import { casesAtWork } from "../../shared/casework/cases-at-work.ts";
import { handle } from "../../shared/casework/handle.ts";
import { jurisdictions } from "../../shared/casework/jurisdictions.ts";
import { sideBySide } from "../../shared/casework/side-by-side.ts";
import type { CaseNumber } from "../../shared/domain/court/case-number.ts";
import type { JobRun } from "../../shared/domain/operations/job-run.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import type { Instant } from "../../shared/domain/time/time.ts";
import type { Operations } from "../../shared/ports/operations.ts";
import type { SweepPorts } from "./sweep.ts";

/** Rows of boards a run looks at: some seconds of the five minutes it has. */
const MOST_ROWS = 5000;
const PAGE = 200;
/** Cases decided side by side: as many as keep a table busy without making it wait. */
const AT_ONCE = 10;

export interface RecountPorts extends SweepPorts {
  readonly operations: Operations;
}

/** Goes on with what a change of the calendar calls for; undefined where there is nothing to do. */
export async function recount(
  ports: RecountPorts,
  now: Instant,
  rules: Rules,
  most = MOST_ROWS,
): Promise<JobRun | undefined> {
  const calendar = rules.calendar.version;
  const last = (await ports.operations.runs()).find(({ job }) => job === "recount");
  const begun = last?.calendar === calendar ? last : undefined;
  if (begun !== undefined && begun.goesOn === undefined) return undefined;
  const boards = await jurisdictions(ports.directory);
  const first = Math.max(0, boards.indexOf(begun?.goesOn?.board ?? ""));
  const counts = {
    looked: begun?.counts.looked ?? 0,
    moved: begun?.counts.moved ?? 0,
    unreached: 0,
  };
  let failed = begun?.failed ?? 0;
  let left = most;
  let goesOn: JobRun["goesOn"];
  let after = begun?.goesOn?.after;
  for (const board of boards.slice(first)) {
    do {
      const page = await ports.records.openCases(board, { after, limit: PAGE });
      const running = page.rows.filter(({ agencies }) => agencies.some(({ due }) => due.length > 0));
      await sideBySide(running, AT_ONCE, ({ caseNumber }) => count(caseNumber));
      counts.looked += running.length;
      left -= page.rows.length;
      after = page.next;
    } while (after !== undefined && left > 0);
    goesOn = after === undefined ? nextOf(board) : { board, after };
    if (left <= 0) break;
  }
  // What failed is tried again, with all the others, which then have nothing to do.
  if (goesOn === undefined && failed > 0) goesOn = { board: boards[0] ?? "" };
  const begins = goesOn?.after === undefined && goesOn?.board === boards[0];
  const run: JobRun = {
    job: "recount",
    at: now,
    calendar,
    counts: begins ? { ...counts, looked: 0 } : counts,
    failed: begins ? 0 : failed,
    ...(goesOn !== undefined && { goesOn }),
  };
  await ports.operations.ran(run);
  return { ...run, failed };

  function nextOf(board: string): JobRun["goesOn"] {
    const next = boards[boards.indexOf(board) + 1];
    return next === undefined ? undefined : { board: next };
  }

  async function count(caseNumber: CaseNumber): Promise<void> {
    try {
      const done = await recountCase(ports, caseNumber, now, rules);
      if (done.result) counts.moved += 1;
      counts.unreached += done.unreached.length;
    } catch {
      failed += 1;
    }
  }
}

/** Whether any of its deadlines was given anew. */
async function recountCase(ports: SweepPorts, caseNumber: CaseNumber, now: Instant, rules: Rules) {
  return handle(ports.records, `recount ${caseNumber} ${rules.calendar.version}`, async () => {
    const cases = casesAtWork(ports, { now, cause: "sweep", rules, gathers: true });
    if ((await cases.file(caseNumber)) !== undefined)
      await cases.decide(caseNumber, { type: "recompute", at: now });
    const { changes, unreached } = await cases.changes();
    return { outcome: "ready", changes, unreached, result: changes.length > 0 };
  });
}
