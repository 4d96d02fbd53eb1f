/**
 * From what was read to what can be done with it: commands on case files, doubts for a person, or a rejection.
 * Nothing uncertain is accepted: a fact read with less confidence than the policy asks is a doubt.
 */

import { NOTHING_READ, type ReadDocument } from "../../documents/kinds/facts.ts";
import type { Fact } from "../../documents/text/fact.ts";
import type { FileDocument, HearingFacts } from "../../domain/case-file/commands.ts";
import type { CaseDocumentKind } from "../../domain/case-file/state.ts";
import type { CaseNumber } from "../../domain/court/case-number.ts";
import { judgePlaintiffs } from "../../domain/court/enterprise.ts";
import { defined } from "../../domain/defined.ts";
import type { RulingForm } from "../../domain/judgment/ordered-act.ts";
import type { MeetingSaid } from "../../domain/online/meeting-access.ts";
import type { Policy } from "../../domain/policy.ts";
import type { Doubt, Rejection } from "../../domain/refusal.ts";
import type { Instant } from "../../domain/time/time.ts";
import { attendanceDoubts, attendanceStatements } from "./attendance-statements.ts";
import { classesSaid } from "./classes-said.ts";
import type { Rosters } from "./rosters.ts";

/** Where a document came from and when; its hash is its identity. */
export interface Arrival {
  readonly sha256: string;
  readonly at: Instant;
  /** The uploading court's name by the directory. */
  readonly court: string | undefined;
}

export type Understood =
  | { readonly outcome: "rejected"; readonly rejection: Rejection }
  /** `commands` hold what is certain even so: that a case was heard, though not yet by whom. */
  | {
      readonly outcome: "doubtful";
      readonly doubts: readonly Doubt[];
      readonly commands: readonly FileDocument[];
    }
  | { readonly outcome: "certain"; readonly commands: readonly FileDocument[] }
  | { readonly outcome: "ledger" }
  /** A court's figures: kept with the document, counted by nobody. */
  | { readonly outcome: "figures" };

const CASE_DOCUMENTS: ReadonlySet<string> = new Set([
  "summons",
  "appearance-notice",
  "appeal",
  "hearing-record",
  "judgment",
  "filing",
  "explanation",
  "court-note",
  "response-notice",
  "judicial-suggestion",
  "complaint",
  "defence",
  "evidence-list",
  "service-receipt",
  "enforcement-notice",
]);

/** What need not name the case it belongs to, which the court had yet to number: whoever knows it may. */
const UNNUMBERED: ReadonlySet<string> = new Set(["complaint", "defence", "evidence-list"]);

const NO_ROSTERS: Rosters = new Map();

/** What a document that was read can be used for. `rosters`: who leads the agencies it speaks of. */
export function understand(
  document: ReadDocument,
  arrival: Arrival,
  policy: Policy,
  rosters: Rosters = NO_ROSTERS,
): Understood {
  if (document.kind.value === "case-ledger") return { outcome: "ledger" };
  if (document.figures !== undefined) {
    const contradicts = Object.values(document.figures).some(
      (figure: Fact<unknown>) => figure.confidence < policy.minimumConfidence,
    );
    return contradicts
      ? { outcome: "rejected", rejection: { type: "figures-contradict" } }
      : { outcome: "figures" };
  }
  const kind =
    document.agencyPaper ?? document.courtPaper ?? (document.courtNote ? "court-note" : document.kind.value);
  if (!isCaseDocument(kind)) {
    const rejection: Rejection =
      document.title === undefined
        ? { type: "unrecognised" }
        : { type: "not-a-case-document", paper: { kind, title: document.title } };
    return { outcome: "rejected", rejection };
  }
  const numbers = targets(document, kind);
  const unread = unreadParts(document, policy);
  if (kind === "judicial-suggestion" && unread.length === 0)
    return understandSuggestion(document, numbers, arrival, policy);
  if (numbers.length === 0) {
    // It may stand where nothing was read.
    if (unread.length > 0) return { outcome: "doubtful", doubts: unread, commands: [] };
    if (UNNUMBERED.has(kind) && document.administrative.value)
      return {
        outcome: "doubtful",
        doubts: [{ type: "uncertain-facts", fields: ["case-number"] }],
        commands: [],
      };
    const foreign = document.foreignNumber;
    return !document.administrative.value || foreign !== undefined
      ? { outcome: "rejected", rejection: { type: "not-administrative", number: foreign?.value } }
      : { outcome: "rejected", rejection: { type: "no-case-number" } };
  }

  const usable = saysOfCase(document, kind);
  const blocking = [...blockingDoubts(usable, kind, numbers, policy), ...unread];
  if (blocking.length > 0) return { outcome: "doubtful", doubts: blocking, commands: [] };
  const statements = attendanceStatements(usable, kind, policy, rosters);
  const commands = numbers.map((number) => command(usable, kind, number.value, statements, arrival, policy));
  const doubts = attendanceDoubts(usable, kind, statements, policy, rosters);
  return doubts.length > 0 ? { outcome: "doubtful", doubts, commands } : { outcome: "certain", commands };
}

