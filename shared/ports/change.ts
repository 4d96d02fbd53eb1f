/** What one decision changes in the table: all of it is written together, or none. */
import type { BoardRow } from "../domain/board/board-row.ts";
import type { DiaryEntry } from "../domain/board/diary.ts";
import type { WaitingNames } from "../domain/board/waiting-names.ts";
import type { RecordedEvent } from "../domain/case-file/events.ts";
import type { CaseFile } from "../domain/case-file/state.ts";
import type { LedgerDuty } from "../domain/court-ledger/ledger-duty.ts";
import type { DocumentRecord, SettledUpload } from "../domain/document.ts";
import type { FormDraft, FormDraftRef } from "../domain/form-draft.ts";
import type { LossPlace, LostCase } from "../domain/loss/lost-case.ts";
import type { Notice, WaitingLine } from "../domain/notices/notice.ts";
import type { DirectoryAct } from "../domain/organisations/directory-act.ts";
import type { OrganisationChange } from "../domain/organisations/organisation-change.ts";
import type { ProgrammeEntry } from "../domain/programme/entry.ts";
import type { SearchChange } from "../domain/search/search-terms.ts";
import type { Signing } from "../domain/signing/signing.ts";
import type { BulletinVersion } from "../domain/statistics/bulletin-version.ts";
import type { Docket, StatisticsRow } from "../domain/statistics/statistics-row.ts";
import type { Instant, Month } from "../domain/time/time.ts";
import type { UsedLink } from "../domain/used-link.ts";

/** A change of one case file: the next snapshot, the events that led to it, and what is shown of it elsewhere. */
export interface CaseChange extends CaseProjections {
  /** The file after the events; its `version` is `expectedVersion` + 1. */
  readonly file: CaseFile;
  /** The version it was decided on; 0 for a new file. */
  readonly expectedVersion: number;
  readonly events: readonly RecordedEvent[];
  /** When the sweep must look at it next; absent when nothing is owed any more. */
  readonly nextActionAt: Instant | undefined;
}

/** What is kept of a case for those who look at many at once. It follows from the case, and is written with it. */
export interface CaseProjections {
  readonly boards: BoardChange;
  /** Its listing among the cases that wait for names (名录待补); undefined of one that waits for none. */
  readonly names: WaitingNames | undefined;
  /** Entries of diaries that are new or changed. */
  readonly diary: readonly DiaryEntry[];
  readonly counted: CountedRows;
  /** 败诉案件台账: its losses for each register they stand in, and places in registers where they stand no longer. */
  readonly losses: LossChange;
  /** What it is found under (search box), as far as that is new. */
  readonly search: SearchChange;
}

/** What a change of a case does to the boards of bureaus and of the organisations whose case it is. */
export interface BoardChange {
  /** Its rows on all of them; none where they say what they said. */
  readonly rows: readonly BoardRow[];
  /** Boards among whose open cases it stands no longer. */
  readonly gone: readonly string[];
  /** Boards among whose closed cases it stands no longer: what had closed it was taken back, or it has moved away. */
  readonly reopened?: readonly string[];
}

/** What a change of a case does to the registers of lost cases. */
export interface LossChange {
  readonly rows: readonly LostCase[];
  readonly gone: readonly LossPlace[];
}

/**
 * Its rows in the statistics, one per respondent: under the month of its first sitting (no month while nothing was heard), and
 * under that in which it was closed, or among what is open; undefined of what has no rows.
 */
export interface CountedRows {
  readonly month: Month | undefined;
  readonly docket: Docket | undefined;
  readonly rows: readonly StatisticsRow[];
}

/**
 * Everything one decision changes, written whole or not at all. `token` makes a repeated attempt of the same write
 * harmless. A case of very many parties has more to write than one transaction holds (100 items): then the case with everything
 * that has a condition is written first and together, and what is shown of it elsewhere, and notices, right after it. Where it
 * breaks off in between, the rest is written before anybody changes the case again, and by the next sweep at the latest.
 */
export interface Change {
  readonly token: string;
  readonly cases?: readonly CaseChange[];
  readonly notices?: readonly Notice[];
  /** What it brings about and isn't written yet: letters that wait for the mail of the day, for whoever shows what a decision does. */
  readonly coming?: readonly Notice[];
  readonly lines?: readonly WaitingLine[];
  readonly document?: DocumentRecord;
  /** The state the document must still be in; else it is enough that it hasn't been read meanwhile. */
  readonly documentWas?: DocumentRecord["state"];
  readonly upload?: SettledUpload;
  /** Courts' monthly duties with the version they were decided on (0: new). */
  readonly duties?: readonly DutyWrite[];
  /** Entries of programmes; every version is kept. */
  readonly programme?: readonly ProgrammeWrite[];
  /** Waiting lines this change folds into a digest: they are gone afterwards. */
  readonly folded?: readonly WaitingLine[];
  readonly bulletin?: BulletinVersion;
  readonly signings?: readonly SigningWrite[];
  /** Changes of the directory's entries, each of another organisation's; the entry must still be as it was before. */
  readonly organisations?: readonly OrganisationChange[];
  /** The act of a bureau that made them. */
  readonly directoryAct?: DirectoryAct;
  /** Drafts of forms that are saved: the one before must still be of the revision before (1: there is none). */
  readonly drafts?: readonly FormDraft[];
  /** Drafts that are done with: handed in, or thrown away. */
  readonly draftsDone?: readonly FormDraftRef[];
  /** The link this decision came by: it can bring no second one. */
  readonly usedLink?: UsedLink;
}

/** A court's monthly duty, and when the sweep must look at it next. */
export interface DutyWrite {
  /** `version` is `expectedVersion` + 1. */
  readonly duty: LedgerDuty;
  /** The version it was decided on; 0 for a new duty. */
  readonly expectedVersion: number;
  readonly nextActionAt: Instant | undefined;
}

/** An entry of a programme (工作台账), and when the sweep must look at it next. */
export interface ProgrammeWrite {
  /** `version` is `expectedVersion` + 1. */
  readonly entry: ProgrammeEntry;
  /** The version it was decided on; 0 for a new entry. */
  readonly expectedVersion: number;
  readonly nextActionAt: Instant | undefined;
}

/** The signing of a bulletin (签发), and when the sweep must look at it next. */
export interface SigningWrite {
  /** `version` is `expectedVersion` + 1. */
  readonly signing: Signing;
  /** The version it was decided on; 0 for a new one. */
  readonly expectedVersion: number;
  readonly nextActionAt: Instant | undefined;
}

/** `conflict`: somebody changed one of the items since it was read; read again and decide again. */
export type Committed = "committed" | "conflict";

/**
 * A change is more than can be written together: items, bytes, or one item alone. Nothing of it that has a condition was written,
 * and the same change made again comes to the same. Says which and how much, never what stands in it.
 */
export class ChangeTooLarge extends Error {
  override readonly name = "ChangeTooLarge";
}
