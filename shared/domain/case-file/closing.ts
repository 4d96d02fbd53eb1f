/** How does a case end, and which duties end with it? */
import type { CaseEvent } from "./events.ts";
import type { CaseFile, Outcome } from "./state.ts";

/** The events of a judgment or ruling. A case that ended unheard owes nothing for a hearing that never was. */
export function closingEvents(
  file: CaseFile,
  { outcome, heard }: { readonly outcome: Outcome; readonly heard: boolean | undefined },
): readonly CaseEvent[] {
  // A judgment's word takes the place of a ledger's.
  if (file.state === "closed" && (file.byLedger !== true || file.outcome === outcome)) return [];
  const unheard = heard === false || !file.pastHearings.some(({ fate }) => fate === "held");
  const moot = file.deadlines.filter(
    ({ status, kind }) => status === "open" && (unheard || kind === "report"),
  );
  return [
    ...moot.map(
      ({ kind, respondent, hearing }) => ({ type: "deadline-cancelled", kind, respondent, hearing }) as const,
    ),
    ...(file.state === "awaiting-hearing" ? [{ type: "hearing-postponed" } as const] : []),
    { type: "case-closed", outcome },
  ];
}
