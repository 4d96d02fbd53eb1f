/**
 * Which of a court's ledgers for a month speaks for each case. A court sends its ledger again when something was
 * wrong or missing: a later one that names at least half of an earlier one's cases takes its place as a whole, so
 * what it leaves out is gone; one that names fewer (二审、补报) stands beside it and speaks only for its own cases.
 * Files may arrive in any order: the result depends on the set of ledgers alone.
 */
import type { CaseNumber } from "../court/case-number.ts";
import type { Instant } from "../time/time.ts";

/** A ledger as far as its standing goes. */
export interface LedgerListed {
  /** SHA-256 of the file. */
  readonly document: string;
  /** When the court handed it in. */
  readonly receivedAt: Instant;
  readonly caseNumbers: readonly CaseNumber[];
}

/** The document that speaks for each case; a case that only a replaced ledger names is absent. */
function standingOf(ledgers: readonly LedgerListed[]): ReadonlyMap<CaseNumber, string> {
  const inOrder = ledgers.toSorted(byReceipt);
  const standing = new Map<CaseNumber, string>();
  for (const [index, { document, caseNumbers }] of inOrder.entries()) {
    const replaced = inOrder.slice(index + 1).some((later) => replaces(later, caseNumbers));
    if (!replaced) for (const number of caseNumbers) standing.set(number, document);
  }
  return standing;
}

/** A case for which something else speaks than before; `document` undefined: nothing does any more. */
export interface StandingChange {
  readonly caseNumber: CaseNumber;
  readonly document: string | undefined;
}

/** What a further ledger changes, in the order of its own cases and then of the others'. */
export function changesBy(ledger: LedgerListed, known: readonly LedgerListed[]): readonly StandingChange[] {
  const others = known.filter(({ document }) => document !== ledger.document);
  const before = standingOf(others);
  const after = standingOf([...others, ledger]);
  return [...new Set([...ledger.caseNumbers, ...before.keys()])]
    .filter((number) => before.get(number) !== after.get(number))
    .map((caseNumber) => ({ caseNumber, document: after.get(caseNumber) }));
}

function replaces({ caseNumbers }: LedgerListed, earlier: readonly CaseNumber[]): boolean {
  const named = new Set(caseNumbers);
  const shared = new Set(earlier.filter((number) => named.has(number)));
  return shared.size > 0 && shared.size * 2 >= new Set(earlier).size;
}

/** By the time they were handed in; two of one moment by their contents, so that there is an order at all. */
function byReceipt(one: LedgerListed, other: LedgerListed): number {
  if (one.receivedAt !== other.receivedAt) return one.receivedAt < other.receivedAt ? -1 : 1;
  return one.document < other.document ? -1 : 1;
}
