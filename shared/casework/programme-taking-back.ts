/** Taking back the last act on an entry of the programme (撤回上一步), with what it did to others. */
import type { Act } from "../domain/programme/deciding.ts";
import {
  type InterviewSession,
  interviewState,
  type ProgrammeEntry,
  type ProgrammeRef,
  refOf,
} from "../domain/programme/entry.ts";
import { programmeObligations } from "../domain/programme/obligations.ts";
import { beforeLastAct, takeBack, takeBackUntil, toldSince } from "../domain/programme/taking-back.ts";
import type { DeskRefusal } from "../domain/refusal.ts";
import type { Rules } from "../domain/rules.ts";
import { civilDateAt } from "../domain/time/time.ts";
import type { Done } from "./handle.ts";
import type { DecidedAt, ProgrammePorts } from "./programme-change.ts";
import { changeTogether, type EntryRefused } from "./programme-entries.ts";

/** What a person says who takes something back. */
export interface TakingBackEntry extends Act {
  readonly reason: string;
  readonly revision: number;
}

/** Takes back the last act on an entry; a unit's record of a 约谈会 with what it did to the unit's interview. */
export async function takeBackEntry(
  ports: ProgrammePorts,
  ref: ProgrammeRef,
  taking: TakingBackEntry,
  decided: DecidedAt,
): Promise<Done<void> | EntryRefused> {
  const entry = await ports.records.programmeEntry(ref);
  if (entry === undefined) return refusedBy("entry-gone");
  const { form } = entry.change;
  // What one form did to several is taken back together.
  const others =
    entry.kind === "session"
      ? (await interviewsOf(ports, entry)).filter((one) => one.change.form === form)
      : [];
  return takeBackAll(ports, [entry, ...others], taking, decided);
}

/** Withdraws a 约谈会 (作废): its units are proposed again, and told that they need not come. */
export async function withdrawSession(
  ports: ProgrammePorts,
  session: InterviewSession,
  taking: TakingBackEntry,
  decided: DecidedAt,
): Promise<Done<void> | EntryRefused> {
  if (session.change.form === taking.form) return { outcome: "done", result: undefined, unreached: [] };
  if (session.withdrawn !== undefined) return refusedBy("entry-withdrawn");
  if (session.revision !== taking.revision) return refusedBy("entry-changed");
  const interviews = await interviewsOf(ports, session);
  if (session.units.some(({ record }) => record !== undefined)) return refusedBy("take-back-rested-on");
  const called = interviews.filter((one) => interviewState(one) === "called");
  const back = await backOf(ports, called, taking, decided.rules);
  if (!("entries" in back)) return refusedBy(back.refusal);
  const { at, by, cause, form, reason } = taking;
  const withdrawn: ProgrammeEntry = {
    ...session,
    withdrawn: reason,
    revision: session.revision + 1,
    change: { at, by, cause, form, what: "withdrawn" },
  };
  return changeTogether(ports, [session, ...called].map(refOf), `withdraw ${form}`, decided, () => ({
    accepted: true,
    entries: [withdrawn, ...back.entries],
  }));
}

async function takeBackAll(
  ports: ProgrammePorts,
  entries: readonly ProgrammeEntry[],
  taking: TakingBackEntry,
  decided: DecidedAt,
): Promise<Done<void> | EntryRefused> {
  const [first] = entries;
  if (first === undefined) return refusedBy("entry-gone");
  if (first.change.form === taking.form) return { outcome: "done", result: undefined, unreached: [] };
  if (first.withdrawn !== undefined) return refusedBy("entry-withdrawn");
  if (first.revision !== taking.revision) return refusedBy("entry-changed");
  const until = takeBackUntil(first, decided.rules.policy.undo.hours);
  if (until === undefined) return refusedBy("no-act-to-take-back");
  if (taking.at > until) return refusedBy("take-back-late");
  const back = await backOf(ports, entries, taking, decided.rules);
  if (!("entries" in back)) return refusedBy(back.refusal);
  return changeTogether(ports, entries.map(refOf), `take back ${taking.form}`, decided, (known) =>
    known.every((one, index) => one.revision === entries[index]?.revision)
      ? { accepted: true, entries: back.entries }
      : { accepted: false, refusal: { type: "entry-changed" } },
  );
}

/** Each entry as it was before its last act, with word to whoever had been told of it. */
async function backOf(
  { records }: ProgrammePorts,
  entries: readonly ProgrammeEntry[],
  taking: TakingBackEntry,
  rules: Rules,
): Promise<{ readonly entries: readonly ProgrammeEntry[] } | { readonly refusal: DeskRefusal["type"] }> {
  const made: ProgrammeEntry[] = [];
  for (const entry of entries) {
    const before = beforeLastAct(entry, await records.programmeHistory(refOf(entry)));
    if (before === undefined) return { refusal: "no-act-to-take-back" };
    const owed = programmeObligations(entry, [], rules).map(({ key, notices }) => ({
      key,
      audiences: notices(civilDateAt(taking.at)).map(({ audience }) => audience),
    }));
    const told = toldSince(entry, before, owed);
    const { revision } = entry;
    const decision = takeBack(entry, { type: "take-back", ...taking, revision, before, told });
    if (!decision.accepted) return { refusal: decision.refusal.type };
    made.push({ ...decision.entry, version: entry.version });
  }
  return { entries: made };
}

async function interviewsOf({ records }: ProgrammePorts, { jurisdiction, units }: InterviewSession) {
  const found = await Promise.all(
    units.map(({ interview: { year, id } }) =>
      records.programmeEntry({ jurisdiction, year, kind: "interview", id }),
    ),
  );
  return found.filter((one) => one?.kind === "interview");
}

function refusedBy(type: DeskRefusal["type"]): EntryRefused {
  return { outcome: "refused", refusal: { type } };
}
