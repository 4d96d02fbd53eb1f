/** What a form does to a programme's entry: decided, written with the notices it brings about, once. */
import { programmeChange } from "../../../shared/casework/programme-change.ts";
import { decideProgramme, type ProgrammeCommand } from "../../../shared/domain/programme/decide.ts";
import { type ProgrammeEntry, type ProgrammeRef, refOf } from "../../../shared/domain/programme/entry.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { type DeskPorts, MAX_CONFLICTS } from "../frame/room.ts";

/** Writes a first version; the same form sent twice makes one entry. */
export async function recordEntry(ports: DeskPorts, entry: ProgrammeEntry): Promise<void> {
  for (let attempt = 0; attempt < MAX_CONFLICTS; attempt++) {
    const year = await ports.records.programme(entry.jurisdiction, entry.year);
    if (year.some((one) => isSame(one, entry))) return;
    if (await write(ports, entry, 0, [...year, entry])) return;
  }
  throw new Error(`still in conflict after ${MAX_CONFLICTS} attempts`);
}

/** Does what a form asks of an entry; undefined where it is done, also where the very form had been sent before. */
export async function actOnEntry(
  ports: DeskPorts,
  ref: ProgrammeRef,
  command: ProgrammeCommand,
): Promise<DeskRefusal | undefined> {
  for (let attempt = 0; attempt < MAX_CONFLICTS; attempt++) {
    const year = await ports.records.programme(ref.jurisdiction, ref.year);
    const entry = year.find((one) => isSame(one, ref));
    if (entry === undefined) return { type: "entry-gone" };
    const decision = decideProgramme(entry, command);
    if (decision.outcome === "refused") return decision.refusal;
    if (decision.outcome === "repeated") return undefined;
    const others = year.filter((one) => one !== entry);
    if (await write(ports, decision.entry, entry.version, [...others, decision.entry])) return undefined;
  }
  throw new Error(`still in conflict after ${MAX_CONFLICTS} attempts`);
}

async function write(
  { records, directory, rules, notReached }: DeskPorts,
  entry: ProgrammeEntry,
  expectedVersion: number,
  year: readonly ProgrammeEntry[],
): Promise<boolean> {
  const { at: now, form } = entry.change;
  const part = await programmeChange(entry, expectedVersion, year, directory, { now, rules });
  const outcome = await records.commit({
    token: `form ${form} ${expectedVersion}`,
    ...part.change,
  });
  if (outcome === "conflict") return false;
  if (part.unreached.length > 0) notReached(part.unreached);
  return true;
}

function isSame(one: ProgrammeEntry, other: ProgrammeRef | ProgrammeEntry): boolean {
  const { jurisdiction, year, kind, id } = refOf(one);
  return other.jurisdiction === jurisdiction && other.year === year && other.kind === kind && other.id === id;
}
