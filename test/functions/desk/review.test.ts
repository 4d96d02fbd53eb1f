/** The review of what was read with doubt, from mail to mail, on the city in memory. */
import { describe, expect, it } from "vitest";
import { attendanceOf } from "../../../shared/domain/case-file/attendance.ts";
import { sittings } from "../../../shared/domain/case-file/state.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { readLink, signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, mailTo, recordText, summonsText } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { valuesOnPage } from "../../support/page-forms.ts";
import { whyRejected } from "../../support/rejections.ts";

const BUREAU = "yingsu@yinan-justice.example.org";
type City = Awaited<ReturnType<typeof aCity>>;

const fileOf = (city: City) => {
  const file = city.table.cases.get(caseNumber(CASE))?.file;
  if (file === undefined) throw new Error("no case");
  return file;
};
const history = async (city: City) =>
  (await city.records.history(caseNumber(CASE))).map(({ event, cause }) => ({ type: event.type, cause }));

/** Another day for the same hearing, without a word on which paper is newer. */
const otherDay = () =>
  new TextEncoder().encode(
    new TextDecoder().decode(summonsText()).replace("2026年9月24日上午9时00分", "2026年9月28日上午9时00分"),
  );

describe("a record whose head may be none", () => {
  async function doubtful() {
    const city = await aCity();
    await city.until(at("09-24", "16:00"));
    await city.put(COURT_FOLDER, "record.txt", recordText("出庭负责人：龙涛，党委委员。"));
    expect(attendanceOf(fileOf(city), "沂南县公安局")?.present).toBeUndefined();
    const link = mailTo(city, BUREAU, "document-review");
    const page = await (await city.visit(link)).text();
    return { city, link, page };
  }

  it("shows the words it was read from, the doubtful marked", async () => {
    const { page } = await doubtful();
    expect(page).toContain('<mark class="doubtful">待认定</mark>');
    expect(page).toContain(
      "出庭负责人：龙涛，党委委员。<small>7 沂南县公安局负责人是否出庭、出庭人员姓名、出庭人员职务？</small>",
    );
    expect(page).toMatch(/<mark id="text-\d+" class="read">陈建<small>\d+ 原告<\/small><\/mark>，到庭/);
    expect(page).toContain("党委委员");
    expect(page).toContain("是否属于负责人需要人工认定");
  });

  it.each([
    ["yes", true],
    ["no", false],
  ])("is settled by a person (%s), whose name the event keeps, and counts", async (attended0, present) => {
    const { city, link, page } = await doubtful();
    const form = { ...valuesOnPage(page), decision: "accept", attended0, by: "王芳", do: "submit" };
    expect((await city.visit(link, form)).status).toBe(303);
    expect(attendanceOf(fileOf(city), "沂南县公安局")).toMatchObject({ present, difference: false });
    expect(fileOf(city).attendance).toHaveLength(1);
    const last = (await city.records.history(caseNumber(CASE))).filter(
      ({ event }) => event.type === "attendance-settled",
    );
    expect(last).toMatchObject([{ event: { by: "王芳" }, cause: expect.stringMatching(/^link:/) }]);
    expect([...city.table.documents.values()].map(({ state }) => state)).not.toContain("needs-review");
    const again = await city.visit(link, form);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("王芳已于");
  });

  it("goes to the day that a person read, with its sitting", async () => {
    const { city, link, page } = await doubtful();
    const given = { ...valuesOnPage(page), decision: "accept", attended0: "yes", date: "2026-09-23" };
    expect((await city.visit(link, { ...given, by: "王芳", do: "submit" })).status).toBe(303);
    expect(sittings(fileOf(city))).toMatchObject([{ date: "2026-09-23", ordinal: 1 }]);
    expect(attendanceOf(fileOf(city), "沂南县公安局")).toMatchObject({ present: true, difference: false });
  });

  it("is not settled by a form that leaves the question open", async () => {
    const { city, link, page } = await doubtful();
    const answer = await city.visit(link, {
      ...valuesOnPage(page),
      decision: "accept",
      by: "王芳",
      do: "submit",
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('<a href="#attended0">');
    expect((await history(city)).map(({ type }) => type)).not.toContain("document-reviewed");
  });
});

describe("a summons that contradicts another", () => {
  async function conflict() {
    const city = await aCity();
    await city.put(COURT_FOLDER, "other.txt", otherDay());
    const link = mailTo(city, BUREAU, "document-review");
    return { city, link, page: await (await city.visit(link)).text() };
  }

  it("confirmed without saying which prevails is still in doubt, and changes nothing", async () => {
    const { city, link, page } = await conflict();
    const { version } = fileOf(city);
    const answer = await city.visit(link, {
      ...valuesOnPage(page),
      decision: "accept",
      by: "王芳",
      do: "submit",
    });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("仍有疑点");
    expect(fileOf(city).version).toBe(version);
  });

  it("said to prevail moves the hearing, and the agency is told", async () => {
    const { city, link, page } = await conflict();
    const form = { ...valuesOnPage(page), decision: "accept", newer: "yes", by: "王芳", do: "submit" };
    expect((await city.visit(link, form)).status).toBe(303);
    expect(fileOf(city)).toMatchObject({ hearing: { date: "2026-09-28" } });
    expect(await history(city)).toContainEqual({
      type: "document-reviewed",
      cause: expect.stringMatching(/^link:/),
    });
    expect(city.sent.map(({ notice }) => notice.content.kind)).toContain("hearing-changed");
  });

  it("corrected in its date goes on as the corrected one", async () => {
    const { city, link, page } = await conflict();
    const form = {
      ...valuesOnPage(page),
      date: "2026-09-29",
      time: "14:30",
      newer: "yes",
      decision: "accept",
      by: "王芳",
      do: "submit",
    };
    expect((await city.visit(link, form)).status).toBe(303);
    expect(fileOf(city)).toMatchObject({ hearing: { date: "2026-09-29", time: "14:30" } });
  });

  it("sent back is answered to its court with the reason, and changes no case", async () => {
    const { city, link, page } = await conflict();
    const { version } = fileOf(city);
    const form = {
      ...valuesOnPage(page),
      decision: "send-back",
      reason: "日期写错",
      by: "王芳",
      do: "submit",
    };
    expect((await city.visit(link, form)).status).toBe(303);
    expect(fileOf(city).version).toBe(version);
    const answered = city.sent.at(-1)?.notice;
    expect(answered?.recipient.address).toBe("clerk@yinan-court.example.org");
    expect(whyRejected(answered?.content)).toContain("日期写错");
    expect(await (await city.visit(link)).text()).toContain("已退回法院");
  });

  it("is reviewed by its own bureau only, and a wrong number is explained", async () => {
    const { city, link, page } = await conflict();
    const form = {
      ...valuesOnPage(page),
      numbers: "（2026）鲁1321民初5号",
      decision: "accept",
      by: "王芳",
      do: "submit",
    };
    const answer = await city.visit(link, form);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("不是行政案件的案号");
    const bureau = await city.directory.organisation("yinan-justice" as never);
    if (bureau === undefined) throw new Error("no bureau");
    await city.directory.save([{ ...bureau, jurisdiction: "别处" }]);
    expect((await city.visit(link)).status).toBe(409);
  });
});

describe("a document that two bureaus were asked to look at", () => {
  /** Its own bureau and the municipal one each have a link and a filled-in form; the first says yes, the second sends it back. */
  async function asked() {
    const city = await aCity();
    await city.until(at("09-24", "16:00"));
    await city.put(COURT_FOLDER, "record.txt", recordText("出庭负责人：龙涛，党委委员。"));
    const first = mailTo(city, BUREAU, "document-review");
    const read = readLink(first, LINK_KEYS, at("09-24", "16:00"));
    if (read.state !== "valid") throw new Error("no link");
    const others = { recipient: "linyi-justice" as OrganisationId, nonce: "of-the-municipal-bureau" };
    const second = signLink({ ...read.link, ...others }, LINK_KEYS);
    const yes = {
      ...valuesOnPage(await (await city.visit(first)).text()),
      decision: "accept",
      attended0: "yes",
      by: "王芳",
      do: "submit",
    };
    const back = { decision: "send-back", reason: "看不清", by: "李成", do: "submit" };
    expect((await city.visit(second)).status).toBe(200);
    const rejected = () =>
      city.sent.filter(({ notice }) => whyRejected(notice.content)?.includes("看不清")).length;
    return { city, first, second, yes, back, rejected };
  }

  it("is settled by the first, and the second hears that there is nothing left to settle", async () => {
    const { city, first, second, yes, back, rejected } = await asked();
    expect((await city.visit(first, yes)).status).toBe(303);
    const { version } = fileOf(city);
    expect((await city.visit(second, back)).status).toBe(409);
    expect(fileOf(city).version).toBe(version);
    expect(attendanceOf(fileOf(city), "沂南县公安局")).toMatchObject({ present: true });
    expect([...city.table.documents.values()].map(({ state }) => state)).not.toContain("rejected");
    expect(rejected()).toBe(0);
  });

  it.each(["accepts it", "sends it back"])(
    "by both in the same moment is settled by one alone: the one who %s",
    async (what) => {
      const { city, first, second, yes, back, rejected } = await asked();
      const [quicker, slower] = what === "accepts it" ? [yes, back] : [back, yes];
      const { commit } = city.records;
      let isFirst = true;
      // Between what the slower one has read and what he writes, the quicker one writes.
      Object.assign(city.ports.records, {
        commit: async (...change: Parameters<typeof commit>) => {
          if (isFirst) {
            isFirst = false;
            expect((await city.visit(first, quicker)).status).toBe(303);
          }
          return commit(...change);
        },
      });
      expect((await city.visit(second, slower)).status).toBe(409);
      const isAccepted = quicker === yes;
      expect(attendanceOf(fileOf(city), "沂南县公安局")?.present).toBe(isAccepted ? true : undefined);
      const states = [...city.table.documents.values()].map(({ state }) => state);
      expect(states.filter((state) => state === "rejected")).toHaveLength(isAccepted ? 0 : 1);
      expect(rejected()).toBe(isAccepted ? 0 : 1);
    },
  );
});

describe("a reading that no longer opens", () => {
  async function unusable(change: (reading: string) => string) {
    const city = await aCity();
    await city.put(COURT_FOLDER, "record.txt", recordText("出庭负责人：龙涛，党委委员。"));
    const [document] = [...city.table.documents.values()].filter(({ state }) => state === "needs-review");
    if (document?.reading === undefined) throw new Error("nothing to review");
    city.table.documents.set(document.sha256, { ...document, reading: change(document.reading) });
    const faults: Error[] = [];
    Object.assign(city.ports, { failed: (fault: Error) => faults.push(fault) });
    return { city, faults, link: mailTo(city, BUREAU, "document-review") };
  }

  it.each([
    ["cut off", (reading: string) => reading.slice(0, -20), "the whole"],
    [
      "of a former reader",
      (reading: string) => JSON.stringify({ ...JSON.parse(reading), respondents: "沂南县公安局" }),
      "respondents",
    ],
    [
      "with a day that doesn't exist",
      (reading: string) => JSON.stringify({ ...JSON.parse(reading), issuedOn: aFact("2026-02-30") }),
      "issuedOn.value",
    ],
  ])("%s is reported without its words, and the page says what to do", async (_, change, place) => {
    const { city, faults, link } = await unusable(change);
    const answer = await city.visit(link);
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain("读取结果不能打开");
    expect(page).toContain("退回法院，不登记");
    expect(page).not.toContain("按下面的内容登记");
    expect(faults.map(({ name }) => name)).toEqual(["UnusableReading"]);
    expect(faults[0]?.message).toContain(place);
    expect(faults[0]?.message).not.toContain("沂南县公安局");
  });

  it("can be sent back to its court, and nothing else", async () => {
    const { city, link } = await unusable(() => "{");
    expect((await city.visit(link, { decision: "accept", by: "王芳", do: "submit" })).status).toBe(422);
    const back = { decision: "send-back", reason: "读取结果损坏，请重新上传", by: "王芳", do: "submit" };
    expect((await city.visit(link, back)).status).toBe(303);
    expect([...city.table.documents.values()].map(({ state }) => state)).toContain("rejected");
    expect(whyRejected(city.sent.at(-1)?.notice.content)).toContain("读取结果损坏");
  });
});

const aFact = (value: string) => ({ value, confidence: 1, rule: "test", text: "" });

describe("a document that may mean several things", () => {
  /** Two hours stand in it, and an agency of almost that name. */
  async function several() {
    const city = await aCity();
    const text = new TextDecoder()
      .decode(summonsText({ number: "（2026）鲁1321行初91号" }))
      .replace("沂南县公安局", "沂南县公安分局")
      .replace(
        "应到时间：2026年9月24日上午9时00分",
        "应到时间：2026年9月24日上午9时00分\n（原定2026年9月22日上午9时00分开庭，取消）",
      );
    await city.put(COURT_FOLDER, "first.txt", summonsText({ number: "（2026）鲁1321行初91号" }));
    await city.put(COURT_FOLDER, "several.txt", new TextEncoder().encode(text));
    const link = mailTo(city, BUREAU, "document-review");
    return { city, link, page: await (await city.visit(link)).text() };
  }

  it("offers them with how likely each is, and where it stands", async () => {
    const { page } = await several();
    expect(page).toMatch(
      /<mark id="text-\d+" class="doubtful">沂南县公安分局<small>\d+ 被告？<\/small><\/mark>/,
    );
    expect(page).toMatch(/value="2026-09-24 09:00"[^>]*> 2026-09-24 09:00（可能性\d+%/);
    expect(page).toMatch(/value="2026-09-22 09:00"[^>]*> 2026-09-22 09:00（可能性\d+%；“…[^<]*原定/);
    expect(page).toContain("名录中没有“沂南县公安分局”，可能是");
    expect(page).toMatch(/value="沂南县公安局"[^>]*> 沂南县公安局（可能性\d+%/);
  });

  it("takes the one that is picked, in the agency's place and in the hearing's", async () => {
    const { city, link, page } = await several();
    const form = {
      ...valuesOnPage(page),
      decision: "accept",
      newer: "yes",
      pickMoment: "2026-09-22 09:00",
      pickAgency0: "沂南县公安局",
      by: "王芳",
      do: "submit",
    };
    const answer = await city.visit(link, form);
    expect(answer.status).toBe(303);
    const file = city.table.cases.get("（2026）鲁1321行初91号")?.file;
    expect(file?.respondents.map(({ name }) => name)).toEqual(["沂南县公安局"]);
    expect(file).toMatchObject({ hearing: { date: "2026-09-22", time: "09:00" } });
  });

  it("keeps the text no longer than it is needed, and leaves it out of the mail", async () => {
    const { city, link, page } = await several();
    const waiting = [...city.table.documents.values()].find(({ state }) => state === "needs-review");
    expect(waiting?.text).toContain("原定2026年9月22日");
    expect(JSON.stringify(city.sent.map(({ notice }) => notice.content))).not.toContain("原定2026年9月22日");
    const form = {
      ...valuesOnPage(page),
      decision: "accept",
      newer: "yes",
      pickAgency0: "沂南县公安局",
      by: "王芳",
    };
    await city.visit(link, form);
    expect(city.table.documents.get(waiting?.sha256 ?? "")).not.toHaveProperty("text");
  });
});

describe("what is hardly so is asked before it is saved", () => {
  async function reviewed() {
    const city = await aCity();
    await city.put(COURT_FOLDER, "other.txt", otherDay());
    const link = mailTo(city, BUREAU, "document-review");
    const page = await (await city.visit(link)).text();
    const form = { ...valuesOnPage(page), newer: "yes", decision: "accept", by: "王芳", do: "submit" };
    return { city, link, form };
  }
  const ticks = (page: string) =>
    Object.fromEntries(
      [...page.matchAll(/name="(sure-\w+)" value="yes"/g)].map(([, name = ""]) => [name, "yes"]),
    );

  it.each([
    ["a day that has passed", { date: "2026年9月1日" }, ["2026年9月1日已经过去"]],
    [
      "another year than the case's",
      { date: "２０２８－９－２９" },
      ["是2026年的案件，开庭日却是2028年9月29日"],
    ],
    [
      "a slip in the year",
      { date: "2020/9/29" },
      ["2020年9月29日已经过去", "是2026年的案件，开庭日却是2020年9月29日"],
    ],
    [
      "another court's case",
      { numbers: "(２０２６)鲁1302行初95号" },
      ["却是其他法院的代码（鲁1302）", "将通知沂南县公安局"],
    ],
  ])("%s", async (_, typed, words) => {
    const { city, link, form } = await reviewed();
    const before = [...city.table.cases.keys()];
    const { version } = fileOf(city);
    const asked = await city.visit(link, { ...form, ...typed });
    expect(asked.status).toBe(422);
    const page = await asked.text();
    for (const word of words) expect(page).toContain(word);
    expect([fileOf(city).version, [...city.table.cases.keys()]]).toEqual([version, before]);

    // What was typed is there, and a tick for each question; without it, it is asked again.
    expect((await city.visit(link, { ...form, ...typed })).status).toBe(422);
    const answer = await city.visit(link, { ...form, ...typed, ...ticks(page) });
    expect(answer.status).toBe(303);
  });

  it("a tick is for its own question: another day is asked about anew", async () => {
    const { city, link, form } = await reviewed();
    const page = await (await city.visit(link, { ...form, date: "2026-09-01" })).text();
    const other = await city.visit(link, { ...form, date: "2026-09-02", ...ticks(page) });
    expect(other.status).toBe(422);
    expect(await other.text()).toContain("2026年9月2日已经过去");
  });

  it("and nothing is asked of what may well be", async () => {
    const { city, link, form } = await reviewed();
    expect((await city.visit(link, { ...form, date: "9月29日", time: "９：３０" })).status).toBe(303);
    expect(fileOf(city)).toMatchObject({ hearing: { date: "2026-09-29", time: "09:30" } });
  });
});
