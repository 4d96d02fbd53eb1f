/** Rows of boards, their figures and what cases are found under, as items keep them, and what the index `board` carries of documents and organisations. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { BoardCount } from "../../../domain/board/board-count.ts";
import type { AreaFigures } from "../../../domain/board/board-figures.ts";
import { CONCERNS } from "../../../domain/board/board-query.ts";
import type { BoardRow } from "../../../domain/board/board-row.ts";
import type { CaseAhead } from "../../../domain/board/case-ahead.ts";
import type { DiaryEntry } from "../../../domain/board/diary.ts";
import type { WaitingNames } from "../../../domain/board/waiting-names.ts";
import type { WaitingReview } from "../../../domain/document.ts";
import type { SearchEntry } from "../../../domain/search/search-terms.ts";
import type { FailedAddress } from "../../../ports/directory.ts";
import { deadlineKind, dutyKind } from "./deadline.ts";
import { principalReason } from "./principals.ts";
import { caseNumber, civilDate, clockTime, count, instant, month, organisationId, texts } from "./scalars.ts";
import { courtStaff, hearingDetails, hearingMode } from "./shown.ts";

const flag = z.enum([
  "unidentified",
  "designation-open",
  "approval-pending",
  "report-to-read",
  "report-returned",
  "obstacle",
  "obstacle-refused",
  "enforced",
  "orders-open",
  "who-appears",
  "attendance-review",
  "difference",
]);

const agency = z.object({
  name: z.string(),
  organisation: z.exactOptional(organisationId),
  district: z.string(),
  due: z.array(z.object({ kind: deadlineKind, due: civilDate })),
  flags: z.array(flag),
  principal: z.exactOptional(z.array(principalReason)),
  withdrawn: z.exactOptional(z.literal(true)),
  headAttended: z.exactOptional(z.boolean()),
});

const state = z.enum(["registered", "awaiting-hearing", "postponed", "heard", "closed"]);

export const boardRow = z.object({
  board: z.string(),
  boards: z.exactOptional(texts),
  caseNumber,
  version: count,
  state,
  pursued: z.exactOptional(z.literal(true)),
  halted: z.exactOptional(z.enum(["suspended", "transferred"])),
  court: z.string(),
  cause: z.exactOptional(z.string()),
  plaintiff: z.exactOptional(z.string()),
  plaintiffs: count,
  enterprise: z.boolean(),
  agencies: z.array(agency),
  hearing: z.exactOptional(
    z.object({
      date: civilDate,
      time: z.exactOptional(clockTime),
      place: z.exactOptional(z.string()),
      mode: z.exactOptional(hearingMode),
    }),
  ),
  heardOn: z.exactOptional(civilDate),
  receivedOn: z.exactOptional(civilDate),
});

const silent = z.object({
  name: z.string(),
  district: z.string(),
  reports: count,
  filings: count,
  duties: count,
  days: count,
});

/** What is counted of open cases. */
const counted = {
  open: count,
  states: z.partialRecord(state, count),
  concerns: z.partialRecord(z.enum(CONCERNS), count),
};

const tally = z.object({ heard: count, present: count, absent: count, unknown: count });

/** 看板数字. */
export const areaFigures = z.object({
  area: z.string(),
  at: instant,
  cases: z.object({
    ...counted,
    silent: count,
    longest: z.array(silent),
  }),
  month: z.object({
    month,
    total: tally,
    agencyLevel: tally,
    defence: z.object({ part: count, whole: count }),
  }),
  rows: count,
});

/** A count of boards between its parts. */
export const boardCount = z.object({
  at: instant,
  part: count,
  done: z.boolean(),
  after: z.exactOptional(z.string()),
  areas: z.array(
    z.object({
      area: z.string(),
      tally: z.object({ ...counted, silent: z.array(z.tuple([z.string(), silent])) }),
    }),
  ),
});

const inDiary = {
  owner: organisationId,
  caseNumber,
  respondent: z.string(),
  court: z.string(),
  staff: z.exactOptional(courtStaff),
  version: count,
  changedAt: instant,
};

const dueStatus = z.enum(["open", "met", "cancelled"]);

export const diaryEntry = z.union([
  z.object({
    ...inDiary,
    hearing: hearingDetails,
    status: z.enum(["set", "held", "cancelled"]),
    dues: z.array(z.object({ kind: z.enum(["report", "filing"]), due: civilDate, status: dueStatus })),
    principal: z.exactOptional(z.array(principalReason)),
  }),
  z.object({
    ...inDiary,
    duty: z.object({
      kind: dutyKind,
      subject: z.exactOptional(z.string()),
      due: civilDate,
      status: dueStatus,
    }),
  }),
]);

export const searchEntry = z.object({
  term: z.union([
    z.object({ of: z.literal("number"), serial: count }),
    z.object({ of: z.literal("name"), text: z.string() }),
  ]),
  caseNumber,
  boards: texts,
});

/** 案件待办. */
export const caseAhead = z.object({
  caseNumber,
  agencies: z.array(
    z.object({
      name: z.string(),
      due: z.array(z.object({ kind: deadlineKind, due: civilDate })),
      flags: z.array(flag),
    }),
  ),
  hearing: z.exactOptional(z.object({ date: civilDate, time: z.exactOptional(clockTime) })),
});

/** 待复核的文书. */
export const waitingReview = z.object({
  sha256: z.string(),
  kind: z.string(),
  key: z.string(),
  receivedAt: instant,
  caseNumbers: z.array(caseNumber),
  again: z.exactOptional(z.string()),
});

/** 失效的地址. */
export const failedAddress = z.object({ organisation: organisationId, name: z.string(), addresses: texts });

/** 待核的被告名称. */
export const waitingNames = z.object({
  caseNumber,
  board: z.string(),
  names: texts,
  hearing: z.exactOptional(civilDate),
});

agreed<Agree<AreaFigures, z.infer<typeof areaFigures>>>();
agreed<Agree<BoardCount, z.infer<typeof boardCount>>>();
agreed<Agree<BoardRow, z.infer<typeof boardRow>>>();
agreed<Agree<DiaryEntry, z.infer<typeof diaryEntry>>>();
agreed<Agree<SearchEntry, z.infer<typeof searchEntry>>>();
agreed<Agree<CaseAhead, z.infer<typeof caseAhead>>>();
agreed<Agree<WaitingReview, z.infer<typeof waitingReview>>>();
agreed<Agree<FailedAddress, z.infer<typeof failedAddress>>>();
agreed<Agree<WaitingNames, z.infer<typeof waitingNames>>>();
