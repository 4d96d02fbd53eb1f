/** Writes entries of a programme (工作台账): a new one once, and what is decided on one that is there. */

import type { WaitingLine } from "../domain/notices/notice.ts";
import type { ProgrammeDecision } from "../domain/programme/deciding.ts";
import { type ProgrammeEntry, type ProgrammeRef, refOf } from "../domain/programme/entry.ts";
import type { DeskRefusal } from "../domain/refusal.ts";
import { type Done, handle } from "./handle.ts";
import { type DecidedAt, type ProgrammePorts, programmeChange } from "./programme-change.ts";

/** Records an entry where there is none under its name yet; the result says whether it is new. */
export async function recordOnce(
  ports: ProgrammePorts,
  entry: ProgrammeEntry,
  decided: DecidedAt,
): Promise<Done<boolean>> {
  const ref = refOf(entry);
  return handle(ports.records, `record ${nameOf(ref)}`, async () => {
    if ((await ports.records.programmeEntry(ref)) !== undefined)
      return { outcome: "ready", changes: [], result: false };
    const { change, unreached } = await programmeChange(entry, 0, ports, decided);
    return { outcome: "ready", changes: [change], unreached, result: true };
  });
}

/** An entry stays as it is: what was asked of it can't be done, or there is no such entry. */
export interface EntryRefused {
  readonly outcome: "refused";
  readonly refusal: DeskRefusal;
}

/** Decides on an entry and writes what it is then, with what it owes by now. `cause` distinguishes one such change from another. */
export async function changeEntry(
  ports: ProgrammePorts,
  ref: ProgrammeRef,
  cause: string,
  decided: DecidedAt,
  decide: (entry: ProgrammeEntry) => ProgrammeDecision,
): Promise<Done<void> | EntryRefused> {
  return handle<void, EntryRefused>(ports.records, `${cause} ${nameOf(ref)}`, async () => {
    const entry = await ports.records.programmeEntry(ref);
    if (entry === undefined) return { outcome: "refused", refusal: { type: "entry-gone" } };
    const decision = decide(entry);
    if (!decision.accepted) return { outcome: "refused", refusal: decision.refusal };
    // The very form was sent before.
    if (decision.entry === entry) return { outcome: "ready", changes: [], result: undefined };
    const part = await programmeChange(decision.entry, entry.version, ports, decided);
    return { outcome: "ready", changes: [part.change], unreached: part.unreached, result: undefined };
  });
}

/** What comes of an act on several entries at once: as they are then, new ones among them, or why nothing changes. */
export type TogetherDecision =
  | { readonly accepted: true; readonly entries: readonly ProgrammeEntry[] }
  | { readonly accepted: false; readonly refusal: DeskRefusal };

/**
 * Decides on several entries and writes all of it, or nothing, with what each owes by now. One of them that is gone refuses it;
 * an entry that is there under a new one's name is the same form sent again, and stays as it is.
 */
export async function changeTogether(
  ports: ProgrammePorts,
  refs: readonly ProgrammeRef[],
  cause: string,
  decided: DecidedAt,
  decide: (entries: readonly ProgrammeEntry[]) => TogetherDecision | Promise<TogetherDecision>,
): Promise<Done<void> | EntryRefused> {
  return handle<void, EntryRefused>(ports.records, cause, async () => {
    const known = await Promise.all(refs.map((ref) => ports.records.programmeEntry(ref)));
    const entries = known.filter((one) => one !== undefined);
    if (entries.length < refs.length) return { outcome: "refused", refusal: { type: "entry-gone" } };
    const decision = await decide(entries);
    if (!decision.accepted) return { outcome: "refused", refusal: decision.refusal };
    const changed = decision.entries.filter((one) => !entries.includes(one));
    const before = new Map(entries.map((one) => [nameOf(refOf(one)), one.version]));
    const fresh = changed.filter((one) => !before.has(nameOf(refOf(one))));
    const there = await Promise.all(fresh.map((one) => ports.records.programmeEntry(refOf(one))));
    if (there.some((one) => one !== undefined)) return { outcome: "ready", changes: [], result: undefined };
    const parts = await Promise.all(
      changed.map((one) => programmeChange(one, before.get(nameOf(refOf(one))) ?? 0, ports, decided)),
    );
    const change = {
      programme: parts.flatMap((one) => one.change.programme),
      notices: parts.flatMap((one) => one.change.notices),
      lines: parts.flatMap((one) => one.change.lines),
    };
    const unreached = parts.flatMap((one) => one.unreached);
    return { outcome: "ready", changes: changed.length === 0 ? [] : [change], unreached, result: undefined };
  });
}

/** Tells what an entry owes by now, and when to look at it next; the result is how many notices that is, and lines for digests. */
export async function remindOf(
  ports: ProgrammePorts,
  ref: ProgrammeRef,
  decided: DecidedAt,
): Promise<Done<{ readonly notices: number; readonly lines: readonly WaitingLine[] }>> {
  return handle(ports.records, `sweep ${nameOf(ref)} ${decided.now}`, async () => {
    const entry = await ports.records.programmeEntry(ref);
    if (entry === undefined) return { outcome: "ready", changes: [], result: { notices: 0, lines: [] } };
    const { change, unreached } = await programmeChange(entry, entry.version, ports, decided);
    const { notices, lines } = change;
    return { outcome: "ready", changes: [change], unreached, result: { notices: notices.length, lines } };
  });
}

function nameOf({ jurisdiction, year, kind, id }: ProgrammeRef): string {
  return `${jurisdiction} ${year} ${kind} ${id}`;
}
