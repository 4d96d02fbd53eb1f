/** Is something a policy: every choice there, of its kind, and nothing beside them? Asked at synthesis and at each function's start. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../domain/agreement.ts";
import { OUTCOMES } from "../domain/court/outcome.ts";
import type { Policy } from "../domain/policy.ts";
import { CALL_CLASSES } from "../domain/principals/must-class.ts";
import { type CivilDate, type ClockTime, parseCivilDate, parseClockTime } from "../domain/time/time.ts";
import { UNIT_EVENTS } from "../domain/unit-events/unit-event.ts";
import { returnMapping } from "./return-mapping.ts";
import { faultSentences } from "./schema-faults.ts";

const text = z.string("must be a text").check(z.minLength(1, "must not be empty"));
const yesOrNo = z.boolean("must be true or false");
const count = z.int("must be a whole number").check(z.minimum(0, "must not be negative"));
/** Days for which something can be used. */
const life = count.check(z.minimum(1, "must be 1 or more"));
const days = z.array(count, "must be a list of whole numbers");
const percent = z
  .number("must be a number")
  .check(z.minimum(0, "must be 0 to 100"), z.maximum(100, "must be 0 to 100"));
const dayOfMonth = z
  .int("must be a whole number")
  .check(
    z.minimum(1, "must be a day of every month, 1 to 28"),
    z.maximum(28, "must be a day of every month, 1 to 28"),
  );
/** A day every year has: 29 February is none. */
const dayOfYear = z
  .string("must be a day of the year such as 07-01")
  .check(
    z.refine(
      (day) => parseCivilDate(`2026-${day}`) !== undefined,
      "must be a day of every year such as 07-01",
    ),
  );
const civilDate = z.pipe(
  z.string("must be a date such as 2026-09-01"),
  z.transform((date, context): CivilDate => {
    const parsed = parseCivilDate(date);
    if (parsed !== undefined) return parsed;
    context.issues.push({ code: "custom", message: "must be a date such as 2026-09-01", input: date });
    return z.NEVER;
  }),
);
const monthOfYear = z
  .string("must be a month such as 05")
  .check(z.regex(/^(?:0[1-9]|1[0-2])$/, "must be a month such as 05"));
