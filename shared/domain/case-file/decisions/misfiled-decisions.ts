/**
 * What was put to the wrong case (误登): two numbers are one case, or a respondent or a sitting belongs to another. What the one
 * loses the other gets, as far as it lacks it; the history of both says so. A court's own merging (合并审理) is none of this.
 */
import type { CaseNumber } from "../../court/case-number.ts";
import { defined } from "../../defined.ts";
import { allLetters, voidedLetters } from "../../obligations/voided-letters.ts";
import type { DeskRefusal } from "../../refusal.ts";
import type { Rules } from "../../rules.ts";
import type { Instant } from "../../time/time.ts";
import { closingEvents } from "../closing.ts";
import { openDeadlines } from "../deadlines.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import type { CaseEvent } from "../events.ts";
import { evolveAll } from "../evolve.ts";
import type { Hearing, PastHearing } from "../hearing.ts";
import { knownName, partyEvents } from "../parties.ts";
import {
  type CaseFile,
  hearingOf,
  hearings,
  movedAppointment,
  newAppointment,
  sittings,
  type TakenBack,
  type VoidedLetters,
} from "../state.ts";
import { type TakingOver, takenOver } from "./taken-over.ts";
import { saidIn } from "./taken-sittings.ts";

interface Moving {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  /** What the audit trail says caused it. */
  readonly cause: string;
  /** The other case. */
  readonly other: CaseNumber;
}

/** 合并误登, on the case whose number is wrong: it is none. */
export interface MergeAway extends Moving {
  readonly type: "merge-away";
}

/** 移出误登, on the case where something doesn't belong: a respondent, by its name there, or a sitting, by its number. */
export interface MoveAway extends Moving {
  readonly type: "move-away";
  readonly what: MovedPart;
}

/** What is moved from one case to another. */
export type MovedPart = { readonly respondent: string } | { readonly hearing: number };

/** On the right case: it gets what it lacks. */
export interface TakeOver extends Moving {
  readonly type: "take-over";
  readonly act: "merger" | "split";
  /** Its own number. */
  readonly onto: CaseNumber;
  /** What it takes over: the whole other case, or the part that is moved ({@link partOf}). */
  readonly from: CaseFile;
}

export type MisfiledCommand = MergeAway | MoveAway | TakeOver;

/** Decides it; undefined is a case not known yet, which only a respondent that is moved opens. */
export function decideMisfiled(
  file: CaseFile | undefined,
  command: MisfiledCommand,
  rules: Rules,
): Decision<DeskRefusal> {
  if (command.type === "take-over") return takeOver(file, command, rules);
  if (file === undefined) return refused({ type: "case-gone" });
  return command.type === "merge-away" ? mergeAway(file, command, rules) : moveAway(file, command, rules);
}

/**
 * What of a case is moved: the respondent with all it has reported, handed in and agreed, or the sitting with all that was said of it. Papers
 * stay, and what they say of the case as a whole, its judgment too.
 */
