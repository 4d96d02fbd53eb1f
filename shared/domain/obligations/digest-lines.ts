/** Lines that wait for somebody's one mail of the day: the bureau's digest (每日摘要), what a court sent, what an agency should know. */

import type { CaseEvent } from "../case-file/events.ts";
import { openDifferences } from "../case-file/reconciliation.ts";
import { type CaseFile, type FiledDocument, stillSued } from "../case-file/state.ts";
import { type AttendanceStatement, appeared } from "../case-file/statement.ts";
import { hearingSaid } from "../court/hearing-said.ts";
import { defined } from "../defined.ts";
import { mayBeGathered, standsAlone } from "../notices/agency-digest.ts";
import type { DigestLine, DigestNews } from "../notices/digest.ts";
import { noticeId } from "../notices/frame/notice-id.ts";
import { digestAt, openingAfter } from "../notices/frame/working-hours.ts";
import type { Notice, Recipient, WaitingLine } from "../notices/notice.ts";
import type { Organisation } from "../organisations/directory.ts";
import { mailboxOf } from "../organisations/mail-reader.ts";
import type { Rules } from "../rules.ts";
import { noticeMargin } from "../time/deadline.ts";
import { civilDateAt, type Instant } from "../time/time.ts";
import { type Dispatch, firstReached, type Unreached } from "./addressing.ts";
import type { Involved } from "./involved.ts";
import type { Obligation } from "./obligation.ts";

/** Lines that wait for a digest, and what of them reached nobody. */
export interface DigestLines {
  readonly lines: readonly WaitingLine[];
  readonly unreached: readonly Unreached[];
}

/**
 * A line in the digest of the first of these bureaus that can be reached, at the opening of the next working day unless
 * said otherwise. `key` tells it from the other lines of its subject.
 */
export function digestLine(
  news: DigestNews,
  bureaus: readonly Organisation[],
  key: readonly string[],
  { subject, now, rules }: Dispatch,
  releaseAt = nextDigest(now, rules),
): DigestLines {
  const recipient = firstReached(bureaus);
  if (recipient === undefined)
    return { lines: [], unreached: [{ kind: "digest", name: bureaus[0]?.name ?? "" }] };
  return {
    lines: [waitingLine(news, recipient, key, { subject, now, rules }, { releaseAt })],
    unreached: [],
  };
}

/** A line for the mail that leaves when offices open next, or at `releaseAt`; `key` tells it from the other lines of its subject. */
export function waitingLine(
  news: DigestNews,
  recipient: Recipient,
  key: readonly string[],
  { subject, now, rules }: Dispatch,
  rest: Partial<Pick<WaitingLine, "audience" | "signer" | "releaseAt">> = {},
): WaitingLine {
  const caseNumber = subject.of === "case" ? subject.caseNumber : undefined;
  const line = { at: now, news, ...defined({ caseNumber }) };
  const id = noticeId(...key, recipient.organisation, mailboxOf(recipient.address));
  return { id, subject, recipient, line, releaseAt: nextDigest(now, rules), ...rest };
}

/**
 * A letter to an agency's own office as a line of its mail of this morning, of which {@link letterOfLine} makes its own letter
 * again; undefined of one that leaves by itself.
 */
export function gatheredLine(
  { id, subject, recipient, signer, step, createdAt, content }: Notice,
  { policy, calendar }: Rules,
): WaitingLine | undefined {
  if (!mayBeGathered(content)) return undefined;
  if (standsAlone(content, civilDateAt(openingAfter(createdAt, policy, calendar)))) return undefined;
  const { caseNumber } = content.case;
  return {
    id,
    subject,
    recipient,
    audience: "agency",
    ...defined({ signer }),
    line: { at: createdAt, caseNumber, news: { type: "letter", letter: content } },
    ...defined({ step }),
    releaseAt: createdAt,
  };
}

/** The letter that such a line is where no other comes with it; undefined of any other line. */
export function letterOfLine(
  { id, subject, recipient, signer, step, line }: WaitingLine,
  now: Instant,
): Notice | undefined {
  if (line.news.type !== "letter") return undefined;
  const content = line.news.letter;
  return { id, subject, recipient, ...defined({ signer, step }), content, createdAt: now, releaseAt: now };
}

/** Several of them as one. */
export function joinedLines(all: readonly DigestLines[]): DigestLines {
  return {
    lines: all.flatMap(({ lines }) => lines),
    unreached: all.flatMap(({ unreached }) => unreached),
  };
}

/**
 * What the bureaus should know of a case but needn't act on at once: all that one change brings about waits together. Each bureau
 * concerned gets its own; the municipal one what is for a bureau that can't be reached.
 */
