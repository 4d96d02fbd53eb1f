/** What does `npm start` say in English? Names, subjects of mails and reasons stay in the language of their papers. */

import type { CaseEvent } from "../../../../shared/domain/case-file/events.ts";
import type { AttendanceStatement } from "../../../../shared/domain/case-file/statement.ts";
import type { HearingSaid } from "../../../../shared/domain/court/hearing-said.ts";
import type { JudgmentEvent } from "../../../../shared/domain/judgment/judgment-matter.ts";
import { civilDateAt, clockTimeAt, type Instant } from "../../../../shared/domain/time/time.ts";
import { isTold } from "./told.ts";
import { whyNot } from "./why.ts";
import type { Words } from "./words.ts";

const moment = (at: Instant) => `${civilDateAt(at)} ${clockTimeAt(at)}`;

export const EN: Words = {
  title: "yingsu (应诉): the whole system on this machine",
  synthesising: "synthesising the stack and bundling its functions",
  starting: "starting the engines",
  usage: `usage: npm start -- [--lang zh|en] [--until DATE] [--port PORT] [--folder DIR] [--assembly DIR] [--once]
  --lang      the language of what is told; without it, the machine's
  --until     the day of the month on which it stops, like 2026-09-04; without it, 2026-10-09
  --port      where pages and services listen on this machine; without it, a free port
  --folder    where bulletins are put and files may be dropped; without it, .local
  --assembly  runs a stack that is synthesised already (a cdk.out), instead of synthesising
  --once      ends by itself afterwards (so does a run without a terminal)`,
  unknownOption: (detail) => `That call is not understood: ${detail}`,
  noSuchPort: (given) => `"${given}" is no port: give a whole number from 1 to 65535.`,
  noSuchDay: (given) => `"${given}" is no day of what is played: give one from 2026-09-02 to 2026-10-08.`,
  portTaken: (port) => `Port ${port} is taken: choose another, or leave out --port.`,

  month: (things) => `Linyi, from 1 September 2026 on: ${things} things happen; the clock runs by the hour`,
  labels: { file: "file ", desk: "desk ", case: "case ", mail: "mail ", fault: "FAULT" },
  notes: {
    directory: "directory",
    "summons-pdf": "summons, PDF",
    "summons-word": "summons, Word",
    "same-file": "the same file once more",
    appeal: "appeal",
    "response-notice": "a case begins: notice to respond, the complaint with it",
    defence: "its agency has handed in the defence and the evidence",
    report: "the three-day report",
    "report-returned": "the bureau returns the report",
    "report-again": "the report once more",
    supervision: "the bureau notes its supervision",
    "copy-confirmed": "the bureau has read the letter and lets its agency's superior have a copy",
    "urging-held": "from its digest, the bureau puts off tomorrow's letter",
    "government-sued": "the municipal government is sued",
    "two-respondents": "two respondents, text in GBK",
    "agency-proposed": "the bureau proposes an agency",
    "government-proposes": "the government's office proposes, and names the leader who is to appear",
    "leader-approves": "its leader approves, by a link of his own that was passed on",
    "second-instance": "second instance",
    "report-received": "the bureau notes that the report is in",
    "designated-report": "the designated agency reports",
    "civil-summons": "a civil summons, by mistake",
    "unknown-agency": "an agency nobody knows, after office hours",
    "broken-pdf": "a broken PDF",
    "empty-file": "an empty file",
    record: "hearing record",
    filing: "the two-day filing, a name misspelt",
    "filing-taken-back": "it is taken back",
    "link-sent-again": "the link is asked for again",
    "filing-again": "the filing, right this time",
    "court-note": "what the court wants attended to",
    "record-absent": "hearing record: the head was absent",
    "record-first": "a record before its summons",
    "filing-contradicts": "a filing that contradicts the record",
    "court-keeps": "the court keeps to its record",
    "summons-late-scan": "the summons, late, a scan",
    "agency-concedes": "the agency gives in",
    postponed: "postponed to another day",
    "record-one-each": "record: one head present, one absent",
    "record-ofd": "hearing record, OFD",
    obstacle: "the agency's head can't appear, it says",
    "obstacle-answered": "the court doesn't allow it",
    "judgment-lost": "a judgment of August that its agency lost",
    "judgment-served": "when it was served on each: it took effect on 1 September",
    "loss-reported": "the agency reports why it lost and what it mends",
    "loss-accepted": "its bureau accepts the report",
    "loss-corrected": "and makes a proposal for correction from it, filled in already",
    suggestion:
      "the court proposes what its agency should mend: it is asked for a reply by the day the paper says",
    mediation: "a mediation paper",
    "service-receipt": "a receipt of service: both sides have the paper, and it holds",
    "orders-confirmed": "its agency confirms what the paper orders, and until when",
    performed: "its agency has paid",
    "suggestion-replied": "the agency replies, and the court reads that",
    "filing-for-government": "the designated agency files for the government",
    "record-word-97": "hearing record, second instance, Word 97",
    judgment: "judgment",
    ledger: "the court's ledger, CSV in GBK",
    signed: "the municipal bureau signs the month's bulletin, three courts' ledgers missing",
    "record-after-bulletin": "a record of September, after its bulletin has left",
    corrected: "the bulletin is corrected and issued again",
  },
  inBrackets: (note) => ` (${note})`,
  document: (document) => {
    const why = whyNot(document);
    const state = { read: "read", "needs-review": "needs a person's review", rejected: "rejected" }[
      document.state
    ];
    return `${state}: ${document.kind.replaceAll("-", " ")}${why === "" ? "" : ` (${why})`}`;
  },
  calendar: "+calendar",
  event: ({ event }) => (isTold(event) ? eventLine(event) : undefined),

  outcomes: "What became of the cases",
  caseState: (file, held) => {
    const closed = file.state === "closed" ? `closed (${file.outcome}), ` : "";
    if (held.length > 0) return `${closed}heard ${held.join(", ")}`;
    if (file.state === "awaiting-hearing") return `hearing on ${file.hearing.date}`;
    return `${closed || (file.state === "postponed" ? "postponed, " : "")}not heard`;
  },
  attended: {
    present: "head present",
    absent: "head absent",
    unclear: "for a person to say",
    none: "–",
  },
  remarks: ({ unknownName, sourcesDiffer, appealed, origin }) => [
    ...(unknownName ? ["name unknown to the directory"] : []),
    ...(sourcesDiffer ? ["sources differ"] : []),
    ...(appealed ? ["appealed"] : []),
    ...(origin === undefined ? [] : [`from ${origin}`]),
  ],
  bulletin: "The bulletin",
  mailed: (mails, addresses) => `${mails} mails to ${addresses} addresses`,

  notSettled: (file) => `${file} was not settled`,
  deadLetter: (queue) => `a message ended in ${queue}`,
  lostEvent: (event) => `an event was lost: ${event}`,
  noBulletin: "there is no bulletin",
  failed: (failures) => `${failures} failed`,

  stillRunning: (since) => `Still running; the clock goes on from ${moment(since)}. To be opened:`,
  places: {
    door: "front door",
    inbox: "inbox",
    board: "a bureau's board",
    form: "an agency's form",
    folder: "drop files in",
    endpoints: "services",
  },
  task: { report: "three-day report", filing: "two-day filing" },
  doorNote: "give any of these addresses; the link to sign in comes to the inbox",
  admin: "admin",
  folders: "or another court's, a bureau's (bureaus/) or an agency's (agencies/) folder, or one inside it",
  keys: "n next day · q end",
  noKeys: "Ctrl-C ends it.",
  received: "uploaded, being read",
  misplaced: "not uploaded: it belongs into the inbox folder of a court, a bureau or an agency",
  unreadable: (why) => `not uploaded: ${why}`,
  dayOver: (until, mails) => `It is ${moment(until)} now; ${mails} mails left since`,
  ended: "Ended; nothing is left running.",
};

