/** All that is kept of cases, as files: which there are, what a part holds, and that it is noted. */
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { aCity, CASE, COURT_FOLDER, summonsText } from "../../support/desk-city.ts";
import { ADMIN_MAIL } from "../../support/memory-city.ts";
import { formsOf } from "../../support/page-forms.ts";
import { signedIn } from "../../support/signed-in.ts";

const PAGE = "/at/admin/export";
const of = (area: string, year = "2026") => `${PAGE}?${new URLSearchParams({ area, year })}`;

describe("the export of cases", () => {
  it("gives each case with its events, a line each, and is noted with who took it", async () => {
    const city = await aCity();
    const other = "（2026）鲁1321行初78号";
    await city.put(COURT_FOLDER, "other.txt", summonsText({ number: other }));
    const admin = await signedIn(city, ADMIN_MAIL);
    const page = await (await admin.get(of("沂南县"))).text();
    expect(page).toContain("沂南县2026年案件2件");
    const part = formsOf(page).find(({ untouched }) => untouched.do === "export")?.untouched ?? {};
    const answer = await admin.post(PAGE, part);
    expect(answer.headers.get("Content-Type")).toBe("application/gzip");
    const lines = gunzipSync(Buffer.from(await answer.arrayBuffer()))
      .toString("utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { case: { caseNumber: string }; events: readonly unknown[] });
    expect(lines.map((line) => line.case.caseNumber)).toEqual([CASE, other]);
    for (const number of [CASE, other] as never[]) {
      const line = lines.find((one) => one.case.caseNumber === number);
      expect(line).toEqual(
        JSON.parse(
          JSON.stringify({
            case: await city.records.caseFile(number),
            events: await city.records.history(number),
          }),
        ),
      );
    }
    expect(await (await admin.get("/at/admin")).text()).toContain("导出沂南县2026年案件2件");
  });

  it("has none of another year or area, and takes no part that isn't there", async () => {
    const city = await aCity();
    const admin = await signedIn(city, ADMIN_MAIL);
    expect(await (await admin.get(of("沂南县", "2025"))).text()).toContain("没有2025年案号的案件");
    expect(await (await admin.get(of("兰山区"))).text()).toContain("没有2026年案号的案件");
    expect((await admin.get(of("别处"))).status).toBe(422);
    expect((await admin.get(of("沂南县", "1900"))).status).toBe(422);
    const page = await (await admin.get(of("沂南县"))).text();
    const part = formsOf(page).find(({ untouched }) => untouched.do === "export")?.untouched ?? {};
    for (const wrong of [{ part: "1" }, { part: "-1" }, { part: "" }, { area: "别处" }, { year: "x" }])
      expect((await admin.post(PAGE, { ...part, ...wrong })).status).toBe(404);
    expect(await city.ports.operations.acts(city.now)).toEqual([]);
  });
});

describe("the export of other records", () => {
  it("gives the directory of an area with its changes, and what else it has, each noted", async () => {
    const city = await aCity();
    const admin = await signedIn(city, ADMIN_MAIL);
    const page = await (await admin.get(of("沂南县"))).text();
    const part = (name: string) => formsOf(page).find(({ untouched }) => untouched.part === name)?.untouched;
    expect(part("bulletins")).toBeUndefined();
    const answer = await admin.post(PAGE, part("directory") ?? {});
    const lines = gunzipSync(Buffer.from(await answer.arrayBuffer()))
      .toString("utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { organisation: { id: string; jurisdiction: string } });
    expect(lines.map(({ organisation: { id } }) => id)).toContain("yinan-police");
    expect(new Set(lines.map(({ organisation: { jurisdiction } }) => jurisdiction))).toEqual(
      new Set(["沂南县"]),
    );
    expect(await (await admin.get("/at/admin")).text()).toContain("导出沂南县2026年单位名录和变更记录");
    // Bulletins are the municipality's.
    const asked = { ...part("directory"), part: "bulletins" };
    expect((await admin.post(PAGE, asked)).status).toBe(404);
    expect((await admin.post(PAGE, { ...asked, area: "市本级" })).status).toBe(200);
  });
});
