import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import * as items from "../../../shared/adapters/case-table/items.ts";
import { keyOf } from "../../../shared/adapters/case-table/keys.ts";
import { itemKind } from "../../../shared/adapters/case-table/stored-item.ts";
import { summaryOf } from "../../../shared/domain/obligations/obligation.ts";
import { addDays, civilDate, clockTime, type Year } from "../../../shared/domain/time/time.ts";
import { eventsOf, summons } from "../../support/case-builders.ts";
import { aNotice, CASE, changeBy, MORNING, opening } from "../../support/stored-things.ts";

const KEY = keyOf.caseFile(CASE);

describe("shapes of items", () => {
  // A change here is a change of what lies in tables: give the kind a new version and an upcaster from the old one,
  // then write the new line down.
  it("have not changed without a new version", () => {
    const kinds = Object.values(items).filter((one) => "entity" in one);
    const shapes = kinds.map(({ entity, schemaVersion, schema }) => {
      const shape = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any" }));
      return `${entity} ${schemaVersion} ${createHash("sha256").update(shape).digest("hex").slice(0, 12)}`;
    });
    expect(shapes).toMatchInlineSnapshot(`
      [
        "case 15 9cde4b4de571",
        "event 15 0768390d92f2",
        "rest 1 3449f33668f4",
        "notice 18 7618493cae9c",
        "line 11 3c25b2b0e770",
        "told-line 1 ccd23b8998e9",
        "document 9 0fedd9eef9d4",
        "board 5 f7ca5ca1d7f0",
        "search 1 6c92627cd409",
        "loss 1 52b67f4b5621",
        "diary 3 9971ea0722ec",
        "upload 2 ee6e576b9746",
        "duty 3 4419e6081b32",
        "bulletin 5 b7bff4a910d6",
        "signing 1 88b844d2870a",
        "programme 4 2356323bc889",
        "organisation 4 374ad3a1dc64",
        "organisation-change 4 4425389f6234",
        "directory-act 1 565ab398a15e",
        "draft 1 d6b2b7d6b0e3",
        "link 1 d52e1180cc2b",
        "download 1 0883133a083d",
        "session 1 314fb8bc50f7",
        "figures 1 703ea3d5c252",
        "month 1 3143dc6f6e46",
        "board-count 1 417cc98e6cab",
        "job-run 2 ac00a37cb60d",
        "admin-act 1 e2e6ec6efeb0",
        "lookup 3 aed2531850b2",
      ]
    `);
  });

  it("tell a changed shape", () => {
    const hash = (schema: z.ZodMiniType) =>
      JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any" }));
    expect(hash(z.object({ due: z.string() }))).not.toBe(
      hash(z.object({ due: z.exactOptional(z.string()) })),
    );
  });
});

describe("an item", () => {
  const Duty = itemKind("duty", 3, z.object({ court: z.string(), days: z.int() }), {
    1: ({ office, ...body }) => ({ ...body, court: office }),
    2: (body) => ({ ...body, days: Number(body.weeks) * 7 }),
  });
  const item = { ...KEY, entity: "duty", schemaVersion: 1, office: "沂南县人民法院", weeks: 2 };

  it("of a former version is brought up to date, step by step", () => {
    expect(Duty.read(item)).toEqual({ court: "沂南县人民法院", days: 14 });
    expect(Duty.read({ ...item, schemaVersion: 2, court: "费县人民法院" })).toEqual({
      court: "费县人民法院",
      days: 14,
    });
  });

  it("of a version that is not known, another kind, or a wrong shape is named by its key, without what it holds", () => {
    for (const wrong of [
      { ...item, schemaVersion: 4 },
      { ...item, schemaVersion: undefined },
      { ...item, entity: "case" },
      { ...item, schemaVersion: 3, court: "秘密", days: "秘密" },
    ]) {
      const read = () => Duty.read(wrong);
      expect(read).toThrow(expect.objectContaining({ name: "UnreadableItem" }));
      expect(read).toThrow(KEY.pk);
      expect(read).not.toThrow("秘密");
    }
    expect(() => Duty.read({ ...item, schemaVersion: 3, court: 1, days: 2 })).toThrow("court invalid_type");
  });

  it("that could not be read again is not written", () => {
    expect(() => Duty.write(KEY, { court: "沂南县人民法院", days: Number.NaN })).toThrow(
      expect.objectContaining({ name: "UnstorableItem" }),
    );
  });

  it("takes nothing along that its shape doesn't have", () => {
    const body = { court: "沂南县人民法院", days: 1, stray: "x", absent: undefined };
    expect(Duty.write(KEY, body, { dueAt: "2026" })).toEqual({
      ...KEY,
      entity: "duty",
      schemaVersion: 3,
      dueAt: "2026",
      court: "沂南县人民法院",
      days: 1,
    });
  });
});

