/** 手工办理: does a bureau register what came by telephone, correct what is wrong, see beforehand what that does, and take it back? */
import { describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import {
  aCity,
  CASE,
  COURT_FOLDER,
  judgmentText,
  mailTo,
  recordText,
  summonsText,
  values,
} from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { valuesOnPage } from "../../support/page-forms.ts";

const BUREAU = "yingsu@yinan-justice.example.org";
const LEGAL = "fazhi@yinan-police.example.org";
type City = Awaited<ReturnType<typeof aCity>>;
type Form = Readonly<Record<string, string>>;

const fileOf = (city: City) => city.table.cases.get(caseNumber(CASE))?.file ?? expect.fail();
const kindsTo = (city: City, address: string) =>
  city.sent
    .filter(({ notice }) => notice.recipient.address === address)
    .map(({ notice }) => notice.content.kind);
const text = async (city: City, place: string) => (await city.visit(place)).text();
const rowsOf = (city: City) => [...city.table.boardRows.values()].map((row) => row.caseNumber);

/** The way from a bureau's board: the case's page, 手工办理. */
async function officeOf(city: City): Promise<string> {
  await city.until(at("09-09", "10:00"));
  const board = mailTo(city, BUREAU, "digest");
  const page = await text(city, `${board}/case?number=${encodeURIComponent(CASE)}`);
  return /href="\.\.\/([^"]+)">手工办理本案/.exec(page)?.[1] ?? expect.fail("no way to it");
}

const linkFor = (city: City, recipient: string, number = CASE) =>
  signLink(
    {
      task: "case-office",
      caseNumber: caseNumber(number),
      recipient: recipient as OrganisationId,
      expires: addMinutes(city.now, 60),
      nonce: `office ${recipient}`,
    },
    LINK_KEYS,
  );

/** Fills in a form; what comes back is the preview, or what is wrong. */
async function fill(city: City, office: string, part: string, fields: Form) {
  const shown = await text(city, `${office}/${part}`);
  const form = { ...valuesOnPage(shown), ...values(shown), by: "刘洋", do: "submit", ...fields };
  // As a browser does: without confirming anything.
  const sent = { method: "POST", body: new URLSearchParams(form) };
  const answer = await city.pages.request(`/${office}/${part}`, sent);
  return { form, answer, page: await answer.clone().text() };
}

/** Fills it in and confirms it; the page afterwards. */
async function does(city: City, office: string, part: string, fields: Form) {
  const { page, answer } = await fill(city, office, part, fields);
  expect(answer.status, page).toBe(200);
  const done = await city.visit(`${office}/${part}`, { ...values(page), do: "submit" });
  expect(done.status, await done.clone().text()).toBe(303);
  const [, query = ""] = (done.headers.get("location") ?? "").split("?");
  return { preview: page, form: values(page), after: await text(city, `${office}?${query}`) };
}

/** Takes back what a page offers to. */
async function undo(city: City, page: string) {
  const place = /href="(?:\.\.\/)?([^"]+)">撤回本次办理/.exec(page)?.[1] ?? expect.fail("no undo");
  const form = values(await text(city, place));
  return city.visit(place, { ...form, reason: "记错案件。", by: "刘洋", do: "submit" });
}

const SOURCE = { way: "telephone", told: "沂南县人民法院书记员马超", on: "2026-09-09" };

