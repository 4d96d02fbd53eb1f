/** Under which keys does each kind of item lie? The table of items in shared/README.md shows them at a glance. */
import { type DiaryEntry, dayOfEntry, whichOfDay } from "../../domain/board/diary.ts";
import type { CaseNumber } from "../../domain/court/case-number.ts";
import type { FormDraftRef } from "../../domain/form-draft.ts";
import { type LossPlace, yearOfLoss } from "../../domain/loss/lost-case.ts";
import type { NoticeId } from "../../domain/notices/frame/notice-id.ts";
import type { NoticeSubject } from "../../domain/notices/frame/notice-subject.ts";
import type { AdminAct } from "../../domain/operations/admin-act.ts";
import type { Job } from "../../domain/operations/job-run.ts";
import type { OrganisationId } from "../../domain/organisations/directory.ts";
import type { DirectoryActRef } from "../../domain/organisations/directory-act.ts";
import type { Download } from "../../domain/originals/download.ts";
import type { ProgrammeKind, ProgrammeRef } from "../../domain/programme/entry.ts";
import type { SearchTerm } from "../../domain/search/search-terms.ts";
import type { SigningRef } from "../../domain/signing/signing.ts";
import type { BulletinVersion } from "../../domain/statistics/bulletin-version.ts";
import type { PeriodKind } from "../../domain/time/period.ts";
import type { Instant, Month, Year } from "../../domain/time/time.ts";

