/** What a document of a case changes: its parties, hearings, deadlines, who attended, how it ended. */

import { defined } from "../../defined.ts";
import type { Doubt } from "../../refusal.ts";
import type { Rules } from "../../rules.ts";
import { civilDateAt } from "../../time/time.ts";
import { fileAgencyPaper } from "../agency-papers.ts";
import type { FileDocument } from "../commands.ts";
import { openDeadlines, rescheduledDeadlines } from "../deadlines.ts";
import { accepted, type Decision, refused } from "../decision.ts";
import type { CaseEvent } from "../events.ts";
import { evolveAll } from "../evolving/evolve.ts";
import { planHearing, recordHearing } from "../hearings.ts";
import { knownName, partiesDiffer, partyEvents } from "../parties.ts";
import type { CaseDocumentKind, CaseFile, FiledDocument } from "../state.ts";
import { arrangementEvents, attendanceEvents } from "./attendance-papers.ts";
import {
  appealEvents,
  classEvents,
  enforcementEvents,
  judgmentEvents,
  serviceEvents,
} from "./judgment-papers.ts";
import { readAgain } from "./read-again.ts";
import { resultEvents } from "./ruling-decisions.ts";

/** The events of a document, or the doubt for which a person must look first. */
export function fileDocument(
  file: CaseFile | undefined,
  command: FileDocument,
  rules: Rules,
): Decision<Doubt> {
  const known = file?.documents.find(({ sha256 }) => sha256 === command.sha256);
  // What was a bureau's copy is the court's own paper now.
  const isConfirmed = known?.copy === true && command.copy === undefined;
  if (file !== undefined && known !== undefined && !isConfirmed) return readAgain(file, command, rules);
  if (isAgencyPaper(command.kind)) return agencyPaper(file, command);
  if (command.kind === "court-note") return courtNote(file, command);
  if (command.kind === "judicial-suggestion") return suggestion(file, command);
  if (command.kind === "service-receipt") return keptWith(file, command, rules, serviceEvents);
  if (command.kind === "enforcement-notice") return enforcementNotice(file, command, rules);
  const stranger = partiesDiffer(file, command);
  if (stranger !== undefined) return refused(stranger);
  if (command.copy !== undefined) return copyKept(file, command);

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
        ...(kind === "appearance-notice" && {
          addressedTo: addressedTo(file, command),
          ...defined({ principal: command.principal }),
        }),
        ...said(file, command),
      },
    },
  ];
  if (command.staff !== undefined) events.push({ type: "court-staff-noted", staff: command.staff });
  const filed = present(evolveAll(file, events));

  const hearing =
    kind === "hearing-record" || kind === "judgment"
      ? recordHearing(filed, command)
      : planHearing(filed, command);
  if ("type" in hearing) return refused(hearing);
  const planned = present(evolveAll(filed, hearing));
  const changed = hearing.some(({ type }) => type === "hearing-changed");
  events.push(
    ...hearing,
    ...openDeadlines(planned, command.at, rules),
    ...(changed ? rescheduledDeadlines(planned, rules) : []),
  );
  events.push(...arrangementEvents(filed, command), ...attendanceEvents(filed, command));
  events.push(...meetingEvents(planned, command), ...firstOfYearEvents(planned, command));
  if (kind === "appeal" && filed.appealedOn === undefined)
    events.push({ type: "appeal-filed", on: civilDateAt(receivedAt) });
  if (kind === "appeal") events.push(...appealEvents(filed, command));
  if (command.result !== undefined) {
    const following = resultEvents(present(evolveAll(file, events)), command, command.result);
    if ("type" in following) return refused(following);
    events.push(...following);
    events.push(...judgmentEvents(present(evolveAll(file, events)), command));
  }
  events.push(...classEvents(command));
  if (command.reviewedBy !== undefined)
    events.push({ type: "document-reviewed", sha256, by: command.reviewedBy });
  return accepted(...events);
}

function isAgencyPaper(kind: CaseDocumentKind): boolean {
  return kind === "filing" || kind === "explanation" || kind === "defence" || kind === "evidence-list";
}

/** 备案表, 情况说明, 答辩状: only in a case that is known, from an agency that is sued in it. */
function agencyPaper(file: CaseFile | undefined, command: FileDocument): Decision<Doubt> {
  const { caseNumber, parties, sha256, reviewedBy: by } = command;
  if (file === undefined) return refused({ type: "case-unknown", caseNumber });
  const stranger = partiesDiffer(file, command);
  if (stranger !== undefined) return refused(stranger);
  const [agency] = parties.respondents;
  if (agency === undefined) return refused({ type: "no-respondent" });
  const events = fileAgencyPaper(file, command, knownName(file, agency.name, parties.respondents));
  if ("type" in events) return refused(events);
  return by === undefined
    ? accepted(...events)
    : accepted(...events, { type: "document-reviewed", sha256, by });
}

