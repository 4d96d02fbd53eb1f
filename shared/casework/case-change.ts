/** Turns what was decided on a case into what is written: the next snapshot, its events, and the notices it owes. */

import { type BoardRow, boardRows, isPursued } from "../domain/board/board-row.ts";
import { diaryChanges } from "../domain/board/diary.ts";
import { lossChanges } from "../domain/board/loss-register.ts";
import { saidBy, sayTheSame } from "../domain/board/shown-rows.ts";
import { waitingNames } from "../domain/board/waiting-names.ts";
import type { CaseEvent } from "../domain/case-file/events.ts";
import { evolveAll } from "../domain/case-file/evolving/evolve.ts";
import { principalsNoted } from "../domain/case-file/principals.ts";
import type { CaseFile } from "../domain/case-file/state.ts";
import { countedRows } from "../domain/case-file/statistics-rows.ts";
import { mayBeGathered } from "../domain/notices/agency-digest.ts";
import { digestAt, isOpen } from "../domain/notices/frame/working-hours.ts";
import type { Notice, WaitingLine } from "../domain/notices/notice.ts";
import type { Addressee, Dispatch, Unreached } from "../domain/obligations/addressing.ts";
import { dutyEvents } from "../domain/obligations/case-duties.ts";
import { digestLines, gatheredLine, joinedLines, linesOwed } from "../domain/obligations/digest-lines.ts";
import { timeGiven } from "../domain/obligations/first-contact.ts";
import { addresseeOf, type Involved, signerIn, withContact } from "../domain/obligations/involved.ts";
import { issue, type OwedPart } from "../domain/obligations/issue.ts";
import { obligations } from "../domain/obligations/ladders.ts";
import type { Obligation } from "../domain/obligations/obligation.ts";
import { nextActionAt, obligationsDue } from "../domain/obligations/obligations.ts";
import type { Audience } from "../domain/organisations/audience.ts";
import type { Organisation } from "../domain/organisations/directory.ts";
import type { Rules } from "../domain/rules.ts";
import { searchChange } from "../domain/search/search-terms.ts";
import { civilDateAt, type Instant } from "../domain/time/time.ts";
import type { BoardChange, CaseChange, CaseProjections } from "../ports/change.ts";

/** A case's part of one write. */
export interface CasePart {
  readonly change: CaseChange;
  readonly notices: readonly Notice[];
  /** Letters it brings about that wait for the mail of the day of those they are for. They are written then, not now. */
  readonly coming: readonly Notice[];
  readonly lines: readonly WaitingLine[];
  /** Owed, but it reached nobody it is for: an alarm, since silence would look like success. */
  readonly unreached: readonly Unreached[];
}

/** When, by what and under which rules it is decided. */
export interface Deciding {
  readonly now: Instant;
  readonly cause: string;
  readonly rules: Rules;
  /** Whether the bureaus' digest has a line for each: a ledger tells of all its cases in one letter. */
  readonly inDigest?: boolean;
  /** Whether what agencies are reminded of is gathered over their cases, by a sweep that goes through all of them. */
  readonly gathers?: boolean;
}

/**
 * The write that follows from events and from what is owed by now. Without either it still sets the file's next
 * action anew, which a sweep that found nothing to do needs. `from`: what the events apply to, where that is not the file as
 * it was: without an act that is taken back.
 */
