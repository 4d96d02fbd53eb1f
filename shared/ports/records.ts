/**
 * What the use cases need of the world, in domain types. `adapters` implement these on AWS, test/support has
 * an in-memory twin of each, and one contract suite runs against both.
 */

import type { BoardRow } from "../domain/board/board-row.ts";
import type { CaseOnBoards } from "../domain/board/case-ahead.ts";
import type { DiaryEntry } from "../domain/board/diary.ts";
import type { WaitingNames } from "../domain/board/waiting-names.ts";
import type { RecordedEvent } from "../domain/case-file/events.ts";
import type { CaseFile } from "../domain/case-file/state.ts";
import type { CaseNumber } from "../domain/court/case-number.ts";
import type { LedgerDuty } from "../domain/court-ledger/ledger-duty.ts";
import type { DocumentRecord, SettledUpload, WaitingReview } from "../domain/document.ts";
import type { FormDraft, FormDraftRef } from "../domain/form-draft.ts";
import type { LostCase } from "../domain/loss/lost-case.ts";
import type { NoticeId } from "../domain/notices/frame/notice-id.ts";
import type { NoticeSubject } from "../domain/notices/frame/notice-subject.ts";
import type { WaitingLine } from "../domain/notices/notice.ts";
import type { OrganisationId } from "../domain/organisations/directory.ts";
import type { ProgrammeEntry, ProgrammeRef } from "../domain/programme/entry.ts";
import type { CasesAsked } from "../domain/search/search-query.ts";
import type { Signing, SigningRef } from "../domain/signing/signing.ts";
import type { BulletinVersion } from "../domain/statistics/bulletin-version.ts";
import type { Docket, StatisticsRow } from "../domain/statistics/statistics-row.ts";
import type { CivilDate, Instant, Month, Year } from "../domain/time/time.ts";
import type { UsedLink } from "../domain/used-link.ts";
import type { Change, Committed } from "./change.ts";

/** Something the sweep should look at; the item itself decides, the index may be stale. */
export type DueItem =
  | { readonly entity: "case"; readonly caseNumber: CaseNumber }
  | { readonly entity: "notice"; readonly subject: NoticeSubject; readonly id: NoticeId }
  | { readonly entity: "line"; readonly line: WaitingLine }
  | { readonly entity: "duty"; readonly court: OrganisationId; readonly month: Month }
  | { readonly entity: "programme"; readonly ref: ProgrammeRef }
  | { readonly entity: "signing"; readonly ref: SigningRef };

/** How many at a time, and which the page before ended with. */
export interface PageAsked {
  readonly after: string | undefined;
  readonly limit: number;
}

/** `next` is the `after` of those that follow. */
export interface PageOfRows {
  readonly rows: readonly BoardRow[];
  readonly next: string | undefined;
}

/** Which of the cases that wait for a name. */
export interface NamesAsked {
  /** Those of one board. */
  readonly board?: string | undefined;
  /** Those behind one of them, by its place. */
  readonly after?: string | undefined;
  /** Read at a time, for a reader who stops early. */
  readonly some?: number;
}

/** A case on a board. */
export type RowAsked = Pick<BoardRow, "board" | "caseNumber">;

export interface PageOfCasesAhead {
  readonly cases: readonly CaseOnBoards[];
  readonly next: string | undefined;
}

