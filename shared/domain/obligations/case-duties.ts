/**
 * Which duties open, move, are met or end by what a case says now? What subjects want (wanted-duties.ts) is held against what the file
 * has, after every change of the case: a duty follows from state and time, so that a late paper, a correction, an act taken back
 * and another holiday calendar need no word of their own.
 */
import { designationOf } from "../case-file/designation.ts";
import { wantedDuties } from "../case-file/duties/wanted-duties.ts";
import type { CaseFile } from "../case-file/state.ts";
import { defined } from "../defined.ts";
import {
  type CaseDuty,
  type DutyEvent,
  type DutyRef,
  type MoveReason,
  sameDuty,
  type WantedDuty,
} from "../duties/case-duty.ts";
import { DUTY_RULES } from "../duties/duty-rules.ts";
import type { DutyShown } from "../notices/duty.ts";
import { foldedAt } from "../notices/frame/working-hours.ts";
import type { Rules } from "../rules.ts";
import { type Deadline, toldOn } from "../time/deadline.ts";
import { addDays, type CivilDate, civilDateAt, type Instant } from "../time/time.ts";
import { sentAt } from "./ladder.ts";
import { summaryOf } from "./obligation.ts";

/** What becomes of the duties of a case at an instant. */
export function dutyEvents(file: CaseFile, now: Instant, rules: Rules): readonly DutyEvent[] {
  if (file.void === true) return [];
  const today = civilDateAt(now);
  const all = wantedDuties(file, now, rules);
  // One whose day lies ahead opens on it.
  const wanted = all.filter((one) => one.startsOn <= today || isKnown(file, one));
  const gone = file.duties.filter(
    (one) => one.status === "open" && !wanted.some((other) => sameDuty(one, other)),
  );
  return [
    ...wanted.flatMap((one) => eventsOf(file, one, now, rules)),
    ...gone.map((one): DutyEvent => ({ type: "duty-cancelled", ...refOf(one) })),
  ];
}

/** The day on which the next duty opens by time alone; undefined where none does. */
export function nextDutyOn(file: CaseFile, now: Instant, rules: Rules): CivilDate | undefined {
  if (file.void === true) return undefined;
  const today = civilDateAt(now);
  return wantedDuties(file, now, rules)
    .filter((one) => one.startsOn > today && !isKnown(file, one))
    .map(({ startsOn }) => startsOn)
    .toSorted()[0];
}

function isKnown({ duties }: CaseFile, duty: DutyRef): boolean {
  return duties.some((one) => sameDuty(one, duty));
}

function eventsOf(file: CaseFile, wanted: WantedDuty, now: Instant, rules: Rules): readonly DutyEvent[] {
  const ref = refOf(wanted);
  const known = file.duties.find((one) => sameDuty(one, wanted));
  const { startsOn, met } = wanted;
  if (known === undefined && met === undefined && isHistory(wanted, now, rules)) return [];
  const deadline = withTime(file, wanted, known, now, rules);
  const opened: CaseDuty = { ...ref, startsOn, deadline, status: "open" };
  const events: DutyEvent[] = known === undefined ? [{ type: "duty-opened", duty: opened }] : [];
  // What its bureau has noted as received stays so, whatever else comes in.
  const isNoted = known?.status === "met" && known.metBy === "receipt";
  if (known?.status === "cancelled" || (known?.status === "met" && !isNoted && met === undefined))
    events.push({ type: "duty-reopened", ...ref });
  if (known !== undefined && !isSame(known, startsOn, deadline))
    events.push({ type: "duty-moved", ...ref, startsOn, deadline, why: reasonOf(known.deadline, deadline) });
  const isMet = known?.status === "met" && (isNoted || known.metOn === met?.on);
  if (met !== undefined && !isMet) events.push({ type: "duty-met", ...ref, ...met });
  return events;
}

function refOf({ kind, respondent, subject }: DutyRef): DutyRef {
  return { kind, respondent, ...defined({ subject }) };
}

