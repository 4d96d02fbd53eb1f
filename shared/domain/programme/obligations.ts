/**
 * Who must hear what now because of an entry of the programme (工作台账), and when must somebody look again?
 */
import { nextStepAt, stepsDue } from "../obligations/ladder.ts";
import type { Rules } from "../rules.ts";
import type { Instant } from "../time/time.ts";
import { assessmentLadder } from "./assessment-ladder.ts";
import { correctionLadder } from "./correction-ladder.ts";
import type { EntryOf, ProgrammeEntry, ProgrammeKind } from "./entry.ts";
import { interviewLadder } from "./interview-ladder.ts";
import { meetingLadder, topicLadder } from "./meeting-ladder.ts";
import type { ProgrammeObligation } from "./obligation.ts";
import { observationLadder } from "./observation-ladder.ts";
import { packLadder } from "./pack-ladder.ts";
import { planLadder } from "./plan-ladder.ts";
import { sessionLadder } from "./session-ladder.ts";
import { suggestionLadder } from "./suggestion-ladder.ts";
import { recallLadder } from "./taking-back.ts";

/** What an entry owes; `year` is all the jurisdiction recorded in its year. */
type Owing<Entry> = (
  entry: Entry,
  year: readonly ProgrammeEntry[],
  rules: Rules,
) => readonly ProgrammeObligation[];

const OWES: { readonly [Kind in ProgrammeKind]: Owing<EntryOf<Kind>> } = {
  observation: observationLadder,
  training: () => [],
  correction: correctionLadder,
  suggestion: suggestionLadder,
  meeting: meetingLadder,
  topic: topicLadder,
  interview: interviewLadder,
  session: sessionLadder,
  assessment: assessmentLadder,
  pack: packLadder,
  plan: planLadder,
};

/** All an entry owes, whether or not its time has come. */
export function programmeObligations(
  entry: ProgrammeEntry,
  year: readonly ProgrammeEntry[],
  rules: Rules,
): readonly ProgrammeObligation[] {
  const own = (OWES[entry.kind] as Owing<ProgrammeEntry>)(entry, year, rules);
  return [...own, ...recallLadder(entry)];
}

/**
 * Kinds that owe by what else their jurisdiction has recorded: in the same year, or also in the next, in which a meeting may take
 * up its points. For others that needn't be known.
 */
export const OWING_BY: ReadonlyMap<ProgrammeKind, "year" | "next-year-too"> = new Map([
  ["plan", "year"],
  ["meeting", "next-year-too"],
]);

/** What is to be sent now. */
export function programmeDue(
  entry: ProgrammeEntry,
  year: readonly ProgrammeEntry[],
  now: Instant,
  rules: Rules,
): readonly ProgrammeObligation[] {
  return stepsDue(programmeObligations(entry, year, rules), entry.sent, now, rules);
}

/**
 * When the sweep must look at it next; undefined while nothing is owed or expected. `tried`: keys of what has just been
 * tried in vain.
 */
export function nextProgrammeAction(
  entry: ProgrammeEntry,
  year: readonly ProgrammeEntry[],
  now: Instant,
  rules: Rules,
  tried?: ReadonlySet<string>,
): Instant | undefined {
  return nextStepAt(programmeObligations(entry, year, rules), entry.sent, now, rules, tried);
}
