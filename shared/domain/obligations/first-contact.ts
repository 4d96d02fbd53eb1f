/**
 * When does an agency hear of what it owes? Nobody is called late with what he was told of less than one working day before
 * it was due: whoever hears later has time from then, and the first letter about it says nothing of a delay.
 */

import { designationOf, orderKey } from "../case-file/designation.ts";
import type { CaseEvent } from "../case-file/events.ts";
import { filingAskedKey } from "../case-file/hearing.ts";
import type { CaseDeadline, CaseFile } from "../case-file/state.ts";
import { hearingOf } from "../case-file/state.ts";
import type { Rules } from "../rules.ts";
import { toldOn } from "../time/deadline.ts";
import { civilDateAt, earliest, type Instant } from "../time/time.ts";
import { sentAt } from "./ladder.ts";
import { mailOfTheDay } from "./letter-of-the-day.ts";
import { hearingSentKey } from "./obligation.ts";

/**
 * Since when the agency knows of a duty; undefined while it doesn't. The notice of a hearing tells of both, the report and the filing;
 * an agency's designation is told by the order.
 */
export function toldAt(
  { sent, ...file }: CaseFile,
  { kind, hearing: ordinal, respondent }: CaseDeadline,
  order?: string,
): Instant | undefined {
  const hearing = hearingOf({ sent, ...file }, ordinal);
  if (hearing === undefined) return undefined;
  if (order !== undefined) return sentAt(sent, order);
  // A hearing that was moved within its day was announced under its former setting as well.
  const notices = Array.from({ length: hearing.sequence + 1 }, (_, sequence) =>
    sentAt(sent, hearingSentKey({ ...hearing, sequence }, respondent)),
  );
  const asked = kind === "filing" ? sentAt(sent, filingAskedKey(ordinal, respondent)) : undefined;
  return earliest(...notices, asked);
}

/** The key of the order by which a designated agency (出庭指派) hears of its report. */
export function orderOf(file: CaseFile, { kind, respondent }: CaseDeadline): string | undefined {
  const designation = kind === "report" ? designationOf(file, respondent) : undefined;
  return designation && orderKey(designation);
}

/** When the newest paper or ledger came that may have brought a sitting to light. */
export function cameToLightAt({ documents, ledgers }: CaseFile): Instant | undefined {
  return [...documents, ...ledgers]
    .map(({ receivedAt }) => receivedAt)
    .toSorted()
    .at(-1);
}

/** What whoever is about to hear of it is given time for: open duties that nobody was told of and that are due too soon. */
export function timeGiven(file: CaseFile, now: Instant, rules: Rules): readonly CaseEvent[] {
  const { policy, calendar } = rules;
  return file.deadlines
    .filter((one) => one.status === "open" && toldAt(file, one, orderOf(file, one)) === undefined)
    .flatMap(({ kind, respondent, hearing, deadline }): readonly CaseEvent[] => {
      // A filing is asked for with the mail of the day; time counts from the day on which that is read.
      const isAsked = kind === "filing" && file.state !== "awaiting-hearing";
      const mail = isAsked ? mailOfTheDay(cameToLightAt(file), rules) : undefined;
      const told = civilDateAt(mail !== undefined && mail > now ? mail : now);
      const given = toldOn(deadline, told, policy.firstContact.workingDays, calendar);
      return given === deadline
        ? []
        : [{ type: "deadline-recomputed", kind, respondent, hearing, deadline: given }];
    });
}
