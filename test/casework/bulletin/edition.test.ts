/** What does an edition of a bulletin (通报) say beside its figures: which version, against what, compared with which periods? */
import { describe, expect, it } from "vitest";
import { composeEdition, issuerOf, lastVersion } from "../../../shared/casework/bulletin/compose-edition.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { ProgrammeEntry } from "../../../shared/domain/programme/entry.ts";
import type { BulletinVersion } from "../../../shared/domain/statistics/bulletin-version.ts";
import type { Docket, StatisticsRow } from "../../../shared/domain/statistics/statistics-row.ts";
import { type Period, periodOf } from "../../../shared/domain/time/period.ts";
import { civilDate, type Month } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { memoryDirectory } from "../../support/memory/memory-directory.ts";
import { memoryTable } from "../../support/memory/memory-table.ts";
import { aRow } from "../../support/statistics-rows.ts";
import { aBulletin, anAgency } from "../../support/stored-things.ts";

const month = (text: string) => text as Month;
const AUGUST = periodOf("month", month("2026-08"));
const NOW = at("09-08");
/** Heard in a month: one with a head, and one without. */
const heardIn = (text: string) =>
  [1, 2].map((serial) =>
    aRow(Number(`${text.slice(2, 4)}${text.slice(5)}${serial}`), {
      heardOn: civilDate(`${text}-05`),
      present: serial === 1,
    }),
  );

interface Known {
  readonly heard?: readonly string[];
  readonly docket?: readonly StatisticsRow[];
  readonly bulletins?: readonly BulletinVersion[];
  readonly frozen?: readonly StatisticsRow[];
  readonly programme?: readonly ProgrammeEntry[];
  readonly organisations?: readonly Organisation[];
}

async function ports({
  heard = [],
  docket = [],
  bulletins = [],
  frozen = [],
  programme = [],
  organisations = [],
}: Known) {
  const directory = memoryDirectory(memoryTable(RULES.policy.jurisdiction.code));
  await directory.save(organisations);
  const reads: string[] = [];
  return {
    reads,
    directory,
    records: {
      async *monthRows(_: string, one: Month) {
        reads.push(one);
        if (heard.includes(one)) yield* heardIn(one);
      },
      async *docketRows(_: string, one: Docket) {
        yield* docket.filter(({ closedIn }) => (closedIn ?? "open") === one);
      },
      bulletins: async () => bulletins,
      duties: async () => [],
      programme: async (jurisdiction: string, year: string) =>
        programme.filter((one) => one.jurisdiction === jurisdiction && one.year === year),
    },
    frozenRows: async () => frozen,
  };
}

async function edition(period: Period, known: Known, last?: BulletinVersion, facts: object = {}) {
  const given = await ports(known);
  const wanted = {
    period,
    state: "draft",
    now: NOW,
    rules: RULES,
    issuer: "临沂市司法局",
    ...facts,
  } as const;
  return { ...(await composeEdition(given, wanted, last)), reads: given.reads };
}

