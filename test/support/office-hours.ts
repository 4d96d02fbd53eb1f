/** Policies with other office hours than Linyi's, for what must hold whatever an admin writes. */
import fc from "fast-check";
import type { Rules } from "../../shared/domain/rules.ts";
import { clockTime } from "../../shared/domain/time/time.ts";
import { RULES } from "./case-builders.ts";

/** Linyi's rules with offices open from one time of day to another. */
export function openFrom(from: string, to: string): Rules {
  const workingHours = { from: clockTime(from), to: clockTime(to) };
  return { ...RULES, policy: { ...RULES.policy, workingHours } };
}

/** Any hours a policy may have: at least one hour long, to the minute. */
export const anyOfficeHours: fc.Arbitrary<Rules> = fc
  .tuple(fc.integer({ min: 0, max: 22 * 60 + 59 }), fc.integer({ min: 60, max: 24 * 60 }))
  .map(([from, length]) => openFrom(timeOfDay(from), timeOfDay(Math.min(from + length, 23 * 60 + 59))));

function timeOfDay(minutes: number): string {
  const digits = (value: number) => String(value).padStart(2, "0");
  return `${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
}
