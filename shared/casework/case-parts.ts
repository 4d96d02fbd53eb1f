/** Cases decided together, as few writes as hold them. */
import type { CaseEvent } from "../domain/case-file/events.ts";
import { evolveAll } from "../domain/case-file/evolve.ts";
import type { CaseFile } from "../domain/case-file/state.ts";
import type { Change } from "../ports/change.ts";
import type { Directory } from "../ports/directory.ts";
import { type CasePart, caseChange, type Deciding } from "./case-change.ts";
import { involvedIn } from "./involved.ts";

/** A case at work: as it was, and what has been decided on it so far. */
export interface CaseAtWork {
  readonly before: CaseFile | undefined;
  readonly events: CaseEvent[];
}

/** What was decided on a case, as its part of a write. */
export async function partOf(
  directory: Directory,
  { before, events }: CaseAtWork,
  deciding: Deciding,
): Promise<CasePart> {
  const after = evolveAll(before, events);
  if (after === undefined) throw new TypeError("a decision without a case");
  return caseChange(before, events, await involvedIn(after, directory), deciding);
}

/** A transaction has room for a hundred items; some is left for the document, its upload and its answer. */
const ROOM = 90;

/**
 * The parts in as few transactions as hold them. A list of cases (行初123、124号…) may need several: each case is whole
 * in one, and one that was written before a crash knows this document when it is decided again.
 */
export function transactions(parts: readonly CasePart[]): readonly (readonly CasePart[])[] {
  const all: CasePart[][] = [];
  let room = 0;
  for (const part of parts) {
    const { rows, gone, diary } = part.change.board;
    const items = 2 + rows.length + gone.length + diary.length + part.notices.length + part.lines.length;
    if (items > room) {
      all.push([]);
      room = ROOM;
    }
    all.at(-1)?.push(part);
    room -= items;
  }
  return all;
}

/** The parts as one write. */
export function written(parts: readonly CasePart[]): Pick<Change, "cases" | "notices" | "lines"> {
  return {
    cases: parts.map(({ change }) => change),
    notices: parts.flatMap(({ notices }) => notices),
    lines: parts.flatMap(({ lines }) => lines),
  };
}
