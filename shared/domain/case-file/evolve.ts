/** How a case file changes by what happened. Total: every event has its place, in any state. */

import { evolveClasses } from "../classes/classes.ts";
import { mergedStaff } from "../court/court-staff.ts";
import { defined } from "../defined.ts";
import { evolveDuties } from "../duties/case-duty.ts";
import { evolveJudgment } from "../judgment/judgment-matter.ts";
import { evolveLosses } from "../loss/loss-report.ts";
import { evolveMeetings } from "../online/meeting-access.ts";
import { evolvePrincipals, withoutPrincipalOf } from "../principals/principal.ts";
import { defenceWithout, evolveDefence } from "./defence.ts";
import type { Designation, HandlingForm } from "./designation-stage.ts";
import type { CaseEvent, Parties } from "./events.ts";
import { forgetting } from "./forgotten.ts";
import { CHANGE_AND_CANCELLATION, type Hearing, type PastHearing } from "./hearing.ts";
import type { CaseReport } from "./report.ts";
import { onCorrectedDay } from "./sitting-day.ts";
import type {
  CaseDeadline,
  CaseFacts,
  CaseFile,
  CaseState,
  FiledDocument,
  LedgerEntry,
  Respondent,
  TakenBack,
} from "./state.ts";
import { sittings } from "./state.ts";
import type { AttendanceStatement } from "./statement.ts";

