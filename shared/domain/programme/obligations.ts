/** What a programme's entries oblige the system to tell, by kind, and when. A new kind is one more line in {@link OWES}. */
import type { Rules } from "../case-file/decide.ts";
import type { NoticeContent } from "../notices/notice.ts";
import { nextStepAt, type Step, stepsDue } from "../obligations/ladder.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import { assessmentLadder } from "./assessment-ladder.ts";
import { correctionLadder } from "./correction-ladder.ts";
import type { EntryOf, ProgrammeEntry, ProgrammeKind } from "./entry.ts";
import { interviewLadder } from "./interview-ladder.ts";
import { packLadder } from "./pack-ladder.ts";
import { planLadder } from "./plan-ladder.ts";

/** Whom a notice of the programme is for; the directory makes addresses of it. */
export type ProgrammeAudience =
  /** The bureau (司法局) of the entry's jurisdiction. */
  | { readonly part: "bureau" }
  | { readonly part: "city-bureau" }
  /** The court of the entry's jurisdiction. */
  | { readonly part: "court" }
  | { readonly part: "organisation"; readonly organisation: OrganisationId }
  | { readonly part: "superior"; readonly of: OrganisationId };

/** A notice not yet addressed. */
export interface ProgrammeNotice {
  readonly audience: ProgrammeAudience;
  readonly content: NoticeContent;
}

/** A line of a bureau's daily digest (每日摘要): what it should know, but needn't act on. */
export interface ProgrammeLine {
  readonly audience: ProgrammeAudience;
  readonly text: string;
}

/** One thing to tell, once; it may turn out to be nothing when its day comes. */
export interface ProgrammeObligation extends Step {
  readonly notices: (on: CivilDate) => readonly ProgrammeNotice[];
  readonly lines?: (on: CivilDate) => readonly ProgrammeLine[];
}

/** What an entry owes; `year` is all the jurisdiction recorded in its year. */
type Owing<Entry> = (
  entry: Entry,
  year: readonly ProgrammeEntry[],
  rules: Rules,
) => readonly ProgrammeObligation[];

const OWES: { readonly [Kind in ProgrammeKind]: Owing<EntryOf<Kind>> } = {
  observation: () => [],
  training: () => [],
  correction: correctionLadder,
  meeting: () => [],
  interview: interviewLadder,
  assessment: assessmentLadder,
  pack: packLadder,
  plan: planLadder,
};

function obligations(
  entry: ProgrammeEntry,
  year: readonly ProgrammeEntry[],
  rules: Rules,
): readonly ProgrammeObligation[] {
  return (OWES[entry.kind] as Owing<ProgrammeEntry>)(entry, year, rules);
}

/** What must be told now. */
export function programmeDue(
  entry: ProgrammeEntry,
  year: readonly ProgrammeEntry[],
  now: Instant,
  rules: Rules,
): readonly ProgrammeObligation[] {
  return stepsDue(obligations(entry, year, rules), entry.sent, now, rules);
}

/** When the sweep must look at it next; undefined while nothing is owed or expected. */
export function nextProgrammeAction(
  entry: ProgrammeEntry,
  year: readonly ProgrammeEntry[],
  now: Instant,
  rules: Rules,
): Instant | undefined {
  return nextStepAt(obligations(entry, year, rules), entry.sent, now, rules);
}
