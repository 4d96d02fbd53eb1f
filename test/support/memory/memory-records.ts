/** {@link Records} in memory: each change is checked whole, then applied whole. */

import { isDeepStrictEqual } from "node:util";
import { mergedBoards } from "../../../shared/domain/board/board-query.ts";
import { type BoardRow, isShelved, organisationBoard } from "../../../shared/domain/board/board-row.ts";
import { pageAhead, placedAhead } from "../../../shared/domain/board/case-ahead.ts";
import { dayOfEntry, whichOfDay } from "../../../shared/domain/board/diary.ts";
import { placeOfNames } from "../../../shared/domain/board/waiting-names.ts";
import { type FormDraftRef, keptDraft } from "../../../shared/domain/form-draft.ts";
import { type LossPlace, yearOfLoss } from "../../../shared/domain/loss/lost-case.ts";
import {
  changedOrganisation,
  type OrganisationChange,
} from "../../../shared/domain/organisations/organisation-change.ts";
import { refOf } from "../../../shared/domain/programme/entry.ts";
import { type CasesAsked, isNumberAsked } from "../../../shared/domain/search/search-query.ts";
import type { SearchEntry, SearchTerm } from "../../../shared/domain/search/search-terms.ts";
import type { SigningRef } from "../../../shared/domain/signing/signing.ts";
import type { StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import type { Instant, Month } from "../../../shared/domain/time/time.ts";
import type { Change, CountedRows } from "../../../shared/ports/change.ts";
import type { DueItem, PageAsked, PageOfRows, Records } from "../../../shared/ports/records.ts";
import { frozen } from "./frozen.ts";
import { entryKeyOf, keyOf, type MemoryTable, putNotice } from "./memory-table.ts";

export function memoryRecords(table: MemoryTable): Records {
  return {
    caseFile: async (caseNumber) => table.cases.get(caseNumber)?.file,
    history: async (caseNumber) => table.events.get(caseNumber) ?? [],
    document: async (sha256) => table.documents.get(sha256),
    async *uploads(folder, from) {
      const all = [...table.uploads.values()].filter(
        ({ key, at }) => key.startsWith(`${folder}/`) && at >= from,
      );
      for (const one of all.toSorted((a, b) => (a.at < b.at ? -1 : 1))) yield one;
    },
    settledUpload: async (key, versionId) => table.uploads.get(`${key}\n${versionId}`),
    formDraft: async (ref) => table.formDrafts.get(draftKey(ref)),
    usedLink: async (nonce) => table.usedLinks.get(nonce),
    duties: async (asked) =>
      asked.flatMap(({ court, month }) => table.duties.get(`${court} ${month}`)?.duty ?? []),
    duty: async (court, month) => table.duties.get(`${court} ${month}`)?.duty,
    signing: async (ref) => table.signings.get(signingKey(ref))?.signing,
    signings: async (jurisdiction, from = "" as Month) =>
      [...table.signings]
        .filter(([, { signing }]) => signing.jurisdiction === jurisdiction && signing.month >= from)
        .toSorted(([one], [other]) => compare(one, other))
        .map(([, { signing }]) => signing),
    programmeEntry: async (ref) => table.programme.get(entryKeyOf(ref))?.entry,
    programme: async (jurisdiction, year) =>
      [...table.programme]
        .filter(([, { entry }]) => entry.jurisdiction === jurisdiction && entry.year === year)
        .toSorted(([one], [other]) => compare(one, other))
        .map(([, { entry }]) => entry),
    programmeHistory: async (ref) => table.programmePast.get(entryKeyOf(ref)) ?? [],
    board: (board) => openRows(table, board),
    closedCases: async (board, year, page) => pageOf(table, `${board}#CLOSED#（${year}）`, page),
    openCases: async (board, page) => pageOf(table, `${board}#OPEN#`, page),
    openRows: async (asked) =>
      asked.flatMap(({ board, caseNumber }) => table.boardRows.get(`${board}#OPEN#${caseNumber}`) ?? []),
    search: async (asked, boards, page) => searched(table, asked, boards, page),
    ahead: async (boards, { after, limit }) => {
      const lists = boards.map((board) =>
        rowsUnder(table, `${board}#OPEN#`)
          .flatMap((row) => placedAhead(row) ?? [])
          .filter(({ at }) => after === undefined || at > after)
          .toSorted((one, other) => compare(one.at, other.at))
          .slice(0, limit),
      );
      return pageAhead(lists, limit);
    },
    closedCasesOf: async (id, year, page) =>
      pageOf(table, `${organisationBoard(id)}#CLOSED#（${year}）`, page),
    losses: async (owner, year) =>
      [...table.losses]
        .filter(([key]) => key.startsWith(`${owner}#${year}#`))
        .toSorted(([one], [other]) => compare(one, other))
        .map(([, loss]) => loss),
    async *diary(owner, from) {
      const own = [...table.diaries].filter(([, one]) => one.owner === owner && dayOfEntry(one) >= from);
      for (const [, entry] of own.toSorted(([one], [other]) => compare(one, other))) yield entry;
    },
    async lastInDiary(owner, from, most) {
      const own = [...table.diaries].filter(([, one]) => one.owner === owner && dayOfEntry(one) >= from);
      const sorted = own.toSorted(([one], [other]) => compare(other, one));
      return sorted.slice(0, most).map(([, entry]) => entry);
    },
    async *reviews(bureau) {
      const waiting = [...table.documents.values()].filter(
        (one) => one.state === "needs-review" && one.bureau === bureau,
      );
      const received = (one: (typeof waiting)[number]) => one.firstUpload.at;
      for (const one of waiting.toSorted((a, b) => compare(received(a), received(b)))) {
        const { sha256, kind, caseNumbers, firstUpload, again } = one;
        const { key, at: receivedAt } = firstUpload;
        yield { sha256, kind, key, receivedAt, caseNumbers, ...(again !== undefined && { again }) };
      }
    },
    async *unknownNames({ board, after = "" } = {}) {
      const waiting = [...table.cases.values()].flatMap(({ names }) => names ?? []);
      const placed = waiting.map((one) => [placeOfNames(one), one] as const);
      for (const [place, one] of placed.toSorted(([a], [b]) => compare(a, b)))
        if (place > after && (board === undefined || one.board === board)) yield one;
    },
    bulletins: async (jurisdiction, month) =>
      [...table.bulletins.values()]
        .filter((one) => one.jurisdiction === jurisdiction && one.month === month)
        .toSorted((one, other) => compare(one.state, other.state) || one.version - other.version),

    async *monthRows(jurisdiction, month) {
      if (jurisdiction === table.jurisdiction) yield* rowsWhere(table, ({ month: of }) => of === month);
    },
    async *docketRows(jurisdiction, docket) {
      if (jurisdiction === table.jurisdiction) yield* rowsWhere(table, ({ docket: of }) => of === docket);
    },

    async *due(jurisdiction, upTo) {
      if (jurisdiction !== table.jurisdiction) return;
      const reached = dueItems(table).filter(([at]) => at !== undefined && at <= upTo);
      for (const [, item] of reached.toSorted(([one = ""], [other = ""]) => compare(one, other))) yield item;
    },

    async commit(change) {
      for (const { file, expectedVersion } of change.cases ?? []) mustFollow(file.version, expectedVersion);
      for (const { duty, expectedVersion } of change.duties ?? []) mustFollow(duty.version, expectedVersion);
      for (const { signing, expectedVersion } of change.signings ?? [])
        mustFollow(signing.version, expectedVersion);
      for (const { entry, expectedVersion } of change.programme ?? [])
        mustFollow(entry.version, expectedVersion);
      if (itemsOf(change) > 100) throw new Error("more than 100 items that must be written together");
      const before = table.committed.get(change.token) ?? [];
      if (before.some((one) => isDeepStrictEqual(one, change))) return "committed";
      if (!stillHolds(table, change)) return "conflict";
      apply(table, frozen(change));
      table.committed.set(change.token, [...before, change]);
      return "committed";
    },
  };
}

async function* openRows(table: MemoryTable, board: string) {
  for (const row of rowsUnder(table, `${board}#OPEN#`)) yield row;
}

function* rowsWhere(table: MemoryTable, lies: (counted: CountedRows) => boolean): Iterable<StatisticsRow> {
  const found = [...table.cases.values()].filter(({ counted }) => lies(counted));
  for (const { counted } of found.toSorted((one, other) =>
    compare(one.file.caseNumber, other.file.caseNumber),
  ))
    yield* counted.rows;
}

/** `after` and `next` are what follows `prefix` in a key. */
function pageOf(table: MemoryTable, prefix: string, { after, limit }: PageAsked): PageOfRows {
  const all = [...table.boardRows]
    .filter(([key]) => key.startsWith(prefix) && (after === undefined || key > `${prefix}${after}`))
    .toSorted(([one], [other]) => compare(one, other));
  const page = all.slice(0, limit);
  const next = all.length > limit ? page.at(-1)?.[0].slice(prefix.length) : undefined;
  return { rows: page.map(([, row]) => row), next };
}

function searched(
  table: MemoryTable,
  asked: CasesAsked,
  boards: readonly string[],
  { after, limit }: PageAsked,
): PageOfRows {
  const fits = ({ term, caseNumber }: SearchEntry) =>
    asked.asks === "name"
      ? term.of === "name" && term.text.startsWith(asked.text)
      : term.of === "number" && isNumberAsked(asked.number, caseNumber);
  const order = asked.asks === "name" ? 1 : -1;
  const all = [...table.searchEntries]
    .filter(([, entry]) => fits(entry) && entry.boards.some((board) => boards.includes(board)))
    .filter(([key]) => after === undefined || order * compare(key, after) > 0)
    .toSorted(([one], [other]) => order * compare(one, other));
  const found = new Map<string, string>();
  for (const [key, { caseNumber }] of all) if (found.size < limit) found.set(caseNumber, key);
  const last = [...found.values()].at(-1);
  const rows = [...found.keys()].flatMap((number) =>
    mergedBoards(
      boards.map((board) =>
        ["OPEN", "CLOSED"].flatMap((where) => table.boardRows.get(`${board}#${where}#${number}`) ?? []),
      ),
    ),
  );
  return { rows, next: last === all.at(-1)?.[0] ? undefined : last };
}

function searchKey(term: SearchTerm, caseNumber: string): string {
  return term.of === "name" ? `${term.text}#${caseNumber}` : caseNumber;
}

function stillHolds(table: MemoryTable, change: Change): boolean {
  const {
    cases = [],
    document,
    documentWas,
    duties = [],
    programme = [],
    folded = [],
    bulletin,
    signings = [],
    drafts = [],
    usedLink,
    organisations = [],
    directoryAct,
  } = change;
  return (
    cases.every((one) => (table.cases.get(one.file.caseNumber)?.file.version ?? 0) === one.expectedVersion) &&
    (document === undefined || documentMay(table.documents.get(document.sha256)?.state, documentWas)) &&
    duties.every(
      ({ duty, expectedVersion }) =>
        (table.duties.get(`${duty.court} ${duty.month}`)?.duty.version ?? 0) === expectedVersion,
    ) &&
    programme.every(
      ({ entry, expectedVersion }) =>
        (table.programme.get(entryKeyOf(entry))?.entry.version ?? 0) === expectedVersion,
    ) &&
    signings.every(
      ({ signing, expectedVersion }) =>
        (table.signings.get(signingKey(signing))?.signing.version ?? 0) === expectedVersion,
    ) &&
    folded.every(({ subject, id }) => table.lines.has(keyOf(subject, id))) &&
    (bulletin === undefined || !table.bulletins.has(bulletinKey(bulletin))) &&
    drafts.every((draft) => {
      const stored = table.formDrafts.get(draftKey(draft));
      const before = stored && keptDraft(stored, draft.savedAt);
      return draft.revision === 1 ? before === undefined : stored?.revision === draft.revision - 1;
    }) &&
    (usedLink === undefined || !table.usedLinks.has(usedLink.nonce)) &&
    organisations.every(
      (one) =>
        isDeepStrictEqual(table.organisations.get(changedOrganisation(one).id), one.before) &&
        !table.organisationChanges.has(organisationChangeKey(one)),
    ) &&
    (directoryAct === undefined ||
      !table.directoryActs.has(`${directoryAct.bureau} ${directoryAct.at} ${directoryAct.id}`))
  );
}

function organisationChangeKey(change: OrganisationChange): string {
  return `${changedOrganisation(change).id} ${change.id}`;
}

function rowsUnder(table: MemoryTable, prefix: string): readonly BoardRow[] {
  return [...table.boardRows]
    .filter(([key]) => key.startsWith(prefix))
    .toSorted(([one], [other]) => compare(one, other))
    .map(([, row]) => row);
}

function documentMay(state: string | undefined, was: string | undefined): boolean {
  return was === undefined ? state !== "read" : state === was;
}

function lossKey(place: LossPlace): string {
  return [place.owner, yearOfLoss(place), place.caseNumber, place.respondent].join("#");
}

function apply(table: MemoryTable, change: Change): void {
  for (const one of change.cases ?? []) {
    const { caseNumber } = one.file;
    table.cases.set(caseNumber, one);
    table.events.set(caseNumber, frozen([...(table.events.get(caseNumber) ?? []), ...one.events]));
    for (const board of one.boards.gone) table.boardRows.delete(`${board}#OPEN#${caseNumber}`);
    for (const board of one.boards.reopened ?? []) table.boardRows.delete(`${board}#CLOSED#${caseNumber}`);
    for (const entry of one.search.entries) table.searchEntries.set(searchKey(entry.term, caseNumber), entry);
    for (const term of one.search.gone) table.searchEntries.delete(searchKey(term, caseNumber));
    for (const entry of one.diary) {
      const { owner, respondent } = entry;
      table.diaries.set(
        [owner, dayOfEntry(entry), caseNumber, whichOfDay(entry), respondent].join("#"),
        entry,
      );
    }
    for (const loss of one.losses.rows) table.losses.set(lossKey(loss), loss);
    for (const place of one.losses.gone) table.losses.delete(lossKey(place));
    for (const row of one.boards.rows)
      table.boardRows.set(`${row.board}#${isShelved(row) ? "CLOSED" : "OPEN"}#${caseNumber}`, row);
  }
  for (const notice of change.notices ?? []) putNotice(table, notice, notice.createdAt);
  for (const line of change.lines ?? []) {
    const key = keyOf(line.subject, line.id);
    if (!table.lines.has(key) && !table.toldLines.has(key)) table.lines.set(key, line);
  }
  const { document, upload, bulletin, usedLink, organisations = [], directoryAct } = change;
  for (const one of organisations) {
    const { id } = changedOrganisation(one);
    if (one.after === undefined) table.organisations.delete(id);
    else table.organisations.set(id, one.after);
    table.organisationChanges.set(organisationChangeKey(one), one);
  }
  if (directoryAct !== undefined)
    table.directoryActs.set(`${directoryAct.bureau} ${directoryAct.at} ${directoryAct.id}`, directoryAct);
  for (const draft of change.drafts ?? []) table.formDrafts.set(draftKey(draft), draft);
  for (const ref of change.draftsDone ?? []) table.formDrafts.delete(draftKey(ref));
  if (usedLink !== undefined) table.usedLinks.set(usedLink.nonce, usedLink);
  if (document !== undefined) table.documents.set(document.sha256, document);
  if (upload !== undefined) table.uploads.set(`${upload.key}\n${upload.versionId}`, upload);
  for (const one of change.duties ?? []) table.duties.set(`${one.duty.court} ${one.duty.month}`, one);
  for (const one of change.signings ?? []) table.signings.set(signingKey(one.signing), one);
  for (const one of change.programme ?? []) {
    const key = entryKeyOf(one.entry);
    table.programme.set(key, one);
    table.programmePast.set(key, frozen([...(table.programmePast.get(key) ?? []), one.entry]));
  }
  for (const { subject, id } of change.folded ?? []) table.lines.delete(keyOf(subject, id));
  if (bulletin !== undefined) table.bulletins.set(bulletinKey(bulletin), bulletin);
}

function dueItems(table: MemoryTable): readonly [Instant | undefined, DueItem][] {
  return [
    ...[...table.cases.values()].map(({ nextActionAt, file }): [Instant | undefined, DueItem] => [
      nextActionAt,
      { entity: "case", caseNumber: file.caseNumber },
    ]),
    ...[...table.notices.values()].map(
      ({ dueAt, notice: { subject, id } }): [Instant | undefined, DueItem] => [
        dueAt,
        { entity: "notice", subject, id },
      ],
    ),
    ...[...table.lines.values()].map((line): [Instant | undefined, DueItem] => [
      line.releaseAt,
      { entity: "line", line },
    ]),
    ...[...table.duties.values()].map(({ nextActionAt, duty }): [Instant | undefined, DueItem] => [
      nextActionAt,
      { entity: "duty", court: duty.court, month: duty.month },
    ]),
    ...[...table.programme.values()].map(({ nextActionAt, entry }): [Instant | undefined, DueItem] => [
      nextActionAt,
      { entity: "programme", ref: refOf(entry) },
    ]),
    ...[...table.signings.values()].map(({ nextActionAt, signing }): [Instant | undefined, DueItem] => [
      nextActionAt,
      {
        entity: "signing",
        ref: { jurisdiction: signing.jurisdiction, period: signing.period, month: signing.month },
      },
    ]),
  ];
}

/** Items that can't be written ahead of the others. */
function draftKey({ owner, form, caseNumber, respondent, sitting }: FormDraftRef): string {
  return [owner, caseNumber, form, sitting, respondent].join("#");
}

function itemsOf({
  cases = [],
  document,
  upload,
  duties = [],
  programme = [],
  folded = [],
  bulletin,
  signings = [],
  drafts = [],
  draftsDone = [],
  usedLink,
}: Change) {
  const single = [document, upload, bulletin, usedLink].filter((one) => one !== undefined).length;
  const ofCases = cases.reduce((sum, { events }) => sum + (events.length === 0 ? 1 : 2), 0);
  const drafted = drafts.length + draftsDone.length;
  return ofCases + duties.length + signings.length + 2 * programme.length + folded.length + drafted + single;
}

function mustFollow(version: number, expected: number): void {
  if (version !== expected + 1) throw new Error(`version ${version} does not follow ${expected}`);
}

function signingKey({ jurisdiction, month, period }: SigningRef): string {
  return `${jurisdiction} ${month} ${period}`;
}

function bulletinKey({
  jurisdiction,
  month,
  period,
  state,
  version,
}: NonNullable<Change["bulletin"]>): string {
  return `${jurisdiction} ${month} ${period} ${state} ${version}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
