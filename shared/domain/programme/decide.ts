/**
 * What people do to a programme's entries: record, correct, withdraw, answer, judge. Pure; time arrives as data. Nothing
 * is deleted, and two people at once can't overwrite each other: each act rests on the revision its form was made from.
 */
import { suggestionState } from "../suggestion/suggestion.ts";
import type { Calendar } from "../time/calendar.ts";
import { lastDayOf } from "../time/deadline.ts";
import { type CivilDate, civilDateAt, type Instant, yearOf } from "../time/time.ts";
import {
  type Act,
  type ActOnEntry,
  decided,
  firstVersion,
  type ProgrammeDecision,
  refused,
} from "./deciding.ts";
import {
  type Correction,
  type CorrectionAnswer,
  correctionState,
  type EntryFacts,
  type InterviewCall,
  type Invitation,
  interviewState,
  type Meeting,
  mayCopy,
  type Observation,
  owesAnswer,
  type ProgrammeEntry,
  type Topic,
  type Training,
  wasObserved,
} from "./entry.ts";
import type { ObservationPlan } from "./observation-plan.ts";
import { decideSession, type SessionCommand } from "./session-decisions.ts";
import { decideSuggestion, type SuggestionCommand } from "./suggestion-decisions.ts";

/** The members an entry has from being an entry; a form gives the others. */
type EntryFrame = keyof EntryFacts;

/** What a form says of something that took place. */
export type EventFacts =
  | Omit<Observation, EntryFrame>
  | Omit<Training, EntryFrame>
  | Omit<Meeting, EntryFrame>;

export type ProgrammeCommand =
  | ({ readonly type: "amend"; readonly facts: EventFacts } & ActOnEntry)
  | ({ readonly type: "withdraw"; readonly reason: string } & ActOnEntry)
  | ({ readonly type: "answer"; readonly text: string } & ActOnEntry)
  | ({
      readonly type: "judge";
      readonly accepted: boolean;
      readonly text: string;
      /** The new day by which a returned answer is due. */
      readonly due?: CivilDate;
    } & ActOnEntry)
  /** 抄送上级, of a round of urging. */
  | ({ readonly type: "copy"; readonly round: number } & ActOnEntry)
  | (SuggestionCommand & ActOnEntry)
  | InterviewCommand
  | AssessmentCommand
  | InviteCommand
  | SessionCommand
  | MeetingCommand
  /** 旁听计划: where, when and who is invited, or all that anew. */
  | ({ readonly type: "plan"; readonly facts: PlannedFacts } & ActOnEntry);

/** What is done to a meeting's points and to a court's topic. */
export type MeetingCommand =
  | ({ readonly type: "settle-point"; readonly point: string; readonly text: string } & ActOnEntry)
  | ({ readonly type: "answer-topic"; readonly accepted: boolean; readonly text: string } & ActOnEntry);

/** The cases and steps are confirmed, and court and bureau invited (联席会议). */
export type InviteCommand = {
  readonly type: "invite";
  readonly invitation: Omit<Invitation, "at" | "by">;
} & ActOnEntry;

/** What is done to an assessment (年度考核): its unit objects, the bureau answers. */
export type AssessmentCommand =
  | ({ readonly type: "object"; readonly text: string } & ActOnEntry)
  | ({ readonly type: "answer-objection"; readonly accepted: boolean; readonly text: string } & ActOnEntry);

/** What is done to an interview (约谈). */
export type InterviewCommand =
  | ({ readonly type: "dismiss"; readonly reason: string } & ActOnEntry)
  | ({ readonly type: "call"; readonly call: Omit<InterviewCall, "at" | "by"> } & ActOnEntry)
  | ({ readonly type: "hold"; readonly text: string; readonly followUp: CivilDate } & ActOnEntry)
  | ({ readonly type: "follow-up"; readonly text: string } & ActOnEntry);

/** How far back something that took place may be recorded: the year before is still being summed up in spring. */
export function earliestDay(today: CivilDate): CivilDate {
  return `${Number(yearOf(today)) - 1}-01-01` as CivilDate;
}

/** The first version of an entry on something that took place; its id is the form's, so that a form makes one entry. */
export function recordEvent(facts: EventFacts, jurisdiction: string, act: Act): ProgrammeEntry {
  return { ...facts, ...firstVersion(jurisdiction, yearOf(facts.date), act, "recorded") };
}

/** What a form says of an observation to come. */
export interface PlannedFacts extends Pick<Observation, "date" | "court" | "caseNumber" | "cause"> {
  readonly plan: Omit<ObservationPlan, "sequence" | "dropped">;
}

