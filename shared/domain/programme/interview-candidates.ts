/**
 * Whom to call in (约谈): counties and agencies whose rate of a period is low, or whose heads stayed away again and
 * again. A rule of the policy proposes, with its reasons; a person of the bureau decides. Where attendance is not known,
 * it is counted in the unit's favour: nobody is called in for what a source left open.
 */
import type { InterviewReason } from "../notices/frame/shown.ts";
import { CITY_ITSELF, UNKNOWN_JURISDICTION } from "../organisations/district.ts";
import type { Policy } from "../policy.ts";
import type { Absence, BulletinStatistics } from "../statistics/figures.ts";
import { attendance, type GroupTally } from "../statistics/ranking.ts";
import { byRateDescending, percent, type Ratio } from "../statistics/rate.ts";
import { UNKNOWN_AGENCY } from "../statistics/statistics-row.ts";

/** A unit proposed, and why. */
export interface Candidate {
  readonly unit: { readonly kind: "county" | "agency"; readonly name: string };
  readonly heard: number;
  readonly present: number;
  readonly reasons: readonly InterviewReason[];
}

/** Counties first, then agencies, each by name; the same figures give the same list. */
export function candidates(
  figures: Pick<BulletinStatistics, "byJurisdiction" | "byAgency" | "absences">,
  policy: Policy["interviews"],
): readonly Candidate[] {
  const counties = figures.byJurisdiction
    .filter(({ jurisdiction }) => ![CITY_ITSELF, UNKNOWN_JURISDICTION].includes(jurisdiction))
    .map((tally) => candidate("county", tally.jurisdiction, tally, [], policy));
  const agencies = figures.byAgency
    .filter(({ agency }) => agency !== UNKNOWN_AGENCY)
    .map((tally) => {
      const absences = figures.absences.filter(
        ({ agency, jurisdiction }) => agency === tally.agency && jurisdiction === tally.jurisdiction,
      );
      return candidate("agency", tally.agency, tally, absences, policy);
    });
  return [counties, agencies].flatMap((units) =>
    units
      .filter(({ reasons }) => reasons.length > 0)
      .toSorted((one, other) => (one.unit.name < other.unit.name ? -1 : 1)),
  );
}

function candidate(
  kind: Candidate["unit"]["kind"],
  name: string,
  tally: GroupTally,
  absences: readonly Absence[],
  policy: Policy["interviews"],
): Candidate {
  const { heard, present } = tally;
  const reasons = [
    ...lowRate(tally, policy),
    ...lowEnterpriseRate(tally, policy),
    ...(kind === "agency" ? repeatedAbsence(absences, policy) : []),
  ];
  return { unit: { kind, name }, heard, present, reasons };
}

function lowRate(
  tally: GroupTally,
  { belowPercent, minimumHeard }: Policy["interviews"],
): readonly InterviewReason[] {
  const { heard, present, unknown } = tally;
  if (heard < minimumHeard || !isBelow({ part: present + unknown, whole: heard }, belowPercent)) return [];
  return [{ type: "low-rate", heard, present, rate: percent(attendance(tally)), belowPercent }];
}

function lowEnterpriseRate(
  { enterpriseHeard, enterprisePresent, unknown }: GroupTally,
  { enterpriseBelowPercent, minimumHeard }: Policy["interviews"],
): readonly InterviewReason[] {
  const best = { part: Math.min(enterpriseHeard, enterprisePresent + unknown), whole: enterpriseHeard };
  if (enterpriseHeard < minimumHeard || !isBelow(best, enterpriseBelowPercent)) return [];
  const rate = percent({ part: enterprisePresent, whole: enterpriseHeard });
  return [
    {
      type: "low-enterprise-rate",
      heard: enterpriseHeard,
      present: enterprisePresent,
      rate,
      belowPercent: enterpriseBelowPercent,
    },
  ];
}

/** Absences the court accepted a reason for are no fault. */
function repeatedAbsence(
  absences: readonly Absence[],
  { absences: most }: Policy["interviews"],
): readonly InterviewReason[] {
  const blamed = absences.filter(({ accepted }) => accepted !== true);
  return blamed.length < most
    ? []
    : [{ type: "repeated-absence", cases: blamed.map(({ caseNumber }) => caseNumber) }];
}

function isBelow(rate: Ratio, belowPercent: number): boolean {
  return byRateDescending(rate, { part: belowPercent, whole: 100 }) > 0;
}