/** The file after an event; the first event of a file is `case-opened`. */
function evolve(file: CaseFile | undefined, event: CaseEvent): CaseFile {
  if (event.type === "case-opened") return opened(event, file);
  if (file === undefined) throw new TypeError(`${event.type} before the case was opened`);
  switch (event.type) {
    case "parties-added":
      return { ...file, ...mergedParties(file, event) };
    case "document-filed":
      return { ...file, documents: withDocument(file.documents, event.document) };
    case "respondent-identified":
      return {
        ...file,
        respondents: file.respondents.map((one) =>
          one.name === event.name ? { ...one, identity: event.identity } : one,
        ),
      };
    case "hearing-set":
      return forgetting(within(goingOn(file), { state: "awaiting-hearing", hearing: event.hearing }));
    case "hearing-changed":
      return within(withPast(file, "changed"), { state: "awaiting-hearing", hearing: event.hearing });
    case "hearing-postponed":
      return within(withPast(file, "postponed", event), { state: "postponed" });
    case "hearing-held":
      return held(file, event.hearing);
    case "attendance-recorded":
      return { ...file, attendance: [...withoutFormer(file.attendance, event.statement), event.statement] };
    case "document-reviewed":
    // What follows from it stands in events of its own.
    case "receipt-noted":
      return file;
    case "done-by-hand":
      return event.entered === undefined ? file : { ...file, entered: event.entered };
    case "respondent-removed":
      return withoutRespondent(file, event.name);
    case "hearing-removed":
      return withoutHearing(file, event.ordinal);
    case "case-voided":
      return voided(file);
    case "letters-voided":
      return takenBack(file, event.taking);
    case "attendance-settled":
      return {
        ...file,
        attendance: [
          ...file.attendance.filter(
            ({ document, respondent }) =>
              document !== event.statement.document || respondent !== event.statement.respondent,
          ),
          event.statement,
        ],
      };
    case "deadline-opened":
      return { ...file, deadlines: [...file.deadlines, event.deadline] };
    case "deadline-recomputed":
      return changingDeadlines(file, event, (one) => ({ ...one, deadline: event.deadline }));
    case "deadline-met":
      return changingDeadlines(file, event, (one) => ({ ...one, status: "met" }));
    case "deadline-cancelled":
      return changingDeadlines(file, event, (one) => ({
        ...one,
        status: "cancelled",
        ...defined({ ledger: event.ledger }),
      }));
    case "deadline-reopened":
      return changingDeadlines(file, event, (one) => ({ ...one, status: "open" }), "met");
    case "defence-handed":
    case "defence-drafted":
    case "extension-asked":
    case "extension-answered":
      return { ...file, defence: evolveDefence(file.defence, event) };
    case "court-staff-noted":
      return { ...file, courtStaff: mergedStaff(file.courtStaff, event.staff) };
    case "duty-opened":
    case "duty-moved":
    case "duty-met":
    case "duty-reopened":
    case "duty-cancelled":
      return { ...file, duties: evolveDuties(file.duties, event) };
    case "report-submitted":
      return {
        ...file,
        reports: [
          ...file.reports.filter(({ respondent }) => respondent !== event.report.respondent),
          event.report,
        ],
      };
    case "report-returned":
      return changingReport(file, event.respondent, (one) => ({ ...one, returned: event.remark }));
    case "supervision-noted":
      return changingReport(file, event.respondent, (one) => ({
        ...one,
        supervision: [...one.supervision, event.remark],
      }));
    case "filing-submitted":
      return filed(file, event);
    case "loss-reported":
    case "loss-judged":
      return { ...file, losses: evolveLosses(file.losses ?? [], event) };
    case "handling-form-submitted":
      return {
        ...file,
        handlingForms: [...file.handlingForms.filter((one) => !sameForm(one, event.form)), event.form],
      };
    case "handling-form-proposed":
      return changingForm(file, event, ({ opinionReturned: _, ...form }) => ({
        ...form,
        opinion: event.opinion,
      }));
    case "opinion-returned":
      return changingForm(file, event, (form) => ({ ...form, opinionReturned: event.remark }));
    case "designation-objected":
      return changingDesignation(file, event, (one) => ({ ...one, objection: event.remark }));
    case "objection-answered":
      return changingDesignation(file, event, (one) =>
        one.objection === undefined ? one : { ...one, objection: { ...one.objection, answer: event.answer } },
      );
    case "handling-form-answered":
      return changingForm(file, event, (form) => ({ ...form, answer: event.answer }));
    case "designation-made":
      return designated(file, event.designation);
    case "difference-answered":
      return {
        ...file,
        answers: [
          ...file.answers.filter((one) => !ofSame(one, event.answer) || one.side !== event.answer.side),
          event.answer,
        ],
      };
    case "difference-settled":
      return {
        ...file,
        answers: file.answers.filter((one) => !ofSame(one, event.settlement)),
        settlements: [...file.settlements.filter((one) => !ofSame(one, event.settlement)), event.settlement],
      };
    case "appearance-arranged":
      return {
        ...file,
        arrangements: [
          ...file.arrangements.filter(({ document }) => document !== event.arrangement.document),
          event.arrangement,
        ],
      };
    case "obstacle-reported":
      return { ...file, obstacles: [...file.obstacles, event.obstacle] };
    case "obstacle-answered":
      return {
        ...file,
        obstacles: file.obstacles.map((one) =>
          one.respondent === event.respondent && one.at === event.reportedAt
            ? { ...one, answer: event.answer }
            : one,
        ),
      };
    case "court-note-received":
      return { ...file, courtNotes: [...file.courtNotes, event.note] };
    case "meeting-access-received":
      return { ...file, meetings: evolveMeetings(file.meetings, event) };
    case "call-classes-chosen":
    case "first-of-year-noted":
    case "principal-owed":
    case "principal-absence-answered":
      return { ...file, principals: evolvePrincipals(file.principals, event) };
    case "urging-decided":
      return { ...file, urgings: [...file.urgings, event.urging] };
    case "classes-read":
    case "classes-corrected":
      return { ...file, classes: evolveClasses(file.classes, event) };
    case "appeal-filed":
      return { ...file, appealedOn: event.on };
    case "appeal-linked":
      return { ...file, appeals: [...file.appeals, event.appeal] };
    case "judgment-given":
    case "judgment-served":
    case "appeal-chosen":
    case "appeal-approved":
    case "judgment-appealed":
    case "higher-ruled":
    case "judgment-effective":
    case "orders-confirmed":
    case "order-performed":
    case "performance-refused":
    case "enforcement-begun":
    case "enforcement-stayed":
      return { ...file, judgment: evolveJudgment(file.judgment, event) };
    case "action-withdrawn":
      return {
        ...file,
        respondents: file.respondents.map((one) =>
          one.name === event.respondent ? { ...one, withdrawnOn: event.on } : one,
        ),
      };
    case "case-halted":
      return { ...file, halted: event.halt };
    case "case-closed":
      return within(event.byLedger === true ? file : forGood(file), {
        state: "closed",
        outcome: event.outcome,
        ...defined({ byLedger: event.byLedger, byHand: event.byHand }),
      });
    case "ledger-noted":
      return {
        ...withoutLedger(file, event.entry),
        ledgers: [...otherLedgers(file, event.entry), event.entry].toSorted(byMonth),
      };
    case "ledger-withdrawn":
      return { ...withoutLedger(file, event.ledger), ledgers: otherLedgers(file, event.ledger) };
    case "taken-back":
      return takenBack(file, event.taking);
    case "notice-issued":
      return { ...file, sent: { ...file.sent, [event.key]: event.at } };
    default:
      return event satisfies never;
  }
}