/** What was over before the system began, or comes to light long afterwards, is chased for nowhere. */
function isHistory({ deadline: { due } }: WantedDuty, now: Instant, { policy }: Rules): boolean {
  if (policy.startsOn !== undefined && due < policy.startsOn) return true;
  return addDays(due, policy.duties.historyAfterDays) < civilDateAt(now);
}

/** Whoever hears late of what is no period of the law has time from then. */
function withTime(
  file: CaseFile,
  wanted: WantedDuty,
  known: CaseDuty | undefined,
  now: Instant,
  { policy, calendar }: Rules,
): Deadline {
  const { deadline } = wanted;
  if (DUTY_RULES[wanted.kind].setBy === "law" || wanted.met !== undefined) return deadline;
  const given = (on: CivilDate, of: Deadline) => toldOn(of, on, policy.firstContact.workingDays, calendar);
  const before = known?.deadline.explanation.told;
  const counted = before === undefined ? deadline : given(before.on, deadline);
  if (dutyToldAt(file, wanted) !== undefined) return counted;
  return given(civilDateAt(policy.agencyDigest ? foldedAt(now, policy, calendar) : now), counted);
}

function isSame({ startsOn, deadline: one }: CaseDuty, start: CivilDate, other: Deadline): boolean {
  return (
    startsOn === start &&
    one.due === other.due &&
    one.hardDue === other.hardDue &&
    one.provisional === other.provisional &&
    one.explanation.days === other.explanation.days &&
    one.explanation.extended?.until === other.explanation.extended?.until
  );
}

function reasonOf({ explanation: one }: Deadline, { explanation: other }: Deadline): MoveReason {
  if (one.extended?.until !== other.extended?.until) return "extended";
  if (one.start !== other.start || one.days !== other.days) return "corrected";
  return one.told?.until === other.told?.until ? "calendar" : "told";
}

/** The other duty whose letters speak for this one, while both run to the same day. */
export function speaksFor(file: CaseFile, { kind, respondent, deadline }: CaseDuty): CaseDuty | undefined {
  const leader = DUTY_RULES[kind].with;
  return file.duties.find(
    (one) =>
      one.kind === leader &&
      one.respondent === respondent &&
      one.status === "open" &&
      one.deadline.due === deadline.due,
  );
}

/** What stands for a duty in the keys under which letters about it are noted; another agency designated later is told anew. */
export function dutyMatter(file: CaseFile, { kind, respondent, subject }: DutyRef): string {
  const designation = designationOf(file, respondent);
  return `duty:${kind}${subject === undefined ? "" : `/${subject}`}${designation === undefined ? "" : `#${designation.ordinal}`}`;
}

/** Under which it is noted that the agency was told of a duty. */
export function dutyAskedKey(file: CaseFile, duty: DutyRef): string {
  return `${dutyMatter(file, duty)}:asked:${duty.respondent}`;
}

/** Since when whoever answers for a duty knows of it, by a letter of its own or by that of the one with it. */
export function dutyToldAt(file: CaseFile, duty: DutyRef): Instant | undefined {
  const { respondent } = duty;
  const leader = DUTY_RULES[duty.kind].with;
  const own = sentAt(file.sent, dutyAskedKey(file, duty));
  return own ?? (leader && sentAt(file.sent, dutyAskedKey(file, { kind: leader, respondent })));
}

/** A duty as letters show it, with what they speak for besides. */
export function dutyShown(file: CaseFile, respondent: string, duty: CaseDuty): DutyShown {
  const { kind, subject, deadline } = duty;
  const also = file.duties.filter((one) => one.status === "open" && speaksFor(file, one) === duty);
  return {
    case: summaryOf(file),
    respondent,
    duty: kind,
    deadline,
    ...(also.length > 0 && { also: also.map((one) => one.kind) }),
    ...defined({ subject }),
  };
}
