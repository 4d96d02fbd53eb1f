/** Does a respondent owe its principal in this case, why, and what came of it? */
import type { Policy } from "../policy.ts";
import type { PrincipalAnswer, PrincipalOwed, PrincipalReason } from "../principals/principal.ts";
import type { Rules } from "../rules.ts";
import { stayedAwayOnce } from "./attendance.ts";
import { isFor } from "./before-hearing.ts";
import type { CaseEvent } from "./events.ts";
import { excuseOf } from "./joint-appearance.ts";
import type { CaseReport } from "./report.ts";
import { reportOf } from "./reports.ts";
import { type CaseFile, stillSued } from "./state.ts";

/** Why the principal is owed by what the case says now; none where he isn't. */
function reasonsFor(
  file: CaseFile,
  respondent: string,
  { classes, firstOfYear, government, repeat }: Policy["principals"],
): readonly PrincipalReason[] {
  // Another respondent's head appears (法释〔2020〕3号 §3): this one owes staff.
  if (excuseOf(file, respondent) !== undefined) return [];
  const { choice, firsts = [] } = file.principals ?? {};
  const notices = file.documents.filter(
    ({ kind, addressedTo }) => kind === "appearance-notice" && isFor(addressedTo, respondent),
  );
  const kind = file.respondents.find(({ name }) => name === respondent)?.identity?.kind;
  const reasons: readonly (readonly [PrincipalReason, boolean])[] = [
    ["court", notices.some(({ principal }) => principal === true)],
    ["class", choice?.classes.some((one) => classes.includes(one)) === true],
    ["first-of-year", firstOfYear && firsts.includes(respondent)],
    ["government", government && kind === "government"],
    [
      "repeat",
      repeat && (notices.some(({ again }) => again !== undefined) || stayedAwayOnce(file, respondent)),
    ],
    ["bureau", choice?.principals.includes(respondent) === true],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

/**
 * What is to be noted of principals owed: only while a sitting may be ahead, so that neither a later policy nor a later
 * choice accuses anybody of a sitting that is over.
 */
export function principalsNoted(file: CaseFile, { policy }: Rules): readonly CaseEvent[] {
  if (file.void === true || file.state === "heard" || file.state === "closed") return [];
  const { approval } = policy.principals;
  return stillSued(file).flatMap(({ name: respondent }): readonly CaseEvent[] => {
    const reasons = reasonsFor(file, respondent, policy.principals);
    const noted = file.principals?.owed.find((one) => one.respondent === respondent);
    if (reasons.join() === (noted?.reasons.join() ?? "")) return [];
    const owed: PrincipalOwed = {
      respondent,
      reasons,
      ...(approval !== "none" && reasons.length > 0 && { approval: approval.leader }),
    };
    return [{ type: "principal-owed", owed }];
  });
}

/** What a respondent owes; undefined where its principal isn't owed. */
export function principalOwed(
  { principals }: Pick<CaseFile, "principals">,
  respondent: string,
): PrincipalOwed | undefined {
  const owed = principals?.owed.find((one) => one.respondent === respondent);
  return owed === undefined || owed.reasons.length === 0 ? undefined : owed;
}

/** Where the matter of a principal who can't come stands. */
export type PrincipalStanding =
  /** Nothing was said of him yet. */
  | { readonly state: "expected" }
  /** The principal comes, as reported. */
  | { readonly state: "comes" }
  /** Another leader, or none, comes, and nobody has said why. */
  | { readonly state: "unexplained" }
  /** It was explained; `leader`: his approval is waited for. */
  | {
      readonly state: "explained";
      readonly text: string;
      readonly report: CaseReport;
      readonly leader?: string;
    }
  | {
      readonly state: "approved" | "refused";
      readonly text: string;
      readonly report: CaseReport;
      readonly answer: PrincipalAnswer;
    };

/** Undefined where no principal is owed. */
export function principalStanding(file: CaseFile, respondent: string): PrincipalStanding | undefined {
  const owed = principalOwed(file, respondent);
  if (owed === undefined) return undefined;
  const report = reportOf(file, respondent);
  if (report === undefined || report.returned !== undefined) return { state: "expected" };
  const { head } = report;
  if (head.appears === true && head.rank === "principal") return { state: "comes" };
  const { principalAbsence: text } = head;
  if (text === undefined) return { state: "unexplained" };
  const answer = answerTo(file, report);
  if (answer !== undefined) return { state: answer.approved ? "approved" : "refused", text, report, answer };
  return {
    state: "explained",
    text,
    report,
    ...(owed.approval !== undefined && { leader: owed.approval }),
  };
}

/** What the leader said to this report. */
function answerTo({ principals }: CaseFile, { respondent, at }: CaseReport): PrincipalAnswer | undefined {
  return principals?.answers.find((one) => one.respondent === respondent && one.reportedAt === at);
}

/**
 * Whether the absence of a principal owed was in order: approved, or explained where no approval is asked for. Undefined where
 * none was owed.
 */
export function principalExcused(file: CaseFile, respondent: string): boolean | undefined {
  const standing = principalStanding(file, respondent);
  switch (standing?.state) {
    case undefined:
    case "comes":
      return undefined;
    case "approved":
      return true;
    case "explained":
      return standing.leader === undefined;
    default:
      return false;
  }
}