describe("a report received by telephone", () => {
  const CALL = { duty: "report:1:沂南县公安局", way: "telephone", told: "法制大队李明", on: "2026-09-09" };

  it("is shown before it is registered, with who hears of it, and ends what was owed", async () => {
    const city = await aCity();
    const office = await officeOf(city);
    const { answer, page } = await fill(city, office, "receipt", CALL);
    expect(answer.status).toBe(200);
    expect(page).toContain("将关闭");
    expect(page).toMatch(/将通知[\s\S]*沂南县公安局[^（]*（【回执】/);
    expect(fileOf(city).deadlines[0]?.status).toBe("open");
    const done = await city.visit(`${office}/receipt`, { ...values(page), do: "submit" });
    expect(done.status).toBe(303);
    expect(fileOf(city).deadlines[0]?.status).toBe("met");
    const trail = (await city.records.history(caseNumber(CASE))).map(({ event }) => event);
    expect(trail).toContainEqual({
      type: "receipt-noted",
      kind: "report",
      respondent: "沂南县公安局",
      hearing: 1,
      on: "2026-09-09",
      way: "telephone",
      by: "刘洋",
      told: "法制大队李明",
    });
    expect(kindsTo(city, LEGAL)).toContain("receipt");
    await city.until(at("09-22", "18:00"));
    expect(kindsTo(city, LEGAL)).not.toContain("report-overdue");
  });

  it("confirmed twice is registered once", async () => {
    const city = await aCity();
    const office = await officeOf(city);
    const { form } = await does(city, office, "receipt", CALL);
    const { version } = fileOf(city);
    expect((await city.visit(`${office}/receipt`, { ...form, do: "submit" })).status).toBe(303);
    expect(fileOf(city).version).toBe(version);
  });

  it("taken back is owed again, and its agency hears that the receipt is void", async () => {
    const city = await aCity();
    const { after } = await does(city, await officeOf(city), "receipt", CALL);
    expect(after).toContain("刘洋已于");
    expect((await undo(city, after)).status).toBe(303);
    expect(fileOf(city).deadlines[0]?.status).toBe("open");
    expect(kindsTo(city, LEGAL).at(-1)).toBe("taken-back");
  });

  it("names each field that is missing, and keeps the others", async () => {
    const city = await aCity();
    const { answer, page } = await fill(city, await officeOf(city), "receipt", {
      told: "",
      way: "",
      on: "2026-09-20",
      by: "",
    });
    expect(answer.status).toBe(422);
    for (const field of ["told", "way", "on", "by"]) expect(page).toContain(`href="#${field}"`);
    expect(fileOf(city).deadlines[0]?.status).toBe("open");
  });
});

describe("a filing received on paper", () => {
  it("is a source like any other, and differs from the record where it does", async () => {
    const city = await aCity();
    const office = await officeOf(city);
    await city.until(at("09-24", "17:00"));
    await city.put(COURT_FOLDER, "record.txt", recordText("被告负责人未出庭。"));
    await does(city, office, "receipt", {
      duty: "filing:1:沂南县公安局",
      way: "paper",
      told: "法制大队李明",
      on: "2026-09-24",
      attended: "yes",
      headName: "龙涛",
      headTitle: "副局长",
      headRank: "deputy",
    });
    expect(fileOf(city).attendance).toMatchObject([
      { source: "hearing-record", headAttended: false },
      { source: "filing", headAttended: true, headName: "龙涛", rank: "deputy" },
    ]);
    expect(kindsTo(city, "clerk@yinan-court.example.org")).toContain("attendance-difference");
    expect(await text(city, `${office}/receipt`)).not.toContain("filing:1");
  });
});

