/** When is a signing (签发) due, when is its bureau reminded, and when must the sweep look again? */

import { ledgerDuty } from "../court-ledger/ledger-duty.ts";
import { openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { Rules } from "../rules.ts";
import type { Period, PeriodKind } from "../time/period.ts";
import { addDays, addMinutes, type CivilDate, civilDateAt, type Instant, instantAt } from "../time/time.ts";
import type { Signing } from "./signing.ts";

/** Working days after the courts' deadline on which each kind should be signed: they don't arrive in one minute. */
const AFTER: Readonly<Record<PeriodKind, number>> = {
  month: 0,
  quarter: 3,
  "half-year": 5,
  year: 7,
  "year-to-date": 0,
};
/** One that is being issued and doesn't say that it has been is handed over again after this long. */
const AGAIN_MINUTES = 60;

/** From when a period's bulletin may leave, and on which day it should be signed. */
export function signingDays(
  { kind, to }: Period,
  { policy, calendar }: Rules,
): { readonly leavesFrom: Instant; readonly due: CivilDate } {
  const { due: deadline } = ledgerDuty({ id: "" as OrganisationId, name: "" }, to, policy, calendar);
  let due = workingDayFrom(addDays(deadline, 1), 1, calendar);
  for (let more = AFTER[kind]; more > 0; more--) due = workingDayFrom(addDays(due, 1), 1, calendar);
  return { leavesFrom: instantAt(addDays(deadline, 1)), due };
}

/** The day of the reminder owed at an instant: on the due day, then on each working day while nobody has signed. */
export function signingReminderOwed(signing: Signing, now: Instant, rules: Rules): CivilDate | undefined {
  const { policy, calendar } = rules;
  const today = civilDateAt(now);
  if (!isUnsigned(signing) || policy.bulletin.issue === "automatic") return undefined;
  if (today < remindedFrom(signing) || signing.reminded.includes(today)) return undefined;
  return calendar.isWorkingDay(today).working && now >= openingOn(today, policy) ? today : undefined;
}

/** Whether the policy lets it leave without a person by now. */
export function leavesByItself(signing: Signing, now: Instant, { policy, calendar }: Rules): boolean {
  return (
    policy.bulletin.issue === "automatic" &&
    signing.state === "open" &&
    now >= openingOn(workingDayFrom(signing.due, 1, calendar), policy)
  );
}

/** When the sweep must look next; undefined once it has left. */
export function nextSigningAction(signing: Signing, now: Instant, rules: Rules): Instant | undefined {
  const { policy, calendar } = rules;
  const { state, leaves } = signing;
  switch (state) {
    case "issued":
      return undefined;
    case "issuing":
      return addMinutes(leaves ?? now, AGAIN_MINUTES);
    case "waiting":
      return leaves;
    case "open":
    case "deferred": {
      const today = civilDateAt(now);
      const from = remindedFrom(signing);
      const first = today < from ? from : signing.reminded.includes(today) ? addDays(today, 1) : today;
      return openingOn(workingDayFrom(first, 1, calendar), policy);
    }
    default:
      return state satisfies never;
  }
}

/** One that is being issued for too long: the function that makes it died, or never heard of it. */
export function isStuck({ state, leaves }: Signing, now: Instant): boolean {
  return state === "issuing" && leaves !== undefined && now >= addMinutes(leaves, AGAIN_MINUTES);
}

function isUnsigned({ state }: Signing): boolean {
  return state === "open" || state === "deferred";
}

function remindedFrom({ due, deferred }: Signing): CivilDate {
  return deferred !== undefined && deferred.until > due ? deferred.until : due;
}
