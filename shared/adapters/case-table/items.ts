/** Every kind of item of the case table. Changing a shape takes a new version and an upcaster. */
import * as z from "zod/mini";
import { areaFigures, boardCount, boardRow, diaryEntry, searchEntry } from "./schemas/board.ts";
import { recordedEvent } from "./schemas/case-event.ts";
import { caseFile } from "./schemas/case-file.ts";
import { formDraft } from "./schemas/desk/form-draft.ts";
import { adminAct, jobRun } from "./schemas/desk/operations.ts";
import { session } from "./schemas/desk/session.ts";
import { lostCase } from "./schemas/loss.ts";
import { notice, noticeState, waitingLine } from "./schemas/notice.ts";
import { programmeEntry } from "./schemas/programme.ts";
import {
  bulletinVersion,
  directoryAct,
  documentRecord,
  download,
  keptMonth,
  ledgerDuty,
  organisation,
  organisationChange,
  organisationName,
  settledUpload,
  statisticsRow,
  usedLink,
} from "./schemas/records.ts";
import { count, instant, organisationId } from "./schemas/scalars.ts";
import { signing, signingState } from "./schemas/signing.ts";
import { itemKind } from "./stored-item.ts";
import { rowCountsPlaintiffs } from "./upcast/board.ts";
import { deadlinesKeepSteps } from "./upcast/deadlines.ts";
import { lineKeepsLetter, lineKeepsNews } from "./upcast/digest-lines.ts";
import { recordForgetsReceipts, recordKeepsReasons } from "./upcast/document-facts.ts";
import {
  dutyLedgersAreNoted,
  eventLedgersSayTheirMonth,
  fileLedgersSayTheirMonth,
} from "./upcast/ledgers.ts";
import {
  bulletinCountsCases,
  handlingFormNamesStage,
  noticeCountsCases,
  noticeKeepsData,
  noticeKeepsFigures,
  noticeKeepsLetters,
  noticeKeepsReasons,
} from "./upcast/notices.ts";
import { outcomesOfOneVocabulary, readingKeepsOutcome } from "./upcast/outcomes.ts";
import { entryKeepsData, pointsAreKnown } from "./upcast/programme.ts";
import { eventsKeepConcerns, fileKeepsConcerns } from "./upcast/reports.ts";
import type { Upcaster } from "./upcast/upcaster.ts";

/**
 * From a version to which the next one only added kinds, or what is absent in all of before: a hearing kept without its
 * appointment is one of its own, under whose identity calendars have it.
 */
const sameBody: Upcaster = (body) => body;

const NOTHING_OF_THE_DESKS = {
  handlingForms: [],
  designations: [],
  answers: [],
  settlements: [],
  ledgers: [],
  obstacles: [],
  courtNotes: [],
  boards: [],
};

/** `rows` stands beside the file because the index `month` carries it. */
export const CaseItem = itemKind(
  "case",
  15,
  z.object({ version: count, file: caseFile, rows: z.array(statisticsRow) }),
  {
    // Before the desk, nobody could report or file at it.
    1: ({ file, ...body }) => ({ ...body, file: { ...(file as object), reports: [], filings: [] } }),
    // Nor was anybody designated there, was a difference answered, did ledgers reach case files, or agency and court
    // talk to each other; its rows on boards come with its next change.
    2: ({ file, ...body }) => ({ ...body, file: { ...(file as object), ...NOTHING_OF_THE_DESKS } }),
    3: fileLedgersSayTheirMonth,
    4: deadlinesKeepSteps,
    5: sameBody,
    6: fileKeepsConcerns,
    // Whose head appears of several was nowhere said.
    7: ({ file, ...body }) => ({ ...body, file: { ...(file as object), arrangements: [] } }),
    8: outcomesOfOneVocabulary,
    // Nothing had been taken back.
    9: sameBody,
    // No bureau had a say in what was urged.
    10: ({ file, ...body }) => ({ ...body, file: { ...(file as object), urgings: [] } }),
    // Nothing was registered by hand.
    11: sameBody,
    12: sameBody,
    // Nothing was kept of what is owed beside the sittings, nobody said anything of classes; rows come with its next change.
    13: ({ file, ...body }) => ({ ...body, file: { ...(file as object), duties: [] } }),
    // Nothing was packed; what is reads as what wasn't.
    14: sameBody,
  },
  ["file"],
);

