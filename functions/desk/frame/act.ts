/** An act at the desk: decided on what there is now, written once, and only while its link is unused. */
import { casesAtWork } from "../../../shared/casework/cases-at-work.ts";
import { type AlreadyUsed, type Done, type Draft, handleByLink } from "../../../shared/casework/handle.ts";
import { tellLowerCase } from "../../../shared/casework/lower-case.ts";
import type { DeskCommand } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import type { UrgingCommand } from "../../../shared/domain/case-file/decisions/urging-decisions.ts";
import type { AnswerDifference } from "../../../shared/domain/case-file/reconciliation.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { FormDraftRef } from "../../../shared/domain/form-draft.ts";
import type { Unreached } from "../../../shared/domain/obligations/addressing.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { DeskPorts } from "./room.ts";

/** Something about the act that can't be done, with what there is to be seen instead. */
export interface Refused {
  readonly outcome: "refused";
  readonly refusal: DeskRefusal;
}

export type Acted = Done<void> | ((AlreadyUsed | Refused) & { readonly file: CaseFile });

/**
 * Decides a command on a case; made again where somebody else wrote meanwhile, so that nothing of theirs is lost. The drafts
 * (草稿) it hands in are gone with it.
 */
export async function actOnCase(
  ports: DeskPorts,
  { link, file: known }: { readonly link: { readonly nonce: string }; readonly file: CaseFile },
  command: DeskCommand | AnswerDifference | UrgingCommand,
  draftsDone: readonly FormDraftRef[] = [],
): Promise<Acted> {
  const { caseNumber } = known;
  const { at, by } = command;
  const { nonce } = link;
  const acted = await handleByLink<void, Refused>(ports.records, { nonce, at, by }, async () => {
    const cases = casesAtWork(ports, { now: at, cause: `link:${nonce}`, rules: ports.rules });
    const decision = await cases.decide(caseNumber, command);
    if (!decision.accepted) return { outcome: "refused", refusal: decision.refusal };
    await tellLowerCase(cases, caseNumber, at, ports.rules.calendar);
    const { changes, ...told } = await cases.changes();
    const drafts = await keptOf(ports, draftsDone);
    const last = { ...changes.at(-1), ...(drafts.length > 0 && { draftsDone: drafts }) };
    return { outcome: "ready", ...told, changes: [...changes.slice(0, -1), last], result: undefined };
  });
  if (acted.outcome === "done") return reported(ports, acted);
  return { ...acted, file: (await ports.records.caseFile(caseNumber)) ?? known };
}

/** Those there are: most forms are handed in as they were begun, and taking away what isn't there costs as much as writing it. */
async function keptOf(
  { records }: DeskPorts,
  refs: readonly FormDraftRef[],
): Promise<readonly FormDraftRef[]> {
  const kept = await Promise.all(refs.map((ref) => records.formDraft(ref)));
  return refs.filter((_, index) => kept[index] !== undefined);
}

/** What a command would write on a case as it is now; undefined where it is refused. */
export async function foreseenOnCase(
  ports: DeskPorts,
  { link: { nonce }, file }: { readonly link: { readonly nonce: string }; readonly file: CaseFile },
  command: DeskCommand | AnswerDifference,
): Promise<readonly Draft[] | undefined> {
  const cases = casesAtWork(ports, { now: command.at, cause: `link:${nonce}`, rules: ports.rules });
  const decision = await cases.decide(file.caseNumber, command);
  return decision.accepted ? (await cases.changes()).changes : undefined;
}

/** What was done, once whoever watches has been informed what of it reached nobody. */
export function reported<Acting extends { readonly unreached: readonly Unreached[] }>(
  { notReached }: Pick<DeskPorts, "notReached">,
  done: Acting,
): Acting {
  if (done.unreached.length > 0) notReached(done.unreached);
  return done;
}
