/** What a case shows on boards, and what is asked of a board. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFigures } from "../../../shared/domain/board/board-figures.ts";
import {
  type BoardQuery,
  boardPage,
  boardRowsOf,
  courtsOf,
  isConcerned,
  mergedBoards,
  overdueOf,
} from "../../../shared/domain/board/board-query.ts";
import { boardRows } from "../../../shared/domain/board/board-row.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Involved, Surroundings } from "../../../shared/domain/obligations/involved.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addDays, civilDate } from "../../../shared/domain/time/time.ts";
import { at, CITY, eventsOf, POLICE, record, summons } from "../../support/case-builders.ts";
import { anAgency, aRow } from "../../support/stored-things.ts";

const TODAY = civilDate("2026-09-10");

const bureau = (jurisdiction: string): Organisation =>
  anAgency({ id: `${jurisdiction}-justice` as OrganisationId, kind: "bureau", jurisdiction });
const around = (jurisdiction: string): Surroundings => ({
  organisation: anAgency(),
  superior: undefined,
  sued: anAgency(),
  bureau: bureau(jurisdiction),
});
const INVOLVED: Involved = {
  respondents: new Map([
    [POLICE.name, around("沂南县")],
    [CITY.name, around("市本级")],
  ]),
  bureau: bureau("沂南县"),
  designated: new Map(),
};

/** What bureaus see of it. */
const bureausRows = (...[file, involved, now]: Parameters<typeof boardRows>) =>
  boardRows(file, involved, now).filter(({ boards }) => boards === undefined);

function fileOf(...commands: readonly Parameters<typeof eventsOf>[1][]): CaseFile {
  let file: CaseFile | undefined;
  for (const command of commands) file = evolveAll(file, eventsOf(file, command));
  return file ?? expect.fail("no case");
}

describe("a case on boards", () => {
  it("shows what runs and what is coming", () => {
    const { cause: _, ...withoutCause } = aRow();
    const due = [
      { kind: "report", due: "2026-09-11" },
      { kind: "filing", due: "2026-09-28" },
    ];
    expect(bureausRows(fileOf(summons()), INVOLVED, at("09-08"))).toEqual([
      { ...withoutCause, version: 0, agencies: [{ ...aRow().agencies[0], due }] },
    ]);
  });

  it("stands on the board of each bureau concerned, with that bureau's own respondents", () => {
    const both = summons({
      parties: { plaintiffs: ["陈建", "陈康"], respondents: [POLICE, CITY], thirdParties: [] },
    });
    const rows = bureausRows(fileOf(both), INVOLVED, at("09-08"));
    expect(rows.map(({ board, agencies }) => [board, agencies.map(({ name }) => name)])).toEqual([
      ["沂南县", ["沂南县公安局"]],
      ["市本级", ["临沂市人民政府"]],
    ]);
    expect(rows[0]).toMatchObject({ plaintiff: "陈建", plaintiffs: 2 });
    expect(rows[1]?.agencies[0]?.flags).toEqual(["designation-open"]);
  });

  it("of an agency nobody knows is on the board of the court's district, and says so", () => {
    const unknown = { name: "沂南县某局" };
    const file = fileOf(summons({ parties: { plaintiffs: [], respondents: [unknown], thirdParties: [] } }));
    expect(bureausRows(file, INVOLVED, at("09-08"))).toMatchObject([
      { board: "沂南县", agencies: [{ flags: ["unidentified"], district: "未知" }] },
    ]);
  });

  it("that was heard shows the head, and what the agency still owes", () => {
    expect(bureausRows(fileOf(summons(), record()), INVOLVED, at("09-25"))).toMatchObject([
      {
        state: "heard",
        heardOn: "2026-09-24",
        agencies: [{ headAttended: true, due: [{ kind: "filing" }] }],
      },
    ]);
  });

  it("stands on those of its organisations too, of each with what has to do with it", () => {
    const government = { ...around("市本级"), sued: anAgency({ id: "linyi-government" as OrganisationId }) };
    const court = anAgency({ id: "yinan-court" as OrganisationId, kind: "court" });
    const involved: Involved = {
      ...INVOLVED,
      respondents: new Map([...INVOLVED.respondents, [CITY.name, government]]),
      court,
    };
    const parties = { plaintiffs: ["陈建"], respondents: [POLICE, CITY], thirdParties: [] };
    const file = fileOf(summons({ parties }));
    const seen = (one: CaseFile) =>
      boardRows(one, involved, at("09-08"))
        .filter(({ boards }) => boards !== undefined)
        .map(({ board, boards, agencies }) => [board, boards?.join(" "), agencies.map(({ name }) => name)]);
    const all = "沂南县 市本级 ORG:yinan-police ORG:linyi-government ORG:yinan-court";
    expect(seen(file)).toEqual([
      ["ORG:yinan-police", all, ["沂南县公安局"]],
      ["ORG:linyi-government", all, ["临沂市人民政府"]],
      ["ORG:yinan-court", all, ["沂南县公安局", "临沂市人民政府"]],
    ]);
    const designated = (id: string) => ({
      respondent: CITY.name,
      stage: "instance" as const,
      ordinal: 1,
      at: at("09-09"),
      by: "王芳",
      agency: { organisation: id as OrganisationId, name: id },
      proposal: "",
    });
    const answered = { ...file, designations: [designated("first-agency"), designated("second-agency")] };
    const also = all.replace(" ORG:yinan-court", " ORG:second-agency ORG:yinan-court");
    expect(seen(answered)).toContainEqual(["ORG:second-agency", also, ["临沂市人民政府"]]);
    // Whoever is no longer designated has it no longer, nor has anybody a case that was taken back whole.
    expect(seen(answered).map(([board]) => board)).not.toContain("ORG:first-agency");
    expect(seen({ ...file, void: true })).toEqual([]);
  });
});