/**
 * 司法建议书: it is an object of its own, whatever cases it names; what of it is unsure its bureau sees there, before anybody hears of
 * it.
 */
function understandSuggestion(
  document: ReadDocument,
  numbers: readonly Fact<CaseNumber>[],
  arrival: Arrival,
  policy: Policy,
): Understood {
  const { administrative, kind: read, court, issuedOn, foreignNumber } = document;
  if (!administrative.value && administrative.confidence >= policy.minimumConfidence)
    return { outcome: "rejected", rejection: { type: "not-administrative", number: foreignNumber?.value } };
  // A proposal tells the story of a case to whoever should mend something, often an organ that is no party of it.
  const usable = {
    ...NOTHING_READ,
    kind: read,
    administrative,
    caseNumbers: numbers,
    ...defined({ court, issuedOn }),
  };
  const sure = numbers.filter(({ confidence }) => confidence >= policy.minimumConfidence);
  const commands = sure.map(({ value }) =>
    command(usable, "judicial-suggestion", value, [], arrival, policy),
  );
  return { outcome: "certain", commands };
}

/** What of a paper its case is built from. */
function saysOfCase(document: ReadDocument, kind: CaseDocumentKind): ReadDocument {
  if (kind === "explanation") return withoutHearing(document);
  return document;
}

/** What an agency's letter says of the sitting is the court's to set: it neither makes nor doubts a hearing. */
function withoutHearing({ hearing: _, ...rest }: ReadDocument): ReadDocument {
  return rest;
}

function isCaseDocument(kind: string): kind is CaseDocumentKind {
  return CASE_DOCUMENTS.has(kind);
}

/** An appeal carries only the number of the judgment it is against. */
function targets(document: ReadDocument, kind: CaseDocumentKind): readonly Fact<CaseNumber>[] {
  if (document.caseNumbers.length > 0 || kind !== "appeal") return document.caseNumbers;
  return document.originCaseNumber === undefined ? [] : [document.originCaseNumber];
}

/** Whatever was not read may say otherwise; a person who has looked at it has made it sure. */
function unreadParts({ unread = [] }: ReadDocument, policy: Policy): readonly Doubt[] {
  const parts = unread.filter(({ confidence }) => confidence < policy.minimumConfidence);
  return parts.length === 0 ? [] : [{ type: "unread-parts", parts: parts.map(({ value }) => value) }];
}

/** What speaks of whoever is sued: against it, or for it. */
const OF_THE_SUED: ReadonlySet<string> = new Set(["complaint", "defence", "evidence-list"]);

