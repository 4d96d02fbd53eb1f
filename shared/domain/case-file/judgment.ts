/** How does the judgment of a case stand: served, appealed, in effect, replaced; and what does it order whom to do? */
import { instanceOf } from "../court/case-number.ts";
import { type JudgedCase, type JudgmentStanding, judgmentStanding } from "../judgment/effect.ts";
import {
  type Enforcement,
  type HigherRuling,
  type JudgmentMatter,
  type JudgmentService,
  servicesOf,
} from "../judgment/judgment-matter.ts";
import type { OrderedAct } from "../judgment/ordered-act.ts";
import type { Calendar } from "../time/calendar.ts";
import type { CivilDate } from "../time/time.ts";
import { type CaseFile, stillSued } from "./state.ts";

/** The judgment with what its effect depends on; undefined while there is none. */
export function judgedCase(file: CaseFile): JudgedCase | undefined {
  const { judgment } = file;
  if (file.void === true || judgment?.given === undefined) return undefined;
  return {
    matter: { ...judgment, services: servicesOf(judgment, judgment.given) },
    given: judgment.given,
    instance: instanceOf(file.caseNumber),
    outcome: file.state === "closed" ? file.outcome : undefined,
    parties: partiesOf(file),
    isAppealed: appealKnown(file),
  };
}

/** The first day, from `earliest` on, on which the judgment can have been served or taken effect: none before it was issued. */
export function servedFrom({ judgment }: Pick<CaseFile, "judgment">, earliest: CivilDate): CivilDate {
  const issuedOn = judgment?.given?.issuedOn;
  return issuedOn !== undefined && issuedOn > earliest ? issuedOn : earliest;
}

/** Whoever a judgment is served on. */
export function partiesOf(file: CaseFile): readonly string[] {
  return [...new Set([...file.plaintiffs, ...stillSued(file).map(({ name }) => name), ...file.thirdParties])];
}

/** 上诉状, a case of the second instance, or somebody's word. A retrial is no appeal. */
export function appealKnown({ appealedOn, appeals, judgment }: CaseFile): boolean {
  return (
    appealedOn !== undefined ||
    appeals.some((number) => instanceOf(number) === "second") ||
    (judgment?.appellants.length ?? 0) > 0
  );
}

/** How the judgment stands on a day; undefined while there is none. */
export function standingOf(
  file: CaseFile,
  today: CivilDate,
  calendar: Calendar,
): JudgmentStanding | undefined {
  const judged = judgedCase(file);
  return judged && judgmentStanding(judged, today, calendar);
}

/** When a party was served with the judgment, and by whose word. */
export function serviceOf(file: CaseFile, party: string): JudgmentService | undefined {
  return judgedCase(file)?.matter.services.find((one) => one.party === party);
}

/** The acts a person found that it orders; none before. */
export function confirmedActs({ judgment }: Pick<CaseFile, "judgment">): readonly OrderedAct[] {
  return judgment?.orders?.acts ?? [];
}

/** The acts to be confirmed: as confirmed last, else as they were read. */
export function proposedActs({ judgment }: Pick<CaseFile, "judgment">): readonly OrderedAct[] {
  return judgment?.orders?.acts ?? judgment?.given?.ordered ?? [];
}

/** The respondents who must do it: those it names; else those against whom the order speaks; else whoever is sued. */
export function boundBy(file: CaseFile, { respondents }: Pick<OrderedAct, "respondents">): readonly string[] {
  const named = suedAmong(file, respondents);
  if (named.length > 0) return named;
  const against = suedAmong(file, file.judgment?.given?.heldAgainst ?? []);
  return against.length > 0 ? against : stillSued(file).map(({ name }) => name);
}

function suedAmong(file: CaseFile, names: readonly string[]): readonly string[] {
  return stillSued(file).flatMap(({ name }) => (names.includes(name) ? [name] : []));
}

/** Of some acts those that a respondent must do. */
export function actsBinding(
  file: CaseFile,
  acts: readonly OrderedAct[],
  respondent: string,
): readonly OrderedAct[] {
  return acts.filter((act) => boundBy(file, act).includes(respondent));
}

/** Whoever an enforcement is against: those it names; else those whom the judgment's acts bind. More than one where nobody can tell which. */
export function debtorsOf(
  file: CaseFile,
  { respondents }: Pick<Enforcement, "respondents">,
): { readonly names: readonly string[]; readonly unclear: boolean } {
  const named = suedAmong(file, respondents);
  if (named.length > 0) return { names: named, unclear: false };
  const bound = [...new Set(proposedActs(file).flatMap((act) => boundBy(file, act)))];
  const names = bound.length > 0 ? bound : boundBy(file, { respondents: [] });
  return { names, unclear: names.length > 1 };
}

/** Whether a case ended so that there may be something to perform: against the agency, or by a mediation paper. */
export function mayBindAgency(file: CaseFile): boolean {
  if (file.state !== "closed" || file.judgment?.given === undefined) return false;
  return (
    file.outcome === "lost" || (file.judgment.given.form === "mediation" && proposedActs(file).length > 0)
  );
}

/** What this case, of the second instance or a retrial, says to that of the first; undefined where it says nothing of its effect. */
export function rulingBelow(file: CaseFile, today: CivilDate, calendar: Calendar): HigherRuling | undefined {
  const result = file.judgment?.given?.onLower;
  if (result === undefined || file.originCaseNumber === undefined) return undefined;
  // 驳回再审申请: the judgment goes on as it did.
  const isRetrial = instanceOf(file.caseNumber) === "retrial";
  if (isRetrial && (result === "upheld" || result === "appeal-withdrawn")) return undefined;
  const standing = standingOf(file, today, calendar);
  return {
    number: file.caseNumber,
    result,
    ...(standing?.state === "effective" && { effectiveOn: standing.on }),
    ...(file.judgment?.given?.stays === true && { stays: true as const }),
  };
}

/** The part of a matter that letters and pages ask of one respondent. */
export function enforcementsOn(
  { enforcements }: Pick<JudgmentMatter, "enforcements">,
  respondent: string,
): JudgmentMatter["enforcements"] {
  return enforcements.filter(
    ({ respondents }) => respondents.length === 0 || respondents.includes(respondent),
  );
}
