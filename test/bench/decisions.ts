/** How long a decision takes: a summons on a new case, and an hour of the sweep for a case that waits. */
import { decide } from "../../shared/domain/case-file/decisions/decide.ts";
import { nextActionAt, obligationsDue } from "../../shared/domain/obligations/obligations.ts";
import { at, given, RULES, summons } from "../support/case-builders.ts";
import type { Measurement } from "./run.ts";

const TIMES = 5_000;

export async function decisions(): Promise<readonly Measurement[]> {
  const waiting = given(summons());
  const now = at("09-21");
  return [
    measure("a summons opens a case", () => decide(undefined, summons(), RULES)),
    measure("what a waiting case owes", () => obligationsDue(waiting, now, RULES)),
    measure("when it must be looked at again", () => nextActionAt(waiting, now, RULES)),
  ];
}

function measure(what: string, work: () => unknown): Measurement {
  for (let warm = 0; warm < 500; warm++) work();
  const started = performance.now();
  for (let time = 0; time < TIMES; time++) work();
  return { what, value: Math.round(((performance.now() - started) / TIMES) * 10_000) / 10, unit: "µs" };
}
