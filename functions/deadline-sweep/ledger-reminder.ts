/** A court that hasn't sent its ledger is reminded (台账催报) when its day has come. */
import { dutyChange } from "../../shared/casework/duty-change.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import type { Instant, Month } from "../../shared/domain/time/time.ts";
import { prefilledFiles } from "../../shared/letters/frame/ledger-files.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { Records } from "../../shared/ports/records.ts";

/** Writes the reminders owed for one court's month; a conflict is left to the next sweep, which finds it due still. */
export async function remindCourt(
  { records, directory }: { readonly records: Records; readonly directory: Directory },
  { court, month }: { readonly court: OrganisationId; readonly month: Month },
  now: Instant,
  rules: Rules,
): Promise<{ readonly notices: number; readonly unreached: number }> {
  const duty = await records.duty(court, month);
  if (duty === undefined) return { notices: 0, unreached: 0 };
  const deciding = { now, rules, files: prefilledFiles };
  const { change, unreached } = await dutyChange(duty, duty.version, directory, deciding);
  const outcome = await records.commit({
    token: `ledger ${court} ${month} ${duty.version} ${now}`,
    ...change,
  });
  return outcome === "committed"
    ? { notices: change.notices.length, unreached: unreached.length }
    : { notices: 0, unreached: 0 };
}
