/**
 * What a person of the bureau registers in a case without a paper (手工办理): a hearing that was entered wrongly, is off or
 * moved by telephone, how the case ended, that it was no case at all. A paper of the court that comes later prevails, but over what a
 * person corrected (更正裁判结果), who has seen the paper that was misread.
 */
import type { CaseNumber } from "../../court/case-number.ts";
import { isOutcome, type Outcome, type Result } from "../../court/outcome.ts";
import { defined } from "../../defined.ts";
import { allLetters } from "../../obligations/voided-letters.ts";
import type { DeskRefusal } from "../../refusal.ts";
import type { Rules } from "../../rules.ts";
import type { CivilDate, Instant } from "../../time/time.ts";
import { closingEvents } from "../closing.ts";
import type { HearingFacts } from "../commands.ts";
import { openDeadlines, rescheduledDeadlines } from "../deadlines.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import type { CaseEvent, HandSource, Parties } from "../events.ts";
import { evolveAll } from "../evolving/evolve.ts";
import type { Hearing } from "../hearing.ts";
import { putOff } from "../hearings.ts";
import { type CaseFile, type HandAct, hearings, movedAppointment, sittings } from "../state.ts";
import { endedOtherwise, lettersVoided } from "./put-right.ts";

/** Who registers it, when, and why. `basis`: {@link handBasis} of the file the form was made from. */
interface HandWork {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly basis: string;
}

/** Day, hour and room, as far as a person knows them. */
export type HandHearing = Omit<HearingFacts, "endTime">;

/** 更正开庭: it was read or entered wrongly; the court never set it so. */
export interface CorrectHearing extends HandWork {
  readonly type: "correct-hearing";
  readonly hearing: HandHearing;
}

/** 登记改期: the court moved it, or set it, and the paper follows. */
export interface MoveHearing extends HandWork {
  readonly type: "move-hearing";
  readonly hearing: HandHearing;
  readonly source: HandSource;
}

/** 取消开庭. */
export interface CancelHearing extends HandWork {
  readonly type: "cancel-hearing";
  readonly source: HandSource;
}

/** What a person can say of how a case ended, or why it stands still. */
export type HandResult = Exclude<Result, "partly-withdrawn">;

/** 结案, 中止, 移送. */
export interface CloseCase extends HandWork {
  readonly type: "close-case";
  readonly result: HandResult;
  /** The ruling's day. */
  readonly on: CivilDate;
  readonly source: HandSource;
}

/** 更正裁判结果: the paper, or a person, was misread. `cause` is what the audit trail says caused it. */
export interface CorrectOutcome extends HandWork {
  readonly type: "correct-outcome";
  readonly outcome: Outcome;
  readonly cause: string;
}

/** 撤销误登. `cause` is what the audit trail says caused it. */
export interface VoidCase extends HandWork {
  readonly type: "void-case";
  readonly cause: string;
}

/** 录入案件: it is known from a paper that came by post, or by telephone, before its court has sent anything. */
export interface EnterCase {
  readonly type: "enter-case";
  readonly at: Instant;
  readonly by: string;
  readonly caseNumber: CaseNumber;
  readonly court: string;
  readonly parties: Parties;
  readonly hearing?: HandHearing;
  /** When the agency received the summons, as far as is known. */
  readonly servedOn?: CivilDate;
  readonly source: HandSource;
}

export type ByHandCommand =
  | CorrectHearing
  | MoveHearing
  | CancelHearing
  | CloseCase
  | CorrectOutcome
  | VoidCase;

/** What such a form rests on, as one word: the hearing as it is set, and what became of the case. */
export function handBasis(file: CaseFile): string {
  const hearing = file.state === "awaiting-hearing" ? `${file.hearing.ordinal}.${file.hearing.sequence}` : "";
  const ended = file.state === "closed" ? file.outcome : (file.halted?.since ?? "");
  return [file.state, hearing, sittings(file).length, ended].join("_");
}

/** Opens the case, which nobody knew. */
export function enterCase(
  file: CaseFile | undefined,
  { at, by, caseNumber, court, parties, hearing, servedOn, source }: EnterCase,
  rules: Rules,
): Decision<DeskRefusal> {
  if (file !== undefined) return refused({ type: "case-known" });
  const events: CaseEvent[] = [
    { type: "case-opened", caseNumber, court, ...parties },
    {
      type: "done-by-hand",
      act: "case-entry",
      by,
      reason: "",
      source,
      entered: defined({ servedOn }),
    },
    ...(hearing === undefined
      ? []
      : [{ type: "hearing-set", hearing: { ordinal: 1, sequence: 0, ...hearing, byHand: true } } as const]),
  ];
  const opened = evolveAll(undefined, events);
  return accepted(...events, ...(opened === undefined ? [] : openDeadlines(opened, at, rules)));
}

/** Decides it on the case as it is now. */
export function decideByHand(file: CaseFile, command: ByHandCommand, rules: Rules): Decision<DeskRefusal> {
  if (command.basis !== handBasis(file)) return refused({ type: "changed-meanwhile" });
  const refusal = byHandRefusal(file, command.type);
  if (refusal !== undefined) return refused(refusal);
  switch (command.type) {
    case "correct-hearing":
      return correctHearing(file, command, rules);
    case "move-hearing":
      return moveHearing(file, command, rules);
    case "cancel-hearing":
      return accepted(done("hearing-cancellation", command), ...putOff(file));
    case "close-case":
      return closeCase(file, command);
    case "correct-outcome":
      return correctOutcome(file, command, rules);
    case "void-case":
      return voidCase(file, command, rules);
    default:
      return command satisfies never;
  }
}

