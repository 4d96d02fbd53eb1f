/** 案件分类: do a bureau and the agency itself see what holds and why, correct it once, and take it back; and nobody else? */
import { describe, expect, it } from "vitest";
import { classesOfCase } from "../../../shared/domain/case-file/classes-of-case.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, mailTo, values } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { valuesOnPage } from "../../support/page-forms.ts";

const BUREAU = "yingsu@yinan-justice.example.org";
type City = Awaited<ReturnType<typeof aCity>>;

const fileOf = (city: City) => city.table.cases.get(caseNumber(CASE))?.file ?? expect.fail();
const rowOf = (city: City) => city.table.cases.get(caseNumber(CASE))?.counted.rows[0];
const text = async (city: City, place: string) => (await city.visit(place)).text();

const linkFor = (city: City, recipient: string) =>
  signLink(
    {
      task: "classes",
      caseNumber: caseNumber(CASE),
      recipient: recipient as OrganisationId,
      expires: addMinutes(city.now, 600),
      nonce: `classes ${recipient}`,
    },
    LINK_KEYS,
  );

async function fill(city: City, place: string, fields: Readonly<Record<string, string>>) {
  const shown = await text(city, place);
  const form = { ...valuesOnPage(shown), ...values(shown), by: "刘洋", do: "submit", ...fields };
  const answer = await city.pages.request(`/${place}`, { method: "POST", body: new URLSearchParams(form) });
  return { answer, page: await answer.clone().text() };
}

async function corrects(city: City, place: string, fields: Readonly<Record<string, string>>) {
  const { answer, page } = await fill(city, place, fields);
  expect(answer.status, page).toBe(200);
  const form = { ...values(page), do: "submit" };
  const done = await city.visit(place, form);
  expect(done.status, await done.clone().text()).toBe(303);
  const [, query = ""] = (done.headers.get("location") ?? "").split("?");
  return { preview: page, form, after: await text(city, `${place}?${query}`) };
}

describe("the classes of a case on its page", () => {
  it("show what is proposed and why, and lead a bureau to the correction", async () => {
    const city = await aCity();
    await city.until(at("09-09", "10:00"));
    const board = mailTo(city, BUREAU, "digest");
    const page = await text(city, `${board}/case?number=${encodeURIComponent(CASE)}`);
    expect(page).toContain("案件分类");
    expect(page).toMatch(/行政管理领域[\s\S]{0,80}公安[\s\S]{0,80}系统推定/);
    expect(page).toMatch(/立案日期[\s\S]{0,80}未知/);
    const way = /href="\.\.\/([^"]+)">更正案件分类/.exec(page)?.[1] ?? expect.fail("no way to it");
    expect((await city.visit(way)).status).toBe(200);
  });

  it.each([
    ["its bureau", "yinan-justice", "bureau"],
    ["the agency itself", "yinan-police", "own"],
  ])("are corrected by %s, shown beforehand, counted at once, and taken back", async (_, who, office) => {
    const city = await aCity();
    await city.until(at("09-09", "10:00"));
    const place = linkFor(city, who);
    const { preview, form, after } = await corrects(city, place, {
      class_field: "fire",
      class_acceptedOn: "2026-08-31",
      class_review: "upheld",
      reason: "消防处罚。",
    });
    expect(preview).toMatch(/更正案件分类[\s\S]*行政管理领域消防/);
    expect(preview).toContain("不通知任何单位");
    expect(classesOfCase(fileOf(city))).toMatchObject({
      field: { value: "fire", by: "person" },
      review: { value: "upheld", by: "person" },
    });
    expect(fileOf(city).classes?.corrections).toMatchObject([{ office, organisation: who, by: "刘洋" }]);
    expect(rowOf(city)).toMatchObject({ field: "fire", receivedIn: "2026-08", acceptedOn: "2026-08-31" });
    // A second click changes nothing twice.
    const { version } = fileOf(city);
    expect((await city.visit(place, form)).status).toBe(303);
    expect(fileOf(city).version).toBe(version);
    const undo = /href="(?:\.\.\/)?([^"]+)">撤回本次办理/.exec(after)?.[1] ?? expect.fail("no undo");
    const asked = values(await text(city, undo));
    await city.visit(undo, { ...asked, reason: "看错案件。", by: "刘洋", do: "submit" });
    expect(classesOfCase(fileOf(city)).field).toMatchObject({ value: "public-security", by: "rule" });
    expect(rowOf(city)).toMatchObject({ field: "public-security", receivedIn: "2026-09" });
    expect(fileOf(city).takenBack).toMatchObject([{ act: "classes", office: "own" }]);
  });

  it("are confirmed by saving what is proposed, and can be said to be unknown", async () => {
    const city = await aCity();
    await city.until(at("09-09", "10:00"));
    const place = linkFor(city, "yinan-justice");
    await corrects(city, place, {});
    expect(classesOfCase(fileOf(city)).field).toMatchObject({ value: "public-security", by: "person" });
    expect(rowOf(city)).not.toHaveProperty("proposed");
    await corrects(city, place, { class_field: "" });
    expect(classesOfCase(fileOf(city)).field).toMatchObject({ value: undefined, by: "person" });
    expect(rowOf(city)).not.toHaveProperty("field");
    const { answer, page } = await fill(city, place, {});
    expect(answer.status).toBe(422);
    expect(page).toContain("没有更正任何一项");
  });

  it("ask again for a day that is none, and refuse another organisation", async () => {
    const city = await aCity();
    await city.until(at("09-09", "10:00"));
    const { answer, page } = await fill(city, linkFor(city, "yinan-justice"), {
      class_closedOn: "2031-01-01",
    });
    expect(answer.status).toBe(422);
    expect(page).toContain("结案日期应在");
    for (const other of ["hedong-justice", "yinan-court", "nobody"]) {
      const { status } = await city.visit(linkFor(city, other));
      expect(status, other).toBeGreaterThanOrEqual(400);
    }
  });
});
