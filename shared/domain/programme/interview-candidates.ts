/**
 * Whom to call in (约谈): counties and agencies that a trigger of the policy finds, by the figures of a period and by what
 * happened in its cases. It proposes, with its reasons and their cases; a person of the bureau decides. Where something is not
 * known, it is counted in the unit's favour: nobody is called in for what a source left open.
 */
import { instanceOf } from "../court/case-number.ts";
import type { InterviewReason } from "../notices/frame/shown.ts";
import { CITY_ITSELF, UNKNOWN_JURISDICTION } from "../organisations/district.ts";
import type { Policy } from "../policy.ts";
import { byCase } from "../statistics/case-order.ts";
import type { BulletinStatistics } from "../statistics/figures.ts";
import { attendance, type GroupTally } from "../statistics/ranking.ts";
import { byRateDescending, percent, type Ratio } from "../statistics/rate.ts";
import { type StatisticsRow, UNKNOWN_AGENCY } from "../statistics/statistics-row.ts";
import { addMonths, type Month, monthOf } from "../time/time.ts";
import {
  EVENT_TRIGGERS,
  type EventTrigger,
  eventTriggersOn,
  type InterviewTriggers,
} from "../unit-events/interview-triggers.ts";
import { inOrder, shownEvent, type UnitEvent } from "../unit-events/unit-event.ts";

/** A unit proposed, and why. */
export interface Candidate {
  readonly unit: { readonly kind: "county" | "agency"; readonly name: string };
  readonly heard: number;
  readonly present: number;
  readonly reasons: readonly InterviewReason[];
}

/** What triggers look at besides a period's figures; of as many months up to its end as they ask for. */
export interface UnitFacts {
  readonly rows: readonly StatisticsRow[];
  readonly events: readonly UnitEvent[];
}

type Figures = Pick<BulletinStatistics, "period" | "byJurisdiction" | "byAgency" | "absences">;

/** A unit with all that triggers look at. */
interface Known {
  readonly unit: Candidate["unit"];
  readonly tally: GroupTally | undefined;
  readonly rows: readonly StatisticsRow[];
  readonly events: readonly UnitEvent[];
}

/** Counties first, then agencies, each by name; the same facts give the same list. */
export function candidates(
  figures: Figures,
  { triggers }: Pick<Policy["interviews"], "triggers">,
  { rows, events }: UnitFacts = { rows: [], events: [] },
): readonly Candidate[] {
  const known = inOrder([...figures.absences.flatMap(blamed), ...events]);
  return [countiesOf(figures, rows), agenciesOf(figures, rows, known)].flatMap((units) =>
    units
      .map((unit) => candidate(unit, figures.period, triggers))
      .filter(({ reasons }) => reasons.length > 0)
      .toSorted((one, other) => (one.unit.name < other.unit.name ? -1 : 1)),
  );
}

/** Absences the court accepted a reason for are no fault. */
function blamed(absence: Figures["absences"][number]): readonly UnitEvent[] {
  const { accepted, agency, jurisdiction, caseNumber, heardOn } = absence;
  if (accepted === true) return [];
  return [
    { kind: "absent", agency, jurisdiction, caseNumber, ...(heardOn !== undefined && { on: heardOn }) },
  ];
}

function countiesOf(figures: Figures, rows: readonly StatisticsRow[]): readonly Known[] {
  const tallies = new Map(figures.byJurisdiction.map((tally) => [tally.jurisdiction, tally]));
  const byCounty = Map.groupBy(rows, ({ jurisdiction }) => jurisdiction);
  return [...new Set([...tallies.keys(), ...byCounty.keys()])]
    .filter((name) => name !== CITY_ITSELF && name !== UNKNOWN_JURISDICTION)
    .map((name) => ({
      unit: { kind: "county", name },
      tally: tallies.get(name),
      rows: byCounty.get(name) ?? [],
      // What happened in a case is its agency's to answer for.
      events: [],
    }));
}

function agenciesOf(
  figures: Figures,
  rows: readonly StatisticsRow[],
  events: readonly UnitEvent[],
): readonly Known[] {
  const keyOf = ({ agency, jurisdiction }: { readonly agency: string; readonly jurisdiction: string }) =>
    `${agency}\n${jurisdiction}`;
  const tallies = new Map(figures.byAgency.map((tally) => [keyOf(tally), tally]));
  const [ofRows, ofEvents] = [Map.groupBy(rows, keyOf), Map.groupBy(events, keyOf)];
  return [...new Set([...tallies.keys(), ...ofRows.keys(), ...ofEvents.keys()])]
    .map((key) => ({
      unit: { kind: "agency" as const, name: key.split("\n")[0] ?? "" },
      tally: tallies.get(key),
      rows: ofRows.get(key) ?? [],
      events: ofEvents.get(key) ?? [],
    }))
    .filter(({ unit }) => unit.name !== UNKNOWN_AGENCY);
}

