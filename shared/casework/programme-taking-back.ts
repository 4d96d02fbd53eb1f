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
import { changeTogether, type EntryRefused, type TogetherDecision } from "./programme-entries.ts";

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
  if (entry === undefined) return { outcome: "refused", refusal: { type: "entry-gone" } };
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
  const { at, by, cause, form, reason } = taking;
  const refs = [session, ...(await interviewsOf(ports, session))].map(refOf);
  return changeTogether(ports, refs, `withdraw ${form}`, decided, async ([known, ...interviews]) => {
    if (known?.kind !== "session") return refusing("entry-gone");
    if (known.change.form === form) return UNCHANGED;
    if (known.withdrawn !== undefined) return refusing("entry-withdrawn");
    if (known.revision !== taking.revision) return refusing("entry-changed");
    if (known.units.some(({ record }) => record !== undefined)) return refusing("take-back-rested-on");
    const called = interviews.filter((one) => one.kind === "interview" && interviewState(one) === "called");
    const back = await backOf(ports, called, taking, decided.rules);
    if (!back.accepted) return back;
    const withdrawn: ProgrammeEntry = {
      ...known,
      withdrawn: reason,
      revision: known.revision + 1,
      change: { at, by, cause, form, what: "withdrawn" },
    };
    return { accepted: true, entries: [withdrawn, ...back.entries] };
  });
}

/** All that stands as the person saw it, by the first of them; read anew at each try, so that a change meanwhile is neither lost nor undone. */
async function takeBackAll(
  ports: ProgrammePorts,
  entries: readonly ProgrammeEntry[],
  taking: TakingBackEntry,
  decided: DecidedAt,
): Promise<Done<void> | EntryRefused> {
  return changeTogether(ports, entries.map(refOf), `take back ${taking.form}`, decided, async (known) => {
    const [first] = known;
    if (first === undefined) return refusing("entry-gone");
    if (first.change.form === taking.form) return UNCHANGED;
    if (first.withdrawn !== undefined) return refusing("entry-withdrawn");
    // The others have come along because one form made them what they were.
    const isAsSeen = known.every((one, index) => one.revision === entries[index]?.revision);
    if (first.revision !== taking.revision || !isAsSeen) return refusing("entry-changed");
    const until = takeBackUntil(first, decided.rules.policy.undo.hours);
    if (until === undefined) return refusing("no-act-to-take-back");
    if (taking.at > until) return refusing("take-back-late");
    return backOf(ports, known, taking, decided.rules);
  });
}

/** Each entry as it was before its last act, with word to whoever had been told of it. */
async function backOf(
  { records }: ProgrammePorts,
  entries: readonly ProgrammeEntry[],
  taking: TakingBackEntry,
  rules: Rules,
): Promise<TogetherDecision> {
  const made: ProgrammeEntry[] = [];
  for (const entry of entries) {
    const before = beforeLastAct(entry, await records.programmeHistory(refOf(entry)));
    if (before === undefined) return refusing("no-act-to-take-back");
    const owed = programmeObligations(entry, [], rules).map(({ key, notices }) => ({
      key,
      audiences: notices(civilDateAt(taking.at)).map(({ audience }) => audience),
    }));
    const told = toldSince(entry, before, owed);
    const { revision } = entry;
    const decision = takeBack(entry, { type: "take-back", ...taking, revision, before, told });
    if (!decision.accepted) return decision;
    made.push({ ...decision.entry, version: entry.version });
  }
  return { accepted: true, entries: made };
}

async function interviewsOf({ records }: ProgrammePorts, { jurisdiction, units }: InterviewSession) {
  const found = await Promise.all(
    units.map(({ interview: { year, id } }) =>
      records.programmeEntry({ jurisdiction, year, kind: "interview", id }),
    ),
  );
  return found.filter((one) => one?.kind === "interview");
}

const UNCHANGED: TogetherDecision = { accepted: true, entries: [] };

function refusing(type: DeskRefusal["type"]): TogetherDecision {
  return { accepted: false, refusal: { type } };
}