/** A document is in a file once: the court's own paper takes the place of a copy of it. */
function withDocument(documents: readonly FiledDocument[], document: FiledDocument): CaseFile["documents"] {
  return [...documents.filter(({ sha256 }) => sha256 !== document.sha256), document];
}

/** The file after all of these, in order. */
export function evolveAll(file: CaseFile | undefined, events: readonly CaseEvent[]): CaseFile | undefined {
  return events.reduce<CaseFile | undefined>(evolve, file);
}

/** A case whose opening was taken back may be opened anew: it still knows what was sent, and which hearings calendars had. */
function opened(event: Extract<CaseEvent, { type: "case-opened" }>, former: CaseFile | undefined): CaseFile {
  const { type: _, ...facts } = event;
  return {
    state: "registered",
    version: 0,
    appeals: [],
    pastHearings: [],
    deadlines: [],
    duties: [],
    attendance: [],
    reports: [],
    filings: [],
    handlingForms: [],
    designations: [],
    arrangements: [],
    obstacles: [],
    courtNotes: [],
    answers: [],
    settlements: [],
    urgings: [],
    documents: [],
    ledgers: [],
    boards: [],
    sent: former?.sent ?? {},
    ...defined({ takenBack: former?.takenBack }),
    ...facts,
  };
}

/** The same facts in another state; what only the old state had is gone. */
function within(file: CaseFile, state: CaseState): CaseFile {
  const {
    hearing: _hearing,
    outcome: _outcome,
    byLedger: _byLedger,
    byHand: _byHand,
    ...rest
  } = { hearing: undefined, outcome: undefined, byLedger: undefined, byHand: undefined, ...file };
  const { state: _state, ...facts } = rest;
  return { ...(facts satisfies CaseFacts), ...state };
}

/** A sitting that is set ends a standstill. */
function goingOn(file: CaseFile): CaseFile {
  const { halted: _, ...rest } = file;
  return rest;
}

function withPast(
  file: CaseFile,
  fate: PastHearing["fate"],
  { ledger, mistaken }: { readonly ledger?: string; readonly mistaken?: true } = {},
): CaseFile {
  if (file.state !== "awaiting-hearing") return file;
  const past = {
    ...file.hearing,
    fate,
    ...(ledger !== undefined && { ledger, wasSet: true as const }),
    ...defined({ mistaken }),
  };
  return { ...file, pastHearings: [...file.pastHearings, past] };
}

