/** The reconciliation of record and filing from mail to mail, on the city in memory. */
import { describe, expect, it } from "vitest";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { civilDateAt, parseMonth } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, FILING, mailTo, recordText, values } from "../../support/desk-city.ts";

const [LEGAL, COURT, BUREAU] = [
  "fazhi@yinan-police.example.org",
  "clerk@yinan-court.example.org",
  "yingsu@yinan-justice.example.org",
];
const AGENCY = "沂南县公安局";
type City = Awaited<ReturnType<typeof aCity>>;
const found = (city: City) => {
  const file = city.table.cases.get(caseNumber(CASE))?.file;
  return file && attendanceOf(file, AGENCY);
};
const september = async (city: City) => {
  const month = parseMonth("2026-09");
  if (month === undefined) throw new Error("no month");
  return Array.fromAsync(city.records.monthRows("3713", month));
};

/** The filing says that 龙涛 was there, the record that nobody was; the agency hears of it with its mail of the next morning. */
async function differing() {
  const city = await aCity();
  await city.until(at("09-28", "10:00"));
  const link = mailTo(city, LEGAL, "filing-due");
  await city.visit(link, { ...FILING, ...values(await (await city.visit(link)).text()) });
  await city.put(COURT_FOLDER, "record.txt", recordText("被告负责人未出庭。"));
  await city.until(at("09-29", "10:00"));
  return city;
}
const form = async (city: City, link: string) => values(await (await city.visit(link)).text());
/** The choice by which a source's words hold; one's own are called so. */
const chosen = (page: string, source: string) => {
  const [, kind = source] = /^(?:行政机关|法院)?(.+)$/.exec(source) ?? [];
  return (
    new RegExp(`value="(v\\d)"[^>]*> 以(?:本单位|本院|行政机关|法院)?${kind}为准`).exec(page)?.[1] ?? "none"
  );
};

