/** What the in-memory twins keep; {@link memoryRecords} and {@link memoryOutbox} of one table see each other's notices. */

import { WAKE_AGAIN_MINUTES } from "../../../shared/adapters/case-table/new-notice.ts";
import type { BoardRow } from "../../../shared/domain/board/board-row.ts";
import type { DiaryEntry } from "../../../shared/domain/board/diary.ts";
import type { RecordedEvent } from "../../../shared/domain/case-file/events.ts";
import type { LedgerDuty } from "../../../shared/domain/court-ledger/ledger-duty.ts";
import type { DocumentRecord, SettledUpload } from "../../../shared/domain/document.ts";
import type { FormDraft } from "../../../shared/domain/form-draft.ts";
import type { LostCase } from "../../../shared/domain/loss/lost-case.ts";
import type { NoticeId } from "../../../shared/domain/notices/frame/notice-id.ts";
import type { NoticeSubject } from "../../../shared/domain/notices/frame/notice-subject.ts";
import type { Notice, WaitingLine } from "../../../shared/domain/notices/notice.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import type { DirectoryAct } from "../../../shared/domain/organisations/directory-act.ts";
import type { OrganisationChange } from "../../../shared/domain/organisations/organisation-change.ts";
import type { Download } from "../../../shared/domain/originals/download.ts";
import type { ProgrammeEntry, ProgrammeRef } from "../../../shared/domain/programme/entry.ts";
import type { SearchEntry } from "../../../shared/domain/search/search-terms.ts";
import type { BulletinVersion } from "../../../shared/domain/statistics/bulletin-version.ts";
import { addMinutes, type Instant } from "../../../shared/domain/time/time.ts";
import type { UsedLink } from "../../../shared/domain/used-link.ts";
import type { CaseChange, Change, ProgrammeWrite, SigningWrite } from "../../../shared/ports/change.ts";
import type { OutboxItem } from "../../../shared/ports/outbox.ts";
import { frozen } from "./frozen.ts";

export interface StoredNotice extends OutboxItem {
  readonly reason?: string;
  readonly settledAt?: Instant;
  readonly dueAt?: Instant;
  /** Since when it is known not to have arrived. */
  readonly lostAt?: Instant;
}

export interface MemoryTable {
  readonly jurisdiction: string;
  readonly cases: Map<string, CaseChange>;
  readonly events: Map<string, readonly RecordedEvent[]>;
  readonly notices: Map<string, StoredNotice>;
  readonly lines: Map<string, WaitingLine>;
  /** Lines that left with a mail which the table, put back, didn't know of. */
  readonly toldLines: Map<string, Instant>;
  readonly documents: Map<string, DocumentRecord>;
  readonly uploads: Map<string, SettledUpload>;
  readonly duties: Map<string, { readonly duty: LedgerDuty; readonly nextActionAt: Instant | undefined }>;
  readonly programme: Map<string, ProgrammeWrite>;
  readonly programmePast: Map<string, readonly ProgrammeEntry[]>;
  /** By board, openness and case number. */
  readonly boardRows: Map<string, BoardRow>;
  /** By term and case number. */
  readonly searchEntries: Map<string, SearchEntry>;
  /** By owner, day and hearing. */
  readonly diaries: Map<string, DiaryEntry>;
  /** By owner, year, case and respondent. */
  readonly losses: Map<string, LostCase>;
  readonly bulletins: Map<string, BulletinVersion>;
  readonly signings: Map<string, SigningWrite>;
  readonly formDrafts: Map<string, FormDraft>;
  readonly usedLinks: Map<string, UsedLink>;
  /** By subject, minute, paper and organisation. */
  readonly downloads: Map<string, Download>;
  readonly organisations: Map<string, Organisation>;
  /** By organisation and act. */
  readonly organisationChanges: Map<string, OrganisationChange>;
  readonly directoryActs: Map<string, DirectoryAct>;
  /** Changes written, by token. */
  readonly committed: Map<string, readonly Change[]>;
}

/** An empty table of one jurisdiction. */
export function memoryTable(jurisdiction: string): MemoryTable {
  return {
    jurisdiction,
    cases: new Map(),
    events: new Map(),
    notices: new Map(),
    lines: new Map(),
    toldLines: new Map(),
    documents: new Map(),
    uploads: new Map(),
    duties: new Map(),
    programme: new Map(),
    programmePast: new Map(),
    boardRows: new Map(),
    searchEntries: new Map(),
    diaries: new Map(),
    losses: new Map(),
    bulletins: new Map(),
    signings: new Map(),
    formDrafts: new Map(),
    usedLinks: new Map(),
    downloads: new Map(),
    organisations: new Map(),
    organisationChanges: new Map(),
    directoryActs: new Map(),
    committed: new Map(),
  };
}

/** One text for each (subject, id). */
export function keyOf(subject: NoticeSubject, id: NoticeId): string {
  return `${subjectKeyOf(subject)} ${id}`;
}

/** One text for each subject, in whatever order its names come. */
export function subjectKeyOf(subject: NoticeSubject): string {
  return Object.entries(subject).toSorted().flat().join(" ");
}

/** One text for each entry; sorts by kind and id within a year. */
export function entryKeyOf({ jurisdiction, year, kind, id }: ProgrammeRef): string {
  return [jurisdiction, year, kind, id].join("#");
}

/** Puts a notice, unless one of its identity is there. */
export function putNotice(table: MemoryTable, notice: Notice, now: Instant): void {
  const key = keyOf(notice.subject, notice.id);
  if (table.notices.has(key)) return;
  const held = notice.releaseAt > now;
  table.notices.set(key, {
    notice: frozen(notice),
    state: held ? "held" : "pending",
    attempts: 0,
    dueAt: held ? notice.releaseAt : addMinutes(now, WAKE_AGAIN_MINUTES),
  });
}