/** The one place state is kept. */
export interface Records {
  /** The newest state of a case, read consistently; undefined where there is no such file. */
  caseFile(caseNumber: CaseNumber): Promise<CaseFile | undefined>;
  /** The audit trail of a case, oldest first. */
  history(caseNumber: CaseNumber): Promise<readonly RecordedEvent[]>;
  document(sha256: string): Promise<DocumentRecord | undefined>;
  /** The document an upload turned out to be; undefined while it hasn't been settled. */
  settledUpload(key: string, versionId: string): Promise<SettledUpload | undefined>;
  /** What was uploaded to a folder (`courts/1302`) since, oldest first; the newest may still be missing. */
  uploads(folder: string, from: Instant): AsyncIterable<SettledUpload>;
  duty(court: OrganisationId, month: Month): Promise<LedgerDuty | undefined>;
  /** Those there are of courts in months, in the order asked, by as few requests as bring them. */
  duties(asked: readonly Pick<LedgerDuty, "court" | "month">[]): Promise<readonly LedgerDuty[]>;
  signing(ref: SigningRef): Promise<Signing | undefined>;
  /** All there are of a jurisdiction, by their last month; `from`: those whose last month isn't before it. */
  signings(jurisdiction: string, from?: Month): Promise<readonly Signing[]>;
  programmeEntry(ref: ProgrammeRef): Promise<ProgrammeEntry | undefined>;
  /** All a jurisdiction has recorded in a year, by kind and id. */
  programme(jurisdiction: string, year: Year): Promise<readonly ProgrammeEntry[]>;
  /** Every version of an entry, oldest first. */
  programmeHistory(ref: ProgrammeRef): Promise<readonly ProgrammeEntry[]>;
  /** When and by whom a link was used; undefined while it wasn't. */
  usedLink(nonce: string): Promise<UsedLink | undefined>;
  /** What somebody had begun to fill in; undefined where nothing was saved, or it is gone. */
  formDraft(ref: FormDraftRef): Promise<FormDraft | undefined>;
  commit(change: Change): Promise<Committed>;
  /** What is due at or before an instant in a jurisdiction, earliest first, page by page. */
  due(jurisdiction: string, upTo: Instant): AsyncIterable<DueItem>;
  /** The open cases on a board, by number. */
  board(board: string): AsyncIterable<BoardRow>;
  /** Closed cases with numbers of a year, by number, some at a time. */
  closedCases(board: string, year: Year, page: PageAsked): Promise<PageOfRows>;
  /** The closed cases of an organisation, as {@link Records.closedCases}; its open ones stand on its board. */
  closedCasesOf(organisation: OrganisationId, year: Year, page: PageAsked): Promise<PageOfRows>;
  /**
   * The open cases on bureaus' boards by the first day on which something of them ends or takes place, some at a time; it
   * may lag behind. As many are read of each board as are asked for.
   */
  ahead(boards: readonly string[], page: PageAsked): Promise<PageOfCasesAhead>;
  /** Open cases on a board, by number, some at a time. */
  openCases(board: string, page: PageAsked): Promise<PageOfRows>;
  /** The rows of open cases on boards that are known to have them; one that has left its board since is left out. */
  openRows(asked: readonly RowAsked[]): Promise<readonly BoardRow[]>;
  /**
   * The cases found under what was asked, open and closed, that stand on one of some boards, some at a time: of a number
   * the newest first, of a name those that are no longer than it first. Of many that stand elsewhere there may be fewer
   * than asked for, or none, and yet more to come.
   */
  search(asked: CasesAsked, boards: readonly string[], page: PageAsked): Promise<PageOfRows>;
  /** 败诉案件 in the register of a bureau's jurisdiction, or of an organisation (its board), whose judgments are of a year. */
  losses(owner: string, year: Year): Promise<readonly LostCase[]>;
  /** An organisation's diary from a day on, by date; `some` are read at a time, for a reader who stops early. */
  diary(owner: OrganisationId, from: CivilDate, some?: number): AsyncIterable<DiaryEntry>;
  /** The last entries of an organisation's diary from a day on, the last first. */
  lastInDiary(owner: OrganisationId, from: CivilDate, most: number): Promise<readonly DiaryEntry[]>;
  /** The documents that wait for a bureau, oldest first; `some` are read at a time, for a reader who stops early. */
  reviews(bureau: OrganisationId, some?: number): AsyncIterable<WaitingReview>;
  /** The cases that wait for names the directory doesn't know, by board and number ({@link WaitingNames}). */
  unknownNames(asked?: NamesAsked): AsyncIterable<WaitingNames>;
  /** The statistics rows of the cases first heard in a month. */
  monthRows(jurisdiction: string, month: Month): AsyncIterable<StatisticsRow>;
  /** The statistics rows of all open cases, or of those closed in a month: each case stands in one of them. */
  docketRows(jurisdiction: string, docket: Docket): AsyncIterable<StatisticsRow>;
  /** Those whose period ends with a month: its own, a quarter's, … */
  bulletins(jurisdiction: string, month: Month): Promise<readonly BulletinVersion[]>;
}
