/** What follows from what a judgment or ruling says: does the case end, end against one of several respondents, stand still? */
import type { Halt } from "../../court/outcome.ts";
import type { Doubt } from "../../refusal.ts";
import { civilDateAt } from "../../time/time.ts";
import { closingEvents } from "../closing.ts";
import type { FileDocument, RuledResult } from "../commands.ts";
import type { CaseEvent } from "../events.ts";
import { putOff } from "../hearings.ts";
import { knownName } from "../parties.ts";
import { type CaseFile, type Respondent, sittings, stillSued } from "../state.ts";

/** The ruling may be older than what is known: a person says what holds. */
const UNCLEAR: Doubt = { type: "uncertain-facts", fields: ["outcome"] };

/** What follows from what a judgment or ruling says: the case may end, or go on; or the doubt for which a person must look. */
export function resultEvents(
  file: CaseFile,
  ruling: FileDocument,
  { outcome, heard, against }: RuledResult,
): readonly CaseEvent[] | Doubt {
  if (outcome === "suspended" || outcome === "transferred") return haltEvents(file, outcome, ruling);
  const named = (against ?? []).map((name) => knownName(file, name, ruling.parties.respondents));
  const leaving = file.respondents.filter(({ name }) => named.includes(name));
  const staying = stillSued(file).filter(({ name }) => !named.includes(name));
  if (outcome === "partly-withdrawn" && leaving.length === 0) return UNCLEAR;
  const isWithdrawal = outcome === "partly-withdrawn" || outcome === "withdrawn" || outcome === "settled";
  if (isWithdrawal && leaving.length > 0 && staying.length > 0)
    return file.state === "closed" ? [] : partingEvents(file, leaving, ruling);
  // Whoever was left has been let go as well.
  return closingEvents(file, { outcome: outcome === "partly-withdrawn" ? "withdrawn" : outcome, heard });
}

/**
 * 中止, 移送: the sitting that is set falls away, another needs a summons of its own; what is owed of sittings that
 * were held stays. What came after the ruling is not undone by it.
 */
function haltEvents(file: CaseFile, result: Halt, ruling: FileDocument): readonly CaseEvent[] | Doubt {
  const { issuedOn, reviewedBy } = ruling;
  const since = issuedOn ?? civilDateAt(ruling.at);
  if (file.state === "closed" || (file.halted !== undefined && file.halted.since >= since)) return [];
  if (sittings(file).some(({ date }) => date > since)) return [];
  const halted: CaseEvent = { type: "case-halted", halt: { result, since } };
  if (file.state !== "awaiting-hearing") return [halted];
  const setOn = file.hearing.issuedOn;
  if (setOn !== undefined && issuedOn !== undefined && setOn > issuedOn) return [];
  if ((setOn === undefined || issuedOn === undefined) && reviewedBy === undefined) return UNCLEAR;
  return [...putOff(file), halted];
}

/**
 * 准许撤回对其中部分被告的起诉: what these respondents still owe ends, save of sittings that were held; the others keep
 * theirs.
 */
function partingEvents(
  file: CaseFile,
  leaving: readonly Respondent[],
  { issuedOn, at }: FileDocument,
): readonly CaseEvent[] {
  const on = issuedOn ?? civilDateAt(at);
  const held = new Set(sittings(file).map(({ ordinal }) => ordinal));
  return leaving
    .filter(({ withdrawnOn }) => withdrawnOn === undefined)
    .flatMap(({ name }): readonly CaseEvent[] => [
      ...file.deadlines
        .filter(({ respondent, status }) => respondent === name && status === "open")
        .filter(({ kind, hearing }) => kind === "report" || !held.has(hearing))
        .map(
          ({ kind, respondent, hearing }) =>
            ({ type: "deadline-cancelled", kind, respondent, hearing }) as const,
        ),
      { type: "action-withdrawn", respondent: name, on },
    ]);
}
