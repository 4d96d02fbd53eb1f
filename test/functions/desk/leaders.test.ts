/** 班子成员: an agency and its bureau keep the list, and report and filing begin with it; on the city in memory. */
import { describe, expect, it } from "vitest";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { Leader } from "../../../shared/domain/organisations/leaders.ts";
import { addMinutes, civilDate } from "../../../shared/domain/time/time.ts";
import { letterOf } from "../../../shared/letters/notices/notice-letters.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, mailTo, recordText } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { formsOf } from "../../support/page-forms.ts";
import { type Browsing, signedIn } from "../../support/signed-in.ts";

type City = Awaited<ReturnType<typeof aCity>>;
type Answers = Readonly<Record<string, string>>;
const POLICE = "yinan-police" as OrganisationId;
const LEGAL = "fazhi@yinan-police.example.org";
const PAGE = "/at/yinan-police/leaders";
const NEW_DEPUTY = {
  "l1-name": "周岩",
  "l1-post": "党委委员、副局长",
  "l1-field": "分管治安",
  "l1-from": "2026-03-01",
  by: "李明",
};

const listOf = async (city: City) => (await city.directory.organisation(POLICE))?.leaders;
const told = (city: City) =>
  city.sent.flatMap(({ notice: { content, recipient } }) =>
    content.kind === "organisation-changed" ? [[recipient.address, content.reader]] : [],
  );

/** The page's form with some answers, and the page that asks once more; then its confirmation. */
async function change(browser: Browsing, answers: Answers, place = PAGE) {
  const form = formsOf(await (await browser.get(place)).text()).find(({ untouched }) => "basis" in untouched);
  const asked = await (await browser.post(place, { ...form?.untouched, ...answers })).text();
  const confirm = formsOf(asked).find(({ untouched }) => "confirmed" in untouched)?.untouched;
  const done = confirm === undefined ? asked : await (await browser.post(place, confirm)).text();
  return { asked, confirm, done };
}

/** The entry with a head's address and leaders, as if kept so before. */
async function withEntry(city: City, changes: Partial<Organisation>) {
  const entry = await city.directory.organisation(POLICE);
  if (entry === undefined) throw new Error("there is no such agency");
  await city.directory.save([{ ...entry, ...changes }]);
}

const head = (name: string) =>
  [{ role: "legal-section", name: "李明", email: LEGAL } as const].concat({
    role: "head",
    name,
    email: "juzhang@yinan-police.example.org",
  } as never);

const leader = (changes: Partial<Leader> = {}): Leader => ({
  name: "周岩",
  post: "副局长",
  rank: "deputy",
  ...changes,
});

