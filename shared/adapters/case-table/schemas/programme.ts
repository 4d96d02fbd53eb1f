/** The entries of a programme (旁听、培训、整改、联席会议), as items keep them. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import { type ProgrammeEntry, TRAINING_FORMS } from "../../../domain/programme/entry.ts";
import { ADOPTIONS } from "../../../domain/suggestion/suggestion.ts";
import { SUGGESTION_SORTS } from "../../../domain/suggestion/suggestion-paper.ts";
import { interviewReason } from "./interview-reason.ts";
import { openPoint, packContents } from "./pack.ts";
import { programmeAct } from "./programme-notices.ts";
import {
  caseNumber,
  civilDate,
  clockTime,
  count,
  instant,
  month,
  organisationId,
  texts,
  year,
} from "./scalars.ts";
import { scoreShown } from "./score.ts";

const audience = z.discriminatedUnion("part", [
  z.object({ part: z.literal("bureau") }),
  z.object({ part: z.literal("city-bureau") }),
  z.object({ part: z.literal("court") }),
  z.object({ part: z.literal("organisation"), organisation: organisationId }),
  z.object({ part: z.literal("superior"), of: organisationId }),
]);

const facts = {
  id: z.string(),
  jurisdiction: z.string(),
  year,
  version: count,
  revision: count,
  change: z.object({
    at: instant,
    by: z.string(),
    cause: z.string(),
    what: programmeAct,
    form: z.exactOptional(z.string()),
  }),
  withdrawn: z.exactOptional(z.string()),
  sent: z.record(z.string(), instant),
  recalled: z.exactOptional(
    z.object({ at: instant, by: z.string(), act: programmeAct, reason: z.string(), told: z.array(audience) }),
  ),
};

const act = { at: instant, by: z.string() };

const participants = z.array(z.object({ unit: z.string(), people: count, heads: z.exactOptional(texts) }));

const unit = { name: z.string(), organisation: z.exactOptional(organisationId) };

const invited = z.array(
  z.object({ unit: z.string(), organisation: z.exactOptional(organisationId), seats: count }),
);

const observationPlan = z.object({
  sequence: count,
  time: z.exactOptional(clockTime),
  place: z.exactOptional(z.string()),
  seats: z.exactOptional(count),
  invited,
  dropped: z.exactOptional(invited),
  study: z.exactOptional(z.literal(true)),
});

const meetingPoint = z.object({
  id: z.string(),
  text: z.string(),
  owner: z.exactOptional(z.object(unit)),
  due: z.exactOptional(civilDate),
  carriedFrom: z.exactOptional(z.object({ year, meeting: z.string(), point: z.string() })),
  settled: z.exactOptional(z.object({ ...act, text: z.string() })),
});

const unitRecord = z.object({
  ...act,
  attended: texts,
  points: z.string(),
  promises: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      due: civilDate,
      kept: z.exactOptional(z.object({ ...act, text: z.string() })),
    }),
  ),
});

const correctionAnswer = z.object({
  at: instant,
  by: z.string(),
  text: z.string(),
  verdict: z.exactOptional(
    z.object({ accepted: z.boolean(), at: instant, by: z.string(), text: z.string() }),
  ),
});

const copies = z.exactOptional(z.array(z.object({ ...act, round: count, answers: count })));

export const programmeEntry = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("observation"),
    ...facts,
    date: civilDate,
    court: z.string(),
    caseNumber,
    cause: z.exactOptional(z.string()),
    participants,
    plan: z.exactOptional(observationPlan),
  }),
  z.object({
    kind: z.literal("training"),
    ...facts,
    date: civilDate,
    topic: z.string(),
    participants,
    papers: texts,
    form: z.exactOptional(z.enum(TRAINING_FORMS)),
    lecturer: z.exactOptional(z.string()),
  }),
  z.object({
    kind: z.literal("correction"),
    ...facts,
    issuedOn: civilDate,
    to: z.object({ organisation: organisationId, name: z.string() }),
    caseNumber: z.exactOptional(caseNumber),
    shortcoming: z.string(),
    proposal: z.string(),
    due: civilDate,
    answers: z.array(correctionAnswer),
    copies,
  }),
  z.object({
    kind: z.literal("suggestion"),
    ...facts,
    number: z.exactOptional(z.string()),
    court: z.object({ name: z.string(), organisation: z.exactOptional(organisationId) }),
    issuedOn: z.exactOptional(civilDate),
    receivedOn: civilDate,
    to: z.object({ name: z.string(), organisation: z.exactOptional(organisationId) }),
    sort: z.enum(SUGGESTION_SORTS),
    caseNumbers: z.array(caseNumber),
    advice: texts,
    reply: z.object({
      term: z.union([
        z.object({ days: count }),
        z.object({ workingDays: count }),
        z.object({ months: count }),
        z.object({ by: civilDate }),
      ]),
      written: z.boolean(),
    }),
    document: z.exactOptional(z.string()),
    doubts: z.array(z.enum(["addressee", "advice", "court"])),
    answers: z.array(
      z.object({
        ...act,
        adoption: z.enum(ADOPTIONS),
        text: z.string(),
        reason: z.exactOptional(z.string()),
        takenBack: z.exactOptional(z.object({ ...act, reason: z.string() })),
      }),
    ),
    copies,
  }),
  z.object({
    kind: z.literal("meeting"),
    ...facts,
    date: civilDate,
    place: z.string(),
    participants,
    topics: z.exactOptional(texts),
    points: z.array(meetingPoint),
  }),
  z.object({
    kind: z.literal("topic"),
    ...facts,
    on: civilDate,
    text: z.string(),
    why: z.exactOptional(z.string()),
    court: z.object({ organisation: organisationId, name: z.string() }),
    answer: z.exactOptional(z.object({ ...act, accepted: z.boolean(), text: z.string() })),
  }),
  z.object({
    kind: z.literal("session"),
    ...facts,
    date: civilDate,
    time: clockTime,
    place: z.string(),
    demands: z.string(),
    units: z.array(
      z.object({
        ...unit,
        interview: z.object({ year, id: z.string() }),
        record: z.exactOptional(unitRecord),
      }),
    ),
    minutes: z.exactOptional(z.object({ ...act, chair: z.string(), recorder: z.string(), text: z.string() })),
  }),
  z.object({
    kind: z.literal("interview"),
    ...facts,
    from: month,
    to: month,
    unit: z.object({ name: z.string(), organisation: z.exactOptional(organisationId) }),
    heard: count,
    present: count,
    reasons: z.array(interviewReason),
    dismissed: z.exactOptional(z.object({ ...act, reason: z.string() })),
    called: z.exactOptional(
      z.object({
        ...act,
        date: civilDate,
        time: clockTime,
        place: z.string(),
        demands: z.string(),
        document: z.exactOptional(z.string()),
        session: z.exactOptional(z.string()),
      }),
    ),
    outcome: z.exactOptional(z.object({ ...act, text: z.string(), followUp: civilDate })),
    followedUp: z.exactOptional(z.object({ ...act, text: z.string() })),
  }),
  z.object({
    kind: z.literal("assessment"),
    ...facts,
    unit: z.object({
      kind: z.enum(["county", "agency"]),
      name: z.string(),
      organisation: z.exactOptional(organisationId),
    }),
    draft: scoreShown,
    objectUntil: civilDate,
    objections: z.array(
      z.object({
        ...act,
        text: z.string(),
        answer: z.exactOptional(z.object({ ...act, accepted: z.boolean(), text: z.string() })),
      }),
    ),
    final: z.exactOptional(z.extend(scoreShown, { at: instant })),
  }),
  z.object({
    kind: z.literal("pack"),
    ...facts,
    half: z.literal([1, 2]),
    from: month,
    to: month,
    contents: packContents,
    invitations: z.array(
      z.object({
        ...act,
        date: civilDate,
        time: clockTime,
        place: z.string(),
        cases: z.array(caseNumber),
        next: texts,
        topics: z.exactOptional(texts),
        openPoints: z.exactOptional(z.array(openPoint)),
      }),
    ),
  }),
  z.object({ kind: z.literal("plan"), ...facts }),
]);

agreed<Agree<ProgrammeEntry, z.infer<typeof programmeEntry>>>();
