/** 应由正职出庭: what a bureau chooses of a case, and what a superior's leader says to a principal who can't come. */
import type { CallClass } from "../../principals/must-class.ts";
import type { DeskRefusal } from "../../refusal.ts";
import type { Instant } from "../../time/time.ts";
import type { DeskAct } from "../commands.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import { principalStanding } from "../principals.ts";
import type { CaseFile } from "../state.ts";
import { reportRefusal } from "./report-refusal.ts";

/** The class of the case (法释〔2020〕3号 §4), and whose principals are to come. */
export interface ChooseClasses extends DeskAct {
  readonly type: "choose-classes";
  readonly classes: readonly CallClass[];
  readonly principals: readonly string[];
  readonly text: string;
}

/** 同意, 不同意. */
export interface AnswerPrincipalAbsence extends DeskAct {
  readonly type: "answer-principal-absence";
  readonly approved: boolean;
  readonly text: string;
}

/** Why nothing can be chosen now: the case is closed, so that nobody is accused of what was owed by nobody then. */
export function choiceRefusal({ state }: CaseFile): DeskRefusal | undefined {
  return state === "closed" || state === "heard" ? { type: "no-hearing-set" } : undefined;
}

export function chooseClasses(file: CaseFile, command: ChooseClasses): Decision<DeskRefusal> {
  const refusal = choiceRefusal(file);
  if (refusal !== undefined) return refused(refusal);
  const { classes, text, by, at } = command;
  const sued = new Set(file.respondents.map(({ name }) => name));
  const principals = command.principals.filter((name) => sued.has(name));
  return accepted({ type: "call-classes-chosen", choice: { classes, principals, text, by, at } });
}

/** Why there is nothing to answer now: the hearing has begun, nothing was explained, or it is answered. */
export function absenceRefusal(file: CaseFile, respondent: string, now: Instant): DeskRefusal | undefined {
  const over = reportRefusal(file, now);
  if (over !== undefined) return over;
  const standing = principalStanding(file, respondent);
  return standing?.state === "explained" && standing.leader !== undefined
    ? undefined
    : { type: "no-absence-to-answer" };
}

export function answerPrincipalAbsence(
  file: CaseFile,
  { respondent, approved, text, by, at }: AnswerPrincipalAbsence,
): Decision<DeskRefusal> {
  const refusal = absenceRefusal(file, respondent, at);
  if (refusal !== undefined) return refused(refusal);
  const standing = principalStanding(file, respondent);
  if (standing?.state !== "explained") return refused({ type: "no-absence-to-answer" });
  return accepted({
    type: "principal-absence-answered",
    answer: { respondent, reportedAt: standing.report.at, approved, text, by, at },
  });
}
