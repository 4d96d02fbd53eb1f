/**
 * The attributes by which the two indexes find items; an item without them is not in the index.
 *
 * `due` (duePartition, dueAt): what must be looked at by when: a case's next action, a notice's release, retry
 * or lease, a waiting line's digest, a court's duty. `month` (monthPartition, caseNumber): the cases heard in a month.
 */
import type { CaseNumber } from "../../domain/case-number.ts";
import type { Instant, Month } from "../../domain/time.ts";

/** Attributes of an item that must be looked at at an instant; none where nothing is due. */
export function dueAt(jurisdiction: string, at: Instant | undefined): Record<string, string> {
  if (at === undefined) return {};
  if (jurisdiction === "") throw new TypeError("who writes what is due must know its jurisdiction");
  return { duePartition: jurisdiction, dueAt: at };
}

/** Attributes of a case that counts to a month; none while it counts to none. */
export function inMonth(
  jurisdiction: string,
  month: Month | undefined,
  caseNumber: CaseNumber,
): Record<string, string> {
  return month === undefined ? {} : { monthPartition: monthPartition(jurisdiction, month), caseNumber };
}

export function monthPartition(jurisdiction: string, month: Month): string {
  return `${month}#${jurisdiction}`;
}
