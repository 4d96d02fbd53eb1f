/** What has somebody done in a case that can be taken back (撤回), and how does the file stand without it? */
import type { CaseEvent, RecordedEvent } from "../events.ts";
import { evolveAll } from "../evolving/evolve.ts";
import type { ActKind, CaseFile } from "../state.ts";

/** All that one form brought about in a case. */
export interface PastAct {
  readonly kind: ActKind;
  readonly cause: string;
  readonly at: RecordedEvent["at"];
  /** Who did it, where the audit trail says so. */
  readonly by?: string;
  /** Undefined of what is about the case as a whole. */
  readonly respondent?: string;
  readonly events: readonly CaseEvent[];
}

type Told = Omit<PastAct, "cause" | "at" | "events">;

/** The acts of a case that stand, oldest first. */
export function pastActs(history: readonly RecordedEvent[]): readonly PastAct[] {
  const isGone = goneIn(history);
  return allActs(history.filter((_, at) => !isGone(at)));
}

/** The act that something caused, whether or not it was taken back since. */
export function actAsDone(history: readonly RecordedEvent[], cause: string): PastAct | undefined {
  return allActs(history).find((one) => one.cause === cause);
}

function allActs(history: readonly RecordedEvent[]): readonly PastAct[] {
  const byCause = Map.groupBy(history, ({ cause }) => cause);
  return [...byCause].flatMap(([cause, recorded]): readonly PastAct[] => {
    const [first] = recorded;
    if (first === undefined || !/^(?:link|directory):/.test(cause)) return [];
    const events = recorded.map(({ event }) => event);
    const found = toldBy(events, cause);
    return found === undefined ? [] : [{ ...found, cause, at: first.at, events }];
  });
}

/** What a paper brought about as it was read (文书登记), while that stands; `cause` is `document:<sha256>`. */
export function filingOf(history: readonly RecordedEvent[], cause: string): PastAct | undefined {
  const isGone = goneIn(history);
  const recorded = history.filter((one, at) => one.cause === cause && !isGone(at));
  const [first] = recorded;
  if (first === undefined || !cause.startsWith("document:")) return undefined;
  return { kind: "reading", cause, at: first.at, events: recorded.map(({ event }) => event) };
}

/** The act that something caused, while it stands. */
export function pastAct(history: readonly RecordedEvent[], cause: string): PastAct | undefined {
  return pastActs(history).find((one) => one.cause === cause);
}

/** A review is told by the event that says so, since what it brought about may be anything. */
function toldBy(events: readonly CaseEvent[], cause: string): Told | undefined {
  const all = events.flatMap((event) => toldOf(event, cause) ?? []);
  return all.find(({ kind, by }) => kind === "review" && by !== undefined) ?? all[0];
}