describe("a notice", () => {
  it("with a case handling form of before says whose it is and of what stage", () => {
    const about = { case: summaryOf(opening().file), respondent: "临沂市人民政府" };
    const content = {
      kind: "case-handling-form",
      ...about,
      stage: "appeal",
      documentKind: "appeal",
      receivedAt: MORNING,
    } as const;
    const notice = { ...aNotice(), content };
    const item = items.NoticeItem.write(KEY, { state: "pending", attempts: 0, notice });
    const { respondent: government, stage: _, ...rest } = content;
    const before = { ...item, schemaVersion: 2, notice: { ...notice, content: { ...rest, government } } };
    expect(items.NoticeItem.read(before).notice).toEqual(notice);
    const plan = { kind: "programme-plan", jurisdiction: "沂南县", year: "2026" as Year } as const;
    const other = aNotice("plan", { content: { ...plan, perYear: 2, meetings: true } });
    const stored = items.NoticeItem.write(KEY, { state: "held", attempts: 1, notice: other });
    expect(items.NoticeItem.read({ ...stored, schemaVersion: 1 }).notice).toEqual(other);
  });
});

describe("a case file", () => {
  it("from before the desk has no reports and filings", () => {
    const { file } = opening();
    const item = items.CaseItem.write(KEY, { version: file.version, file, rows: [] });
    const {
      reports: _,
      filings: __,
      handlingForms: ___,
      designations: ____,
      answers: _____,
      settlements: ______,
      obstacles: _______,
      courtNotes: ________,
      ...before
    } = file;
    const read = items.CaseItem.read({ ...item, schemaVersion: 1, file: before });
    expect(read.file).toEqual({ ...file, reports: [], filings: [], handlingForms: [], designations: [] });
  });

  it("from before agencies were designated and differences answered has none of it", () => {
    const { file } = opening();
    const item = items.CaseItem.write(KEY, { version: file.version, file, rows: [] });
    const {
      handlingForms: _,
      designations: __,
      answers: ___,
      settlements: ____,
      ledgers: _____,
      obstacles: ______,
      courtNotes: _______,
      boards: ________,
      ...before
    } = file;
    expect(items.CaseItem.read({ ...item, schemaVersion: 2, file: before }).file).toEqual({
      ...file,
      boards: [],
    });
  });

  it("put off forty times stays far below what an item may hold", () => {
    let { file } = opening();
    for (let round = 0; round < 40; round++) {
      const next = summons({
        sha256: `summons-${round + 2}`,
        issuedOn: addDays(civilDate("2026-10-01"), round),
        hearing: {
          date: addDays(civilDate("2027-01-01"), round),
          time: clockTime("09:00"),
          place: "第五审判庭",
        },
      });
      ({ file } = changeBy(file, eventsOf(file, next)));
    }
    expect(file.pastHearings.length).toBeGreaterThanOrEqual(39);
    expect(Buffer.byteLength(JSON.stringify(file))).toBeLessThan(200_000);
  });
});

describe("a packed body", () => {
  const { file } = opening();
  const item = items.CaseItem.write(KEY, { version: file.version, file, rows: [] });

  it("is read as it was written, and is less than half of it", () => {
    expect(items.CaseItem.read(item).file).toEqual(file);
    expect((item.file as Uint8Array).length).toBeLessThan(Buffer.byteLength(JSON.stringify(file)) / 2);
  });

  it("leaves beside it what conditions and indexes look at", () => {
    expect(item).toMatchObject({ ...KEY, entity: "case", version: file.version, rows: [] });
    const pending = items.NoticeItem.write(KEY, { state: "pending", attempts: 0, notice: aNotice() });
    expect(pending).toMatchObject({ state: "pending", attempts: 0 });
  });

  it("of an item that was written before there were any is read as it lies there", () => {
    expect(items.CaseItem.read({ ...item, schemaVersion: 14, file }).file).toEqual(file);
  });

  it("of a version to come is refused by its number, however it is packed", () => {
    for (const file of [item.file, new Uint8Array([1, 2, 3])])
      expect(() => items.CaseItem.read({ ...item, schemaVersion: 99, file })).toThrow(
        `${KEY.pk} / ${KEY.sk}: is of schema version 99, which is not known`,
      );
  });

  it("of more than can be unpacked is not written", () => {
    const cause = "x".repeat(33 * 1024 * 1024);
    const write = () => items.CaseItem.write(KEY, { version: 1, file: { ...file, cause }, rows: [] });
    expect(write).toThrow(expect.objectContaining({ name: "ChangeTooLarge" }));
  });

  it("that is damaged is named by its key", () => {
    const damaged = { ...item, file: new Uint8Array([1, 2, 3]) };
    expect(() => items.CaseItem.read(damaged)).toThrow(`${KEY.pk} / ${KEY.sk}: is packed`);
  });
});
