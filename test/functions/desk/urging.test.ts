/** Has a bureau the last word on what agencies are urged by in its name? */
import { beforeAll, describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { civilDateAt, clockTimeAt } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, taskTo, values } from "../../support/desk-city.ts";
import { docxText } from "../../support/docx-text.ts";

const BUREAU = "yingsu@yinan-justice.example.org";
const LEGAL = "fazhi@yinan-police.example.org";

type City = Awaited<ReturnType<typeof aCity>>;

/** Letters that urge, as `09-15 09:00 agency` or `… superior`. */
const urged = (city: City) =>
  city.sent.flatMap(({ at: when, notice: { content } }) =>
    content.kind === "report-overdue" || content.kind === "filing-overdue"
      ? [`${civilDateAt(when).slice(5)} ${clockTimeAt(when)} ${content.copy ? "superior" : "agency"}`]
      : [],
  );

/** What the bureau's digests say of urging, by day. */
const digests = (city: City) =>
  city.sent.flatMap(({ at: when, notice: { recipient, content } }) =>
    content.kind === "digest" && recipient.address === BUREAU
      ? content.lines
          .filter(({ news }) => /^(?:urg)/.test(news.type))
          .map(({ news }) => `${civilDateAt(when).slice(5)} ${clockTimeAt(when)} ${news.type}`)
      : [],
  );

/** The report was due on Friday the 11th; this is the Monday on which the bureau is informed. */
async function announced(): Promise<City> {
  const city = await aCity();
  await city.until(at("09-14", "10:00"));
  return city;
}

async function does(city: City, part: string, fields: Readonly<Record<string, string>>, token = link(city)) {
  const page = await (await city.visit(`${token}/${part}`)).text();
  return city.visit(`${token}/${part}`, { ...values(page), by: "徐琳", do: "submit", ...fields });
}

const link = (city: City) => taskTo(city, BUREAU, "urging");
const pageOf = async (city: City, part = "") => (await city.visit(`${link(city)}${part}`)).text();
const fileOf = (city: City) => city.table.cases.get(caseNumber(CASE))?.file ?? expect.fail();
const history = (city: City) =>
  fileOf(city).urgings.map(({ decision, by, round }) => `${decision} ${round} ${by}`);

describe("a report that is overdue", () => {
  let city: City;
  beforeAll(async () => {
    city = await announced();
  });

  it("stands in the same morning's digest of its bureau, one digest, and nothing has left", () => {
    expect(digests(city)).toEqual(["09-14 09:00 urging-announced"]);
    expect(urged(city)).toEqual([]);
    expect(
      city.sent.filter(
        ({ at: when, notice }) =>
          notice.content.kind === "digest" &&
          notice.recipient.address === BUREAU &&
          civilDateAt(when) === "2026-09-14",
      ),
    ).toHaveLength(1);
  });

  it("has a page: the case, how its time was counted, what the agency was told, and both letters", async () => {
    const page = await pageOf(city);
    for (const words of [
      CASE,
      "应报时限",
      "自2026年9月9日起算",
      "开庭提醒函（沂南县公安局）",
      "三日报告临期提醒（沂南县公安局）",
      "2026年9月15日（星期二）上班时发出督办函",
      "【督办】（2026）鲁1321行初77号 三日报告逾期4日，请立即补报",
      "【督办抄送】（2026）鲁1321行初77号 沂南县公安局三日报告逾期4日，请予督促",
    ])
      expect(page).toContain(words);
  });

  it("is also a letter to be numbered and sealed: undated and with its number blank while it hasn't left", async () => {
    const letter = await docxText(await city.visit(`${link(city)}/urging-letter`));
    expect(letter).toMatch(/^沂南县司法局\|＿+〔＿+〕＿+号\|督办函\|沂南县公安局：\|/);
    expect(letter).toContain("联系人：");
    expect(letter).toMatch(
      /来电请报编号：应诉督办〔2026〕[0-9A-Z-]+。\|沂南县司法局（盖章）\|\s*年　　月　　日$/,
    );
  });

  it("stands on the case's page as well, with the way to it", async () => {
    const { mailTo } = await import("../../support/desk-city.ts");
    const board = mailTo(city, BUREAU, "digest");
    const page = await (await city.visit(`${board}/case?number=${encodeURIComponent(CASE)}`)).text();
    const place = /href="\.\.\/([^"]+)">办理督办</.exec(page)?.[1] ?? expect.fail("no way to it");
    expect(page).toContain("沂南县公安局三日报告：拟督办");
    expect(await (await city.visit(place)).text()).toContain("上班时发出督办函");
  });

  it("is urged the next working day, to the agency alone, and the digest of that morning says so", async () => {
    await city.until(at("09-15", "10:00"));
    expect(urged(city)).toEqual(["09-15 09:00 agency"]);
    expect(digests(city)).toEqual(["09-14 09:00 urging-announced", "09-15 09:00 urged"]);
    expect(await pageOf(city)).toContain("尚未抄送上级机关，经确认才抄送");
    expect(await docxText(await city.visit(`${link(city)}/urging-letter`))).toMatch(
      /沂南县司法局（盖章）\|2026年9月15日$/,
    );
  });

  it("its superior gets the copy that was shown once a person has said so, and once only", async () => {
    const shown = await pageOf(city, "/copy");
    expect(shown).toContain("【督办抄送】");
    expect((await does(city, "copy", { copy: "copy-confirmed" })).status).toBe(303);
    expect(urged(city)).toEqual(["09-15 09:00 agency", "09-15 10:00 superior"]);
    expect(history(city)).toEqual(["copy-confirmed 3 徐琳"]);
    const again = await does(city, "copy", { copy: "copy-confirmed" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("已经决定");
    expect(urged(city)).toHaveLength(2);
  });

  it("whose filing doesn't come either is announced once more before the second letter", async () => {
    await city.until(at("10-12", "18:00"));
    // Due on Monday the 28th; the holidays begin on 1 October.
    expect(urged(city).slice(2)).toEqual(["09-30 09:00 agency", "10-09 09:00 agency"]);
    expect(digests(city).slice(3)).toEqual([
      "09-29 09:00 urging-announced",
      "09-30 09:00 urged",
      "10-08 09:00 urging-announced",
      "10-09 09:00 urged",
    ]);
  });
});

