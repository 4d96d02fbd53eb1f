/** Given a case, when a ruling leaves it open: whose duties end, and what stands still? */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { decide } from "../../../shared/domain/case-file/decisions/decide.ts";
import { excuseOf } from "../../../shared/domain/case-file/joint-appearance.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import {
  at,
  given,
  owed,
  POLICE,
  RULES,
  record,
  respondent,
  summons,
  told,
} from "../../support/case-builders.ts";

const WATER = respondent("沂南县水利局", "yinan-water");
const LAND = respondent("沂南县自然资源和规划局", "yinan-land");
const ALL = [POLICE, WATER, LAND];
const parties = { plaintiffs: ["陈建"], respondents: ALL, thirdParties: [] };

function ruling(result: FileDocument["result"], changes: Partial<FileDocument> = {}): FileDocument {
  const { hearing: _, ...rest } = summons({ parties });
  return {
    ...rest,
    kind: "judgment",
    sha256: "ruling-1",
    at: at("09-15"),
    issuedOn: civilDate("2026-09-14"),
    ...(result !== undefined && { result }),
    ...changes,
  };
}

const partly = (...against: readonly string[]) =>
  ruling({ outcome: "partly-withdrawn", heard: undefined, against });
const suspended = (changes: Partial<FileDocument> = {}) =>
  ruling({ outcome: "suspended", heard: undefined }, changes);
const heldRecord = () => record({ parties });
const openOf = (file: CaseFile, name: string) =>
  file.deadlines.filter(({ respondent: of, status }) => of === name && status === "open");

/** That nobody has said whose head appears is one word to the court, however many are sued. */
const isReminder = (line: string) => !line.startsWith("appearance-unsettled");

describe("an action withdrawn against some of the respondents", () => {
  it("ends what these owe and nothing of the others, whichever they are", () => {
    const before = given(summons({ parties }));
    fc.assert(
      fc.property(fc.shuffledSubarray(ALL, { minLength: 1, maxLength: 2 }), (leaving) => {
        const file = given(summons({ parties }), partly(...leaving.map(({ name }) => name)));
        expect(file).toMatchObject({ state: "awaiting-hearing", hearing: { date: "2026-09-24" } });
        for (const one of ALL) {
          const left = leaving.includes(one);
          expect(openOf(file, one.name)).toEqual(left ? [] : openOf(before, one.name));
          expect(file.respondents.find(({ name }) => name === one.name)?.withdrawnOn).toBe(
            left ? "2026-09-14" : undefined,
          );
        }
      }),
    );
  });

  it("is said to whoever had been told of the hearing, who hears of it no more", () => {
    const before = told(given(summons({ parties })), at("09-15"));
    const file = given(summons({ parties }), partly(WATER.name));
    expect(Object.keys(file.sent).filter((key) => key.endsWith(WATER.name))).toContain(
      `cancelled:1:${WATER.name}`,
    );
    const reminded = owed(file, at("09-21")).filter(isReminder);
    expect(reminded.length).toBeGreaterThan(0);
    expect(reminded.length).toBe((owed(before, at("09-21")).filter(isReminder).length / 3) * 2);
  });

  it("comes before its summons with the same end", () => {
    const early = { ...partly(WATER.name), at: at("09-08", "08:00") };
    const file = given(early, summons({ parties }));
    expect(openOf(file, WATER.name)).toEqual([]);
    expect(openOf(file, POLICE.name)).toHaveLength(2);
  });

  it("closes the case where nobody is left, by one ruling or by several", () => {
    const names = ALL.map(({ name }) => name);
    expect(given(summons({ parties }), partly(...names))).toMatchObject({
      state: "closed",
      outcome: "withdrawn",
    });
    const two = partly(POLICE.name, WATER.name);
    const last = { ...partly(LAND.name), sha256: "ruling-2" };
    expect(given(summons({ parties }), two, last)).toMatchObject({ state: "closed", outcome: "withdrawn" });
  });

  it("counts in the figures where the case was heard with it before", () => {
    const agencies = (file: CaseFile) => statisticsRows(file).map(({ agency }) => agency);
    expect(agencies(given(summons({ parties }), partly(WATER.name), heldRecord()))).toEqual([
      POLICE.name,
      LAND.name,
    ]);
    const late = { ...partly(WATER.name), at: at("09-28"), issuedOn: civilDate("2026-09-28") };
    const file = given(summons({ parties }), heldRecord(), late);
    expect(agencies(file)).toEqual(ALL.map(({ name }) => name));
    expect(statisticsRows(file).some(({ closed }) => closed)).toBe(false);
    // What it owes of the sitting it took part in, it owes.
    expect(openOf(file, WATER.name).map(({ kind }) => kind)).toEqual(["filing"]);
  });

  it("excuses nobody from sending a head because one who is no longer sued was to send it", () => {
    const two = { ...parties, respondents: [POLICE, WATER] };
    const arranged = summons({
      parties: two,
      joint: { by: "court", respondents: [WATER.name] },
    });
    expect(excuseOf(given(arranged), POLICE.name)).toBe("court");
    const released = { ...partly(WATER.name), parties: two };
    expect(excuseOf(given(arranged, released), POLICE.name)).toBeUndefined();
  });

  it("that names none of them is a doubt", () => {
    const stranger = ruling({ outcome: "partly-withdrawn", heard: undefined, against: ["费县财政局"] });
    expect(decide(given(summons({ parties })), stranger, RULES)).toMatchObject({
      accepted: false,
      refusal: { type: "uncertain-facts", fields: ["outcome"] },
    });
  });
});

