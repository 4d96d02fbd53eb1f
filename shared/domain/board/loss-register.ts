/**
 * In which registers of lost cases (败诉案件台账) does a case stand: in that of each loser's bureau, and in the agency's own, from which it
 * follows whether it lost by the same cause before.
 */
import { lostCases } from "../case-file/losses.ts";
import type { CaseFile } from "../case-file/state.ts";
import { isSamePlace, type LossPlace, type LostCase } from "../loss/lost-case.ts";
import type { Involved } from "../obligations/involved.ts";
import { CITY_ITSELF } from "../organisations/district.ts";
import type { Rules } from "../rules.ts";
import type { Instant } from "../time/time.ts";
import { organisationBoard } from "./board-row.ts";

/** What a change of a case does to registers: its losses as they are, and places where it stands no longer. */
export function lossChanges(
  before: CaseFile | undefined,
  after: CaseFile,
  boards: readonly string[],
  involved: Involved,
  { now, rules }: { readonly now: Instant; readonly rules: Rules },
): { readonly rows: readonly LostCase[]; readonly gone: readonly LossPlace[] } {
  const rows = registered(after, involved, now, rules);
  if (before === undefined) return { rows, gone: [] };
  const left = before.boards.filter((board) => !boards.includes(board));
  const former = [
    ...registered(before, involved, now, rules),
    ...lostCases(before, now, rules).flatMap((loss) => left.map((owner) => ({ ...loss, owner }))),
  ];
  return { rows, gone: former.filter((place) => !rows.some((one) => isSamePlace(one, place))) };
}

function registered(file: CaseFile, involved: Involved, now: Instant, rules: Rules): readonly LostCase[] {
  const fallback = involved.bureau?.jurisdiction ?? CITY_ITSELF;
  return lostCases(file, now, rules).flatMap((loss) => {
    const bureau = involved.respondents.get(loss.respondent)?.bureau?.jurisdiction ?? fallback;
    const { organisation } = loss;
    const owners = [bureau, ...(organisation === undefined ? [] : [organisationBoard(organisation)])];
    return owners.map((owner) => ({ owner, ...loss }));
  });
}