/** All that hangs on a respondent goes with it, but for papers and what was sent. */
function withoutRespondent(file: CaseFile, name: string): CaseFile {
  const others = <One extends { readonly respondent: string }>(all: readonly One[]) =>
    all.filter(({ respondent }) => respondent !== name);
  return {
    ...file,
    respondents: file.respondents.filter((one) => one.name !== name),
    deadlines: others(file.deadlines),
    duties: others(file.duties),
    ...(file.defence !== undefined && { defence: defenceWithout(file.defence, name) }),
    attendance: others(file.attendance),
    reports: others(file.reports),
    filings: others(file.filings),
    handlingForms: others(file.handlingForms),
    designations: others(file.designations),
    obstacles: others(file.obstacles),
    answers: others(file.answers),
    settlements: others(file.settlements),
    urgings: others(file.urgings),
    ...(file.losses !== undefined && { losses: others(file.losses) }),
    ...(file.principals !== undefined && { principals: withoutPrincipalOf(file.principals, name) }),
  };
}

/** A sitting that was never this case's, and what is owed and was said of it. */
function withoutHearing(file: CaseFile, ordinal: number): CaseFile {
  const current =
    file.state === "awaiting-hearing" && file.hearing.ordinal === ordinal ? file.hearing : undefined;
  const date = (current ?? file.pastHearings.find((one) => one.ordinal === ordinal))?.date;
  const others = <One extends { readonly hearing?: number }>(all: readonly One[]) =>
    all.filter(({ hearing }) => hearing !== ordinal);
  const pastHearings = file.pastHearings.filter((one) => one.ordinal !== ordinal);
  const rest: CaseFile = {
    ...file,
    pastHearings,
    deadlines: others(file.deadlines),
    reports: others(file.reports),
    filings: others(file.filings),
    obstacles: others(file.obstacles),
    urgings: others(file.urgings),
    ...(file.meetings !== undefined && { meetings: others(file.meetings) }),
    attendance: file.attendance.filter(({ hearingDate }) => hearingDate !== date),
    answers: file.answers.filter(({ sitting }) => sitting !== date),
    settlements: file.settlements.filter(({ sitting }) => sitting !== date),
  };
  if (current === undefined && rest.state !== "heard") return rest;
  return within(rest, { state: pastHearings.some(({ fate }) => fate === "held") ? "heard" : "registered" });
}

/** A case that is none: what was sent, and which hearings calendars had, is still known. */
function voided(file: CaseFile): CaseFile {
  const { version, boards, caseNumber, court, plaintiffs, respondents, thirdParties } = file;
  const { cause, enterprise, originCaseNumber } = file;
  const parties = {
    plaintiffs,
    respondents,
    thirdParties,
    ...defined({ cause, enterprise, originCaseNumber }),
  };
  const husk = opened({ type: "case-opened", caseNumber, court, ...parties }, file);
  return { ...husk, version, boards, void: true };
}

type OfLedger = Pick<LedgerEntry, "court" | "month">;

function otherLedgers({ ledgers }: CaseFile, { court, month }: OfLedger): CaseFile["ledgers"] {
  return ledgers.filter((one) => one.court !== court || one.month !== month);
}

/** The newest month last: what it says of the case as a whole is the newest word. */
function byMonth(one: LedgerEntry, other: LedgerEntry): number {
  const [a, b] = [one, other].map(({ month, court }) => `${month} ${court}`);
  return (a ?? "") < (b ?? "") ? -1 : 1;
}

/**
 * The file without what the court's former ledger for the month alone had said: a hearing that papers had set is set again,
 * with what is owed for it; where the case has ended or waits for another by now, it is off.
 */