export function caseChange(
  before: CaseFile | undefined,
  decidedEvents: readonly CaseEvent[],
  involved: Involved,
  { now, cause, rules, inDigest = true, gathers = false }: Deciding,
  from: CaseFile | undefined = before,
): CasePart {
  const given = evolveAll(from, decidedEvents);
  // Whoever is about to hear of a duty that is nearly over is given time for it.
  const times = given === undefined ? [] : timeGiven(given, now, rules);
  const principals = given === undefined ? [] : principalsNoted(given, rules);
  // What it owes beside its sittings follows from what it says now.
  const duties = given === undefined ? [] : dutyEvents(evolveAll(given, principals) ?? given, now, rules);
  const events = [...decidedEvents, ...principals, ...times, ...duties];
  const decided = evolveAll(given, [...principals, ...times, ...duties]);
  if (decided === undefined) throw new TypeError("a case change needs a case");
  const { caseNumber } = decided;
  const dispatch: Dispatch = { subject: { of: "case", caseNumber }, now, rules };
  const today = civilDateAt(now);
  const partsOf = ({ notices }: Obligation): readonly OwedPart[] =>
    notices(today).map(({ audience, content }) => ({
      part: audience.part === "respondent" ? audience.role : audience.part,
      to: signed(addresseeOf(audience, involved, decided), signerIn(involved, content)),
      copy: isCopy(audience),
      content: withContact(content, involved),
    }));
  const owed = obligationsDue(decided, now, rules).map((one) => ({
    key: one.key,
    limit: one.limit,
    parts: partsOf(one),
    owedLines: linesOwed(one, involved, dispatch),
  }));
  // What was sent before something was taken back is another letter than what is sent after it.
  const { length: takings } = decided.takenBack ?? [];
  // What is only a line of the digest is announced when the digest is folded, so that nothing in it is out of date, and
  // once the line has a reader.
  const isFolded = digestAt(now, rules.policy, rules.calendar) === now;
  const unread = owed.filter(
    ({ parts, owedLines }) => parts.length === 0 && (!isFolded || owedLines.unreached.length > 0),
  );
  const thing = takings === 0 ? undefined : `after taking back ${takings}`;
  const issued = issue(
    owed.filter((one) => !unread.includes(one)),
    decided.sent,
    dispatch,
    thing,
  );
  const owedStill = new Set([...issued.owedStill, ...unread.map(({ key }) => key)]);
  const ofObligations = joinedLines(
    owed
      .filter((one) => (isFolded && unread.includes(one)) || issued.keys.includes(one.key))
      .map(({ owedLines }) => owedLines),
  );
  const noted = issued.keys.map((key): CaseEvent => ({ type: "notice-issued", key, at: now }));
  const expectedVersion = before?.version ?? 0;
  const next = { ...(evolveAll(decided, noted) ?? decided), version: expectedVersion + 1 };
  const rows = boardRows(next, involved, now);
  const projections = project({ before, after: next, involved, now, rows, rules });
  const after: CaseFile = { ...next, boards: rows.map(({ board }) => board), shown: saidBy(rows) };
  const { policy, calendar } = rules;
  const areGathered = gathers && policy.agencyDigest && isOpen(now, policy, calendar);
  const gathered = areGathered
    ? issued.notices.flatMap((one) => {
        const line = issued.toAgencies.has(one.id) ? gatheredLine(one, rules) : undefined;
        return line === undefined ? [] : [{ notice: one, line }];
      })
    : [];
  const coming = comingNow(before, after, now, rules).map((one) => ({ key: one.key, parts: partsOf(one) }));
  const digest = inDigest
    ? digestLines(after, [...decidedEvents, ...principals, ...duties], involved, dispatch)
    : NO_LINES;
  return {
    change: {
      file: after,
      expectedVersion,
      events: [...events, ...noted].map((event) => ({ at: now, cause, event })),
      nextActionAt: nextActionAt(after, now, rules, owedStill),
      ...projections,
    },
    notices: issued.notices.filter((one) => !gathered.some(({ notice }) => notice === one)),
    coming: issue(coming, after.sent, dispatch, thing).notices.filter(({ content }) =>
      mayBeGathered(content),
    ),
    lines: [...digest.lines, ...ofObligations.lines, ...gathered.map(({ line }) => line)],
    unreached: [...issued.unreached, ...digest.unreached, ...ofObligations.unreached],
  };
}

/** What a change has brought about that waits for the mail of the day. */
function comingNow(
  before: CaseFile | undefined,
  after: CaseFile,
  now: Instant,
  rules: Rules,
): readonly Obligation[] {
  const waiting = obligations(after, rules).filter(
    ({ key, at, waits }) => waits === true && at > now && after.sent[key] === undefined,
  );
  if (waiting.length === 0 || before === undefined) return waiting;
  const known = new Set(obligations(before, rules).map(({ key }) => key));
  return waiting.filter(({ key }) => !known.has(key));
}

const NO_LINES = { lines: [], unreached: [] } as const;

/** A case before and after, and who is around it. */
interface Seen {
  readonly before: CaseFile | undefined;
  readonly after: CaseFile;
  readonly involved: Involved;
  readonly now: Instant;
  /** Where it stands now. */
  readonly rows: readonly BoardRow[];
  readonly rules: Rules;
}

/** How each of a case's projections follows from it. A further one is named in ports/change.ts; the compiler asks for it here. */
const PROJECTIONS: { readonly [One in keyof CaseProjections]: (seen: Seen) => CaseProjections[One] } = {
  boards: ({ before, after, rows }) => {
    const left = boardsLeft(before, after, rows);
    // All of them or none: those of one version belong together.
    const stand = sayTheSame(before?.shown, rows) && left.gone.length === 0 && left.reopened.length === 0;
    return { rows: stand ? [] : rows, ...left };
  },
  names: ({ after, rows }) => waitingNames(after, rows),
  search: ({ before, after, rows }) =>
    searchChange(
      before,
      after,
      rows.map(({ board }) => board),
    ),
  diary: ({ before, after, involved, now }) => diaryChanges(before, after, involved, now),
  losses: ({ before, after, involved, now, rows, rules }) =>
    lossChanges(
      before,
      after,
      rows.map(({ board }) => board),
      involved,
      { now, rules },
    ),
  counted: ({ after }) => countedRows(after),
};

function project(seen: Seen): CaseProjections {
  const made = Object.entries(PROJECTIONS).map(([name, of]) => [name, of(seen)] as const);
  return Object.fromEntries(made) as unknown as CaseProjections;
}

/** Where it stands no longer as it did: boards it moved away from, and all of them once it is closed or opened again. */
function boardsLeft(
  before: CaseFile | undefined,
  after: CaseFile,
  rows: readonly BoardRow[],
): Required<Pick<BoardChange, "gone" | "reopened">> {
  if (before === undefined) return { gone: [], reopened: [] };
  const closed = after.state === "closed" && !isPursued(after);
  const wasClosed = before.state === "closed" && !isPursued(before);
  const stands = new Set(rows.map(({ board }) => board));
  const left = before.boards.filter((board) => closed !== wasClosed || !stands.has(board));
  return wasClosed ? { gone: [], reopened: left } : { gone: left, reopened: [] };
}

function signed(to: Addressee | undefined, signer: Organisation | undefined): Addressee | undefined {
  return to && { ...to, signer };
}

/** Superior and head read what their agency has received. */
function isCopy(audience: Audience): boolean {
  return audience.part === "superior" || (audience.part === "respondent" && audience.role === "head");
}
