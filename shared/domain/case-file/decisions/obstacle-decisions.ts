/** 出庭障碍: an agency reports that its head won't be able to appear, and the court answers. */

import { defined } from "../../defined.ts";
import type { DeskRefusal } from "../../refusal.ts";
import type { Instant } from "../../time/time.ts";
import { type Obstacle, type ObstacleAnswer, obstacleOf } from "../before-hearing.ts";
import type { DeskAct } from "../commands.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import { startOf } from "../hearing.ts";
import { putOff } from "../hearings.ts";
import type { CaseFile } from "../state.ts";
import { reportRefusal } from "./report-refusal.ts";

/** The head won't be able to appear; the report stays as it is. */
export interface ReportObstacle extends DeskAct, Pick<Obstacle, "ground" | "explanation" | "proofs"> {
  readonly type: "report-obstacle";
}

/** 准许, 不准许, by the court that hears the case. */
export interface AnswerObstacle extends DeskAct, Pick<ObstacleAnswer, "verdict" | "reason"> {
  readonly type: "answer-obstacle";
  /** When it was reported. */
  readonly reportedAt: Instant;
}

export function reportObstacle(
  file: CaseFile,
  { at, by, respondent, ground, explanation, proofs }: ReportObstacle,
): Decision<DeskRefusal> {
  const refusal = reportRefusal(file, at);
  if (refusal !== undefined) return refused(refusal);
  if (file.state !== "awaiting-hearing") return refused({ type: "no-hearing-set" });
  const { ordinal: hearing } = file.hearing;
  return accepted({
    type: "obstacle-reported",
    obstacle: { respondent, hearing, at, by, ground, explanation, ...defined({ proofs }) },
  });
}

/** Why the court can't answer it now: it was taken back, it is answered, or the hearing it is about is over or off. */
export function obstacleRefusal(
  file: CaseFile,
  { respondent, reportedAt }: Pick<AnswerObstacle, "respondent" | "reportedAt">,
  now: Instant,
): DeskRefusal | undefined {
  const obstacle = obstacleOf(file, respondent, reportedAt);
  if (obstacle === undefined) return { type: "obstacle-gone" };
  if (obstacle.answer !== undefined) return { type: "obstacle-answered" };
  const isAhead =
    file.state === "awaiting-hearing" &&
    file.hearing.ordinal === obstacle.hearing &&
    now < startOf(file.hearing);
  return isAhead ? undefined : { type: "obstacle-over" };
}

/** Where the court puts the hearing off, what was owed for that day falls away until a summons sets another. */
export function answerObstacle(file: CaseFile, command: AnswerObstacle): Decision<DeskRefusal> {
  const refusal = obstacleRefusal(file, command, command.at);
  if (refusal !== undefined) return refused(refusal);
  const { respondent, reportedAt, verdict, reason, by, at } = command;
  return accepted(
    { type: "obstacle-answered", respondent, reportedAt, answer: { verdict, reason, by, at } },
    ...(verdict === "put-off" ? putOff(file) : []),
  );
}