/** The events of one change: those that made this version of the case. */
export const EventItem = itemKind(
  "event",
  15,
  z.object({ version: count, events: z.array(recordedEvent) }),
  {
    1: sameBody,
    2: sameBody,
    3: eventLedgersSayTheirMonth,
    4: deadlinesKeepSteps,
    5: sameBody,
    6: eventsKeepConcerns,
    7: sameBody,
    8: outcomesOfOneVocabulary,
    9: sameBody,
    10: sameBody,
    11: sameBody,
    12: sameBody,
    13: sameBody,
    14: sameBody,
  },
  ["events"],
);

/** A part of a change that is still to be written, and the cases that are unfinished until the last is. */
export const RestItem = itemKind(
  "rest",
  1,
  z.object({
    /** As JSON: items of other kinds, as they are to be. */
    writes: z.string(),
    files: z.array(
      z.object({
        pk: z.string(),
        sk: z.string(),
        duePartition: z.exactOptional(z.string()),
        dueAt: z.exactOptional(z.string()),
      }),
    ),
    isLast: z.boolean(),
  }),
  {},
  ["writes"],
);

/** `state` stands alone because the mailer's stream filter and all write conditions look at it. */
export const NoticeItem = itemKind(
  "notice",
  18,
  z.object({
    state: noticeState,
    attempts: count,
    messageId: z.exactOptional(z.string()),
    /** Why it was refused, bounced or failed, in the carrier's words. */
    reason: z.exactOptional(z.string()),
    /** When it was last handed to the mailer; changes with each time, so that the stream has a record of it. */
    wokenAt: z.exactOptional(instant),
    /** When the carrier took it or said what became of it. */
    settledAt: z.exactOptional(instant),
    notice,
  }),
  {
    1: sameBody,
    2: handlingFormNamesStage,
    3: noticeKeepsData,
    4: sameBody,
    5: noticeKeepsReasons,
    6: noticeKeepsFigures,
    7: noticeCountsCases,
    // Before, all were signed by the deployment's sender, as is one that names nobody.
    8: sameBody,
    9: sameBody,
    10: noticeKeepsLetters,
    11: sameBody,
    12: sameBody,
    13: sameBody,
    14: sameBody,
    // No digest named its lines.
    15: sameBody,
    16: sameBody,
    17: sameBody,
  },
  ["notice"],
);

export const LineItem = itemKind(
  "line",
  11,
  z.object({ line: waitingLine }),
  {
    1: sameBody,
    2: lineKeepsNews,
    3: sameBody,
    4: sameBody,
    5: sameBody,
    6: sameBody,
    7: lineKeepsLetter,
    8: sameBody,
    9: sameBody,
    // Each said one thing, and none was packed.
    10: sameBody,
  },
  ["line"],
);

/** In place of a line that has left in a digest before the table was restored: it isn't written again. */
export const ToldLineItem = itemKind("told-line", 1, z.object({ at: instant }));

/** `state` stands beside the document because a write's condition looks at it. */
export const DocumentItem = itemKind(
  "document",
  9,
  z.object({ state: z.enum(["read", "needs-review", "rejected"]), document: documentRecord }),
  {
    1: sameBody,
    2: sameBody,
    3: recordKeepsReasons,
    4: readingKeepsOutcome,
    5: sameBody,
    6: recordForgetsReceipts,
    7: sameBody,
    8: sameBody,
  },
  ["document"],
);

/** A row of a board; `version` is the case's. */
export const BoardItem = itemKind("board", 5, z.object({ row: boardRow }), {
  1: rowCountsPlaintiffs,
  2: sameBody,
  // Organisations had no boards.
  3: sameBody,
  4: sameBody,
});

/** A case under one of the terms it is found by. */
export const SearchItem = itemKind("search", 1, z.object({ entry: searchEntry }));

/** A loss in a register. */
export const LossItem = itemKind("loss", 1, z.object({ loss: lostCase }));

