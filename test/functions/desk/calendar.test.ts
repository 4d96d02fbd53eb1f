/** The calendar feed from the notice's mail on, on the city in memory. */
import { describe, expect, it } from "vitest";
import { calendarOf, linkTaskOf } from "../../../shared/domain/notices/desk-link.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { civilDate, instantAt } from "../../../shared/domain/time/time.ts";
import { calendarFile } from "../../../shared/letters/calendar/calendar-file.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, mailTo, REPORT, recordText, values } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";

type City = Awaited<ReturnType<typeof aCity>>;

const noticeOf = (city: City, kind: string) =>
  city.sent.find(({ notice }) => notice.content.kind === kind)?.notice ?? expect.fail(`no ${kind}`);
/** The feed's address as the notice's mail has it. */
function feedOf(city: City, kind = "hearing-notice"): string {
  const link = calendarOf(noticeOf(city, kind)) ?? expect.fail("no calendar");
  return `/${signLink(link, LINK_KEYS)}/hearings.ics`;
}
const fetched = async (city: City, path: string) => (await city.pages.request(path)).text();
/** The entries of a feed: their lines unfolded, by summary. */
function entries(feed: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const events = feed.replace(/\r\n /g, "").split("BEGIN:VEVENT").slice(1);
  return new Map(
    events.map((event) => {
      const lines = event.split("\r\n").map((line): [string, string] => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).split(";")[0] ?? "", line.slice(colon + 1)];
      });
      const fields = Object.fromEntries(lines);
      return [fields.SUMMARY ?? "", fields];
    }),
  );
}

const POSTPONED = new TextEncoder().encode(`沂南县人民法院
延期开庭通知书
${CASE}
沂南县公安局：
本院受理的原告陈建诉沂南县公安局行政处罚一案，原定于2026年9月24日上午9时00分开庭，因故延期，现定于2026年10月13日上午9时30分在本院第五审判庭公开开庭审理。
2026年9月15日
`);

