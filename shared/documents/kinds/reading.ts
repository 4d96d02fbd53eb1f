/** What does `yingsu read` print of a document: its facts as plain JSON, and for each the words and the rule? */
import type { HearingMode } from "../../domain/court/hearing-mode.ts";
import type { Result } from "../../domain/court/outcome.ts";
import type { ReplyTerm, SuggestionSort } from "../../domain/suggestion/suggestion-paper.ts";
import { instantAt, isoMoment } from "../../domain/time/time.ts";
import type { UnreadPart } from "../../domain/unread-part.ts";
import { printedRow } from "../ledger/case-ledger.ts";
import type { AttendanceFacts, CivilMoment, DocumentKind, Fact } from "../text/fact.ts";
import type { ReadDocument } from "./facts.ts";

export interface Evidence {
  readonly confidence: number;
  readonly rule: string;
  readonly text: string;
}

export interface AttendanceReading {
  organ: string;
  headAttended?: boolean | "review";
  headName?: string;
  headTitle?: string;
  absenceReason?: string;
  leftEarly?: true;
  refusedToExplain?: true;
  identityPapers?: "in-order" | "defective";
}

interface SuggestionReading {
  number?: string;
  addressees: string[];
  sort: SuggestionSort;
  advice: string[];
  reply?: ReplyTerm;
}

/** What `read` prints of a receipt of service (送达回证). */
export interface ServiceReading {
  papers: string[];
  recipients: { name: string; on?: string; failed?: true }[];
}

/** What `read` prints of a notice to perform (执行通知书). */
export interface EnforcementReading {
  number: string;
  debtors: string[];
  applicants: string[];
  basis: string[];
  withinDays?: number;
  until?: string;
}

/** What `yingsu read` prints of a document. Absent keys are facts the document doesn't give. */
export interface Reading {
  kind: DocumentKind;
  administrative: boolean;
  caseNumbers: string[];
  originCaseNumber?: string;
  court?: string;
  cause?: string;
  plaintiffs?: string[];
  respondents?: string[];
  thirdParties?: string[];
  hearing?: { start?: string; end?: string; place?: string; mode?: HearingMode; meeting?: string };
  attendance?: AttendanceReading[];
  /** Of a judgment or ruling, from the agency's side. */
  outcome?: Exclude<Result, "transferred">;
  service?: ServiceReading;
  enforcement?: EnforcementReading;
  rows?: readonly ReturnType<typeof printedRow>[];
  /** Of a court's report: what it counts. */
  figures?: Readonly<Record<string, number | string>>;
  /** Of a court's proposal (司法建议书). */
  suggestion?: SuggestionReading;
  /** Parts of the file that were not read, each with its kind and name. */
  unread?: UnreadPart[];
  evidence: Record<string, Evidence>;
}