export function digestLines(
  file: CaseFile,
  events: readonly CaseEvent[],
  { respondents, bureau: ofCourt, cityBureau }: Involved,
  dispatch: Dispatch,
): DigestLines {
  const own = [...respondents.values()].flatMap(({ bureau }) => bureau ?? []);
  const bureaus = new Map((own.length > 0 ? own : [ofCourt]).flatMap((one) => (one ? [[one.id, one]] : [])));
  const instead = cityBureau === undefined ? [] : [cityBureau];
  const [first, ...more] = events.flatMap((event) => digestNews(file, event) ?? []);
  if (first === undefined) return joinedLines([]);
  const said = [first, ...more].map((news) => JSON.stringify(news));
  const key = [file.caseNumber, String(file.version), ...said];
  const { lines, unreached } = joinedLines(
    [...bureaus.values()].map((bureau) => digestLine(first, [bureau, ...instead], key, dispatch)),
  );
  return { lines: more.length === 0 ? lines : lines.map((one) => ({ ...one, with: more })), unreached };
}

/** The lines of a digest that what waits makes. */
export function linesOf({ line, with: more = [] }: WaitingLine): readonly DigestLine[] {
  return [line, ...more.map((news) => ({ ...line, news }))];
}

/**
 * The lines of an obligation, for the digest of this morning where it is still to be folded: who may put a letter off must
 * hear of it on the day before it leaves.
 */
export function linesOwed(
  { key, lines = () => [] }: Pick<Obligation, "key" | "lines">,
  { respondents, bureau: ofCourt, cityBureau }: Involved,
  dispatch: Dispatch,
): DigestLines {
  const { now, rules } = dispatch;
  const releaseAt = digestAt(now, rules.policy, rules.calendar);
  return joinedLines(
    lines(now).map(({ respondent, news }) => {
      const bureaus = [respondents.get(respondent)?.bureau ?? ofCourt, cityBureau];
      const known = bureaus.filter((one) => one !== undefined);
      return digestLine(news, known, [JSON.stringify(dispatch.subject), key], dispatch, releaseAt);
    }),
  );
}

/** A line that is written at an instant, later perhaps than it was decided on: the mail it is for may have left, so that it waits for the next. */
export function writtenAt(line: WaitingLine, now: Instant, { policy, calendar }: Rules): WaitingLine {
  const first = digestAt(now, policy, calendar);
  return line.releaseAt < first ? { ...line, releaseAt: first } : line;
}

/**
 * When the digest leaves that takes in what happens at an instant: when offices open next. All that happens between two
 * openings has the same, so that a bureau gets one digest a working day whatever its hours.
 * @internal Its law holds for every instant, which single lines can’t show.
 */
export function nextDigest(now: Instant, { policy, calendar }: Rules): Instant {
  return openingAfter(now, policy, calendar);
}