function withoutLedger(file: CaseFile, which: OfLedger): CaseFile {
  const former = file.ledgers.find(({ court, month }) => court === which.court && month === which.month);
  if (former === undefined) return file;
  const { document: itsWord } = former;
  const isOpenAgain = file.state === "heard" || (file.state === "closed" && file.byLedger === true);
  const setBefore = file.pastHearings.filter(({ ledger, wasSet }) => ledger === itsWord && wasSet);
  const setAgain = isOpenAgain ? setBefore.at(-1) : undefined;
  const off = setBefore.filter((one) => one !== setAgain);
  const pastHearings = file.pastHearings.flatMap((one): readonly PastHearing[] => {
    if (one.ledger !== itsWord) return [one];
    return off.includes(one) ? [{ ...asSet(one), fate: "postponed" }] : [];
  });
  const attendance = file.attendance.filter(
    ({ source, document }) => source !== "court-ledger" || document !== former.document,
  );
  // Nothing is owed for a sitting that nobody tells of any more, nor for one that is off.
  const gone = file.pastHearings.filter(({ ledger, wasSet }) => ledger === itsWord && !wasSet);
  const isOf = (all: readonly PastHearing[], { hearing }: CaseDeadline) =>
    all.some(({ ordinal }) => ordinal === hearing);
  const deadlines = file.deadlines
    .filter((one) => !isOf(gone, one))
    .map((one) => (one.ledger !== itsWord ? one : isOf(off, one) ? withoutMark(one) : openAgain(one)));
  const rest = { ...file, pastHearings, attendance, deadlines };
  if (!isOpenAgain) return rest;
  if (setAgain !== undefined) return within(rest, { state: "awaiting-hearing", hearing: asSet(setAgain) });
  return within(rest, { state: pastHearings.some(({ fate }) => fate === "held") ? "heard" : "registered" });
}

/**
 * Letters about what was taken back may be sent anew. Where the act had moved a hearing, the former one holds again, as a
 * change that calendars take for newer.
 */
function takenBack(file: CaseFile, taking: TakenBack): CaseFile {
  const keys = new Set(taking.voided.flatMap(({ letters }) => letters.map(({ key }) => key)));
  const sent = Object.fromEntries(Object.entries(file.sent).filter(([key]) => !keys.has(key)));
  const after: CaseFile = { ...file, sent, takenBack: [...(file.takenBack ?? []), taking] };
  const { hearing, sequence } = taking;
  if (after.state !== "awaiting-hearing") return after;
  if (sequence !== undefined) return { ...after, hearing: { ...after.hearing, sequence } };
  if (hearing === undefined) return after;
  const past = { ...hearing, fate: "changed" as const };
  return {
    ...after,
    pastHearings: [...after.pastHearings, past],
    hearing: { ...after.hearing, sequence: hearing.sequence + CHANGE_AND_CANCELLATION },
  };
}

/** A judgment closes the case: what a ledger had cancelled stays so, whatever becomes of the ledger. */
function forGood(file: CaseFile): CaseFile {
  return { ...file, deadlines: file.deadlines.map(withoutMark) };
}

function withoutMark({ ledger: _, ...deadline }: CaseDeadline): CaseDeadline {
  return deadline;
}

function openAgain(deadline: CaseDeadline): CaseDeadline {
  return { ...withoutMark(deadline), status: "open" };
}

function asSet({ fate: _, ledger: __, wasSet: ___, ...hearing }: PastHearing): Hearing {
  return hearing;
}

/** A record of an earlier sitting doesn't end the wait for a later one. */
function held(file: CaseFile, hearing: Hearing): CaseFile {
  const others = file.pastHearings.filter(
    ({ fate, ordinal }) => fate !== "held" || ordinal !== hearing.ordinal,
  );
  const misread = sittings(file).find(
    ({ ordinal, date }) => ordinal === hearing.ordinal && date !== hearing.date,
  );
  const known = misread === undefined ? file : onCorrectedDay(file, misread, hearing.date);
  const isAfterHalt = file.halted !== undefined && file.halted.since < hearing.date;
  const before = isAfterHalt ? goingOn(known) : known;
  const recorded = { ...before, pastHearings: [...others, { ...hearing, fate: "held" as const }] };
  if (file.state === "awaiting-hearing" && file.hearing.ordinal !== hearing.ordinal) return recorded;
  if (file.state === "closed") return recorded;
  return within(recorded, { state: "heard" });
}