describe("an agency's list of its leaders", () => {
  it("gets whoever comes: shown first, written once, kept with who and when; courts and bureau get no mail", async () => {
    const city = await aCity();
    const browser = await signedIn(city, LEGAL);
    expect(await (await browser.get("/at/yinan-police")).text()).toContain("班子成员</a>");
    const { asked, confirm, done } = await change(browser, NEW_DEPUTY);
    expect(asked).toContain("尚未保存");
    expect(asked).toContain("班子成员：周岩，党委委员、副局长（副职），分管治安，2026年3月1日到任");
    expect(done).toContain("李明已于");
    const list = [
      { name: "周岩", post: "党委委员、副局长", rank: "deputy", field: "分管治安", from: "2026-03-01" },
    ];
    expect(await listOf(city)).toEqual(list);
    expect(told(city)).toEqual([[LEGAL, "own"]]);
    const sent = city.sent.findLast(({ notice }) => notice.content.kind === "organisation-changed")?.notice;
    const letter = sent && JSON.stringify(letterOf(sent.content, { name: "沂南县司法局" }));
    expect(letter).toContain("按更新后的班子成员名单带出");
    expect(letter).not.toContain("更新后的邮箱");
    expect((await city.directory.organisation(POLICE))?.verified).toBe(true);
    // A second click on the same confirmation.
    expect((await browser.post(PAGE, confirm ?? {})).status).toBe(200);
    expect(await city.directory.changes(POLICE)).toMatchObject([{ by: "李明", at: city.now }]);
  });

  it("ends a post by its last day, and the one who has left is still on the list", async () => {
    const city = await aCity();
    await withEntry(city, { leaders: [leader(), leader({ name: "王强", post: "局长", rank: "principal" })] });
    const browser = await signedIn(city, LEGAL);
    const { done } = await change(browser, { "l1-to": "2026-09-01", by: "李明" });
    expect(done).toContain("已离任");
    expect(await listOf(city)).toMatchObject([{ name: "周岩", to: "2026-09-01" }, { name: "王强" }]);
    const [changed] = await city.directory.changes(POLICE);
    expect(changed?.before?.leaders).toHaveLength(2);
  });

  it("names each mistake at its field, and writes nothing", async () => {
    const city = await aCity();
    const browser = await signedIn(city, LEGAL);
    const problem = async (answers: Answers) => (await change(browser, { ...NEW_DEPUTY, ...answers })).done;
    expect(await problem({ "l1-post": "法制大队大队长" })).toContain('href="#l1-post"');
    expect(await problem({ "l1-rank": "principal" })).toContain('href="#l1-rank">“党委委员、副局长”是副职');
    expect(await problem({ "l1-post": "党委委员" })).toContain('href="#l1-rank">第1位的职级不能由');
    expect(await problem({ "l1-name": "" })).toContain('href="#l1-name"');
    expect(await problem({ "l1-to": "2026-02-01" })).toContain('href="#l1-to">第1位的离任日期早于到任日期');
    expect(await problem({ by: "" })).toContain('href="#by"');
    expect((await change(browser, { by: "李明" })).done).toContain("没有任何变更");
    expect(await listOf(city)).toBeUndefined();
    expect(await city.directory.changes(POLICE)).toEqual([]);
  });

  it("taken back, is as it was", async () => {
    const city = await aCity();
    const before = await city.directory.organisation(POLICE);
    const browser = await signedIn(city, LEGAL);
    const { done } = await change(browser, NEW_DEPUTY);
    const [, place = ""] = /href="([^"]+)">撤回</.exec(done) ?? [];
    const undo = new URL(place, `https://desk.example.org${PAGE}`).pathname;
    const page = await (await browser.get(undo)).text();
    expect(page).toContain("周岩");
    const taking = formsOf(page).find(({ untouched }) => "reason" in untouched)?.untouched;
    await browser.post(undo, { ...taking, reason: "填错", by: "李明" });
    expect(await city.directory.organisation(POLICE)).toEqual(before);
    expect(await (await browser.get(PAGE)).text()).toContain("已撤回");
  });

  it("made from a list that has changed since, is refused", async () => {
    const city = await aCity();
    const browser = await signedIn(city, LEGAL);
    const form = formsOf(await (await browser.get(PAGE)).text()).find(
      ({ untouched }) => "basis" in untouched,
    );
    await withEntry(city, { leaders: [leader()] });
    const late = await browser.post(PAGE, { ...form?.untouched, ...NEW_DEPUTY });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain("名录信息有了变化");
    expect(await listOf(city)).toEqual([leader()]);
  });

  it("is nobody else's, neither to see nor to change", async () => {
    const city = await aCity();
    await withEntry(city, { leaders: [leader()] });
    const other = await signedIn(city, "fazhi@lanshan-market.example.org");
    const own = formsOf(await (await other.get("/at/lanshan-market/leaders")).text()).find(
      ({ untouched }) => "basis" in untouched,
    )?.untouched;
    expect((await other.get(PAGE)).status).toBe(404);
    expect((await other.post(PAGE, { ...own, ...NEW_DEPUTY })).status).toBe(404);
    const browser = await signedIn(city, LEGAL);
    // Another session's form.
    await browser.post(PAGE, { ...own, ...NEW_DEPUTY });
    expect(await listOf(city)).toEqual([leader()]);
  });
});

describe("a government", () => {
  it("keeps the list of its own leaders likewise", async () => {
    const city = await aCity();
    const browser = await signedIn(city, "fawu@yinan-government.example.org");
    const place = "/at/yinan-government/leaders";
    expect(await (await browser.get("/at/yinan-government")).text()).toContain("班子成员</a>");
    const answers = { "l1-name": "孙立", "l1-post": "副县长", by: "赵敏" };
    const { done } = await change(browser, answers, place);
    expect(done).toContain("赵敏已于");
    const entry = await city.directory.organisation("yinan-government" as OrganisationId);
    expect(entry?.leaders).toEqual([{ name: "孙立", post: "副县长", rank: "deputy" }]);
    expect((await browser.get(PAGE)).status).toBe(404);
  });
});