/** Doubts that leave nothing to rely on. */
function blockingDoubts(
  document: ReadDocument,
  kind: CaseDocumentKind,
  numbers: readonly Fact<CaseNumber>[],
  policy: Policy,
): readonly Doubt[] {
  const unsure = (fact: Fact<unknown> | undefined) =>
    fact !== undefined && fact.confidence < policy.minimumConfidence;
  const { hearing } = document;
  const fields = (
    [
      ["kind", unsure(document.kind)],
      ["case-number", numbers.some(unsure)],
      ["hearing-time", unsure(hearing?.start) || unsure(hearing?.end)],
      ["hearing-place", unsure(hearing?.place)],
      ["respondent", statedRespondents(document).some(unsure)],
      ["postponement", unsure(document.postponement)],
      ["outcome", unsure(document.outcome)],
    ] as const
  ).flatMap(([field, isUnsure]) => (isUnsure ? field : []));
  const isRecord = kind === "hearing-record" || kind === "filing";
  const mustHaveDay = isRecord || kind === "summons" || kind === "appearance-notice";
  const hasDay =
    hearing !== undefined || document.postponement !== undefined || document.purpose !== undefined;
  const mustNameAgency =
    isRecord || kind === "explanation" || kind === "response-notice" || OF_THE_SUED.has(kind);
  const namesAgency = statedRespondents(document).length > 0 || document.attendance.length > 0;
  const doubts: Doubt[] = [];
  if (fields.length > 0) doubts.push({ type: "uncertain-facts", fields });
  if (mustHaveDay && !hasDay) doubts.push({ type: "no-hearing-date" });
  if (mustNameAgency && !namesAgency) doubts.push({ type: "no-respondent" });
  return doubts;
}

function command(
  document: ReadDocument,
  kind: CaseDocumentKind,
  caseNumber: CaseNumber,
  attendance: FileDocument["attendance"],
  { sha256, at, court }: Arrival,
  policy: Policy,
): FileDocument {
  const sure = <T>(fact: Fact<T> | undefined): T | undefined =>
    fact !== undefined && fact.confidence >= policy.minimumConfidence ? fact.value : undefined;
  const surely = (facts: readonly Fact<string>[]) => facts.map(sure).filter((value) => value !== undefined);
  const isAppeal = kind === "appeal";
  const plaintiffs = surely(document.plaintiffs);
  const stated = statedRespondents(document);
  // A summons that lists no parties names the one it summons: the agency, if the directory says so.
  const respondents = stated.length > 0 ? surely(stated) : asList(document.summoned?.value);
  return {
    type: "file-document",
    at,
    sha256,
    kind,
    caseNumber,
    court: (isAppeal ? undefined : (sure(document.court) ?? court)) ?? "",
    parties: {
      plaintiffs,
      respondents: respondents.map((name) => ({ name })),
      thirdParties: surely(document.thirdParties),
      ...defined({
        cause: sure(document.cause),
        enterprise: judgePlaintiffs(plaintiffs).enterprise,
        originCaseNumber: isAppeal ? undefined : sure(document.originCaseNumber),
      }),
    },
    attendance,
    ...defined({
      issuedOn: sure(document.issuedOn),
      servedOn: sure(document.servedOn),
      hearing: hearingFacts(document),
      postponed: document.postponement === undefined ? undefined : true,
      result: resultOf(document, kind),
      classes: classesSaid(document, kind, sure),
      ruling: rulingOf(document, kind, sure),
      appellants: isAppeal ? surely(document.appellants ?? []) : undefined,
      service: serviceOf(document, sure),
      enforcement: enforcementOf(document, sure),
      joint: sure(document.whoAppears),
      meeting: meetingSaid(document, sure),
      principal: sure(document.principalCalled),
      again: sure(document.notified) === "head-again" ? (true as const) : undefined,
      putOffFor: askedToPutOff(document, sure(document.agencyAsked), respondents),
      staff: document.courtStaff?.value,
      note: document.courtNote?.value,
      claims: kind === "explanation" ? document.plan?.reason?.value : undefined,
    }),
  };
}

type Sure = <T>(fact: Fact<T> | undefined) => T | undefined;

