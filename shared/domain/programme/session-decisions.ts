/** What is done to a 约谈会: units are called in together, what each said is recorded, what it promised is ticked off. */
import type { CivilDate } from "../time/time.ts";
import { yearOf } from "../time/time.ts";
import {
  type Act,
  type ActOnEntry,
  decided,
  firstVersion,
  type ProgrammeDecision,
  refused,
} from "./deciding.ts";
import {
  type Interview,
  type InterviewCall,
  type InterviewSession,
  interviewState,
  type ProgrammeEntry,
} from "./entry.ts";
import type { SessionFacts, SessionMinutes, UnitPromise, UnitRecord } from "./session-facts.ts";

export type SessionCommand =
  | ({
      readonly type: "record-unit";
      /** The id of its interview. */
      readonly interview: string;
      readonly record: Pick<UnitRecord, "attended" | "points"> & {
        readonly promises: readonly Pick<UnitPromise, "text" | "due">[];
      };
    } & ActOnEntry)
  | ({
      readonly type: "record-minutes";
      readonly minutes: Pick<SessionMinutes, "chair" | "recorder" | "text">;
    } & ActOnEntry)
  | ({
      readonly type: "keep-promise";
      readonly interview: string;
      readonly promise: string;
      readonly text: string;
    } & ActOnEntry);

/** A session and its interviews as they are after an act; nothing where one of them has moved on. */
export type SessionDecision =
  | { readonly accepted: true; readonly entries: readonly ProgrammeEntry[] }
  | Extract<ProgrammeDecision, { accepted: false }>;

/** The call of one unit: its own letter has its own number (发文字号). */
export interface UnitCall {
  readonly interview: Interview;
  readonly document?: string;
}

/** Several units are called in together: a session, and each one's interview with its letter. */
export function callTogether(
  facts: Pick<SessionFacts, "date" | "time" | "place" | "demands">,
  calls: readonly UnitCall[],
  jurisdiction: string,
  act: Act,
): SessionDecision {
  if (calls.some(({ interview }) => interviewState(interview) !== "proposed"))
    return refused("interview-moved-on");
  const session: InterviewSession = {
    kind: "session",
    ...facts,
    units: calls.map(({ interview: { unit, year, id } }) => ({ ...unit, interview: { year, id } })),
    ...firstVersion(jurisdiction, yearOf(facts.date), act, "called-together"),
  };
  const interviews = calls.map(({ interview, document }) => {
    const { at, by } = act;
    const called: InterviewCall = {
      at,
      by,
      ...facts,
      ...(document !== undefined && { document }),
      session: session.id,
    };
    return decided(interview, act, "called", { called }).entry;
  });
  return { accepted: true, entries: [session, ...interviews] };
}

/** What a unit said is recorded in the session, and in its interview as what came of it (约谈情况), to be looked at again on a day. */
export function recordUnit(
  session: InterviewSession,
  interview: Interview,
  command: Extract<SessionCommand, { type: "record-unit" }>,
  outcome: string,
  followUp: CivilDate,
): SessionDecision {
  const recorded = decideSession(session, command);
  if (!recorded.accepted) return recorded;
  if (interviewState(interview) !== "called") return refused("interview-moved-on");
  const { at, by } = command;
  const held = decided(interview, command, "held", { outcome: { at, by, text: outcome, followUp } });
  return { accepted: true, entries: [recorded.entry, held.entry] };
}

/** What is done to the session alone. */
export function decideSession(entry: ProgrammeEntry, command: SessionCommand): ProgrammeDecision {
  if (entry.kind !== "session") return refused("entry-gone");
  const { at, by } = command;
  switch (command.type) {
    case "record-minutes":
      return decided(entry, command, "minutes-recorded", { minutes: { at, by, ...command.minutes } });
    case "record-unit": {
      const unit = entry.units.find(({ interview }) => interview.id === command.interview);
      if (unit === undefined || unit.record !== undefined) return refused("interview-moved-on");
      const { attended, points, promises } = command.record;
      const numbered = promises.map((one, index) => ({ id: String(index + 1), ...one }));
      const record = { at, by, attended, points, promises: numbered };
      const units = entry.units.map((one) => (one === unit ? { ...one, record } : one));
      return decided(entry, command, "unit-recorded", { units });
    }
    case "keep-promise": {
      const unit = entry.units.find(({ interview }) => interview.id === command.interview);
      const open = unit?.record?.promises.find(
        ({ id, kept }) => id === command.promise && kept === undefined,
      );
      if (unit?.record === undefined || open === undefined) return refused("nothing-to-judge");
      const kept = { at, by, text: command.text };
      const promises = unit.record.promises.map((one) => (one === open ? { ...one, kept } : one));
      const record = { ...unit.record, promises };
      return decided(entry, command, "promise-kept", {
        units: entry.units.map((one) => (one === unit ? { ...one, record } : one)),
      });
    }
    default:
      return command satisfies never;
  }
}