function eventLine(event: CaseEvent): string | undefined {
  switch (event.type) {
    case "case-opened":
      return `case opened: ${event.plaintiffs.join("、") || "?"} v. ${event.respondents.map(({ name }) => name).join("、")}`;
    case "parties-added":
      return `parties added: ${event.respondents.map(({ name }) => name).join("、") || "no respondents"}`;
    case "respondent-identified":
      return `${event.name} is known now`;
    case "hearing-set":
      return `hearing set: ${whenAndWhere(event.hearing)}`;
    case "hearing-changed":
      return `hearing changed: ${whenAndWhere(event.hearing)}`;
    case "hearing-postponed":
      return "hearing put off";
    case "hearing-held":
      return `heard on ${event.hearing.date}`;
    case "attendance-recorded":
    case "attendance-settled":
      return attendanceLine(event.statement);
    case "document-reviewed":
      return `document reviewed by ${event.by}`;
    case "deadline-opened":
      return `${event.deadline.kind} of ${event.deadline.respondent} due ${event.deadline.deadline.due}`;
    case "deadline-recomputed":
      return `${event.kind} of ${event.respondent} now due ${event.deadline.due}`;
    case "deadline-met":
      return `${event.kind} of ${event.respondent} is in (${event.on})`;
    case "deadline-reopened":
      return `${event.kind} of ${event.respondent} is owed again`;
    case "deadline-cancelled":
      return `${event.kind} of ${event.respondent} no longer owed`;
    case "defence-handed":
      return `${event.handed.parts.join(" and ")} of ${event.handed.respondent} at the court ${event.handed.on}`;
    case "defence-drafted":
      return `defence of ${event.draft.respondent} shown to its bureau`;
    case "extension-asked":
      return `${event.extension.respondent} asks for more time for evidence`;
    case "extension-answered":
      return `more time for evidence of ${event.respondent}: ${event.answer.until ?? "refused"}`;
    case "court-staff-noted":
      return `at the court: ${event.staff.judge?.name ?? ""} ${event.staff.clerk?.name ?? ""}`;
    case "duty-opened":
      return `${event.duty.kind} of ${event.duty.respondent} due ${event.duty.deadline.due}`;
    case "duty-moved":
      return `${event.kind} of ${event.respondent} now due ${event.deadline.due} (${event.why})`;
    case "duty-met":
      return `${event.kind} of ${event.respondent} is done (${event.on})`;
    case "duty-reopened":
      return `${event.kind} of ${event.respondent} is owed again`;
    case "duty-cancelled":
      return `${event.kind} of ${event.respondent} no longer owed`;
    case "report-submitted":
      return `report of ${event.report.respondent} by ${event.report.by}`;
    case "report-returned":
      return `report of ${event.respondent} returned by ${event.remark.by}`;
    case "supervision-noted":
      return `supervision of ${event.respondent} by ${event.remark.by}`;
    case "filing-submitted":
      return `filing of ${event.filing.respondent} by ${event.filing.by}`;
    case "handling-form-submitted":
      return `${event.form.agency.name} proposed to answer for ${event.form.respondent}, by ${event.form.by}`;
    case "handling-form-proposed":
      return `the office proposes ${event.opinion.head.name} to appear for ${event.respondent}, by ${event.opinion.by}`;
    case "opinion-returned":
      return `the opinion for ${event.respondent} returned by ${event.remark.by}`;
    case "designation-objected":
      return `the agency objects to its designation for ${event.respondent}, by ${event.remark.by}`;
    case "objection-answered":
      return `the objection is answered by ${event.answer.by}: ${event.answer.kept ? "kept" : "another agency"}`;
    case "handling-form-answered":
      return `the form for ${event.respondent} ${event.answer.approved ? "approved" : "returned"} by ${event.answer.by}`;
    case "designation-made":
      return `${event.designation.agency.name} designated to answer for ${event.designation.respondent}`;
    case "appearance-arranged":
      return `whose head appears: ${event.arrangement.respondents.join("、")} (${event.arrangement.by})`;
    case "loss-reported":
      return `${event.report.respondent} reports why it lost`;
    case "loss-judged":
      return `the report of ${event.respondent} on its loss is ${event.verdict.accepted ? "accepted" : "returned"}`;
    case "obstacle-reported":
      return `obstacle reported by ${event.obstacle.respondent}`;
    case "obstacle-answered":
      return `the court on the obstacle of ${event.respondent}: ${event.answer.verdict}`;
    case "court-note-received":
      return "a note of the court to the agencies";
    case "meeting-access-received":
      return "the way into a sitting over the net";
    case "call-classes-chosen":
      return `classes of call (${event.choice.classes.join(", ")}), by ${event.choice.by}`;
    case "first-of-year-noted":
      return `first case of the year of ${event.respondent}`;
    case "principal-owed":
      return `principal of ${event.owed.respondent} owed: ${event.owed.reasons.join(", ") || "no longer"}`;
    case "principal-absence-answered":
      return `absence of the principal of ${event.answer.respondent}: ${event.answer.approved ? "approved" : "refused"}`;
    case "difference-answered":
      return `${event.answer.side} on the difference about ${event.answer.respondent}: ${event.answer.source}`;
    case "difference-settled":
      return `the difference about ${event.settlement.respondent} is settled by ${event.settlement.settledBy}`;
    case "urging-decided":
      return `urging ${event.urging.respondent}: ${event.urging.decision} by ${event.urging.by}`;
    case "receipt-noted":
      return `${event.kind} of ${event.respondent} received ${event.on} (${event.way}), noted by ${event.by}`;
    case "appeal-filed":
      return "appealed";
    case "appeal-linked":
      return `second instance is ${event.appeal}`;
    case "action-withdrawn":
      return `no longer sued: ${event.respondent}`;
    case "case-halted":
      return event.halt.result;
    case "case-closed":
      return `closed: ${event.outcome}`;
    case "ledger-noted":
      return `named by the ledger of ${event.entry.month}`;
    case "ledger-withdrawn":
      return `no longer named by the ledger of ${event.ledger.month}`;
    case "taken-back":
      return `taken back: ${event.taking.act}`;
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
      return judgmentLine(event);
    case "done-by-hand":
      return `by hand: ${event.act}, by ${event.by}`;
    case "classes-corrected":
      return `classes corrected by ${event.correction.by}`;
    case "case-voided":
      return "registered by mistake: it is no case";
    case "respondent-removed":
      return `not sued here: ${event.name}`;
    case "hearing-removed":
      return "a sitting of another case";
    case "letters-voided":
    case "classes-read":
    case "document-filed":
    case "notice-issued":
      return undefined;
    default:
      return event satisfies never;
  }
}

