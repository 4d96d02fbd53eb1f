/** What a case file obliges the system to announce, and when: the steps of its ladders (ladders.ts). */

import { type CaseFile, isLedgersAlone } from "../case-file/state.ts";
import { nextOpening } from "../notices/frame/working-hours.ts";
import type { OwedStep } from "../notices/notice.ts";
import type { Rules } from "../rules.ts";
import { addDays, civilDateAt, earliest, type Instant, instantAt } from "../time/time.ts";
import { nextDutyOn } from "./case-duties.ts";
import { isOwedStill, nextStepAt, stepsDue } from "./ladder.ts";
import { obligations } from "./ladders.ts";
import type { Obligation } from "./obligation.ts";

/** What is to be sent now: reached, not sent yet, and either offices are open or it can't wait. */
export function obligationsDue(file: CaseFile, now: Instant, rules: Rules): readonly Obligation[] {
  return stepsDue(obligations(file, rules), file.sent, now, rules);
}

/**
 * Whether what a notice says of a case is still to be said (a last look before it leaves late): nothing of its ladder came after
 * it, the duty is still open, the hearing still to come.
 */
export function isStillToBeSaid(file: CaseFile, { key }: OwedStep, now: Instant, rules: Rules): boolean {
  return isOwedStill((sent) => obligations({ ...file, sent }, rules), file.sent, key, now);
}

/**
 * When the sweep must look at the file again; undefined while nothing is owed or expected. `tried`: keys of what has just
 * been tried in vain.
 */
export function nextActionAt(
  file: CaseFile,
  now: Instant,
  rules: Rules,
  tried?: ReadonlySet<string>,
): Instant | undefined {
  return earliest(
    nextStepAt(obligations(file, rules), file.sent, now, rules, tried),
    tryAgainAt(file, now, rules),
    dutyOpensAt(file, now, rules),
  );
}

/** A duty that opens by time alone opens in the morning of its day. */
function dutyOpensAt(file: CaseFile, now: Instant, rules: Rules): Instant | undefined {
  const day = nextDutyOn(file, now, rules);
  return day && nextOpening(instantAt(day), rules.policy, rules.calendar);
}

/** Names the directory didn't know, and dates no calendar settled yet, are tried again every working morning. */
function tryAgainAt(file: CaseFile, now: Instant, { policy, calendar }: Rules): Instant | undefined {
  const unknown =
    file.state !== "closed" &&
    file.void !== true &&
    !isLedgersAlone(file) &&
    file.respondents.some(({ identity }) => identity === undefined);
  const provisional = [...file.deadlines, ...file.duties].some(
    ({ status, deadline }) => status === "open" && deadline.provisional,
  );
  if (!unknown && !provisional) return undefined;
  return nextOpening(instantAt(addDays(civilDateAt(now), 1)), policy, calendar);
}