function candidate(known: Known, period: Figures["period"], triggers: InterviewTriggers): Candidate {
  const { unit, tally } = known;
  const reasons = [
    ...(tally === undefined ? [] : lowRates(tally, triggers)),
    ...lossRate(known.rows, period.to, triggers.lossRate),
    ...eventTriggersOn(triggers).flatMap(([name, trigger]): readonly InterviewReason[] => {
      const kinds: readonly string[] = EVENT_TRIGGERS[name];
      const found = tooMany(
        known.events.filter(({ kind }) => kinds.includes(kind)),
        trigger,
        period,
      );
      if (found.length === 0) return [];
      if (name !== "absences") return [{ type: "events", trigger: name, events: found.map(shownEvent) }];
      const cases = found.flatMap(({ caseNumber, agency }) => (caseNumber ? [{ caseNumber, agency }] : []));
      return [{ type: "repeated-absence", cases: byCase(cases).map(({ caseNumber }) => caseNumber) }];
    }),
  ];
  return { unit, heard: tally?.heard ?? 0, present: tally?.present ?? 0, reasons };
}

/** The events a trigger counts, where they are enough; what nobody knows the day of is of the period. */
function tooMany(
  events: readonly UnitEvent[],
  { atLeast, withinMonths }: EventTrigger,
  { from, to }: Figures["period"],
): readonly UnitEvent[] {
  const first = withinMonths === undefined ? from : addMonths(to, 1 - withinMonths);
  const counted = events.filter(({ on }) => isWithin(on, first < from ? first : from, to));
  const isNew = counted.some(({ on }) => isWithin(on, from, to));
  return isNew && counted.length >= atLeast ? counted : [];
}

function isWithin(on: UnitEvent["on"], from: Month, to: Month): boolean {
  return on === undefined || (from <= monthOf(on) && monthOf(on) <= to);
}

function lowRates(
  tally: GroupTally,
  { rate, enterpriseRate }: InterviewTriggers,
): readonly InterviewReason[] {
  const { heard, present, unknown, enterpriseHeard, enterprisePresent } = tally;
  const reasons: InterviewReason[] = [];
  if (rate !== undefined) {
    const { belowPercent, minimumHeard } = rate;
    const best = { part: present + unknown, whole: heard };
    if (heard >= minimumHeard && isBelow(best, belowPercent))
      reasons.push({ type: "low-rate", heard, present, rate: percent(attendance(tally)), belowPercent });
  }
  if (enterpriseRate !== undefined) {
    const { belowPercent, minimumHeard } = enterpriseRate;
    const part = Math.min(enterpriseHeard, enterprisePresent + unknown);
    if (enterpriseHeard >= minimumHeard && isBelow({ part, whole: enterpriseHeard }, belowPercent))
      reasons.push({
        type: "low-enterprise-rate",
        heard: enterpriseHeard,
        present: enterprisePresent,
        rate: percent({ part: enterprisePresent, whole: enterpriseHeard }),
        belowPercent,
      });
  }
  return reasons;
}

/** 败诉率 of first-instance cases that are closed. */
function lossRate(
  rows: readonly StatisticsRow[],
  to: Month,
  trigger: InterviewTriggers["lossRate"],
): readonly InterviewReason[] {
  if (trigger === undefined) return [];
  const { abovePercent, minimumClosed, withinMonths } = trigger;
  const from = addMonths(to, 1 - withinMonths);
  const closed = rows.filter(
    (row) =>
      instanceOf(row.caseNumber) === "first" &&
      (row.closed === true || row.outcome !== undefined) &&
      isMonthWithin(monthOfClosing(row), from, to),
  );
  const lost = closed.filter(({ outcome }) => outcome === "lost");
  const share = { part: lost.length, whole: closed.length };
  if (closed.length < Math.max(1, minimumClosed) || !isAbove(share, abovePercent)) return [];
  return [
    {
      type: "high-loss-rate",
      closed: closed.length,
      lost: lost.length,
      rate: percent(share),
      abovePercent,
      cases: [...new Set(byCase(lost).map(({ caseNumber }) => caseNumber))],
    },
  ];
}

/** A row that tells when its case was received tells the month of its closing too, or nobody knows it. */
function monthOfClosing({ closedIn, receivedIn, closedOn, heardOn }: StatisticsRow): Month | undefined {
  const day = receivedIn === undefined ? (closedOn ?? heardOn) : undefined;
  return closedIn ?? (day && monthOf(day));
}

function isMonthWithin(month: Month | undefined, from: Month, to: Month): boolean {
  return month !== undefined && from <= month && month <= to;
}

function isBelow(rate: Ratio, belowPercent: number): boolean {
  return byRateDescending(rate, { part: belowPercent, whole: 100 }) > 0;
}

function isAbove(rate: Ratio, abovePercent: number): boolean {
  return byRateDescending(rate, { part: abovePercent, whole: 100 }) < 0;
}
