/** 出庭障碍答复: what an agency reports to its court is answered by the court's link, from mail to mail, on the city in memory. */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { readLink, signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, mailTo, summonsText, values } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { formsOf } from "../../support/page-forms.ts";

type City = Awaited<ReturnType<typeof aCity>>;
type Form = Readonly<Record<string, string>>;
const AGENCY = "fazhi@yinan-police.example.org";
const HEAD = "head@yinan-police.example.org";
const COURT = "clerk@yinan-court.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";

const fileOf = (city: City) => city.table.cases.get(caseNumber(CASE))?.file;
const text = async (city: City, token: string) => (await city.visit(token)).text();
const mailsSince = (city: City, before: number) =>
  city.sent.slice(before).map(({ notice }) => `${notice.content.kind} ${notice.recipient.address}`);

const OBSTACLE = {
  ground: "irreplaceable-duty",
  explanation: "局长当日须参加防汛调度。",
  by: "李明",
  do: "submit",
};
const ANSWER = { reason: "该会议可由其他负责人参加。", by: "赵敬", do: "submit" };

/** The city once an agency has reported an obstacle, with the link that its court got. */
async function reported(now: Instant = at("09-10", "10:00")) {
  const city = await aCity();
  await city.until(now);
  const link = mailTo(city, AGENCY, "hearing-notice");
  const errand = `${link}/obstacle`;
  expect((await city.visit(errand, { ...OBSTACLE, ...values(await text(city, errand)) })).status).toBe(303);
  return { city, agency: link, court: mailTo(city, COURT, "obstacle-reported") };
}

/** As a browser does: without confirming anything. */
const asSent = async (city: City, token: string, form: Form) =>
  city.pages.request(`/${token}`, { method: "POST", body: new URLSearchParams(form) });

/** Fills in the court's form; the page that shows what will happen. */
async function previewed(city: City, token: string, verdict: string): Promise<string> {
  const answer = await asSent(city, token, { ...ANSWER, verdict, ...values(await text(city, token)) });
  expect(answer.status).toBe(200);
  return answer.text();
}

const confirmOn = (page: string): Form =>
  formsOf(page).find(({ untouched }) => "confirmed" in untouched)?.untouched ??
  expect.fail("nothing to confirm");

async function answered(city: City, token: string, verdict: string): Promise<readonly string[]> {
  const page = await previewed(city, token, verdict);
  const before = city.sent.length;
  expect((await city.visit(token, confirmOn(page))).status).toBe(303);
  return mailsSince(city, before);
}

/** The same link made out to somebody else. */
function linkFor(token: string, recipient: string): string {
  const reading = readLink(token, LINK_KEYS, at("09-10"));
  if (reading.state === "forged") throw new Error("forged");
  return signLink(
    { ...reading.link, recipient: recipient as OrganisationId, nonce: `OTHER${recipient}` },
    LINK_KEYS,
  );
}

function undoOn(page: string): string {
  return /href="([^"]+)">撤回/.exec(page)?.[1]?.split("/").at(-1) ?? expect.fail("no way to take it back");
}

async function takenBack(city: City, token: string): Promise<number> {
  const form = { ...values(await text(city, token)), reason: "看错了案件。", by: "赵敬", do: "submit" };
  return (await city.visit(token, form)).status;
}

describe("a court that doesn't allow it", () => {
  it("sees beforehand whom it tells; agency, head and bureau hear of it with the hour, and it has a receipt", async () => {
    const { city, agency, court } = await reported();
    const { version } = fileOf(city) ?? {};
    const page = await previewed(city, court, "refused");
    expect(page).toContain("尚未保存");
    expect(page).toMatch(/将通知.*沂南县公安局.*不准许，负责人应当出庭（9月24日9:00）/su);
    expect(fileOf(city)?.version).toBe(version);
    const before = city.sent.length;
    expect((await city.visit(court, confirmOn(page))).status).toBe(303);
    expect(mailsSince(city, before).toSorted()).toEqual(
      [
        `obstacle-answered ${AGENCY}`,
        `obstacle-answered ${HEAD}`,
        `obstacle-answered ${BUREAU}`,
        `receipt ${COURT}`,
      ].toSorted(),
    );
    const history = await city.records.history(caseNumber(CASE));
    expect(history.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ type: "obstacle-answered", answer: expect.objectContaining({ by: "赵敬" }) }),
    );
    expect(await text(city, agency)).toContain("不准许，负责人应当出庭。该会议可由其他负责人参加。");
    // By the letter's link another head can be reported.
    expect(mailTo(city, AGENCY, "obstacle-answered")).toBeDefined();
    const [row] = [...city.table.boardRows.values()].flatMap(({ agencies }) => agencies);
    expect(row?.flags).toEqual(["obstacle-refused"]);
  });

  it("answers once: a second click and a second link are told what was answered", async () => {
    const { city, court } = await reported();
    const page = await previewed(city, court, "refused");
    expect((await city.visit(court, confirmOn(page))).status).toBe(303);
    const again = await city.visit(court, confirmOn(page));
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("赵敬已于");
    await city.visit(court, { want: "yes", do: "fresh-link" });
    const fresh = await city.visit(mailTo(city, COURT, "desk-link"));
    const words = await fresh.text();
    expect(words).toContain("这次出庭障碍已经答复");
    expect(words).toContain("该会议可由其他负责人参加。");
    expect(fileOf(city)?.obstacles).toHaveLength(1);
  });
});