describe("a hearing", () => {
  it("entered wrongly is corrected: who had the wrong day hears of the right one, and back again", async () => {
    const city = await aCity();
    const office = await officeOf(city);
    const { preview, after } = await does(city, office, "correct-hearing", {
      date: "9月29日",
      reason: "扫描件日期识别有误",
    });
    expect(preview).toContain("将取消");
    expect(preview).toMatch(/将通知[\s\S]*沂南县公安局/);
    expect(fileOf(city)).toMatchObject({ hearing: { date: "2026-09-29", time: "09:00" } });
    expect(kindsTo(city, LEGAL).at(-1)).toBe("hearing-changed");
    expect((await undo(city, after)).status).toBe(303);
    expect(fileOf(city)).toMatchObject({ hearing: { date: "2026-09-24", ordinal: 1 } });
    expect(kindsTo(city, LEGAL).at(-1)).toBe("hearing-changed");
  });

  it("called off by telephone is off for all who knew it; taken back, it is announced again", async () => {
    const city = await aCity();
    const office = await officeOf(city);
    const { after } = await does(city, office, "cancel-hearing", { ...SOURCE, reason: "法官另有庭审" });
    expect(fileOf(city).state).toBe("postponed");
    expect(kindsTo(city, LEGAL).at(-1)).toBe("hearing-changed");
    expect((await undo(city, after)).status).toBe(303);
    expect(fileOf(city)).toMatchObject({ state: "awaiting-hearing", hearing: { date: "2026-09-24" } });
    expect(kindsTo(city, LEGAL).slice(-2).toSorted()).toEqual(["hearing-notice", "taken-back"]);
  });

  it("moved by telephone holds until the court's paper says otherwise", async () => {
    const city = await aCity();
    const office = await officeOf(city);
    await does(city, office, "move-hearing", { ...SOURCE, date: "2026-10-13", time: "下午2时30分" });
    expect(fileOf(city)).toMatchObject({ hearing: { date: "2026-10-13", time: "14:30", byHand: true } });
    const paper = `沂南县人民法院
传票
案号：${CASE}
案由：行政处罚
原告：陈建
被告：沂南县公安局
传唤事由：开庭审理
应到时间：2026年10月15日上午9时00分
应到处所：本院第五审判庭
2026年9月10日
`;
    await city.until(at("09-11", "10:00"));
    expect(await city.put(COURT_FOLDER, "moved.txt", new TextEncoder().encode(paper))).toBe("read");
    expect(fileOf(city)).toMatchObject({ hearing: { date: "2026-10-15" } });
    expect(fileOf(city)).not.toHaveProperty("hearing.byHand");
  });

  it("changed by a paper while the form was filled in is looked at again", async () => {
    const city = await aCity();
    const office = await officeOf(city);
    const { page } = await fill(city, office, "cancel-hearing", { ...SOURCE, reason: "法官另有庭审" });
    await does(city, office, "correct-hearing", { date: "2026-09-24", time: "10:00", reason: "笔误" });
    const late = await city.visit(`${office}/cancel-hearing`, { ...values(page), do: "submit" });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("有了变化");
    expect(fileOf(city).state).toBe("awaiting-hearing");
  });
});

describe("a case", () => {
  it("that ended is closed, and open again once that is taken back", async () => {
    const city = await aCity();
    const { preview, after } = await does(city, await officeOf(city), "close", {
      ...SOURCE,
      result: "withdrawn",
      ruled: "2026-09-09",
      reason: "原告已撤诉",
    });
    expect(preview).toContain("结案：撤诉（司法局登记，待裁判文书）");
    expect(fileOf(city)).toMatchObject({ state: "closed", outcome: "withdrawn" });
    expect((await undo(city, after)).status).toBe(303);
    expect(fileOf(city)).toMatchObject({ state: "awaiting-hearing" });
    expect(rowsOf(city)).toContain(CASE);
  });

  it("whose outcome was misread ends as it did: its agency hears that what it was asked is void, and back again", async () => {
    const city = await aCity();
    const office = await officeOf(city);
    await city.until(at("09-24", "17:00"));
    await city.put(
      COURT_FOLDER,
      "judgment.txt",
      judgmentText("撤销被告沂南县公安局作出的沂南公（治）行罚决字〔2026〕31号行政处罚决定。"),
    );
    await city.until(at("09-28", "11:00"));
    expect(fileOf(city)).toMatchObject({ state: "closed", outcome: "lost" });
    expect(kindsTo(city, LEGAL)).not.toContain("taken-back");
    const wrong = await fill(city, office, "correct-outcome", { outcome: "lost", reason: "主文识别有误" });
    expect([wrong.answer.status, wrong.page.includes("与系统登记的相同")]).toEqual([409, true]);
    const { preview, after } = await does(city, office, "correct-outcome", {
      outcome: "won",
      reason: "主文识别有误",
    });
    expect(preview).toContain("结案：行政机关胜诉");
    expect(preview).toContain("《裁判送达日期的询问》作废");
    expect(fileOf(city)).toMatchObject({ state: "closed", outcome: "won" });
    expect(fileOf(city).duties.filter(({ status }) => status === "open")).toEqual([]);
    await city.until(at("09-28", "15:00"));
    expect(kindsTo(city, LEGAL).at(-1)).toBe("taken-back");
    expect(city.sent.at(-1)?.subject).toContain("裁判结果已更正，9月24日所发《裁判送达日期的询问》作废");
    expect((await undo(city, after)).status).toBe(303);
    expect(fileOf(city)).toMatchObject({ outcome: "lost" });
  });

  it("registered by mistake is on no board and in no figures; whoever was told hears of it, and back again", async () => {
    const city = await aCity();
    const office = await officeOf(city);
    await city.until(at("09-24", "17:00"));
    await city.put(COURT_FOLDER, "record.txt", recordText("出庭负责人：龙涛，副局长，到庭。"));
    const figures = () => city.table.cases.get(caseNumber(CASE))?.counted.rows ?? [];
    const before = figures();
    expect(before).toHaveLength(1);
    const { preview, after } = await does(city, office, "void", { sure: "yes", reason: "测试文件" });
    expect(preview).toContain("不再计入看板和统计");
    expect(figures()).toEqual([]);
    expect(rowsOf(city)).not.toContain(CASE);
    expect(kindsTo(city, LEGAL).at(-1)).toBe("taken-back");
    expect(after).toContain("登记已经撤销");
    const diary = [...city.table.diaries.values()].filter((one) => one.caseNumber === CASE);
    expect(diary.map((entry) => ("hearing" in entry ? entry.status : ""))).not.toContain("set");
    expect((await undo(city, after)).status).toBe(303);
    expect(figures()).toEqual(before);
    expect(rowsOf(city)).toContain(CASE);
  });
});

