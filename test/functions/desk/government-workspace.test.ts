/** A government's workspace: what awaits its approval, by whom; which of its leaders appears; its area's cases, and no other's. */
import { describe, expect, it } from "vitest";
import { DIRECTORY } from "../../../infra/local/city/scenario.ts";
import { lookup } from "../../../shared/domain/organisations/directory.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { at, RULES } from "../../support/case-builders.ts";
import { COURT_FOLDER, mailTo, REPORT, summonsText, values } from "../../support/desk-city.ts";
import { memoryCity } from "../../support/memory-city.ts";
import { type Browsing, signedIn } from "../../support/signed-in.ts";

const OWN = "（2026）鲁13行初77号";
const COUNTYS = "（2026）鲁1321行初77号";
const BUREAU = "yingsu@linyi-justice.example.org";
const OFFICE = "fawu@linyi-government.example.org";
const LEADER = "zhou@linyi-government.example.org";
const LAND = "fazhi@linyi-land.example.org";
const HOME = "/at/linyi-government";

const SUMMONS = `临沂市中级人民法院
传票

案号：${OWN}
案由：征收补偿
原告：薛广田
被告：临沂市人民政府
传唤事由：开庭审理
应到时间：2026年9月24日上午9时00分
应到处所：本院第二审判庭
2026年9月7日
`;
const FORM = {
  summary: "不服征收补偿决定。",
  proposal: "请求驳回；建议分管副市长出庭。",
  agency: "临沂市自然资源和规划局",
  by: "王芳",
  do: "submit",
};
const HEAD = { appearsName: "周岚", appearsTitle: "副市长" };
const TWO_STEPS: Rules = {
  ...RULES,
  policy: { ...RULES.policy, designation: { ...RULES.policy.designation, approval: "two-step" } },
};

/** The city's government sued, a county's agency too; the bureau's form is submitted on the 8th. */
async function aCity(rules?: Rules) {
  const city = memoryCity(at("09-08"), undefined, rules);
  await city.upload(DIRECTORY);
  const [government] = await city.directory.find(lookup.name("临沂市人民政府"));
  if (government === undefined) throw new Error("no government");
  const leader = { role: "head", name: "周岚", email: LEADER } as const;
  await city.directory.save([{ ...government, contacts: [...government.contacts, leader] }]);
  await city.put("courts/13/inbox", "summons.txt", new TextEncoder().encode(SUMMONS));
  await city.put(COURT_FOLDER, "summons.txt", summonsText());
  await fillByLink(city, mailTo(city, BUREAU, "case-handling-form"), FORM);
  return city;
}
type City = Awaited<ReturnType<typeof aCity>>;

async function fillByLink(city: City, link: string, form: Readonly<Record<string, string>>) {
  return city.visit(link, { ...form, ...values(await (await city.visit(link)).text()) });
}

const home = async (browser: Browsing, place = HOME) => (await browser.get(place)).text();
const section = (page: string, id: string) =>
  new RegExp(`<section aria-labelledby="${id}">(.*?)</section>`, "s").exec(page)?.[1] ?? "";

/** Follows a link of the workspace by its words. */
async function follow(browser: Browsing, page: string, words: string) {
  const [, href = ""] = new RegExp(`href="([^"]+)">${words}<`).exec(page) ?? [];
  const { pathname, search } = new URL(href, `https://desk.example.org${browser.at}`);
  return browser.get(`${pathname}${search}`);
}

