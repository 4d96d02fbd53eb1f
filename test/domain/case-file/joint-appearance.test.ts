/** Whose head appears where several are sued (法释〔2020〕3号 §3), and a head called again (§7). */
import { describe, expect, it } from "vitest";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import { basisOf, type SubmitReport } from "../../../shared/domain/case-file/decisions/desk-decisions.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import {
  contradictoryWords,
  excuseOf,
  jointAppearance,
} from "../../../shared/domain/case-file/joint-appearance.ts";
import type { HeadPlan } from "../../../shared/domain/case-file/report.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { AttendanceStatement } from "../../../shared/domain/case-file/statement.ts";
import { statisticsRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { suggestionTriggers } from "../../../shared/domain/statistics/judicial-suggestion.ts";
import { civilDate, clockTime } from "../../../shared/domain/time/time.ts";
import {
  at,
  eventsOf,
  given,
  owed,
  POLICE,
  record,
  respondent,
  summons,
} from "../../support/case-builders.ts";

const COUNTY = respondent("沂南县人民政府", "yinan-government", { kind: "government" });
const BOTH = { plaintiffs: ["陈建"], respondents: [POLICE, COUNTY], thirdParties: [] };
const sued = () => given(summons({ parties: BOTH }));
const HEAD: HeadPlan = { appears: true, name: "龙涛", title: "副局长", rank: "deputy" };
const forAll = (name: string, by: "agreed" | "court" = "agreed"): HeadPlan => ({
  ...HEAD,
  joint: { by, respondent: name },
});
const leftTo = (name: string, by: "agreed" | "court" = "agreed"): HeadPlan => ({
  appears: "co-respondent",
  joint: { by, respondent: name },
});

function then(file: CaseFile, ...commands: readonly Parameters<typeof eventsOf>[1][]): CaseFile {
  return commands.reduce((known, command) => evolveAll(known, eventsOf(known, command)) ?? known, file);
}

function reported(file: CaseFile, name: string, head: HeadPlan, when = at("09-09")): CaseFile {
  const report: SubmitReport = {
    type: "submit-report",
    at: when,
    by: "李明",
    respondent: name,
    basis: basisOf(file, name),
    report: { proposal: "请求驳回。", head, others: [{ name: "李明", title: "法规科科长" }] },
  };
  return then(file, report);
}

const saidOf = (name: string, facts: Partial<AttendanceStatement> = {}) => ({
  respondent: name,
  hearingDate: civilDate("2026-09-24"),
  headAttended: true,
  source: "hearing-record" as const,
  ...facts,
});
const heardWith = (police: boolean, county: boolean, facts: Partial<FileDocument> = {}) =>
  record({
    parties: BOTH,
    attendance: [
      saidOf(POLICE.name, { headAttended: police }),
      saidOf(COUNTY.name, { headAttended: county }),
    ],
    ...facts,
  });
const rowOf = (file: CaseFile, name: string) => statisticsRows(file).find(({ agency }) => agency === name);

describe("who appears for several respondents", () => {
  it("is nobody in particular while no one says so", () => {
    expect(jointAppearance(sued())).toBeUndefined();
    expect(rowOf(then(sued(), heardWith(true, false)), COUNTY.name)).toMatchObject({
      present: false,
      excused: undefined,
    });
  });

  it("is whom they agree on: the other is excused", () => {
    const file = reported(
      reported(sued(), POLICE.name, forAll(POLICE.name)),
      COUNTY.name,
      leftTo(POLICE.name),
    );
    expect(jointAppearance(file)).toEqual({ by: "agreed", respondents: [POLICE.name] });
    expect(excuseOf(file, COUNTY.name)).toBe("agreed");
    expect(excuseOf(file, POLICE.name)).toBeUndefined();
    expect(rowOf(then(file, heardWith(true, false)), COUNTY.name)).toMatchObject({ excused: "agreed" });
    expect(rowOf(then(file, heardWith(false, false)), POLICE.name)).toMatchObject({
      present: false,
      excused: undefined,
    });
    expect(rowOf(then(file, heardWith(true, true)), COUNTY.name)).toMatchObject({
      present: true,
      excused: undefined,
    });
  });

  it("one's own word about another binds nobody, until that one's head has come", () => {
    const file = reported(sued(), COUNTY.name, leftTo(POLICE.name));
    expect(excuseOf(file, COUNTY.name)).toBeUndefined();
    expect(excuseOf(then(file, heardWith(true, false)), COUNTY.name)).toBe("agreed");
    expect(excuseOf(then(file, heardWith(false, false)), COUNTY.name)).toBeUndefined();
  });

  it("is open while reports contradict each other; both and the bureau are told, once", () => {
    const one = reported(sued(), POLICE.name, leftTo(COUNTY.name));
    const file = reported(one, COUNTY.name, leftTo(POLICE.name), at("09-10"));
    expect(jointAppearance(file)).toBeUndefined();
    expect(contradictoryWords(file).map(({ saidBy }) => saidBy)).toEqual([POLICE.name, COUNTY.name]);
    const told = (day: string, time: string) =>
      owed(file, at(day, time))
        .filter((line) => line.startsWith("appearance-contradicted"))
        .toSorted();
    // The bureau at once, the agencies with their mail of the next morning.
    expect(told("09-10", "10:00")).toEqual(["appearance-contradicted → bureau"]);
    expect(told("09-11", "09:00")).toEqual([
      "appearance-contradicted → bureau",
      "appearance-contradicted → legal-section",
      "appearance-contradicted → legal-section",
    ]);
    const agreed = reported(file, POLICE.name, forAll(POLICE.name), at("09-11"));
    expect(contradictoryWords(agreed)).toEqual([]);
    expect(excuseOf(agreed, COUNTY.name)).toBe("agreed");
  });

  it("is whom the court names, whatever they report; a person's correction takes the place of what was read", () => {
    const contradicted = reported(
      reported(sued(), POLICE.name, leftTo(COUNTY.name)),
      COUNTY.name,
      leftTo(POLICE.name),
    );
    const notice: FileDocument = {
      ...summons({ parties: BOTH }),
      at: at("09-11"),
      kind: "appearance-notice",
      sha256: "notice",
      joint: { by: "court", respondents: [COUNTY.name] },
    };
    const file = then(contradicted, notice);
    expect(contradictoryWords(file)).toEqual([]);
    expect(jointAppearance(file)).toEqual({ by: "court", respondents: [COUNTY.name] });
    expect(excuseOf(file, POLICE.name)).toBe("court");
    const corrected = then(file, {
      ...notice,
      at: at("09-12"),
      reviewedBy: "王芳",
      joint: { by: "court", respondents: [POLICE.name] },
    });
    expect(excuseOf(corrected, COUNTY.name)).toBe("court");
    expect(corrected.arrangements).toHaveLength(1);
    // The notice says nothing of it after all: the reports hold again, and contradict each other.
    const { joint: _, ...silent } = notice;
    const taken = then(corrected, { ...silent, at: at("09-13"), reviewedBy: "王芳" });
    expect(jointAppearance(taken)).toBeUndefined();
    expect(contradictoryWords(taken)).toHaveLength(2);
  });

  it("all of them named, or none of this case, says nothing", () => {
    for (const respondents of [[POLICE.name, COUNTY.name], ["费县公安局"]]) {
      const file = then(sued(), heardWith(true, false, { joint: { by: "agreed", respondents } }));
      expect(excuseOf(file, COUNTY.name)).toBeUndefined();
    }
  });

  it("the excused one is asked for staff and its head for nothing", () => {
    const file = evolveAll(
      undefined,
      eventsOf(undefined, {
        ...summons({ parties: BOTH }),
        joint: { by: "court", respondents: [POLICE.name] },
      }),
    ) as CaseFile;
    const letters = owed(file, at("09-08", "10:00")).filter((line) => line.startsWith("hearing-notice"));
    expect(letters.toSorted()).toEqual([
      "hearing-notice → head",
      "hearing-notice → legal-section",
      "hearing-notice → legal-section",
    ]);
  });
});

describe("a head notified to appear again (§7)", () => {
  const second = { date: civilDate("2026-10-20"), time: clockTime("09:00") };
  const called: FileDocument = {
    ...summons(),
    at: at("10-09"),
    sha256: "again",
    kind: "appearance-notice",
    issuedOn: civilDate("2026-10-08"),
    hearing: second,
    again: true,
  };
  const secondRecord = (headAttended: boolean | "review", facts: Partial<AttendanceStatement> = {}) =>
    record({
      at: at("10-21"),
      sha256: "record-2",
      hearing: second,
      attendance: [
        {
          respondent: POLICE.name,
          hearingDate: second.date,
          headAttended,
          source: "hearing-record",
          ...facts,
        },
      ],
    });
  const once = () => given(summons(), record());

  it.each([
    ["stays away", called, false, false],
    ["comes", called, true, true],
    ["may have come", called, "review", undefined],
    ["was not called again and stays away", { ...called, again: undefined }, false, true],
  ])("who %s", (_, notice, came, present) => {
    const { again, ...rest } = notice;
    const file = then(once(), { ...rest, ...(again && { again }) }, secondRecord(came as boolean));
    expect(attendanceOf(file, POLICE.name)?.present).toBe(present);
  });

  it("by the record's word alone, too", () => {
    const set = then(once(), { ...called, again: undefined } as never);
    expect(attendanceOf(then(set, secondRecord(false, { notifiedAgain: true })), POLICE.name)?.present).toBe(
      false,
    );
  });

  it("present stands as long as nobody says who came to the second sitting", () => {
    expect(attendanceOf(then(once(), called), POLICE.name)?.present).toBe(true);
  });
});

describe("absent again after a postponement (§12(2))", () => {
  const off = (facts: Partial<FileDocument>): FileDocument => {
    const { hearing: _, ...rest } = summons();
    return {
      ...rest,
      at: at("09-20"),
      sha256: "off",
      issuedOn: civilDate("2026-09-20"),
      postponed: true,
      ...facts,
    };
  };
  const reset = summons({
    at: at("09-22"),
    sha256: "new",
    issuedOn: civilDate("2026-09-22"),
    hearing: { date: civilDate("2026-10-13"), time: clockTime("09:00") },
  });
  const absent = record({
    at: at("10-14"),
    hearing: { date: civilDate("2026-10-13") },
    attendance: [
      {
        respondent: POLICE.name,
        hearingDate: civilDate("2026-10-13"),
        headAttended: false,
        reasonAccepted: false,
        source: "hearing-record",
      },
    ],
  });
  const triggers = (postponement: FileDocument) => {
    const [row] = statisticsRows(then(given(summons()), postponement, reset, absent));
    return row && suggestionTriggers(row, "absent");
  };

  it("is possible only where the hearing was put off at this agency's request", () => {
    expect(triggers(off({ putOffFor: [] }))).toEqual(["no-reason", "absent-after-postponement"]);
    expect(triggers(off({ putOffFor: [POLICE.name] }))).toEqual(["no-reason", "absent-after-postponement"]);
    expect(triggers(off({}))).toEqual(["no-reason"]);
  });
});