export function partOf(whole: CaseFile, what: MovedPart): CaseFile {
  const { judgment, halted, courtStaff, appealedOn, principals, ...file } = whole;
  const { defence, losses } = file;
  const bare = { documents: [], ledgers: [], courtNotes: [], arrangements: [], appeals: [] };
  if ("respondent" in what) {
    const own = <One extends { readonly respondent: string }>(all: readonly One[]) =>
      all.filter(({ respondent }) => respondent === what.respondent);
    return {
      ...file,
      ...bare,
      respondents: file.respondents.filter(({ name }) => name === what.respondent),
      deadlines: own(file.deadlines),
      attendance: own(file.attendance),
      reports: own(file.reports),
      filings: own(file.filings),
      obstacles: own(file.obstacles),
      handlingForms: own(file.handlingForms),
      designations: own(file.designations),
      answers: own(file.answers),
      settlements: own(file.settlements),
      ...(losses !== undefined && { losses: own(losses) }),
      ...(defence !== undefined && {
        defence: {
          handed: own(defence.handed),
          drafts: own(defence.drafts),
          extensions: own(defence.extensions),
        },
      }),
    };
  }
  const { date } = hearingOf(file, what.hearing) ?? {};
  const own = <One extends { readonly hearing: number }>(all: readonly One[]) =>
    all.filter(({ hearing }) => hearing === what.hearing);
  const part = {
    ...file,
    ...bare,
    respondents: [],
    plaintiffs: [],
    thirdParties: [],
    deadlines: own(file.deadlines),
    attendance: file.attendance.filter(({ hearingDate }) => hearingDate === date),
    reports: own(file.reports),
    filings: own(file.filings),
    obstacles: own(file.obstacles),
    handlingForms: [],
    designations: [],
    answers: file.answers.filter(({ sitting }) => sitting === date),
    settlements: file.settlements.filter(({ sitting }) => sitting === date),
    pastHearings: file.pastHearings.filter(({ ordinal }) => ordinal === what.hearing),
  };
  const isCurrent = isSet(file, hearingOf(file, what.hearing));
  return isCurrent ? part : { ...part, state: "heard" };
}

function mergeAway(file: CaseFile, command: MergeAway, rules: Rules): Decision<DeskRefusal> {
  const { at } = command;
  return accepted(
    done("merger", command),
    { type: "case-voided" },
    {
      type: "letters-voided",
      taking: {
        ...struckOut("merger", command, allLetters(file, at, rules)),
        ...(file.state === "awaiting-hearing" && { hearing: file.hearing }),
        lastOrdinal: Math.max(0, ...hearings(file).map(({ ordinal }) => ordinal)),
        into: command.other,
      },
    },
  );
}

function moveAway(file: CaseFile, command: MoveAway, rules: Rules): Decision<DeskRefusal> {
  const { what, at, other } = command;
  const gone: CaseEvent =
    "respondent" in what
      ? { type: "respondent-removed", name: what.respondent }
      : { type: "hearing-removed", ordinal: what.hearing };
  if (!isThere(file, what)) return refused({ type: "changed-meanwhile" });
  if ("respondent" in what && file.respondents.length === 1) return refused({ type: "only-respondent" });
  const without = after(file, [gone]);
  const hearing = "hearing" in what ? hearingOf(file, what.hearing) : undefined;
  return accepted(done("split", command), gone, {
    type: "letters-voided",
    taking: {
      ...struckOut("split", command, voidedLetters(file, without, at, rules)),
      ...defined({
        respondent: "respondent" in what ? what.respondent : undefined,
        hearing: isSet(file, hearing) ? hearing : undefined,
        lastOrdinal: hearing?.ordinal,
      }),
      into: other,
    },
  });
}

function isThere(file: CaseFile, what: MovedPart): boolean {
  return "respondent" in what
    ? file.respondents.some(({ name }) => name === what.respondent)
    : hearingOf(file, what.hearing) !== undefined;
}

function isSet(file: CaseFile, hearing: Hearing | undefined): boolean {
  return file.state === "awaiting-hearing" && file.hearing.ordinal === hearing?.ordinal;
}

function struckOut(
  act: "merger" | "split",
  { at, by, reason, cause }: Moving,
  voided: readonly VoidedLetters[],
): TakenBack {
  return { act, cause: `struck-out:${cause}`, actAt: at, at, by, office: "bureau", reason, voided };
}

function done(act: "merger" | "split", { by, reason, other }: Moving): CaseEvent {
  return { type: "done-by-hand", act, by, reason, other };
}

