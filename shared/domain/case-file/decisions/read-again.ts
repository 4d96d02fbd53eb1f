/**
 * What changes once a person has reviewed a document (人工复核) that its case has already: who came, whose head appears, when the sitting
 * was, how the case ended, and whatever the person made sure that was left out before. That it is another case's, another kind of paper
 * or of another agency is no change of this one: it is taken back and filed anew (casework/documents/read-otherwise.ts).
 */
import { isOutcome } from "../../court/outcome.ts";
import { defined } from "../../defined.ts";
import type { Doubt } from "../../refusal.ts";
import type { Rules } from "../../rules.ts";
import type { FileDocument, HearingFacts } from "../commands.ts";
import { openDeadlines, rescheduledDeadlines } from "../deadlines.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import type { CaseEvent } from "../events.ts";
import { evolveAll } from "../evolving/evolve.ts";
import type { PastHearing } from "../hearing.ts";
import { correctedSitting, provesSitting, recordHearing } from "../hearings.ts";
import { partyEvents } from "../parties.ts";
import { type CaseFile, hearings, sittings } from "../state.ts";
import { arrangementEvents, attendanceEvents } from "./attendance-papers.ts";
import { classEvents, judgmentEvents } from "./judgment-papers.ts";
import { endedOtherwise, lettersVoided } from "./put-right.ts";
import { resultEvents } from "./ruling-decisions.ts";

/** A document that is in the file already says nothing new, unless a person settled what it left open. */
export function readAgain(file: CaseFile, command: FileDocument, rules: Rules): Decision<Doubt> {
  const { reviewedBy: by, sha256 } = command;
  if (by === undefined) return accepted();
  const sitting = sittingEvents(file, command, rules);
  if ("type" in sitting) return refused(sitting);
  const named = partyEvents(file, command);
  const heard = after(file, [...named, ...sitting]);
  const ended = endingEvents(heard, command);
  if ("type" in ended) return refused(ended);
  const said = news(after(heard, ended), (known) => [
    ...judgmentEvents(known, command),
    ...classEvents(command),
  ]);
  const settled = attendanceEvents(file, command).flatMap((event): CaseEvent[] =>
    event.type === "attendance-recorded"
      ? [{ type: "attendance-settled", statement: event.statement, by }]
      : [],
  );
  const changed = [...named, ...sitting, ...arrangementEvents(file, command), ...settled, ...ended, ...said];
  return accepted(
    { type: "document-reviewed", sha256, by },
    ...changed,
    ...voidedBy(file, changed, { ...command, by }, rules),
  );
}

/** The letters of a sitting that has never been, and of an end that was misread. */
function voidedBy(
  file: CaseFile,
  changed: readonly CaseEvent[],
  { sha256, at, by }: FileDocument & { readonly by: string },
  rules: Rules,
): readonly CaseEvent[] {
  const [lastOrdinal] = changed.flatMap((one) => (one.type === "hearing-removed" ? [one.ordinal] : []));
  const endsOtherwise = file.state === "closed" && changed.some(({ type }) => type === "case-closed");
  if (lastOrdinal === undefined && !endsOtherwise) return [];
  const review = { act: "reading", cause: `document:${sha256}`, at, by, reason: "" } as const;
  return lettersVoided(file, changed, { ...review, ...defined({ lastOrdinal }) }, rules);
}

/** How the case ended, where the person read that otherwise in the paper that had said it, or for the first time. */
function endingEvents(file: CaseFile, command: FileDocument): readonly CaseEvent[] | Doubt {
  const { result, sha256 } = command;
  if (result === undefined) return [];
  const isItsWord = file.state === "closed" && file.judgment?.given?.document === sha256;
  if (!isItsWord) return resultEvents(file, command, result);
  if (!isOutcome(result.outcome)) return { type: "filed-otherwise", caseNumber: file.caseNumber };
  return endedOtherwise(file, result.outcome);
}

/** Of what it says that which the file doesn't know yet. */
function news(file: CaseFile, said: (file: CaseFile) => readonly CaseEvent[]): readonly CaseEvent[] {
  return said(file).filter((event) => JSON.stringify(after(file, [event])) !== JSON.stringify(file));
}

/**
 * The sitting it proves, where a person read another day: the one that nothing else proves was on that day. Where that day is
 * known as another hearing's, the sitting of the misread one has never been.
 */
function sittingEvents(file: CaseFile, command: FileDocument, rules: Rules): readonly CaseEvent[] | Doubt {
  const { hearing: read } = command;
  if (read === undefined || !provesSitting(command)) return [];
  const misread = sittingOfAlone(file, command, read);
  const isKnown = hearings(file).some(({ date, ...one }) => date === read.date && !isOff(one));
  const removed: readonly CaseEvent[] =
    misread !== undefined && isKnown ? [{ type: "hearing-removed", ordinal: misread.ordinal }] : [];
  const rest = after(file, removed);
  const recorded =
    misread === undefined || isKnown
      ? recordHearing(rest, command)
      : correctedSitting(rest, misread, read, command);
  if ("type" in recorded) return recorded;
  const moved = after(rest, recorded);
  return [
    ...removed,
    ...recorded,
    ...openDeadlines(moved, command.at, rules),
    ...(misread === undefined ? [] : rescheduledDeadlines(moved, rules, misread.ordinal)),
  ];
}

/** The sitting on another day that rests on this document's word alone. */
function sittingOfAlone(
  file: CaseFile,
  { sha256 }: FileDocument,
  read: HearingFacts,
): PastHearing | undefined {
  const said = file.attendance.filter(({ source }) => source !== "filing");
  const days = said.filter(({ document }) => document === sha256).map(({ hearingDate }) => hearingDate);
  const others = said.filter(({ document }) => document !== sha256).map(({ hearingDate }) => hearingDate);
  return sittings(file).find(
    ({ date, ledger }) =>
      date !== read.date && days.includes(date) && !others.includes(date) && ledger === undefined,
  );
}

function isOff(hearing: object): boolean {
  return "fate" in hearing && hearing.fate !== "held";
}

function after(file: CaseFile, events: readonly CaseEvent[]): CaseFile {
  return evolveAll(file, events) ?? file;
}