describe("another bureau", () => {
  it.each(["lanshan-justice", "yinan-court", "yinan-police"])(
    "(%s) is refused, the city's is not",
    async (id) => {
      const city = await aCity();
      const stranger = linkFor(city, id);
      expect(await text(city, stranger)).toContain("不再属于本单位");
      const { answer } = await fill(city, stranger, "cancel-hearing", { ...SOURCE, reason: "x" });
      expect(answer.status).toBe(409);
      expect(fileOf(city).state).toBe("awaiting-hearing");
      const { after } = await does(city, linkFor(city, "linyi-justice"), "cancel-hearing", {
        ...SOURCE,
        on: "2026-09-08",
        reason: "法官另有庭审",
      });
      expect((await undo(city, after)).status).toBe(303);
    },
  );

  it("finds nothing behind a case that isn't there", async () => {
    const city = await aCity();
    expect(await text(city, linkFor(city, "yinan-justice", "（2026）鲁1321行初999号"))).toContain(
      "没有这一案件",
    );
  });
});

describe("a case that came by post", () => {
  const ENTRY = {
    number: "（2026）鲁1321行初88号",
    plaintiffs: "王强",
    respondents: "沂南县公安局",
    cause: "行政处罚",
    served: "2026-09-08",
    date: "2026-10-13",
    time: "09:00",
    way: "paper",
    told: "沂南县公安局法制大队李明",
    on: "2026-09-09",
  };
  const entryFor = (city: City, recipient: string) =>
    signLink(
      {
        task: "entry-office",
        recipient: recipient as OrganisationId,
        expires: addMinutes(city.now, 60),
        nonce: `entry ${recipient}`,
      },
      LINK_KEYS,
    );
  const entered = (city: City) => city.table.cases.get(caseNumber(ENTRY.number))?.file;

  it("is entered by form: its agency is told and owes its report; taken back it is none", async () => {
    const city = await aCity();
    await officeOf(city);
    const { preview, after } = await does(city, entryFor(city, "yinan-justice"), "case", ENTRY);
    expect(preview).toContain("系统中没有的新案件");
    expect(entered(city)).toMatchObject({
      state: "awaiting-hearing",
      court: "沂南县人民法院",
      hearing: { date: "2026-10-13", byHand: true },
    });
    expect(entered(city)?.deadlines[0]).toMatchObject({ kind: "report", startsOn: "2026-09-08" });
    expect(kindsTo(city, LEGAL).at(-1)).toBe("hearing-notice");
    expect(rowsOf(city)).toContain(caseNumber(ENTRY.number));
    expect(after).toContain("手工办理本案");
    expect((await undo(city, after)).status).toBe(303);
    expect(entered(city)).toMatchObject({ void: true });
    expect(rowsOf(city)).not.toContain(caseNumber(ENTRY.number));
    expect(kindsTo(city, LEGAL).at(-1)).toBe("taken-back");
  });

  it("and struck out is found by its number, by its bureau alone, with the way to take that back", async () => {
    const city = await aCity();
    await officeOf(city);
    await does(city, entryFor(city, "yinan-justice"), "case", ENTRY);
    await does(city, linkFor(city, "yinan-justice", ENTRY.number), "void", { sure: "yes", reason: "误登" });
    const query = `?open=${encodeURIComponent(ENTRY.number)}`;
    const found = await text(city, `${entryFor(city, "yinan-justice")}${query}`);
    expect(found).toContain("已撤销登记");
    const office = /href="([^"]+)">手工办理本案/.exec(found)?.[1] ?? expect.fail("no way to it");
    const place = /href="([^"]+)">撤回<\/a>/.exec(await text(city, office))?.[1] ?? expect.fail("no undo");
    const form = values(await text(city, place));
    expect((await city.visit(place, { ...form, reason: "确有此案", by: "刘洋", do: "submit" })).status).toBe(
      303,
    );
    expect(entered(city)).toMatchObject({ state: "awaiting-hearing" });
    expect(await text(city, `${entryFor(city, "lanshan-justice")}${query}`)).toContain("没有找到本辖区");
  });

  it("that is known, another bureau's, or incomplete is not entered", async () => {
    const city = await aCity();
    await officeOf(city);
    const known = await fill(city, entryFor(city, "yinan-justice"), "case", { ...ENTRY, number: CASE });
    expect(known.answer.status).toBe(409);
    expect(known.page).toContain("已经有这一案件");
    const others = await fill(city, entryFor(city, "lanshan-justice"), "case", ENTRY);
    expect(others.page).toContain("其他司法局辖区");
    const empty = await fill(city, entryFor(city, "yinan-justice"), "case", { by: "" });
    for (const field of ["number", "respondents", "told", "by"])
      expect(empty.page).toContain(`href="#${field}"`);
    expect(await text(city, entryFor(city, "yinan-police"))).toContain("不再属于本单位");
    expect(entered(city)).toBeUndefined();
  });

  it("whose number was misread is merged into the right one, and both are as before once that is taken back", async () => {
    const city = await aCity();
    const office = await officeOf(city);
    await does(city, entryFor(city, "yinan-justice"), "case", { ...ENTRY, date: "", time: "" });
    const wrong = linkFor(city, "yinan-justice", ENTRY.number);
    const before = [fileOf(city), entered(city)];
    const { preview, after } = await does(city, wrong, "merge", { other: CASE, reason: "案号识别有误" });
    expect(preview).toContain(CASE);
    expect(entered(city)).toMatchObject({ void: true });
    expect(fileOf(city).plaintiffs).toEqual(["陈建", "王强"]);
    expect(rowsOf(city)).not.toContain(caseNumber(ENTRY.number));
    expect((await undo(city, after)).status).toBe(303);
    expect(fileOf(city).plaintiffs).toEqual(before[0]?.plaintiffs);
    expect(entered(city)).toMatchObject({ state: before[1]?.state, respondents: before[1]?.respondents });
    expect(entered(city)?.void).toBeUndefined();
    expect(rowsOf(city)).toContain(caseNumber(ENTRY.number));
    const same = await fill(city, office, "merge", { other: CASE, reason: "x" });
    expect(same.page).toContain("就是本案案号");
  });

  it("with a respondent of another case loses it to that one", async () => {
    const city = await aCity();
    await officeOf(city);
    const names = "沂南县公安局\n沂南县自然资源和规划局";
    await does(city, entryFor(city, "yinan-justice"), "case", { ...ENTRY, respondents: names });
    const office = linkFor(city, "yinan-justice", ENTRY.number);
    const to = "（2026）鲁1321行初90号";
    const { after } = await does(city, office, "split", {
      what: "respondent:沂南县公安局",
      other: to,
      reason: "另案被告",
    });
    const target = () => city.table.cases.get(caseNumber(to))?.file;
    expect(entered(city)?.respondents.map(({ name }) => name)).toEqual(["沂南县自然资源和规划局"]);
    expect(target()).toMatchObject({ state: "awaiting-hearing", respondents: [{ name: "沂南县公安局" }] });
    expect(kindsTo(city, LEGAL).slice(-2).toSorted()).toEqual(["hearing-notice", "taken-back"]);
    expect((await undo(city, after)).status).toBe(303);
    expect(entered(city)?.respondents).toHaveLength(2);
    expect(target()).toMatchObject({ void: true });
  });
});