function changingDeadlines(
  file: CaseFile,
  which: { readonly kind: string; readonly respondent: string; readonly hearing?: number },
  change: (one: CaseDeadline) => CaseDeadline,
  from: CaseDeadline["status"] = "open",
): CaseFile {
  const concerned = (one: CaseDeadline) =>
    one.status === from &&
    one.kind === which.kind &&
    one.respondent === which.respondent &&
    (which.hearing === undefined || one.hearing === which.hearing);
  return { ...file, deadlines: file.deadlines.map((one) => (concerned(one) ? change(one) : one)) };
}

function changingReport(
  file: CaseFile,
  respondent: string,
  change: (one: CaseReport) => CaseReport,
): CaseFile {
  return {
    ...file,
    reports: file.reports.map((one) => (one.respondent === respondent ? change(one) : one)),
  };
}

/** A filing takes the place of the former one on that sitting; courts' papers stand side by side. */
function withoutFormer(
  attendance: readonly AttendanceStatement[],
  { source, respondent, hearingDate }: AttendanceStatement,
): readonly AttendanceStatement[] {
  return source !== "filing"
    ? attendance
    : attendance.filter(
        (one) => one.source !== "filing" || one.respondent !== respondent || one.hearingDate !== hearingDate,
      );
}

/** An agency that corrects its filing doesn't contradict itself: what the former one said is gone. */
function filed(
  file: CaseFile,
  { filing, hearingDate }: Extract<CaseEvent, { type: "filing-submitted" }>,
): CaseFile {
  const { respondent, hearing } = filing;
  return {
    ...file,
    filings: [
      ...file.filings.filter((one) => one.respondent !== respondent || one.hearing !== hearing),
      filing,
    ],
    attendance: file.attendance.filter(
      (one) => one.source !== "filing" || one.respondent !== respondent || one.hearingDate !== hearingDate,
    ),
  };
}

function sameForm(one: OfForm, other: OfForm): boolean {
  return one.respondent === other.respondent && one.stage === other.stage;
}

interface OfForm {
  readonly respondent: string;
  readonly stage: string;
}

function changingForm(file: CaseFile, which: OfForm, change: (one: HandlingForm) => HandlingForm): CaseFile {
  const handlingForms = file.handlingForms.map((one) => (sameForm(one, which) ? change(one) : one));
  return { ...file, handlingForms };
}

/** Of the one that holds. */
function changingDesignation(
  file: CaseFile,
  which: OfForm,
  change: (one: Designation) => Designation,
): CaseFile {
  const last = file.designations.findLastIndex((one) => sameForm(one, which));
  const designations = file.designations.map((one, index) => (index === last ? change(one) : one));
  return { ...file, designations };
}

/** The period in which a former agency was to report ends with its designation; the audit trail keeps it. */
function designated(file: CaseFile, designation: Designation): CaseFile {
  const { respondent, stage } = designation;
  return {
    ...file,
    designations: [...file.designations, designation],
    deadlines:
      stage === "appeal"
        ? file.deadlines
        : file.deadlines.filter((one) => one.kind !== "report" || one.respondent !== respondent),
  };
}

interface OfSitting {
  readonly respondent: string;
  readonly sitting: string;
}

function ofSame(one: OfSitting, other: OfSitting): boolean {
  return one.respondent === other.respondent && one.sitting === other.sitting;
}

function mergedParties(
  file: CaseFile,
  { type: _, ...added }: Parties & { readonly type: string },
): Partial<CaseFacts> {
  return {
    ...added,
    plaintiffs: union(file.plaintiffs, added.plaintiffs),
    respondents: [
      ...file.respondents,
      ...added.respondents.filter(({ name }) => !named(file.respondents, name)),
    ],
    thirdParties: union(file.thirdParties, added.thirdParties),
  };
}

function union(known: readonly string[], added: readonly string[]): readonly string[] {
  return [...new Set([...known, ...added])];
}

function named(respondents: readonly Respondent[], name: string): boolean {
  return respondents.some((one) => one.name === name);
}
