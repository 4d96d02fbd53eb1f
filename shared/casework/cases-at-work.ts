/**
 * Cases at work in one decision: each is loaded once, decided on in turn, and changed together with the others in as few
 * writes as hold them.
 */

import { accepted, type Decision, refused } from "../domain/case-file/decision.ts";
import { type Command, decide, type RefusalOf } from "../domain/case-file/decisions/decide.ts";
import type { TakeBack } from "../domain/case-file/decisions/take-back.ts";
import type { CaseEvent } from "../domain/case-file/events.ts";
import { evolveAll } from "../domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../domain/case-file/state.ts";
import type { CaseNumber } from "../domain/court/case-number.ts";
import type { Unreached } from "../domain/obligations/addressing.ts";
import type { DeskRefusal } from "../domain/refusal.ts";
import type { Directory } from "../ports/directory.ts";
import type { Records } from "../ports/records.ts";
import { type CasePart, caseChange, type Deciding } from "./case-change.ts";
import type { Draft } from "./handle.ts";
import { involvedIn } from "./involved.ts";
import { takingBack } from "./taking-back.ts";

/** What cases are read from. */
export interface CasePorts {
  readonly records: Pick<Records, "caseFile" | "history">;
  readonly directory: Directory;
}

export interface CasesAtWork {
  /** A case as it is after what has been decided so far; undefined where there is none. */
  file(caseNumber: CaseNumber): Promise<CaseFile | undefined>;
  /** Decides a command on a case; what is accepted is part of the changes. */
  decide<One extends Command>(caseNumber: CaseNumber, command: One): Promise<Decision<RefusalOf<One>>>;
  /** Takes back an act, or what a paper brought about, on a case on which nothing was decided here yet. */
  takeBack(caseNumber: CaseNumber, taking: TakeBack): Promise<Decision<DeskRefusal>>;
  /** What has been decided. `all`: a case on which nothing was is written as well, so that its next action is set anew. */
  changes(which?: "all"): Promise<CasesChanged>;
}

/** The writes of what was decided, and what of it reached nobody. */
export interface CasesChanged {
  readonly changes: readonly Draft[];
  readonly unreached: readonly Unreached[];
}

/** A case as it was, what has been decided on it, and as it is thereby. */
interface AtWork {
  readonly before: CaseFile | undefined;
  readonly events: readonly CaseEvent[];
  readonly after: CaseFile | undefined;
  /** What the events apply to, where that is not the file as it was. */
  readonly from?: CaseFile;
}

/** Nothing is at work yet. */
export function casesAtWork({ records, directory }: CasePorts, deciding: Deciding): CasesAtWork {
  const cases = new Map<CaseNumber, Promise<AtWork>>();
  const take = (caseNumber: CaseNumber): Promise<AtWork> => {
    const taken =
      cases.get(caseNumber) ??
      records.caseFile(caseNumber).then((before) => ({ before, events: [], after: before }));
    cases.set(caseNumber, taken);
    return taken;
  };
  return {
    file: async (caseNumber) => {
      const { after } = await take(caseNumber);
      return after?.void === true ? undefined : after;
    },
    async decide(caseNumber, command) {
      const taken = await take(caseNumber);
      const decision = decide(taken.after, command, deciding.rules);
      if (decision.accepted) {
        const after = evolveAll(taken.after, decision.events);
        const events = [...taken.events, ...decision.events];
        cases.set(caseNumber, Promise.resolve({ ...taken, events, after }));
      }
      return decision;
    },
    async takeBack(caseNumber, taking) {
      const { before } = await take(caseNumber);
      if (before === undefined) return refused({ type: "case-gone" });
      const history = await records.history(caseNumber);
      const taken = takingBack(before, history, taking, deciding.rules);
      if ("type" in taken) return refused(taken);
      const { from, event } = taken;
      cases.set(
        caseNumber,
        Promise.resolve({ before, from, events: [event], after: evolveAll(from, [event]) }),
      );
      return accepted(event);
    },
    async changes(which) {
      const taken = await Promise.all(cases.values());
      const changed = taken.filter(
        ({ before, events }) => events.length > 0 || (which === "all" && before !== undefined),
      );
      const parts = await Promise.all(changed.map((one) => partOf(directory, one, deciding)));
      return {
        changes: transactions(parts).map(draftOf),
        unreached: parts.flatMap(({ unreached }) => unreached),
      };
    },
  };
}

/** What was decided on a case, as its part of a write. */
async function partOf(
  directory: Directory,
  { before, events, after, from }: AtWork,
  deciding: Deciding,
): Promise<CasePart> {
  if (after === undefined) throw new TypeError("a decision without a case");
  return caseChange(before, events, await involvedIn(after, directory), deciding, from);
}

/** A transaction has room for a hundred items; some is left for the document, its upload and its answer. */
const ROOM = 90;

/**
 * The parts in as few transactions as hold them. A list of cases (行初123、124号…) may need several: each case is whole
 * in one, and one that was written before a crash knows this document when it is decided again.
 */
function transactions(parts: readonly CasePart[]): readonly (readonly CasePart[])[] {
  const all: CasePart[][] = [];
  let room = 0;
  for (const part of parts) {
    const { boards, diary, search } = part.change;
    const items =
      2 +
      boards.rows.length +
      boards.gone.length +
      (boards.reopened?.length ?? 0) +
      diary.length +
      search.entries.length +
      search.gone.length +
      part.notices.length +
      part.lines.length;
    if (items > room) {
      all.push([]);
      room = ROOM;
    }
    all.at(-1)?.push(part);
    room -= items;
  }
  return all;
}

function draftOf(parts: readonly CasePart[]): Draft {
  return {
    cases: parts.map(({ change }) => change),
    notices: parts.flatMap(({ notices }) => notices),
    coming: parts.flatMap(({ coming }) => coming),
    lines: parts.flatMap(({ lines }) => lines),
  };
}

/** The last of some writes with what else belongs to it. */
export function withLast(changes: readonly Draft[], more: Draft): readonly Draft[] {
  const last = changes.at(-1);
  const notices = [...(last?.notices ?? []), ...(more.notices ?? [])];
  const lines = [...(last?.lines ?? []), ...(more.lines ?? [])];
  return [...changes.slice(0, -1), { ...last, ...more, notices, lines }];
}