describe("a bureau that puts a letter off", () => {
  it("is asked again on the day it named; nothing leaves before, and then on the next working day", async () => {
    const city = await announced();
    expect((await does(city, "hold", { until: "2026-09-16", reason: "该单位称今日报送" })).status).toBe(303);
    expect(await pageOf(city)).toContain("已暂缓督办至2026年9月16日（徐琳");
    await city.until(at("09-16", "18:00"));
    expect(urged(city)).toEqual([]);
    expect(digests(city)).toEqual(["09-14 09:00 urging-announced", "09-16 09:00 urging-announced"]);
    await city.until(at("09-17", "10:00"));
    expect(urged(city)).toEqual(["09-17 09:00 agency"]);
  });

  it("until the hearing has nothing more to be asked before it", async () => {
    const city = await announced();
    await does(city, "hold", { until: "2026-09-24", reason: "该单位已改派人员，开庭前报送无益" });
    expect(await pageOf(city)).toContain("开庭前不再督办");
    await city.until(at("09-25", "10:00"));
    expect(urged(city)).toEqual([]);
    expect(digests(city)).toEqual(["09-14 09:00 urging-announced"]);
  });

  it("says until when and why; the page comes back with what is missing", async () => {
    const city = await announced();
    const answer = await does(city, "hold", { until: "2026-09-14", reason: "" });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("2026-09-15至2026-09-24之间");
    expect(page).toContain("请填写暂缓的原因");
    expect(history(city)).toEqual([]);
  });

  it("too late is told so: the letter has gone", async () => {
    const city = await announced();
    const token = link(city);
    const page = await (await city.visit(`${token}/hold`)).text();
    await city.until(at("09-15", "10:00"));
    const answer = await city.visit(`${token}/hold`, {
      ...values(page),
      until: "2026-09-18",
      reason: "等待",
      by: "徐琳",
    });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("督办函已经发出，不能再暂缓");
  });
});

describe("a bureau that sends a letter itself", () => {
  it("need not wait for the next day; a second click sends nothing", async () => {
    const city = await announced();
    const token = link(city);
    const page = await (await city.visit(`${token}/send`)).text();
    expect(page).toContain("三日报告逾期3日");
    const form = { ...values(page), by: "徐琳", do: "submit" };
    expect((await city.visit(`${token}/send`, form)).status).toBe(303);
    expect((await city.visit(`${token}/send`, form)).status).toBe(303);
    expect(urged(city)).toEqual(["09-14 10:00 agency"]);
    await city.until(at("09-15", "18:00"));
    expect(urged(city)).toHaveLength(1);
  });
});