/** Where an item lies. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** The key of each kind of item. */
export const keyOf = {
  caseFile: (caseNumber: CaseNumber): ItemKey => ({ pk: `CASE#${caseNumber}`, sk: "FILE" }),
  event: (caseNumber: CaseNumber, version: number): ItemKey => ({
    pk: `CASE#${caseNumber}`,
    sk: `${EVENT}${padded(version)}`,
  }),
  /** What is still to be written of a change, part by part. */
  rest: (caseNumber: CaseNumber, version: number, part: number): ItemKey => ({
    pk: `CASE#${caseNumber}`,
    sk: `REST#${padded(version)}#${String(part).padStart(3, "0")}`,
  }),
  notice: (subject: NoticeSubject, id: NoticeId): ItemKey => ({
    pk: partitionOf(subject),
    sk: `${NOTICE}${id}`,
  }),
  line: (subject: NoticeSubject, id: NoticeId): ItemKey => ({ pk: partitionOf(subject), sk: `LINE#${id}` }),
  document: (sha256: string): ItemKey => ({ pk: `DOC#${sha256}`, sk: "DOC" }),
  upload: (key: string, versionId: string): ItemKey => ({ pk: `UPLOAD#${key}`, sk: versionId }),
  duty: (court: OrganisationId, month: Month): ItemKey => ({
    pk: partitionOf({ of: "ledger", court, month }),
    sk: "DUTY",
  }),
  /** Drafts and issued bulletins count their versions apart, and each period that ends with the month does. */
  bulletin: ({
    jurisdiction,
    month,
    period,
    state,
    version,
  }: Pick<BulletinVersion, "jurisdiction" | "month" | "period" | "state" | "version">): ItemKey => ({
    pk: partitionOf({ of: "bulletin", jurisdiction, month }),
    sk: `${BULLETIN_VERSION}${period === "month" ? "" : `${period}#`}${state}#${padded(version)}`,
  }),
  /** All of a jurisdiction's lie together: their numbers count through the year, their texts go on from one to the next. */
  signing: ({ jurisdiction, month, period }: SigningRef): ItemKey => ({
    pk: signingsOf(jurisdiction),
    sk: `${PERIOD}${month}#${period}`,
  }),
  programme: (ref: ProgrammeRef): ItemKey => ({
    pk: partitionOf({ of: "programme", ...ref }),
    sk: `${ENTRY}${ref.kind}#${ref.id}`,
  }),
  /** Every version there was of an entry, the present one too. */
  programmeVersion: (ref: ProgrammeRef, version: number): ItemKey => ({
    pk: partitionOf({ of: "programme", ...ref }),
    sk: `${versionsOf(ref)}${padded(version)}`,
  }),
  /** What is open and what is closed lie apart: a board is read by what is open. */
  boardRow: (board: string, caseNumber: CaseNumber, closed: boolean): ItemKey => ({
    pk: boardPartition(board),
    sk: `${closed ? BOARD_CLOSED : BOARD_OPEN}${caseNumber}`,
  }),
  /** By the day of the hearing, which no hearing changes: another day is another hearing. Or by the last day of a duty beside them. */
  diaryEntry: (entry: DiaryEntry): ItemKey => ({
    pk: `DIARY#${entry.owner}`,
    sk: `${dayOfEntry(entry)}#${entry.caseNumber}#${whichOfDay(entry)}#${entry.respondent}`,
  }),
  /** By the year of the judgment: a register is looked at a year at a time. */
  lostCase: (place: LossPlace): ItemKey => ({
    pk: lossPartition(place.owner, yearOfLoss(place)),
    sk: `${LOST}${place.caseNumber}#${place.respondent}`,
  }),
  /** By the minute: whoever takes a paper again at once took it once. */
  download: ({ subject, at, sha256, organisation }: Download): ItemKey => ({
    pk: partitionOf(subject),
    sk: `${DOWNLOAD}${at.slice(0, 16)}#${sha256}#${organisation}`,
  }),
  /** By the first two characters of a name, and from there on in order; by the serial of a number. */
  searchEntry: (term: SearchTerm, caseNumber: CaseNumber): ItemKey =>
    term.of === "number"
      ? { pk: searchPartition(term), sk: caseNumber }
      : { pk: searchPartition(term), sk: `${term.text}#${caseNumber}` },
  /** An organisation's lie together, whichever of its links they were begun by. */
  formDraft: ({ owner, form, caseNumber, respondent, sitting }: FormDraftRef): ItemKey => ({
    pk: `DRAFT#${owner}`,
    sk: `${caseNumber}#${form}#${sitting}#${respondent}`,
  }),
  link: (nonce: string): ItemKey => ({ pk: `LINK#${nonce}`, sk: "USED" }),
  /** Its id begins with whose sessions it is among. */
  session: (id: string): ItemKey => {
    const [mailbox = "", secret = ""] = id.split(".");
    return { pk: `SESSION#${mailbox}`, sk: `${SESSION}${secret}` };
  },
  tries: (who: string, window: Instant): ItemKey => ({ pk: `TRIES#${who}`, sk: window }),
  organisation: (id: OrganisationId): ItemKey => ({ pk: `ORG#${id}`, sk: "ORG" }),
  organisationChange: (id: OrganisationId, change: string): ItemKey => ({
    pk: `ORG#${id}`,
    sk: `${ORGANISATION_CHANGE}${change}`,
  }),
  /** A bureau's acts lie together, by time. */
  directoryAct: ({ bureau, at, id }: DirectoryActRef): ItemKey => ({
    pk: directoryOf(bureau),
    sk: `${ACT}${at}#${id}`,
  }),
  figures: (area: string): ItemKey => ({ pk: OPERATIONS, sk: `FIGURES#${area}` }),
  month: (month: Month): ItemKey => ({ pk: OPERATIONS, sk: `${COUNTED_MONTH}${month}` }),
  boardCount: (): ItemKey => ({ pk: OPERATIONS, sk: "COUNT" }),
  jobRun: (job: Job): ItemKey => ({ pk: OPERATIONS, sk: `${JOB}${job}` }),
  /** Those that make the calendar lie together, under their ids, so that each is there once; the others by time. */
  adminAct: ({ id, at }: Pick<AdminAct, "id" | "at">, ofCalendar: boolean): ItemKey =>
    ofCalendar ? { pk: CALENDAR, sk: `${ACT}${id}` } : { pk: ADMINS, sk: `${ACT}${at}#${id}` },
  lookup: (lookupKey: string, id: OrganisationId): ItemKey => ({
    pk: `LOOKUP#${lookupKey}`,
    sk: `ORG#${id}`,
  }),
} as const;

/** The lost cases of a register and a year. */
export function lossPartition(owner: string, year: Year): string {
  return `LOSS#${owner}#${year}`;
}

/** Where the last runs of jobs, the figures of areas and their count lie, the acts by which the calendar is made, and the others of admins. */
export const OPERATIONS = "OPERATIONS";
export const CALENDAR = "CALENDAR";
export const ADMINS = "ADMINS";

/** Beginnings of sort keys under which several items of a partition lie. */
export const EVENT = "EVENT#";
export const DOWNLOAD = "DOWNLOAD#";
export const ORGANISATION_CHANGE = "CHANGE#";
export const BULLETIN_VERSION = "VERSION#";
export const LOST = "CASE#";
export const BOARD_OPEN = "OPEN#";
export const BOARD_CLOSED = "CLOSED#";
export const ENTRY = "ENTRY#";
export const PERIOD = "PERIOD#";
export const ACT = "ACT#";
export const JOB = "JOB#";
const COUNTED_MONTH = "MONTH#";
export const NOTICE = "NOTICE#";
export const SESSION = "SESSION#";

