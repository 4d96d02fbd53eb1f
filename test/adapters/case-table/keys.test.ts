/** Under which keys do items lie, and does every key lead back to what lies there? */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ItemKey,
  keyOf,
  noticeAt,
  partitionOf,
  subjectOf,
} from "../../../shared/adapters/case-table/keys.ts";
import { noticeOfRecord } from "../../../shared/adapters/case-table/notice-record.ts";
import { subjectOfTag, tagOf } from "../../../shared/adapters/notice-tag.ts";
import type { DiaryEntry } from "../../../shared/domain/board/diary.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { LossPlace } from "../../../shared/domain/loss/lost-case.ts";
import { noticeId } from "../../../shared/domain/notices/frame/notice-id.ts";
import type { NoticeSubject } from "../../../shared/domain/notices/frame/notice-subject.ts";
import type { Download } from "../../../shared/domain/originals/download.ts";
import type { ProgrammeKind } from "../../../shared/domain/programme/entry.ts";
import type { Month, Year } from "../../../shared/domain/time/time.ts";
import { aNotice, CASE, SUBJECT } from "../../support/stored-things.ts";

const text = fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" });
const month = fc.integer({ min: 2020, max: 2030 }).map((year) => `${year}-07`);
const subjects = fc.oneof(
  fc.record({ of: fc.constant("case"), caseNumber: text }),
  fc.record({ of: fc.constant("document"), sha256: text }),
  fc.record({ of: fc.constant("bulletin"), jurisdiction: text, month }),
  fc.record({ of: fc.constant("ledger"), court: text, month }),
  fc.record({ of: fc.constant("organisation"), organisation: text }),
  fc.record({ of: fc.constant("programme"), jurisdiction: text, year: fc.constant("2026") }),
) as fc.Arbitrary<NoticeSubject>;

