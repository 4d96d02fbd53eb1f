/** What a form would bring about is shown before anything is saved (预览), and confirmed as it was shown. */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, mailTo, summonsText } from "../../support/desk-city.ts";
import { formsOf, valuesOnPage } from "../../support/page-forms.ts";

const LEGAL = "fazhi@yinan-police.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";
type City = Awaited<ReturnType<typeof aCity>>;
type Form = Readonly<Record<string, string>>;

const fileIn = (city: City) => city.table.cases.get(caseNumber(CASE))?.file;
/** As a browser does: without confirming anything. */
const send = (city: City, token: string, form: Form) =>
  city.pages.request(`/${token}`, { method: "POST", body: new URLSearchParams(form) });
const text = async (city: City, token: string) => (await city.visit(token)).text();
const confirmOn = (page: string): Form => {
  const form = formsOf(page).find(({ untouched }) => "confirmed" in untouched);
  if (form === undefined) throw new Error("nothing to confirm");
  return { ...form.untouched, do: "submit" };
};

async function conflict() {
  const city = await aCity();
  const otherDay = new TextDecoder().decode(summonsText()).replace("9月24日上午", "9月28日上午");
  await city.put(COURT_FOLDER, "other.txt", new TextEncoder().encode(otherDay));
  const link = mailTo(city, BUREAU, "document-review");
  const form = {
    ...valuesOnPage(await text(city, link)),
    decision: "accept",
    newer: "yes",
    by: "王芳",
    do: "submit",
  };
  return { city, link, form };
}

describe("a review", () => {
  it("shows who will be informed and what is called off, and saves nothing", async () => {
    const { city, link, form } = await conflict();
    const { version } = fileIn(city) ?? {};
    const answer = await send(city, link, form);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain("尚未保存");
    expect(page).toMatch(/将取消<\/dt><dd>[^<]*原定开庭取消或者延期。/);
    expect(page).toMatch(/将登记<\/dt><dd>[^<]*定于2026年9月28日/);
    expect(page).toMatch(/将通知<\/dt><dd>沂南县公安局[^（]*（【[^<]*9月28日/);
    expect(fileIn(city)?.version).toBe(version);
    expect((await send(city, link, confirmOn(page))).status).toBe(303);
    expect(fileIn(city)).toMatchObject({ hearing: { date: "2026-09-28" } });
  });

  it("says in the evening when the letters leave", async () => {
    const { city, link, form } = await conflict();
    await city.until(at("09-08", "20:00"));
    const page = await (await send(city, link, form)).text();
    expect(page).toContain("（2026年9月9日 8:30发出）");
  });

  it("gone back from keeps what was typed", async () => {
    const { city, link, form } = await conflict();
    const page = await (await send(city, link, { ...form, place: "第八审判庭" })).text();
    const back = await send(city, link, { ...confirmOn(page), do: "back" });
    expect(back.status).toBe(200);
    expect(valuesOnPage(await back.text())).toMatchObject({ place: "第八审判庭", by: "王芳" });
    expect(fileIn(city)).toMatchObject({ hearing: { date: "2026-09-24" } });
  });

  it("confirmed after the case has changed is shown anew, and not saved", async () => {
    const { city, link, form } = await conflict();
    const page = await (await send(city, link, form)).text();
    const later = new TextDecoder().decode(summonsText()).replace("第五审判庭", "第九审判庭");
    await city.put(COURT_FOLDER, "moved.txt", new TextEncoder().encode(later.replace("9月7日", "9月8日")));
    const { version } = fileIn(city) ?? {};
    const answer = await send(city, link, confirmOn(page));
    expect(answer.status).toBe(409);
    const anew = await answer.text();
    expect(anew).toContain("情况有变，尚未保存");
    expect(fileIn(city)?.version).toBe(version);
    expect((await send(city, link, confirmOn(anew))).status).toBe(303);
  });
});

describe("what an agency reports of itself", () => {
  it("shows whom it reaches before it is saved", async () => {
    const city = await aCity();
    const changes = `${mailTo(city, LEGAL, "hearing-notice")}/changes`;
    const [form] = formsOf(await text(city, changes));
    const answer = await send(city, changes, { ...form?.untouched, address: "沂南县人民路1号", by: "李明" });
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toMatch(/沂南县司法局[^（]*（【信息变更】/);
    expect(page).toContain("沂南县人民路1号");
    const kinds = () => [...city.table.notices.values()].map(({ notice }) => notice.content.kind);
    expect(kinds()).not.toContain("organisation-changed");
    expect((await send(city, changes, confirmOn(page))).status).toBe(303);
    expect(kinds()).toContain("organisation-changed");
  });
});
