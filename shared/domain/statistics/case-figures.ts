/** To which figures does a case add, and with which of its pairs? By the same answers that the figures are counted from. */

import { levelOf } from "../organisations/level.ts";
import type { CountingPolicy } from "../policy.ts";
import { partsOfMode, partsOfPair } from "./called-for.ts";
import { absenceGround, type CountedCase, isPrincipal, pairAnswer } from "./counted-case.ts";
import { departmentOf } from "./department.ts";
import type { FigureName, GroupName, TallyName } from "./figure-names.ts";
import { suggestionTriggers } from "./judicial-suggestion.ts";
import type { StatisticsRow } from "./statistics-row.ts";
import { type Weighed, weightOf } from "./tallies.ts";

/** A figure, and the pairs a case adds to it. */
export type Traced = readonly [FigureName, readonly StatisticsRow[]];

/** Every figure a case adds to. `recordsSpeech`: whether its court is one that records who spoke; `by`: what rankings count. */
export function* figuresOf(
  counted: CountedCase,
  recordsSpeech: boolean,
  by: CountingPolicy["rankBy"],
): Generator<Traced> {
  const { instance, pairs, heard, leftOut, beside, answer, enterprise, principals, spoke } = counted;
  yield ["differences", pairs.filter((pair) => pair.openDifference)];
  if (instance === "other") {
    yield ["not-hearable", heard];
    return;
  }
  yield* outcomeFigures(counted);
  yield ["unknown.hearing", pairs.filter((pair) => pair.heard === undefined)];
  for (const [why, pair] of leftOut) yield [`left-out:${why}`, [pair]];
  if (heard.length === 0) return;
  yield* tally(instance, answer, heard);
  if (beside) return;
  yield* tally("total", answer, heard);
  if (enterprise === true) yield* tally("enterprise", answer, heard);
  if (enterprise === undefined) yield ["enterprise.not-stated", heard];
  yield ["principals", principals];
  for (const part of partsOfMode(counted)) yield [`called:${part}`, heard];
  yield* group(`court:${counted.court}`, weightOf(counted), heard);
  if (recordsSpeech) {
    yield ["spoke.heard", heard];
    yield ["spoke.spoke", spoke];
  }
  if (by === "cases") yield* caseGroups(counted);
  for (const pair of heard) yield* pairFigures(pair, counted, by);
}

/** Each group a case counts to once, with the pairs that make it one of the group's. */
function* caseGroups(counted: CountedCase): Generator<Traced> {
  for (const groupOf of [countyOf, agencyOf, branchOf, levelGroupOf])
    for (const name of new Set(counted.heard.map(groupOf)))
      yield* group(
        name,
        weightOf(counted),
        counted.heard.filter((pair) => groupOf(pair) === name),
      );
}

const countyOf = ({ jurisdiction }: StatisticsRow): GroupName => `county:${jurisdiction}`;
const agencyOf = ({ jurisdiction, agency }: StatisticsRow): GroupName => `agency:${jurisdiction}/${agency}`;
const branchOf = ({ agency }: StatisticsRow): GroupName => `department:${departmentOf(agency)}`;
const levelGroupOf = ({ agency, jurisdiction }: StatisticsRow): GroupName =>
  `level:${levelOf(agency, jurisdiction)}`;

function* outcomeFigures({ pairs, mediated, settled, closed, lost }: CountedCase): Generator<Traced> {
  if (mediated) yield ["resolution.mediated", pairs];
  if (settled) yield ["resolution.settled", pairs];
  if (settled && mediated) yield ["resolution.settledAfterMediation", pairs];
  if (closed) yield ["defeat.closed", pairs];
  if (lost) yield ["defeat.lost", pairs];
}

function* pairFigures(
  pair: StatisticsRow,
  { answer: ofCase, enterprise }: CountedCase,
  by: CountingPolicy["rankBy"],
): Generator<Traced> {
  const { headName } = pair;
  const only = [pair];
  const weighed = {
    answer: pairAnswer(pair, ofCase),
    principal: isPrincipal(pair),
    enterprise: enterprise === true,
  };
  yield* tally("agencies", weighed.answer, only);
  for (const part of partsOfPair(pair, weighed.answer)) yield [`called:${part}`, only];
  if (by === "pairs")
    for (const groupOf of [countyOf, agencyOf, branchOf, levelGroupOf])
      yield* group(groupOf(pair), weighed, only);
  for (const trigger of suggestionTriggers(pair, weighed.answer)) yield [`suggestion:${trigger}`, only];
  if (weighed.answer === "unknown") yield ["unknown.attendance", only];
  else if (weighed.answer === "unstated") yield ["unknown.coRespondents", only];
  else if (weighed.answer === "absent") yield* absenceFigures(pair);
  else if (weighed.answer === "present")
    yield [headName === undefined ? "people.unnamed" : "people.named", only];
}

function* absenceFigures(pair: StatisticsRow): Generator<Traced> {
  const { reasonAccepted, withoutHead } = pair;
  const only = [pair];
  yield [`absence:${absenceGround(pair) ?? "unclear"}`, only];
  if (reasonAccepted !== undefined) yield [`absence.${reasonAccepted ? "accepted" : "refused"}`, only];
  yield [`without-head:${withoutHead ?? "not-stated"}`, only];
}

function* tally(
  name: TallyName,
  answer: Weighed["answer"],
  pairs: readonly StatisticsRow[],
): Generator<Traced> {
  if (answer === "excused") {
    yield [`${name}.excused`, pairs];
    return;
  }
  yield [`${name}.heard`, pairs];
  if (answer === "unstated") yield [`${name}.unstated`, pairs];
  yield [`${name}.${answer === "unstated" ? "unknown" : answer}`, pairs];
}

function* group(
  name: GroupName,
  { answer, principal, enterprise }: Weighed,
  pairs: readonly StatisticsRow[],
): Generator<Traced> {
  yield* tally(name, answer, pairs);
  if (answer === "excused") return;
  if (principal) yield [`${name}.principals`, pairs];
  if (enterprise) yield [`${name}.enterpriseHeard`, pairs];
  if (enterprise && answer === "present") yield [`${name}.enterprisePresent`, pairs];
}
