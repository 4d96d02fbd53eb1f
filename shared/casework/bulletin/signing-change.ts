/** Turns a signing (签发) that was decided on into what is written: itself, and the reminder it owes its bureau. */

import { defined } from "../../domain/defined.ts";
import type { Notice } from "../../domain/notices/notice.ts";
import { address, type Dispatch, type Unreached } from "../../domain/obligations/addressing.ts";
import { CITY_ITSELF } from "../../domain/organisations/district.ts";
import type { DeskRefusal } from "../../domain/refusal.ts";
import type { Rules } from "../../domain/rules.ts";
import { handedOver, type SigningDecision, signedByPolicy } from "../../domain/signing/decide.ts";
import type { Signing, SigningRef } from "../../domain/signing/signing.ts";
import {
  isStuck,
  leavesByItself,
  nextSigningAction,
  signingReminderOwed,
} from "../../domain/signing/signing-ladder.ts";
import { monthsOf, type Period, periodOf } from "../../domain/time/period.ts";
import { civilDateAt, daysBetween, type Instant } from "../../domain/time/time.ts";
import type { SigningWrite } from "../../ports/change.ts";
import type { Directory } from "../../ports/directory.ts";
import type { Records } from "../../ports/records.ts";
import { type Done, handle } from "../handle.ts";
import { bureauAddressed } from "../involved.ts";
import { missingLedgers } from "./missing-ledgers.ts";

export interface SigningPorts {
  readonly records: Records;
  readonly directory: Directory;
}

/** When it is decided, and under which rules. */
interface DecidedAt {
  readonly now: Instant;
  readonly rules: Rules;
}

/** A signing stays as it is: what was asked can't be done. */
export interface SigningRefused {
  readonly outcome: "refused";
  readonly refusal: DeskRefusal;
}

/** The write that makes `signing` the version after `expectedVersion`. */
export function signingWrite(
  signing: Signing,
  expectedVersion: number,
  { now, rules }: DecidedAt,
): { readonly signings: readonly [SigningWrite] } {
  const after = { ...signing, version: expectedVersion + 1 };
  return {
    signings: [{ signing: after, expectedVersion, nextActionAt: nextSigningAction(after, now, rules) }],
  };
}

/** Decides on a signing with the others of its jurisdiction at hand, and writes what it is then. */
export async function changeSigning(
  { records }: Pick<SigningPorts, "records">,
  ref: SigningRef,
  cause: string,
  decided: DecidedAt,
  decide: (signing: Signing, others: readonly Signing[]) => SigningDecision,
): Promise<Done<Signing> | SigningRefused> {
  return handle<Signing, SigningRefused>(records, `${cause} ${nameOf(ref)}`, async () => {
    const all = await records.signings(ref.jurisdiction);
    const signing = all.find(({ period, month }) => period === ref.period && month === ref.month);
    if (signing === undefined) return { outcome: "refused", refusal: { type: "entry-gone" } };
    const decision = decide(
      signing,
      all.filter((one) => one !== signing),
    );
    if (!decision.accepted) return { outcome: "refused", refusal: decision.refusal };
    const changes =
      decision.signing === signing ? [] : [signingWrite(decision.signing, signing.version, decided)];
    return { outcome: "ready", changes, result: decision.signing };
  });
}

/** What the hour brings: one whose hour has come is handed over, one nobody has signed is reminded of; the result is how many notices. */
export async function sweepSigning(
  { records, directory }: SigningPorts,
  ref: SigningRef,
  { now, rules }: DecidedAt,
): Promise<Done<number>> {
  return handle(records, `sweep ${nameOf(ref)} ${now}`, async () => {
    const all = await records.signings(ref.jurisdiction);
    const known = all.find(({ period, month }) => period === ref.period && month === ref.month);
    if (known === undefined) return { outcome: "ready", changes: [], result: 0 };
    const signing = leavesByItself(known, now, rules)
      ? signedByPolicy(
          known,
          all.filter((one) => one !== known),
          now,
        )
      : known;
    const comes = signing.state === "waiting" && signing.leaves !== undefined && signing.leaves <= now;
    const after = comes || isStuck(signing, now) ? handedOver(signing, now) : signing;
    const { notices, unreached, reminded } = await reminder(after, { now, rules }, { records, directory });
    const change = signingWrite({ ...after, reminded }, known.version, { now, rules });
    return { outcome: "ready", changes: [{ ...change, notices }], unreached, result: notices.length };
  });
}

async function reminder(
  signing: Signing,
  { now, rules }: DecidedAt,
  { records, directory }: SigningPorts,
): Promise<{
  readonly notices: readonly Notice[];
  readonly unreached: readonly Unreached[];
  readonly reminded: Signing["reminded"];
}> {
  const { reminded, due, deferred, month, period, jurisdiction } = signing;
  const on = signingReminderOwed(signing, now, rules);
  if (on === undefined) return { notices: [], unreached: [], reminded };
  const of = periodOf(period, month);
  // A period in which nothing was heard has nothing to sign.
  if (await isEmpty(records, of, rules)) return { notices: [], unreached: [], reminded: [...reminded, on] };
  const dispatch: Dispatch = { subject: { of: "bulletin", jurisdiction, month }, now, rules };
  const missing = await missingLedgers({ records, directory }, of);
  const content = {
    kind: "bulletin-unsigned",
    jurisdiction: rules.policy.jurisdiction.name,
    month,
    period,
    due,
    daysOver: daysBetween(due, civilDateAt(now)),
    ...defined({ deferred, missingLedgers: missing }),
  } as const;
  const bureau = await bureauAddressed(CITY_ITSELF, directory);
  const addressed = address(`${period} unsigned ${on}`, bureau, content, dispatch);
  return { ...addressed, reminded: [...reminded, on] };
}

async function isEmpty(records: Records, period: Period, { policy }: Rules): Promise<boolean> {
  for (const month of monthsOf(period))
    for await (const _ of records.monthRows(policy.jurisdiction.code, month)) return false;
  return true;
}

function nameOf({ jurisdiction, month, period }: SigningRef): string {
  return `signing ${jurisdiction} ${month} ${period}`;
}
