/**
 * How a difference between sources is settled: both sides, the agency and the court, say what is right; where they
 * agree, or where the bureau decides, that prevails. What the sources said stays as it was.
 */

import type { Proof } from "../proof-file.ts";
import type { DeskRefusal } from "../refusal.ts";
import type { CivilDate, Instant } from "../time/time.ts";
import { accepted, type Decision, refused } from "./decision.ts";
import type { DifferenceAnswer, Settlement, Side, SittingAccount, Version } from "./difference.ts";
import { accountsOf, differenceId, differencesAmong, STANDING, sinceThen, wordsOf } from "./differences.ts";
import type { CaseEvent } from "./events.ts";
import type { CaseFile } from "./state.ts";
import { appeared, type HeadFacts } from "./statement.ts";

/** A difference that changes a figure and that nobody has settled yet. */
export interface OpenDifference extends SittingAccount {
  readonly id: string;
  readonly answers: readonly DifferenceAnswer[];
}

/** What a side, or the bureau, decides at the desk. */
export interface AnswerDifference {
  readonly type: "answer-difference";
  readonly at: Instant;
  readonly by: string;
  readonly respondent: string;
  readonly sitting: CivilDate;
  /** {@link differenceBasis} of what the form was made from. */
  readonly basis: string;
  readonly side: Side | "bureau";
  readonly source: DifferenceAnswer["source"];
  readonly facts: HeadFacts;
  readonly reason?: string;
  readonly proofs?: readonly Proof[];
}

/** The differences of a respondent that are open. */
export function openDifferences(file: CaseFile, respondent: string): readonly OpenDifference[] {
  return accountsOf(file, respondent)
    .filter(({ differences }) => differences.some(({ material }) => material))
    .map((account) => {
      const id = differenceId(account);
      return { ...account, id, answers: file.answers.filter(({ difference }) => difference === id) };
    });
}

/** What a form about a difference rests on: what the sources say, and who has answered. */
export function differenceBasis({ id, answers }: OpenDifference): string {
  return [id, ...answers.map(({ side, at }) => `${side}${at}`).toSorted()].join("_");
}

/** Whether both have answered and still don't agree. */
export function isStanding({ answers }: OpenDifference): boolean {
  return answers.length === 2;
}

/** Decides an answer. The answer is kept in any case; it settles the difference where the other side says the same. */
export function answerDifference(file: CaseFile, command: AnswerDifference): Decision<DeskRefusal> {
  const { respondent, sitting, at, by, side, source, reason, proofs = [] } = command;
  const open = openDifferences(file, respondent).find((one) => one.sitting === sitting);
  if (open === undefined) return refused({ type: "no-difference" });
  if (command.basis !== differenceBasis(open)) return refused({ type: "changed-meanwhile" });
  const facts = completed(command.facts, open.versions);
  const earlier = open.answers.flatMap((one) => (one.side === side ? [] : (one.proofs ?? [])));
  const handedIn = [...earlier, ...proofs];
  const settled = (settledBy: Settlement["settledBy"], what: HeadFacts): CaseEvent => ({
    type: "difference-settled",
    settlement: {
      respondent,
      sitting,
      facts: what,
      settledBy,
      at,
      by,
      ...(reason !== undefined && { reason }),
      ...(handedIn.length > 0 && { proofs: handedIn }),
      weighed: open.versions.map(wordsOf),
    },
  });
  if (side === "bureau") {
    return isDecided(facts) ? accepted(settled("bureau", facts)) : refused({ type: "not-decided" });
  }
  const answer: DifferenceAnswer = {
    respondent,
    sitting,
    difference: open.id,
    side,
    at,
    by,
    source,
    facts,
    ...(reason !== undefined && { reason }),
    ...(proofs.length > 0 && { proofs }),
  };
  const others = stanceOf(open, side === "agency" ? "court" : "agency");
  const agreed = others !== undefined && isDecided(facts) && isSame(facts, others);
  return accepted(
    { type: "difference-answered", answer },
    ...(agreed ? [settled("both-sides", filledFrom(facts, others))] : []),
  );
}

/** What a side holds to be right: what it answered, else what its own papers say, where they say one thing. */
function stanceOf(open: OpenDifference, side: Side): HeadFacts | undefined {
  const answered = open.answers.find((one) => one.side === side);
  if (answered !== undefined) return answered.facts;
  const own = open.versions.filter(({ source }) => (source === "filing") === (side === "agency"));
  const { settlement } = open;
  const fresh = settlement === undefined ? own : sinceThen(own, settlement);
  if (settlement !== undefined && fresh.length === 0) return settlement.facts;
  const [best] = fresh;
  if (best === undefined) return undefined;
  const equals = fresh.filter(({ source }) => STANDING[source] === STANDING[best.source]);
  if (differencesAmong(equals).some(({ material }) => material)) return undefined;
  return fresh.reduce<HeadFacts>((facts, one) => filledFrom(facts, one.facts), best.facts);
}

/** The same in everything that a figure depends on, each saying whether a head was there. */
function isSame(one: HeadFacts, other: HeadFacts): boolean {
  const both: readonly Version[] = [
    { source: "settled", facts: one },
    { source: "settled", facts: other },
  ];
  return isDecided(other) && !differencesAmong(both).some(({ material }) => material);
}

function isDecided({ headAttended, heard }: HeadFacts): boolean {
  return heard === false || headAttended !== "review";
}

/** What the words chosen leave open, from those who say the same of the head. */
function completed(facts: HeadFacts, versions: readonly Version[]): HeadFacts {
  return versions
    .filter((one) => !differencesAmong([{ source: "settled", facts }, one]).some(({ material }) => material))
    .reduce<HeadFacts>((known, one) => filledFrom(known, one.facts), facts);
}

function filledFrom(facts: HeadFacts, other: HeadFacts): HeadFacts {
  return appeared(facts) === appeared(other) && facts.heard === other.heard ? { ...other, ...facts } : facts;
}
