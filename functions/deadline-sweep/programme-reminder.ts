/** An entry of a programme (工作台账) whose day has come: what it owes by now is told. */
import { programmeChange } from "../../shared/casework/programme-change.ts";
import { type ProgrammeRef, refOf } from "../../shared/domain/programme/entry.ts";
import type { Rules } from "../../shared/domain/rules.ts";
import type { Instant } from "../../shared/domain/time/time.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { Records } from "../../shared/ports/records.ts";

/** Writes what an entry owes; a conflict is left to the next sweep, which finds it due still. */
export async function remindOfEntry(
  { records, directory }: { readonly records: Records; readonly directory: Directory },
  ref: ProgrammeRef,
  now: Instant,
  rules: Rules,
): Promise<{ readonly notices: number; readonly unreached: number }> {
  const year = await records.programme(ref.jurisdiction, ref.year);
  const entry = year.find((one) => one.kind === ref.kind && one.id === ref.id);
  if (entry === undefined) return { notices: 0, unreached: 0 };
  const part = await programmeChange(entry, entry.version, year, directory, { now, rules });
  const outcome = await records.commit({
    token: `sweep ${JSON.stringify(refOf(entry))} ${entry.version} ${now}`,
    ...part.change,
  });
  return outcome === "committed"
    ? { notices: part.change.notices.length, unreached: part.unreached.length }
    : { notices: 0, unreached: 0 };
}
