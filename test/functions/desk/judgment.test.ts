/** From a judgment to its performance at the desk, from mail to mail, on the city in memory. */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, judgmentText, mailTo, recordText } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { formsOf } from "../../support/page-forms.ts";
import { some } from "../../support/some.ts";

type City = Awaited<ReturnType<typeof aCity>>;
type Form = Readonly<Record<string, string>>;
const AGENCY = "fazhi@yinan-police.example.org";
const ORDER =
  "一、撤销被告沂南县公安局作出的行政处罚决定；\n二、责令被告沂南县公安局于本判决生效之日起六十日内重新作出行政行为。";

const bytes = (text: string) => new TextEncoder().encode(text);
const receipt = bytes(`沂南县人民法院
送达回证
案号：${CASE}
送达文书：行政判决书
受送达人	签收人	签收日期
沂南县公安局	周某	2026年9月28日
陈建	陈建	2026年9月29日
送达人：孙某
`);
const enforcement = bytes(`沂南县人民法院
执行通知书
（2026）鲁1321执210号
沂南县公安局：
陈建与你局行政处罚一案，本院${CASE}行政判决书已经发生法律效力，责令你局自收到本通知书之日起十日内履行判决确定的义务。
二〇二六年十二月十六日
`);

const fileOf = (city: City) => city.table.cases.get(caseNumber(CASE))?.file ?? expect.fail("no case");
const text = async (city: City, token: string) => (await city.visit(token)).text();
const untouched = (page: string): Form =>
  formsOf(page).find(({ untouched: form }) => "basis" in form)?.untouched ?? expect.fail("no form");
const dutyOf = (city: City, kind: string) => {
  const duty = fileOf(city).duties.find((one) => one.kind === kind);
  return duty && `${duty.deadline.due} ${duty.status}`;
};

/** Fills in the form behind a link; the answer's status. */
async function sent(city: City, token: string, form: Form): Promise<number> {
  const page = await text(city, token);
  return (await city.visit(token, { ...untouched(page), do: "submit", by: "李明", ...form })).status;
}

/** Heard and lost: the judgment came in on Monday 2026-09-28. */
async function lost(order = ORDER): Promise<City> {
  const city = await aCity();
  await city.until(at("09-25", "10:00"));
  await city.put(COURT_FOLDER, "record.txt", recordText("被告的副局长龙涛出庭。"));
  await city.until(at("09-28", "10:00"));
  await city.put(COURT_FOLDER, "judgment.txt", judgmentText(order));
  return city;
}

/** In effect: both were served, and nobody appealed until 2026-10-14. */
async function effective(order = ORDER): Promise<City> {
  const city = await lost(order);
  await city.put(COURT_FOLDER, "receipt.txt", receipt);
  await city.until(at("10-15", "10:00"));
  return city;
}

/** A link of the desk as the case's page makes one. */
function linkFor(recipient: string, task: "judgment-note" | "orders", respondent = "沂南县公安局"): string {
  return signLink(
    {
      task,
      caseNumber: caseNumber(CASE),
      respondent,
      recipient: recipient as OrganisationId,
      expires: addMinutes(at("12-31"), 60),
      nonce: `${task}${recipient}`,
    },
    LINK_KEYS,
  );
}

const ACCEPT = { choice: "accept", reason: "判决正确，依法重新处理。", leader: "王建国，局长" };

