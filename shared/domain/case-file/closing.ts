/** How does a case end, and which duties end with it? */
import type { CaseEvent } from "./events.ts";
import { type CaseFile, type Outcome, sittings } from "./state.ts";

/** How a source says that a case ended. */
export interface Closing {
  readonly outcome: Outcome;
  /** Whether there was a hearing; undefined where the source doesn't say. */
  readonly heard: boolean | undefined;
  /** No judgment or ruling says so, only the court's ledger. */
  readonly byLedger?: true;
}

/**
 * The events of a judgment, a ruling or a ledger's word. A case that ended unheard owes nothing for a hearing that
 * never was.
 */
export function closingEvents(file: CaseFile, { outcome, heard, ...by }: Closing): readonly CaseEvent[] {
  // A judgment's word stands; it takes the place of a ledger's, and a ledger's that of another.
  if (file.state === "closed" && (file.byLedger !== true || file.outcome === outcome)) return [];
  const unheard = heard === false || sittings(file).length === 0;
  const moot = file.deadlines.filter(
    ({ status, kind }) => status === "open" && (unheard || kind === "report"),
  );
  return [
    ...moot.map(
      ({ kind, respondent, hearing }) => ({ type: "deadline-cancelled", kind, respondent, hearing }) as const,
    ),
    ...(file.state === "awaiting-hearing" ? [{ type: "hearing-postponed" } as const] : []),
    { type: "case-closed", outcome, ...by },
  ];
}