const months = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const at = Number(first.slice(5)) - 1 + index;
    return `${Number(first.slice(0, 4)) + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });

describe("a first draft", () => {
  it("says of which period it is, who issues it, and that it is one; it changes nothing", async () => {
    const { edition: made, rows, figures } = await edition(AUGUST, { heard: ["2026-08"] });
    expect(made).toMatchObject({
      period: AUGUST,
      jurisdiction: RULES.policy.jurisdiction.name,
      issuer: "临沂市司法局",
      issuedOn: "2026-09-08",
      version: 1,
      draft: true,
      trend: [],
    });
    for (const name of [
      "changes",
      "previous",
      "lastYear",
      "yearToDate",
      "lastYearToDate",
      "corrects",
      "missingLedgers",
    ])
      expect(made).not.toHaveProperty(name === "yearToDate" ? "none" : name);
    expect(rows).toHaveLength(2);
    expect(figures.total).toMatchObject({ heard: 2, present: 1 });
  });

  it("of a state that was issued is the next version, and says which rows are otherwise since", async () => {
    const last = aBulletin({ month: month("2026-08"), version: 3, state: "issued" });
    const [first = expect.fail("no row")] = heardIn("2026-08");
    const known = { heard: ["2026-08"], frozen: [{ ...first, present: false }] };
    const { edition: made } = await edition(AUGUST, known, last, { state: "issued", corrects: "补录" });
    expect(made).toMatchObject({ version: 4, draft: false, corrects: "补录", changes: { against: 3 } });
    expect(made.changes?.rows).toHaveLength(2);
  });
});

describe("the periods it is compared with", () => {
  const all = [...months("2025-01", 12), ...months("2026-01", 8)];

  it("of a month are the month before, the year before, and both years to date", async () => {
    const { edition: made } = await edition(AUGUST, { heard: all });
    expect(made.previous?.period).toEqual(periodOf("month", month("2026-07")));
    expect(made.lastYear?.period).toEqual(periodOf("month", month("2025-08")));
    expect(made.yearToDate).toMatchObject({
      period: { from: "2026-01", to: "2026-08" },
      total: { heard: 16 },
    });
    expect(made.lastYearToDate).toMatchObject({
      period: { from: "2025-01", to: "2025-08" },
      total: { heard: 16 },
    });
  });

  it("of January has no year to date, which it is itself", async () => {
    const january = periodOf("month", month("2026-01"));
    const { edition: made } = await edition(january, { heard: all });
    expect(made).not.toHaveProperty("yearToDate");
    expect(made).not.toHaveProperty("lastYearToDate");
    expect(made.previous?.period.to).toBe("2025-12");
  });

  it("of a quarter are the quarter before and the year before's", async () => {
    const quarter = periodOf("quarter", month("2026-06"));
    const { edition: made } = await edition(quarter, { heard: all });
    expect(made.previous?.period.to).toBe("2026-03");
    expect(made.lastYear?.period.to).toBe("2025-06");
    expect(made).not.toHaveProperty("yearToDate");
  });

  it("in which nothing was heard are left out", async () => {
    const { edition: made } = await edition(AUGUST, { heard: ["2026-06", "2026-08"] });
    expect(made).not.toHaveProperty("previous");
    expect(made).not.toHaveProperty("lastYear");
    expect(made.yearToDate).toBeDefined();
  });

  it("say what was received and closed in them, where anything was", async () => {
    const closed = aRow(900, { receivedIn: month("2026-06"), closedIn: month("2026-07"), closed: true });
    const { edition: made, frozen } = await edition(AUGUST, { heard: all, docket: [closed] });
    expect(made.previous?.docket?.total).toMatchObject({ closed: 1 });
    expect(made.lastYear).not.toHaveProperty("docket");
    expect(frozen.rows).toHaveLength(2);
  });
});

describe("its trend", () => {
  it("is of twelve months, from the first in which anything was heard, through those in which nothing was", async () => {
    const trend = async (...heard: readonly string[]) =>
      (await edition(AUGUST, { heard })).edition.trend.map((one) => [one.month, one.heard]);
    expect(await trend("2026-06", "2026-08")).toEqual([
      ["2026-06", 2],
      ["2026-07", 0],
      ["2026-08", 2],
    ]);
    expect(await trend("2025-08", "2025-09")).toHaveLength(12);
    expect(await trend("2026-07", "2026-08")).toHaveLength(2);
    expect(await trend("2026-08")).toEqual([]);
    expect(await trend("2025-08")).toEqual([]);
  });
});

describe("what it is counted from", () => {
  it("are its hearings' rows and those of its docket, each case once", async () => {
    const [first = expect.fail("no row")] = heardIn("2026-08");
    const docket = [
      { ...first, receivedIn: month("2026-08") },
      aRow(901, { receivedIn: month("2026-08"), heard: false }),
    ];
    const { frozen, rows, edition: made } = await edition(AUGUST, { heard: ["2026-08"], docket });
    expect(rows).toHaveLength(2);
    expect(frozen.rows).toHaveLength(3);
    expect(made.period).toEqual(AUGUST);
  });

  it("of a month are the very rows that were read, so that all its figures agree", async () => {
    const { reads } = await edition(AUGUST, { heard: ["2026-08"] });
    expect(reads.filter((one) => one === "2026-08")).toHaveLength(1);
    const quarter = periodOf("quarter", month("2026-09"));
    expect(
      (await edition(quarter, { heard: ["2026-08"] })).reads.filter((one) => one === "2026-09"),
    ).toHaveLength(2);
  });
});

describe("courts' proposals (司法建议) in it", () => {
  const proposal = (id: string, facts: object = {}) =>
    ({
      kind: "suggestion",
      id,
      jurisdiction: CITY_ITSELF,
      year: "2026",
      receivedOn: civilDate("2026-08-31"),
      court: { name: "沂南县人民法院" },
      to: { name: "沂南县公安局" },
      sort: "case",
      caseNumbers: [],
      advice: [],
      reply: { term: { days: 60 }, written: true },
      answers: [],
      doubts: [],
      ...facts,
    }) as unknown as ProgrammeEntry;
  const listed = async (...programme: readonly ProgrammeEntry[]) =>
    (await edition(AUGUST, { programme, organisations: [COUNTY] })).edition.suggestions?.listed ?? [];
  const COUNTY = anAgency({ id: "g" as OrganisationId, kind: "government", name: "沂南县政府", aliases: [] });

  it("are those of city and counties that came in it, checked and not withdrawn", async () => {
    expect(await listed(proposal("a"), proposal("b", { jurisdiction: "沂南县" }))).toHaveLength(2);
    expect(await listed(proposal("a", { withdrawn: "重复" }), proposal("b", { doubts: ["court"] }))).toEqual(
      [],
    );
    expect(await listed(proposal("a", { receivedOn: civilDate("2026-09-01") }))).toEqual([]);
    expect(await listed(proposal("a", { kind: "correction" }))).toEqual([]);
  });

  it("of a period over two years are those of both", async () => {
    const winter: Period = { kind: "quarter", from: month("2025-12"), to: month("2026-02") };
    const programme = [
      proposal("a", { year: "2025", receivedOn: civilDate("2025-12-05") }),
      proposal("b", { receivedOn: civilDate("2026-02-28") }),
    ];
    expect((await edition(winter, { programme })).edition.suggestions?.listed).toHaveLength(2);
  });
});

describe("the newest version of a period's bulletin", () => {
  const ofAugust = (version: number, facts: Partial<BulletinVersion> = {}) =>
    aBulletin({ month: month("2026-08"), version, state: "issued", ...facts });
  const newest = async (...bulletins: readonly BulletinVersion[]) => {
    const { records } = await ports({ bulletins });
    return (await lastVersion(records, { period: AUGUST, state: "issued", rules: RULES }))?.version;
  };

  it("is the one of the highest number, of its kind of period, and of its state", async () => {
    expect(await newest(ofAugust(2), ofAugust(10), ofAugust(9))).toBe(10);
    expect(await newest(ofAugust(1), ofAugust(2, { state: "draft" }))).toBe(1);
    expect(await newest(ofAugust(1), ofAugust(2, { period: "quarter" }))).toBe(1);
    expect(await newest(ofAugust(2, { state: "draft" }))).toBeUndefined();
  });

  it("is issued by the municipal bureau, under the name it always has where nobody knows it yet", async () => {
    const bureau = anAgency({
      id: "b" as OrganisationId,
      kind: "bureau",
      name: "临沂市司法局（行政复议局）",
      aliases: [],
      jurisdiction: CITY_ITSELF,
    });
    expect(await issuerOf(await ports({ organisations: [bureau] }), RULES)).toBe(bureau.name);
    expect(await issuerOf(await ports({}), RULES)).toBe("临沂市司法局");
  });
});
