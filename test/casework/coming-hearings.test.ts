/** 今后的开庭: which hearings does a board name, by its rows or by its bureaus' diaries? */
import { describe, expect, it } from "vitest";
import { comingInDiaries, comingOf } from "../../shared/casework/coming-hearings.ts";
import type { BoardRow } from "../../shared/domain/board/board-row.ts";
import type { DiaryEntry, HearingEntry } from "../../shared/domain/board/diary.ts";
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { addDays, civilDate, clockTime } from "../../shared/domain/time/time.ts";
import { aDiaryEntry, aRow } from "../support/stored-things.ts";

const TODAY = civilDate("2026-09-08");
const LAST = addDays(TODAY, 14);
const serial = (index: number) => caseNumber(`（2026）鲁1321行初${index}号`);
const COUNTY = "yinan-bureau" as OrganisationId;
const CITY = "linyi-bureau" as OrganisationId;
const report = (status: "open" | "met") => [{ kind: "report", due: addDays(TODAY, 3), status }] as const;
const filing = [{ kind: "filing", due: addDays(TODAY, 3), status: "open" }] as const;

describe("by rows", () => {
  const row = (index: number, hearing: BoardRow["hearing"], facts: Partial<BoardRow> = {}) => {
    const { hearing: _, ...rest } = aRow({ caseNumber: serial(index), ...facts });
    return hearing === undefined ? rest : { ...rest, hearing };
  };

  it("are those of the next fourteen days, the nearest first, hour by hour", () => {
    const rows = [
      row(1, undefined),
      row(2, { date: addDays(TODAY, -1) }),
      row(3, { date: LAST, time: clockTime("09:00") }),
      row(4, { date: addDays(LAST, 1) }),
      row(5, { date: TODAY, time: clockTime("14:30") }),
      row(6, { date: TODAY, time: clockTime("09:00") }),
    ];
    const { next, total } = comingOf(rows, TODAY);
    expect(next.map((one) => one.caseNumber)).toEqual([serial(6), serial(5), serial(3)]);
    expect(total).toBe(3);
    expect(next[0]).toEqual({
      caseNumber: serial(6),
      court: "沂南县人民法院",
      hearing: { date: TODAY, time: clockTime("09:00") },
      agencies: ["沂南县公安局"],
      unreported: true,
    });
  });

  it("say whether a report is owed still; what else is owed is none", () => {
    const [agency = expect.fail("no agency")] = aRow().agencies;
    const due = (...kinds: readonly ("report" | "filing")[]) => ({
      agencies: [{ ...agency, due: kinds.map((kind) => ({ kind, due: addDays(TODAY, 3) })) }],
    });
    const rows = [[], ["filing"], ["filing", "report"]] as const;
    const { next } = comingOf(
      rows.map((kinds, index) => row(index + 1, { date: TODAY }, due(...kinds))),
      TODAY,
    );
    expect(next.map(({ unreported }) => unreported)).toEqual([false, false, true]);
  });

  it("are twenty at most, and all are counted", () => {
    const { next, total } = comingOf(
      Array.from({ length: 25 }, (_, index) => row(index + 1, { date: TODAY })),
      TODAY,
    );
    expect([next.length, total]).toEqual([20, 25]);
  });
});

