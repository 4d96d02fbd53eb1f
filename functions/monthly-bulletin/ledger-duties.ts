/** On the 1st every court owes the ledger of the month before; the sweep reminds whoever hasn't sent it. */
import type { Rules } from "../../shared/domain/case-file/decide.ts";
import { lookup } from "../../shared/domain/directory.ts";
import { ledgerDuty, nextLedgerAction } from "../../shared/domain/ledger-duty.ts";
import type { Instant, Month } from "../../shared/domain/time.ts";
import type { Directory, Records } from "../../shared/ports.ts";

/** Opens the duty of every court that has none for the month yet; returns how many. */
export async function openDuties(
  { records, directory }: { readonly records: Records; readonly directory: Directory },
  month: Month,
  now: Instant,
  rules: Rules,
): Promise<number> {
  let opened = 0;
  for (const court of await directory.find(lookup.kind("court"))) {
    if ((await records.duty(court.id, month)) !== undefined) continue;
    const duty = { ...ledgerDuty(court, month, rules.policy, rules.calendar), version: 1 };
    const outcome = await records.commit({
      token: `duty ${court.id} ${month}`,
      duties: [
        { duty, expectedVersion: 0, nextActionAt: nextLedgerAction(duty, now, rules.policy, rules.calendar) },
      ],
    });
    // A conflict: its ledger came in this very moment, and brought the duty with it.
    if (outcome === "committed") opened += 1;
  }
  return opened;
}
