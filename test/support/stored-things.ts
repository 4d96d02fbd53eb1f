/** Things the tables keep, for tests of the tables: whole, and of fixed dates. */

import type { BoardRow } from "../../shared/domain/board/board-row.ts";
import type { HearingEntry } from "../../shared/domain/board/diary.ts";
import type { CaseEvent } from "../../shared/domain/case-file/events.ts";
import { evolveAll } from "../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../shared/domain/case-file/state.ts";
import { countedRows } from "../../shared/domain/case-file/statistics-rows.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { LedgerDuty } from "../../shared/domain/court-ledger/ledger-duty.ts";
import type { DocumentRecord } from "../../shared/domain/document.ts";
import type { LostCase } from "../../shared/domain/loss/lost-case.ts";
import { noticeId } from "../../shared/domain/notices/frame/notice-id.ts";
import type { Notice, WaitingLine } from "../../shared/domain/notices/notice.ts";
import type { Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import type { Correction, Observation } from "../../shared/domain/programme/entry.ts";
import type { Signing } from "../../shared/domain/signing/signing.ts";
import { PLAIN_CONTENT } from "../../shared/domain/statistics/bulletin-content.ts";
import type { BulletinVersion } from "../../shared/domain/statistics/bulletin-version.ts";
import {
  civilDate,
  clockTime,
  type Instant,
  instant,
  type Month,
  type Year,
} from "../../shared/domain/time/time.ts";
import type { CaseChange } from "../../shared/ports/change.ts";
import { eventsOf, record, summons } from "./case-builders.ts";

export const JURISDICTION = "3713";
export const SEPTEMBER = "2026-09" as Month;
export const MORNING = instant("2026-09-08T09:00:00+08:00");
export const NOON = instant("2026-09-08T12:00:00+08:00");
export const CASE = summons().caseNumber;
export const SUBJECT = { of: "case", caseNumber: CASE } as const;

/** The change that opens a case by its summons; `serial` makes it another case. */
export function opening(serial = 23, facts: Partial<CaseChange> = {}): CaseChange {
  const command = summons({ caseNumber: caseNumber(`（2026）鲁1321行初${serial}号`) });
  return changeBy(undefined, eventsOf(undefined, command), facts);
}

/** The change that records the hearing of a case opened by {@link opening}. */
export function hearing(file: CaseFile, facts: Partial<CaseChange> = {}): CaseChange {
  return changeBy(file, eventsOf(file, record({ caseNumber: file.caseNumber })), facts);
}

/** The change these events make to a file. */
export function changeBy(
  before: CaseFile | undefined,
  events: readonly CaseEvent[],
  facts: Partial<CaseChange> = {},
): CaseChange {
  const after = evolveAll(before, events);
  if (after === undefined) throw new Error("no events");
  const expectedVersion = before?.version ?? 0;
  const file = { ...after, version: expectedVersion + 1 };
  return {
    file,
    expectedVersion,
    events: events.map((event) => ({ at: MORNING, cause: "document:summons-1", event })),
    nextActionAt: undefined,
    counted: countedRows(file),
    boards: { rows: [], gone: [] },
    names: undefined,
    diary: [],
    losses: { rows: [], gone: [] },
    search: { entries: [], gone: [] },
    ...facts,
  };
}

export const RECIPIENT = {
  organisation: "yinan-police" as OrganisationId,
  organisationName: "沂南县公安局",
  name: "法制大队",
  address: "fazhi@yinan-police.example.org",
};

/** A notice that may leave at once; one says something else than another by its `about`. */
export function aNotice(about = "first", facts: Partial<Notice> = {}): Notice {
  return {
    id: noticeId("test", about),
    subject: SUBJECT,
    recipient: RECIPIENT,
    content: {
      kind: "address-failed",
      organisationName: "沂南县公安局",
      address: undefined,
      cause: "no-address",
      about: { type: "as-written", text: about },
    },
    createdAt: MORNING,
    releaseAt: MORNING,
    ...facts,
  };
}

export function aLine(about: string, releaseAt: Instant = NOON): WaitingLine {
  return {
    id: noticeId("line", about),
    subject: SUBJECT,
    recipient: RECIPIENT,
    line: { at: MORNING, caseNumber: CASE, news: { type: "as-written", text: about } },
    releaseAt,
  };
}

export function aDocument(facts: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    sha256: "summons-1",
    state: "read",
    kind: "summons",
    caseNumbers: [CASE],
    firstUpload: { key: "courts/1321/inbox/传票.pdf", versionId: "v1", at: MORNING },
    ...facts,
  };
}

export function aDuty(facts: Partial<LedgerDuty> = {}): LedgerDuty {
  return {
    court: "yinan-court" as OrganisationId,
    courtName: "沂南县人民法院",
    month: SEPTEMBER,
    due: civilDate("2026-10-03"),
    version: 1,
    ledgers: [],
    reminded: [],
    ...facts,
  };
}

