/** How a change is read and written in one transaction: the {@link Records} on the case table. */
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { type BoardRow, organisationBoard } from "../../domain/board/board-row.ts";
import type { DiaryEntry } from "../../domain/board/diary.ts";
import type { SettledUpload, WaitingReview } from "../../domain/document.ts";
import type { ProgrammeEntry } from "../../domain/programme/entry.ts";
import type { BulletinVersion } from "../../domain/statistics/bulletin-version.ts";
import type { StatisticsRow } from "../../domain/statistics/statistics-row.ts";
import type { Year } from "../../domain/time/time.ts";
import type { Change, Committed } from "../../ports/change.ts";
import type { DueItem, PageAsked, PageOfRows, Records } from "../../ports/records.ts";
import { writesOf } from "./change-writes.ts";
import { amendmentWrites } from "./directory.ts";
import { UnreadableItem } from "./faults.ts";
import {
  docketPartition,
  duePartitions,
  monthPartition,
  reviewPartition,
  uploadPartition,
} from "./indexes.ts";
import {
  BoardItem,
  BulletinItem,
  CaseItem,
  DiaryItem,
  DocumentItem,
  DutyItem,
  EventItem,
  FormDraftItem,
  LineItem,
  LossItem,
  monthRow,
  ProgrammeItem,
  SigningItem,
  UploadItem,
  UsedLinkItem,
} from "./items.ts";
import {
  BOARD_CLOSED,
  BOARD_OPEN,
  BULLETIN_VERSION,
  boardPartition,
  ENTRY,
  EVENT,
  entryAt,
  type ItemKey,
  keyOf,
  LOST,
  lossPartition,
  noticeAt,
  PERIOD,
  partitionOf,
  signingAt,
  signingsOf,
  subjectOf,
  versionsOf,
} from "./keys.ts";
import { finish, finishCases, firstOf } from "./remainder.ts";
import { waitingReview } from "./schemas/board.ts";
import { settledUpload } from "./schemas/records.ts";
import { casesAhead, searchCases } from "./search.ts";
import {
  type CaseTable,
  readBack,
  readBoardIndex,
  readCases,
  readDue,
  readFrom,
  readItem,
  readItems,
  readListing,
  readPartition,
  readSome,
} from "./table.ts";
import { inTransactions, type Write } from "./transactions.ts";
import type { StoredItem } from "./upcast/upcaster.ts";
import { namesThatWait } from "./waiting-names.ts";
import { writeTogether } from "./write.ts";

/**
 * Records in a table. `jurisdiction` is the code of the municipality the deployment serves, whose items the indexes
 * list together; who only reads by key can do without.
 */
