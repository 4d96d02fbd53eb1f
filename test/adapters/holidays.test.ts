import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { holidayYears } from "../../shared/adapters/holidays.ts";
import { addDays, civilDate, dayOfWeek } from "../../shared/domain/time/time.ts";

const years = holidayYears();
const year2026 = years.find(({ year }) => year === 2026);

describe("the holiday data", () => {
  it("covers an unbroken row of years up to 2026 at least", () => {
    const covered = years.map(({ year }) => year);
    expect(covered[0]).toBe(2004);
    expect(covered).toEqual(covered.map((_, at) => 2004 + at));
    expect(covered).toContain(2026);
    for (const { version } of years) expect(version).toMatch(/^chinese-days@\d+\.\d+\.\d+$/);
  });

  it("has 2026 as the State Council's notice gives it", () => {
    expect(year2026?.workdays).toEqual([
      ...["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
    ]);
    const span = (from: string, days: number) =>
      Array.from({ length: days }, (_, day) => addDays(civilDate(from), day));
    expect(year2026?.holidays).toEqual([
      ...span("2026-01-01", 3),
      ...span("2026-02-15", 9),
      ...span("2026-04-04", 3),
      ...span("2026-05-01", 5),
      ...span("2026-06-19", 3),
      ...span("2026-09-25", 3),
      ...span("2026-10-01", 7),
    ]);
  });

  it("makes up only on weekends, never on a day off", () => {
    for (const { holidays, workdays } of years)
      for (const day of workdays) {
        expect([0, 6], day).toContain(dayOfWeek(day));
        expect(holidays).not.toContain(day);
      }
  });

  it("leaves out a year that is empty, partial, or named only by the next year's notice", () => {
    const source = {
      holidays: { "2026-12-31": "New Year's Day,元旦,1", "2027-01-01": "New Year's Day,元旦,1" },
      workdays: { "2027-02-06": "Spring Festival,春节,4" },
    };
    expect(holidayYears(source)).toEqual([]);
    expect(holidayYears({ holidays: {}, workdays: {} })).toEqual([]);
  });

  it("bundles as data: small, and without the package's functions", async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: ["shared/adapters/holidays.ts"],
      bundle: true,
      minify: true,
      charset: "utf8",
      format: "esm",
      write: false,
      metafile: true,
    });
    expect(outputFiles[0]?.contents.length).toBeLessThan(50_000);
    const inputs = Object.keys(metafile.inputs).filter((path) => path.includes("chinese-days"));
    expect(inputs.every((path) => path.endsWith(".json"))).toBe(true);
  });
});