/** What a bureau should know of an event; undefined where it is told otherwise, or of nothing. */
function digestNews(file: CaseFile, event: CaseEvent): DigestNews | undefined {
  const respondents = stillSued(file).map(({ name }) => name);
  switch (event.type) {
    case "case-opened":
      return { type: event.type, court: event.court, respondents };
    case "hearing-set":
      return { type: event.type, hearing: hearingSaid(event.hearing), respondents };
    case "hearing-changed":
      return { type: event.type, hearing: hearingSaid(event.hearing) };
    case "hearing-postponed":
    case "appeal-filed":
    case "case-closed":
      return { type: event.type };
    case "case-halted":
      return { type: event.type, result: event.halt.result };
    case "action-withdrawn":
      return { type: event.type, respondent: event.respondent };
    case "hearing-held":
      return { type: event.type, date: event.hearing.date };
    case "attendance-recorded":
    case "attendance-settled":
      return attendanceNews(file, event.statement);
    case "difference-answered":
      return { type: event.type, respondent: event.answer.respondent, side: event.answer.side };
    case "difference-settled": {
      const { respondent, settledBy } = event.settlement;
      return { type: event.type, respondent, settledBy };
    }
    case "appeal-linked":
      return { type: event.type, appeal: event.appeal };
    case "deadline-met":
      return { type: event.type, respondent: event.respondent, kind: event.kind, on: event.on };
    case "deadline-recomputed":
      return { type: event.type, respondent: event.respondent, due: event.deadline.due };
    case "defence-drafted":
      return { type: event.type, respondent: event.draft.respondent };
    case "extension-asked":
      return { type: event.type, respondent: event.extension.respondent };
    case "duty-met":
      return { type: "deadline-met", respondent: event.respondent, kind: event.kind, on: event.on };
    case "duty-moved": {
      const { respondent, kind, why, deadline } = event;
      return why === "told" ? undefined : { type: event.type, respondent, kind, why, due: deadline.due };
    }
    case "report-returned":
      return { type: event.type, respondent: event.respondent };
    case "document-filed":
      return filedNews(file, event.document);
    case "appearance-arranged": {
      const { by, respondents: named } = event.arrangement;
      return named.length === 0 ? undefined : { type: event.type, by, respondents: named };
    }
    case "court-note-received":
      return { type: "court-note" };
    case "principal-owed": {
      const { respondent, reasons } = event.owed;
      return reasons.length === 0 ? undefined : { type: event.type, respondent, reasons };
    }
    case "principal-absence-answered":
      return {
        type: event.type,
        respondent: event.answer.respondent,
        approved: event.answer.approved,
      };
    case "handling-form-submitted":
      return { type: event.type, respondent: event.form.respondent, agency: event.form.agency.name };
    case "handling-form-answered":
      return event.answer.approved
        ? undefined
        : { type: "handling-form-returned", respondent: event.respondent };
    case "handling-form-proposed":
      return { type: event.type, respondent: event.respondent };
    case "objection-answered":
      return event.answer.kept ? { type: "objection-kept", respondent: event.respondent } : undefined;
    case "designation-made":
      return {
        type: event.type,
        respondent: event.designation.respondent,
        agency: event.designation.agency.name,
      };
    case "taken-back": {
      const { act, respondent, by, office } = event.taking;
      return { type: event.type, act, by, office, ...defined({ respondent }) };
    }
    case "appeal-chosen": {
      const { respondent, choice, leader } = event.choice;
      return { type: event.type, respondent, choice, leader };
    }
    case "order-performed": {
      const { respondent, item, on, source } = event.performance;
      return { type: event.type, respondent, item, on, source };
    }
    case "performance-refused":
      return { type: event.type, respondent: event.respondent, item: event.item };
    case "higher-ruled":
      return { type: event.type, number: event.ruling.number, result: event.ruling.result };
    // The bureau hears of these by a notice of their own.
    case "appeal-approved":
    case "enforcement-begun":
    // They stand with the case; what follows from them is told when it does.
    case "judgment-given":
    case "judgment-served":
    case "judgment-appealed":
    case "judgment-effective":
    case "orders-confirmed":
    case "enforcement-stayed":
    case "report-submitted":
    case "obstacle-reported":
    case "obstacle-answered":
    case "designation-objected":
    case "loss-reported":
    // It did them itself, or they say nothing that another event of the same change doesn't say.
    case "supervision-noted":
    case "call-classes-chosen":
    case "first-of-year-noted":
    case "meeting-access-received":
    case "urging-decided":
    case "loss-judged":
    case "receipt-noted":
    case "done-by-hand":
    case "case-voided":
    case "respondent-removed":
    case "hearing-removed":
    case "letters-voided":
    case "opinion-returned":
    case "filing-submitted":
    case "document-reviewed":
    case "deadline-opened":
    case "duty-opened":
    // What follows from it is a line of the duty's.
    case "defence-handed":
    case "extension-answered":
    case "court-staff-noted":
    case "duty-reopened":
    case "duty-cancelled":
    case "deadline-reopened":
    case "deadline-cancelled":
    case "parties-added":
    case "respondent-identified":
    // Whoever looks at the case sees them.
    case "classes-read":
    case "classes-corrected":
    // A ledger is one line, however many cases it has.
    case "ledger-noted":
    case "ledger-withdrawn":
    case "notice-issued":
      return undefined;
    default:
      return event satisfies never;
  }
}

/** The bureau knows from the first day that sources differ; it is asked only where the sides don't settle it. */
function attendanceNews(file: CaseFile, statement: AttendanceStatement): DigestNews {
  const { respondent, headName, headTitle, absenceReason } = statement;
  return {
    type: "attendance",
    respondent,
    headAttended: appeared(statement),
    ...defined({ headName, headTitle, absenceReason }),
    differs: openDifferences(file, respondent).length > 0,
  };
}

function filedNews(file: CaseFile, document: FiledDocument): DigestNews | undefined {
  switch (document.kind) {
    case "appearance-notice":
      return appearanceNews(file, document);
    case "response-notice":
    case "complaint":
    case "judicial-suggestion":
    case "service-receipt":
    case "enforcement-notice":
      return { type: "court-paper", kind: document.kind };
    default:
      return undefined;
  }
}

/** Whether the court's notice to appear came in time (法释〔2020〕3号 §5); ample time needs no word. */
function appearanceNews(file: CaseFile, { receivedAt, servedOn }: FiledDocument): DigestNews {
  if (file.state !== "awaiting-hearing") return { type: "appearance-notice" };
  const served = servedOn ?? civilDateAt(receivedAt);
  const { clearDays, verdict } = noticeMargin({ served, hearing: file.hearing.date });
  return verdict === "ample"
    ? { type: "appearance-notice" }
    : { type: "appearance-notice", late: { hearing: hearingSaid(file.hearing), clearDays, verdict } };
}