describe("whether to appeal", () => {
  it("is asked with the day of service where that isn't known, and decided in one form", async () => {
    const city = await lost();
    const link = mailTo(city, AGENCY, "judgment-service-asked");
    const page = await text(city, link);
    expect(page).toContain("收到裁判文书的日期");
    expect(await sent(city, link, { ...ACCEPT, servedOn: "2027-01-01" })).toBe(422);
    expect(await sent(city, link, { ...ACCEPT, servedOn: "2026-09-28" })).toBe(303);
    expect(dutyOf(city, "appeal")).toBe("2026-10-08 met");
    expect(fileOf(city).judgment).toMatchObject({
      services: [{ party: "沂南县公安局", on: "2026-09-28", source: "agency", by: "李明" }],
      choices: [{ choice: "accept", leader: "王建国，局长" }],
    });
    // A second click does nothing.
    expect((await city.visit(link, { do: "submit" })).status).toBe(409);
  });

  it("is owed by the receipt's day, and told with the mail of the day", async () => {
    const city = await lost();
    await city.put(COURT_FOLDER, "receipt.txt", receipt);
    expect(dutyOf(city, "appeal")).toBe("2026-10-08 open");
    await city.until(at("09-29", "10:00"));
    const link = mailTo(city, AGENCY, "duty-asked");
    expect(await sent(city, link, ACCEPT)).toBe(303);
    expect(dutyOf(city, "appeal")).toBe("2026-10-08 met");
  });
});

