/** What does a court's ledger count for where nothing else is known of its cases? Each is told to an empty case file, as the deployed system tells its own. */
import type { OrganisationId } from "../../organisations/directory.ts";
import type { StatisticsRow } from "../../statistics/statistics-row.ts";
import type { Instant, Month } from "../../time/time.ts";
import { evolveAll } from "../evolving/evolve.ts";
import { docketRows, monthOfCase } from "../statistics-rows.ts";
import { type LedgerDoubt, type LedgerRef, ledgerDoubts, noteLedger } from "./ledger.ts";
import type { LedgerStatement } from "./ledger-statement.ts";

/** A ledger's share of a month, or of several. */
export interface LedgerMonth {
  readonly rows: readonly StatisticsRow[];
  /** Of all its cases, whichever month they count to. */
  readonly doubts: readonly { readonly statement: LedgerStatement; readonly doubt: LedgerDoubt }[];
}

/** Where a source states the day: received or closed within months, or pending at their end. */
function isInDocket(
  { acceptedOn, closedOn, receivedIn, closedIn }: StatisticsRow,
  { from, to }: { readonly from: Month; readonly to: Month },
): boolean {
  if (acceptedOn === undefined && closedOn === undefined) return false;
  return receivedIn !== undefined && receivedIn <= to && (closedIn === undefined || closedIn >= from);
}

/**
 * The rows that count to a month, or to those from `from` to it, in the order of the statements; `receivedAt` is when the
 * ledger came. No directory knows the agencies: their names stand as written.
 */
export function rowsOfLedger(
  statements: readonly LedgerStatement[],
  month: Month,
  receivedAt: Instant,
  from = month,
): LedgerMonth {
  // Whose it is makes no difference: there is no other.
  const ledger: LedgerRef = { court: "" as OrganisationId, month, document: "ledger", receivedAt };
  const rows: StatisticsRow[] = [];
  const doubts: LedgerMonth["doubts"][number][] = [];
  for (const statement of statements) {
    const names = new Set(statement.agencies.flatMap(({ respondent }) => respondent ?? []));
    const identified = {
      ...statement,
      court: statement.court ?? "",
      respondents: [...names].map((name) => ({ name })),
    };
    const decision = noteLedger(undefined, {
      type: "note-ledger",
      ledger,
      weighedAgainst: [],
      statement: identified,
    });
    if (!decision.accepted) continue;
    const file = evolveAll(undefined, decision.events);
    if (file === undefined) continue;
    const own = monthOfCase(file);
    const ofCase = docketRows(file);
    const isHeardThen = own !== undefined && from <= own && own <= month;
    if (isHeardThen || ofCase.some((row) => isInDocket(row, { from, to: month }))) rows.push(...ofCase);
    doubts.push(...ledgerDoubts(undefined, file, identified, ledger).map((doubt) => ({ statement, doubt })));
  }
  return { rows, doubts };
}