describe("keys", () => {
  it("are those of the table of items in shared/README.md, all of them and no others", () => {
    // Each key made of the words in angle brackets that the table prints.
    const of = <Value>(name: string) => `<${name}>` as Value;
    const programme = {
      jurisdiction: "<jurisdiction>",
      year: of<Year>("year"),
      kind: of<ProgrammeKind>("kind"),
      id: "<id>",
    };
    const bulletin = { jurisdiction: "<jurisdiction>", month: of<Month>("month"), version: 1 };
    const state = of<"draft">("state");
    const number = of<CaseNumber>("number");
    const subject: NoticeSubject = { of: "case", caseNumber: number };
    const keys: Readonly<Record<keyof typeof keyOf, readonly ItemKey[]>> = {
      caseFile: [keyOf.caseFile(number)],
      event: [keyOf.event(number, 1)],
      rest: [keyOf.rest(number, 1, 1)],
      notice: [keyOf.notice(subject, of("id"))],
      line: [keyOf.line(subject, of("id"))],
      document: [keyOf.document("<sha256>")],
      upload: [keyOf.upload("<key>", "<version id>")],
      duty: [keyOf.duty(of("court"), of("month"))],
      bulletin: [
        keyOf.bulletin({ ...bulletin, state, period: "month" }),
        keyOf.bulletin({ ...bulletin, state, period: of<"year">("period") }),
      ],
      signing: [
        keyOf.signing({ jurisdiction: "<jurisdiction>", month: of("month"), period: of<"year">("period") }),
      ],
      programme: [keyOf.programme(programme)],
      programmeVersion: [keyOf.programmeVersion(programme, 1)],
      boardRow: [keyOf.boardRow("<board>", number, false), keyOf.boardRow("<board>", number, true)],
      diaryEntry: [
        keyOf.diaryEntry({
          owner: of("owner"),
          caseNumber: number,
          respondent: "<respondent>",
          hearing: { date: of("date"), ordinal: of("ordinal") },
        } as DiaryEntry),
      ],
      lostCase: [
        keyOf.lostCase({
          owner: "<owner>",
          caseNumber: number,
          respondent: "<respondent>",
          lostOn: of("yr"),
        } as LossPlace),
      ],
      download: [
        keyOf.download({
          subject,
          // An instant's first sixteen characters are its minute.
          at: of("day and minute"),
          sha256: "<sha256>",
          organisation: of("organisation"),
        } as Download),
      ],
      searchEntry: [
        keyOf.searchEntry({ of: "number", serial: of("serial") }, number),
        keyOf.searchEntry({ of: "name", text: "<name>" }, number),
      ],
      formDraft: [
        keyOf.formDraft({
          owner: of("owner"),
          form: of<"report">("form"),
          caseNumber: number,
          respondent: "<respondent>",
          sitting: "<sitting>",
        }),
      ],
      link: [keyOf.link("<nonce>")],
      session: [keyOf.session("<mailbox>.<session>")],
      tries: [keyOf.tries("<who>", of("window"))],
      organisation: [keyOf.organisation(of("id"))],
      organisationChange: [keyOf.organisationChange(of("id"), "<change>")],
      directoryAct: [keyOf.directoryAct({ bureau: of("bureau"), at: of("at"), id: "<act>" })],
      figures: [keyOf.figures("<area>")],
      month: [keyOf.month(of("month"))],
      boardCount: [keyOf.boardCount()],
      jobRun: [keyOf.jobRun(of("job"))],
      adminAct: [
        keyOf.adminAct({ id: "<act>", at: of("at") }, true),
        keyOf.adminAct({ id: "<act>", at: of("at") }, false),
      ],
      lookup: [keyOf.lookup("<key>", of("id"))],
    };
    const made = Object.values(keys)
      .flat()
      // Of a name its first two characters lead to it.
      .flatMap(({ pk, sk }) => [
        pk.replace(/<n$/, "<first two>"),
        sk.replace("0000001", "<version>").replace("#001", "#<part>"),
      ]);
    const [, table = ""] = readFileSync("shared/README.md", "utf8").split("## The table");
    const printed = [...table.matchAll(/^\| [^|]+ \|(.*)$/gm)].flatMap(([, row = ""]) =>
      [...row.matchAll(/`([^`]+)`/g)].map(([, key]) => key),
    );
    expect(new Set(printed)).toEqual(new Set(made));
  });

  it("sort by version, and keep any name an upload has", () => {
    expect(keyOf.event(CASE, 12)).toEqual({ pk: "CASE#（2026）鲁1321行初23号", sk: "EVENT#0000012" });
    expect(keyOf.upload("courts/1321/inbox/a#b.pdf", "v1")).toEqual({
      pk: "UPLOAD#courts/1321/inbox/a#b.pdf",
      sk: "v1",
    });
  });

  it("give back the subject and the notice that lie there", () => {
    fc.assert(
      fc.property(subjects, text, (subject, about) => {
        const id = noticeId(about);
        expect(subjectOf(partitionOf(subject))).toEqual(subject);
        expect(noticeAt(keyOf.notice(subject, id))).toEqual({ subject, id });
        expect(noticeAt(keyOf.line(subject, id))).toBeUndefined();
      }),
    );
  });

  it("know what is no subject", () => {
    for (const pk of ["", "CASE#", "UPLOAD#a", "BULLETIN#3713", "LEDGER#yinan-court"])
      expect(subjectOf(pk)).toBeUndefined();
  });
});

describe("the tag of a notice's subject", () => {
  it("is fit for SES and leads back", () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        expect(tagOf(subject)).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(subjectOfTag(tagOf(subject))).toEqual(subject);
      }),
    );
    expect(tagOf(SUBJECT).length).toBeLessThan(256);
    expect(subjectOfTag("????")).toBeUndefined();
  });
});

describe("a record of the table's stream", () => {
  it("names its notice, or is refused", () => {
    const { pk, sk } = keyOf.notice(SUBJECT, aNotice().id);
    expect(noticeOfRecord({ dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } } })).toEqual({
      subject: SUBJECT,
      id: aNotice().id,
    });
    expect(() => noticeOfRecord({ dynamodb: { Keys: { pk: { S: pk }, sk: { S: "FILE" } } } })).toThrow(
      "where a notice lies",
    );
    expect(() => noticeOfRecord({})).toThrow();
  });
});
