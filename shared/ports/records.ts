/**
 * What the use cases need of the world, in domain types. `adapters` implement these on AWS, test/support has
 * an in-memory twin of each, and one contract suite runs against both.
 */

import type { BoardRow } from "../domain/board/board-row.ts";
import type { DiaryEntry } from "../domain/board/diary.ts";
import type { RecordedEvent } from "../domain/case-file/events.ts";
import type { CaseFile } from "../domain/case-file/state.ts";
import type { CaseNumber } from "../domain/court/case-number.ts";
import type { LedgerDuty } from "../domain/court-ledger/ledger-duty.ts";
import type { Notice, NoticeId, NoticeState, NoticeSubject, WaitingLine } from "../domain/notices/notice.ts";
import type { Organisation, OrganisationId } from "../domain/organisations/directory.ts";
import type { OrganisationChange } from "../domain/organisations/organisation-change.ts";
import type { ProgrammeEntry, ProgrammeRef } from "../domain/programme/entry.ts";
import type { StatisticsRow } from "../domain/statistics/statistics-row.ts";
import type { PeriodKind } from "../domain/time/period.ts";
import type { CivilDate, Instant, Month, Year } from "../domain/time/time.ts";

/** A change of one case file: the next snapshot and the events that led to it. */
export interface CaseChange {
  /** The file after the events; its `version` is `expectedVersion` + 1. */
  readonly file: CaseFile;
  /** The version it was decided on; 0 for a new file. */
  readonly expectedVersion: number;
  readonly events: readonly RecordedEvent[];
  /** When the sweep must look at it next; absent when nothing is owed any more. */
  readonly nextActionAt: Instant | undefined;
  /** One row per respondent for the month of its first sitting; absent while nothing was heard. */
  readonly month: Month | undefined;
  readonly rows: readonly StatisticsRow[];
  readonly board: BoardChange;
}

/** What a change of a case does to the bureaus' boards. */
export interface BoardChange {
  readonly rows: readonly BoardRow[];
  /** Boards among whose open cases it stands no longer. */
  readonly gone: readonly string[];
  /** Entries of diaries that are new or changed. */
  readonly diary: readonly DiaryEntry[];
}

/** A document that waits for a person (人工复核), as a board lists it. */
export interface WaitingReview {
  readonly sha256: string;
  readonly kind: string;
  readonly key: string;
  readonly receivedAt: Instant;
  readonly caseNumbers: readonly CaseNumber[];
}

/** An organisation with addresses that refused mail, as a board lists it. */
export interface FailedAddress {
  readonly organisation: OrganisationId;
  readonly name: string;
  readonly addresses: readonly string[];
}

/** What became of a document; `rejected` and `needs-review` say why, in Chinese. */
export interface DocumentRecord {
  readonly sha256: string;
  readonly state: "read" | "needs-review" | "rejected";
  readonly kind: string;
  readonly caseNumbers: readonly CaseNumber[];
  readonly why?: string;
  /** While it waits for a person, and of a court's report: all that was read in it, facts with their spans, in JSON. */
  readonly reading?: string;
  /** The bureau that looks at it while it waits. */
  readonly bureau?: OrganisationId;
  /** With it, the text it was read from. */
  readonly text?: string;
  readonly firstUpload: Upload;
}

/** One version of one object in the inbox bucket. */
export interface Upload {
  readonly key: string;
  readonly versionId: string;
  readonly at: Instant;
}

/** An upload and the document it turned out to be. */
export interface SettledUpload extends Upload {
  readonly sha256: string;
}

/**
 * Everything one decision changes, written whole or not at all: at most 100 items. `token` makes a repeated
 * attempt of the same write harmless.
 */
export interface Change {
  readonly token: string;
  readonly cases?: readonly CaseChange[];
  readonly notices?: readonly Notice[];
  readonly lines?: readonly WaitingLine[];
  readonly document?: DocumentRecord;
  /** The state the document must still be in; else it is enough that it hasn't been read meanwhile. */
  readonly documentWas?: DocumentRecord["state"];
  readonly upload?: SettledUpload;
  /** Courts' monthly duties with the version they were decided on (0: new). */
  readonly duties?: readonly {
    readonly duty: LedgerDuty;
    readonly expectedVersion: number;
    readonly nextActionAt: Instant | undefined;
  }[];
  /** Entries of programmes; every version is kept. */
  readonly programme?: readonly ProgrammeWrite[];
  /** Waiting lines this change folds into a digest: they are gone afterwards. */
  readonly folded?: readonly WaitingLine[];
  readonly bulletin?: BulletinVersion;
  /** What an organisation told of itself; the entry must still be as it was before. */
  readonly organisation?: OrganisationChange;
  /** The link this decision came by: it can bring no second one. */
  readonly usedLink?: UsedLink;
}