describe("a bureau that has received it by telephone", () => {
  it("notes it, by whom and how, and nobody is urged", async () => {
    const city = await announced();
    expect((await does(city, "received", { on: "2026-09-11", way: "telephone" })).status).toBe(303);
    expect(fileOf(city).deadlines.find(({ kind }) => kind === "report")?.status).toBe("met");
    const trail = await city.records.history(caseNumber(CASE));
    expect(trail.map(({ event }) => event)).toContainEqual({
      type: "receipt-noted",
      kind: "report",
      respondent: "沂南县公安局",
      hearing: 1,
      on: "2026-09-11",
      way: "telephone",
      by: "徐琳",
    });
    expect(await pageOf(city)).toContain("已登记收到，不再督办");
    await city.until(at("09-22", "18:00"));
    expect(urged(city)).toEqual([]);
  });

  it("by mistake: the case's page takes it back, and the duty is urged as if nothing had come", async () => {
    const city = await announced();
    await does(city, "received", { on: "2026-09-11", way: "telephone" });
    const { mailTo } = await import("../../support/desk-city.ts");
    const board = mailTo(city, BUREAU, "digest");
    const page = await (await city.visit(`${board}/case?number=${encodeURIComponent(CASE)}`)).text();
    const undo = /href="\.\.\/([^"]+)">撤回<\/a>/.exec(page)?.[1] ?? expect.fail("nothing to take back");
    const form = values(await (await city.visit(undo)).text());
    expect((await city.visit(undo, { ...form, reason: "记错案件。", by: "徐琳", do: "submit" })).status).toBe(
      303,
    );
    expect(fileOf(city).deadlines.find(({ kind }) => kind === "report")?.status).toBe("open");
    await city.until(at("09-15", "10:00"));
    expect(urged(city)).toEqual(["09-15 09:00 agency"]);
  });

  it("a filing with what it says of the head, which is a source like any other", async () => {
    const city = await announced();
    // Due on the 28th, announced on the 29th.
    await city.until(at("09-29", "10:00"));
    const answer = await does(city, "received", {
      on: "2026-09-28",
      way: "paper",
      attended: "yes",
      headName: "龙涛",
      headTitle: "副局长",
      headRank: "deputy",
    });
    expect(answer.status).toBe(303);
    expect(fileOf(city).attendance).toMatchObject([
      { source: "filing", headAttended: true, headName: "龙涛", hearingDate: "2026-09-24" },
    ]);
    expect(fileOf(city).deadlines.find(({ kind }) => kind === "filing")?.status).toBe("met");
  });
});

describe("a report that is returned when its time is over", () => {
  it("is announced in the next morning's digest, unless it has come again by then", async () => {
    const { mailTo, REPORT } = await import("../../support/desk-city.ts");
    const returned = async () => {
      const city = await aCity();
      const form = async (token: string, filled: Readonly<Record<string, string>>) =>
        city.visit(token, { ...values(await (await city.visit(token)).text()), ...filled });
      await form(mailTo(city, LEGAL, "hearing-notice"), REPORT);
      await city.until(at("09-14", "14:00"));
      const remark = { answer: "return-report", text: "请补充。", by: "徐琳", do: "submit" };
      await form(mailTo(city, BUREAU, "report-received"), remark);
      return { city, again: () => form(mailTo(city, LEGAL, "report-returned"), REPORT) };
    };
    const silent = await returned();
    await silent.city.until(at("09-16", "10:00"));
    expect(digests(silent.city)).toEqual(["09-15 09:00 urging-announced", "09-16 09:00 urged"]);

    const prompt = await returned();
    await prompt.city.until(at("09-14", "16:00"));
    await prompt.again();
    await prompt.city.until(at("09-16", "10:00"));
    expect(digests(prompt.city)).toEqual([]);
  });
});

describe("another bureau", () => {
  it("can't open it", async () => {
    const city = await announced();
    const { signLink, readLink } = await import("../../../shared/links/token.ts");
    const { LINK_KEYS } = await import("../../support/memory-city.ts");
    const reading = readLink(link(city), LINK_KEYS, city.now);
    if (reading.state !== "valid") return expect.fail();
    const stranger = { ...reading.link, recipient: "hedong-justice" as typeof reading.link.recipient };
    expect((await city.visit(signLink(stranger, LINK_KEYS))).status).toBe(409);
  });
});

describe("the agency", () => {
  it("that reports on the day of the announcement is not urged", async () => {
    const city = await announced();
    const { mailTo, REPORT } = await import("../../support/desk-city.ts");
    const token = mailTo(city, LEGAL, "report-due");
    await city.visit(token, { ...values(await (await city.visit(token)).text()), ...REPORT });
    await city.until(at("09-16", "18:00"));
    expect(urged(city)).toEqual([]);
  });
});
