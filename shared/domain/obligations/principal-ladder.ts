/**
 * What is announced of a principal who is owed (应由正职出庭): the notice some days before the hearing, an absence to whoever approves
 * it, and the answer. None of it waits for the mail of the day but the notice, which is of use for a week.
 */
import { type Hearing, startOf } from "../case-file/hearing.ts";
import { principalOwed, principalStanding } from "../case-file/principals.ts";
import type { CaseFile, Respondent } from "../case-file/state.ts";
import { defined } from "../defined.ts";
import { openingOn, workingDayFrom } from "../notices/frame/working-hours.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { PrincipalShown } from "../notices/principal.ts";
import { meetingFor } from "../online/meeting-access.ts";
import type { Rules } from "../rules.ts";
import { addDays } from "../time/time.ts";
import {
  hearingSentKey,
  type NoticeOwed,
  type Obligation,
  once,
  openReport,
  summaryOf,
} from "./obligation.ts";

/** All of it for one respondent; nothing where its principal isn't owed, or no hearing is ahead. */
export function principalLadder(file: CaseFile, { name }: Respondent, rules: Rules): readonly Obligation[] {
  const principal = principalShown(file, name);
  if (file.state !== "awaiting-hearing" || principal === undefined) return [];
  const { hearing } = file;
  return [
    ...weeksNotice(file, { name, hearing, principal }, rules),
    ...absence(file, { name, hearing, principal }),
  ];
}

/** That a respondent owes its principal, as letters say it; undefined where it doesn't, or where his absence is approved. */
export function principalShown(file: CaseFile, name: string): PrincipalShown | undefined {
  const owed = principalOwed(file, name);
  if (owed === undefined || principalStanding(file, name)?.state === "approved") return undefined;
  const { reasons, approval } = owed;
  return { reasons, ...(approval !== undefined && { approval }) };
}

interface Owing {
  readonly name: string;
  readonly hearing: Hearing;
  readonly principal: PrincipalShown;
}

/** 主要负责人出庭应诉通知: the policy's days before the hearing, a day off moved to the working day before; never before the hearing itself is announced. */
function weeksNotice(
  file: CaseFile,
  { name, hearing, principal }: Owing,
  { policy, calendar }: Rules,
): readonly Obligation[] {
  if (file.sent[hearingSentKey(hearing, name)] === undefined) return [];
  const day = workingDayFrom(addDays(hearing.date, -policy.principals.noticeDays), -1, calendar);
  const key = `principal:${hearing.ordinal}:${name}`;
  const report = openReport(file, name)?.deadline;
  const content = (audience: "legal-section" | "head"): NoticeContent => ({
    kind: "principal-notice",
    case: summaryOf(file),
    respondent: name,
    hearing,
    principal,
    ...defined({ report, meeting: meetingFor(file.meetings, hearing.ordinal, name) }),
    audience,
  });
  const notices = (["legal-section", "head"] as const).map(
    (role): NoticeOwed => ({ audience: { part: "respondent", name, role }, content: content(role) }),
  );
  return [{ key, track: key, at: openingOn(day, policy), limit: startOf(hearing), notices: () => notices }];
}

/** An explanation that waits for approval, and what was said to it. */
function absence(file: CaseFile, { name, hearing, principal }: Owing): readonly Obligation[] {
  const standing = principalStanding(file, name);
  if (standing === undefined || !("report" in standing)) return [];
  const { text, report } = standing;
  const { head, by, at: reportedAt } = report;
  const of = { case: summaryOf(file), respondent: name, hearing };
  if (standing.state === "explained") {
    if (standing.leader === undefined) return [];
    const content: NoticeContent = {
      kind: "principal-absence",
      ...of,
      principal,
      text,
      by,
      ...(head.appears === true && { instead: { name: head.name, title: head.title } }),
      reportedAt,
    };
    return [
      once(`principal-absence:${reportedAt}:${name}`, startOf(hearing), [
        { audience: { part: "superior", name, asked: true }, content },
      ]),
    ];
  }
  return [];
}

/** What the leader said, to the agency; where the principal must come, to the head as well. */
export function principalAnswered(file: CaseFile, { name }: Respondent): readonly Obligation[] {
  const standing = principalStanding(file, name);
  if (file.state !== "awaiting-hearing" || standing === undefined || !("answer" in standing)) return [];
  const { hearing } = file;
  const { approved, text, by, reportedAt } = standing.answer;
  const content = (audience: "legal-section" | "head"): NoticeContent => ({
    kind: "principal-absence-answered",
    case: summaryOf(file),
    respondent: name,
    hearing,
    approved,
    text,
    by,
    audience,
  });
  const roles = approved ? (["legal-section"] as const) : (["legal-section", "head"] as const);
  return [
    once(
      `principal-absence-answered:${reportedAt}:${name}`,
      startOf(hearing),
      roles.map(
        (role): NoticeOwed => ({ audience: { part: "respondent", name, role }, content: content(role) }),
      ),
    ),
  ];
}