/** An entry of a programme (工作台账), and when the sweep must look at it next. */
export interface ProgrammeWrite {
  /** `version` is `expectedVersion` + 1. */
  readonly entry: ProgrammeEntry;
  /** The version it was decided on; 0 for a new entry. */
  readonly expectedVersion: number;
  readonly nextActionAt: Instant | undefined;
}

/** A link that has been used (办理链接): once for all. */
export interface UsedLink {
  readonly nonce: string;
  readonly at: Instant;
  /** Who acted, as typed. */
  readonly by: string;
}

/** `conflict`: somebody changed one of the items since it was read; read again and decide again. */
export type Committed = "committed" | "conflict";

/** Something the sweep should look at; the item itself decides, the index may be stale. */
export type DueItem =
  | { readonly entity: "case"; readonly caseNumber: CaseNumber }
  | { readonly entity: "notice"; readonly subject: NoticeSubject; readonly id: NoticeId }
  | { readonly entity: "line"; readonly line: WaitingLine }
  | { readonly entity: "duty"; readonly court: OrganisationId; readonly month: Month }
  | { readonly entity: "programme"; readonly ref: ProgrammeRef };

/** The one place state is kept. */
export interface Records {
  /** The newest state of a case, read consistently; undefined where there is no such file. */
  caseFile(caseNumber: CaseNumber): Promise<CaseFile | undefined>;
  /** The audit trail of a case, oldest first. */
  history(caseNumber: CaseNumber): Promise<readonly RecordedEvent[]>;
  document(sha256: string): Promise<DocumentRecord | undefined>;
  /** The document an upload turned out to be; undefined while it hasn't been settled. */
  settledUpload(key: string, versionId: string): Promise<SettledUpload | undefined>;
  duty(court: OrganisationId, month: Month): Promise<LedgerDuty | undefined>;
  programmeEntry(ref: ProgrammeRef): Promise<ProgrammeEntry | undefined>;
  /** All a jurisdiction has recorded in a year, by kind and id. */
  programme(jurisdiction: string, year: Year): Promise<readonly ProgrammeEntry[]>;
  /** Every version of an entry, oldest first. */
  programmeHistory(ref: ProgrammeRef): Promise<readonly ProgrammeEntry[]>;
  /** When and by whom a link was used; undefined while it wasn't. */
  usedLink(nonce: string): Promise<UsedLink | undefined>;
  commit(change: Change): Promise<Committed>;
  /** What is due at or before an instant in a jurisdiction, earliest first, page by page. */
  due(jurisdiction: string, upTo: Instant): AsyncIterable<DueItem>;
  /** The open cases on a board, by number. */
  board(board: string): AsyncIterable<BoardRow>;
  /** Closed cases with numbers of a year, by number, some at a time; `next` is the `after` of those that follow. */
  closedCases(
    board: string,
    year: Year,
    page: { readonly after: string | undefined; readonly limit: number },
  ): Promise<{ readonly rows: readonly BoardRow[]; readonly next: string | undefined }>;
  /** An organisation's diary from a day on, by date. */
  diary(owner: OrganisationId, from: CivilDate): AsyncIterable<DiaryEntry>;
  /** The documents that wait for a bureau, oldest first. */
  reviews(bureau: OrganisationId): AsyncIterable<WaitingReview>;
  /** The statistics rows of the cases first heard in a month. */
  monthRows(jurisdiction: string, month: Month): AsyncIterable<StatisticsRow>;
  /** Those whose period ends with a month: its own, a quarter's, … */
  bulletins(jurisdiction: string, month: Month): Promise<readonly BulletinVersion[]>;
}

/** A version of a bulletin; the files lie in the records bucket under `folder`. */
export interface BulletinVersion {
  readonly jurisdiction: string;
  /** The last month of its period. */
  readonly month: Month;
  readonly period: PeriodKind;
  readonly version: number;
  readonly state: "draft" | "issued";
  readonly at: Instant;
  /** SHA-256 of the frozen rows: the same rows make no new version. */
  readonly rowsSha256: string;
  readonly folder: string;
}

/** Reads the directory by exact keys; see `lookup` in domain/directory.ts. */
export interface Directory {
  organisation(id: OrganisationId): Promise<Organisation | undefined>;
  /** All organisations found under a lookup key; more than one for a name means it is ambiguous. */
  find(lookupKey: string): Promise<readonly Organisation[]>;
  /**
   * Adds or replaces organisations; those not named stay, and an address known to be undeliverable stays so unless
   * the new entry says otherwise. Safe to repeat.
   */
  save(organisations: readonly Organisation[]): Promise<void>;
  /** What an organisation told of itself ({@link Change.organisation}), oldest first. */
  changes(id: OrganisationId): Promise<readonly OrganisationChange[]>;
  /** Marks an address as refusing mail, so that nothing more is sent there. */
  markUndeliverable(id: OrganisationId, address: string): Promise<void>;
  /** The organisations of a jurisdiction with an address that refused mail, by id. */
  failedAddresses(jurisdiction: string): Promise<readonly FailedAddress[]>;
}

