/** 统计年报 at the desk: what a bureau's programme shows and hands out of a year, from the cases there are. */
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";

async function programmeOf(recipient: string) {
  const city = await aCity();
  await city.until(at("09-09", "10:00"));
  const common = {
    recipient: recipient as OrganisationId,
    expires: addMinutes(city.now, 60),
    nonce: `return ${recipient}`,
  };
  const link = signLink({ task: "programme", ...common }, LINK_KEYS);
  return { city, link, page: async (path = "") => (await city.visit(`${link}${path}`)).text() };
}

describe("the yearly return in a bureau's programme", () => {
  it("is led to, shows what isn't known, and is handed out as a workbook that names its cases", async () => {
    const { city, link, page } = await programmeOf("yinan-justice");
    expect(await page()).toContain("统计年报");
    const shown = await page("/yearly-return?year=2026");
    expect(shown).toContain("2027年1月10日");
    expect(shown).toMatch(/收案合计<\/t[dh]>\s*<td[^>]*>1</);
    expect(shown).toContain("1件没有立案日期");
    const answer = await city.visit(`${link}/yearly-return-file?year=2026`);
    expect(answer.headers.get("content-type")).toContain("spreadsheetml");
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    expect(sheets[0]?.rows[0]?.[0]).toContain("沂南县2026年行政应诉案件统计年报");
    const named = sheets[1]?.rows.filter((row) => row[0] === "合计" && row[1] === "1").map((row) => row[3]);
    expect(named).toEqual([CASE]);
  });

  it("has nothing of another district's cases for a county's bureau", async () => {
    const { page } = await programmeOf("hedong-justice");
    const shown = await page("/yearly-return?year=2026");
    expect(shown).not.toContain(CASE);
    expect(shown).toMatch(/收案合计<\/t[dh]>\s*<td[^>]*>0</);
  });
});