const clock = z.pipe(
  z.string("must be a time of day such as 08:30"),
  z.transform((time, context): ClockTime => {
    const parsed = parseClockTime(time);
    if (parsed !== undefined) return parsed;
    context.issues.push({ code: "custom", message: "must be a time of day such as 08:30", input: time });
    return z.NEVER;
  }),
);
/** Whether offices are open when a clock strikes, 09:00 or another hour of the day. */
function hasFullHour({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`).some(
    (hour) => from <= hour && hour < to,
  );
}
function group<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, "must be a group of choices");
}
function list<Element extends z.ZodMiniType>(element: Element) {
  return z.array(element, "must be a list");
}

const dutyPolicy = group({ remindBefore: days, escalateAfter: days, internalWorkingDays: count });
const retention = z.union([life, z.literal("permanent")], "must be years, 1 or more, or permanent");
const words = z.array(text, "must be a list of texts").check(z.minLength(1, "must not be empty"));
const handlingCondition = group({
  words: z.exactOptional(words),
  without: z.exactOptional(words),
  fields: z.exactOptional(words),
  review: z.exactOptional(z.enum(["upheld", "own-decision"], "must be upheld or own-decision")),
  levels: z.exactOptional(list(z.enum(["city", "county", "town"], "must be city, county or town"))),
  drafted: z.exactOptional(z.literal(true, "must be true")),
});
const handlingUnit = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("co-respondent") }),
  z.strictObject({ of: z.literal("drafter") }),
  z.strictObject({ of: z.literal("bureau") }),
  z.strictObject({ of: z.literal("office"), named: words }),
]);
/** Which titles of whom a list of heads means, and by what. */
const titles = {
  titles: list(text),
  kind: z.exactOptional(z.enum(["agency", "government"], "must be agency or government")),
  named: z.exactOptional(list(text)),
  levels: z.exactOptional(list(z.enum(["city", "county", "town"], "must be city, county or town"))),
  basis: text,
};

const eventTrigger = z.exactOptional(group({ atLeast: life, withinMonths: z.exactOptional(life) }));
/** Points with no more than two decimals. */
const points = z
  .number("must be a number")
  .check(
    z.refine((one) => Math.abs(one * 100 - Math.round(one * 100)) < 1e-6, "must have two decimals at most"),
  );
const pointsUp = points.check(z.minimum(0, "must not be negative"));
const event = z.enum(UNIT_EVENTS, `must be one of ${UNIT_EVENTS.join(", ")}`);
const tiers = z.exactOptional(list(group({ fromPercent: percent, earnsPercent: percent })));
const scoreModel = group({
  weights: group({
    attendance: count,
    principals: count,
    spoke: count,
    reports: count,
    filings: count,
    resolution: count,
  }),
  tiers: group({
    attendance: tiers,
    principals: tiers,
    spoke: tiers,
    reports: tiers,
    filings: tiers,
    resolution: tiers,
  }),
  events: list(group({ event, points, atMost: z.exactOptional(pointsUp) })),
  deductAtMost: z.exactOptional(pointsUp),
  addAtMost: z.exactOptional(pointsUp),
  vetoes: list(group({ event, atLeast: life, score: percent })),
  grades: list(group({ from: percent, name: text })),
});

const policy = group({
  jurisdiction: group({
    code: z
      .string("must be the digits of the municipality's code such as 3713")
      .check(z.regex(/^\d{4,6}$/, "must be the digits of the municipality's code such as 3713")),
    name: text,
  }),
  startsOn: z.exactOptional(civilDate),
  firstContact: group({ workingDays: life }),
  periods: group({
    reportDays: count,
    filingDays: count,
    rollReport: yesOrNo,
    rollFiling: yesOrNo,
    suggestionDays: life,
    lossReportDays: life,
  }),
  hearingReminders: days,
  report: group({ remindBefore: days, escalateAfter: days }),
  filing: group({ remindBefore: days, escalateAfter: days, historyAfterDays: count }),
  duties: group({
    historyAfterDays: count,
    defence: dutyPolicy,
    evidence: dutyPolicy,
    appeal: dutyPolicy,
    performance: dutyPolicy,
    "loss-report": dutyPolicy,
    suggestion: dutyPolicy,
  }),
  supervision: group({
    copy: z.union(
      [z.literal("confirm"), z.literal("automatic"), z.strictObject({ afterWorkingDays: life })],
      "must be confirm, automatic or { afterWorkingDays: 1 or more }",
    ),
  }),
  designation: group({
    remindAfter: days,
    beforeHearing: days,
    approval: z.enum(["one-step", "two-step"], "must be one-step or two-step"),
    objectionDays: count,
  }),
  handling: group({ rules: list(group({ when: handlingCondition, proposes: handlingUnit })) }),
  heads: group({
    alsoCount: list(
      group({
        ...titles,
        rank: z.enum(["principal", "deputy", "in-charge"], "must be principal, deputy or in-charge"),
      }),
    ),
    neverCount: list(group(titles)),
    ask: list(group(titles)),
  }),
  jointAppearance: group({ tellBefore: count }),
  principals: group({
    classes: list(z.enum(CALL_CLASSES, `must be one of ${CALL_CLASSES.join(", ")}`)),
    firstOfYear: yesOrNo,
    government: yesOrNo,
    repeat: yesOrNo,
    noticeDays: count,
    approval: z.union(
      [z.literal("none"), z.strictObject({ leader: text })],
      "must be none or { leader: a title }",
    ),
  }),
  judgment: group({
    daysBefore: count,
    approval: z.enum(["own-leader", "bureau"], "must be own-leader or bureau"),
  }),
  undo: group({ hours: count }),
  difference: group({ remindAfter: days, decideAfter: count }),
  ledger: group({
    dueDay: dayOfMonth,
    rolls: yesOrNo,
    remindOn: z.array(dayOfMonth, "must be a list of days of the month"),
  }),
  bulletin: group({ issue: z.enum(["signed", "automatic"], "must be signed or automatic") }),
  counting: group({
    secondInstance: z.enum(["in", "out"], "must be in or out"),
    acceptedAbsences: z.enum(["in", "out"], "must be in or out"),
    rankBy: z.enum(["pairs", "cases"], "must be pairs or cases"),
    notifiedOnly: yesOrNo,
  }),
  programme: group({
    observations: group({
      perYear: count,
      checkOn: list(group({ on: dayOfYear, atLeast: count })),
    }),
    meetings: group({
      counties: yesOrNo,
      checkOn: list(group({ on: dayOfYear, half: z.literal([1, 2], "must be 1 or 2") })),
      points: group({ remindBefore: days, escalateAfter: days }),
    }),
    corrections: group({ days: count, remindBefore: days, escalateAfter: days }),
  }),
  yearlyReturn: group({
    due: dayOfYear,
    remindOn: dayOfYear,
    mapping: z.exactOptional(returnMapping),
  }),
  assessment: group({
    models: group({ county: scoreModel, agency: scoreModel }),
    enterpriseWeight: count,
    objectionDays: count,
  }),
  meetingPack: group({ after: list(monthOfYear), cases: count }),
  interviews: group({
    per: z.enum(["month", "quarter", "half-year"], "must be month, quarter or half-year"),
    triggers: group({
      rate: z.exactOptional(group({ belowPercent: percent, minimumHeard: count })),
      enterpriseRate: z.exactOptional(group({ belowPercent: percent, minimumHeard: count })),
      absences: eventTrigger,
      principalAbsences: eventTrigger,
      lossRate: z.exactOptional(group({ abovePercent: percent, minimumClosed: count, withinMonths: life })),
      repeatLoss: eventTrigger,
      unansweredSuggestions: eventTrigger,
      unperformedJudgments: eventTrigger,
      lateReports: eventTrigger,
      lateFilings: eventTrigger,
      lateDefences: eventTrigger,
      lateLossReports: eventTrigger,
    }),
    remindAfter: days,
    followUpDays: count,
    promises: group({ remindBefore: days, escalateAfter: days }),
  }),
  archive: group({
    keep: retention,
    byOutcome: z.partialRecord(z.enum(OUTCOMES, "must be an outcome of a case"), retention),
  }),
  agencyDigest: yesOrNo,
  workingHours: group({ from: clock, to: clock }).check(
    z.refine(hasFullHour, "must have a full hour in them, or the hourly sweep would never find offices open"),
  ),
  mail: group({ leadMinutes: count, attempts: count.check(z.minimum(1, "must be 1 or more")) }),
  links: group({
    caseDays: life,
    boardDays: life,
    programmeDays: life,
    answerDays: life,
    signInMinutes: life,
  }),
  sessionHours: life,
  sessionIdleMinutes: life,
  minimumConfidence: z
    .number("must be a number")
    .check(z.minimum(0, "must be 0 to 1"), z.maximum(1, "must be 0 to 1")),
});

agreed<Agree<Policy, z.infer<typeof policy>>>();

/** What was written is no policy; the message names every fault and its place. */
class PolicyFault extends Error {
  override readonly name = "PolicyFault";
  constructor(faults: readonly string[]) {
    super(`not a policy: ${faults.join("; ")}`);
  }
}

/** What keeps a value from being a policy, in sentences; none where it is one. */
export function policyFaults(value: unknown): readonly string[] {
  const parsed = z.safeParse(policy, value);
  return parsed.success ? [] : faultSentences(parsed.error.issues, value, "policy");
}

/**
 * The policy in a value of any kind.
 * @throws PolicyFault where a choice is missing, of the wrong kind, or unknown
 */
export function parsePolicy(value: unknown): Policy {
  const parsed = z.safeParse(policy, value);
  if (parsed.success) return parsed.data;
  throw new PolicyFault(faultSentences(parsed.error.issues, value, "policy"));
}
