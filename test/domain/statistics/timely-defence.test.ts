import { describe, expect, it } from "vitest";
import { eventsOfCase } from "../../../shared/domain/assessment/events-of-case.ts";
import { evolveAll } from "../../../shared/domain/case-file/evolving/evolve.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { docketRows } from "../../../shared/domain/case-file/statistics-rows.ts";
import { dutyEvents } from "../../../shared/domain/obligations/case-duties.ts";
import { timelyDefence } from "../../../shared/domain/statistics/timely-defence.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, given, POLICE, RULES, summons } from "../../support/case-builders.ts";

const { hearing: _, ...bare } = summons();
const served = given({
  ...bare,
  sha256: "notice",
  kind: "response-notice",
  servedOn: civilDate("2026-09-08"),
});

/** What was handed in on a day of September. */
function handed(file: CaseFile, day: string, ...parts: readonly ("defence" | "evidence")[]): CaseFile {
  const on = civilDate(`2026-${day}`);
  const event = {
    type: "defence-handed",
    handed: { respondent: POLICE.name, parts, on, source: "agency", at: at(day), by: "李明" },
  } as const;
  const next = evolveAll(file, [event]) as CaseFile;
  return evolveAll(next, dutyEvents(next, at(day), RULES)) as CaseFile;
}

const rate = (file: CaseFile, today: string) => timelyDefence(docketRows(file), civilDate(`2026-${today}`));
const late = (file: CaseFile, today: string) =>
  eventsOfCase(file, civilDate(`2026-${today}`)).map(({ kind, on }) => `${kind} ${on}`);

describe("the rate of timely defence (按期答辩率)", () => {
  it("leaves out what isn't due yet", () => {
    expect(rate(served, "09-23")).toEqual({ part: 0, whole: 0 });
    expect(late(served, "09-23")).toEqual([]);
  });

  it("counts what came in time, with both its parts", () => {
    const done = handed(served, "09-23", "defence", "evidence");
    expect(rate(done, "09-23")).toEqual({ part: 1, whole: 1 });
    expect(late(done, "10-20")).toEqual([]);
  });

  it.each([
    ["nothing came", served],
    ["one part is missing", handed(served, "09-10", "defence")],
    ["one part came late", handed(handed(served, "09-10", "defence"), "09-24", "evidence")],
    ["all came late", handed(served, "09-28", "defence", "evidence")],
  ])("counts it as late where %s", (_, file) => {
    expect(rate(file, "09-29")).toEqual({ part: 0, whole: 1 });
    expect(new Set(late(file, "09-29"))).toEqual(new Set(["late-defence 2026-09-23"]));
  });

  it("knows of nothing owed where no complaint was served", () => {
    expect(rate(given(summons()), "12-01")).toEqual({ part: 0, whole: 0 });
  });
});