describe("a bureau", () => {
  const linkOf = (city: City, bureau: string) =>
    signLink(
      {
        task: "directory",
        recipient: bureau as OrganisationId,
        expires: addMinutes(city.now, 600),
        nonce: "LEADERS",
      },
      LINK_KEYS,
    );
  const { by: _, ...row } = NEW_DEPUTY;

  it("keeps the list on the unit's page; the unit hears of it, and it is taken back like other acts", async () => {
    const city = await aCity();
    const before = await city.directory.organisation(POLICE);
    const link = linkOf(city, "yinan-justice");
    const place = `${link}/leaders?id=${POLICE}`;
    const [form] = formsOf(await (await city.visit(place)).text());
    expect((await city.visit(place, { ...form?.untouched, ...row, by: "徐琳" })).status).toBe(303);
    const page = await (await city.visit(`${link}/entry?id=${POLICE}`)).text();
    expect(page).toContain("周岩");
    expect(page).toContain("党委委员、副局长<small>副职</small>");
    expect(told(city)).toEqual([[LEGAL, "own"]]);
    const [, undo = ""] = /href="\.\.\/([^"]+)">撤回</.exec(page) ?? [];
    const [taking] = formsOf(await (await city.visit(undo)).text());
    const answer = await city.visit(undo, { ...taking?.untouched, reason: "有误", by: "徐琳" });
    expect(answer.status).toBe(303);
    expect(await city.directory.organisation(POLICE)).toEqual(before);
  });

  it("of another county doesn't, and a court has no such list", async () => {
    const city = await aCity();
    const own = linkOf(city, "yinan-justice");
    const [form] = formsOf(await (await city.visit(`${own}/leaders?id=${POLICE}`)).text());
    const strange = `${linkOf(city, "hedong-justice")}/leaders?id=${POLICE}`;
    expect((await city.visit(strange)).status).toBe(409);
    expect((await city.visit(strange, { ...form?.untouched, ...row, by: "徐琳" })).status).toBe(409);
    const court = `${linkOf(city, "linyi-justice")}/leaders?id=yinan-court`;
    expect((await city.visit(court)).status).toBe(409);
    expect(await listOf(city)).toBeUndefined();
  });
});

describe("a report's head", () => {
  /** What the first report begins with, where the list was so before the summons of 2026-09-24. */
  async function begun(entry: Partial<Organisation>) {
    const city = await aCity();
    await withEntry(city, entry);
    const page = await (await city.visit(mailTo(city, LEGAL, "hearing-notice"))).text();
    return { page, form: formsOf(page).find(({ untouched }) => "headName" in untouched)?.untouched };
  }

  it("has post and rank from the list as it will be on the hearing's day", async () => {
    const moved = [
      leader({ post: "副局长", to: civilDate("2026-09-20") }),
      leader({ post: "局长", rank: "principal", from: civilDate("2026-09-21") }),
    ];
    const { form, page } = await begun({ contacts: head("周岩"), leaders: moved });
    expect(form).toMatchObject({ headName: "周岩", headTitle: "局长", headRank: "principal" });
    expect(page).toContain('<datalist id="headName-list"><option value="周岩"></option></datalist>');
  });

  it("who has left by then is nobody's head: the principal takes his place", async () => {
    const left = [
      leader({ post: "局长", rank: "principal", to: civilDate("2026-09-23") }),
      leader({ name: "王强", post: "局长", rank: "principal", from: civilDate("2026-09-24") }),
    ];
    const { form } = await begun({ contacts: head("周岩"), leaders: left });
    expect(form).toMatchObject({ headName: "王强", headTitle: "局长", headRank: "principal" });
  });

  it("is the filing's too, by the day that was sat on, though he has left since", async () => {
    const city = await aCity();
    const leaders = [
      leader({ post: "局长", rank: "principal", to: civilDate("2026-09-24") }),
      leader({ post: "二级调研员", rank: "in-charge", from: civilDate("2026-09-25") }),
    ];
    await withEntry(city, { contacts: head("周岩"), leaders });
    await city.until(at("09-28", "10:00"));
    const page = await (await city.visit(mailTo(city, LEGAL, "filing-due"))).text();
    const form = formsOf(page).find(({ untouched }) => "headName" in untouched)?.untouched;
    expect(form).toMatchObject({ headName: "周岩", headTitle: "局长", headRank: "principal" });
  });

  it("who is not on the list keeps the name the directory has", async () => {
    const { form, page } = await begun({ contacts: head("龙涛"), leaders: [leader()] });
    expect(form).toMatchObject({ headName: "龙涛", headTitle: "" });
    expect(page).toContain('<option value="周岩">');
  });
});

describe("本年出庭情况", () => {
  it("names each leader's cases and who never appeared, on the agency's page", async () => {
    const city = await aCity();
    await withEntry(city, { leaders: [leader({ name: "龙涛" }), leader()] });
    await city.until(at("09-25"));
    await city.put("courts/1321/inbox", "record.txt", recordText("出庭负责人：龙涛，副局长，到庭。"));
    const browser = await signedIn(city, LEGAL);
    const page = await (await browser.get(`${PAGE}?appearances=year`)).text();
    expect(page).toContain("本年开庭审理1件");
    expect(page).toContain("名单中1人本年没有出庭：周岩");
    expect(page).toContain("（2026）鲁1321行初77号");
  });
});
