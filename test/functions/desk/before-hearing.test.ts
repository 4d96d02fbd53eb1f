/** What agency and court tell each other before the hearing, from mail to mail, on the city in memory. */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { aCity, CASE, COURT_FOLDER, mailTo, REPORT, values } from "../../support/desk-city.ts";

type City = Awaited<ReturnType<typeof aCity>>;
const AGENCY = "fazhi@yinan-police.example.org";
const COURT = "clerk@yinan-court.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";

const fileOf = (city: City) => city.table.cases.get(caseNumber(CASE))?.file;
const bytes = (text: string) => new TextEncoder().encode(text);
const lastMails = (city: City, count: number) =>
  city.sent.slice(-count).map(({ notice }) => `${notice.content.kind} ${notice.recipient.address}`);

/** The address a page leads to by these words. */
async function follow(city: City, link: string, words: string): Promise<string> {
  const page = await (await city.visit(link)).text();
  const href = new RegExp(`<a href="([^"]+)">${words}`).exec(page)?.[1];
  if (href === undefined) throw new Error(`no way to ${words}`);
  return href;
}

const OBSTACLE = {
  ground: "irreplaceable-duty",
  explanation: "局长当日须参加防汛调度。",
  by: "李明",
  do: "submit",
} as const;

describe("an obstacle", () => {
  it("goes from the agency's page to the court and the bureau, and stands on the pages", async () => {
    const city = await aCity();
    const link = mailTo(city, AGENCY, "hearing-notice");
    const errand = await follow(city, link, "报告负责人出庭障碍");
    const page = await (await city.visit(errand)).text();
    expect(page).toContain("<title>报告出庭障碍");
    const answer = await city.visit(errand, { ...OBSTACLE, ...values(page) });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("obstacle");
    expect(lastMails(city, 2)).toEqual([`obstacle-reported ${COURT}`, `obstacle-reported ${BUREAU}`]);

    const done = await (await city.visit(errand)).text();
    expect(done).toContain("需要履行他人不能代替的公务。局长当日须参加防汛调度。");
    expect(done).toContain(`<a href="../${link}">返回`);
  });

  it("is told once by a link, and the report is still to be made by it", async () => {
    const city = await aCity();
    const link = mailTo(city, AGENCY, "hearing-notice");
    const page = await (await city.visit(`${link}/obstacle`)).text();
    expect((await city.visit(`${link}/obstacle`, { ...OBSTACLE, ...values(page) })).status).toBe(303);
    expect((await city.visit(`${link}/obstacle`, { ...OBSTACLE, ...values(page) })).status).toBe(409);
    expect(fileOf(city)?.obstacles).toHaveLength(1);
    const report = await (await city.visit(link)).text();
    expect(report).toContain("局长当日须参加防汛调度。");
    expect((await city.visit(link, { ...REPORT, ...values(report) })).status).toBe(303);

    expect((await city.visit(`${link}/obstacle`, { do: "fresh-link", want: "yes" })).status).toBe(200);
    const fresh = mailTo(city, AGENCY, "desk-link");
    const again = await (await city.visit(`${fresh}/obstacle`)).text();
    expect((await city.visit(`${fresh}/obstacle`, { ...OBSTACLE, ...values(again) })).status).toBe(303);
    expect(fileOf(city)?.obstacles).toHaveLength(2);
  });

  it("needs a reason of the law, and nobody but the agency has the page", async () => {
    const city = await aCity();
    const link = mailTo(city, AGENCY, "hearing-notice");
    const page = await (await city.visit(`${link}/obstacle`)).text();
    const empty = await city.visit(`${link}/obstacle`, { by: "李明", do: "submit", ...values(page) });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('<a href="#ground">');
    const report = await (await city.visit(link)).text();
    await city.visit(link, { ...REPORT, ...values(report) });
    const bureau = mailTo(city, BUREAU, "report-received");
    for (const part of ["obstacle", "constructor", "nothing"]) {
      expect((await city.visit(`${bureau}/${part}`)).status).toBe(404);
      expect((await city.visit(`${bureau}/${part}`, OBSTACLE)).status).toBe(404);
    }
    expect((await city.visit(`${link}/constructor`)).status).toBe(404);
    expect(fileOf(city)?.obstacles).toEqual([]);
  });
});

describe("the court", () => {
  it("drops a note, and its words reach the agency and its page", async () => {
    const city = await aCity();
    const note = `沂南县人民法院
庭前提示
案号：${CASE}
被告：沂南县公安局
请负责人携带身份证明于8时40分前到庭，接受安检。
庭审将围绕听证程序进行，请准备说明。
书记员：马超
2026年9月8日
`;
    expect(await city.put(COURT_FOLDER, "提示.txt", bytes(note))).toBe("read");
    await city.until("2026-09-09T10:00:00+08:00" as never);
    const [told, ...more] = city.sent.filter(({ notice }) => notice.content.kind === "court-note");
    expect(more).toEqual([]);
    expect(told?.notice).toMatchObject({ recipient: { address: AGENCY } });
    expect(told?.notice.content).toMatchObject({
      text: "请负责人携带身份证明于8时40分前到庭，接受安检。\n庭审将围绕听证程序进行，请准备说明。",
    });
    const page = await (await city.visit(mailTo(city, AGENCY, "hearing-notice"))).text();
    expect(page).toContain("接受安检");
    expect(fileOf(city)?.state).toBe("awaiting-hearing");
  });

  it("has a note of no known case looked at", async () => {
    const city = await aCity();
    const note = `沂南县人民法院\n开庭注意事项\n案号：（2026）鲁1321行初999号\n请提前到庭。\n`;
    expect(await city.put(COURT_FOLDER, "note.txt", bytes(note))).toBe("needs-review");
  });

  it("notifies the head to appear, and the agency and its head are told", async () => {
    const city = await aCity();
    const notice = `沂南县人民法院
出庭通知书
${CASE}
沂南县公安局：
本院受理的陈建诉你局行政处罚一案，定于2026年9月24日上午9时00分在本院第五审判庭开庭审理。依照《最高人民法院关于行政机关负责人出庭应诉若干问题的规定》第四条，通知你局负责人出庭应诉。
2026年9月8日
`;
    await city.until("2026-09-08T11:00:00+08:00" as never);
    expect(await city.put(COURT_FOLDER, "出庭.txt", bytes(notice))).toBe("read");
    // Two weeks before the hearing it comes with the mail of the next morning, to the head as well.
    await city.until("2026-09-09T10:00:00+08:00" as never);
    const told = city.sent
      .filter(({ notice }) => notice.content.kind === "appearance-notice")
      .map(({ at, notice }) => `${civilDateAt(at)} ${notice.recipient.address}`);
    expect(told.toSorted()).toEqual([`2026-09-09 ${AGENCY}`, "2026-09-09 head@yinan-police.example.org"]);
    const page = await (await city.visit(mailTo(city, AGENCY, "hearing-notice"))).text();
    expect(page).toContain("法院已通知负责人出庭");
  });
});
