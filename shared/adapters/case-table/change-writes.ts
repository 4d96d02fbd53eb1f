/** A change as the writes of one transaction, each with the condition under which it may happen. */
import { type BoardRow, isShelved } from "../../domain/board/board-row.ts";
import { placedAhead } from "../../domain/board/case-ahead.ts";
import { placeOfNames } from "../../domain/board/waiting-names.ts";
import { defined } from "../../domain/defined.ts";
import type { DocumentRecord, WaitingReview } from "../../domain/document.ts";
import { draftKeptUntil } from "../../domain/form-draft.ts";
import { refOf } from "../../domain/programme/entry.ts";
import type { Instant } from "../../domain/time/time.ts";
import type { CaseChange, Change } from "../../ports/change.ts";
import { UnstorableItem } from "./faults.ts";
import {
  aheadPartition,
  dueAt,
  inMonth,
  onBoard,
  onDocket,
  reviewPartition,
  unknownPartition,
  uploadPartition,
} from "./indexes.ts";
import {
  BoardItem,
  BulletinItem,
  CaseItem,
  DiaryItem,
  DirectoryActItem,
  DocumentItem,
  DutyItem,
  EventItem,
  FormDraftItem,
  LineItem,
  LossItem,
  ProgrammeItem,
  SearchItem,
  SigningItem,
  UploadItem,
  UsedLinkItem,
} from "./items.ts";
import { type ItemKey, keyOf } from "./keys.ts";
import { newNotice } from "./new-notice.ts";
import { FINISHED } from "./remainder.ts";
import { APART, type Write } from "./transactions.ts";

const ABSENT = "attribute_not_exists(pk)";
/** A line that has been told of already lies there without an hour at which it leaves. */
const WAITS = "attribute_exists(dueAt)";
/** An item is as it was decided on: in that version, or not there yet. */
function asDecidedOn(version: number) {
  return version === 0
    ? { ConditionExpression: ABSENT }
    : { ConditionExpression: "version = :decidedOn", ExpressionAttributeValues: { ":decidedOn": version } };
}

/** The same of a case, of which no change is left unfinished. */
function caseAsDecidedOn(version: number) {
  const { ConditionExpression, ...values } = asDecidedOn(version);
  return { ConditionExpression: `${ConditionExpression} AND ${FINISHED}`, ...values };
}

/** The writes of a change, each with its condition. */
export function writesOf(change: Change, table: string, jurisdiction: string): readonly Write[] {
  const put = (
    item: Record<string, unknown>,
    condition?: string,
    values?: Record<string, unknown>,
  ): Write => ({
    item: {
      Put: {
        TableName: table,
        Item: item,
        ...(condition !== undefined && { ConditionExpression: condition }),
        ...(values !== undefined && { ExpressionAttributeValues: values }),
        ...(condition?.includes("#state") && { ExpressionAttributeNames: { "#state": "state" } }),
      },
    },
    repeatable: false,
  });
  const putAt = (item: Record<string, unknown>, expectedVersion: number): Write => ({
    item: { Put: { TableName: table, Item: item, ...asDecidedOn(expectedVersion) } },
    repeatable: false,
  });
  const remove = (Key: ItemKey, condition?: string): Write => ({
    item: {
      Delete: {
        TableName: table,
        Key,
        ...(condition !== undefined && { ConditionExpression: condition }),
      },
    },
    repeatable: false,
  });
  const putOnce = (item: Record<string, unknown>): Write => ({
    ...put(item, ABSENT),
    repeatable: true,
    apart: APART.notice,
  });
  const shown = (write: Write): Write => ({ ...write, apart: APART.shown });

  const {
    cases = [],
    notices = [],
    lines = [],
    document,
    documentWas,
    upload,
    duties = [],
    programme = [],
    folded = [],
    bulletin,
    signings = [],
    directoryAct,
    drafts = [],
    draftsDone = [],
    usedLink,
  } = change;
  const writes = [
    ...cases.flatMap((one) => [
      {
        item: {
          Put: {
            TableName: table,
            Item: caseItem(one, jurisdiction),
            ...caseAsDecidedOn(one.expectedVersion),
          },
        },
        repeatable: false,
      },
      ...(one.events.length === 0 ? [] : [put(eventItem(one), ABSENT)]),
      ...[
        ...one.boards.rows.map((row) => put(boardItem(row))),
        ...one.diary.map((entry) => put(DiaryItem.write(keyOf.diaryEntry(entry), { entry }))),
        ...one.losses.rows.map((loss) => put(LossItem.write(keyOf.lostCase(loss), { loss }))),
        ...one.losses.gone.map((place) => remove(keyOf.lostCase(place))),
        ...one.search.entries.map((entry) =>
          put(SearchItem.write(keyOf.searchEntry(entry.term, entry.caseNumber), { entry })),
        ),
        ...one.search.gone.map((term) => remove(keyOf.searchEntry(term, one.file.caseNumber))),
        ...one.boards.gone.map((board) => remove(keyOf.boardRow(board, one.file.caseNumber, false))),
        ...(one.boards.reopened ?? []).map((board) =>
          remove(keyOf.boardRow(board, one.file.caseNumber, true)),
        ),
      ].map(shown),
    ]),
    ...distinct(notices).map((notice) => putOnce(newNotice(notice, notice.createdAt, jurisdiction))),
    ...distinct(lines).map((line) => {
      const key = keyOf.line(line.subject, line.id);
      return putOnce(LineItem.write(key, { line }, dueAt(jurisdiction, key, line.releaseAt)));
    }),
    ...(document === undefined
      ? []
      : [
          // What waited for a person, or could not be read, may be read again; what was read stays so.
          put(
            DocumentItem.write(
              keyOf.document(document.sha256),
              { state: document.state, document },
              waitsOnBoard(document),
            ),
            documentWas === undefined ? `${ABSENT} OR #state <> :read` : "#state = :was",
            documentWas === undefined ? { ":read": "read" } : { ":was": documentWas },
          ),
        ]),
    ...(upload === undefined
      ? []
      : [
          put(
            UploadItem.write(
              keyOf.upload(upload.key, upload.versionId),
              { upload },
              onBoard(uploadPartition(upload.key), upload.at, upload),
            ),
          ),
        ]),
    ...duties.map(({ duty, expectedVersion, nextActionAt }) => {
      const key = keyOf.duty(duty.court, duty.month);
      mustFollow(key, duty.version, expectedVersion);
      const item = DutyItem.write(
        key,
        { version: duty.version, duty },
        dueAt(jurisdiction, key, nextActionAt),
      );
      return putAt(item, expectedVersion);
    }),
    ...programme.flatMap(({ entry, expectedVersion, nextActionAt }) => {
      const key = keyOf.programme(refOf(entry));
      mustFollow(key, entry.version, expectedVersion);
      const body = { version: entry.version, entry };
      return [
        putAt(ProgrammeItem.write(key, body, dueAt(jurisdiction, key, nextActionAt)), expectedVersion),
        put(ProgrammeItem.write(keyOf.programmeVersion(refOf(entry), entry.version), body), ABSENT),
      ];
    }),
    ...distinct(folded).map(({ subject, id }) => remove(keyOf.line(subject, id), WAITS)),
    ...(bulletin === undefined
      ? []
      : [put(BulletinItem.write(keyOf.bulletin(bulletin), { bulletin }), ABSENT)]),
    ...signings.map(({ signing, expectedVersion, nextActionAt }) => {
      const key = keyOf.signing(signing);
      mustFollow(key, signing.version, expectedVersion);
      const { version, state, leaves } = signing;
      const body = { version, state, ...(state === "issuing" && { wokenAt: leaves }), signing };
      return putAt(SigningItem.write(key, body, dueAt(jurisdiction, key, nextActionAt)), expectedVersion);
    }),
    ...(directoryAct === undefined
      ? []
      : [put(DirectoryActItem.write(keyOf.directoryAct(directoryAct), { act: directoryAct }), ABSENT)]),
    ...drafts.map((draft) => {
      const key = keyOf.formDraft(draft);
      const { revision } = draft;
      // The table deletes it by itself, some time after.
      const item = {
        ...FormDraftItem.write(key, { revision, draft }),
        expiresAt: secondsOf(draftKeptUntil(draft)),
      };
      return revision === 1
        ? put(item, `${ABSENT} OR expiresAt < :now`, { ":now": secondsOf(draft.savedAt) })
        : put(item, "revision = :before", { ":before": revision - 1 });
    }),
    ...draftsDone.map((ref) => remove(keyOf.formDraft(ref))),
    ...(usedLink === undefined
      ? []
      : [put(UsedLinkItem.write(keyOf.link(usedLink.nonce), { link: usedLink }), ABSENT)]),
  ];
  return writes;
}

