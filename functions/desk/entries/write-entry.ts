/** What a form does to a programme's entry: decided, written with the notices it brings about, once. */
import { changeEntry, recordOnce } from "../../../shared/casework/programme-entries.ts";
import { decideProgramme, type ProgrammeCommand } from "../../../shared/domain/programme/decide.ts";
import { type ProgrammeEntry, type ProgrammeRef, refOf } from "../../../shared/domain/programme/entry.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { reported } from "../frame/act.ts";
import type { Filled } from "../frame/fields.ts";
import type { Form } from "../frame/form.ts";
import type { DeskPorts } from "../frame/room.ts";

/**
 * Writes a first version; the same form sent twice makes one entry. `facts` are what the form says: where it was sent before
 * with other words (a copied tab), these are not recorded, and whoever sent them is told by {@link sentBefore}.
 */
export async function recordEntry(
  ports: DeskPorts,
  entry: ProgrammeEntry,
  facts: object,
): Promise<"recorded" | "other-words"> {
  const { rules } = ports;
  const done = await recordOnce(ports, entry, { now: entry.change.at, rules });
  reported(ports, done);
  if (done.result) return "recorded";
  const known = (await ports.records.programmeEntry(refOf(entry))) as
    | Partial<Record<string, unknown>>
    | undefined;
  const isSame = Object.entries(facts).every(
    ([name, value]) => JSON.stringify(known?.[name]) === JSON.stringify(value),
  );
  return isSame ? "recorded" : "other-words";
}

/** A form that has been sent before, with other words: it comes back under a new name. */
export function sentBefore({ form: _, ...rest }: Form): Filled {
  const message =
    "本页的表格已经提交过一次，登记的内容与这次填写的不同，这次填写的没有登记。确需另行登记的，请再次提交；需要更正的，请打开已登记的内容更正。";
  return { form: rest, problems: [{ field: "by", message }] };
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
    decideProgramme(entry, command, ports.rules.calendar),
  );
  if (changed.outcome === "refused") return changed.refusal;
  reported(ports, changed);
  return undefined;
}
