/** One 约谈会 for many units, from the ticked list to what they promised, from mail to mail, on the city in memory. */
import { beforeEach, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { changeEntry } from "../../../shared/casework/programme-entries.ts";
import { takeBackEntry, withdrawSession } from "../../../shared/casework/programme-taking-back.ts";
import type { NoticeKind } from "../../../shared/domain/notices/notice-kinds.ts";
import {
  type EntryOf,
  type ProgrammeKind,
  type ProgrammeRef,
  refOf,
} from "../../../shared/domain/programme/entry.ts";
import type { Year } from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { values } from "../../support/desk-city.ts";
import { memoryCity } from "../../support/memory-city.ts";
import { some } from "../../support/some.ts";

const AGENCY = "fazhi@yinan-police.example.org";
const GOVERNMENT = "fawu@yinan-government.example.org";
const LEDGER = new TextEncoder().encode(
  [
    "案号,原告,被告,开庭日期,负责人是否出庭,是否涉企",
    ...[1, 2, 3, 4].map(
      (n) => `（2026）鲁1321行初${n}号,张某,沂南县公安局,2026-09-1${n},${n > 2 ? "是" : "否"},否`,
    ),
  ].join("\n"),
);

let city: ReturnType<typeof memoryCity>;
let programme: string;
beforeEach(async () => {
  city = memoryCity(at("08-31"));
  await city.upload(DIRECTORY);
  await city.until(at("10-01", "12:00"));
  await city.put("courts/1321/inbox", "台账.csv", LEDGER);
  await city.until(at("10-08", "10:00"));
  programme = mails("interview-candidates")[0]?.token ?? expect.fail("no candidates");
});

const mails = (kind: NoticeKind) => city.sent.filter(({ notice }) => notice.content.kind === kind);
const to = (kind: NoticeKind) => mails(kind).map(({ notice }) => notice.recipient.address);
const read = async (path: string) => (await city.visit(path)).text();
async function entries<Kind extends ProgrammeKind>(kind: Kind): Promise<readonly EntryOf<Kind>[]> {
  const all = await city.records.programme("市本级", "2026" as Year);
  return all.filter((one) => one.kind === kind) as unknown as readonly EntryOf<Kind>[];
}
const session = async () => (await entries("session"))[0] ?? expect.fail("no session");
const unitOf = async (name: string) =>
  (await entries("interview")).find(({ unit }) => unit.name === name) ?? expect.fail(name);
async function fill(path: string, form: Readonly<Record<string, string>>) {
  return city.visit(path, { ...values(await read(path)), ...form });
}
async function place(part: string, more: Readonly<Record<string, string>> = {}) {
  const { id, year } = await session();
  return `${programme}/${part}?${new URLSearchParams({ of: "市本级", year, kind: "session", id, ...more })}`;
}
const CALL = {
  date: "2026-10-15",
  time: "09:00",
  place: "视频会议室（市司法局三楼）",
  demands: "书面说明未出庭原因和整改措施。",
  document: "临司约〔2026〕3号",
  by: "王芳",
  do: "submit",
};
async function ticks() {
  const proposed = await entries("interview");
  return Object.fromEntries(proposed.map(({ year, id }) => [`unit-${year}-${id}`, "yes"]));
}
async function called() {
  return fill(`${programme}/session`, { ...CALL, ...(await ticks()) });
}
const RECORD = {
  attended: "龙涛，局长\n李明，法制大队大队长",
  points: "两件案件负责人未出庭，理由未经法院认可。",
  promise0: "制定负责人出庭应诉制度。",
  due0: "2026-11-16",
  promise1: "全年负责人应出尽出。",
  due1: "2026-12-31",
  followUp: "2026-11-30",
  by: "王芳",
  do: "submit",
};
async function recordedUnit(name: string, form = RECORD) {
  const { id } = await unitOf(name);
  return fill(await place("record", { unit: id }), form);
}

describe("a 约谈会", () => {
  it("is called from the ticked list: one meeting, each unit its own letter with its own number", async () => {
    const page = await read(`${programme}/session`);
    expect(page).toContain("沂南县公安局");
    expect((await called()).status).toBe(303);
    const { date, place: where, units } = await session();
    expect([date, where]).toEqual(["2026-10-15", CALL.place]);
    expect(units.map(({ name }) => name).toSorted()).toEqual(["沂南县", "沂南县公安局"]);
    expect(to("interview-called")).toEqual(expect.arrayContaining([AGENCY, GOVERNMENT]));
    const documents = (await entries("interview")).map((one) => one.called?.document).toSorted();
    expect(documents).toEqual(["临司约〔2026〕3号", "临司约〔2026〕4号"]);
  });

  it("needs a unit, and is called once however often the form is sent", async () => {
    const none = await fill(`${programme}/session`, CALL);
    expect(none.status).toBe(422);
    expect(await none.text()).toContain("请选择参加约谈会的单位");
    const form = { ...values(await read(`${programme}/session`)), ...CALL, ...(await ticks()) };
    for (let time = 0; time < 2; time++)
      expect((await city.visit(`${programme}/session`, form)).status).toBe(303);
    expect(await entries("session")).toHaveLength(1);
    expect(to("interview-called").filter((address) => address === AGENCY)).toHaveLength(1);
  });

  it("is recorded unit by unit: who came, what was said, what each promised with its day", async () => {
    await called();
    await city.until(at("10-15", "14:00"));
    expect((await recordedUnit("沂南县公安局")).status).toBe(303);
    const page = await read(await place("entry"));
    expect(page).toContain("龙涛，局长");
    expect(page).toContain("2026年11月16日前完成");
    expect(page).toContain("尚未登记");
    expect(await unitOf("沂南县公安局")).toMatchObject({
      outcome: { followUp: "2026-11-30", text: expect.stringContaining("承诺：制定负责人出庭应诉制度。") },
    });
    // The other unit's record is asked for once, in one mail for the meeting.
    await city.until(at("10-16", "10:00"));
    expect(mails("session-due").map(({ notice }) => notice.content)).toMatchObject([{ units: ["沂南县"] }]);
    expect(mails("interview-due")).toEqual([]);
  });

  it("asks for attendance, or that nobody came, and for the day of a promise", async () => {
    await called();
    await city.until(at("10-15", "14:00"));
    expect((await recordedUnit("沂南县公安局", { ...RECORD, attended: "" })).status).toBe(422);
    expect((await recordedUnit("沂南县公安局", { ...RECORD, due0: "" })).status).toBe(422);
    const absent = { ...RECORD, attended: "", absent: "yes" };
    expect((await recordedUnit("沂南县公安局", absent)).status).toBe(303);
    expect(await read(await place("entry"))).toContain("未到会");
  });

  it("reminds of promises until they are kept, and tells the bureau of what is overdue", async () => {
    await called();
    await city.until(at("10-15", "14:00"));
    await recordedUnit("沂南县公安局");
    await recordedUnit("沂南县", { ...RECORD, promise0: "", due0: "", promise1: "", due1: "" });
    // 2026-11-16 is a Monday: three days before is the Friday.
    await city.until(at("11-13", "10:00"));
    expect(
      mails("promise-due").map(({ notice }) => [notice.recipient.address, notice.content]),
    ).toMatchObject([[AGENCY, { text: "制定负责人出庭应诉制度。", daysOver: -3 }]]);
    await city.until(at("11-18", "10:00"));
    expect(mails("promise-due").at(-1)?.notice.content).toMatchObject({ daysOver: 1 });
    expect(await read(programme)).toContain("承诺事项逾期");

    const { id } = await unitOf("沂南县公安局");
    const kept = { promise: `${id} 1`, text: "制度已印发。", by: "王芳", do: "submit" };
    expect((await fill(await place("entry"), kept)).status).toBe(303);
    expect(await read(await place("entry"))).toContain("已落实：制度已印发。");
    await city.until(at("11-30", "10:00"));
    expect(mails("promise-due")).toHaveLength(2);
  });

  it("takes a unit's record back with its interview's outcome, within the day", async () => {
    await called();
    await city.until(at("10-15", "14:00"));
    await recordedUnit("沂南县公安局");
    const back = { reason: "登记到了另一单位。", by: "王芳", do: "take-back" };
    expect((await fill(await place("entry"), back)).status).toBe(303);
    expect(some((await session()).units).every(({ record }) => record === undefined)).toBe(true);
    expect((await unitOf("沂南县公安局")).outcome).toBeUndefined();
    expect((await recordedUnit("沂南县公安局")).status).toBe(303);
    await city.until(at("10-20", "14:00"));
    const late = await fill(await place("entry"), back);
    expect(late.status).toBe(409);
    expect(await read(await place("entry"))).not.toContain("撤回上一步</summary>");
  });

  it("is withdrawn as a whole: its units are told, and wait for a decision again", async () => {
    await called();
    const off = { reason: "时间另定。", by: "王芳", do: "withdraw" };
    expect((await fill(await place("entry"), off)).status).toBe(303);
    expect(to("entry-recalled")).toEqual(expect.arrayContaining([AGENCY, GOVERNMENT]));
    expect((await entries("interview")).map((one) => one.called)).toEqual([undefined, undefined]);
    expect((await called()).status).toBe(303);
    expect(to("interview-called").filter((address) => address === AGENCY)).toHaveLength(2);
  });

  it("isn't withdrawn over what a colleague has done to it meanwhile", async () => {
    await called();
    const seen = await session();
    await city.until(at("10-15", "14:00"));
    await recordedUnit("沂南县公安局");
    const act = { at: city.now, by: "王芳", cause: "link:x", form: "x", reason: "时间另定。" };
    const taking = { ...act, revision: seen.revision };
    const decided = { now: city.now, cause: "x", rules: RULES };
    const done = await withdrawSession(city.ports, seen, taking, decided);
    expect(done).toMatchObject({ outcome: "refused", refusal: { type: "entry-changed" } });
    expect((await session()).withdrawn).toBeUndefined();
    expect((await session()).units.some(({ record }) => record !== undefined)).toBe(true);
  });

  it("nor is a record taken back over it", async () => {
    await called();
    await city.until(at("10-15", "14:00"));
    await recordedUnit("沂南县公安局");
    const [seen, unit] = [await session(), await unitOf("沂南县公安局")];
    const decided = { now: city.now, cause: "x", rules: RULES };
    // Between what is read first and what is written.
    let reads = 0;
    const programmeEntry = async (ref: ProgrammeRef) => {
      reads += 1;
      if (reads === 4)
        await changeEntry(city.ports, refOf(unit), "colleague", decided, (entry) => ({
          accepted: true,
          entry: { ...entry, revision: entry.revision + 1, ...{ reason: "同事的更正" } },
        }));
      return city.records.programmeEntry(ref);
    };
    const ports = { ...city.ports, records: { ...city.records, programmeEntry } };
    const taking = { at: city.now, by: "王芳", cause: "link:x", form: "x", reason: "登记错了。" };
    const done = await takeBackEntry(ports, refOf(seen), { ...taking, revision: seen.revision }, decided);
    expect(done).toMatchObject({ outcome: "refused", refusal: { type: "entry-changed" } });
    expect(await unitOf("沂南县公安局")).toMatchObject({ reason: "同事的更正", outcome: unit.outcome });
  });

  it("is no other bureau's to see or to change", async () => {
    await called();
    const other = city.sent.find(
      ({ notice }) =>
        notice.recipient.address === "yingsu@hedong-justice.example.org" &&
        notice.content.kind === "programme-plan",
    )?.token;
    const query = (await place("record")).split("?")[1];
    expect((await city.visit(`${other}/record?${query}`)).status).toBe(409);
    const form = { ...RECORD, form: crypto.randomUUID(), revision: "1" };
    expect((await city.visit(`${other}/record?${query}`, form)).status).toBe(409);
  });

  it("leaves one unit's own interview to the 约谈会", async () => {
    await called();
    await city.until(at("10-15", "14:00"));
    const { id } = await unitOf("沂南县公安局");
    const query = new URLSearchParams({ of: "市本级", year: "2026", kind: "interview", id });
    const page = await read(`${programme}/entry?${query}`);
    expect(page).not.toContain("登记约谈情况");
    expect(page).not.toContain("撤回上一步");
  });
});
