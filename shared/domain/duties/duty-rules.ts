/** What is the rule of each kind of duty? Whether the law sets its day, whether it is urged, and whose letters speak for it. */
import type { DutyKind } from "../time/deadline.ts";

export interface DutyRule {
  /**
   * `law`: its day is the law's or the court's, and nobody at the desk can give more time; whoever hears of it too late is told so and
   * not urged. `internal`: whoever hears of it late has the policy's working days from then.
   */
  readonly setBy: "law" | "internal";
  /** Whether its bureau has it urged (督办) once it is overdue. */
  readonly isUrged: boolean;
  /** It is handed in to the court, which may say that it has it. */
  readonly isHandedToCourt?: true;
  /** While that one of the same respondent runs to the same day, its letters speak for both. */
  readonly with?: DutyKind;
}

export const DUTY_RULES: Readonly<Record<DutyKind, DutyRule>> = {
  defence: { setBy: "law", isUrged: true, isHandedToCourt: true },
  evidence: { setBy: "law", isUrged: true, isHandedToCourt: true, with: "defence" },
  appeal: { setBy: "law", isUrged: false },
  performance: { setBy: "law", isUrged: true },
  "loss-report": { setBy: "internal", isUrged: true },
  suggestion: { setBy: "internal", isUrged: true },
};

export function isDutyKind(kind: string): kind is DutyKind {
  return Object.hasOwn(DUTY_RULES, kind);
}
