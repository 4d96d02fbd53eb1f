/** The joint meeting's pack (联席会议材料) from the half-year's figures to the invitation, on the city in memory. */
import { beforeEach, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import type { NoticeKind } from "../../../shared/domain/notices/notice-kinds.ts";
import { composeMail } from "../../../shared/letters/compose.ts";
import { papersOf } from "../../../shared/letters/notices/notice-letters.ts";
import { at } from "../../support/case-builders.ts";
import { values } from "../../support/desk-city.ts";
import { memoryCity } from "../../support/memory-city.ts";

const CITY = "yingsu@linyi-justice.example.org";
const COURT = "clerk@linyi-court.example.org";
const LEDGER = new TextEncoder().encode(
  [
    "案号,原告,被告,开庭日期,负责人是否出庭,正职/副职,是否涉企,结案方式",
    "（2026）鲁1321行初1号,某公司,沂南县公安局,2026-11-10,否,,是,判决撤销",
    "（2026）鲁1321行初2号,张某,沂南县公安局,2026-11-11,是,正职,否,和解撤诉",
  ].join("\n"),
);

let city: ReturnType<typeof memoryCity>;
beforeEach(async () => {
  city = memoryCity(at("08-31"));
  await city.upload(DIRECTORY);
  await city.put("courts/1321/inbox", "台账.csv", LEDGER, at("12-01"));
  await city.until(at("12-03", "09:00"), 24 * 60);
  await city.until(at("12-03", "11:00"));
});

const mails = (kind: NoticeKind) => city.sent.filter(({ notice }) => notice.content.kind === kind);
const read = async (path: string) => (await city.visit(path)).text();
const path = () =>
  `${mails("pack-made")[0]?.token}/entry?${new URLSearchParams({ of: "市本级", year: "2026", kind: "pack", id: "half-2" })}`;
async function fill(form: Readonly<Record<string, string>>) {
  return city.visit(path(), { ...values(await read(path())), ...form });
}
const INVITE = {
  case0: "yes",
  next: "逐案分析未出庭原因。\n开展专题培训。",
  date: "2026-12-18",
  time: "14:30",
  place: "市中级人民法院第二会议室",
  by: "王芳",
  do: "submit",
};

describe("the pack", () => {
  it("goes to the bureau alone, with its paper, for a person to confirm", async () => {
    const made = mails("pack-made");
    expect(made.map(({ notice }) => notice.recipient.address)).toEqual([CITY]);
    const [paper] = made[0] === undefined ? [] : await papersOf(made[0].notice.content);
    expect(paper?.name).toBe("临沂市2026年下半年联席会议材料.docx");
    const page = await read(path());
    expect(page).toContain("涉企案件，负责人未出庭。");
    expect(page).toContain("确认材料、发出邀请");
  });

  it("invites court and bureau, with a calendar entry, and the cases and steps that were confirmed", async () => {
    expect((await fill(INVITE)).status).toBe(303);
    const invited = mails("meeting-invited");
    expect(invited.map(({ notice }) => notice.recipient.address).toSorted()).toEqual(
      [COURT, CITY].toSorted(),
    );
    expect(invited[0]?.notice.content).toMatchObject({
      pack: { cases: [{}], next: [{ text: "逐案分析未出庭原因。" }, { text: "开展专题培训。" }] },
    });
    const mail = invited[0] && composeMail(invited[0].notice, { name: "临沂市司法局", address: CITY });
    expect(mail?.calendar?.content).toContain("DTSTART:20261218T063000Z");
    expect(mail?.calendar?.content).toContain("SEQUENCE:0");
  });

  it("moves the meeting by the same entry, one change later", async () => {
    await fill(INVITE);
    await fill({ ...INVITE, date: "2026-12-21" });
    const last = mails("meeting-invited").at(-1);
    expect(last?.subject).toContain("改于");
    const [first] = mails("meeting-invited");
    const calendars = [first, last].map(
      (one) => one && composeMail(one.notice, { name: "临沂市司法局", address: CITY }).calendar?.content,
    );
    const uid = (text = "") => /UID:(.*)/u.exec(text)?.[1];
    expect(uid(calendars[0])).toBe(uid(calendars[1]));
    expect(calendars[1]).toContain("SEQUENCE:1");
  });

  it("invites nobody without a day, an hour and a place", async () => {
    expect((await fill({ ...INVITE, date: "", place: "" })).status).toBe(422);
    expect(mails("meeting-invited")).toEqual([]);
  });
});
