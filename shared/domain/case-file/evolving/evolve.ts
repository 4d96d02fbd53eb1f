/** How a case file changes by what happened. Total: every event has its place, in any state. */

import { evolveClasses } from "../../classes/classes.ts";
import { mergedStaff } from "../../court/court-staff.ts";
import { defined } from "../../defined.ts";
import { evolveDuties } from "../../duties/case-duty.ts";
import { evolveJudgment } from "../../judgment/judgment-matter.ts";
import { evolveLosses } from "../../loss/loss-report.ts";
import { evolveMeetings } from "../../online/meeting-access.ts";
import { evolvePrincipals } from "../../principals/principal.ts";
import { evolveDefence } from "../defence.ts";
import type { CaseEvent, Parties } from "../events.ts";
import { forgetting } from "../forgotten.ts";
import type { CaseFacts, CaseFile, FiledDocument, Respondent } from "../state.ts";
import {
  changingDeadlines,
  changingDesignation,
  changingForm,
  changingReport,
  designated,
  filed,
  ofSame,
  sameForm,
  withoutFormer,
} from "./desk-changes.ts";
import { forGood, goingOn, held, opened, within, withPast } from "./states.ts";
import { takenBack, voided, withoutHearing, withoutRespondent } from "./struck-out.ts";
import { byMonth, otherLedgers, withoutLedger } from "./without-ledger.ts";

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
