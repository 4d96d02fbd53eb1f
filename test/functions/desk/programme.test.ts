/** The programme and its proposals for correction, from mail to mail, on the city in memory. */
import { beforeEach, describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import type { NoticeKind } from "../../../shared/domain/notices/notice-kinds.ts";
import type { Correction } from "../../../shared/domain/programme/entry.ts";
import type { Year } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";
import { values } from "../../support/desk-city.ts";
import { memoryCity } from "../../support/memory-city.ts";

const YEAR = "2026" as Year;
const AGENCY = "fazhi@yinan-police.example.org";
const COUNTY = "yingsu@yinan-justice.example.org";
const CITY = "yingsu@linyi-justice.example.org";

const OBSERVATION = {
  date: "2026-09-03",
  caseNumber: "(2026)鲁1321行初9号",
  cause: "行政处罚",
  court: "沂南县人民法院",
  participants: "沂南县公安局，12人\n沂南县自然资源和规划局 8",
  by: "王芳",
  do: "submit",
};
const PROPOSAL = {
  agency: "沂南县公安局",
  caseNumber: "（2026）鲁1321行初9号",
  shortcoming: "负责人未出庭，也未说明理由。",
  proposal: "建立出庭应诉内部制度。",
  due: "2026-10-20",
  by: "王芳",
  do: "submit",
};

let city: ReturnType<typeof memoryCity>;
beforeEach(async () => {
  city = memoryCity(at("08-31"));
  await city.upload(DIRECTORY);
  await city.until(at("09-07", "10:00"));
});

function link(address: string, kind: NoticeKind): string {
  const mail = city.sent.findLast(
    ({ notice, token }) =>
      notice.recipient.address === address && notice.content.kind === kind && token !== undefined,
  );
  return mail?.token ?? expect.fail(`no ${kind} to ${address}`);
}

const read = async (path: string) => (await city.visit(path)).text();
const recorded = (jurisdiction = "沂南县") => city.records.programme(jurisdiction, YEAR);
/** Fills in a form's page. */
async function fill(path: string, form: Readonly<Record<string, string>>) {
  const page = await read(path);
  return city.visit(path, { ...values(page), ...form });
}
/** Where an answer leads, as a path. */
const onward = (path: string, answer: Response) =>
  new URL(answer.headers.get("location") ?? "", `http://desk/${path}`).href.slice("http://desk/".length);

describe("a county's programme", () => {
  it("is opened by the year's mail, records observations, and shows how far it is", async () => {
    const programme = link(COUNTY, "programme-plan");
    expect(await read(programme)).toContain("落后：应完成1次");

    const answer = await fill(`${programme}/observation`, OBSERVATION);
    expect(answer.status).toBe(303);
    const entry = await read(onward(`${programme}/observation`, answer));
    expect(entry).toContain("（2026）鲁1321行初9号");
    expect(entry).toContain("共2个单位，20人");
    const overview = await read(programme);
    expect(overview).not.toContain("落后");
    expect(overview).toContain("1次，全年不少于2次");
    expect((await recorded()).find(({ kind }) => kind === "observation")).toMatchObject({
      change: { by: "王芳", cause: expect.stringMatching(/^link:/), what: "recorded" },
    });
  });

  it("records once, however often a form is sent; another form is another record", async () => {
    const path = `${link(COUNTY, "programme-plan")}/observation`;
    const form = { ...values(await read(path)), ...OBSERVATION };
    const [first, second] = await Promise.all([city.visit(path, form), city.visit(path, form)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(await recorded()).toHaveLength(2);
    await city.visit(path, form);
    expect(await recorded()).toHaveLength(2);
    await fill(path, OBSERVATION);
    expect(await recorded()).toHaveLength(3);
  });

  it("a thousand visits change nothing", async () => {
    const programme = link(COUNTY, "programme-plan");
    await fill(`${programme}/observation`, OBSERVATION);
    const before = JSON.stringify([...city.table.programme, ...city.table.notices]);
    for (let visit = 0; visit < 250; visit++)
      for (const part of ["", "/observation", "/correction", "/entry?kind=observation&id=x&year=2026"])
        await city.pages.request(`/${programme}${part}`);
    expect(JSON.stringify([...city.table.programme, ...city.table.notices])).toBe(before);
  });

  it("a wrong form says what is wrong and keeps what was typed", async () => {
    const answer = await fill(`${link(COUNTY, "programme-plan")}/observation`, {
      ...OBSERVATION,
      date: "2026-12-01",
      caseNumber: "鲁1321民初9号",
      participants: "沂南县公安局",
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("旁听日期应在2025-01-01至2026-09-07之间");
    expect(page).toContain("请填写行政案件的案号");
    expect(page).toContain("没有写明单位和人数");
    expect(page).toContain('value="鲁1321民初9号"');
    expect(await recorded()).toHaveLength(1);
  });

  it("without a form of ours records nothing", async () => {
    const path = `${link(COUNTY, "programme-plan")}/observation`;
    expect((await city.visit(path, { ...OBSERVATION, form: "x" })).status).toBe(422);
    expect((await city.visit(path, OBSERVATION)).status).toBe(422);
    expect(await recorded()).toHaveLength(1);
  });

  it("is corrected by one of two people, and the other sees what changed", async () => {
    const programme = link(COUNTY, "programme-plan");
    const answer = await fill(`${programme}/observation`, OBSERVATION);
    const place = onward(`${programme}/observation`, answer);
    const amend = place.replace("/entry?", "/observation?");
    const [one, other] = [values(await read(amend)), values(await read(amend))];
    expect((await city.visit(amend, { ...OBSERVATION, ...one, court: "费县人民法院" })).status).toBe(303);
    const late = await city.visit(amend, { ...OBSERVATION, ...other, court: "河东区人民法院" });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain("已由他人更新");
    expect(page).toContain("费县人民法院");
    expect(page).toContain('value="河东区人民法院"');
    // What they see now is what they may go on from.
    expect(
      (await city.visit(amend, { ...OBSERVATION, ...values(page), court: "河东区人民法院" })).status,
    ).toBe(303);
    const shown = await read(place);
    expect(shown).toContain("河东区人民法院");
    expect(shown.match(/>更正<\/td>/g)).toHaveLength(2);
  });

  it("a record made by mistake is withdrawn with its reason, stays, and doesn't count", async () => {
    const programme = link(COUNTY, "programme-plan");
    const place = onward(`${programme}/observation`, await fill(`${programme}/observation`, OBSERVATION));
    expect((await fill(place, { reason: "重复登记", by: "王芳", do: "withdraw" })).status).toBe(303);
    expect(await read(place)).toContain("已作废，不计入统计");
    expect(await read(programme)).toContain("落后");
    const again = await city.visit(place, {
      reason: "x",
      by: "x",
      do: "withdraw",
      revision: "2",
      form: "0".repeat(8),
    });
    expect(again.status).toBe(422);
  });

  it("trainings and meetings are kept as they were told", async () => {
    const programme = link(COUNTY, "programme-plan");
    await fill(`${programme}/training`, {
      date: "2026-09-02",
      topic: "出庭应诉规范",
      participants: "各乡镇街道，46人",
      papers: "负责人身份证明样式\n授权委托书样式",
      by: "王芳",
      do: "submit",
    });
    await fill(`${programme}/meeting`, {
      date: "2026-09-04",
      place: "沂南县人民法院",
      participants: "沂南县人民法院，5人\n沂南县司法局，4人",
      point0: "按月通报出庭情况",
      owner0: "沂南县司法局",
      due0: "2026-10-30",
      point1: "共同组织旁听",
      by: "王芳",
      do: "submit",
    });
    expect((await recorded()).filter(({ kind }) => kind !== "plan")).toMatchObject([
      {
        kind: "meeting",
        points: [
          {
            id: "1",
            text: "按月通报出庭情况",
            owner: { name: "沂南县司法局", organisation: "yinan-justice" },
            due: "2026-10-30",
          },
          { id: "2", text: "共同组织旁听" },
        ],
      },
      { kind: "training", participants: [{ unit: "各乡镇街道", people: 46 }], papers: { length: 2 } },
    ]);
  });

  it("is not another county's to see or to change; the city sees it, and changes nothing there", async () => {
    const programme = link(COUNTY, "programme-plan");
    const place = onward(`${programme}/observation`, await fill(`${programme}/observation`, OBSERVATION));
    const query = place.slice(place.indexOf("?"));
    const neighbour = link("yingsu@hedong-justice.example.org", "programme-plan");
    expect((await city.visit(`${neighbour}/entry${query}`)).status).toBe(409);
    expect(await read(`${neighbour}?of=沂南县`)).not.toContain("行初9号");

    const above = link(CITY, "programme-plan");
    const overview = await read(`${above}?of=沂南县`);
    expect(overview).toContain("行初9号");
    expect(overview).toContain("这里只供查看");
    expect(await read(`${above}/entry${query}`)).not.toContain("作废这条记录");
    const form = { reason: "x", by: "x", do: "withdraw", revision: "1", form: crypto.randomUUID() };
    expect((await city.visit(`${above}/entry${query}`, form)).status).toBe(409);
    expect((await recorded()).some(({ withdrawn }) => withdrawn !== undefined)).toBe(false);
  });
});

describe("a proposal for correction", () => {
  const correction = async () =>
    (await recorded()).find((one): one is Correction => one.kind === "correction") ?? expect.fail();
  const propose = () => fill(`${link(COUNTY, "programme-plan")}/correction`, PROPOSAL);

  it("goes to the agency, is answered, returned, answered again, and accepted, each time by mail", async () => {
    expect((await propose()).status).toBe(303);
    const agency = link(AGENCY, "correction-proposed");
    expect(await read(agency)).toContain("建立出庭应诉内部制度。");
    expect((await fill(agency, { text: "已整改。", by: "张敏", do: "submit" })).status).toBe(303);
    // The same link still shows how things stand, and asks nothing more.
    expect(await read(agency)).toContain("已答复，待审核");
    expect(await read(agency)).not.toContain("<form");

    const bureau = link(COUNTY, "correction-answered");
    const judge = (form: Record<string, string>) => fill(bureau, { by: "王芳", do: "submit", ...form });
    expect((await judge({ verdict: "return" })).status).toBe(422);
    expect((await judge({ verdict: "return", text: "请附制度全文。", due: "2026-10-30" })).status).toBe(303);
    const again = link(AGENCY, "correction-judged");
    expect(await read(again)).toContain("请附制度全文。");
    expect((await fill(again, { text: "已附。", by: "张敏", do: "submit" })).status).toBe(303);
    expect((await judge({ verdict: "accept" })).status).toBe(303);
    expect(await correction()).toMatchObject({
      due: "2026-10-30",
      answers: [{}, { verdict: { accepted: true } }],
    });
    expect(city.sent.at(-1)?.notice.content).toMatchObject({ kind: "correction-judged", accepted: true });
    expect((await city.records.programmeHistory({ ...(await correction()) })).length).toBeGreaterThan(4);
  });

  it("an answer sent twice is one answer", async () => {
    await propose();
    const agency = link(AGENCY, "correction-proposed");
    const form = { ...values(await read(agency)), text: "已整改。", by: "张敏", do: "submit" };
    const answers = await Promise.all([city.visit(agency, form), city.visit(agency, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await correction()).answers).toHaveLength(1);
  });

  it("an answer sent again with other words, from a page gone back to, isn't lost in silence", async () => {
    await propose();
    const agency = link(AGENCY, "correction-proposed");
    const form = { ...values(await read(agency)), text: "已整改。", by: "张敏", do: "submit" };
    expect((await city.visit(agency, form)).status).toBe(303);
    expect((await city.visit(agency, { ...form, text: "另有补充。" })).status).toBe(409);
    expect((await correction()).answers).toHaveLength(1);
  });

  it("unanswered is reminded of, then urged; its superior gets the copy the bureau has seen, once the bureau says so", async () => {
    await propose();
    await city.until(at("10-22", "10:00"));
    const due = city.sent.filter(({ notice }) => notice.content.kind === "correction-due");
    expect(due.map(({ notice, token }) => [notice.recipient.address, token !== undefined])).toEqual([
      [AGENCY, true],
      [AGENCY, true],
      [COUNTY, true],
    ]);
    expect(await read(link(COUNTY, "programme-plan"))).toContain("逾期1项");

    const bureau = link(COUNTY, "correction-due");
    const page = await read(bureau);
    expect(page).toContain("确认后，发给沂南县人民政府");
    expect(page).toContain("沂南县公安局的整改建议已逾期2天，尚未答复（抄送）");
    const form = { ...values(page), by: "王芳", do: "copy" };
    expect((await city.visit(bureau, { ...form, by: "" })).status).toBe(422);
    const copies = () =>
      city.sent.filter(({ notice }) => notice.recipient.address === "fawu@yinan-government.example.org");
    const before = copies().length;
    expect((await city.visit(bureau, form)).status).toBe(303);
    expect((await city.visit(bureau, form)).status).toBe(303);
    expect(
      copies()
        .slice(before)
        .map(({ notice, token }) => [notice.content.kind, token]),
    ).toEqual([["correction-due", undefined]]);
    expect(await read(bureau)).toContain("王芳确认抄送督办函");
    expect(await read(bureau)).not.toContain("确认抄送上级</button>");
  });

  it("withdrawn is taken back by mail, and can't be answered any more", async () => {
    const programme = link(COUNTY, "programme-plan");
    const place = onward(`${programme}/correction`, await propose());
    const agency = link(AGENCY, "correction-proposed");
    const form = { ...values(await read(agency)), text: "已整改。", by: "张敏", do: "submit" };
    await fill(place, { reason: "单位有误", by: "王芳", do: "withdraw" });
    expect(city.sent.at(-1)?.notice.content).toMatchObject({
      kind: "correction-withdrawn",
      reason: "单位有误",
    });
    expect((await city.visit(agency, form)).status).toBe(409);
    expect((await correction()).answers).toEqual([]);
  });

  it("goes to nobody by an unknown name, nor to another county's agency", async () => {
    const path = `${link(COUNTY, "programme-plan")}/correction`;
    const unknown = await fill(path, { ...PROPOSAL, agency: "某某局" });
    expect(await unknown.text()).toContain("名录中没有唯一对应的“某某局”");
    const foreign = await fill(path, { ...PROPOSAL, agency: "兰山区市场监督管理局" });
    expect(await foreign.text()).toContain("不属于沂南县");
    expect(city.sent.filter(({ notice }) => notice.content.kind === "correction-proposed")).toEqual([]);
  });

  it("is nobody else's to read or answer", async () => {
    await propose();
    const agency = link(AGENCY, "correction-proposed");
    expect(await read(link(CITY, "programme-plan"))).not.toContain("建立出庭应诉内部制度");
    const { signLink, readLink } = await import("../../../shared/links/token.ts");
    const { LINK_KEYS } = await import("../../support/memory-city.ts");
    const reading = readLink(agency, LINK_KEYS, city.now);
    if (reading.state !== "valid") expect.fail();
    const other = signLink({ ...reading.link, recipient: "lanshan-market" as never }, LINK_KEYS);
    expect((await city.visit(other)).status).toBe(409);
    const form = { text: "x", by: "x", do: "submit", revision: "1", form: crypto.randomUUID() };
    expect((await city.visit(other, form)).status).toBe(409);
    expect((await correction()).answers).toEqual([]);
  });
});
