/** What every act on an entry of the programme has, and how it makes the entry's next version. */
import type { ProgrammeAct } from "../notices/frame/programme-act.ts";
import type { DeskRefusal } from "../refusal.ts";
import type { Instant, Year } from "../time/time.ts";
import type { ProgrammeEntry } from "./entry.ts";

/** What every act says. */
export interface Act {
  readonly at: Instant;
  /** As typed. */
  readonly by: string;
  readonly cause: string;
  /** The form it came by. */
  readonly form: string;
}

/** An act on an entry that is there; `revision` is what the form was made from. */
export interface ActOnEntry extends Act {
  readonly revision: number;
}

/** What comes of a command on an entry: the entry as it is then, or why nothing changes. */
export type ProgrammeDecision =
  | { readonly accepted: true; readonly entry: ProgrammeEntry }
  | { readonly accepted: false; readonly refusal: DeskRefusal };

/** What a first version has besides its facts; its id is the form's, so that a form makes one entry. */
export function firstVersion(jurisdiction: string, year: Year, act: Act, what: ProgrammeAct) {
  return {
    id: act.form,
    jurisdiction,
    year,
    version: 0,
    revision: 1,
    change: changeBy(act, what),
    sent: {},
  } as const;
}

/** The entry after an act; the version is the writer's to count. */
export function decided(
  entry: ProgrammeEntry,
  act: Act,
  what: ProgrammeAct,
  changed: object,
): Extract<ProgrammeDecision, { accepted: true }> {
  const next = { ...entry, ...changed, revision: entry.revision + 1, change: changeBy(act, what) };
  return { accepted: true, entry: next as ProgrammeEntry };
}

function changeBy({ at, by, cause, form }: Act, what: ProgrammeAct) {
  return { at, by, cause, what, form };
}

export function refused(type: DeskRefusal["type"]): Extract<ProgrammeDecision, { accepted: false }> {
  return { accepted: false, refusal: { type } };
}
