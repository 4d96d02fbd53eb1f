/** What a person can do with a signing (签发), and what follows: pure, and refused where it can't be done. */

import { openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import type { DeskRefusal } from "../refusal.ts";
import type { Rules } from "../rules.ts";
import type { BulletinContent } from "../statistics/bulletin-content.ts";
import { type CivilDate, civilDateAt, type Instant } from "../time/time.ts";
import { issuedIn, nextNumbers } from "./numbers.ts";
import type { Signing, SigningEvent } from "./signing.ts";

/** Who does it, when, by which link and form, and on which state of things. */
export interface SigningAct {
  readonly by: string;
  readonly at: Instant;
  readonly cause: string;
  readonly form: string;
  readonly revision: number;
}

/** What is done. */
export type SigningCommand =
  | { readonly type: "save"; readonly content: BulletinContent }
  | { readonly type: "defer"; readonly until: CivilDate; readonly reason: string }
  /** Of one that was issued: a correction, whose reason is needed. */
  | { readonly type: "sign"; readonly content: BulletinContent; readonly reason?: string }
  | { readonly type: "take-back" };

export type SigningDecision =
  | { readonly accepted: true; readonly signing: Signing }
  | { readonly accepted: false; readonly refusal: DeskRefusal };

/**
 * A signing after a person's act. `others`: the jurisdiction's other signings, whose numbers are taken. The same form sent once
 * more changes nothing.
 */
export function decideSigning(
  signing: Signing,
  command: SigningCommand,
  act: SigningAct,
  others: readonly Signing[],
  rules: Rules,
): SigningDecision {
  if (signing.form === act.form) return { accepted: true, signing };
  if (signing.revision !== act.revision) return refused("signing-changed");
  const { state } = signing;
  if (state === "issuing") return refused("bulletin-issuing");
  if (command.type === "take-back")
    return state === "waiting" ? accepted(takenBack(signing, act)) : refused("nothing-to-take-back");
  if (state === "waiting") return refused("bulletin-signed");
  switch (command.type) {
    case "save":
      return accepted({
        ...acted(signing, act, { type: "saved" }),
        content: command.content,
      });
    case "defer": {
      if (state === "issued") return refused("bulletin-issued");
      const { until, reason } = command;
      return accepted({
        ...acted(signing, act, { type: "deferred", until, reason }),
        state: "deferred",
        deferred: { until, reason },
      });
    }
    case "sign":
      return isNumberTaken(signing, command.content, others)
        ? refused("issue-number-taken")
        : accepted(signed(signing, command, act, rules));
    default:
      return command satisfies never;
  }
}

/** 期号 and 文号 count through a year, one for each bulletin. */
function isNumberTaken(
  signing: Signing,
  { issue, document }: BulletinContent,
  others: readonly Signing[],
): boolean {
  return others.some(
    ({ signature, content, leavesFrom, month, period }) =>
      signature !== undefined &&
      !(month === signing.month && period === signing.period) &&
      ((issue !== undefined &&
        content.issue === issue &&
        issuedIn(leavesFrom) === issuedIn(signing.leavesFrom)) ||
        (document !== undefined && content.document === document)),
  );
}

/** At once where the courts' time is over, else when offices open on the first working day after it. */
export function leavesAt({ leavesFrom }: Pick<Signing, "leavesFrom">, now: Instant, rules: Rules): Instant {
  if (now >= leavesFrom) return now;
  const day = workingDayFrom(civilDateAt(leavesFrom), 1, rules.calendar);
  return openingOn(day, rules.policy);
}

function signed(
  signing: Signing,
  { content, reason }: Extract<SigningCommand, { type: "sign" }>,
  act: SigningAct,
  rules: Rules,
): Signing {
  const leaves = leavesAt(signing, act.at, rules);
  const number = nextSignature(signing);
  const {
    deferred: _,
    correction: __,
    ...rest
  } = acted(signing, act, {
    type: "signed",
    ...(reason !== undefined && { reason }),
  });
  return {
    ...rest,
    state: leaves <= act.at ? "issuing" : "waiting",
    content,
    leaves,
    signature: { number, by: act.by, at: act.at, ...(reason !== undefined && { reason }) },
  };
}

/** Every signature there was counts, also one that was taken back: a version is never taken for another's. */
function nextSignature({ events }: Signing): number {
  return events.filter(({ type }) => type === "signed").length + 1;
}

function takenBack(signing: Signing, act: SigningAct): Signing {
  const { signature: _, leaves: __, ...rest } = acted(signing, act, { type: "taken-back" });
  return { ...rest, state: "open" };
}

function acted(
  signing: Signing,
  { at, by, cause, form }: SigningAct,
  event: Omit<SigningEvent, "at" | "by" | "cause">,
): Signing {
  return {
    ...signing,
    revision: signing.revision + 1,
    form,
    events: [...signing.events, { ...event, at, by, cause }],
  };
}

/** The policy stands for a signature: the event says so. The numbers are the next ones. */
export function signedByPolicy(signing: Signing, others: readonly Signing[], now: Instant): Signing {
  const event: SigningEvent = { type: "signed", at: now, by: "", cause: "policy" };
  return {
    ...signing,
    state: "issuing",
    content: { ...signing.content, ...nextNumbers(signing, others) },
    leaves: now,
    signature: { number: nextSignature(signing), by: "", at: now },
    events: [...signing.events, event],
  };
}

/** Its hour has come: from now on it is being made and sent. */
export function handedOver(signing: Signing, now: Instant): Signing {
  return { ...signing, state: "issuing", leaves: now };
}

/** A version has left. */
export function issuedAs(signing: Signing, version: number, now: Instant): Signing {
  return {
    ...signing,
    state: "issued",
    issued: { version, at: now },
    events: [...signing.events, { type: "issued", at: now, by: "", cause: "issue", version }],
  };
}

/** What was signed has nothing to say by now, its rows being gone: it is open again, and its bureau is reminded. */
export function withoutContents(signing: Signing, now: Instant): Signing {
  const { signature: _, leaves: __, ...rest } = signing;
  const event: SigningEvent = { type: "taken-back", at: now, by: "", cause: "no-rows" };
  return { ...rest, state: "open", events: [...signing.events, event] };
}

/** What was issued rests on rows that have become known otherwise. */
export function correctionProposed(signing: Signing, changes: number, now: Instant): Signing {
  if (signing.state !== "issued" || signing.correction?.changes === changes) return signing;
  return {
    ...signing,
    correction: { noticedAt: now, changes },
    events: [
      ...signing.events,
      { type: "correction-proposed", at: now, by: "", cause: "look-back", reason: String(changes) },
    ],
  };
}

function accepted(signing: Signing): SigningDecision {
  return { accepted: true, signing };
}

function refused(type: DeskRefusal["type"]): SigningDecision {
  return { accepted: false, refusal: { type } };
}
