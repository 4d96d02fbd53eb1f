/** A ledger's rows → its cases, as case files are told of them. */

import type { LedgerCase, LedgerSaid } from "../../domain/case-file/ledger-case.ts";
import type { CaseNumber } from "../../domain/court/case-number.ts";
import { plaintiffsIn } from "../../domain/court/enterprise.ts";
import { type CivilDate, civilDate, type Month } from "../../domain/time/time.ts";
import type { Ledger } from "./case-ledger.ts";
import type { LedgerRow } from "./ledger.ts";

/** In the order of the ledger; `month` gives a day without a year its year. */
export function ledgerCases({ rows }: Pick<Ledger, "rows">, month: Month): readonly LedgerCase[] {
  const byCase = Map.groupBy(rows, ({ caseNumber }) => caseNumber);
  return [...byCase].map(([caseNumber, said]) => caseOf(caseNumber, said, month));
}

function caseOf(caseNumber: CaseNumber, rows: readonly LedgerRow[], month: Month): LedgerCase {
  const first = <T>(fact: (row: LedgerRow) => T | null | undefined): T | undefined =>
    rows.map(fact).find((value) => value !== undefined && value !== null) ?? undefined;
  const heard = rows.some((row) => row.heard === true) ? true : first((row) => row.heard);
  const facts = {
    originCaseNumber: first(({ originNumber }) => originNumber),
    cause: first(({ cause }) => cause),
    enterprise: first(({ enterprise }) => enterprise),
    heard,
    outcome: first(({ outcomeKind }) => outcomeKind),
    mediated: rows.some(({ mediated }) => mediated === true) ? true : first(({ mediated }) => mediated),
  };
  return {
    caseNumber,
    sheet: rows[0]?.sheet ?? "",
    row: rows[0]?.row ?? 0,
    plaintiffs: [...new Set(rows.flatMap(({ plaintiff }) => plaintiffsIn(plaintiff ?? "")))],
    ...given(facts),
    said: rows.map((row) => saidOf(row, month)),
  };
}

function saidOf(row: LedgerRow, month: Month): LedgerSaid {
  const { respondent, headAttended, doubtful, headName, headTitle, rank, spoke } = row;
  const { absenceReason, reasonAccepted, withoutHead } = row;
  const came = (who: LedgerRow["withoutHead"]) => (withoutHead === who ? (true as const) : undefined);
  return given({
    respondent: respondent ?? undefined,
    heardOn: row.heard === true ? dayOf(row, month) : undefined,
    attended: headAttended ?? (doubtful ? ("review" as const) : undefined),
    headName,
    headTitle,
    rank,
    spoke,
    absenceReason,
    reasonAccepted,
    staffAppeared: came("staff"),
    lawyersOnly: came("lawyers"),
    nobodyCame: came("nobody"),
  });
}

function dayOf({ heardOn, heardDay }: LedgerRow, month: Month): CivilDate | undefined {
  if (heardOn !== undefined || heardDay === undefined) return heardOn;
  return heardDay.slice(0, 2) === month.slice(5) ? civilDate(`${month.slice(0, 4)}-${heardDay}`) : undefined;
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what is known: an absent key, not an undefined one. */
function given<T extends object>(facts: T): Given<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Given<T>;
}