describe("a court that puts the hearing off", () => {
  it("ends all that was owed for the day: nothing is asked or urged until a new summons, which counts anew", async () => {
    const { city, court } = await reported();
    const told = await answered(city, court, "put-off");
    expect(told.toSorted()).toEqual(
      [
        `hearing-changed ${AGENCY}`,
        `hearing-changed ${HEAD}`,
        `obstacle-answered ${BUREAU}`,
        `receipt ${COURT}`,
      ].toSorted(),
    );
    expect(
      city.sent.findLast(({ notice }) => notice.recipient.address === AGENCY)?.notice.content,
    ).toMatchObject({
      granted: { reason: ANSWER.reason, by: ANSWER.by },
    });
    expect(fileOf(city)).toMatchObject({ state: "postponed" });
    expect(fileOf(city)?.deadlines.filter(({ status }) => status === "open")).toEqual([]);
    const before = city.sent.length;
    await city.until(at("09-30", "18:00"));
    expect(mailsSince(city, before).filter((one) => one.endsWith(AGENCY) || one.endsWith(HEAD))).toEqual([]);

    const anew = new TextDecoder()
      .decode(summonsText())
      .replace("2026年9月24日", "2026年10月20日")
      .replace("2026年9月7日", "2026年9月30日");
    await city.put(COURT_FOLDER, "anew.txt", new TextEncoder().encode(anew));
    expect(fileOf(city)).toMatchObject({ state: "awaiting-hearing", hearing: { date: "2026-10-20" } });
    const open = fileOf(city)?.deadlines.filter(({ status }) => status === "open");
    expect(open?.map(({ kind }) => kind)).toEqual(["report", "filing"]);
  });
});

describe("a court that lets the head stay away", () => {
  it("has the reminders ask for staff, and none goes to the head", async () => {
    const { city, court } = await reported();
    await answered(city, court, "excused");
    const before = city.sent.length;
    await city.until(at("09-24", "08:00"));
    const reminders = city.sent
      .slice(before)
      .filter(({ notice }) => notice.content.kind === "hearing-reminder");
    expect(reminders.map(({ notice }) => notice.recipient.address)).not.toContain(HEAD);
    expect(reminders.at(-1)?.notice.content).toMatchObject({ daysLeft: 1, excusedByCourt: true });
    expect([...city.table.boardRows.values()].flatMap(({ agencies }) => agencies[0]?.flags)).not.toContain(
      "obstacle-refused",
    );
  });
});

describe("the court's link", () => {
  it("is of no use once the hearing has begun, or is set for another day", async () => {
    const { city, court } = await reported();
    const form = { ...ANSWER, verdict: "refused", ...values(await text(city, court)) };
    await city.until(at("09-24", "09:30"));
    const late = await city.visit(court, form);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("这次开庭已经举行、改期或者取消");
    expect(fileOf(city)?.obstacles[0]?.answer).toBeUndefined();
  });

  it("opens for no other court, and for neither agency nor bureau", async () => {
    const { city, court } = await reported();
    for (const other of ["linyi-court", "yinan-police", "yinan-justice", "lanshan-court"]) {
      const token = linkFor(court, other);
      expect(await text(city, token)).not.toContain("防汛调度");
      await city.visit(token, { ...ANSWER, verdict: "refused", basis: "" });
    }
    expect(fileOf(city)?.obstacles[0]?.answer).toBeUndefined();
  });

  it("asks for a choice, a reason and a name", async () => {
    const { city, court } = await reported();
    const answer = await city.visit(court, { ...values(await text(city, court)), do: "submit" });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const field of ["verdict", "reason", "by"]) expect(page).toContain(`<a href="#${field}">`);
  });
});

describe("an answer taken back", () => {
  it("puts the hearing back where it was, and whoever was told hears so", async () => {
    const { city, court } = await reported();
    await answered(city, court, "put-off");
    const undo = undoOn(await text(city, court));
    const before = city.sent.length;
    expect(await takenBack(city, undo)).toBe(303);
    const file = fileOf(city);
    expect(file).toMatchObject({ state: "awaiting-hearing", hearing: { date: "2026-09-24" } });
    expect(file?.obstacles[0]).not.toHaveProperty("answer");
    expect(file?.deadlines.filter(({ status }) => status === "open")).toHaveLength(2);
    expect(file?.takenBack).toMatchObject([{ act: "obstacle-answer", by: "赵敬", office: "own" }]);
    const told = mailsSince(city, before);
    expect(told).toContain(`taken-back ${BUREAU}`);
    expect(told.some((one) => one.endsWith(AGENCY))).toBe(true);
  });

  it("is the court's alone to take back, not after a new summons, nor an obstacle once it is answered", async () => {
    const { city, agency, court } = await reported();
    const obstacle = undoOn(await text(city, `${agency}/obstacle`));
    await answered(city, court, "put-off");
    expect(await takenBack(city, obstacle)).toBe(409);
    const undo = undoOn(await text(city, court));
    expect(await text(city, linkFor(undo, "yinan-justice"))).not.toContain("看错了");
    expect(await takenBack(city, linkFor(undo, "yinan-justice"))).not.toBe(303);
    const anew = new TextDecoder()
      .decode(summonsText())
      .replace("2026年9月24日", "2026年10月20日")
      .replace("2026年9月7日", "2026年9月10日");
    await city.put(COURT_FOLDER, "anew.txt", new TextEncoder().encode(anew));
    expect(await takenBack(city, undo)).toBe(409);
    expect(fileOf(city)).toMatchObject({ state: "awaiting-hearing", hearing: { date: "2026-10-20" } });
  });
});
