/** A year's holidays entered by an admin: read, shown, counted by, taken back. */
import { describe, expect, it } from "vitest";
import { holidayYears } from "../../../shared/adapters/holidays.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { aCity, CASE } from "../../support/desk-city.ts";
import { NOTICE_2026, NOTICE_2027 } from "../../support/holiday-notices.ts";
import { ADMIN_MAIL } from "../../support/memory-city.ts";
import { formsOf } from "../../support/page-forms.ts";
import { signedIn } from "../../support/signed-in.ts";

const PAGE = "/at/admin/holidays";
type City = Awaited<ReturnType<typeof aCity>>;

const words = (page: string) => page.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, " ").replace(/\s+/g, " ");

/** The form of a page that has this button, as it is. */
function formWith(page: string, does: string) {
  const form = formsOf(page).find(({ untouched }) => untouched.do === does);
  if (form === undefined) throw new Error(`no button ${does}`);
  return form.untouched;
}

const reportDue = async (city: City) =>
  (await city.records.caseFile(CASE as CaseNumber))?.deadlines.find(({ kind }) => kind === "report")?.deadline
    .due;

/** The days of 2026 as they are known, with one more off. */
function daysWith(...more: readonly string[]) {
  const known = holidayYears().find(({ year }) => year === 2026);
  const off = [...(known?.holidays ?? []), ...more].join("\n");
  return { days: "yes", year: "2026", off, worked: (known?.workdays ?? []).join("\n") };
}

describe("next year's holidays", () => {
  it("are read from the notice, shown day by day, and hold once they are entered", async () => {
    const city = await aCity();
    const admin = await signedIn(city, ADMIN_MAIL);
    const page = await (await admin.get(PAGE)).text();
    const shown = await admin.post(PAGE, { ...formWith(page, "preview"), text: NOTICE_2027 });
    const preview = await shown.text();
    expect(shown.status).toBe(200);
    expect(words(preview)).toContain("放假27天，周末上班（调休）6天");
    expect(words(preview)).toMatch(/2027年1月31日（星期日） 上班 周末（暂定）/);
    expect(words(preview)).toMatch(/2027年2月8日（星期一） 放假 上班（暂定）/);
    expect(words(preview)).toContain("没有正在计算的期限因此变动");
    expect(await city.ports.operations.calendarActs()).toEqual([]);

    const confirm = formWith(preview, "confirm");
    const done = words(await (await admin.post(PAGE, confirm)).text());
    expect(done).toContain("已录入");
    expect(done).toContain(`2027年 ${ADMIN_MAIL}于2026年9月8日 9:00录入 27天 6天`);
    // The button pressed twice enters it once.
    await admin.post(PAGE, confirm);
    expect(await city.ports.operations.calendarActs()).toHaveLength(1);
    await city.until(addMinutes(city.now, 60));
    expect(city.ports.rules.calendar.covers(2027)).toBe(true);
    expect(words(await (await admin.get("/at/admin")).text())).toContain(
      `录入2027年节假日安排：放假27天，上班6天 ${ADMIN_MAIL}`,
    );
  });

  it("that don't add up are entered only by whoever says that they were compared", async () => {
    const city = await aCity();
    const admin = await signedIn(city, ADMIN_MAIL);
    const page = await (await admin.get(PAGE)).text();
    const text = NOTICE_2027.replace("共7天。1月31日", "共8天。1月31日");
    const preview = await (await admin.post(PAGE, { ...formWith(page, "preview"), text })).text();
    expect(words(preview)).toContain("春节：通知写明共8天，读出的是7天。");
    const refused = await admin.post(PAGE, formWith(preview, "confirm"));
    expect(refused.status).toBe(422);
    expect(await city.ports.operations.calendarActs()).toEqual([]);
    await admin.post(PAGE, { ...formWith(preview, "confirm"), checked: "yes" });
    expect(await city.ports.operations.calendarActs()).toHaveLength(1);
  });

  it.each([
    ["nothing", ""],
    ["no notice", "请于3月1日前报告。"],
    ["the notice of a year that is over", NOTICE_2026.replaceAll("2026", "2025")],
    ["a year too far ahead", NOTICE_2026.replaceAll("2026", "2029")],
  ])("are asked for again where the text is %s", async (_, text) => {
    const city = await aCity();
    const admin = await signedIn(city, ADMIN_MAIL);
    const page = await (await admin.get(PAGE)).text();
    const answer = await admin.post(PAGE, { ...formWith(page, "preview"), text });
    expect(answer.status).toBe(422);
    expect(await city.ports.operations.calendarActs()).toEqual([]);
  });
});

describe("this year's holidays corrected", () => {
  it("move the deadlines counted by them, said beforehand, and back when it is taken back", async () => {
    const city = await aCity();
    const admin = await signedIn(city, ADMIN_MAIL);
    expect(await reportDue(city)).toBe("2026-09-11");
    const page = await (await admin.get(PAGE)).text();
    const token = formWith(page, "preview").token ?? "";
    const asked = { token, do: "preview", ...daysWith("2026-09-11") };
    const preview = await (await admin.post(PAGE, asked)).text();
    expect(words(preview)).toContain("1件案件的1个期限将变动");
    await admin.post(PAGE, formWith(preview, "confirm"));
    expect(await reportDue(city)).toBe("2026-09-11");
    await city.until(addMinutes(city.now, 60));
    expect(await reportDue(city)).toBe("2026-09-14");
    const moved = async () =>
      (await city.records.history(CASE as CaseNumber)).filter(
        ({ event }) => event.type === "deadline-recomputed",
      ).length;
    expect(await moved()).toBe(1);
    await city.until(addMinutes(city.now, 120));
    expect(await moved()).toBe(1);

    // The session before has ended meanwhile: nobody used it for hours.
    const later = await signedIn(city, ADMIN_MAIL);
    const again = await (await later.get(PAGE)).text();
    const asks = await (await later.post(PAGE, formWith(again, "withdraw"))).text();
    expect(words(asks)).toContain("恢复使用2026年原来的安排");
    expect(words(asks)).toContain("1件案件的1个期限将变动");
    const undo = formWith(asks, "withdraw-confirmed");
    expect(words(await (await later.post(PAGE, undo)).text())).toContain("已撤销");
    await later.post(PAGE, undo);
    await city.until(addMinutes(city.now, 60));
    expect(await reportDue(city)).toBe("2026-09-11");
    expect((await city.ports.operations.calendarActs()).map(({ deed }) => deed.kind)).toEqual([
      "holidays-entered",
      "holidays-withdrawn",
    ]);
  });

  it("take no day of another year, and say of a day that is off and worked", async () => {
    const city = await aCity();
    const admin = await signedIn(city, ADMIN_MAIL);
    const page = await (await admin.get(PAGE)).text();
    const token = formWith(page, "preview").token ?? "";
    const wrong = await admin.post(PAGE, { token, do: "preview", ...daysWith("2025-05-01") });
    expect(wrong.status).toBe(422);
    expect(words(await wrong.text())).toContain("“2025-05-01”不是2026年");
    const both = await admin.post(PAGE, { token, do: "preview", ...daysWith("2026-10-10") });
    expect(words(await both.text())).toContain("2026年10月10日既放假又上班。");
  });
});