function toldOf(event: CaseEvent, cause: string): Told | undefined {
  switch (event.type) {
    case "document-reviewed":
      return { kind: "review", by: event.by };
    // The paper stands in another case by that review.
    case "taken-back":
      return event.taking.act === "reading" ? { kind: "review", by: event.taking.by } : undefined;
    case "report-submitted":
      return { kind: "report", by: event.report.by, respondent: event.report.respondent };
    case "report-returned":
      return { kind: "report-returned", by: event.remark.by, respondent: event.respondent };
    case "supervision-noted":
      return { kind: "supervision", by: event.remark.by, respondent: event.respondent };
    case "filing-submitted":
      return { kind: "filing", by: event.filing.by, respondent: event.filing.respondent };
    case "loss-reported":
      return { kind: "loss-report", by: event.report.by, respondent: event.report.respondent };
    case "loss-judged":
      return { kind: "loss-verdict", by: event.verdict.by, respondent: event.respondent };
    case "obstacle-reported":
      return { kind: "obstacle", by: event.obstacle.by, respondent: event.obstacle.respondent };
    case "obstacle-answered":
      return { kind: "obstacle-answer", by: event.answer.by, respondent: event.respondent };
    case "defence-handed": {
      const { by, respondent } = event.handed;
      return by === undefined ? undefined : { kind: "defence", by, respondent };
    }
    case "defence-drafted":
      return { kind: "defence", by: event.draft.by, respondent: event.draft.respondent };
    case "extension-asked":
      return { kind: "defence", by: event.extension.by, respondent: event.extension.respondent };
    case "extension-answered":
      return { kind: "defence", by: event.answer.by, respondent: event.respondent };
    case "difference-answered":
      return { kind: "difference", by: event.answer.by, respondent: event.answer.respondent };
    case "difference-settled":
      return { kind: "difference", by: event.settlement.by, respondent: event.settlement.respondent };
    case "call-classes-chosen":
      return { kind: "call-classes", by: event.choice.by };
    case "principal-absence-answered":
      return { kind: "principal-answer", by: event.answer.by, respondent: event.answer.respondent };
    case "handling-form-submitted":
      return { kind: "handling-form", by: event.form.by, respondent: event.form.respondent };
    case "handling-form-proposed":
      return { kind: "opinion", by: event.opinion.by, respondent: event.respondent };
    case "opinion-returned":
      return { kind: "opinion", by: event.remark.by, respondent: event.respondent };
    case "designation-objected":
      return { kind: "objection", by: event.remark.by, respondent: event.respondent };
    case "handling-form-answered":
    case "objection-answered":
      return { kind: "approval", by: event.answer.by, respondent: event.respondent };
    // Of a review of a paper of the second instance, all that it brought about in the first.
    case "appeal-linked":
      return cause.startsWith("link:") ? { kind: "review" } : undefined;
    case "respondent-identified":
      return cause.startsWith("directory:") ? { kind: "identification", respondent: event.name } : undefined;
    case "appeal-chosen":
      return { kind: "appeal-choice", by: event.choice.by, respondent: event.choice.respondent };
    case "appeal-approved":
      return { kind: "appeal-approval", by: event.approval.by, respondent: event.respondent };
    case "orders-confirmed":
      return { kind: "orders", by: event.orders.by };
    case "order-performed":
      return event.performance.source === "agency"
        ? { kind: "performance", by: event.performance.by, respondent: event.performance.respondent }
        : { kind: "judgment-note", by: event.performance.by };
    case "performance-refused":
      return { kind: "judgment-note", by: event.by };
    case "judgment-effective":
      return { kind: "judgment-note", by: event.effect.by };
    case "enforcement-stayed":
      return { kind: "judgment-note", by: event.stay.by };
    case "judgment-served": {
      // What an agency says of its own service comes with its choice, and is taken back with that.
      const { by, source } = event.service;
      return by === undefined || source === "agency" ? undefined : { kind: "judgment-note", by };
    }
    case "receipt-noted":
      return { kind: "receipt", by: event.by, respondent: event.respondent };
    case "classes-corrected":
      return { kind: "classes", by: event.correction.by };
    case "done-by-hand":
      return { kind: event.act, by: event.by };
    default:
      return undefined;
  }
}

/** What later acts and papers rest on an act: they stand in the way of taking it back. The sweep's work follows by itself. */
export function restingOn(act: PastAct, history: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const isGone = goneIn(history);
  const index = history.findLastIndex(({ cause }) => cause === act.cause);
  const later = history.filter(
    ({ cause, event }, at) => at > index && cause !== "sweep" && !isGone(at) && event.type !== "taken-back",
  );
  return later.filter(({ event }) => rests(event, act));
}

function rests(event: CaseEvent, { kind, respondent, events }: PastAct): boolean {
  const types = RESTING[kind];
  if (types === "anything") return event.type !== "notice-issued" && event.type !== "classes-corrected";
  // Once a court has put the hearing off, all that happens to the case's hearings rests on that.
  const isOff = kind === "obstacle-answer" && events.some(({ type }) => type === "hearing-postponed");
  if (isOff && AFTER_PUTTING_OFF.includes(event.type)) return true;
  const designated = events.some(({ type }) => type === "designation-made");
  const resting: EventTypes = designated ? [...types, ...OF_THE_DESIGNATED] : types;
  return resting.includes(event.type) && toldOf(event, "")?.respondent === respondent;
}

