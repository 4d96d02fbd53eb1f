/**
 * What a case's duty beside its sittings (case-duties.ts) brings about: its agency is told of it, reminded before its last day and before
 * the day on which it is to lie with the bureau, and urged after it. A government that has designated nobody answers by its bureau.
 */
import { isDrafted } from "../case-file/defence.ts";
import { designationOf } from "../case-file/designation.ts";
import type { CaseFile, Respondent } from "../case-file/state.ts";
import { defined } from "../defined.ts";
import type { CaseDuty } from "../duties/case-duty.ts";
import { DUTY_RULES } from "../duties/duty-rules.ts";
import type { DutyShown } from "../notices/duty.ts";
import { openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Audience } from "../organisations/audience.ts";
import type { Rules } from "../rules.ts";
import { addDays, type CivilDate, civilDateAt, type Instant, instantAt } from "../time/time.ts";
import { dutyAskedKey, dutyMatter, dutyShown, dutyToldAt, speaksFor } from "./case-duties.ts";
import { cameToLightAt } from "./first-contact.ts";
import { onceADay } from "./letter-of-the-day.ts";
import type { Obligation } from "./obligation.ts";
import { urgingLadder } from "./urging-ladder.ts";

/** What the open duties of a respondent bring about. */
export function dutyLadder(file: CaseFile, respondent: Respondent, rules: Rules): readonly Obligation[] {
  return file.duties
    .filter(({ status, respondent: name }) => status === "open" && name === respondent.name)
    .filter((duty) => speaksFor(file, duty) === undefined)
    .flatMap((duty) => stepsOf(file, respondent, duty, rules));
}

function stepsOf(
  file: CaseFile,
  respondent: Respondent,
  duty: CaseDuty,
  rules: Rules,
): readonly Obligation[] {
  const told = dutyToldAt(file, duty);
  if (told === undefined) return [request(file, respondent, duty, rules)];
  const toldDay = civilDateAt(told);
  const steps = [
    ...reminders(file, respondent, duty, { rules, toldDay }),
    ...(isUrged(file, respondent, duty, { rules, toldDay })
      ? urgingLadder({ file, name: respondent.name, duty }, rules)
      : []),
  ];
  // Never on the day it was told, beside the letter that told it.
  return steps.filter(({ at }) => at > told && civilDateAt(at) > toldDay);
}

interface Told {
  readonly rules: Rules;
  readonly toldDay: CivilDate;
}

/** Nobody is urged of what was told less than one working day before it was due; nor is a bureau by itself. */
function isUrged(file: CaseFile, respondent: Respondent, duty: CaseDuty, { rules, toldDay }: Told): boolean {
  if (!DUTY_RULES[duty.kind].isUrged || byItsBureau(file, respondent)) return false;
  return rules.calendar.rollForward(addDays(toldDay, 1)).date <= duty.deadline.due;
}

function request(file: CaseFile, respondent: Respondent, duty: CaseDuty, rules: Rules): Obligation {
  const notices = [
    {
      audience: audienceOf(file, respondent),
      content: { kind: "duty-asked", ...contentOf(file, respondent, duty, rules) } as NoticeContent,
    },
  ];
  return onceADay(dutyAskedKey(file, duty), undefined, notices, cameToLightAt(file), rules);
}

function reminders(
  file: CaseFile,
  respondent: Respondent,
  duty: CaseDuty,
  { rules, toldDay }: Told,
): readonly Obligation[] {
  const { policy, calendar } = rules;
  const { due } = duty.deadline;
  const matter = dutyMatter(file, duty);
  const { name } = respondent;
  const step = (which: string, day: CivilDate, last: CivilDate): Obligation => ({
    key: `${matter}:-${which}:${name}`,
    track: `${matter}:${name}`,
    at: openingOn(workingDayFrom(day, -1, calendar), policy),
    limit: instantAt(addDays(last, 1)),
    notices: () => [
      {
        audience: audienceOf(file, respondent),
        content: { kind: "duty-due", ...contentOf(file, respondent, duty, rules, toldDay) },
      },
    ],
  });
  const internal = liesWithBureau(file, duty) ? undefined : internalDay(duty, rules, toldDay);
  return [
    ...(internal === undefined ? [] : [step("i", addDays(internal, -1), internal)]),
    ...policy.duties[duty.kind].remindBefore.map((days) => step(String(days), addDays(due, -days), due)),
  ].toSorted(byTime);
}

function byTime({ at: one }: { readonly at: Instant }, { at: other }: { readonly at: Instant }): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A government that has designated nobody yet is told by its bureau, which prepares who is to be. */
function byItsBureau(file: CaseFile, { name, identity }: Respondent): boolean {
  return identity?.kind === "government" && designationOf(file, name) === undefined;
}

function audienceOf(file: CaseFile, respondent: Respondent): Audience {
  const { name } = respondent;
  return byItsBureau(file, respondent)
    ? { part: "bureau", name }
    : { part: "respondent", name, role: "legal-section" };
}

/** Whether what is to lie with the bureau on the internal day has been shown to it. */
function liesWithBureau(file: CaseFile, { kind, respondent }: CaseDuty): boolean {
  return (kind === "defence" || kind === "evidence") && isDrafted(file, respondent);
}

/** What every letter about a duty says of it. */
function contentOf(
  file: CaseFile,
  respondent: Respondent,
  duty: CaseDuty,
  rules: Rules,
  toldDay?: CivilDate,
): DutyShown {
  return {
    ...dutyShown(file, respondent.name, duty),
    ...defined({
      internal: liesWithBureau(file, duty) ? undefined : internalDay(duty, rules, toldDay),
    }),
    ...(byItsBureau(file, respondent) && { reader: "bureau" as const }),
  };
}

/**
 * The day on which it is to lie with the bureau: the policy's working days before its last one. There is none where the agency heard of
 * the duty less than one working day before that.
 */
function internalDay(
  { kind, deadline: { due }, startsOn }: CaseDuty,
  { policy, calendar }: Rules,
  toldDay: CivilDate = startsOn,
): CivilDate | undefined {
  const days = policy.duties[kind].internalWorkingDays;
  if (days === 0) return undefined;
  let day = due;
  for (let passed = 0; passed < days; passed += 1) day = workingDayFrom(addDays(day, -1), -1, calendar);
  return calendar.rollForward(addDays(toldDay, 1)).date <= day ? day : undefined;
}
