/** 答辩、举证: from 应诉通知书 to the papers at the court, on the city in memory: told, shown, handed in, more time asked for, taken back. */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { calendarFeed } from "../../../shared/letters/calendar/calendar-feed.ts";
import { readLink, signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, COURT_FOLDER, mailTo, values } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";

type City = Awaited<ReturnType<typeof aCity>>;
const NUMBER = "（2026）鲁1321行初301号";
const AGENCY = "fazhi@yinan-police.example.org";
const COURT = "clerk@yinan-court.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";

const notice = new TextEncoder().encode(`沂南县人民法院
应诉通知书
${NUMBER}
沂南县公安局：
本院受理原告赵明诉你局行政处罚一案，现将起诉状副本送达。请于收到之日起十五日内提交答辩状和证据。
承办法官：徐静（电话0539-3221107） 书记员：马超
2026年9月8日
送达回证
送达时间：2026年9月8日
`);

const fileOf = (city: City) =>
  city.table.cases.get(caseNumber(NUMBER))?.file ?? expect.fail("there is no such case");
const duties = (city: City) => fileOf(city).duties.map(({ kind, status }) => `${kind} ${status}`);
const text = async (city: City, token: string) => (await city.visit(token)).text();

async function opened() {
  const city = await aCity();
  expect(await city.put(COURT_FOLDER, "应诉通知书.txt", notice)).toBe("read");
  await city.until(at("09-09", "10:00"));
  return { city, link: mailTo(city, AGENCY, "duty-asked") };
}

const HANDED = { handed: "both", on: "2026-09-10", by: "李明", do: "submit" };

describe("a defence", () => {
  it("is asked for with its day, the law on lateness, and the judge and clerk by name and telephone", async () => {
    const { city, link } = await opened();
    expect(fileOf(city).courtStaff).toEqual({
      judge: { name: "徐静", phone: "0539-3221107" },
      clerk: { name: "马超" },
    });
    const letter = city.sent.find(({ notice: one }) => one.content.kind === "duty-asked");
    expect(letter?.notice.content).toMatchObject({
      deadline: { due: "2026-09-23" },
      also: ["evidence"],
      case: { staff: { judge: { name: "徐静" } } },
    });
    const page = await text(city, link);
    expect(page).toContain("视为没有相应证据");
    expect(page).toContain("答辩期限");
    expect(page).toContain("2026年9月23日");
    expect(page).toContain("申请延期提供证据");
    const feed = calendarFeed(
      "沂南县公安局",
      [...city.table.diaries.values()].filter(({ owner }) => owner === "yinan-police"),
    );
    expect(feed).toContain("答辩到期");
  });

  it("that is handed in ends both duties, once; a second click is harmless", async () => {
    const { city, link } = await opened();
    await city.until(at("09-10", "10:00"));
    const form = { ...HANDED, ...values(await text(city, link)) };
    expect((await city.visit(link, form)).status).toBe(303);
    expect(duties(city)).toEqual(["defence met", "evidence met"]);
    expect((await city.visit(link, form)).status).toBe(409);
    const before = city.sent.length;
    await city.until(at("09-30", "10:00"));
    const later = city.sent.slice(before).map(({ notice: one }) => one.content.kind);
    expect(later).not.toContain("duty-due");
    expect(later).not.toContain("duty-overdue");
    const digests = city.sent.filter(
      ({ notice: one }) => one.content.kind === "digest" && one.recipient.address === BUREAU,
    );
    expect(JSON.stringify(digests)).toContain('"kind":"evidence","on":"2026-09-10"');
  });

  it("may be shown to the bureau first, which leaves the duties open", async () => {
    const { city, link } = await opened();
    const form = { handed: "shown", by: "李明", do: "submit", ...values(await text(city, link)) };
    expect((await city.visit(link, form)).status).toBe(303);
    expect(duties(city)).toEqual(["defence open", "evidence open"]);
    expect(fileOf(city).defence?.drafts).toMatchObject([{ by: "李明" }]);
  });

  it("is asked for what is missing, in Chinese, and is nobody else's", async () => {
    const { city, link } = await opened();
    const form = { handed: "both", by: "", do: "submit", ...values(await text(city, link)) };
    const answer = await city.visit(link, form);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("提交人民法院的日期");
    const reading = readLink(link, LINK_KEYS, at("09-10"));
    if (reading.state === "forged") expect.fail("forged");
    const other = signLink(
      { ...reading.link, recipient: "yinan-land" as OrganisationId, nonce: "OTHER" },
      LINK_KEYS,
    );
    expect((await city.visit(other)).status).not.toBe(200);
    expect((await city.visit(other, form)).status).not.toBe(303);
    expect(duties(city)).toEqual(["defence open", "evidence open"]);
  });

  it("whose evidence needs more time: asked for, answered by the court, and the day moves", async () => {
    const { city, link } = await opened();
    const page = `${link}/extension`;
    const form = {
      reason: "档案在异地，需要调取。",
      by: "李明",
      do: "submit",
      ...values(await text(city, page)),
    };
    expect((await city.visit(page, form)).status).toBe(303);
    await city.until(at("09-09", "14:00"));
    const court = mailTo(city, COURT, "extension-asked");
    const answer = `${court}/extension`;
    expect(await text(city, answer)).toContain("是否准许");
    const granted = {
      granted: "yes",
      until: "2026-10-12",
      by: "徐静",
      do: "submit",
      ...values(await text(city, answer)),
    };
    expect((await city.visit(answer, granted)).status).toBe(303);
    const evidence = fileOf(city).duties.find(({ kind }) => kind === "evidence");
    expect(evidence?.deadline).toMatchObject({
      due: "2026-10-12",
      explanation: { extended: { until: "2026-10-12" } },
    });
    await city.until(at("09-10", "10:00"));
    expect(city.sent.map(({ notice: one }) => one.content.kind)).toContain("extension-answered");
    // The defence's own day has not moved.
    expect(fileOf(city).duties.find(({ kind }) => kind === "defence")?.deadline.due).toBe("2026-09-23");
  });

  it("that the court says it has is met by its word", async () => {
    const { city, link } = await opened();
    const reading = readLink(link, LINK_KEYS, at("09-10"));
    if (reading.state === "forged") expect.fail("forged");
    const court = signLink(
      { ...reading.link, recipient: "yinan-court" as OrganisationId, nonce: "COURT" },
      LINK_KEYS,
    );
    await city.until(at("09-11", "10:00"));
    const form = { ...HANDED, handed: "defence", by: "马超", ...values(await text(city, court)) };
    expect((await city.visit(court, form)).status).toBe(303);
    expect(fileOf(city).defence?.handed).toMatchObject([{ source: "court", parts: ["defence"] }]);
    expect(duties(city)).toEqual(["defence met", "evidence open"]);
  });

  it("comes as a paper into the inbox as well", async () => {
    const { city } = await opened();
    await city.until(at("09-15", "10:00"));
    const paper = new TextEncoder().encode(`沂南县公安局
行政答辩状
${NUMBER}
沂南县人民法院：
原告赵明诉我局行政处罚一案，我局答辩如下：被诉处罚决定合法。
沂南县公安局
2026年9月14日
`);
    expect(await city.put("agencies/yinan-police", "答辩状.txt", paper)).toBe("read");
    expect(duties(city)).toEqual(["defence met", "evidence open"]);
  });
});
