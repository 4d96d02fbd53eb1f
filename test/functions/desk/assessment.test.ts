/** The yearly assessment (年度考核) from the draft over an objection to the final version, on the city in memory. */
import { beforeEach, describe, expect, it } from "vitest";
import { assessYear } from "../../../functions/monthly-bulletin/assessment/assessments.ts";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { readTable } from "../../../shared/documents/tables.ts";
import type { NoticeKind } from "../../../shared/domain/notices/notice-kinds.ts";
import {
  civilDate,
  type Instant,
  instantAt,
  type Month,
  type Year,
} from "../../../shared/domain/time/time.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { values } from "../../support/desk-city.ts";
import { memoryCity } from "../../support/memory-city.ts";

const AGENCY = "fazhi@yinan-police.example.org";
const CITY = "yingsu@linyi-justice.example.org";
const january = (day: string): Instant => instantAt(civilDate(`2027-${day}`), "10:00");
const ledger = (second: string) =>
  new TextEncoder().encode(
    [
      "案号,原告,被告,开庭日期,负责人是否出庭,正职/副职,是否涉企",
      "（2026）鲁1321行初1号,张某,沂南县公安局,2026-09-11,是,正职,否",
      `（2026）鲁1321行初2号,某公司,沂南县公安局,2026-09-12,${second},${second === "是" ? "副职" : ""},是`,
    ].join("\n"),
  );

let city: ReturnType<typeof memoryCity>;
beforeEach(async () => {
  city = memoryCity(at("08-31"));
  await city.upload(DIRECTORY);
  await city.put("courts/1321/inbox", "台账.csv", ledger("否"), at("10-02"));
  await city.until(january("01-03"), 24 * 60);
  await run("2026-12", january("01-03"));
  // The 3rd is a Sunday: mails wait for Monday.
  await city.until(january("01-04"));
  expect(own()).toBeDefined();
});

async function run(month: string, now: Instant): Promise<number> {
  const { made } = await assessYear(city, { month: month as Month, now, rules: RULES });
  await city.mail();
  return made;
}
const mails = (kind: NoticeKind) => city.sent.filter(({ notice }) => notice.content.kind === kind);
const entry = async () =>
  (await city.records.programme("市本级", "2026" as Year)).find(
    (one) => one.kind === "assessment" && one.unit.name === "沂南县公安局",
  );
const read = async (path: string) => (await city.visit(path)).text();
async function fill(path: string, form: Readonly<Record<string, string>>) {
  return city.visit(path, { ...values(await read(path)), ...form });
}
const own = () => mails("assessment-draft").find(({ notice }) => notice.recipient.address === AGENCY);
async function answer(verdict: string) {
  const query = new URLSearchParams({
    of: "市本级",
    year: "2026",
    kind: "assessment",
    id: (await entry())?.id ?? "",
  });
  const token = mails("assessment-objection").at(-1)?.token;
  return fill(`${token}/entry?${query}`, { verdict, text: "已核对笔录。", by: "王芳", do: "submit" });
}

describe("the yearly assessment", () => {
  it("goes as a draft to each unit with its own lines, and whole to the bureau", async () => {
    expect(own()?.notice.content).toMatchObject({ unit: "沂南县公安局", objectUntil: "2027-01-13" });
    const page = await read(own()?.token ?? "");
    expect(page).toContain("涉企案件1件出庭0件（按2倍计）");
    expect(page).toContain("提出异议");
    const [whole] = mails("assessment-made");
    expect(whole?.notice.recipient.address).toBe(CITY);
    const sheet = await city.files.read("assessments/2026/draft.xlsx", undefined, 1_000_000);
    const table = sheet instanceof Uint8Array ? await readTable(sheet) : undefined;
    expect(table?.ok === true && table.grid.some(({ cells }) => cells.includes("沂南县公安局"))).toBe(true);
    expect(await run("2026-12", january("01-03"))).toBe(0);
  });

  it("is objected to, answered, and made final with the figures as they are then", async () => {
    await fill(own()?.token ?? "", { text: "行初2号负责人已经出庭。", by: "张敏", do: "submit" });
    expect(mails("assessment-objection").map(({ notice }) => notice.recipient.address)).toEqual([CITY]);
    expect(await run("2027-01", january("02-03"))).toBe(0);
    expect((await answer("accept")).status).toBe(303);
    expect(mails("assessment-answered").map(({ notice }) => notice.recipient.address)).toEqual([AGENCY]);

    await city.put("courts/1321/inbox", "台账更正.csv", ledger("是"), january("01-10"));
    expect(await run("2027-01", january("02-03"))).toBeGreaterThan(0);
    const final = await entry();
    expect(final).toMatchObject({
      change: { what: "made-final" },
      final: { lines: [{ indicator: "attendance", score: "40.00" }, {}, {}, {}, {}, {}] },
    });
    expect(mails("assessment-made").at(-1)?.notice.content).toMatchObject({
      draft: false,
      changed: expect.arrayContaining([expect.objectContaining({ unit: "沂南县公安局" })]),
    });
    expect(await read(own()?.token ?? "")).not.toContain("提出异议</h2>");
  });

  it("takes no objection after the period, and no second one while the first is open", async () => {
    expect(await read(own()?.token ?? "")).toContain("提交异议");
    await fill(own()?.token ?? "", { text: "异议一。", by: "张敏", do: "submit" });
    expect(await read(own()?.token ?? "")).not.toContain("提交异议");
    await answer("reject");
    await city.until(january("01-20"), 24 * 60);
    expect(await read(own()?.token ?? "")).not.toContain("提交异议");
  });
});