describe("a case that stands still", () => {
  it("is open, without its hearing and what was owed for it", () => {
    const file = given(summons({ parties }), suspended());
    expect(file).toMatchObject({
      state: "postponed",
      halted: { result: "suspended", since: "2026-09-14" },
    });
    expect(ALL.flatMap(({ name }) => openOf(file, name))).toEqual([]);
  });

  it("goes on with a newer summons, not with one from before", () => {
    const again = summons({
      parties,
      sha256: "summons-2",
      at: at("10-20"),
      issuedOn: civilDate("2026-10-19"),
      hearing: { date: civilDate("2026-11-05") },
    });
    const file = given(summons({ parties }), suspended(), again);
    expect(file).toMatchObject({ state: "awaiting-hearing", hearing: { date: "2026-11-05" } });
    expect(file).not.toHaveProperty("halted");
    expect(openOf(file, WATER.name).length).toBeGreaterThan(0);
    // The ruling, taken in after all, is older than what is known.
    expect(given(again, suspended({ at: at("10-21") }))).toMatchObject({ state: "awaiting-hearing" });
    expect(given(suspended({ at: at("09-08", "08:00") }), summons({ parties }))).toMatchObject({
      state: "registered",
      halted: { result: "suspended" },
    });
  });

  it("keeps what is owed of a sitting that was held, and is not closed in the figures", () => {
    const late = suspended({ at: at("09-28"), issuedOn: civilDate("2026-09-28") });
    const file = given(summons({ parties }), heldRecord(), late);
    expect(file).toMatchObject({ state: "heard", halted: { result: "suspended" } });
    expect(openOf(file, WATER.name).map(({ kind }) => kind)).toContain("filing");
    expect(statisticsRows(file).map(({ closed, outcome }) => [closed, outcome])).toEqual(
      ALL.map(() => [false, undefined]),
    );
  });

  it("is a person's to say where neither paper shows which is the newer", () => {
    const { issuedOn: _, ...undated } = suspended();
    expect(decide(given(summons({ parties })), undated, RULES)).toMatchObject({ accepted: false });
    const reviewed = { ...undated, reviewedBy: "方圆" };
    expect(given(summons({ parties }), reviewed)).toMatchObject({ state: "postponed" });
  });

  it("ends by judgment all the same, and a closed case doesn't stand still again", () => {
    const judgment = ruling({ outcome: "lost", heard: true }, { sha256: "judgment", at: at("12-01") });
    expect(given(summons({ parties }), suspended(), judgment)).toMatchObject({
      state: "closed",
      outcome: "lost",
    });
    expect(given(summons({ parties }), judgment, suspended())).toMatchObject({ state: "closed" });
  });

  it("goes to another court", () => {
    const transferred = ruling({ outcome: "transferred", heard: undefined });
    expect(given(summons({ parties }), transferred)).toMatchObject({
      state: "postponed",
      halted: { result: "transferred" },
    });
  });
});