/** What the case lacks, in the order in which papers would have brought it. */
function takeOver(file: CaseFile | undefined, command: TakeOver, rules: Rules): Decision<DeskRefusal> {
  const { act, from, at, onto: caseNumber } = command;
  if (file === undefined && from.respondents.length === 0) return refused({ type: "case-gone" });
  const parties = partyEvents(file, { caseNumber, ...partiesOf(from) });
  const first = done(act, command);
  // Nothing comes before the event that opens a case.
  const events: CaseEvent[] = file === undefined ? [...parties, first] : [first, ...parties];
  const now = () => after(file, events);
  // A respondent that comes to a case which is known is heard when that is.
  const withHearings = act === "merger" || file === undefined || from.respondents.length === 0;
  for (const document of from.documents)
    if (!now().documents.some(({ sha256 }) => sha256 === document.sha256))
      events.push({ type: "document-filed", document });
  events.push(...classesTaken(now(), from, act));
  for (const past of withHearings ? heldIn(from) : []) {
    const { fate: _, ledger: __, wasSet: ___, mistaken: ____, ...hearing } = past;
    const known = now();
    if (sittings(known).some(({ date }) => date === past.date)) continue;
    const numbers =
      known.state === "awaiting-hearing" && known.hearing.date === past.date
        ? known.hearing
        : newAppointment(known);
    events.push({ type: "hearing-held", hearing: { ...hearing, ...numbersOf(numbers) } });
  }
  if (withHearings && from.state === "awaiting-hearing") {
    const known = now();
    const { hearing } = from;
    if (known.state === "awaiting-hearing" && known.hearing.date !== hearing.date)
      return refused({ type: "two-hearings" });
    const held = sittings(known).at(-1);
    if (
      known.state !== "awaiting-hearing" &&
      known.state !== "closed" &&
      (held === undefined || held.date < hearing.date)
    )
      events.push({ type: "hearing-set", hearing: { ...hearing, ...numbersOf(movedAppointment(known)) } });
  }
  events.push(...openDeadlines(now(), at, rules));
  events.push(...saidIn(taking(now(), from)));
  if (withHearings && from.state === "closed" && now().state !== "closed")
    events.push(
      ...closingEvents(now(), {
        outcome: from.outcome,
        heard: undefined,
        ...defined({ byHand: from.byHand }),
      }),
    );
  events.push(...takenOver(taking(now(), from)));
  return accepted(...events);
}

function taking(file: CaseFile, from: CaseFile): TakingOver {
  const isSued = (name: string) => file.respondents.some((one) => one.name === name);
  return { file, from, nameOf: (name) => [knownName(file, name, from.respondents)].find(isSued) };
}

/** What papers said of its classes; of a number that was misread also what people said, where the case has no word of theirs. */
function classesTaken(file: CaseFile, from: CaseFile, act: "merger" | "split"): readonly CaseEvent[] {
  const { papers = [], corrections = [] } = from.classes ?? {};
  const said = papers.filter(
    ({ document }) => !file.classes?.papers.some((one) => one.document === document),
  );
  const isUnsaid = act === "merger" && (file.classes?.corrections ?? []).length === 0;
  return [
    ...said.map((one) => ({ type: "classes-read", ...one }) as const),
    ...(isUnsaid ? corrections : []).map(
      (correction) => ({ type: "classes-corrected", correction }) as const,
    ),
  ];
}

function partiesOf({
  court,
  cause,
  plaintiffs,
  respondents,
  thirdParties,
  enterprise,
  originCaseNumber,
}: CaseFile) {
  return {
    court,
    parties: { plaintiffs, respondents, thirdParties, ...defined({ cause, enterprise, originCaseNumber }) },
  };
}

/** Sittings that a paper proved, or a person. */
function heldIn(file: CaseFile): readonly PastHearing[] {
  return sittings(file).filter(({ ledger }) => ledger === undefined);
}

function numbersOf({
  ordinal,
  appointment,
  sequence,
}: Pick<Hearing, "ordinal" | "appointment" | "sequence">) {
  return { ordinal, sequence, ...defined({ appointment }) };
}

function after(file: CaseFile | undefined, events: readonly CaseEvent[]): CaseFile {
  const next = evolveAll(file, events);
  if (next === undefined) throw new TypeError("a case is opened by its first event");
  return next;
}
