import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyOf, noticeAt, partitionOf, subjectOf } from "../../../shared/adapters/case-table/keys.ts";
import { noticeOfRecord } from "../../../shared/adapters/case-table/notice-record.ts";
import { subjectOfTag, tagOf } from "../../../shared/adapters/notice-tag.ts";
import { noticeId } from "../../../shared/domain/case-file/notice-id.ts";
import type { NoticeSubject } from "../../../shared/domain/notices/notice.ts";
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
  it("are those of the table of items in shared/README.md", () => {
    expect(keyOf.caseFile(CASE)).toEqual({ pk: "CASE#（2026）鲁1321行初23号", sk: "FILE" });
    expect(keyOf.event(CASE, 12)).toEqual({ pk: "CASE#（2026）鲁1321行初23号", sk: "EVENT#0000012" });
    expect(keyOf.document("a1")).toEqual({ pk: "DOC#a1", sk: "DOC" });
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