/** What a ruling says of its effect, and what it orders: only what is sure; the rest is asked of a person who confirms it. */
function rulingOf(document: ReadDocument, kind: CaseDocumentKind, sure: Sure): FileDocument["ruling"] {
  const form = sure(document.rulingForm) ?? "judgment";
  if (kind !== "judgment" || document.outcome === undefined) return undefined;
  return {
    form,
    ordered: (document.ordered ?? []).flatMap((fact) => sure(fact) ?? []),
    ...(document.heldAgainst !== undefined && {
      heldAgainst: document.heldAgainst.flatMap((fact) => sure(fact) ?? []),
    }),
    ...defined({
      appealDays: sure(document.appealDays),
      onLower: sure(document.onLower),
      stays: sure(document.stays),
    }),
  };
}

const FORM_OF_PAPER: readonly (readonly [RegExp, RulingForm])[] = [
  [/判决书?$/u, "judgment"],
  [/裁定书?$/u, "ruling"],
  [/调解书?$/u, "mediation"],
];

/** Which of the court's rulings a receipt is of: one that is of summonses alone says nothing of a judgment. */
function serviceOf({ service }: ReadDocument, sure: Sure): FileDocument["service"] {
  if (service === undefined) return undefined;
  const names = service.papers.flatMap((fact) => sure(fact) ?? []);
  const form = FORM_OF_PAPER.find(([ends]) => names.some((name) => ends.test(name)))?.[1];
  if (form === undefined) return undefined;
  const recipients = service.recipients.flatMap(({ name, on }) => {
    const day = sure(on);
    return day === undefined ? [] : [{ name: name.value, on: day }];
  });
  return { form, recipients };
}

function enforcementOf({ enforcement }: ReadDocument, sure: Sure): FileDocument["enforcement"] {
  if (enforcement === undefined) return undefined;
  const { number, debtors, withinDays, until } = enforcement;
  return {
    number: number.value,
    debtors: debtors.map(({ value }) => value),
    ...defined({ withinDays: sure(withinDays), until: sure(until) }),
  };
}

/** The way into a sitting over the net. */
function meetingSaid(
  { hearing }: ReadDocument,
  sure: (fact: Fact<string> | undefined) => string | undefined,
): MeetingSaid | undefined {
  const meeting = sure(hearing?.meeting);
  return meeting === undefined ? undefined : { meeting, ...defined({ password: sure(hearing?.password) }) };
}

/** Whose request it was: of several agencies sued, a paper that doesn't name one proves it of none (§12(2)). */
function askedToPutOff(
  { summoned }: ReadDocument,
  asked: true | undefined,
  respondents: readonly string[],
): readonly string[] | undefined {
  if (asked === undefined) return undefined;
  const addressee = respondents.find((name) => name === summoned?.value);
  if (addressee !== undefined) return [addressee];
  return respondents.length > 1 ? undefined : respondents;
}

/** The sitting a paper of the court sets or records. */
function hearingFacts({ hearing, purpose }: ReadDocument): HearingFacts | undefined {
  if (hearing?.start === undefined || purpose !== undefined) return undefined;
  const { date, time } = hearing.start.value;
  return {
    date,
    ...defined({
      time,
      endTime: hearing.end?.value.time,
      place: hearing.place?.value,
      mode: hearing.mode?.value,
    }),
  };
}

/**
 * Respondents that the document calls so; that an agency is summoned (被传唤人) only makes it likely to be one. An
 * explanation that lists no parties is its signer's.
 */
export function statedRespondents(document: ReadDocument): readonly Fact<string>[] {
  if (document.agencyPaper === "explanation" && document.respondents.length === 0)
    return asList(document.plan?.organ);
  return document.respondents.filter(({ rule }) => rule !== "agency-summoned");
}

function asList<T>(one: T | undefined): readonly T[] {
  return one === undefined ? [] : [one];
}

function resultOf(document: ReadDocument, kind: CaseDocumentKind): FileDocument["result"] {
  if (kind !== "judgment" || document.outcome === undefined) return undefined;
  const unheard = document.withdrawnBeforeHearing !== undefined || document.onPaper !== undefined;
  const heard = unheard ? false : document.hearing !== undefined ? true : undefined;
  const { outcome, withdrawnAgainst = [] } = document;
  return {
    outcome: outcome.value,
    heard,
    ...(withdrawnAgainst.length > 0 && { against: withdrawnAgainst.map(({ value }) => value) }),
  };
}