describe("what awaits a government's approval", () => {
  it("is listed with case, hearing and what is proposed, and done in the room it leads to", async () => {
    const city = await aCity();
    const office = await signedIn(city, OFFICE);
    const before = section(await home(office), "approvals");
    expect(before).toContain("审批案件办理单");
    expect(before).toContain(OWN);
    expect(before).toContain("9月24日开庭前");
    expect(before).toContain("还有16天，今天送来");
    expect(before).toContain("拟指派临沂市自然资源和规划局");
    const room = await (await follow(office, await home(office), "审批案件办理单")).text();
    expect(room).toContain("同意，指派临沂市自然资源和规划局负责出庭应诉");
    const done = await office.fill(
      room,
      { answer: "approve", by: "赵启明", ...HEAD, do: "submit" },
      "submit",
    );
    expect(await done.text()).toContain("已指派临沂市自然资源和规划局出庭应诉");
    expect(section(await home(office), "approvals")).toContain("没有等待审批的事项");
  });

  it("is an objection of the agency as well", async () => {
    const city = await aCity();
    const approval = mailTo(city, OFFICE, "handling-form-submitted");
    await fillByLink(city, approval, { answer: "approve", by: "赵启明", do: "submit" });
    const order = mailTo(city, LAND, "designation-order");
    const objection = { text: "由住建局承办。", by: "许静", do: "submit" };
    await fillByLink(city, `${order}/objection`, objection);
    const office = await signedIn(city, OFFICE);
    const page = await home(office);
    expect(section(page, "approvals")).toContain("临沂市自然资源和规划局提出异议");
    const room = await (await follow(office, page, "答复指派异议")).text();
    expect(room).toContain("由住建局承办。");
    await office.fill(room, { answer: "keep", text: "维持。", by: "赵启明", do: "submit" }, "submit");
    expect(section(await home(office), "approvals")).toContain("没有等待审批的事项");
  });

  it("in two steps is the office's first, then the leader's, who finds his own first", async () => {
    const city = await aCity(TWO_STEPS);
    const [office, leader] = [await signedIn(city, OFFICE), await signedIn(city, LEADER)];
    const early = await home(leader);
    expect(section(early, "approvals")).toContain("没有等待审批的事项");
    expect(section(early, "office")).toContain("拟办案件办理单");

    const opinion = await (await follow(office, await home(office), "拟办案件办理单")).text();
    const proposed = { answer: "propose", text: "拟同意。", by: "赵启明", ...HEAD, do: "submit" };
    await office.fill(opinion, proposed, "submit");
    expect(section(await home(office), "hearings")).toContain("周岚，副市长<small>拟定，未审批</small>");

    const page = await home(leader);
    expect(page).toContain("待您审批");
    expect([...page.matchAll(/<h2 id="(\w+)">/g)].map(([, id]) => id)).toEqual(["approvals", "hearings"]);
    const room = await (await follow(leader, page, "领导审批案件办理单")).text();
    expect(room).toContain("拟同意。");
    await leader.fill(room, { answer: "approve", by: "周岚", ...HEAD, do: "submit" }, "submit");
    for (const browser of [leader, office])
      expect(section(await home(browser), "approvals")).toContain("没有等待审批的事项");
  });
});

describe("the hearings of its leaders", () => {
  it("say who appears, and that he comes once it was reported", async () => {
    const city = await aCity();
    let office = await signedIn(city, OFFICE);
    const words = async () => section(await home(office), "hearings");
    expect(await words()).toContain("尚未确定");
    const approval = mailTo(city, OFFICE, "handling-form-submitted");
    await fillByLink(city, approval, { answer: "approve", by: "赵启明", ...HEAD, do: "submit" });
    expect(await words()).toMatch(/周岚，副市长.*应诉单位尚未报告/s);
    const report = { ...REPORT, headName: "周岚", headTitle: "副市长" };
    await fillByLink(city, mailTo(city, LAND, "designation-order"), report);
    expect(await words()).toContain("已确认：周岚，副市长（副职）出庭");
    await city.until(at("09-24", "12:00"));
    office = await signedIn(city, OFFICE);
    expect(await words()).toContain("本级政府没有待开庭的案件");
    expect(section(await home(office), "sued")).toContain("已过开庭日，未收到笔录");
  });
});

describe("the cases of its area", () => {
  it("are all for the city's government, by county, each leading to its page", async () => {
    const city = await aCity();
    const office = await signedIn(city, OFFICE);
    expect(await home(office, `${HOME}/cases`)).toContain(OWN);
    const county = await home(office, `${HOME}/cases?district=${encodeURIComponent("沂南县")}`);
    expect(county).toContain(COUNTYS);
    expect(await (await follow(office, county, COUNTYS)).text()).toContain(`<title>${COUNTYS}`);
    expect((await office.get(`${HOME}/cases?state=closed&year=2026`)).status).toBe(200);
  });

  it("are never another county's, whatever is asked, and no link of another's opens", async () => {
    const city = await aCity();
    const yinan = await signedIn(city, "fawu@yinan-government.example.org");
    const hedong = await signedIn(city, "fawu@hedong-government.example.org");
    const list = await home(yinan, "/at/yinan-government/cases");
    expect(list).toContain(COUNTYS);
    expect(list).not.toContain(OWN);
    for (const district of ["沂南县", "市本级", "ORG:yinan-police"])
      for (const state of ["", "closed"]) {
        const asked = new URLSearchParams({ district, state });
        const theirs = await home(hedong, `/at/hedong-government/cases?${asked}`);
        expect(theirs).toContain("没有这样的案件");
        expect(theirs).not.toMatch(/行初77号/);
      }
    const [, link = ""] = /href="([^"]+)">（2026）鲁1321行初77号/.exec(list) ?? [];
    const { pathname } = new URL(link, "https://desk.example.org/at/yinan-government/cases");
    expect((await yinan.get(pathname)).status).toBe(200);
    expect(await (await hedong.get(pathname)).text()).not.toContain("陈建");
    expect(await home(hedong, HOME)).not.toContain(OWN);
  });
});