export function caseRecords(client: DynamoDBDocumentClient, table: string, jurisdiction = ""): Records {
  const at: CaseTable = { client, name: table };
  return {
    caseFile: async (caseNumber) => (await readItem(at, CaseItem, keyOf.caseFile(caseNumber)))?.file,
    document: async (sha256) => (await readItem(at, DocumentItem, keyOf.document(sha256)))?.document,
    settledUpload: async (key, versionId) =>
      (await readItem(at, UploadItem, keyOf.upload(key, versionId)))?.upload,
    async *uploads(folder, from): AsyncIterable<SettledUpload> {
      for await (const item of readBoardIndex(at, uploadPartition(folder), { from }))
        yield readListing(item, settledUpload);
    },
    async duties(asked) {
      const keys = asked.map(({ court, month }) => keyOf.duty(court, month));
      return (await readItems(at, DutyItem, keys)).map(({ duty }) => duty);
    },
    duty: async (court, month) => (await readItem(at, DutyItem, keyOf.duty(court, month)))?.duty,

    formDraft: async (ref) => (await readItem(at, FormDraftItem, keyOf.formDraft(ref)))?.draft,
    usedLink: async (nonce) => (await readItem(at, UsedLinkItem, keyOf.link(nonce)))?.link,

    async history(caseNumber) {
      const items = await Array.fromAsync(readPartition(at, partitionOf({ of: "case", caseNumber }), EVENT));
      return items.flatMap((item) => EventItem.read(item).events);
    },

    async bulletins(area, month): Promise<readonly BulletinVersion[]> {
      const pk = partitionOf({ of: "bulletin", jurisdiction: area, month });
      const items = await Array.fromAsync(readPartition(at, pk, BULLETIN_VERSION));
      return items.map((item) => BulletinItem.read(item).bulletin);
    },

    signing: async (ref) => (await readItem(at, SigningItem, keyOf.signing(ref)))?.signing,
    async signings(area, from) {
      const items = await Array.fromAsync(
        readFrom(at, signingsOf(area), `${PERIOD}${from ?? ""}`, undefined),
      );
      return items.map((item) => SigningItem.read(item).signing);
    },
    programmeEntry: async (ref) => (await readItem(at, ProgrammeItem, keyOf.programme(ref)))?.entry,
    programme: (area, year) => entriesIn(at, area, year, ENTRY),
    programmeHistory: ({ jurisdiction: area, year, ...ref }) => entriesIn(at, area, year, versionsOf(ref)),

    board: (board) => openRows(at, board),
    closedCases: (board, year, page) => somePage(at, board, closedIn(year), page),
    openCases: (board, page) => somePage(at, board, BOARD_OPEN, page),
    async openRows(asked) {
      const keys = asked.map(({ board, caseNumber }) => keyOf.boardRow(board, caseNumber, false));
      return (await readItems(at, BoardItem, keys, "eventual")).map(({ row }) => row);
    },
    search: (asked, boards, page) => searchCases(at, asked, boards, page),
    ahead: (boards, page) => casesAhead(at, boards, page),
    closedCasesOf: (id, year, page) => somePage(at, organisationBoard(id), closedIn(year), page),

    async losses(owner, year) {
      const items = await Array.fromAsync(readPartition(at, lossPartition(owner, year), LOST));
      return items.map((item) => LossItem.read(item).loss);
    },

    async *diary(owner, from, some): AsyncIterable<DiaryEntry> {
      for await (const item of readFrom(at, `DIARY#${owner}`, from, some)) yield DiaryItem.read(item).entry;
    },

    async lastInDiary(owner, from, most) {
      const items = await readBack(at, { pk: `DIARY#${owner}`, from, limit: most });
      return items.map((item) => DiaryItem.read(item).entry);
    },

    async *reviews(bureau, some): AsyncIterable<WaitingReview> {
      for await (const item of readBoardIndex(at, reviewPartition(bureau), { some }))
        yield readListing(item, waitingReview);
    },

    unknownNames: (asked) => namesThatWait(at, jurisdiction, asked),

    async *monthRows(area, month): AsyncIterable<StatisticsRow> {
      for await (const item of readCases(at, "month", monthPartition(area, month))) yield* rowsOf(item);
    },

    async *docketRows(area, docket): AsyncIterable<StatisticsRow> {
      for await (const item of readCases(at, "docket", docketPartition(area, docket))) yield* rowsOf(item);
    },

    async *due(area, upTo): AsyncIterable<DueItem> {
      // One that can't be read is reported, but after the others: it must not keep them from being looked at.
      let unreadable: UnreadableItem | undefined;
      for await (const items of inChunks(readDue(at, duePartitions(area), upTo), DUE_AT_ONCE)) {
        const found = await Promise.all(items.map((item) => dueItem(at, item).catch(orUnreadable)));
        for (const one of found) {
          if (one instanceof UnreadableItem) unreadable ??= one;
          else if (one !== undefined) yield one;
        }
      }
      if (unreadable !== undefined) throw unreadable;
    },

    async commit(change) {
      const writes = writesOf(change, table, jurisdiction);
      const amendments = await Promise.all(
        (change.organisations ?? []).map((one) => amendmentWrites(at, one)),
      );
      if (amendments.includes(undefined)) return "conflict";
      const all = [...writes, ...amendments.flatMap((one) => one ?? [])];
      return commitAll(at, change, all, jurisdiction);
    },
  };
}

