/** What reminds of a period and urges after it (临期提醒、催报、督办). */

import { designationOf, orderKey } from "../case-file/designation.ts";
import type { Hearing } from "../case-file/hearing.ts";
import { startOf } from "../case-file/hearing.ts";
import type { CaseDeadline, CaseFile, Respondent } from "../case-file/state.ts";
import { hearingOf } from "../case-file/state.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import { openingOn, workingDayFrom } from "../notices/working-hours.ts";
import type { Rules } from "../rules.ts";
import type { Deadline } from "../time/deadline.ts";
import { addDays, daysBetween, earliest, type Instant, instantAt } from "../time/time.ts";
import { AT_ONCE } from "./ladder.ts";
import { hearingSentKey, type Obligation, summaryOf } from "./obligation.ts";

/** Reminders before a period ends, then escalation (督办) after it. */
export function deadlineLadder(
  file: CaseFile,
  { name }: Respondent,
  running: CaseDeadline,
  rules: Rules,
): readonly Obligation[] {
  const { kind, deadline } = running;
  const hearing = hearingOf(file, running.hearing);
  if (hearing === undefined || (kind !== "report" && kind !== "filing")) return [];
  const { policy, calendar } = rules;
  const designation = kind === "report" ? designationOf(file, name) : undefined;
  const sentAt = file.sent[designation === undefined ? hearingSentKey(hearing, name) : orderKey(designation)];
  // Nobody is reminded of a report, or called late with it, who could not be informed of the hearing.
  if (kind === "report" && sentAt === undefined) return [];
  const ladder = kind === "report" ? policy.report : policy.filing;
  // Another agency designated later is reminded anew.
  const again = designation === undefined || designation.ordinal === 1 ? "" : `#${designation.ordinal}`;
  const prefix = `${kind}:${running.hearing}${again}`;
  const step = (
    offset: number,
    at: Instant,
    limit: Instant | undefined,
    notices: Obligation["notices"],
  ): Obligation => ({
    key: `${prefix}:${offset}:${name}`,
    track: `${prefix}:${name}`,
    at,
    limit,
    notices,
  });
  // A report is of no use once the hearing has begun; a filing is only possible after it.
  const close = kind === "report" ? startOf(hearing) : undefined;
  const open = kind === "filing" ? openingOn(addDays(hearing.date, 1), policy) : AT_ONCE;
  const before = ladder.remindBefore.map((days) => {
    const day = workingDayFrom(addDays(deadline.due, -days), -1, calendar);
    const at = laterOf(openingOn(day, policy), open);
    return step(-days, at, earliest(close, instantAt(addDays(deadline.due, 1))), () => [
      {
        audience: { part: "respondent", name, role: "legal-section" },
        content: dueContent(file, name, kind, deadline, hearing),
      },
    ]);
  });
  const after = ladder.escalateAfter.map((days) => {
    const at = openingOn(workingDayFrom(addDays(deadline.due, days), 1, calendar), policy);
    return step(days, at, close, (on) =>
      [false, true].map((copy) => ({
        audience: copy ? { part: "superior", name } : { part: "respondent", name, role: "legal-section" },
        content: overdueContent(file, name, kind, deadline, hearing, daysBetween(deadline.due, on), copy),
      })),
    );
  });
  return [...before, ...after].filter(({ at }) => sentAt === undefined || at > sentAt);
}

function dueContent(
  file: CaseFile,
  respondent: string,
  kind: "report" | "filing",
  deadline: Deadline,
  hearing: Hearing,
): NoticeContent {
  const shown = { case: summaryOf(file), respondent, deadline, hearing };
  return kind === "report" ? { kind: "report-due", ...shown } : { kind: "filing-due", ...shown };
}

function overdueContent(
  file: CaseFile,
  respondent: string,
  kind: "report" | "filing",
  deadline: Deadline,
  hearing: Hearing,
  daysOver: number,
  copy: boolean,
): NoticeContent {
  const shown = { case: summaryOf(file), respondent, deadline, hearing, daysOver, copy };
  return kind === "report" ? { kind: "report-overdue", ...shown } : { kind: "filing-overdue", ...shown };
}

function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