/** Why such a thing can't be registered in a case as it stands; undefined where it can. */
export function byHandRefusal(file: CaseFile, type: ByHandCommand["type"]): DeskRefusal | undefined {
  switch (type) {
    case "correct-hearing":
    case "cancel-hearing":
      return file.state === "awaiting-hearing" ? undefined : { type: "no-hearing-to-change" };
    case "move-hearing":
    case "close-case":
      return file.state === "closed" ? { type: "closed-already" } : undefined;
    case "correct-outcome":
      return file.state === "closed" ? undefined : { type: "not-closed" };
    case "void-case":
      return undefined;
    default:
      return type satisfies never;
  }
}

/** Who did it, why and on whose word: the first event of each. */
function done(act: HandAct, { by, reason, source }: HandWork & { readonly source?: HandSource }): CaseEvent {
  return { type: "done-by-hand", act, by, reason, ...defined({ source }) };
}

/** Under the same date it is a change of hour or room; a day that was wrong has never been one, so that periods run anew. */
function correctHearing(file: CaseFile, command: CorrectHearing, rules: Rules): Decision<DeskRefusal> {
  if (file.state !== "awaiting-hearing") return refused({ type: "no-hearing-to-change" });
  const { hearing: current } = file;
  const { hearing: right, at } = command;
  if (isSame(current, right)) return refused({ type: "hearing-unchanged" });
  const first = done("hearing-correction", command);
  if (current.date !== right.date)
    return movedTo(file, first, putOff(file, { mistaken: true }), right, { at, rules });
  const { time: _, endTime, place: __, ...numbers } = current;
  const hearing: Hearing = {
    ...numbers,
    ...right,
    ...(right.time === current.time && defined({ endTime })),
    byHand: true,
    sequence: current.sequence + 1,
  };
  const changed: CaseEvent = { type: "hearing-changed", hearing };
  return accepted(first, changed, ...rescheduledDeadlines(after(file, [changed]), rules));
}

function moveHearing(file: CaseFile, command: MoveHearing, rules: Rules): Decision<DeskRefusal> {
  const { hearing, at } = command;
  if (file.state === "awaiting-hearing" && isSame(file.hearing, hearing))
    return refused({ type: "hearing-unchanged" });
  return movedTo(file, done("hearing-move", command), putOff(file), hearing, { at, rules });
}

/** Another day in the place of the one that is off. */
function movedTo(
  file: CaseFile,
  first: CaseEvent,
  off: readonly CaseEvent[],
  facts: HandHearing,
  { at, rules }: { readonly at: Instant; readonly rules: Rules },
): Decision<DeskRefusal> {
  const held = sittings(file).at(-1);
  if (held !== undefined && facts.date <= held.date) return refused({ type: "hearing-held-then" });
  // The paper that had set the former one is the newest there is.
  const issuedOn = file.state === "awaiting-hearing" ? file.hearing.issuedOn : undefined;
  const hearing: Hearing = { ...movedAppointment(file), ...facts, ...defined({ issuedOn }), byHand: true };
  const events: readonly CaseEvent[] = [first, ...off, { type: "hearing-set", hearing }];
  return accepted(...events, ...openDeadlines(after(file, events), at, rules));
}

function isSame({ date, time, place }: HandHearing, other: HandHearing): boolean {
  return date === other.date && time === other.time && place === other.place;
}

/** 中止 and 移送 leave it open, as a ruling does. */
function closeCase(file: CaseFile, command: CloseCase): Decision<DeskRefusal> {
  const { result, on } = command;
  const first = done("closing", command);
  if (!isOutcome(result))
    return accepted(first, ...putOff(file), { type: "case-halted", halt: { result, since: on } });
  const closing = closingEvents(file, { outcome: result, heard: undefined, byHand: true });
  // A paper or ledger that comes later says the day better.
  const day: CaseEvent = { type: "classes-read", document: `by-hand:${command.at}`, said: { closedOn: on } };
  return accepted(first, ...closing, ...(closing.length === 0 ? [] : [day]));
}

function correctOutcome(file: CaseFile, command: CorrectOutcome, rules: Rules): Decision<DeskRefusal> {
  const corrected = endedOtherwise(file, command.outcome);
  if (corrected.length === 0) return refused({ type: "outcome-unchanged" });
  const voided = lettersVoided(file, corrected, { ...command, act: "outcome-correction" }, rules);
  return accepted(done("outcome-correction", command), ...corrected, ...voided);
}

/** Whoever had letters of it hears that they are void. */
function voidCase(file: CaseFile, command: VoidCase, rules: Rules): Decision<DeskRefusal> {
  const { at, by, reason, cause } = command;
  const gone: CaseEvent = { type: "case-voided" };
  return accepted(done("voiding", command), gone, {
    type: "letters-voided",
    taking: {
      act: "voiding",
      // Not the act's own: that was not taken back.
      cause: `struck-out:${cause}`,
      actAt: at,
      at,
      by,
      office: "bureau",
      reason,
      voided: allLetters(file, rules),
      ...(file.state === "awaiting-hearing" && { hearing: file.hearing }),
      lastOrdinal: Math.max(0, ...hearings(file).map(({ ordinal }) => ordinal)),
    },
  });
}

function after(file: CaseFile, events: readonly CaseEvent[]): CaseFile {
  return evolveAll(file, events) ?? file;
}