describe("a difference between record and filing", () => {
  it("says of each choice whose words hold and whose are wrong, and until when the answer counts", async () => {
    const city = await differing();
    const [agency, court] = [LEGAL, COURT].map((address) => mailTo(city, address, "attendance-difference"));
    const choices = async (link = "") =>
      [...(await (await city.visit(link)).text()).matchAll(/name="choice" value="v\d"> ([^<]+)</g)].map(
        ([, text]) => text,
      );
    expect(await choices(agency)).toEqual([
      expect.stringMatching(/^以庭审笔录为准：.*。本单位备案有误$/),
      expect.stringMatching(/^以本单位备案为准：.*。庭审笔录有误$/),
    ]);
    expect(await choices(court)).toEqual([
      expect.stringMatching(/^以本院庭审笔录为准：.*。行政机关备案有误$/),
      expect.stringMatching(/^以行政机关备案为准：.*。本院庭审笔录有误$/),
    ]);
    const letter = city.sent.findLast(({ notice }) => notice.content.kind === "attendance-difference");
    // Put on Monday; its last day is in the National Day holiday and rolls to the 8th, the bureau decides on the 9th.
    expect(letter?.notice.content).toMatchObject({ answerBy: "2026-10-08" });
    expect(await (await city.visit(agency ?? "")).text()).toContain(
      "2026年10月8日（星期四）前（含当日），逾期由司法局认定",
    );
  });

  it("goes to agency and court with what each says, and the bulletin shows it", async () => {
    const city = await differing();
    for (const address of [LEGAL, COURT]) {
      const page = await (await city.visit(mailTo(city, address, "attendance-difference"))).text();
      expect(page).toContain("庭审笔录");
      expect(page).toContain("行政机关备案");
      expect(page).toContain("龙涛");
    }
    expect(await september(city)).toMatchObject([{ present: false, openDifference: true }]);
  });

  it("the court that corrects itself settles it: the row, the mails and the trail say so", async () => {
    const city = await differing();
    const link = mailTo(city, COURT, "attendance-difference");
    const page = await (await city.visit(link)).text();
    const corrected = { choice: chosen(page, "行政机关备案"), by: "马超", do: "submit", ...values(page) };
    expect((await city.visit(link, corrected)).status).toBe(303);
    expect(found(city)).toMatchObject({ present: true, difference: false });
    expect(await september(city)).toMatchObject([
      { present: true, headName: "龙涛", rank: "deputy", openDifference: false },
    ]);
    const settled = () =>
      city.sent
        .filter(({ notice }) => notice.content.kind === "difference-settled")
        .map(({ at: left, notice }) => `${civilDateAt(left)} ${notice.recipient.address}`);
    expect(settled()).toEqual([`2026-09-29 ${COURT}`]);
    const trail = (await city.records.history(caseNumber(CASE))).filter(({ event }) =>
      event.type.startsWith("difference-"),
    );
    expect(trail).toMatchObject([
      {
        cause: expect.stringMatching(/^link:/),
        event: { answer: { by: "马超", side: "court", source: "filing" } },
      },
      { event: { settlement: { by: "马超", settledBy: "both-sides" } } },
    ]);
    const other = await city.visit(mailTo(city, LEGAL, "attendance-difference"));
    expect(other.status).toBe(409);
    expect(await other.text()).toContain("不需要再核对");
    await city.until(at("10-20"));
    expect(settled()).toEqual([`2026-09-29 ${COURT}`, `2026-09-30 ${LEGAL}`]);
    expect(city.sent.map(({ notice }) => notice.content.kind)).not.toContain("difference-standing");
  });

  it("who insists must say why; then the bureau decides, and its reason is told", async () => {
    const city = await differing();
    for (const [address, own] of [
      [LEGAL, "行政机关备案"],
      [COURT, "庭审笔录"],
    ] as const) {
      const link = mailTo(city, address, "attendance-difference");
      const page = await (await city.visit(link)).text();
      const insists = { choice: chosen(page, own), by: "某人", do: "submit", ...values(page) };
      const asked = await city.visit(link, insists);
      expect(asked.status).toBe(422);
      expect(await asked.text()).toContain('<a href="#reason">');
      expect((await city.visit(link, { ...insists, reason: "以签到表为据" })).status).toBe(303);
    }
    const link = mailTo(city, BUREAU, "difference-standing");
    const page = await (await city.visit(link)).text();
    expect(page).toContain("以签到表为据");
    const decided = { choice: chosen(page, "行政机关备案"), reason: "录像可证", by: "王芳", do: "submit" };
    expect((await city.visit(link, { ...decided, ...values(page) })).status).toBe(303);
    expect(found(city)).toMatchObject({ present: true, difference: false });
    expect(city.sent.at(-1)?.notice.content).toMatchObject({ settledBy: "bureau", reason: "录像可证" });
  });

  it("nobody answers: both are reminded, then the bureau is asked, once", async () => {
    const city = await differing();
    await city.until(at("10-30"));
    const kinds = (address: string) =>
      city.sent
        .filter(({ notice }) => notice.recipient.address === address && "sitting" in notice.content)
        .map(({ at: left, notice }) => `${left.slice(5, 10)} ${notice.content.kind}`);
    expect([kinds(LEGAL), kinds(COURT), kinds(BUREAU)]).toEqual([
      ["09-29 attendance-difference", "09-30 attendance-difference"],
      ["09-28 attendance-difference", "09-30 attendance-difference"],
      ["10-09 difference-standing"],
    ]);
  });

  it("none of both is right: what is typed instead holds where the other side says the same", async () => {
    const city = await differing();
    const right = {
      choice: "other",
      reason: "出庭的是局长",
      attended: "yes",
      headName: "赵刚",
      headTitle: "局长",
      headRank: "principal",
      spoke: "yes",
      by: "某人",
      do: "submit",
    };
    const court = mailTo(city, COURT, "attendance-difference");
    expect((await city.visit(court, { ...right, ...(await form(city, court)) })).status).toBe(303);
    expect(found(city)).toMatchObject({ difference: true });
    const agency = mailTo(city, LEGAL, "attendance-difference");
    expect((await city.visit(agency, { ...right, ...(await form(city, agency)) })).status).toBe(303);
    expect(await september(city)).toMatchObject([{ present: true, headName: "赵刚", rank: "principal" }]);
  });

  it("two answer at once: the second sees the first's answer and loses nothing typed", async () => {
    const city = await differing();
    const [agency, court] = [
      mailTo(city, LEGAL, "attendance-difference"),
      mailTo(city, COURT, "attendance-difference"),
    ];
    const [first, second] = [await (await city.visit(agency)).text(), await (await city.visit(court)).text()];
    const insists = { choice: chosen(first, "行政机关备案"), reason: "有签到表", by: "李明", do: "submit" };
    expect((await city.visit(agency, { ...insists, ...values(first) })).status).toBe(303);
    const late = { choice: chosen(second, "庭审笔录"), reason: "笔录无误", by: "马超", do: "submit" };
    const answer = await city.visit(court, { ...late, ...values(second) });
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain("有签到表");
    expect(html).toContain("笔录无误");
    expect((await city.visit(court, { ...late, ...values(html) })).status).toBe(303);
  });

  it("says nothing while a filing agrees with the record", async () => {
    const city = await aCity();
    await city.until(at("09-28", "10:00"));
    const link = mailTo(city, LEGAL, "filing-due");
    await city.visit(link, { ...FILING, ...(await form(city, link)) });
    await city.put(COURT_FOLDER, "record.txt", recordText("出庭负责人：龙涛，副局长。"));
    await city.until(at("10-12"));
    expect(city.sent.filter(({ notice }) => "sitting" in notice.content)).toEqual([]);
  });
});
