/** How does a case end, and which duties end with it? */
import type { Outcome } from "../court/outcome.ts";
import { defined } from "../defined.ts";
import type { CaseEvent } from "./events.ts";
import { type CaseFile, sittings } from "./state.ts";

/** How a source says that a case ended. */
export interface Closing {
  readonly outcome: Outcome;
  /** Whether there was a hearing; undefined where the source doesn't say. */
  readonly heard: boolean | undefined;
  /** The court's ledger (its SHA-256) where no judgment or ruling says so. */
  readonly ledger?: string;
  /** A person of the bureau says so, and no paper. */
  readonly byHand?: true;
}

/**
 * The events of a judgment, a ruling or a ledger's word. A case that ended unheard owes nothing for a hearing that
 * never was.
 */
export function closingEvents(
  file: CaseFile,
  { outcome, heard, ledger, byHand }: Closing,
): readonly CaseEvent[] {
  // A judgment's word stands; it takes the place of a ledger's and of a person's, and a ledger's that of another.
  const isWeak = file.state === "closed" && (file.byLedger === true || file.byHand === true);
  if (file.state === "closed" && (!isWeak || file.outcome === outcome)) return [];
  const unheard = heard === false || sittings(file).length === 0;
  // A hearing that was still set beside the one that was held is off: nothing is owed for it.
  const setStill = file.state === "awaiting-hearing" ? file.hearing.ordinal : undefined;
  const moot = file.deadlines.filter(
    ({ status, kind, hearing }) =>
      status === "open" && (unheard || kind === "report" || hearing === setStill),
  );
  const by = defined({ ledger });
  return [
    ...moot.map(
      ({ kind, respondent, hearing }) =>
        ({ type: "deadline-cancelled", kind, respondent, hearing, ...by }) as const,
    ),
    ...(file.state === "awaiting-hearing" ? [{ type: "hearing-postponed", ...by } as const] : []),
    { type: "case-closed", outcome, ...(ledger !== undefined && { byLedger: true }), ...defined({ byHand }) },
  ];
}