describe("what is ordered", () => {
  it("stands beside the judgment's words, is confirmed or put right, and owed from then on", async () => {
    const city = await effective();
    const link = mailTo(city, AGENCY, "orders-to-confirm");
    const page = await text(city, link);
    expect(page).toContain(
      "<blockquote>责令被告沂南县公安局于本判决生效之日起六十日内重新作出行政行为</blockquote>",
    );
    expect(await sent(city, link, { count1: "六十" })).toBe(422);
    expect(await sent(city, link, {})).toBe(303);
    expect(fileOf(city).judgment?.orders).toMatchObject({
      office: "agency",
      acts: [{ act: "redo", item: 1 }],
    });
    expect(dutyOf(city, "performance")).toBe("2026-12-14 open");
    const corrected = linkFor("yinan-police", "orders");
    expect(await sent(city, corrected, { count1: "90" })).toBe(303);
    expect(dutyOf(city, "performance")).toBe("2027-01-13 open");
  });

  it("can be struck out, and another act added", async () => {
    const city = await effective();
    const link = mailTo(city, AGENCY, "orders-to-confirm");
    const added = {
      act2: "pay",
      words2: "赔偿原告损失五千元",
      unit2: "effect-days",
      count2: "30",
      yuan2: "5000",
    };
    expect(await sent(city, link, { act1: "nothing", ...added })).toBe(303);
    expect(fileOf(city).judgment?.orders?.acts).toEqual([
      {
        // The first number stays that of the act that was struck out.
        item: 2,
        act: "pay",
        words: "赔偿原告损失五千元",
        respondents: [],
        term: { type: "period", count: 30, unit: "days", from: "effect" },
        yuan: 5000,
      },
    ]);
  });

  it.each([
    ["自送达之日起两个月内", { unit1: "service-months", count1: "2" }],
    ["自送达之日起二十个工作日内", { unit1: "service-working-days", count1: "20" }],
    ["自本判决送达之日起六十日内", { unit1: "service-days", count1: "60" }],
    ["于本判决生效之日起两个月内", { unit1: "effect-months", count1: "2" }],
    ["于本判决生效之日起二十个工作日内", { unit1: "effect-working-days", count1: "20" }],
  ])("keeps its period through the form: %s", async (term, shown) => {
    const order = `责令被告沂南县公安局${term}重新作出行政行为。`;
    const city = await effective(order);
    const link = mailTo(city, AGENCY, "orders-to-confirm");
    expect(untouched(await text(city, link))).toMatchObject(shown);
    const read = fileOf(city).judgment?.given?.ordered;
    expect(await sent(city, link, {})).toBe(303);
    expect(fileOf(city).judgment?.orders?.acts).toEqual(read);
  });

  it("is shown whole, however much it is, and keeps its numbers when one before it is struck out", async () => {
    const marks = "一二三四五六七八九十";
    const order = [...marks]
      .map(
        (mark, index) =>
          `${mark}、被告于本判决生效之日起${index + 10}日内赔偿原告损失${(index + 1) * 1000}元`,
      )
      .join("；");
    const city = await effective(`${order}。`);
    const link = mailTo(city, AGENCY, "orders-to-confirm");
    expect(await sent(city, link, { act3: "nothing" })).toBe(303);
    const acts = fileOf(city).judgment?.orders?.acts ?? [];
    expect(acts.map(({ item, yuan }) => [item, yuan])).toEqual(
      [1, 2, 4, 5, 6, 7, 8, 9, 10].map((item) => [item, item * 1000]),
    );
    const added = { act10: "redo", words10: "重新作出决定", unit10: "none" };
    expect(await sent(city, linkFor("yinan-police", "orders"), { act1: "nothing", ...added })).toBe(303);
    expect(fileOf(city).judgment?.orders?.acts.map(({ item }) => item)).toEqual([
      2, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
  });

  it("is filed as performed by the agency, doubted and ticked by the court, on its board until then", async () => {
    const city = await effective();
    expect(await sent(city, mailTo(city, AGENCY, "orders-to-confirm"), {})).toBe(303);
    await city.until(at("10-16", "10:00"));
    expect([...city.table.boardRows.keys()].some((key) => key.startsWith("沂南县#OPEN#"))).toBe(true);
    const link = mailTo(city, AGENCY, "duty-asked");
    expect(await text(city, link)).toContain("<blockquote>责令被告沂南县公安局");
    expect(await sent(city, link, { on: "2026-10-16", what: "重新作出行政处罚决定。" })).toBe(303);
    expect(dutyOf(city, "performance")).toBe("2026-12-14 met");
    const court = linkFor("yinan-court", "judgment-note");
    expect(await text(city, court)).toContain("单位已填报履行");
    expect(await sent(city, court, { done0: "refused", text: "新决定尚未送达原告。" })).toBe(303);
    expect(dutyOf(city, "performance")).toBe("2026-12-14 open");
    await city.until(at("10-19", "10:00"));
    const again = signLink(
      {
        task: "judgment-note",
        caseNumber: caseNumber(CASE),
        respondent: "沂南县公安局",
        recipient: "yinan-court" as OrganisationId,
        expires: addMinutes(at("12-31"), 60),
        nonce: "again",
      },
      LINK_KEYS,
    );
    expect(await sent(city, again, { done0: "performed", on0: "2026-10-18" })).toBe(303);
    expect(fileOf(city).judgment?.performances).toMatchObject([{ source: "court", on: "2026-10-18" }]);
    await city.until(at("10-20", "10:00"));
    // What is left of it to do is another matter: the report on why the case was lost.
    const open = [...city.table.boardRows].flatMap(([key, { agencies }]) =>
      key.startsWith("沂南县#OPEN#") ? agencies.flatMap(({ due }) => due.map(({ kind }) => kind)) : [],
    );
    expect(open).toContain("loss-report");
    expect(open).not.toContain("performance");
  });

  it("is enforced at once: agency, head and bureau hear of it, and the case stands red", async () => {
    const city = await effective();
    expect(await sent(city, mailTo(city, AGENCY, "orders-to-confirm"), {})).toBe(303);
    await city.until(at("12-16", "10:00"));
    const before = city.sent.length;
    await city.put(COURT_FOLDER, "enforcement.txt", enforcement);
    expect(
      city.sent
        .slice(before)
        .filter(({ notice }) => notice.content.kind === "enforcement-begun")
        .map(({ notice }) => notice.recipient.address)
        .toSorted(),
    ).toEqual([AGENCY, "head@yinan-police.example.org", "yingsu@yinan-justice.example.org"]);
    const rows = [...city.table.boardRows.values()].flatMap(({ agencies }) => agencies);
    expect(some(rows).every(({ flags }) => flags.includes("enforced"))).toBe(true);
  });

  it("is nobody else's: another organisation's link is refused", async () => {
    const city = await effective();
    for (const [recipient, task] of [
      ["yinan-water", "orders"],
      ["yinan-police", "judgment-note"],
      ["linyi-government", "judgment-note"],
    ] as const)
      expect((await city.visit(linkFor(recipient, task))).status).toBe(409);
  });
});