/** 庭前提示: only in a case that is known, and for those it names. */
function courtNote(file: CaseFile | undefined, command: FileDocument): Decision<Doubt> {
  const { caseNumber, sha256, kind, at, note = "", reviewedBy: by } = command;
  if (file === undefined) return refused({ type: "case-unknown", caseNumber });
  const stranger = partiesDiffer(file, command);
  if (stranger !== undefined) return refused(stranger);
  return accepted(
    { type: "document-filed", document: { sha256, kind, receivedAt: at } },
    {
      type: "court-note-received",
      note: { sha256, at, text: note, respondents: addressedTo(file, command) },
    },
    ...(by === undefined ? [] : [{ type: "document-reviewed", sha256, by } as const]),
  );
}

/** A bureau's copy of a record or judgment: kept with the case, whose parties it names; the sitting and how it ended are the court's to say. */
function copyKept(file: CaseFile | undefined, command: FileDocument): Decision<Doubt> {
  const { sha256, kind, at: receivedAt, reviewedBy: by } = command;
  return accepted(
    ...partyEvents(file, command),
    { type: "document-filed", document: { sha256, kind, receivedAt, copy: true } },
    ...(by === undefined ? [] : [{ type: "document-reviewed", sha256, by } as const]),
  );
}

/** 司法建议书: kept with a case that is known; it changes nothing in it. */
function suggestion(file: CaseFile | undefined, command: FileDocument): Decision<Doubt> {
  const { caseNumber, sha256, kind, at: receivedAt, reviewedBy: by } = command;
  if (file === undefined) return refused({ type: "case-unknown", caseNumber });
  return accepted(
    { type: "document-filed", document: { sha256, kind, receivedAt } },
    ...(by === undefined ? [] : [{ type: "document-reviewed", sha256, by } as const]),
  );
}

/** 执行通知书: of a case that is known, against an agency that is sued in it. */
function enforcementNotice(file: CaseFile | undefined, command: FileDocument, rules: Rules): Decision<Doubt> {
  const stranger = partiesDiffer(file, command);
  return stranger === undefined ? keptWith(file, command, rules, enforcementEvents) : refused(stranger);
}

/** A paper that opens no case and sets no sitting: it is kept, and says what it says of the judgment. */
function keptWith(
  file: CaseFile | undefined,
  command: FileDocument,
  rules: Rules,
  following: (file: CaseFile, command: FileDocument, rules: Rules) => readonly CaseEvent[],
): Decision<Doubt> {
  const { caseNumber, sha256, kind, at: receivedAt, reviewedBy: by } = command;
  if (file === undefined) return refused({ type: "case-unknown", caseNumber });
  return accepted(
    { type: "document-filed", document: { sha256, kind, receivedAt } },
    ...following(file, command, rules),
    ...(by === undefined ? [] : [{ type: "document-reviewed", sha256, by } as const]),
  );
}

/** The respondents a paper of the court names, as the file knows them. */
function addressedTo(file: CaseFile | undefined, { parties }: FileDocument): readonly string[] {
  const names = parties.respondents.map(({ name }) =>
    file === undefined ? name : knownName(file, name, parties.respondents),
  );
  return [...new Set(names)];
}

/** What a paper says of being called again, and of whom a hearing was put off for. */
function said(
  file: CaseFile | undefined,
  { again, hearing, postponed, putOffFor, parties }: FileDocument,
): Pick<FiledDocument, "again" | "putOffFor"> {
  const sued = file?.respondents.map(({ name }) => name) ?? parties.respondents.map(({ name }) => name);
  const named = putOffFor?.map((name) =>
    file === undefined ? name : knownName(file, name, parties.respondents),
  );
  return {
    ...(again === true && hearing !== undefined && { again: hearing.date }),
    ...(postponed === true && named !== undefined && { putOffFor: named.length > 0 ? named : sued }),
  };
}

/** 会议号 of the sitting it is about, for the respondents it names. */
function meetingEvents(file: CaseFile, command: FileDocument): readonly CaseEvent[] {
  const { meeting, hearing, sha256: document, at } = command;
  if (meeting === undefined || hearing === undefined || file.state !== "awaiting-hearing") return [];
  if (file.hearing.date !== hearing.date) return [];
  const named = addressedTo(file, command);
  const respondents = named.length > 0 ? named : file.respondents.map(({ name }) => name);
  return [
    {
      type: "meeting-access-received",
      access: { ...meeting, hearing: file.hearing.ordinal, respondents, document, at },
    },
  ];
}

/** 年度第一件, as the other cases of the agency said when this one came. */
function firstOfYearEvents(
  file: CaseFile,
  { firstOfYear = [], parties }: FileDocument,
): readonly CaseEvent[] {
  const noted = new Set(file.principals?.firsts);
  return firstOfYear
    .map((name) => knownName(file, name, parties.respondents))
    .filter((respondent) => !noted.has(respondent))
    .map((respondent) => ({ type: "first-of-year-noted", respondent }));
}

function present(file: CaseFile | undefined): CaseFile {
  if (file === undefined) throw new TypeError("a case file is opened by its first event");
  return file;
}
