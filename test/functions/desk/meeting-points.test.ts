/** What a joint meeting agreed, from the court's topic over the meeting to the next one, from mail to mail, on the city in memory. */
import { beforeEach, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import type { NoticeKind } from "../../../shared/domain/notices/notice-kinds.ts";
import type { EntryOf, ProgrammeKind } from "../../../shared/domain/programme/entry.ts";
import type { Year } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";
import { values } from "../../support/desk-city.ts";
import { memoryCity } from "../../support/memory-city.ts";
import { signedIn } from "../../support/signed-in.ts";

const AGENCY = "fazhi@linyi-police.example.org";
const CITY = "yingsu@linyi-justice.example.org";
const COURT = "clerk@yinan-court.example.org";

let city: ReturnType<typeof memoryCity>;
let programme: string;
beforeEach(async () => {
  city = memoryCity(at("08-31"));
  await city.upload(DIRECTORY);
  await city.until(at("09-07", "10:00"));
  programme =
    city.sent.find(
      ({ notice }) => notice.recipient.address === CITY && notice.content.kind === "programme-plan",
    )?.token ?? expect.fail("no plan");
});

const mails = (kind: NoticeKind) => city.sent.filter(({ notice }) => notice.content.kind === kind);
const read = async (path: string) => (await city.visit(path)).text();
async function entries<Kind extends ProgrammeKind>(kind: Kind): Promise<readonly EntryOf<Kind>[]> {
  const all = await city.records.programme("市本级", "2026" as Year);
  return all.filter((one) => one.kind === kind) as unknown as readonly EntryOf<Kind>[];
}
async function fill(path: string, form: Readonly<Record<string, string>>) {
  return city.visit(path, { ...values(await read(path)), ...form });
}
const placeOf = (kind: ProgrammeKind, id: string) =>
  `${programme}/entry?${new URLSearchParams({ of: "市本级", year: "2026", kind, id })}`;
const MEETING = {
  date: "2026-09-04",
  place: "市司法局三楼会议室",
  participants: "临沂市司法局，4人\n临沂市中级人民法院，5人",
  topics: "庭审笔录写明负责人职务",
  point0: "集中核对上半年庭审笔录和台账。",
  owner0: "临沂市公安局",
  due0: "2026-09-30",
  point1: "编印出庭应诉手册。",
  owner1: "编写小组",
  due1: "2026-10-30",
  by: "王芳",
  do: "submit",
};
const meeting = async (date: string) =>
  (await entries("meeting")).find((one) => one.date === date) ?? expect.fail(date);

describe("points of a joint meeting", () => {
  it("are reminded of at whoever sees to them, and told to the bureau where they are overdue", async () => {
    expect((await fill(`${programme}/meeting`, MEETING)).status).toBe(303);
    // 2026-09-30 is a Wednesday; three days before is Sunday the 27th, so that Friday the 25th (Mid-Autumn) is no working day either.
    await city.until(at("09-24", "10:00"));
    expect(
      mails("meeting-point-due").map(({ notice }) => [notice.recipient.address, notice.content]),
    ).toMatchObject([[AGENCY, { text: MEETING.point0, due: "2026-09-30", daysOver: -3 }]]);
    // The day after is the first of the National Day's holidays.
    await city.until(at("10-08", "10:00"));
    expect(mails("meeting-point-due").at(-1)?.notice.content).toMatchObject({ daysOver: 7 });
    expect(await read(programme)).toContain("议定事项逾期");
  });

  it("are settled by the bureau with what was done, and are quiet then", async () => {
    await fill(`${programme}/meeting`, MEETING);
    const { id } = await meeting("2026-09-04");
    const page = await read(placeOf("meeting", id));
    expect(page).toContain("名录中没有，系统不提醒");
    const settled = { point: "1", text: "已核对完毕，更正3件。", by: "王芳", do: "submit" };
    expect((await fill(placeOf("meeting", id), settled)).status).toBe(303);
    expect(await read(placeOf("meeting", id))).toContain("已落实：已核对完毕，更正3件。");
    await city.until(at("10-12", "10:00"));
    expect(mails("meeting-point-due")).toEqual([]);

    const back = { reason: "登记错了事项。", by: "王芳", do: "take-back" };
    const late = await fill(placeOf("meeting", id), back);
    expect(late.status).toBe(409);
  });

  it("can be opened again within the day, and correcting the meeting keeps what was settled", async () => {
    await fill(`${programme}/meeting`, MEETING);
    const { id } = await meeting("2026-09-04");
    await fill(placeOf("meeting", id), { point: "2", text: "已印发。", by: "王芳", do: "submit" });
    await fill(`${programme}/meeting?${placeOf("meeting", id).split("?")[1]}`, { ...MEETING, place: "法院" });
    expect(await meeting("2026-09-04")).toMatchObject({
      place: "法院",
      points: [{ id: "1" }, { id: "2", settled: { text: "已印发。" } }],
    });
    await fill(placeOf("meeting", id), { point: "1", text: "已核对。", by: "王芳", do: "submit" });
    await fill(placeOf("meeting", id), { reason: "尚未核对。", by: "王芳", do: "take-back" });
    expect((await meeting("2026-09-04")).points.map(({ settled }) => settled !== undefined)).toEqual([
      false,
      true,
    ]);
  });

  it("that are open begin the next meeting's record, and go on there", async () => {
    await fill(`${programme}/meeting`, MEETING);
    const { id } = await meeting("2026-09-04");
    await fill(placeOf("meeting", id), { point: "2", text: "已印发。", by: "王芳", do: "submit" });
    await city.until(at("09-18", "10:00"));
    const page = await read(`${programme}/meeting`);
    expect(page).toContain("集中核对上半年庭审笔录和台账。");
    expect(page).not.toContain("编印出庭应诉手册");
    const next = { ...MEETING, date: "2026-09-17", due0: "2026-11-30", point1: "", owner1: "", due1: "" };
    expect((await fill(`${programme}/meeting`, next)).status).toBe(303);
    expect((await meeting("2026-09-17")).points).toMatchObject([
      { text: MEETING.point0, due: "2026-11-30", carriedFrom: { meeting: id, point: "1" } },
    ]);
    expect(await read(placeOf("meeting", id))).toContain("转入下次会议");
    await city.until(at("10-12", "10:00"));
    expect(mails("meeting-point-due")).toEqual([]);

    // The later meeting was recorded by mistake: the point is the first one's again.
    const wrong = await meeting("2026-09-17");
    await fill(placeOf("meeting", wrong.id), { reason: "登记有误。", by: "王芳", do: "withdraw" });
    expect(await read(placeOf("meeting", id))).toContain("未落实（已逾期）");
  });

  it("asks for more rows without losing what was typed", async () => {
    const more = await city.visit(`${programme}/meeting`, {
      ...values(await read(`${programme}/meeting`)),
      ...MEETING,
      do: "rows",
    });
    const page = await more.text();
    expect(more.status).toBe(200);
    expect(page).toContain('name="point6"');
    expect(page).toContain(MEETING.point0);
    expect(await entries("meeting")).toEqual([]);
  });
});

describe("a court's topic", () => {
  const TOPIC = { text: "应诉材料提交不及时", why: "上半年有三件。", by: "刘法官" };

  async function proposed() {
    const browser = await signedIn(city, COURT);
    const page = await (await browser.get("/at/yinan-court/topics")).text();
    await browser.fill(page, TOPIC, "propose");
    return browser;
  }

  it("comes from its workspace, is answered, and stands on the agenda and in the meeting's record", async () => {
    const browser = await proposed();
    const [topic] = await entries("topic");
    expect(topic).toMatchObject({
      ...{ text: TOPIC.text, why: TOPIC.why },
      court: { name: "沂南县人民法院" },
    });
    expect(await read(programme)).toContain("议题待答复");
    const answer = { verdict: "accept", text: "下次会议讨论。", by: "王芳", do: "submit" };
    expect((await fill(placeOf("topic", topic?.id ?? ""), answer)).status).toBe(303);
    expect(mails("topic-answered").map(({ notice }) => notice.recipient.address)).toEqual([COURT]);
    expect(await (await browser.get("/at/yinan-court/topics")).text()).toContain("列入议程：下次会议讨论。");
  });

  it("tells the bureau in its digest, and can be taken back until it is answered", async () => {
    const browser = await proposed();
    const page = await (await browser.get("/at/yinan-court/topics")).text();
    await browser.fill(page, { by: "刘法官" }, "withdraw");
    expect(await entries("topic")).toMatchObject([{ withdrawn: "提出的法院撤回。" }]);
    expect(await (await browser.get("/at/yinan-court/topics")).text()).toContain("已撤回");
    await city.until(at("09-08", "18:00"));
    expect(city.sent.some(({ notice }) => JSON.stringify(notice.content).includes("topic-proposed"))).toBe(
      true,
    );
  });

  it("is needed to be said, and is no other court's to take back", async () => {
    const browser = await signedIn(city, COURT);
    const page = await (await browser.get("/at/yinan-court/topics")).text();
    const empty = await browser.fill(page, { by: "刘法官" }, "propose");
    expect(empty.status).toBe(422);
    await proposed();
    const [topic] = await entries("topic");
    const other = await signedIn(city, "clerk@lanshan-court.example.org");
    const theirs = await (await other.get("/at/lanshan-court/topics")).text();
    const refused = await other.fill(theirs, { by: "某", do: "withdraw", topic: topic?.id ?? "" }, "propose");
    expect(refused.status).toBe(422);
    expect((await entries("topic"))[0]?.withdrawn).toBeUndefined();
  });
});
