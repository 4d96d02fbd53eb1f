/** A court that hasn't sent its ledger is reminded (台账催报) when its day has come. */
import { dutyChange } from "../../shared/casework/duty-change.ts";
import { type Done, handle } from "../../shared/casework/handle.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import type { Instant, Month } from "../../shared/domain/time/time.ts";
import { prefilledFiles } from "../../shared/letters/frame/ledger-files.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { Records } from "../../shared/ports/records.ts";

/** Writes the reminders owed for one court's month; the result is how many. */
export async function remindCourt(
  { records, directory }: { readonly records: Records; readonly directory: Directory },
  { court, month }: { readonly court: OrganisationId; readonly month: Month },
  now: Instant,
  rules: Rules,
): Promise<Done<number>> {
  return handle(records, `ledger ${court} ${month} ${now}`, async () => {
    const duty = await records.duty(court, month);
    if (duty === undefined) return { outcome: "ready", changes: [], result: 0 };
    const deciding = { now, rules, files: prefilledFiles };
    const { change, unreached } = await dutyChange(duty, duty.version, directory, deciding);
    return { outcome: "ready", changes: [change], unreached, result: change.notices.length };
  });
}
