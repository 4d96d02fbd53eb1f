/** A planned observation (旁听计划), from the diary's hearing to who came, and the year's coverage; on the city in memory. */
import { beforeEach, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import type { NoticeKind } from "../../../shared/domain/notices/notice-kinds.ts";
import type { Observation } from "../../../shared/domain/programme/entry.ts";
import type { Year } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";
import { COURT_FOLDER, summonsText, values } from "../../support/desk-city.ts";
import { memoryCity } from "../../support/memory-city.ts";

const AGENCY = "fazhi@yinan-police.example.org";
const COUNTY = "yingsu@yinan-justice.example.org";

let city: ReturnType<typeof memoryCity>;
let programme: string;
beforeEach(async () => {
  city = memoryCity(at("08-31"));
  await city.upload(DIRECTORY);
  await city.until(at("09-07", "10:00"));
  await city.put(COURT_FOLDER, "summons.txt", summonsText());
  programme =
    city.sent.find(
      ({ notice }) => notice.recipient.address === COUNTY && notice.content.kind === "programme-plan",
    )?.token ?? expect.fail("no plan");
});

const mails = (kind: NoticeKind) => city.sent.filter(({ notice }) => notice.content.kind === kind);
const read = async (path: string) => (await city.visit(path)).text();
const observation = async () =>
  (await city.records.programme("沂南县", "2026" as Year)).find((one) => one.kind === "observation") as
    | Observation
    | undefined;
async function fill(path: string, form: Readonly<Record<string, string>>) {
  return city.visit(path, { ...values(await read(path)), ...form });
}
async function place(part: string) {
  const id = (await observation())?.id ?? expect.fail("none");
  return `${programme}/${part}?${new URLSearchParams({ of: "沂南县", year: "2026", kind: "observation", id })}`;
}
const PLAN = {
  caseNumber: "（2026）鲁1321行初23号",
  cause: "治安行政处罚",
  date: "2026-09-22",
  time: "9:00",
  court: "沂南县人民法院",
  place: "第五审判庭",
  seats: "6",
  invited: "沂南县公安局，3人\n县医院，2人",
  study: "yes",
  by: "王芳",
  do: "submit",
};

describe("a planned observation", () => {
  it("offers the hearings of the bureau's diary", async () => {
    const page = await read(`${programme}/plan`);
    expect(page).toContain("（2026）鲁1321行初77号");
    const [, query = ""] = /plan\?([^"]+)"/.exec(page) ?? [];
    const filled = await read(`${programme}/plan?${query.replaceAll("&amp;", "&")}`);
    expect(filled).toContain('value="2026-09-24"');
    expect(filled).toContain('value="09:00"');
  });

  it("invites each unit of the directory with its seats and a calendar entry, and counts for nothing yet", async () => {
    expect((await fill(`${programme}/plan`, PLAN)).status).toBe(303);
    const [mail, ...more] = mails("observation-invited");
    expect([mail?.notice.recipient.address, more]).toEqual([AGENCY, []]);
    expect(mail?.notice.content).toMatchObject({
      seats: 3,
      observation: { place: "第五审判庭", study: true },
    });
    expect(mail?.subject).toContain("旁听庭审");
    const page = await read(await place("entry"));
    expect(page).toContain("6个，已安排5个");
    expect(page).toContain("县医院，2人（名录中没有，请自行通知）");
    expect(await read(programme)).toContain("0次，全年不少于2次");
  });

  it("takes no more than there are seats, and each unit once", async () => {
    const many = await fill(`${programme}/plan`, { ...PLAN, seats: "4" });
    expect([many.status, await many.text()]).toEqual([422, expect.stringContaining("超过旁听席位4个")]);
    const twice = { ...PLAN, invited: "沂南县公安局，1人\n沂南县公安局，1人" };
    expect((await fill(`${programme}/plan`, twice)).status).toBe(422);
    expect(await observation()).toBeUndefined();
  });

  it("is moved: the unit hears of it anew, and one no longer invited that it is off", async () => {
    await fill(`${programme}/plan`, PLAN);
    const moved = { ...PLAN, date: "2026-09-29", invited: "沂南县界湖街道办事处，2人" };
    expect((await fill(await place("plan"), moved)).status).toBe(303);
    expect(mails("observation-cancelled").map(({ notice }) => notice.recipient.address)).toEqual([AGENCY]);
    expect(mails("observation-invited").at(-1)?.notice.content).toMatchObject({
      sequence: 1,
      observation: { date: "2026-09-29" },
    });
    expect(await observation()).toMatchObject({ date: "2026-09-29", revision: 2 });
  });

  it("is called off with word to whoever was invited", async () => {
    await fill(`${programme}/plan`, PLAN);
    await fill(await place("entry"), { reason: "延期开庭。", by: "王芳", do: "withdraw" });
    expect(mails("observation-cancelled").map(({ notice }) => notice.content)).toMatchObject([
      { reason: "延期开庭。", by: "王芳" },
    ]);
  });

  it("asks the bureau who came, and counts from then on, with the heads by name", async () => {
    await fill(`${programme}/plan`, PLAN);
    await city.until(at("09-24", "10:00"));
    expect(
      city.sent.some(({ notice }) => JSON.stringify(notice.content).includes("observation-to-record")),
    ).toBe(true);
    expect(await read(programme)).toContain("旁听情况待登记");
    const came = {
      date: PLAN.date,
      caseNumber: PLAN.caseNumber,
      cause: PLAN.cause,
      court: PLAN.court,
      participants: "沂南县公安局，3人，负责人龙涛、李明\n县医院，1人",
      by: "王芳",
      do: "submit",
    };
    expect((await fill(await place("observation"), came)).status).toBe(303);
    expect(await observation()).toMatchObject({
      change: { what: "attended" },
      plan: { seats: 6 },
      participants: [
        { unit: "沂南县公安局", people: 3, heads: ["龙涛", "李明"] },
        { unit: "县医院", people: 1 },
      ],
    });
    expect(await read(programme)).toContain("1次，全年不少于2次");
    expect((await fill(await place("plan"), PLAN)).status).toBe(422);
    const page = await read(`${programme}/coverage`);
    expect(page).toContain("1次，3人");
    expect(page).toContain("沂南县界湖街道办事处（未参加）");
    expect(page).toContain("县医院");
  });
});
