/**
 * What a command changes: the events, or the doubts for which a person must look first. Pure: time and holidays
 * arrive as data. Deciding the same command again on the file it led to changes nothing.
 */

import type { Doubt } from "../refusal.ts";
import type { Rules } from "../rules.ts";
import { civilDateAt } from "../time/time.ts";
import { fileAgencyPaper } from "./agency-papers.ts";
import { closingEvents } from "./closing.ts";
import type { Command, FileDocument, IdentifyRespondents, LinkAppeal, NoteReceipt } from "./commands.ts";
import { openDeadlines, recomputedDeadlines, rescheduledDeadlines } from "./deadlines.ts";
import type { CaseEvent } from "./events.ts";
import { evolveAll } from "./evolve.ts";
import { planHearing, recordHearing } from "./hearings.ts";
import { knownName, partiesDiffer, partyEvents } from "./parties.ts";
import type { CaseFile } from "./state.ts";
import type { AttendanceStatement } from "./statement.ts";

export type Decision =
  | { readonly accepted: true; readonly events: readonly CaseEvent[] }
  | { readonly accepted: false; readonly doubts: readonly Doubt[] };

/** Decides a command on a file; undefined is a case not known yet, which only a document can open. */
export function decide(file: CaseFile | undefined, command: Command, rules: Rules): Decision {
  switch (command.type) {
    case "file-document":
      return fileDocument(file, command, rules);
    case "note-receipt":
      return file === undefined ? nothing : accepted(noteReceipt(file, command));
    case "link-appeal":
      return file === undefined ? nothing : accepted(linkAppeal(file, command));
    case "identify-respondents":
      return file === undefined ? nothing : accepted(identifyRespondents(file, command, rules));
    case "recompute":
      return file === undefined ? nothing : accepted(recomputedDeadlines(file, rules));
    default:
      return command satisfies never;
  }
}

const nothing: Decision = { accepted: true, events: [] };

function accepted(events: readonly CaseEvent[]): Decision {
  return { accepted: true, events };
}

function fileDocument(file: CaseFile | undefined, command: FileDocument, rules: Rules): Decision {
  if (file?.documents.some(({ sha256 }) => sha256 === command.sha256))
    return accepted(reviewEvents(file, command));
  if (command.kind === "filing" || command.kind === "explanation") return agencyPaper(file, command);
  if (command.kind === "court-note") return courtNote(file, command);
  const stranger = partiesDiffer(file, command);
  if (stranger !== undefined) return { accepted: false, doubts: [stranger] };

  const { sha256, kind, at: receivedAt, servedOn } = command;
  const events: CaseEvent[] = [
    ...partyEvents(file, command),
    {
      type: "document-filed",
      document: {
        sha256,
        kind,
        receivedAt,
        ...(servedOn !== undefined && { servedOn }),
        ...(kind === "appearance-notice" && { addressedTo: addressedTo(file, command) }),
      },
    },
  ];
  const known = present(evolveAll(file, events));

  const hearing =
    kind === "hearing-record" || kind === "judgment"
      ? recordHearing(known, command)
      : planHearing(known, command);
  if ("type" in hearing) return { accepted: false, doubts: [hearing] };
  const planned = present(evolveAll(known, hearing));
  const changed = hearing.some(({ type }) => type === "hearing-changed");
  events.push(
    ...hearing,
    ...openDeadlines(planned, command.at, rules),
    ...(changed ? rescheduledDeadlines(planned, rules) : []),
  );
  events.push(...attendanceEvents(known, command));
  if (kind === "appeal" && known.appealedOn === undefined)
    events.push({ type: "appeal-filed", on: civilDateAt(receivedAt) });
  if (command.closed !== undefined)
    events.push(...closingEvents(present(evolveAll(file, events)), command.closed));
  if (command.reviewedBy !== undefined)
    events.push({ type: "document-reviewed", sha256, by: command.reviewedBy });
  return accepted(events);
}

