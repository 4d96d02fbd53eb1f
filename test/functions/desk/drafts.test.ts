/** 草稿: what was typed survives whatever leads away from a form, is seen by the whole office, and is gone once it is handed in. */
import { describe, expect, it } from "vitest";
import { at } from "../../support/case-builders.ts";
import {
  ABSENT_REPORT,
  aCity,
  COURT_FOLDER,
  FILING,
  mailTo,
  REPORT,
  recordText,
  summonsText,
} from "../../support/desk-city.ts";
import { formsOf } from "../../support/page-forms.ts";

const LEGAL = "fazhi@yinan-police.example.org";
const COURT = "clerk@yinan-court.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";
type City = Awaited<ReturnType<typeof aCity>>;
type Sent = Readonly<Record<string, string>>;

const read = async (city: City, link: string) => (await city.visit(link)).text();
const begun = (page: string): Sent =>
  formsOf(page).find(({ untouched }) => "basis" in untouched)?.untouched ?? expect.fail("no form");
const save = async (city: City, link: string, typed: Sent) =>
  city.visit(link, { ...begun(await read(city, link)), ...typed, do: "draft" });
const eventsOf = (city: City) => [...city.table.events.values()].flat().length;

describe("a draft", () => {
  it("is shown with when and by whom it was saved, and informs nobody", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    const [mails, events] = [city.sent.length, eventsOf(city)];
    const typed = { proposal: "请求驳回。\n第二行", appears: "no", ground: "accident", by: "李明" };
    const saved = await save(city, link, typed);
    expect([saved.status, saved.headers.get("location")]).toEqual([303, link]);
    const page = await read(city, link);
    expect(page).toContain("李明，2026年9月8日 9:00保存，保留至2026年9月22日");
    expect(begun(page)).toMatchObject(typed);
    expect([city.sent.length, eventsOf(city)]).toEqual([mails, events]);
  });

  it("is saved by Enter in a field, and by nothing else that stands before the form's own button", async () => {
    const city = await aCity();
    const page = await read(city, mailTo(city, LEGAL, "hearing-notice"));
    // A browser presses the form's first button.
    expect(/<form method="post">.*?<button ([^>]*)>/s.exec(page)?.[1]).toContain('name="do" value="draft"');
  });

  it("is the office's: by whatever of its links, for this form of this hearing alone", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    await save(city, link, { proposal: "请求驳回。", by: "李明" });
    await city.until(at("09-10", "10:00"));
    const reminder = mailTo(city, LEGAL, "report-due");
    expect(reminder).not.toBe(link);
    expect(begun(await read(city, reminder))).toMatchObject({ proposal: "请求驳回。" });
    expect(await read(city, `${link}/obstacle`)).not.toContain("尚未提交");
    const other = "（2026）鲁1321行初78号";
    await city.put(COURT_FOLDER, "other.txt", summonsText({ number: other }));
    expect(await read(city, mailTo(city, LEGAL, "hearing-notice"))).not.toContain("请求驳回。");
  });

  it("handed in is gone with what it became; what another then hands in begins with that", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    await save(city, link, { proposal: "草稿里的意见", by: "李明" });
    expect((await city.visit(link, { ...begun(await read(city, link)), ...REPORT })).status).toBe(303);
    expect(city.table.formDrafts.size).toBe(0);
    await city.until(at("09-10", "10:00"));
    await city.visit(link, { do: "fresh-link", want: "yes" });
    const again = begun(await read(city, mailTo(city, LEGAL, "desk-link")));
    expect(again).toMatchObject({ proposal: REPORT.proposal });
  });

  it("that somebody else saved meanwhile is not overwritten unseen; nothing typed is lost", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    const mine = begun(await read(city, link));
    await save(city, link, { proposal: "另一位的意见", by: "方圆" });
    const late = await city.visit(link, { ...mine, proposal: "我的意见", by: "李明", do: "draft" });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain("方圆已于2026年9月8日 9:00保存了另一份草稿");
    expect(begun(page)).toMatchObject({ proposal: "我的意见" });
    expect(begun(await read(city, link))).toMatchObject({ proposal: "另一位的意见" });
    expect((await city.visit(link, { ...begun(page), do: "draft" })).status).toBe(303);
    expect(begun(await read(city, link))).toMatchObject({ proposal: "我的意见" });
  });

  it("is not made of what nobody has typed: a program that presses buttons saves nothing", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    for (const pressed of ["draft", "upload"]) {
      const answer = await city.visit(link, { ...begun(await read(city, link)), do: pressed });
      expect([pressed, answer.status]).toEqual([pressed, 200]);
    }
    expect(await (await save(city, link, {})).text()).toContain("没有需要保存的草稿");
    expect(city.table.formDrafts.size).toBe(0);
  });

  it("is out of date after a while", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    await save(city, link, { proposal: "请求驳回。" });
    await city.until(at("09-22", "09:00"));
    expect(begun(await read(city, mailTo(city, LEGAL, "hearing-notice")))).toMatchObject({ proposal: "" });
    // The one that lies there still is no hindrance.
    expect((await save(city, link, { proposal: "新的意见" })).status).toBe(303);
  });

  it("keeps what is typed into the obstacle, the filing and the answer to a difference", async () => {
    const city = await aCity();
    const obstacle = `${mailTo(city, LEGAL, "hearing-notice")}/obstacle`;
    const saved = await save(city, obstacle, { explanation: "防汛" });
    expect(saved.headers.get("location")).toBe("obstacle");
    expect(begun(await read(city, obstacle))).toMatchObject({ explanation: "防汛" });
    await city.until(at("09-28", "10:00"));
    const filing = mailTo(city, LEGAL, "filing-due");
    await save(city, filing, { settlement: "愿意调解" });
    expect(begun(await read(city, filing))).toMatchObject({ settlement: "愿意调解", again: "no" });
    await city.visit(filing, { ...begun(await read(city, filing)), ...FILING });
    await city.put(COURT_FOLDER, "record.txt", recordText("被告负责人未出庭。"));
    const answer = mailTo(city, COURT, "attendance-difference");
    await save(city, answer, { choice: "v0", reason: "有签到表" });
    expect(begun(await read(city, answer))).toMatchObject({ choice: "v0", reason: "有签到表" });
    // The other side has its own.
    await city.until(at("09-29", "10:00"));
    expect(await read(city, mailTo(city, LEGAL, "attendance-difference"))).not.toContain("有签到表");
  });

  it("is saved by no link that may not act: used, or another office's", async () => {
    const city = await aCity();
    const link = mailTo(city, LEGAL, "hearing-notice");
    await city.visit(link, { ...begun(await read(city, link)), ...ABSENT_REPORT });
    expect((await city.visit(link, { ...REPORT, draft: "0", do: "draft" })).status).toBe(409);
    const bureau = mailTo(city, BUREAU, "report-received");
    await city.visit(bureau, { ...REPORT, draft: "0", do: "draft" });
    expect(city.table.formDrafts.size).toBe(0);
  });
});