export function aBulletin(facts: Partial<BulletinVersion> = {}): BulletinVersion {
  return {
    jurisdiction: JURISDICTION,
    month: SEPTEMBER,
    period: "month",
    version: 1,
    state: "draft",
    at: MORNING,
    rowsSha256: "a1",
    folder: "bulletins/2026-09/draft-v1",
    ...facts,
  };
}

/** A row of 沂南县's board. */
export function aRow(facts: Partial<BoardRow> = {}): BoardRow {
  return {
    board: "沂南县",
    caseNumber: CASE,
    version: 1,
    state: "awaiting-hearing",
    court: "沂南县人民法院",
    cause: "行政处罚",
    plaintiff: "陈建",
    plaintiffs: 1,
    enterprise: false,
    agencies: [
      {
        name: "沂南县公安局",
        organisation: "yinan-police" as OrganisationId,
        district: "沂南县",
        due: [{ kind: "report", due: civilDate("2026-09-11") }],
        flags: [],
      },
    ],
    hearing: { date: civilDate("2026-09-24"), time: clockTime("09:00"), place: "第五审判庭" },
    receivedOn: civilDate("2026-09-08"),
    ...facts,
  };
}

/** The hearing in 沂南县公安局's diary. */
export function aDiaryEntry(facts: Partial<HearingEntry> = {}): HearingEntry {
  return {
    owner: "yinan-police" as OrganisationId,
    caseNumber: CASE,
    respondent: "沂南县公安局",
    court: "沂南县人民法院",
    hearing: { ordinal: 1, date: civilDate("2026-09-24"), time: clockTime("09:00"), sequence: 0 },
    status: "set",
    dues: [{ kind: "report", due: civilDate("2026-09-11"), status: "open" }],
    version: 1,
    changedAt: MORNING,
    ...facts,
  };
}

/** The same case, lost, in the register of its bureau. */
export function aLoss(facts: Partial<LostCase> = {}): LostCase {
  return {
    owner: JURISDICTION,
    caseNumber: CASE,
    respondent: "沂南县公安局",
    district: "沂南县",
    court: "沂南县人民法院",
    lostOn: civilDate("2026-09-24"),
    state: "owed",
    causes: [],
    ...facts,
  };
}

/** 旁听庭审 of 沂南县, the first version. */
export function anObservation(facts: Partial<Observation> = {}): Observation {
  return {
    kind: "observation",
    id: "o1",
    jurisdiction: "沂南县",
    year: "2026" as Year,
    version: 1,
    revision: 1,
    change: { at: MORNING, by: "王芳", cause: "link:L1", what: "recorded", form: "o1" },
    sent: {},
    date: civilDate("2026-09-07"),
    court: "沂南县人民法院",
    caseNumber: CASE,
    participants: [{ unit: "沂南县公安局", people: 12 }],
    ...facts,
  };
}

/** 整改建议 to 沂南县公安局, the first version. */
export function aCorrection(facts: Partial<Correction> = {}): Correction {
  return {
    kind: "correction",
    id: "c1",
    jurisdiction: "沂南县",
    year: "2026" as Year,
    version: 1,
    revision: 1,
    change: { at: MORNING, by: "王芳", cause: "link:L1", what: "proposed", form: "c1" },
    sent: {},
    issuedOn: civilDate("2026-09-08"),
    to: { organisation: "yinan-police" as OrganisationId, name: "沂南县公安局" },
    caseNumber: CASE,
    shortcoming: "负责人未出庭，也未说明理由。",
    proposal: "建立出庭应诉内部制度。",
    due: civilDate("2026-10-20"),
    answers: [],
    ...facts,
  };
}

export function anAgency(facts: Partial<Organisation> = {}): Organisation {
  return {
    id: "yinan-police" as OrganisationId,
    kind: "agency",
    name: "沂南县公安局",
    aliases: ["沂南公安局"],
    level: "county",
    jurisdiction: "沂南县",
    contacts: [
      { role: "legal-section", name: "法制大队", email: "fazhi@yinan-police.example.org" },
      { role: "head", name: "局长", email: "juzhang@yinan-police.example.org" },
    ],
    verified: true,
    ...facts,
  };
}

/** A signing (签发) that has been opened. */
export function aSigning(facts: Partial<Signing> = {}): Signing {
  return {
    jurisdiction: JURISDICTION,
    period: "month",
    month: SEPTEMBER,
    version: 1,
    revision: 0,
    state: "open",
    leavesFrom: instant("2026-10-04T00:00:00+08:00"),
    due: civilDate("2026-10-08"),
    content: { ...PLAIN_CONTENT, analysis: ["出庭率保持稳定。"], issue: 9, document: "临司通〔2026〕9号" },
    reminded: [],
    events: [{ type: "opened", at: MORNING, by: "", cause: "month" }],
    ...facts,
  };
}