/** The first version of a planned observation; its invitations go out at once. */
export function planObservation(facts: PlannedFacts, jurisdiction: string, act: Act): Observation {
  return {
    kind: "observation",
    ...facts,
    plan: { ...facts.plan, sequence: 0 },
    participants: [],
    ...firstVersion(jurisdiction, yearOf(facts.date), act, "planned"),
  };
}

/** The first version of a court's topic (议题). */
export function proposeTopic(
  facts: Pick<Topic, "text" | "why" | "court">,
  jurisdiction: string,
  act: Act,
): Topic {
  const on = civilDateAt(act.at);
  return { kind: "topic", ...facts, on, ...firstVersion(jurisdiction, yearOf(on), act, "topic-proposed") };
}

/** The first version of a proposal for correction; it goes out at once. */
export function proposeCorrection(
  facts: Pick<Correction, "to" | "caseNumber" | "shortcoming" | "proposal" | "due">,
  jurisdiction: string,
  act: Act,
): Correction {
  const issuedOn = civilDateAt(act.at);
  return {
    kind: "correction",
    ...facts,
    issuedOn,
    answers: [],
    ...firstVersion(jurisdiction, yearOf(issuedOn), act, "proposed"),
  };
}

/**
 * Decides an act on an entry; the version is the writer's to count. A form that was sent before has done what it asked
 * for: the entry stays as it is.
 */
export function decideProgramme(
  entry: ProgrammeEntry,
  command: ProgrammeCommand,
  calendar: Calendar,
): ProgrammeDecision {
  if (entry.change.form === command.form) return { accepted: true, entry };
  if (entry.withdrawn !== undefined) return refused("entry-withdrawn");
  if (entry.revision !== command.revision) return refused("entry-changed");
  switch (command.type) {
    case "amend":
      return amend(entry, command);
    case "withdraw":
      return entry.kind === "plan"
        ? refused("entry-gone")
        : decided(entry, command, "withdrawn", { withdrawn: command.reason });
    case "answer":
      return answer(entry, command);
    case "judge":
      return judge(entry, command, calendar);
    case "copy":
      return copyUrging(entry, command);
    case "settle":
    case "reply":
    case "take-back-reply": {
      const done = decideSuggestion(entry, command, command);
      return "what" in done
        ? decided(entry, command, done.what, done.changed)
        : { accepted: false, refusal: done };
    }
    case "dismiss":
    case "call":
    case "hold":
    case "follow-up":
      return interview(entry, command);
    case "invite": {
      if (entry.kind !== "pack") return refused("entry-gone");
      const { at, by, invitation } = command;
      const invitations = [...entry.invitations, { at, by, ...invitation }];
      return decided(entry, command, entry.invitations.length === 0 ? "invited" : "moved", {
        invitations,
      });
    }
    case "object":
    case "answer-objection":
      return assessment(entry, command);
    case "record-unit":
    case "record-minutes":
    case "keep-promise":
      return decideSession(entry, command);
    case "settle-point": {
      if (entry.kind !== "meeting") return refused("entry-gone");
      const { at, by, text } = command;
      const open = entry.points.find(({ id, settled }) => id === command.point && settled === undefined);
      if (open === undefined) return refused("nothing-to-judge");
      const points = entry.points.map((one) => (one === open ? { ...one, settled: { at, by, text } } : one));
      return decided(entry, command, "point-settled", { points });
    }
    case "answer-topic": {
      if (entry.kind !== "topic" || entry.answer !== undefined) return refused("nothing-to-judge");
      const { at, by, accepted, text } = command;
      return decided(entry, command, "topic-answered", { answer: { accepted, at, by, text } });
    }
    case "plan":
      return plan(entry, command);

    default:
      return command satisfies never;
  }
}

/** One objection at a time, within the period; the figures themselves are mended where they came from. */
function assessment(entry: ProgrammeEntry, command: AssessmentCommand): ProgrammeDecision {
  if (entry.kind !== "assessment") return refused("entry-gone");
  const last = entry.objections.at(-1);
  const open = last !== undefined && last.answer === undefined;
  const { at, by, text } = command;
  if (entry.final !== undefined) return refused("assessment-final");
  if (command.type === "object") {
    if (open) return refused("objection-open");
    if (civilDateAt(at) > entry.objectUntil) return refused("objection-late");
    return decided(entry, command, "objected", { objections: [...entry.objections, { at, by, text }] });
  }
  if (!open) return refused("nothing-to-judge");
  const answer = { accepted: command.accepted, at, by, text };
  const objections = [...entry.objections.slice(0, -1), { ...last, answer }];
  return decided(entry, command, command.accepted ? "objection-accepted" : "objection-refused", {
    objections,
  });
}