/** An entry of a diary. */
export const DiaryItem = itemKind("diary", 3, z.object({ entry: diaryEntry }), { 1: sameBody, 2: sameBody });

/** At first what became of an upload stood in its document alone. */
export const UploadItem = itemKind("upload", 2, z.object({ upload: settledUpload }), { 1: sameBody });

export const DutyItem = itemKind("duty", 3, z.object({ version: count, duty: ledgerDuty }), {
  // Before the ledgers themselves were kept in mind.
  1: ({ duty, ...body }) => ({ ...body, duty: { ...(duty as object), ledgers: [] } }),
  2: dutyLedgersAreNoted,
});

/** At first there were bulletins of months alone. */
export const BulletinItem = itemKind("bulletin", 5, z.object({ bulletin: bulletinVersion }), {
  1: ({ bulletin, ...body }) => ({ ...body, bulletin: { period: "month", ...(bulletin as object) } }),
  2: sameBody,
  3: bulletinCountsCases,
  // None kept what it says of each jurisdiction.
  4: sameBody,
});

/** `state` stands alone because the stream's filter looks at it, as does `wokenAt`, which makes each handing over a change. */
export const SigningItem = itemKind(
  "signing",
  1,
  z.object({ version: count, state: signingState, wokenAt: z.exactOptional(instant), signing }),
);

/** An entry of a programme, in its present version and in each it had. */
export const ProgrammeItem = itemKind("programme", 4, z.object({ version: count, entry: programmeEntry }), {
  1: entryKeepsData,
  2: sameBody,
  // No score named its cases, and nothing was deducted; points of meetings were texts.
  3: pointsAreKnown,
});

/** `revision` counts its changes; `lookups` are the keys it is found under. */
export const OrganisationItem = itemKind(
  "organisation",
  4,
  z.object({ revision: count, organisation, lookups: z.array(z.string()) }),
  // Nobody kept a list of leaders.
  { 1: sameBody, 2: sameBody, 3: sameBody },
);

/** A change of an organisation's entry, with what was before; written once. */
export const OrganisationChangeItem = itemKind(
  "organisation-change",
  4,
  z.object({ change: organisationChange }),
  { 1: sameBody, 2: sameBody, 3: sameBody },
);

/** What a bureau did to the directory; written once. */
export const DirectoryActItem = itemKind("directory-act", 1, z.object({ act: directoryAct }));
/** A form somebody has begun to fill in; `revision` stands beside it because a write's condition looks at it. */
export const FormDraftItem = itemKind("draft", 1, z.object({ revision: count, draft: formDraft }));

/** A link that has been used; that it is there is what counts. */
export const UsedLinkItem = itemKind("link", 1, z.object({ link: usedLink }));

/** An original that somebody took; written once, or again within its minute. */
export const DownloadItem = itemKind("download", 1, z.object({ download }));
/** Who is or was signed in. */
export const SessionItem = itemKind("session", 1, z.object({ session }));

/** Counted by the hour; who reads them is told when. */
export const FiguresItem = itemKind("figures", 1, z.object({ figures: areaFigures }));

/** A month that is over, counted by the hour's count once a day. */
export const MonthItem = itemKind("month", 1, z.object({ kept: keptMonth }), {}, ["kept"]);

/** The count of boards that is under way; `at` and `part` stand beside it because a write's condition looks at them. */
export const BoardCountItem = itemKind(
  "board-count",
  1,
  z.object({ at: instant, part: count, count: boardCount }),
  {},
  ["count"],
);

/** The last run of a job. */
export const JobRunItem = itemKind("job-run", 2, z.object({ run: jobRun }), { 1: sameBody });

/** What an admin did; written once. */
export const AdminActItem = itemKind("admin-act", 1, z.object({ act: adminAct }));

/** The one of its kind says what it is called, so that names are searched without reading every organisation. */
export const LookupItem = itemKind(
  "lookup",
  3,
  z.object({ organisation: organisationId, named: z.exactOptional(organisationName) }),
  // What was said before is too little: the organisation itself is asked.
  { 1: sameBody, 2: ({ named: _, ...body }) => body },
);

/** A row of the index `month`: what it carries of a case. */
export const monthRow = z.object({ rows: z.array(statisticsRow) });
