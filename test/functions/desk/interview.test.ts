/** Interviews (约谈) from the quarter's figures to the follow-up, from mail to mail, on the city in memory. */
import mammoth from "mammoth";
import { beforeEach, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import type { NoticeKind } from "../../../shared/domain/notices/notice-kinds.ts";
import type { Year } from "../../../shared/domain/time/time.ts";
import { papersOf } from "../../../shared/letters/notices/notice-letters.ts";
import { at } from "../../support/case-builders.ts";
import { values } from "../../support/desk-city.ts";
import { memoryCity } from "../../support/memory-city.ts";

const CITY = "yingsu@linyi-justice.example.org";
const AGENCY = "fazhi@yinan-police.example.org";
const LEDGER = new TextEncoder().encode(
  [
    "案号,原告,被告,开庭日期,负责人是否出庭,是否涉企",
    ...[1, 2, 3, 4].map(
      (n) => `（2026）鲁1321行初${n}号,张某,沂南县公安局,2026-09-1${n},${n > 2 ? "是" : "否"},否`,
    ),
  ].join("\n"),
);

let city: ReturnType<typeof memoryCity>;
beforeEach(async () => {
  city = memoryCity(at("08-31"));
  await city.upload(DIRECTORY);
  await city.until(at("10-01", "12:00"));
  await city.put("courts/1321/inbox", "台账.csv", LEDGER);
  await city.until(at("10-08", "10:00"));
});

const mails = (kind: NoticeKind) => city.sent.filter(({ notice }) => notice.content.kind === kind);
const interviews = async () =>
  (await city.records.programme("市本级", "2026" as Year)).filter((one) => one.kind === "interview");
const read = async (path: string) => (await city.visit(path)).text();

/** The page of the agency's interview, by the list's link. */
async function interviewPath(): Promise<string> {
  const [mail] = mails("interview-candidates");
  const agency = (await interviews()).find(({ unit }) => unit.name === "沂南县公安局");
  const query = new URLSearchParams({ of: "市本级", year: "2026", kind: "interview", id: agency?.id ?? "" });
  return `${mail?.token}/entry?${query}`;
}
async function fill(path: string, form: Readonly<Record<string, string>>) {
  return city.visit(path, { ...values(await read(path)), ...form });
}
const CALL = {
  decision: "call",
  date: "2026-10-15",
  time: "09:00",
  place: "市司法局三楼会议室",
  demands: "书面说明未出庭原因和整改措施。",
  by: "王芳",
  do: "submit",
};

describe("an interview", () => {
  it("is proposed by the quarter's figures, to the bureau alone", async () => {
    const [mail, ...more] = mails("interview-candidates");
    expect([mail?.notice.recipient.address, more.length]).toEqual([CITY, 0]);
    expect(mail?.notice.content).toMatchObject({
      candidates: [
        {
          unit: "沂南县",
          reasons: [{ type: "low-rate", heard: 4, present: 2, rate: "50.00%", belowPercent: 90 }],
        },
        { unit: "沂南县公安局" },
      ],
    });
    expect(mails("interview-called")).toEqual([]);
    expect(await read(mail?.token ?? "")).toContain("待确认");
  });

  it("goes out with its paper once it is confirmed, and not before", async () => {
    expect(await read(await interviewPath())).toContain("是否约谈");
    const answer = await fill(await interviewPath(), CALL);
    expect(answer.status).toBe(303);
    const called = mails("interview-called").map(({ notice }) => notice);
    expect(called.map(({ recipient }) => recipient.address)).toContain(AGENCY);
    const own = called.find(({ recipient }) => recipient.address === AGENCY);
    const [paper] = own === undefined ? [] : await papersOf(own.content);
    expect(paper?.name).toBe("约谈通知书 沂南县公安局.docx");
  });

  it("has a number in the paper, and the next letter of the year the next", async () => {
    await fill(await interviewPath(), { ...CALL, document: "临司约〔2026〕3号" });
    const own = mails("interview-called").find(({ notice }) => notice.recipient.address === AGENCY);
    const [paper] = own === undefined ? [] : await papersOf(own.notice.content);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(paper?.content ?? "") });
    expect(value).toContain("临司约〔2026〕3号");
    const county = (await interviews()).find(({ unit }) => unit.name === "沂南县");
    const path = (await interviewPath()).replace(/id=.*/, `id=${encodeURIComponent(county?.id ?? "")}`);
    expect(await read(path)).toContain("临司约〔2026〕4号");
    await fill(path, { ...CALL, document: "临司约〔2026〕4号" });
    const government = mails("interview-called").find(
      ({ notice: { content } }) =>
        content.kind === "interview-called" && content.interview.unit === "沂南县" && !content.copy,
    );
    const [second] = government === undefined ? [] : await papersOf(government.notice.content);
    const letter = await mammoth.extractRawText({ buffer: Buffer.from(second?.content ?? "") });
    expect(letter.value).toContain("临司约〔2026〕4号");
    expect(letter.value).toContain("沂南县人民政府：");
  });

  it("needs day, hour, place and what to bring; nothing goes out without", async () => {
    const answer = await fill(await interviewPath(), { ...CALL, date: "", time: "九点" });
    expect(answer.status).toBe(422);
    expect(mails("interview-called")).toEqual([]);
  });

  it("may be dismissed with a reason; the unit never hears of it", async () => {
    await fill(await interviewPath(), { decision: "dismiss", why: "已自行整改。", by: "王芳", do: "submit" });
    expect((await interviews()).find(({ unit }) => unit.name === "沂南县公安局")).toMatchObject({
      dismissed: { reason: "已自行整改。" },
    });
    expect(
      city.sent.some(
        ({ notice }) => notice.recipient.address === AGENCY && notice.content.kind.startsWith("interview"),
      ),
    ).toBe(false);
  });

  it("is asked about when its day has gone by, recorded, and followed up", async () => {
    await fill(await interviewPath(), CALL);
    await city.until(at("10-16", "10:00"));
    expect(mails("interview-due").map(({ notice }) => notice.content)).toMatchObject([{ step: "outcome" }]);
    await fill(await interviewPath(), {
      text: "要求一周内建立制度。",
      followUp: "2026-11-16",
      by: "王芳",
      do: "submit",
    });
    await city.until(at("11-16", "10:00"));
    expect(
      mails("interview-due").map(({ notice: { content, recipient } }) => [
        "step" in content && content.step,
        recipient.address,
      ]),
    ).toEqual([
      ["outcome", CITY],
      ["follow-up", CITY],
      ["report", AGENCY],
    ]);
    await fill(await interviewPath(), { text: "制度已建立。", by: "王芳", do: "submit" });
    expect(await read(await interviewPath())).toContain("已回访，办结");
  });

  it("is proposed once a quarter, however often the figures are made", async () => {
    const before = (await interviews()).length;
    await city.until(at("11-05", "10:00"));
    expect((await interviews()).length).toBe(before);
    expect(mails("interview-candidates")).toHaveLength(1);
  });
});