function judgmentLine(event: JudgmentEvent): string {
  switch (event.type) {
    case "judgment-given":
      return `${event.judgment.form} registered, ${event.judgment.ordered.length} acts ordered`;
    case "judgment-served":
      return `served on ${event.service.party} on ${event.service.on}`;
    case "appeal-chosen":
      return `${event.choice.respondent} means to ${event.choice.choice === "appeal" ? "appeal" : "accept it"}`;
    case "appeal-approved":
      return event.approval.approved ? "that is approved" : "that is sent back";
    case "judgment-appealed":
      return `${event.by.join(", ")} appealed`;
    case "higher-ruled":
      return `${event.ruling.number}: ${event.ruling.result}`;
    case "judgment-effective":
      return `in effect since ${event.effect.on}, says the ${event.effect.source}`;
    case "orders-confirmed":
      return `${event.orders.acts.length} acts confirmed, by ${event.orders.by}`;
    case "order-performed":
      return `act ${event.performance.item} performed on ${event.performance.on}, says the ${event.performance.source}`;
    case "performance-refused":
      return `act ${event.item} isn't performed, says the court`;
    case "enforcement-begun":
      return `enforcement ${event.enforcement.number}`;
    case "enforcement-stayed":
      return event.stay.stayed ? "enforcement stayed" : "enforcement goes on";
    default:
      return event satisfies never;
  }
}

function attendanceLine({
  respondent,
  headAttended,
  headTitle,
  headName,
  absenceReason,
  source,
}: AttendanceStatement): string {
  const who = [headTitle, headName].filter((part) => part !== undefined).join(" ");
  const said =
    headAttended === "review"
      ? "head present? a person must say"
      : headAttended
        ? "head present"
        : "head absent";
  return `${respondent}: ${said}${who === "" ? "" : ` (${who})`}${absenceReason === undefined ? "" : `, reason: ${absenceReason}`} — ${source}`;
}

function whenAndWhere({ date, time, place }: HearingSaid): string {
  return [date, time, place].filter((part) => part !== undefined).join(" ");
}