type EventTypes = readonly CaseEvent["type"][];
const OF_DIFFERENCES = ["difference-answered", "difference-settled"] as const satisfies EventTypes;
const OF_THE_DESIGNATED = [
  "report-submitted",
  "filing-submitted",
  "obstacle-reported",
  "designation-objected",
] as const satisfies EventTypes;

const AFTER_PUTTING_OFF: EventTypes = ["hearing-set", "hearing-held", "case-halted", "case-closed"];

/** A review may have opened the case, set a hearing, or said who came: whatever was done since may rest on it. */
const RESTING: Readonly<Record<ActKind, EventTypes | "anything">> = {
  review: "anything",
  reading: "anything",
  report: ["report-submitted", "report-returned", "supervision-noted", "principal-absence-answered"],
  "report-returned": ["report-submitted"],
  supervision: [],
  defence: ["extension-asked", "extension-answered"],
  filing: ["filing-submitted", ...OF_DIFFERENCES],
  obstacle: ["obstacle-answered"],
  "obstacle-answer": [],
  receipt: ["report-submitted", "filing-submitted", ...OF_DIFFERENCES],
  difference: OF_DIFFERENCES,
  "handling-form": ["handling-form-submitted", "handling-form-proposed", "handling-form-answered"],
  opinion: [
    "handling-form-submitted",
    "handling-form-proposed",
    "opinion-returned",
    "handling-form-answered",
  ],
  approval: ["handling-form-submitted"],
  "loss-report": ["loss-reported", "loss-judged"],
  "loss-verdict": ["loss-reported"],
  objection: ["objection-answered", "handling-form-submitted"],
  "appeal-choice": ["appeal-chosen", "appeal-approved"],
  "appeal-approval": ["appeal-chosen"],
  orders: ["orders-confirmed", "order-performed", "performance-refused"],
  performance: ["order-performed", "performance-refused"],
  "judgment-note": ["orders-confirmed"],
  identification: [
    "handling-form-submitted",
    "handling-form-proposed",
    "handling-form-answered",
    ...OF_THE_DESIGNATED,
    ...OF_DIFFERENCES,
  ],
  "call-classes": [],
  "principal-answer": [],
  classes: ["classes-corrected"],
  "hearing-correction": "anything",
  "hearing-cancellation": "anything",
  "hearing-move": "anything",
  closing: "anything",
  "outcome-correction": "anything",
  voiding: "anything",
  "case-entry": "anything",
  merger: "anything",
  split: "anything",
};

/**
 * Which events of a history, by their places, were taken back; `but`: and all that this caused. What a review that is taken back itself
 * had taken back stands again; a paper that comes again after that is another matter.
 */
function goneIn(history: readonly RecordedEvent[], but?: string): (at: number) => boolean {
  const until = new Map<string, number>(but === undefined ? [] : [[but, history.length]]);
  const isGone = (at: number) => at < (until.get(history[at]?.cause ?? "") ?? 0);
  for (const [back, { event }] of [...history.entries()].toReversed())
    if (event.type === "taken-back" && !isGone(back))
      until.set(event.taking.cause, Math.max(back, until.get(event.taking.cause) ?? 0));
  return isGone;
}

/**
 * The file that a history leads to, without the acts that were taken back, and without `but` as well. What was sent was
 * sent all the same. Undefined where nothing ever opened the case.
 */
export function fileOf(history: readonly RecordedEvent[], but?: string): CaseFile | undefined {
  const isGoneAt = goneIn(history, but);
  let file: CaseFile | undefined;
  for (const [at, { event }] of history.entries()) {
    const isGone = isGoneAt(at);
    if (event.type === "case-opened" && isGone) {
      const opened = file === undefined ? evolveAll(undefined, [event]) : undefined;
      file = opened === undefined ? file : { ...opened, void: true };
      continue;
    }
    const isNote =
      event.type === "notice-issued" ||
      ((event.type === "taken-back" || event.type === "letters-voided") && !isGone);
    if (!isNote && (isGone || (file?.void === true && event.type !== "case-opened"))) continue;
    file = evolveAll(file, [event]);
  }
  return file;
}