describe("the feed", () => {
  it("has the hearing and the last days, under the identity the mail's own file has", async () => {
    const city = await aCity();
    const response = await city.pages.request(feedOf(city));
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const feed = await response.text();
    expect(feed).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(feed).toContain("METHOD:PUBLISH");
    const all = entries(feed);
    expect([...all.keys()]).toEqual([
      `${CASE}开庭（沂南县公安局）`,
      `三日报告到期：${CASE}（沂南县公安局）`,
      `出庭备案到期：${CASE}（沂南县公安局）`,
    ]);
    const notice = noticeOf(city, "hearing-notice");
    if (notice.content.kind !== "hearing-notice") expect.fail();
    const mailed = calendarFile(
      { method: "request", hearing: notice.content.hearing },
      notice.content,
      notice,
      { name: "临沂市司法局", address: "yingsu@linyi.example.org" },
    );
    const [hearing] = all.values();
    expect(mailed.content).toContain(`UID:${hearing?.UID}`);
    expect(hearing).toMatchObject({ DTSTART: "20260924T010000Z", STATUS: "CONFIRMED", SEQUENCE: "0" });
  });

  it("moves the entry to the new day, calls off what hung on the old one, and never uses an identity twice", async () => {
    const city = await aCity();
    await city.until(at("09-15", "10:00"));
    await city.put(COURT_FOLDER, "postponed.txt", POSTPONED);
    const feed = await fetched(city, feedOf(city));
    const all = entries(feed);
    expect([...all.keys()].filter((summary) => summary.includes("开庭（"))).toHaveLength(1);
    expect(all.get(`${CASE}开庭（沂南县公安局）`)).toMatchObject({
      DTSTART: "20261013T013000Z",
      SEQUENCE: "2",
      STATUS: "CONFIRMED",
    });
    expect(all.get(`出庭备案到期（已取消）：${CASE}（沂南县公安局）`)).toMatchObject({ STATUS: "CANCELLED" });
    const uids = [...feed.matchAll(/UID:(\S+)/g)].map(([, uid]) => uid);
    expect(new Set(uids).size).toBe(uids.length);
  });

  it("follows what is done, and only grows in sequence", async () => {
    const city = await aCity();
    const before = entries(await fetched(city, feedOf(city)));
    const link = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    await city.visit(link, { ...REPORT, ...values(await (await city.visit(link)).text()) });
    const after = entries(await fetched(city, feedOf(city)));
    const due = before.get(`三日报告到期：${CASE}（沂南县公安局）`);
    const met = after.get(`三日报告到期（已完成）：${CASE}（沂南县公安局）`);
    expect(met?.UID).toBe(due?.UID);
    expect(Number(met?.SEQUENCE)).toBeGreaterThan(Number(due?.SEQUENCE));
    await city.until(at("09-24", "14:00"));
    await city.put(COURT_FOLDER, "record.txt", recordText("出庭负责人：龙涛，副局长，到庭。"));
    expect(entries(await fetched(city, feedOf(city))).get(`${CASE}开庭（沂南县公安局）`)?.STATUS).toBe(
      "CONFIRMED",
    );
  });

  it("is not sent again to a program that has it, and is kept an hour", async () => {
    const city = await aCity();
    const path = feedOf(city);
    const first = await city.pages.request(path);
    const etag = first.headers.get("etag") ?? expect.fail();
    expect(first.headers.get("cache-control")).toBe("private, max-age=3600");
    const again = (value: string) => city.pages.request(path, { headers: { "If-None-Match": value } });
    expect((await again(etag)).status).toBe(304);
    expect((await again(`W/${etag}, "else"`)).status).toBe(304);
    expect((await again('"else"')).status).toBe(200);
    await city.put(COURT_FOLDER, "postponed.txt", POSTPONED);
    expect((await again(etag)).status).toBe(200);
    expect((await city.pages.request(path, { method: "HEAD" })).status).toBe(200);
  });

  it("is the bureau's too, by its digest and its board; a page says how to subscribe", async () => {
    const city = await aCity();
    await city.until(at("09-09", "10:00"));
    const feed = await fetched(city, feedOf(city, "digest"));
    expect(feed).toContain("沂南县司法局");
    expect(entries(feed).size).toBe(3);
    const board = await fetched(city, `/${mailTo(city, "yingsu@yinan-justice.example.org", "digest")}`);
    const [, place = ""] = /href="([^"]+)">订阅开庭日程/.exec(board) ?? [];
    const page = await fetched(city, `/${place}`);
    expect(page).toMatch(/href="webcal:\/\/[^"]+\/hearings\.ics"/);
    expect(page).toContain("目前有1次待开庭");
  });

  it("has the same address in every mail of a year, for three years at most, and none for heads and copies", async () => {
    const city = await aCity();
    const notice = noticeOf(city, "hearing-notice");
    const link = calendarOf(notice);
    expect(link).toMatchObject({
      expires: instantAt(civilDate("2028-12-31")),
    });
    expect(calendarOf({ ...notice, createdAt: at("12-01") })).toEqual(link);
    expect(linkTaskOf(notice)).toBe("report");
    const head = city.sent.find(
      ({ notice: one }) => one.content.kind === "hearing-notice" && one.content.audience === "head",
    );
    expect(head && calendarOf(head.notice)).toBeUndefined();
  });

  it("of a key that was taken out, or of another organisation, shows nothing of it", async () => {
    const city = await aCity();
    const link = calendarOf(noticeOf(city, "hearing-notice")) ?? expect.fail();
    const other = signLink({ ...link, recipient: "hedong-police" as OrganisationId }, LINK_KEYS);
    expect(await fetched(city, `/${other}/hearings.ics`)).not.toContain(CASE);
    const old = signLink(link, { current: "gone", keys: { gone: "a key that has been taken out again" } });
    expect((await city.pages.request(`/${old}/hearings.ics`)).status).toBe(404);
  });

  it("changes nothing by being fetched", async () => {
    const city = await aCity();
    const state = () =>
      JSON.stringify([[...city.table.cases], [...city.table.diaries], [...city.table.notices]]);
    const before = state();
    for (let time = 0; time < 200; time++) await city.pages.request(feedOf(city));
    expect(state()).toBe(before);
  });
});
