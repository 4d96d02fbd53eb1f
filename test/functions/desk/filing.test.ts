/** The two-day filing from mail to mail, on the city in memory. */
import { describe, expect, it } from "vitest";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { letterOf } from "../../../shared/letters/notices/notice-letters.ts";
import { FILING_ITEMS } from "../../../shared/letters/wording/filing-wording.ts";
import { at } from "../../support/case-builders.ts";
import {
  ABSENT_FILING,
  aCity,
  CASE,
  COURT_FOLDER,
  FILING,
  mailTo,
  recordText,
  values,
} from "../../support/desk-city.ts";

const LEGAL = "fazhi@yinan-police.example.org";
const fileOf = (city: Awaited<ReturnType<typeof aCity>>) => {
  const file = city.table.cases.get(caseNumber(CASE))?.file;
  if (file === undefined) throw new Error("no case");
  return file;
};

/** The day after the hearing's filing became due, the record not yet in. */
async function afterHearing() {
  const city = await aCity();
  await city.until(at("09-28", "10:00"));
  return city;
}

describe("the filing", () => {
  it("goes from the mail into the case, as one source among others, and ends the chase", async () => {
    const city = await afterHearing();
    const link = mailTo(city, LEGAL, "filing-due");
    const page = await (await city.visit(link)).text();
    expect(page).toContain("备案时限");
    expect((await city.visit(link, { ...FILING, ...values(page) })).status).toBe(303);
    expect(fileOf(city).attendance).toMatchObject([
      {
        headAttended: true,
        headName: "龙涛",
        rank: "deputy",
        spoke: true,
        identityPapers: "in-order",
        source: "filing",
      },
    ]);
    const mails = city.sent.length;
    await city.until(at("10-12", "10:00"));
    expect(city.sent.slice(mails).map(({ notice }) => notice.content.kind)).not.toContain("filing-overdue");
  });

  it("that differs from the record shows both; a correction by a fresh link settles it", async () => {
    const city = await afterHearing();
    await city.put(COURT_FOLDER, "record.txt", recordText("出庭负责人：龙涛，副局长。"));
    const link = mailTo(city, LEGAL, "filing-due");
    const page = await (await city.visit(link)).text();
    expect(page).toContain("庭审笔录");
    const absent = { ...ABSENT_FILING, ...values(page) };
    expect((await city.visit(link, absent)).status).toBe(303);
    const shown = await (await city.visit(link)).text();
    expect(shown).toContain("各来源不一致");
    expect(shown).toContain("需要履行他人不能代替的公务（当日参加防汛值守）");
    expect(attendanceOf(fileOf(city), "沂南县公安局")).toMatchObject({ present: true, difference: true });

    await city.visit(link, { do: "fresh-link", want: "yes" });
    const fresh = mailTo(city, LEGAL, "desk-link");
    const again = await (await city.visit(fresh)).text();
    expect((await city.visit(fresh, { ...FILING, ...values(again) })).status).toBe(303);
    expect(attendanceOf(fileOf(city), "沂南县公安局")).toMatchObject({ present: true, difference: false });
  });

  it("staff is no head: the page says so and what to choose instead", async () => {
    const city = await afterHearing();
    const link = mailTo(city, LEGAL, "filing-due");
    const page = await (await city.visit(link)).text();
    const answer = await city.visit(link, { ...FILING, headTitle: "法制大队大队长", ...values(page) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("请改选“负责人未出庭”");
  });

  it("leaves a doubtful post for a person to judge", async () => {
    const city = await afterHearing();
    const link = mailTo(city, LEGAL, "filing-due");
    const page = await (await city.visit(link)).text();
    const doubtful = { ...FILING, headTitle: "党委委员", headRank: "in-charge", ...values(page) };
    expect((await city.visit(link, doubtful)).status).toBe(303);
    expect(fileOf(city).attendance).toMatchObject([{ headAttended: "review", headTitle: "党委委员" }]);
  });

  it("has a field for everything its letter asks, and the letter asks what the form does", async () => {
    const city = await afterHearing();
    const link = mailTo(city, LEGAL, "filing-due");
    const page = await (await city.visit(link)).text();
    const mail = city.sent.findLast(({ notice }) => notice.content.kind === "filing-due");
    if (mail === undefined) throw new Error("no mail");
    const letter = letterOf(mail.notice.content, { name: "兰山区司法局" });
    const list = JSON.stringify(letter.body);
    for (const { words, fields, ofSeveral } of FILING_ITEMS) {
      expect([words, list.includes(words)]).toEqual([words, ofSeveral !== true]);
      for (const field of fields)
        expect([field, page.includes(` name="${field}"`) || page.includes(` id="${field}"`)]).toEqual([
          field,
          ofSeveral !== true,
        ]);
    }
    const asked = new Set(FILING_ITEMS.flatMap(({ fields }) => fields));
    const fields = [
      ...page.matchAll(/<(?:input type="(?:text|radio)"|select|textarea)[^>]* name="([^"]+)"/g),
    ];
    expect(fields.map(([, name = ""]) => name).filter((name) => !asked.has(name) && name !== "by")).toEqual(
      [],
    );
  });

  it("says what the court thought of the reason, and that a head left without leave", async () => {
    const city = await afterHearing();
    const link = mailTo(city, LEGAL, "filing-due");
    const page = await (await city.visit(link)).text();
    const absent = { ...ABSENT_FILING, accepted: "no", again: "yes" };
    expect((await city.visit(link, { ...absent, ...values(page) })).status).toBe(303);
    expect(fileOf(city).attendance).toMatchObject([
      { headAttended: false, reasonAccepted: false, notifiedAgain: true },
    ]);
    await city.visit(link, { do: "fresh-link", want: "yes" });
    const fresh = mailTo(city, LEGAL, "desk-link");
    const again = await (await city.visit(fresh)).text();
    const left = { left: "without-leave", settlement: "原告愿意协调" };
    expect((await city.visit(fresh, { ...FILING, ...left, ...values(again) })).status).toBe(303);
    expect(fileOf(city).attendance).toMatchObject([{ headAttended: true, leftEarly: true }]);
    expect(fileOf(city).filings).toMatchObject([{ settlement: "原告愿意协调" }]);
    expect(await (await city.visit(fresh)).text()).toContain("原告愿意协调");
  });

  it.each([
    ["defective", false],
    ["mended", true],
    ["in-order", true],
    ["unchecked", true],
  ])("an identity paper that is %s: present is %s", async (identity, present) => {
    const city = await afterHearing();
    const link = mailTo(city, LEGAL, "filing-due");
    const page = await (await city.visit(link)).text();
    expect((await city.visit(link, { ...FILING, identity, ...values(page) })).status).toBe(303);
    expect(attendanceOf(fileOf(city), "沂南县公安局")).toMatchObject({ present });
  });

  it("is not taken while its hearing is put off", async () => {
    const city = await aCity();
    await city.until(at("09-28", "10:00"));
    const link = mailTo(city, LEGAL, "filing-due");
    const file = fileOf(city);
    city.table.cases.set(CASE, {
      ...city.table.cases.get(CASE),
      file: { ...file, deadlines: file.deadlines.map((one) => ({ ...one, status: "cancelled" })) },
    } as never);
    const answer = await city.visit(link, FILING);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("以新的开庭时间为准");
  });
});
