/** The rules a function decides by: the deployment's policy out of its environment, and the holiday notices it is given. */
import * as z from "zod/mini";
import type { Policy } from "../domain/policy.ts";
import type { Rules } from "../domain/rules.ts";
import { calendar, type HolidayYear } from "../domain/time/calendar.ts";
import { parseCivilDate, parseClockTime } from "../domain/time/time.ts";

const days = z.array(z.int());
const clock = z.string().check(z.refine((text) => parseClockTime(text) !== undefined, "not HH:mm"));
/** A day every year has: 29 February is none. */
const dayOfYear = z
  .string()
  .check(z.refine((text) => parseCivilDate(`2026-${text}`) !== undefined, "not MM-DD of every year"));

/** Whether offices are open when a clock strikes, 09:00 or another hour of the day. */
function hasFullHour({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`).some(
    (hour) => from <= hour && hour < to,
  );
}

/** The shape of POLICY, as the stack writes it: {@link Policy} in JSON. */
const PolicySchema = z.object({
  jurisdiction: z.object({ code: z.string(), name: z.string() }),
  periods: z.object({
    reportDays: z.int(),
    filingDays: z.int(),
    rollReport: z.boolean(),
    rollFiling: z.boolean(),
  }),
  hearingReminders: days,
  report: z.object({ remindBefore: days, escalateAfter: days }),
  filing: z.object({ remindBefore: days, escalateAfter: days }),
  designation: z.object({ remindAfter: days, beforeHearing: days }),
  difference: z.object({ remindAfter: days, decideAfter: z.int() }),
  ledger: z.object({ dueDay: z.int(), rolls: z.boolean(), remindOn: days }),
  programme: z.object({
    observations: z.object({
      perYear: z.int(),
      checkOn: z.array(z.object({ on: dayOfYear, atLeast: z.int() })),
    }),
    meetings: z.object({
      counties: z.boolean(),
      checkOn: z.array(z.object({ on: dayOfYear, half: z.literal([1, 2]) })),
    }),
    corrections: z.object({ days: z.int(), remindBefore: days, escalateAfter: days }),
  }),
  assessment: z.object({
    weights: z.object({
      attendance: z.int(),
      principals: z.int(),
      spoke: z.int(),
      reports: z.int(),
      filings: z.int(),
      resolution: z.int(),
    }),
    enterpriseWeight: z.int(),
    objectionDays: z.int(),
  }),
  meetingPack: z.object({ after: z.array(z.string()), cases: z.int() }),
  interviews: z.object({
    per: z.enum(["month", "quarter", "half-year"]),
    belowPercent: z.number(),
    enterpriseBelowPercent: z.number(),
    minimumHeard: z.int(),
    absences: z.int(),
    remindAfter: days,
    followUpDays: z.int(),
  }),
  workingHours: z
    .object({ from: clock, to: clock })
    .check(z.refine(hasFullHour, "no full hour in them: the hourly sweep would never find offices open")),
  minimumConfidence: z.number(),
});

/** The rules of a function whose environment carries POLICY; throws where it is not a policy. */
export function rulesOf(policy: string, years: readonly HolidayYear[]): Rules {
  return { policy: PolicySchema.parse(JSON.parse(policy)) as unknown as Policy, calendar: calendar(years) };
}
