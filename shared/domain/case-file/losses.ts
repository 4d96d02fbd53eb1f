/** Which agencies lost a case, since when does that hold, and where does each one's report (败诉案件报告) stand? */
import { defined } from "../defined.ts";
import { lossReportDeadline } from "../loss/loss-deadline.ts";
import { type LossReport, lossReportOf } from "../loss/loss-report.ts";
import type { LossState, LostCase } from "../loss/lost-case.ts";
import { UNKNOWN_JURISDICTION } from "../organisations/district.ts";
import type { Rules } from "../rules.ts";
import type { Calendar } from "../time/calendar.ts";
import { type CivilDate, civilDateAt, type Instant } from "../time/time.ts";
import { classesOfCase } from "./classes-of-case.ts";
import { standingOf } from "./judgment.ts";
import { type CaseFile, type Respondent, sittings, stillSued } from "./state.ts";

/**
 * Whether the case was lost: annulled, changed, found illegal, ordered to act or to pay, also in part, and what a second instance or a
 * retrial changes to that. What is sent back (发回重审) is not decided yet, and never lost.
 * @internal A test asks by every outcome.
 */
export function isLost(file: CaseFile): boolean {
  return file.void !== true && file.state === "closed" && file.outcome === "lost";
}

/** Since when a lost judgment holds; undefined while it may still be appealed, or nobody knows. */
export function lossEffect(
  file: CaseFile,
  today: CivilDate,
  calendar: Calendar,
): { readonly on: CivilDate; readonly provisional: boolean } | undefined {
  if (!isLost(file)) return undefined;
  const standing = standingOf(file, today, calendar);
  // Where the judgment itself hasn't come, its day of effect may be known by a person's word.
  const word = file.judgment?.effect?.on;
  if (standing === undefined) return word === undefined ? undefined : { on: word, provisional: false };
  return standing.state === "effective" ? { on: standing.on, provisional: standing.provisional } : undefined;
}

/** The judgment's day, as a source says it; else the day on which its paper came, or that of the last sitting. */
export function lostOn(file: CaseFile): CivilDate | undefined {
  const given = file.judgment?.given?.issuedOn ?? classesOfCase(file).closedOn?.value;
  if (given !== undefined) return given;
  const paper = file.documents.findLast(({ kind }) => kind === "judgment");
  return paper === undefined ? sittings(file).at(-1)?.date : civilDateAt(paper.receivedAt);
}

/** Who lost: of several that are still sued only those against whom the order speaks by name, and who have reported that they did. */
export function losersOf(file: CaseFile): readonly Respondent[] {
  if (!isLost(file)) return [];
  const sued = stillSued(file);
  if (sued.length === 1) return sued;
  const against = file.judgment?.given?.heldAgainst ?? [];
  return sued.filter(({ name }) => against.includes(name) || lossReport(file, name) !== undefined);
}

/** Whether several are sued and nobody can say who of them lost: nobody is asked for a report, each may hand one in. */
function isLoserUnclear(file: CaseFile): boolean {
  return isLost(file) && stillSued(file).length > 1 && losersOf(file).length === 0;
}

/** Who lost, or may have: where nobody can say who of several did, each of them. */
export function mayHaveLost(file: CaseFile): readonly Respondent[] {
  return isLoserUnclear(file) ? stillSued(file) : losersOf(file);
}

/** The report of a respondent, where there is one. */
export function lossReport({ losses = [] }: Pick<CaseFile, "losses">, name: string): LossReport | undefined {
  return lossReportOf(losses, name);
}

/** Where a respondent's report stands; undefined where it lost nothing. */
function lossStateOf(
  file: CaseFile,
  name: string,
  today: CivilDate,
  calendar: Calendar,
): LossState | undefined {
  if (!losersOf(file).some((one) => one.name === name)) return undefined;
  const report = lossReport(file, name);
  if (report !== undefined) {
    if (report.verdict === undefined) return "reported";
    return report.verdict.accepted ? "accepted" : "returned";
  }
  return lossEffect(file, today, calendar) === undefined ? "not-effective" : "owed";
}

/** The last day of a respondent's report; undefined while it isn't owed. */
export function lossDeadline(file: CaseFile, name: string, today: CivilDate, { policy, calendar }: Rules) {
  const effect = lossEffect(file, today, calendar);
  if (effect === undefined || !losersOf(file).some((one) => one.name === name)) return undefined;
  const { on: effectiveOn, provisional } = effect;
  const report = lossReport(file, name);
  return lossReportDeadline({ effectiveOn, provisional, report }, policy.periods.lossReportDays, calendar);
}

/** What registers keep of the case's losses, whoever owns them. */
export function lostCases(file: CaseFile, now: Instant, rules: Rules): readonly Omit<LostCase, "owner">[] {
  const today = civilDateAt(now);
  const on = lostOn(file) ?? today;
  const { caseNumber, court, cause } = file;
  const effectiveOn = lossEffect(file, today, rules.calendar)?.on;
  const unclear = isLoserUnclear(file);
  return mayHaveLost(file).map(({ name, identity }) => {
    const report = lossReport(file, name);
    return {
      caseNumber,
      respondent: name,
      district: identity?.jurisdiction ?? UNKNOWN_JURISDICTION,
      court,
      lostOn: on,
      state: unclear ? "unclear" : (lossStateOf(file, name, today, rules.calendar) ?? "not-effective"),
      causes: report?.causes ?? [],
      ...defined({
        organisation: identity?.organisation,
        cause,
        effectiveOn,
        due: lossDeadline(file, name, today, rules)?.due,
        kind: report?.kind,
        mendBy: report?.mendBy,
      }),
    };
  });
}
