/**
 * 核对: a difference is put to both sides at once; whoever is silent is reminded; what stands goes to the bureau; and
 * both are informed of what was settled.
 */

import type { Settlement, Side } from "../case-file/difference.ts";
import { isStanding, type OpenDifference, openDifferences } from "../case-file/reconciliation.ts";
import type { CaseFile, Respondent } from "../case-file/state.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import { openingOn, workingDayFrom } from "../notices/working-hours.ts";
import type { Audience } from "../organisations/audience.ts";
import type { Rules } from "../rules.ts";
import { addDays, civilDateAt, daysBetween, type Instant } from "../time/time.ts";
import { AT_ONCE, sentAt } from "./ladder.ts";
import { type NoticeOwed, type Obligation, once, summaryOf } from "./obligation.ts";

const SIDES: readonly Side[] = ["agency", "court"];

/** The notices about a respondent's differences. */
export function differenceLadder(file: CaseFile, { name }: Respondent, rules: Rules): readonly Obligation[] {
  return [
    ...openDifferences(file, name).flatMap((open) => ofDifference(file, open, rules)),
    ...file.settlements
      .filter(({ respondent }) => respondent === name)
      .map((settlement) => ofSettlement(file, settlement)),
  ];
}

function ofDifference(file: CaseFile, open: OpenDifference, rules: Rules): readonly Obligation[] {
  const { respondent: name, sitting, differences, answers } = open;
  const shown = { case: summaryOf(file), respondent: name, sitting, differences };
  const put = (side: Side, daysOpen: number): NoticeOwed => ({
    audience: audienceOf(side, name),
    content: { kind: "attendance-difference", ...shown, side, daysOpen },
  });
  const key = `difference:${open.id}:${name}`;
  const first = once(
    key,
    undefined,
    SIDES.map((side) => put(side, 0)),
  );
  // Where one side can't be reached, the other's answer and the bureau's decision don't wait for it.
  const putAt = sentAt(file.sent, key);
  if (putAt === undefined) return [first];

  const { remindAfter, decideAfter } = rules.policy.difference;
  const silent = SIDES.filter((side) => !answers.some((one) => one.side === side));
  const standing: NoticeContent = { kind: "difference-standing", ...shown, answers };
  return [
    first,
    ...remindAfter.map(
      (days): Obligation => ({
        key: `difference-reminder:${open.id}:${days}:${name}`,
        track: `difference-reminder:${open.id}:${name}`,
        at: openingAfter(putAt, days, rules),
        limit: undefined,
        notices: (on) => silent.map((side) => put(side, daysBetween(civilDateAt(putAt), on))),
      }),
    ),
    {
      ...once(`difference-standing:${open.id}:${name}`, undefined, [
        { audience: { part: "bureau", name }, content: standing },
      ]),
      at: isStanding(open) ? AT_ONCE : openingAfter(putAt, decideAfter, rules),
    },
  ];
}

function ofSettlement(file: CaseFile, settlement: Settlement): Obligation {
  const { respondent, sitting, facts, settledBy, at, by, reason } = settlement;
  const content: NoticeContent = {
    kind: "difference-settled",
    case: summaryOf(file),
    respondent,
    sitting,
    facts,
    settledBy,
    by,
    ...(reason !== undefined && { reason }),
  };
  return once(
    `difference-settled:${sitting}:${at}:${respondent}`,
    undefined,
    SIDES.map((side) => ({ audience: audienceOf(side, respondent), content })),
  );
}

function audienceOf(side: Side, name: string): Audience {
  return side === "court" ? { part: "court" } : { part: "respondent", name, role: "legal-section" };
}

function openingAfter(told: Instant, days: number, { policy, calendar }: Rules): Instant {
  return openingOn(workingDayFrom(addDays(civilDateAt(told), days), 1, calendar), policy);
}
