/** The month as lines to read: file → case → deadlines → mails → hearing → attendance → bulletin. */
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import type { CaseEvent } from "../../../shared/domain/case-file/events.ts";
import { type CaseFile, sittings } from "../../../shared/domain/case-file/state.ts";
import { shownHearing } from "../../../shared/domain/obligations/digest-lines.ts";
import { civilDateAt, clockTimeAt, type Instant } from "../../../shared/domain/time/time.ts";
import type { ReceivedMail } from "../engines/ses/mail-service.ts";

const STYLES = { dim: "2", bold: "1", green: "32", yellow: "33", red: "31", cyan: "36" } as const;

/** Colours where a terminal shows them. */
export function styled(style: keyof typeof STYLES, text: string): string {
  return process.stdout.isTTY && process.env.NO_COLOR === undefined
    ? `\u001b[${STYLES[style]}m${text}\u001b[0m`
    : text;
}

/** `09-01 09:12`. */
export function moment(at: Instant): string {
  return `${civilDateAt(at).slice(5)} ${clockTimeAt(at)}`;
}

/** What an event means to somebody who follows the case; undefined where the lines beside it say it already. */
export function eventLine(event: CaseEvent): string | undefined {
  switch (event.type) {
    case "case-opened":
      return `case opened: ${event.plaintiffs.join("、") || "?"} v. ${event.respondents.map(({ name }) => name).join("、")}`;
    case "respondent-identified":
      return `${event.name} is known now`;
    case "hearing-set":
      return `hearing set: ${shownHearing(event.hearing)}`;
    case "hearing-changed":
      return `hearing changed: ${shownHearing(event.hearing)}`;
    case "hearing-postponed":
      return "hearing put off";
    case "hearing-held":
      return `heard on ${event.hearing.date}`;
    case "attendance-recorded":
    case "attendance-settled":
      return attendanceLine(event.statement);
    case "deadline-opened":
      return `${event.deadline.kind} of ${event.deadline.respondent} due ${event.deadline.deadline.due}`;
    case "deadline-met":
      return `${event.kind} of ${event.respondent} is in (${event.on})`;
    case "deadline-cancelled":
      return `${event.kind} of ${event.respondent} no longer owed`;
    case "appeal-filed":
      return "appealed";
    case "appeal-linked":
      return `second instance is ${event.appeal}`;
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
    case "handling-form-answered":
      return `the form for ${event.respondent} ${event.answer.approved ? "approved" : "returned"} by ${event.answer.by}`;
    case "designation-made":
      return `${event.designation.agency.name} designated to answer for ${event.designation.respondent}`;
    case "difference-answered":
      return `${event.answer.side} on the difference about ${event.answer.respondent}: ${event.answer.source}`;
    case "difference-settled":
      return `the difference about ${event.settlement.respondent} is settled by ${event.settlement.settledBy}`;
    case "document-reviewed":
      return `document reviewed by ${event.by}`;
    case "case-closed":
      return `closed: ${event.outcome}`;
    default:
      return undefined;
  }
}

function attendanceLine({
  respondent,
  headAttended,
  headTitle,
  headName,
  absenceReason,
  source,
}: Extract<CaseEvent, { type: "attendance-recorded" }>["statement"]): string {
  const who = [headTitle, headName].filter((part) => part !== undefined).join(" ");
  const said =
    headAttended === "review"
      ? "head present? a person must say"
      : headAttended
        ? "head present"
        : "head absent";
  return `${respondent}: ${said}${who === "" ? "" : ` (${who})`}${absenceReason === undefined ? "" : `, reason: ${absenceReason}`} — ${source}`;
}

/** One mail: when, to whom, what. */
export function mailLine({ acceptedAt, destinations, subject, parsed }: ReceivedMail): string {
  const calendar = parsed.attachments.some(({ contentType }) => contentType === "text/calendar")
    ? "  +calendar"
    : "";
  return `${styled("dim", moment(acceptedAt))}  ${styled("cyan", "mail")}  ${destinations.join(", ")}  ${subject}${styled("dim", calendar)}`;
}

/** A case's outcome at the month's end, one line per respondent. */
export function outcomeLines(file: CaseFile): readonly string[] {
  const held = sittings(file).map(({ date }) => date);
  const hearing =
    held.length > 0
      ? `heard ${held.join(", ")}`
      : file.state === "awaiting-hearing"
        ? `hearing ${file.hearing.date}`
        : "not heard";
  return file.respondents.map(({ name, identity }) => {
    const found = attendanceOf(file, name);
    const attended =
      found === undefined
        ? "–"
        : found.present === undefined
          ? "for a person to say"
          : found.present
            ? "head present"
            : "head absent";
    const notes = [
      identity === undefined && "name unknown to the directory",
      found?.difference && "sources differ",
      file.appealedOn !== undefined && "appealed",
      file.originCaseNumber !== undefined && `from ${file.originCaseNumber}`,
    ].filter((note) => typeof note === "string");
    return `${file.caseNumber}  ${file.state}, ${hearing}  ${name}: ${attended}${notes.length > 0 ? `  (${notes.join("; ")})` : ""}`;
  });
}
