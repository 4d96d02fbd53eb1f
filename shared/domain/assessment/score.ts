/**
 * The score of one unit by a policy's model: points by rates, in proportion or by tiers; points of events, each kind and all
 * together with a cap; vetoes. Each line names the cases it stands on. Integers throughout: hundredths of a point.
 */
import type { CaseNumber } from "../court/case-number.ts";
import type { IndicatorFigures } from "../statistics/indicators.ts";
import { percent, type Ratio } from "../statistics/rate.ts";
import {
  type Grade,
  INDICATORS,
  type Indicator,
  type ScoreModel,
  type Tier,
} from "../unit-events/score-model.ts";
import type { UnitEvent, UnitEventKind } from "../unit-events/unit-event.ts";
import type { Counts } from "./unit-counts.ts";

/** One indicator of a unit's score; `score` in hundredths of a point, undefined where the indicator doesn't apply. */
export interface AssessmentLine {
  readonly indicator: Indicator;
  readonly weight: number;
  readonly score: number | undefined;
  readonly figures: IndicatorFigures;
  /** The cases by which it can be checked: see {@link Counts.cases}. */
  readonly cases: readonly CaseNumber[];
}

/** Points of all events of a kind; `score` after their own cap. */
export interface EventLine {
  readonly event: UnitEventKind;
  /** For each, in hundredths. */
  readonly points: number;
  readonly score: number;
  /** Its own cap took effect. */
  readonly capped: boolean;
  readonly events: readonly UnitEvent[];
}

/** A veto that took effect. */
export interface VetoLine {
  readonly event: UnitEventKind;
  readonly atLeast: number;
  /** The most the score may be, in hundredths. */
  readonly score: number;
  readonly events: readonly UnitEvent[];
}

export interface Scored {
  readonly lines: readonly AssessmentLine[];
  readonly eventLines: readonly EventLine[];
  /** What all events together add or deduct, after the caps. */
  readonly ofEvents: number;
  readonly vetoes: readonly VetoLine[];
  /** Hundredths of a point out of 100; undefined where no indicator applies and nothing happened. */
  readonly score: number | undefined;
  readonly grade: string | undefined;
}

const FULL = 10_000;

/** Scores a unit; `times`: as many times a case of an enterprise counts. */
export function scored(of: Counts, events: readonly UnitEvent[], model: ScoreModel, times: number): Scored {
  const lines = INDICATORS.map((indicator) => line(indicator, of, model, times));
  const eventLines = model.events.flatMap((points) => eventLine(points, events));
  const ofEvents = capped(eventLines, model);
  const vetoes = model.vetoes.flatMap(({ event, atLeast, score }) => {
    const found = events.filter(({ kind }) => kind === event);
    return found.length < atLeast ? [] : [{ event, atLeast, score: hundredths(score), events: found }];
  });
  const earned = earnedBy(lines, model, eventLines.length + vetoes.length > 0);
  const summed = earned === undefined ? undefined : Math.min(FULL, Math.max(0, earned + ofEvents));
  const score = summed && Math.min(summed, ...vetoes.map((veto) => veto.score));
  return { lines, eventLines, ofEvents, vetoes, score, grade: gradeOf(score, model.grades) };
}

/** Of a hundred, by the indicators that apply; a hundred where the model has none, or where none applies and something happened. */
function earnedBy(
  lines: readonly AssessmentLine[],
  { weights }: ScoreModel,
  happened: boolean,
): number | undefined {
  const applying = lines.filter(({ score }) => score !== undefined);
  const whole = applying.reduce((sum, { weight }) => sum + weight, 0);
  if (whole > 0) return halfUp(applying.reduce((sum, { score = 0 }) => sum + score, 0) * 100, whole);
  const byEventsAlone = INDICATORS.every((indicator) => weights[indicator] === 0);
  return byEventsAlone || happened ? FULL : undefined;
}

function eventLine(
  { event, points, atMost }: ScoreModel["events"][number],
  events: readonly UnitEvent[],
): readonly EventLine[] {
  const found = events.filter(({ kind }) => kind === event);
  if (found.length === 0) return [];
  const each = hundredths(points);
  const all = each * found.length;
  const most = atMost === undefined ? Math.abs(all) : hundredths(atMost);
  const score = Math.sign(all) * Math.min(Math.abs(all), most);
  return [{ event, points: each, score, capped: score !== all, events: found }];
}

function capped(lines: readonly EventLine[], { deductAtMost, addAtMost }: ScoreModel): number {
  const sum = (sign: 1 | -1) =>
    lines.reduce((all, { score }) => all + (Math.sign(score) === sign ? Math.abs(score) : 0), 0);
  const within = (all: number, most: number | undefined) =>
    most === undefined ? all : Math.min(all, hundredths(most));
  return within(sum(1), addAtMost) - within(sum(-1), deductAtMost);
}

function line(
  indicator: Indicator,
  of: Counts,
  { weights, tiers }: ScoreModel,
  times: number,
): AssessmentLine {
  const weight = weights[indicator];
  const { rate, figures } = counted(indicator, of, times);
  const score = rate.whole === 0 || weight === 0 ? undefined : earnedPoints(weight, rate, tiers[indicator]);
  return { indicator, weight, score, figures, cases: [...of.cases[indicator]].toSorted() };
}

function earnedPoints(weight: number, rate: Ratio, tiers: readonly Tier[] | undefined): number {
  if (tiers === undefined) return halfUp(weight * 100 * rate.part, rate.whole);
  const reached = tiers.filter(({ fromPercent }) => rate.part * 100 >= fromPercent * rate.whole);
  return Math.round(weight * Math.max(0, ...reached.map(({ earnsPercent }) => earnsPercent)));
}

/** The rate that a score follows from, and its figures. */
function counted(
  indicator: Indicator,
  of: Counts,
  times: number,
): { readonly rate: Ratio; readonly figures: IndicatorFigures } {
  const { heard, present, enterpriseHeard, enterprisePresent, unknown } = of;
  switch (indicator) {
    case "attendance": {
      const rate = { part: present + times * enterprisePresent, whole: heard + times * enterpriseHeard };
      const ofEnterprises = { enterpriseHeard, enterprisePresent, times };
      return {
        rate,
        figures: { of: indicator, heard, present, ...ofEnterprises, unknown, rate: percent(rate) },
      };
    }
    case "principals": {
      const { principals } = of;
      const known = heard + enterpriseHeard;
      return {
        rate: { part: principals, whole: known },
        figures: { of: indicator, heard: known, principals },
      };
    }
    case "spoke": {
      const { spoke, speakable } = of;
      return {
        rate: { part: spoke, whole: speakable },
        figures: { of: indicator, present: present + enterprisePresent, speakable, spoke },
      };
    }
    case "reports":
    case "filings": {
      const { due, inTime } = of[indicator];
      return { rate: { part: inTime, whole: due }, figures: { of: indicator, due, inTime } };
    }
    case "resolution": {
      const { mediated, settled } = of;
      return { rate: { part: settled, whole: mediated }, figures: { of: indicator, mediated, settled } };
    }
    default:
      return indicator satisfies never;
  }
}

function gradeOf(score: number | undefined, grades: readonly Grade[]): string | undefined {
  if (score === undefined) return undefined;
  const reached = grades.filter(({ from }) => score >= hundredths(from));
  return reached.toSorted((one, other) => other.from - one.from)[0]?.name;
}

/** 0.5 → 50; a policy has no more than two decimals. */
function hundredths(points: number): number {
  return Math.round(points * 100);
}

function halfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}