describe("a paper that came by post", () => {
  const NUMBER = "（2026）鲁1321行初95号";
  const SAID = {
    ...SOURCE,
    kind: "summons",
    number: NUMBER,
    way: "paper",
    told: "邮政快递",
    by: "刘洋",
    do: "submit",
  };

  /** Uploads it as a browser does, says what it is, and confirms it. */
  async function enters(city: City, bytes: Uint8Array, said: Form = SAID) {
    await officeOf(city);
    const place = signLink(
      {
        task: "entry-office",
        recipient: "yinan-justice" as OrganisationId,
        expires: addMinutes(city.now, 60),
        nonce: "entry",
      },
      LINK_KEYS,
    );
    const escaped = Object.entries(values(await text(city, `${place}/paper`)));
    const fields = Object.fromEntries(
      escaped.map(([name, value]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")]),
    );
    const dropped = await city.dropbox.send({ url: "", fields }, { name: "扫描件.txt", bytes });
    const batch =
      /batch=([\w-]+)/.exec(dropped.headers.get("location") ?? "")?.[1] ?? expect.fail("no batch");
    const page = await text(city, `${place}/paper?batch=${batch}`);
    const body = new URLSearchParams({ ...values(page), ...said });
    const preview = await city.pages.request(`/${place}/paper?batch=${batch}`, { method: "POST", body });
    return { place, preview, shown: await preview.clone().text() };
  }

  it("is read out of the bureau's folder, as served on the agency; the page says what it is worth and what was read", async () => {
    const city = await aCity();
    const { place, shown } = await enters(city, summonsText({ number: NUMBER }));
    expect(shown).toContain("视为已送达行政机关");
    expect(city.table.cases.get(caseNumber(NUMBER))).toBeUndefined();
    const form = { ...values(shown), do: "submit" };
    const done = await city.visit(`${place}/paper`, form);
    expect(done.status).toBe(303);
    const [, query = ""] = (done.headers.get("location") ?? "").split("?");
    expect(await text(city, `${place}?${query}`)).toContain("正在识别");
    await city.takeInHandedIn();
    expect(city.table.cases.get(caseNumber(NUMBER))?.file).toMatchObject({ state: "awaiting-hearing" });
    const after = await text(city, `${place}?${query}`);
    expect(after).toContain("已登记");
    expect(after).not.toContain("不一致");
    expect(kindsTo(city, LEGAL).at(-1)).toBe("hearing-notice");
    expect((await city.visit(`${place}/paper`, form)).status).toBe(303);
  });

  it("that is another than was said is pointed out", async () => {
    const city = await aCity();
    const { place, shown } = await enters(city, summonsText({ number: "（2026）鲁1321行初96号" }));
    const done = await city.visit(`${place}/paper`, { ...values(shown), do: "submit" });
    await city.takeInHandedIn();
    const [, query = ""] = (done.headers.get("location") ?? "").split("?");
    expect(await text(city, `${place}?${query}`)).toContain("不一致");
  });

  it("needs to be said what it is; a record is announced as a copy", async () => {
    const city = await aCity();
    const missing = await enters(city, recordText("被告负责人未出庭。"), { by: "", do: "submit" });
    expect(missing.preview.status).toBe(422);
    for (const field of ["kind", "number", "told", "by"]) expect(missing.shown).toContain(`href="#${field}"`);
    const copy = await enters(await aCity(), recordText("被告负责人未出庭。"), {
      ...SAID,
      kind: "hearing-record",
      number: CASE,
    });
    expect(copy.shown).toContain("按复制件存入案卷");
  });
});