describe("a board", () => {
  const numbered = (serial: number, facts: Parameters<typeof aRow>[0] = {}) =>
    aRow({ caseNumber: caseNumber(`（2026）鲁1321行初${serial}号`), ...facts });
  const ask = (query: Partial<BoardQuery>): BoardQuery => ({ sort: "number", ...query });
  const numbers = (rows: readonly { readonly caseNumber: string }[]) =>
    rows.map((row) => /(\d+)号/.exec(row.caseNumber)?.[1]);

  it("knows on each day what is due soon, overdue, and coming", () => {
    const row = aRow();
    const is = (concern: Parameters<typeof isConcerned>[1], day: string) =>
      isConcerned(row, concern, civilDate(`2026-09-${day}`));
    expect([is("due-soon", "07"), is("due-soon", "08"), is("due-soon", "11"), is("due-soon", "12")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([is("overdue", "11"), is("overdue", "12")]).toEqual([false, true]);
    expect([is("hearing", "09"), is("hearing", "10"), is("hearing", "24"), is("hearing", "25")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(overdueOf(row, civilDate("2026-09-14"))).toMatchObject([{ kind: "report", days: 3 }]);
  });

  it("is filtered by state, court, district, part of a name, and concern", () => {
    const rows = [
      numbered(1),
      numbered(2, { state: "heard" }),
      numbered(3, {
        agencies: [{ name: "沂南县自然资源局", district: "沂南县", due: [], flags: ["difference"] }],
      }),
    ];
    const asked = (query: Partial<BoardQuery>) => numbers(boardRowsOf(rows, ask(query), TODAY, []));
    expect(asked({ state: "heard" })).toEqual(["2"]);
    expect(asked({ agency: "公安" })).toEqual(["1", "2"]);
    expect(asked({ district: "费县" })).toEqual([]);
    expect(asked({ concern: "flagged" })).toEqual(["3"]);
    expect(asked({ concern: "difference" })).toEqual(["3"]);
    expect(asked({ concern: "due-soon", state: "heard" })).toEqual(["2"]);
  });

  it("lists a court once, with all its cases, however papers write its name", () => {
    const of = (number: string, court: string) => aRow({ caseNumber: caseNumber(number), court });
    const rows = [
      of("（2026）鲁1302行初1号", "山东省临沂市兰山区人民法院"),
      of("（2026）鲁1302行初2号", "临沂市兰山区人民法院"),
      of("（2015）兰行初字第3号", "兰山法院"),
      of("（2026）鲁13行终4号", "山东省临沂市中级人民法院"),
      of("（2026）鲁1311行初5号", "山东省临沂市罗庄区人民法院"),
      of("（2026）鲁1311行初6号", "罗庄区人民法院"),
    ];
    const court = (id: string, name: string, courtCode: string, aliases: readonly string[]) =>
      anAgency({ id: id as OrganisationId, kind: "court", name, courtCode, aliases });
    const courts = [
      court("lanshan-court", "临沂市兰山区人民法院", "鲁1302", ["兰山法院"]),
      court("linyi-court", "临沂市中级人民法院", "13", []),
    ];
    expect(courtsOf(rows, courts)).toEqual([
      ["linyi-court", "临沂市中级人民法院"],
      ["lanshan-court", "临沂市兰山区人民法院"],
      ["鲁1311", "罗庄区人民法院"],
    ]);
    const asked = (key: string) => numbers(boardRowsOf(rows, ask({ court: key }), TODAY, courts));
    expect(asked("lanshan-court").toSorted()).toEqual(["1", "2", "3"]);
    expect(asked("linyi-court")).toEqual(["4"]);
    expect(asked("鲁1311")).toEqual(["5", "6"]);
    expect(asked("临沂市兰山区人民法院")).toEqual([]);
  });

  it("pages through all its rows, each once, whatever the order", () => {
    const dates = fc.integer({ min: 0, max: 30 }).map((days) => addDays(TODAY, days));
    fc.assert(
      fc.property(
        fc.array(dates, { minLength: 1, maxLength: 180 }),
        fc.constantFrom("hearing", "due", "received", "number") as fc.Arbitrary<BoardQuery["sort"]>,
        (hearings, sort) => {
          const rows = hearings.map((date, index) => numbered(index + 1, { hearing: { date } }));
          const seen: string[] = [];
          let after: string | undefined;
          do {
            const page = boardPage(rows, { sort, ...(after !== undefined && { after }) }, TODAY, []);
            expect(page.rows.length).toBeLessThanOrEqual(50);
            seen.push(...page.rows.map((row) => row.caseNumber));
            after = page.next;
          } while (after !== undefined);
          expect(seen).toHaveLength(rows.length);
          expect(new Set(seen).size).toBe(rows.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("begins anew where the case it went on from is gone", () => {
    const rows = [numbered(1), numbered(2)];
    expect(boardPage(rows, ask({ after: "（2026）鲁1321行初9号" }), TODAY, [])).toMatchObject({
      before: 0,
      rows,
    });
  });

  it("names who is silent, the longest first, with what each owes", () => {
    const due = (kind: "report" | "filing", date: string) => ({ kind, due: civilDate(date) });
    const [agency] = aRow().agencies;
    if (agency === undefined) expect.fail();
    const other = { ...agency, name: "沂南县自然资源局", organisation: "yinan-land" as OrganisationId };
    const rows = [
      numbered(1, { agencies: [{ ...agency, due: [due("report", "2026-09-08")] }] }),
      numbered(2, {
        hearing: { date: civilDate("2026-09-07") },
        agencies: [{ ...agency, due: [due("filing", "2026-09-09"), due("report", "2026-09-04")] }],
      }),
      numbered(3, { agencies: [{ ...other, due: [due("report", "2026-09-01")] }] }),
    ];
    const { silent, longest } = openFigures(rows, TODAY);
    expect(silent).toBe(2);
    expect(longest).toEqual([
      { name: "沂南县自然资源局", district: "沂南县", reports: 1, filings: 0, duties: 0, days: 9 },
      { name: "沂南县公安局", district: "沂南县", reports: 1, filings: 1, duties: 0, days: 2 },
    ]);
  });

  it("of the whole city shows a case of two boards once, with all its respondents, in its newest version", () => {
    const [agency] = aRow().agencies;
    if (agency === undefined) expect.fail();
    const city = aRow({ board: "市本级", agencies: [{ ...agency, name: "临沂市人民政府" }] });
    const merged = mergedBoards([[aRow()], [city]]);
    expect(merged).toHaveLength(1);
    expect(merged[0]?.agencies.map(({ name }) => name)).toEqual(["沂南县公安局", "临沂市人民政府"]);
    expect(mergedBoards([[aRow()], [aRow({ version: 2, state: "heard" })]])).toMatchObject([
      { state: "heard" },
    ]);
  });
});