/** The beginning of the sort keys under which an entry's versions lie. */
export function versionsOf({ kind, id }: Pick<ProgrammeRef, "kind" | "id">): string {
  return `PAST#${kind}#${id}#`;
}

/** Where the cases found under a term lie; no name has the sign in it. */
export function searchPartition(term: SearchTerm): string {
  return term.of === "number" ? `FIND##${term.serial}` : `FIND#${[...term.text].slice(0, 2).join("")}`;
}

/** Where the rows of a board lie. */
export function boardPartition(board: string): string {
  return `BOARD#${board}`;
}

/** Where lies what a bureau did to the directory. */
export function directoryOf(bureau: OrganisationId): string {
  return `DIRECTORY#${bureau}`;
}

/** Where the signings of a jurisdiction's bulletins lie. */
export function signingsOf(jurisdiction: string): string {
  return `SIGNING#${jurisdiction}`;
}

/** The signing whose item lies under a key; undefined where the item is none. */
export function signingAt({ pk, sk }: ItemKey): SigningRef | undefined {
  const [, jurisdiction] = /^SIGNING#(.+)$/su.exec(pk) ?? [];
  const [, month, period] = /^PERIOD#(\d{4}-\d{2})#([a-z-]+)$/u.exec(sk) ?? [];
  return jurisdiction === undefined || month === undefined || period === undefined
    ? undefined
    : { jurisdiction, month: month as Month, period: period as PeriodKind };
}

/** The partition of what a notice belongs to. */
export function partitionOf(subject: NoticeSubject): string {
  switch (subject.of) {
    case "case":
      return `CASE#${subject.caseNumber}`;
    case "document":
      return `DOC#${subject.sha256}`;
    case "bulletin":
      return `BULLETIN#${subject.jurisdiction}#${subject.month}`;
    case "ledger":
      return `LEDGER#${subject.month}#${subject.court}`;
    case "organisation":
      return `ORG#${subject.organisation}`;
    case "programme":
      return `PROGRAMME#${subject.jurisdiction}#${subject.year}`;
    default:
      return subject satisfies never;
  }
}

/** The reverse of {@link partitionOf}; undefined where no notice could lie there. */
export function subjectOf(pk: string): NoticeSubject | undefined {
  const [, kind, rest] = /^([A-Z]+)#(.+)$/su.exec(pk) ?? [];
  if (rest === undefined) return undefined;
  switch (kind) {
    case "CASE":
      return { of: "case", caseNumber: rest as CaseNumber };
    case "DOC":
      return { of: "document", sha256: rest };
    case "BULLETIN": {
      const [, jurisdiction, month] = /^(.+)#(\d{4}-\d{2})$/su.exec(rest) ?? [];
      return jurisdiction === undefined ? undefined : { of: "bulletin", jurisdiction, month: month as Month };
    }
    case "LEDGER": {
      const [, month, court] = /^(\d{4}-\d{2})#(.+)$/su.exec(rest) ?? [];
      return court === undefined
        ? undefined
        : { of: "ledger", court: court as OrganisationId, month: month as Month };
    }
    case "PROGRAMME": {
      const [, jurisdiction, year] = /^(.+)#(\d{4})$/su.exec(rest) ?? [];
      return jurisdiction === undefined ? undefined : { of: "programme", jurisdiction, year: year as Year };
    }
    case "ORG":
      return { of: "organisation", organisation: rest as OrganisationId };
    default:
      return undefined;
  }
}

/** The notice whose item lies under a key; undefined where the item is none. */
export function noticeAt({ pk, sk }: ItemKey): { subject: NoticeSubject; id: NoticeId } | undefined {
  const subject = subjectOf(pk);
  if (subject === undefined || !sk.startsWith(NOTICE)) return undefined;
  return { subject, id: sk.slice(NOTICE.length) as NoticeId };
}

/** The entry whose item lies under a key; undefined where the item is none. */
export function entryAt({ pk, sk }: ItemKey): ProgrammeRef | undefined {
  const subject = subjectOf(pk);
  const [, kind, id] = /^ENTRY#([a-z]+)#(.+)$/su.exec(sk) ?? [];
  if (subject?.of !== "programme" || kind === undefined || id === undefined) return undefined;
  return { jurisdiction: subject.jurisdiction, year: subject.year, kind: kind as ProgrammeKind, id };
}

/** Versions sort as text: seven digits are a change a second for months. */
function padded(version: number): string {
  return String(version).padStart(7, "0");
}
