import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classesOfCase } from "../../../shared/domain/case-file/classes-of-case.ts";
import { fileOf } from "../../../shared/domain/case-file/decisions/past-acts.ts";
import type { CaseEvent, RecordedEvent } from "../../../shared/domain/case-file/events.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { countedRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { ACTS, LISTED_ACTS, listedAct } from "../../../shared/domain/classes/act.ts";
import type { ClassesSaid, ClassesStated } from "../../../shared/domain/classes/classes.ts";
import { FIELDS, fieldCode, listedField } from "../../../shared/domain/classes/field.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { civilDate, instantAt, type Month } from "../../../shared/domain/time/time.ts";
import { at, given, summons } from "../../support/case-builders.ts";

/** A case over a detention, known by its summons. */
const opened = (): CaseFile => {
  const { parties } = summons();
  return known(given(summons({ parties: { ...parties, cause: "治安行政处罚" } })));
};

const read = (said: ClassesSaid): CaseEvent => ({ type: "classes-read", document: "judgment-1", said });
const corrected = (values: ClassesStated, minute = "10:00"): CaseEvent => ({
  type: "classes-corrected",
  correction: {
    at: at("09-10", minute),
    by: "周敏",
    office: "bureau",
    organisation: "yinan-justice" as OrganisationId,
    values,
  },
});
const ledger = (classes: ClassesSaid): CaseEvent => ({
  type: "ledger-noted",
  entry: {
    court: "yinan-court" as OrganisationId,
    month: "2026-09" as Month,
    document: "ledger-1",
    receivedAt: at("10-02"),
    classes,
  },
});

describe("the classes of a case", () => {
  it("are proposed with the words they follow from, as long as nobody says anything", () => {
    expect(classesOfCase(opened())).toMatchObject({
      field: {
        value: "public-security",
        by: "rule",
        proposed: { rule: "public-order", words: "治安", from: "cause" },
      },
      act: { value: "penalty", by: "rule", proposed: { rule: "penalty", words: "处罚" } },
      plaintiffKind: { value: "person", by: "rule" },
    });
    expect(classesOfCase(opened()).review).toBeUndefined();
  });

  it("are a person's word before the ledger's, the ledger's before a paper's, a paper's before a rule's", () => {
    const events = [read({ field: "fire" }), ledger({ field: "health" }), corrected({ field: "education" })];
    const fields = [0, 1, 2, 3].map((count) => classesOfCase(grown(events.slice(0, count))).field);
    expect(fields.map((field) => [field?.value, field?.by])).toEqual([
      ["public-security", "rule"],
      ["fire", "paper"],
      ["health", "ledger"],
      ["education", "person"],
    ]);
  });

  it("can be unknown by a person's word, whatever a rule proposes", () => {
    expect(classesOfCase(grown([corrected({ act: null })])).act).toMatchObject({
      value: undefined,
      by: "person",
    });
    expect(countedRows(grown([corrected({ act: null })])).rows[0]).not.toHaveProperty("act");
  });

  it("are as before once a correction is taken back", () => {
    const history: RecordedEvent[] = [
      ...openingEvents(),
      { at: at("09-10"), cause: "link:1", event: corrected({ field: "education" }) },
    ];
    expect(classesOfCase(known(fileOf(history))).field?.value).toBe("education");
    expect(classesOfCase(known(fileOf(history, "link:1"))).field?.value).toBe("public-security");
  });

  it("never are what a rule proposes where somebody has said something else", () => {
    const value = fc.constantFrom(...FIELDS);
    const says = fc.oneof(
      value.map((field) => read({ field })),
      value.map((field) => ledger({ field })),
      value.map((field) => corrected({ field })),
    );
    fc.assert(
      fc.property(fc.array(says, { minLength: 1, maxLength: 6 }), (events) => {
        const held = classesOfCase(grown(events)).field;
        expect(held?.by).not.toBe("rule");
        const ofPeople = events.flatMap((event) =>
          event.type === "classes-corrected" ? (event.correction.values.field ?? []) : [],
        );
        if (ofPeople.length > 0) expect(held).toMatchObject({ by: "person", value: ofPeople.at(-1) });
      }),
    );
  });
});

describe("when a case counts as received and closed", () => {
  const rowOf = (file: CaseFile) => countedRows(file).rows[0];

  it("is the month a source states", () => {
    const row = rowOf(grown([read({ acceptedOn: civilDate("2026-08-31") })]));
    expect(row).toMatchObject({ acceptedOn: "2026-08-31", receivedIn: "2026-08" });
  });

  it("is else that of the first thing known of it, within the year of its number", () => {
    expect(rowOf(opened())).toMatchObject({ receivedIn: "2026-09" });
    expect(rowOf(opened())).not.toHaveProperty("acceptedOn");
    const { documents, ...file } = opened();
    const late = documents.map((one) => ({
      ...one,
      receivedAt: instantAt(civilDate("2027-01-05"), "09:00"),
    }));
    expect(rowOf({ ...file, documents: late })?.receivedIn).toBe("2026-12");
  });

  it("is among the open ones until it is closed, then in the month of closing", () => {
    expect(countedRows(opened())).toMatchObject({ docket: "open", rows: [{ agency: "沂南县公安局" }] });
    const closed = grown([
      read({ closedOn: civilDate("2026-11-30"), form: "judgment" }),
      { type: "case-closed", outcome: "won" },
    ]);
    expect(countedRows(closed)).toMatchObject({
      docket: "2026-11",
      month: undefined,
      rows: [{ closed: true, closedIn: "2026-11", form: "judgment" }],
    });
  });
});

describe("the closed lists", () => {
  it("number the first 44 fields as the list they come from, and put newer ones under its last", () => {
    expect(FIELDS.slice(0, 44).map(fieldCode)).toEqual(
      Array.from({ length: 44 }, (_, index) => String(index + 1).padStart(2, "0")),
    );
    expect(FIELDS.slice(44).map(listedField)).toEqual(FIELDS.slice(44).map(() => "other"));
    expect(fieldCode("other")).toBe("44");
  });

  it("put every kind of act under one of nine", () => {
    for (const act of ACTS) expect(LISTED_ACTS).toContain(listedAct(act));
  });
});

function grown(events: readonly CaseEvent[]): CaseFile {
  return known(evolveAll(opened(), events));
}

function openingEvents(): readonly RecordedEvent[] {
  const { caseNumber, court, plaintiffs, respondents, thirdParties, cause } = opened();
  const event = {
    type: "case-opened",
    caseNumber,
    court,
    plaintiffs,
    respondents,
    thirdParties,
    cause: cause ?? "",
  } as const;
  return [{ at: at("09-08"), cause: "document:summons-1", event }];
}

function known(file: CaseFile | undefined): CaseFile {
  if (file === undefined) throw new TypeError("there is such a case");
  return file;
}