function caseItem(change: CaseChange, jurisdiction: string) {
  const { file, expectedVersion, nextActionAt, counted } = change;
  const { month, docket, rows } = counted;
  const key = keyOf.caseFile(file.caseNumber);
  mustFollow(key, file.version, expectedVersion);
  return CaseItem.write(
    key,
    { version: file.version, file, rows },
    {
      ...dueAt(jurisdiction, key, nextActionAt),
      ...inMonth(jurisdiction, month, file.caseNumber),
      ...onDocket(jurisdiction, docket, file.caseNumber),
      ...(change.names && onBoard(unknownPartition(jurisdiction), placeOfNames(change.names), change.names)),
    },
  );
}

/**
 * An open case of a bureau's board stands where what comes first of it is looked for.
 * @internal So that the bench can fill a table of 200,000 cases.
 */
export function boardItem(row: BoardRow): Record<string, unknown> {
  const placed = placedAhead(row);
  return BoardItem.write(
    keyOf.boardRow(row.board, row.caseNumber, isShelved(row)),
    { row },
    placed && onBoard(aheadPartition(row.board), placed.at, placed.ahead),
  );
}

/** A document that waits for a person stands on its bureau's board, and only while it waits. */
function waitsOnBoard({ sha256, state, kind, caseNumbers, bureau, firstUpload, again }: DocumentRecord) {
  if (state !== "needs-review" || bureau === undefined) return {};
  const { key, at: receivedAt } = firstUpload;
  const listing: WaitingReview = {
    sha256,
    kind,
    key,
    receivedAt,
    caseNumbers,
    ...defined({ again }),
  };
  return onBoard(reviewPartition(bureau), receivedAt, listing);
}

function eventItem({ file: { caseNumber, version }, events }: CaseChange) {
  return EventItem.write(keyOf.event(caseNumber, version), { version, events });
}

/** Seconds since 1970, as the table counts the life of an item. */
function secondsOf(at: Instant): number {
  return Math.floor(Date.parse(at) / 1000);
}

/** Else the next change could be decided on a version that never was. */
function mustFollow(key: ItemKey, version: number, expected: number): void {
  if (version !== expected + 1)
    throw new UnstorableItem(key, `version ${version} does not follow ${expected}`);
}

/** A transaction may not name an item twice. */
function distinct<Named extends { readonly id: string; readonly subject: object }>(
  all: readonly Named[],
): readonly Named[] {
  return [...new Map(all.map((one) => [`${JSON.stringify(one.subject)} ${one.id}`, one])).values()];
}