/** In one transaction, or, where none holds it, in several. */
async function commitAll(
  table: CaseTable,
  change: Change,
  writes: readonly Write[],
  jurisdiction: string,
): Promise<Committed> {
  const plan = inTransactions(writes);
  if (plan.parts.length > 0 && change.cases !== undefined && change.cases.length > 0) {
    const first = firstOf(change, plan, table.name, jurisdiction);
    const committed = await together(first.writes);
    if (committed === "committed") await finish(table, first.rest);
    return committed;
  }
  // Letters that belong to no case are told from others by their keys alone.
  for (const part of plan.parts) if ((await together(part)) === "conflict") return "conflict";
  return together(plan.together);

  async function together(some: readonly Write[]): Promise<Committed> {
    const committed = await writeTogether(table, change.token, some);
    if (committed === "conflict") await finishCases(table, change);
    return committed;
  }
}

/** Lines of digests are read side by side, so many at a time. */
const DUE_AT_ONCE = 25;

async function* inChunks<One>(all: AsyncIterable<One>, most: number): AsyncIterable<readonly One[]> {
  let chunk: One[] = [];
  for await (const one of all) {
    chunk.push(one);
    if (chunk.length < most) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function orUnreadable(fault: unknown): UnreadableItem {
  if (fault instanceof UnreadableItem) return fault;
  throw fault;
}

async function dueItem(table: CaseTable, item: StoredItem): Promise<DueItem | undefined> {
  const key = { pk: String(item.pk), sk: String(item.sk) };
  switch (item.entity) {
    case CaseItem.entity:
      return { entity: "case", caseNumber: subjectAt(key, "case").caseNumber };
    case "notice": {
      const notice = noticeAt(key);
      if (notice === undefined) throw new UnreadableItem(key, "is not where a notice lies");
      return { entity: "notice", ...notice };
    }
    case LineItem.entity: {
      const found = await readItem(table, LineItem, key);
      return found && { entity: "line", line: found.line };
    }
    case DutyItem.entity: {
      const { court, month } = subjectAt(key, "ledger");
      return { entity: "duty", court, month };
    }
    case ProgrammeItem.entity: {
      const ref = entryAt(key);
      if (ref === undefined) throw new UnreadableItem(key, "is not where an entry of a programme lies");
      return { entity: "programme", ref };
    }
    case SigningItem.entity: {
      const ref = signingAt(key);
      if (ref === undefined) throw new UnreadableItem(key, "is not where a signing lies");
      return { entity: "signing", ref };
    }
    default:
      throw new UnreadableItem(key, "is of a kind that is never due");
  }
}

async function* openRows(table: CaseTable, board: string): AsyncIterable<BoardRow> {
  for await (const item of readPartition(table, boardPartition(board), BOARD_OPEN, "eventual"))
    yield BoardItem.read(item).row;
}

function closedIn(year: Year): string {
  return `${BOARD_CLOSED}（${year}）`;
}

async function somePage(
  table: CaseTable,
  board: string,
  prefix: string,
  { after, limit }: PageAsked,
): Promise<PageOfRows> {
  const { items, next } = await readSome(table, { pk: boardPartition(board), prefix, after, limit });
  return { rows: items.map((item) => BoardItem.read(item).row), next };
}

async function entriesIn(
  table: CaseTable,
  jurisdiction: string,
  year: Year,
  beginning: string,
): Promise<readonly ProgrammeEntry[]> {
  const pk = partitionOf({ of: "programme", jurisdiction, year });
  const items = await Array.fromAsync(readPartition(table, pk, beginning));
  return items.map((item) => ProgrammeItem.read(item).entry);
}

type Subject = NonNullable<ReturnType<typeof subjectOf>>;

function subjectAt<Of extends Subject["of"]>(key: ItemKey, of: Of): Extract<Subject, { of: Of }> {
  const subject = subjectOf(key.pk);
  if (subject?.of !== of) throw new UnreadableItem(key, `is not where a ${of} lies`);
  return subject as Extract<Subject, { of: Of }>;
}

function rowsOf(item: StoredItem): readonly StatisticsRow[] {
  const parsed = z.safeParse(monthRow, item);
  if (parsed.success) return parsed.data.rows;
  throw new UnreadableItem({ pk: String(item.pk), sk: String(item.sk) }, "has rows that can't be read");
}
