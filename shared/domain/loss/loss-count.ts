/** How many cases were lost, for which causes, of which kind, and where do their reports stand? */
import { LOSS_CAUSES, LOSS_KINDS, type LossCause, type LossKind } from "./loss-report.ts";
import { LOSS_STATES, type LossState, type LostCase } from "./lost-case.ts";

/** Counts of (case, agency) pairs; one loss may have several causes, and counts for each. */
export interface LossFigures {
  readonly lost: number;
  /** With a report that says causes: the base of the shares. */
  readonly reported: number;
  readonly byCause: readonly (readonly [LossCause, number])[];
  readonly byKind: readonly (readonly [LossKind, number])[];
  readonly byState: readonly (readonly [LossState, number])[];
}

export function countLosses(losses: readonly LostCase[]): LossFigures {
  const said = losses.filter(({ causes }) => causes.length > 0);
  const count = (which: (loss: LostCase) => boolean) => losses.filter(which).length;
  return {
    lost: losses.length,
    reported: said.length,
    byCause: LOSS_CAUSES.map((cause) => [cause, count(({ causes }) => causes.includes(cause))]),
    byKind: LOSS_KINDS.map((kind) => [kind, count((loss) => loss.kind === kind)]),
    byState: LOSS_STATES.map((state) => [state, count((loss) => loss.state === state)]),
  };
}