describe("by diaries", () => {
  const entry = (index: number, facts: Partial<HearingEntry> = {}) =>
    aDiaryEntry({
      caseNumber: serial(index),
      hearing: { ordinal: 1, date: TODAY, sequence: 0 },
      dues: [],
      ...facts,
    });
  const on = (date: HearingEntry["hearing"]["date"]) => ({ hearing: { ordinal: 1, date, sequence: 0 } });
  const named = async (diaries: Readonly<Record<string, readonly DiaryEntry[]>>) => {
    const asked: unknown[] = [];
    const records = {
      async *diary(owner: OrganisationId, from: unknown, some: unknown) {
        asked.push([owner, from, some]);
        yield* diaries[owner] ?? [];
      },
    };
    const bureaus = Object.keys(diaries).map((id) => ({ id: id as OrganisationId }));
    return { ...(await comingInDiaries(records as never, bureaus, TODAY, 321)), asked };
  };

  it("are the hearings that stand, of the next fourteen days; how many there are is as it was counted", async () => {
    const duty = { ...entry(9), duty: { kind: "defence", due: TODAY, status: "open" } };
    const { hearing: _, ...ofDuty } = duty;
    const { next, total, asked } = await named({
      [COUNTY]: [
        ofDuty as unknown as DiaryEntry,
        entry(1, { status: "cancelled" }),
        entry(2, { status: "held" }),
        entry(3, on(LAST)),
        entry(4, on(addDays(LAST, 1))),
      ],
    });
    expect(next).toEqual([
      {
        caseNumber: serial(3),
        court: "沂南县人民法院",
        hearing: { date: LAST },
        agencies: ["沂南县公安局"],
        unreported: false,
      },
    ]);
    expect([total, asked]).toEqual([321, [[COUNTY, TODAY, 40]]]);
  });

  it("tell hour, place and how the sitting is held, where they are known", async () => {
    const hearing = { date: TODAY, time: clockTime("09:00"), place: "第五审判庭", mode: "online" } as const;
    const { next } = await named({
      [COUNTY]: [entry(1, { hearing: { ordinal: 1, sequence: 2, ...hearing } })],
    });
    expect(next[0]?.hearing).toEqual(hearing);
  });

  it("of a case with several respondents are one, with all their names, unreported where one report is owed", async () => {
    const [one, other] = ["沂南县公安局", "沂南县人民政府"];
    const { next } = await named({
      [COUNTY]: [
        entry(1, { respondent: one, dues: report("open") }),
        entry(1, { respondent: other, dues: report("met") }),
        entry(2, { dues: filing }),
        entry(3, { respondent: one }),
        entry(3, { respondent: other, dues: report("open") }),
      ],
    });
    expect(next.map(({ agencies, unreported }) => [agencies, unreported])).toEqual([
      [[one, other], true],
      [[one], false],
      [[one, other], true],
    ]);
  });

  it("in two bureaus' diaries are one as well", async () => {
    const { next } = await named({
      [CITY]: [entry(1, { respondent: "临沂市人民政府" }), entry(2, on(LAST))],
      [COUNTY]: [
        entry(1, { respondent: "临沂市人民政府" }),
        entry(1, { dues: report("open") }),
        entry(3, on(addDays(TODAY, 1))),
      ],
    });
    expect(next.map(({ agencies, unreported, ...one }) => [one.caseNumber, agencies, unreported])).toEqual([
      [serial(1), ["临沂市人民政府", "沂南县公安局"], true],
      [serial(3), ["沂南县公安局"], false],
      [serial(2), ["沂南县公安局"], false],
    ]);
    const again = await named({ [CITY]: [entry(1, { dues: report("open") })], [COUNTY]: [entry(1)] });
    expect(again.next.map(({ unreported }) => unreported)).toEqual([true]);
  });

  it("are twenty at most; of the last one no respondent is left out", async () => {
    const many = Array.from({ length: 21 }, (_, index) => entry(index + 1));
    const last = entry(20, { respondent: "沂南县人民政府" });
    const { next } = await named({ [COUNTY]: [...many.slice(0, 20), last, ...many.slice(20)] });
    expect(next).toHaveLength(20);
    expect(next.find((one) => one.caseNumber === serial(20))?.agencies).toHaveLength(2);
    expect(next.some((one) => one.caseNumber === serial(21))).toBe(false);
    const both = await named({ [COUNTY]: many.slice(0, 15), [CITY]: many.slice(5, 21) });
    expect(both.next).toHaveLength(20);
  });
});