/** Each step once, in its order: proposed → called or dismissed → held → followed up. */
function interview(entry: ProgrammeEntry, command: InterviewCommand): ProgrammeDecision {
  if (entry.kind !== "interview") return refused("entry-gone");
  const state = interviewState(entry);
  const { at, by } = command;
  switch (command.type) {
    case "dismiss":
      return state === "proposed"
        ? decided(entry, command, "dismissed", { dismissed: { at, by, reason: command.reason } })
        : refused("interview-moved-on");
    case "call":
      return state === "proposed"
        ? decided(entry, command, "called", { called: { at, by, ...command.call } })
        : refused("interview-moved-on");
    case "hold":
      return state === "called"
        ? decided(entry, command, "held", {
            outcome: { at, by, text: command.text, followUp: command.followUp },
          })
        : refused("interview-moved-on");
    case "follow-up":
      return state === "held"
        ? decided(entry, command, "followed-up", { followedUp: { at, by, text: command.text } })
        : refused("interview-moved-on");
    default:
      return command satisfies never;
  }
}

/** A proposal that went out is not changed behind its agency's back: it is withdrawn, and another one made. */
function amend(
  entry: ProgrammeEntry,
  { facts, ...act }: Extract<ProgrammeCommand, { type: "amend" }>,
): ProgrammeDecision {
  if (entry.kind !== facts.kind) return refused("entry-gone");
  if (yearOf(facts.date) !== entry.year) return refused("other-year");
  const came = entry.kind === "observation" && !wasObserved(entry);
  return decided(entry, act, came ? "attended" : "amended", facts);
}

/** Of an observation that has not taken place yet. */
function plan(
  entry: ProgrammeEntry,
  { facts, ...act }: Extract<ProgrammeCommand, { type: "plan" }>,
): ProgrammeDecision {
  if (entry.kind !== "observation" || entry.plan === undefined) return refused("entry-gone");
  if (entry.participants.length > 0) return refused("observation-held");
  if (yearOf(facts.date) !== entry.year) return refused("other-year");
  const stays = new Set(facts.plan.invited.map(({ organisation }) => organisation));
  const dropped = entry.plan.invited.filter(({ organisation }) => !stays.has(organisation));
  const sequence = entry.plan.sequence + 1;
  return decided(entry, act, "planned", {
    ...facts,
    plan: { ...facts.plan, sequence, ...(dropped.length > 0 && { dropped }) },
  });
}

function answer(
  entry: ProgrammeEntry,
  { text, ...act }: Extract<ProgrammeCommand, { type: "answer" }>,
): ProgrammeDecision {
  if (entry.kind !== "correction") return refused("entry-gone");
  const state = correctionState(entry);
  if (state === "answered") return refused("answered-already");
  if (state === "accepted") return refused("correction-closed");
  const answers: readonly CorrectionAnswer[] = [...entry.answers, { at: act.at, by: act.by, text }];
  return decided(entry, act, "answered", { answers });
}

function judge(
  entry: ProgrammeEntry,
  { accepted, text, due, ...act }: Extract<ProgrammeCommand, { type: "judge" }>,
  calendar: Calendar,
): ProgrammeDecision {
  if (entry.kind !== "correction" || correctionState(entry) !== "answered")
    return refused("nothing-to-judge");
  const last = entry.answers.at(-1);
  if (last === undefined) return refused("nothing-to-judge");
  const { at, by } = act;
  const answers = [...entry.answers.slice(0, -1), { ...last, verdict: { accepted, at, by, text } }];
  return decided(entry, act, accepted ? "accepted" : "returned", {
    answers,
    ...(!accepted && { due: due ?? defaultDue(entry, at, calendar) }),
  });
}

/** Of what has gone to the agency, and only while its answer is owed. */
function copyUrging(
  entry: ProgrammeEntry,
  { round, ...act }: Extract<ProgrammeCommand, { type: "copy" }>,
): ProgrammeDecision {
  if (entry.kind !== "correction" && entry.kind !== "suggestion") return refused("entry-gone");
  const isOwed =
    entry.kind === "correction" ? owesAnswer(entry) : suggestionState(entry) === "awaiting-reply";
  if (!isOwed) return refused("duty-over");
  if (!mayCopy(entry, round)) return refused("copy-decided");
  const copy = { at: act.at, by: act.by, round, answers: entry.answers.length };
  return decided(entry, act, "copied", { copies: [...(entry.copies ?? []), copy] });
}

/** A returned answer needs time: a week, unless the day it was due is further off. */
function defaultDue({ due }: Correction, at: Instant, calendar: Calendar): CivilDate {
  const week = lastDayOf(civilDateAt(at), 7, calendar);
  return due > week ? due : week;
}

/** Whether a proposal's answer is late on a day. */
export function isOverdue(correction: Correction, today: CivilDate): boolean {
  return owesAnswer(correction) && correction.due < today;
}