/** A document's facts as plain JSON, and beside them for each the words it was read from. */
export function toReading(document: ReadDocument): Reading {
  const evidence: Record<string, Evidence> = {};
  const say = <T>(field: string, { value, confidence, rule, text }: Fact<T>): T => {
    evidence[field] = { confidence: Math.round(confidence * 100) / 100, rule, text };
    return value;
  };
  const list = <T>(field: string, facts: readonly Fact<T>[]): T[] =>
    facts.map((fact, index) => say(`${field}[${index}]`, fact));
  const some = <T>(field: string, facts: readonly Fact<T>[]) =>
    facts.length === 0 ? undefined : list(field, facts);
  const one = <T>(field: string, fact: Fact<T> | undefined): T | undefined => fact && say(field, fact);

  const reading = {
    kind: say("kind", document.kind),
    administrative: say("administrative", document.administrative),
    caseNumbers: list("caseNumbers", document.caseNumbers),
    originCaseNumber: one("originCaseNumber", document.originCaseNumber),
    court: one("court", document.court),
    cause: one("cause", document.cause),
    plaintiffs: some("plaintiffs", document.plaintiffs),
    respondents: some("respondents", document.respondents),
    thirdParties: some("thirdParties", document.thirdParties),
    hearing: document.hearing && {
      start: say("hearing.start", written(document.hearing.start)),
      end: document.hearing.end && say("hearing.end", written(document.hearing.end)),
      place: one("hearing.place", document.hearing.place),
      mode: one("hearing.mode", document.hearing.mode),
      meeting: one("hearing.meeting", document.hearing.meeting),
    },
    attendance:
      document.attendance.length === 0
        ? undefined
        : document.attendance.map((row, index) => attendanceReading(row, index, say)),
    outcome: one("outcome", printedResult(document.outcome)),
    service: document.service && {
      papers: list("service.papers", document.service.papers),
      recipients: document.service.recipients.map(({ name, on, failed }, index) =>
        withoutAbsent({
          name: say(`service.recipients[${index}].name`, name),
          on: one(`service.recipients[${index}].on`, on),
          failed: one(`service.recipients[${index}].failed`, failed),
        }),
      ),
    },
    enforcement: document.enforcement && {
      number: say("enforcement.number", document.enforcement.number),
      debtors: list("enforcement.debtors", document.enforcement.debtors),
      applicants: list("enforcement.applicants", document.enforcement.applicants),
      basis: list("enforcement.basis", document.enforcement.basis),
      withinDays: one("enforcement.withinDays", document.enforcement.withinDays),
      until: one("enforcement.until", document.enforcement.until),
    },
    rows: document.ledger?.rows.map(printedRow),
    suggestion: document.suggestion && {
      number: one("suggestion.number", document.suggestion.number),
      addressees: list("suggestion.addressees", document.suggestion.addressees),
      sort: say("suggestion.sort", document.suggestion.sort),
      advice: list("suggestion.advice", document.suggestion.advice),
      reply: one("suggestion.reply", document.suggestion.reply),
    },
    figures:
      document.figures &&
      Object.fromEntries(
        Object.entries(document.figures).map(([name, fact]) => [name, say(`figures.${name}`, fact)]),
      ),
  };
  const unread = some("unread", document.unread ?? []);
  one("foreignNumber", document.foreignNumber);
  one("hearing.purpose", document.purpose);
  for (const [name, said] of Object.entries(document.classes ?? {}))
    say(`classes.${name}`, said as Fact<unknown>);
  one("servedOn", document.servedOn);
  one("whoAppears", document.whoAppears);
  one("agencyAsked", document.agencyAsked);
  one("plan.organ", document.plan?.organ);
  one("plan.reason", document.plan?.reason);
  list("plan.persons", document.plan?.persons ?? []);
  if (document.postponement) say("postponement", document.postponement);
  return { ...(withoutAbsent({ ...reading, unread }) as Omit<Reading, "evidence">), evidence };
}

/** That a case goes to another court is one of many things a ruling can say of it. */
function printedResult(fact: Fact<Result> | undefined): Fact<Exclude<Result, "transferred">> | undefined {
  return fact && { ...fact, value: fact.value === "transferred" ? "other" : fact.value };
}

function attendanceReading(
  row: AttendanceFacts,
  index: number,
  say: <T>(field: string, fact: Fact<T>) => T,
): AttendanceReading {
  const field = <T>(name: string, fact: Fact<T> | undefined) =>
    fact && say(`attendance[${index}].${name}`, fact);
  return {
    organ: say(`attendance[${index}].organ`, row.organ),
    ...withoutAbsent({
      headAttended: field("headAttended", row.headAttended),
      headName: field("headName", row.headName),
      headTitle: field("headTitle", row.headTitle),
      absenceReason: field("absenceReason", row.absenceReason),
      leftEarly: field("leftEarly", row.leftEarly),
      refusedToExplain: field("refusedToExplain", row.refusedToExplain),
      identityPapers: field("identityPapers", row.identityPapers),
    }),
  } as AttendanceReading;
}

/** ISO 8601 in +08:00 with minutes, or the day alone where no hour is given. */
function written(fact: Fact<CivilMoment>): Fact<string> {
  const { date, time } = fact.value;
  // Through the instant, so that what is printed is a time that exists.
  if (time !== undefined) instantAt(date, time);
  return { ...fact, value: isoMoment(date, time) };
}

function withoutAbsent<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, isPlainObject(field) ? withoutAbsent(field) : field]),
  ) as Partial<T>;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
