/** Which courts have sent their ledgers of a period's months, and which have not? */

import type { MissingLedgers } from "../../domain/statistics/bulletin-edition.ts";
import { monthsOf, type Period } from "../../domain/time/period.ts";
import type { Directory } from "../../ports/directory.ts";
import type { Records } from "../../ports/records.ts";

interface LedgerPorts {
  readonly records: Pick<Records, "duties">;
  readonly directory: Pick<Directory, "names">;
}

/** A court with the months whose ledger it owes; a duty that was never opened, as before the first deployment, is owed by nobody. */
export async function ledgersOf(
  { records, directory }: LedgerPorts,
  period: Period,
): Promise<
  readonly { readonly court: string; readonly sent: number; readonly missing: MissingLedgers["months"] }[]
> {
  const courts = await directory.names("court");
  const asked = courts.flatMap(({ id }) => monthsOf(period).map((month) => ({ court: id, month })));
  const found = Map.groupBy(await records.duties(asked), ({ court }) => court);
  return courts.flatMap(({ id, name }) => {
    const duties = found.get(id);
    if (duties === undefined) return [];
    const owed = duties.filter(({ receivedOn }) => receivedOn === undefined);
    return [{ court: name, sent: duties.length - owed.length, missing: owed.map(({ month }) => month) }];
  });
}

/** The courts that still owe one; undefined where none does. */
export async function missingLedgers(
  ports: LedgerPorts,
  period: Period,
): Promise<readonly MissingLedgers[] | undefined> {
  const missing = (await ledgersOf(ports, period)).flatMap(({ court, missing: months }) =>
    months.length === 0 ? [] : [{ court, months }],
  );
  return missing.length === 0 ? undefined : missing;
}