/** 备案表, 情况说明: only in a case that is known, from an agency that is sued in it. */
function agencyPaper(file: CaseFile | undefined, command: FileDocument): Decision {
  const { caseNumber, parties, sha256, reviewedBy: by } = command;
  if (file === undefined) return { accepted: false, doubts: [{ type: "case-unknown", caseNumber }] };
  const stranger = partiesDiffer(file, command);
  if (stranger !== undefined) return { accepted: false, doubts: [stranger] };
  const [agency] = parties.respondents;
  if (agency === undefined) return { accepted: false, doubts: [{ type: "no-respondent" }] };
  const events = fileAgencyPaper(file, command, knownName(file, agency.name, parties.respondents));
  if ("type" in events) return { accepted: false, doubts: [events] };
  return accepted(by === undefined ? events : [...events, { type: "document-reviewed", sha256, by }]);
}

/** 庭前提示: only in a case that is known, and for those it names. */
function courtNote(file: CaseFile | undefined, command: FileDocument): Decision {
  const { caseNumber, sha256, kind, at, note = "", reviewedBy: by } = command;
  if (file === undefined) return { accepted: false, doubts: [{ type: "case-unknown", caseNumber }] };
  const stranger = partiesDiffer(file, command);
  if (stranger !== undefined) return { accepted: false, doubts: [stranger] };
  return accepted([
    { type: "document-filed", document: { sha256, kind, receivedAt: at } },
    {
      type: "court-note-received",
      note: { sha256, at, text: note, respondents: addressedTo(file, command) },
    },
    ...(by === undefined ? [] : [{ type: "document-reviewed", sha256, by } as const]),
  ]);
}

/** The respondents a paper of the court names, as the file knows them. */
function addressedTo(file: CaseFile | undefined, { parties }: FileDocument): readonly string[] {
  const names = parties.respondents.map(({ name }) =>
    file === undefined ? name : knownName(file, name, parties.respondents),
  );
  return [...new Set(names)];
}

/** A document that is in the file already says nothing new, unless a person settled what it left open. */
function reviewEvents(file: CaseFile, command: FileDocument): readonly CaseEvent[] {
  const { reviewedBy: by, sha256 } = command;
  if (by === undefined) return [];
  const settled = attendanceEvents(file, command).flatMap((event): CaseEvent[] =>
    event.type === "attendance-recorded"
      ? [{ type: "attendance-settled", statement: event.statement, by }]
      : [],
  );
  return [{ type: "document-reviewed", sha256, by }, ...settled];
}

function attendanceEvents(
  file: CaseFile,
  { attendance, parties, sha256 }: FileDocument,
): readonly CaseEvent[] {
  return attendance.map((said) => {
    const statement: AttendanceStatement = {
      ...said,
      respondent: knownName(file, said.respondent, parties.respondents),
      document: sha256,
    };
    return { type: "attendance-recorded", statement };
  });
}

function noteReceipt(
  file: CaseFile,
  { receipt, respondent, on, attendance, document }: NoteReceipt,
): readonly CaseEvent[] {
  const open = file.deadlines.some(
    (one) => one.kind === receipt && one.respondent === respondent && one.status === "open",
  );
  const told = file.attendance.some((one) => one.document === document);
  return [
    ...(open ? [{ type: "deadline-met", kind: receipt, respondent, on } as const] : []),
    ...(attendance !== undefined && !told
      ? [{ type: "attendance-recorded", statement: { ...attendance, document } } as const]
      : []),
  ];
}

function linkAppeal(file: CaseFile, { appeal }: LinkAppeal): readonly CaseEvent[] {
  return file.appeals.includes(appeal) ? [] : [{ type: "appeal-linked", appeal }];
}

function identifyRespondents(
  file: CaseFile,
  command: IdentifyRespondents,
  rules: Rules,
): readonly CaseEvent[] {
  const events: CaseEvent[] = command.identities.flatMap(({ name, identity }) =>
    identity !== undefined && file.respondents.some((one) => one.name === name && one.identity === undefined)
      ? [{ type: "respondent-identified", name, identity }]
      : [],
  );
  return [...events, ...openDeadlines(present(evolveAll(file, events)), command.at, rules)];
}

function present(file: CaseFile | undefined): CaseFile {
  if (file === undefined) throw new TypeError("a case file is opened by its first event");
  return file;
}
