/** What a form does to a programme's entry: decided, written with the notices it brings about, once. */
import { changeEntry, recordOnce } from "../../../shared/casework/programme-entries.ts";
import { decideProgramme, type ProgrammeCommand } from "../../../shared/domain/programme/decide.ts";
import type { ProgrammeEntry, ProgrammeRef } from "../../../shared/domain/programme/entry.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { reported } from "../frame/act.ts";
import type { DeskPorts } from "../frame/room.ts";

/** Writes a first version; the same form sent twice makes one entry. */
export async function recordEntry(ports: DeskPorts, entry: ProgrammeEntry): Promise<void> {
  const { rules } = ports;
  reported(ports, await recordOnce(ports, entry, { now: entry.change.at, rules }));
}

/** Does what a form asks of an entry; undefined where it is done, also where the very form had been sent before. */
export async function actOnEntry(
  ports: DeskPorts,
  ref: ProgrammeRef,
  command: ProgrammeCommand,
): Promise<DeskRefusal | undefined> {
  const { at: now, form } = command;
  const decided = { now, rules: ports.rules };
  const changed = await changeEntry(ports, ref, `form ${form}`, decided, (entry) =>
    decideProgramme(entry, command),
  );
  if (changed.outcome === "refused") return changed.refusal;
  reported(ports, changed);
  return undefined;
}