/** What the mail carrier said of a mail, by its notice. */
export interface MailFeedback {
  readonly subject: NoticeSubject;
  readonly id: NoticeId;
  readonly at: Instant;
  readonly became: "accepted" | "delivered" | "bounced" | "complained" | "failed";
  /** Why, in the carrier's words; no address in it. */
  readonly reason?: string;
}

/** A notice and where it stands. */
export interface OutboxItem {
  readonly notice: Notice;
  readonly state: NoticeState;
  readonly attempts: number;
  readonly messageId?: string;
}

/** The outbox: notices from decision to delivery. */
export interface Outbox {
  item(subject: NoticeSubject, id: NoticeId): Promise<OutboxItem | undefined>;
  /** Puts a notice that no case's change carries; an id already there is left as it is. */
  add(notice: Notice, now: Instant): Promise<void>;
  /** held → pending, once its time has come; the table's stream then wakes the mailer. */
  release(subject: NoticeSubject, id: NoticeId, now: Instant): Promise<void>;
  /**
   * pending → sending, for whoever comes first, until `leaseUntil`. undefined: somebody else has it, or it is
   * sent already.
   */
  claim(subject: NoticeSubject, id: NoticeId, leaseUntil: Instant): Promise<OutboxItem | undefined>;
  /** sending → accepted. */
  accepted(subject: NoticeSubject, id: NoticeId, messageId: string, at: Instant): Promise<void>;
  /**
   * sending → held until `retryAt` (a passing error), or failed for good where that is undefined; it then stays
   * due until {@link Outbox.reported}.
   */
  refused(subject: NoticeSubject, id: NoticeId, reason: string, retryAt: Instant | undefined): Promise<void>;
  /**
   * A lease that ran out: nobody knows whether the mail left. Back to pending while attempts remain, else
   * ambiguous, which stays due until {@link Outbox.reported}.
   */
  expire(
    subject: NoticeSubject,
    id: NoticeId,
    now: Instant,
    maxAttempts: number,
  ): Promise<"pending" | "ambiguous" | "unchanged">;
  /** A person has been told of a notice that failed or stayed ambiguous: it is not due any more. */
  reported(subject: NoticeSubject, id: NoticeId): Promise<void>;
  /** Settles a notice by what the carrier reports; events may come twice, late, or before `accepted`. */
  settle(feedback: MailFeedback): Promise<"settled" | "unchanged">;
}

/** A file of the inbox or records bucket. */
export interface StoredFile {
  readonly key: string;
  readonly versionId: string;
  readonly size: number;
  readonly at: Instant;
}

/** A bucket. */
export interface Files {
  /** The bytes of one version; `too-large` where it has more than `maxBytes`, `missing` where it is gone. */
  read(
    key: string,
    versionId: string | undefined,
    maxBytes: number,
  ): Promise<Uint8Array | "too-large" | "missing">;
  write(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  list(prefix: string): AsyncIterable<StoredFile>;
}

/** A web form by which a browser sends one file straight to a bucket: its fields, and last the file as `file`. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A file as it was dropped. `start`: its first bytes, by which its format is told. */
export interface DroppedFile {
  readonly key: string;
  readonly versionId: string;
  /** As its owner calls it. */
  readonly name: string;
  readonly size: number;
  readonly at: Instant;
  readonly start: Uint8Array;
}

/** Where people drop files, each under a key that nobody but a link's holder can know; what nobody takes up is deleted. */
export interface Dropbox {
  /** Where its forms are sent to, for the pages' policy: `https://bucket.s3.region.amazonaws.com`. */
  origin(): Promise<string>;
  /** A form good for an hour, for exactly this key and at most so many bytes; the browser then goes `backTo`. */
  form(key: string, mostBytes: number, backTo: string): Promise<UploadForm>;
  /** The newest file under a key. */
  dropped(key: string): Promise<DroppedFile | undefined>;
  read: Files["read"];
}

/** Files that prove something: locked, and read by an address that is good for some minutes. */
export interface Evidence {
  /** Keeps a file under its hash in a folder; the same bytes twice are one file. */
  keep(
    folder: string,
    bytes: Uint8Array,
    contentType: string,
  ): Promise<{ readonly key: string; readonly sha256: string }>;
  address(key: string, as: { readonly name: string; readonly contentType: string }): Promise<string>;
}

/** A mail ready to go: MIME, and the notice it carries. */
export interface OutgoingMail {
  readonly notice: Pick<Notice, "id" | "subject">;
  readonly to: string;
  readonly mime: Uint8Array;
}

/** `passing`: try again later; otherwise no later attempt can succeed. A lost answer is thrown. */
export type SendResult =
  | { readonly sent: true; readonly messageId: string }
  | { readonly sent: false; readonly passing: boolean; readonly reason: string };

/** Sends one mail to one recipient. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<SendResult>;
}

/** Asks for a file of the inbox to be taken in again. */
export interface IntakeQueue {
  enqueue(file: StoredFile): Promise<void>;
}
