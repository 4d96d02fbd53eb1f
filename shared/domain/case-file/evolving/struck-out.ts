/** What is left of a case file without a respondent or a sitting that were never its own (误登), and once something was taken back (撤回)? */
import { defined } from "../../defined.ts";
import { withoutPrincipalOf } from "../../principals/principal.ts";
import { defenceWithout } from "../defence.ts";
import { CHANGE_AND_CANCELLATION } from "../hearing.ts";
import type { CaseFile, TakenBack } from "../state.ts";
import { opened, within } from "./states.ts";

/** All that hangs on a respondent goes with it, but for papers and what was sent. */
export function withoutRespondent(file: CaseFile, name: string): CaseFile {
  const others = <One extends { readonly respondent: string }>(all: readonly One[]) =>
    all.filter(({ respondent }) => respondent !== name);
  return {
    ...file,
    respondents: file.respondents.filter((one) => one.name !== name),
    deadlines: others(file.deadlines),
    duties: others(file.duties),
    ...(file.defence !== undefined && { defence: defenceWithout(file.defence, name) }),
    attendance: others(file.attendance),
    reports: others(file.reports),
    filings: others(file.filings),
    handlingForms: others(file.handlingForms),
    designations: others(file.designations),
    obstacles: others(file.obstacles),
    answers: others(file.answers),
    settlements: others(file.settlements),
    urgings: others(file.urgings),
    ...(file.losses !== undefined && { losses: others(file.losses) }),
    ...(file.principals !== undefined && { principals: withoutPrincipalOf(file.principals, name) }),
  };
}

/** A sitting that was never this case's, and what is owed and was said of it. */
export function withoutHearing(file: CaseFile, ordinal: number): CaseFile {
  const current =
    file.state === "awaiting-hearing" && file.hearing.ordinal === ordinal ? file.hearing : undefined;
  const date = (current ?? file.pastHearings.find((one) => one.ordinal === ordinal))?.date;
  const others = <One extends { readonly hearing?: number }>(all: readonly One[]) =>
    all.filter(({ hearing }) => hearing !== ordinal);
  const pastHearings = file.pastHearings.filter((one) => one.ordinal !== ordinal);
  const rest: CaseFile = {
    ...file,
    pastHearings,
    deadlines: others(file.deadlines),
    reports: others(file.reports),
    filings: others(file.filings),
    obstacles: others(file.obstacles),
    urgings: others(file.urgings),
    ...(file.meetings !== undefined && { meetings: others(file.meetings) }),
    attendance: file.attendance.filter(({ hearingDate }) => hearingDate !== date),
    answers: file.answers.filter(({ sitting }) => sitting !== date),
    settlements: file.settlements.filter(({ sitting }) => sitting !== date),
  };
  if (current === undefined && rest.state !== "heard") return rest;
  return within(rest, { state: pastHearings.some(({ fate }) => fate === "held") ? "heard" : "registered" });
}

/** A case that is none: what was sent, and which hearings calendars had, is still known. */
export function voided(file: CaseFile): CaseFile {
  const { version, boards, caseNumber, court, plaintiffs, respondents, thirdParties } = file;
  const { cause, enterprise, originCaseNumber } = file;
  const parties = {
    plaintiffs,
    respondents,
    thirdParties,
    ...defined({ cause, enterprise, originCaseNumber }),
  };
  const husk = opened({ type: "case-opened", caseNumber, court, ...parties }, file);
  return { ...husk, version, boards, void: true };
}

/**
 * Letters about what was taken back may be sent anew. Where the act had moved a hearing, the former one holds again, as a
 * change that calendars take for newer.
 */
export function takenBack(file: CaseFile, taking: TakenBack): CaseFile {
  const keys = new Set(taking.voided.flatMap(({ letters }) => letters.map(({ key }) => key)));
  const sent = Object.fromEntries(Object.entries(file.sent).filter(([key]) => !keys.has(key)));
  const after: CaseFile = { ...file, sent, takenBack: [...(file.takenBack ?? []), taking] };
  const { hearing, sequence } = taking;
  if (after.state !== "awaiting-hearing") return after;
  if (sequence !== undefined) return { ...after, hearing: { ...after.hearing, sequence } };
  if (hearing === undefined) return after;
  const past = { ...hearing, fate: "changed" as const };
  return {
    ...after,
    pastHearings: [...after.pastHearings, past],
    hearing: { ...after.hearing, sequence: hearing.sequence + CHANGE_AND_CANCELLATION },
  };
}
