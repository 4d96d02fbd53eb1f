/** A bureau keeps the directory of its jurisdiction: from mail and board, on the city in memory. */
import { describe, expect, it } from "vitest";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { lookup, type OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, COURT_FOLDER, mailTo, summonsText } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { formsOf } from "../../support/page-forms.ts";

type City = Awaited<ReturnType<typeof aCity>>;
const BUREAU = "yingsu@yinan-justice.example.org";
const WATER = "沂南县水务和河湖保障中心";
const CASE = "（2026）鲁1321行初79号";
const id = (text: string) => text as OrganisationId;

/** A case against somebody the directory doesn't know. */
async function withUnknown(name = WATER): Promise<City> {
  const city = await aCity();
  const text = new TextDecoder().decode(summonsText({ number: CASE })).replace("沂南县公安局", name);
  await city.put(COURT_FOLDER, "summons-79.txt", new TextEncoder().encode(text));
  return city;
}

/** The link to a bureau's whole directory. */
function linkOf(city: City, bureau: string, task: Partial<Link> = {}): string {
  const link = {
    task: "directory",
    recipient: id(bureau),
    expires: addMinutes(city.now, 600),
    nonce: "DIRECTORY",
    ...task,
  } as Link;
  return signLink(link, LINK_KEYS);
}

async function pageAt(city: City, place: string): Promise<string> {
  return (await city.visit(place)).text();
}

/** Sends a page's form with some fields filled in, and confirms what it then shows. */
async function fill(city: City, place: string, answers: Readonly<Record<string, string>>, form = 0) {
  const asked = formsOf(await pageAt(city, place))[form];
  if (asked === undefined) throw new Error("no such form");
  const to = asked.action === "" ? place : asked.action;
  return city.visit(to.replaceAll("&amp;", "&"), { ...asked.untouched, ...answers, by: "徐琳" });
}

const NEW_UNIT = {
  name: WATER,
  level: "county",
  superior: "沂南县人民政府",
  "c1-role": "legal-section",
  "c1-name": "赵敏",
  "c1-email": "fazhi@yinan-water.example.org",
  "c1-phone": "０５３９－１２３４５６７",
};

const kindsTo = (city: City, address: string) =>
  city.sent.flatMap(({ notice }) => (notice.recipient.address === address ? [notice.content.kind] : []));

describe("这是哪个单位？", () => {
  it("offers units with names like it; the chosen one is told of the case at once, and the name is its own from then on", async () => {
    const city = await withUnknown("沂南县公安局刑警大队");
    const link = mailTo(city, BUREAU, "unknown-agency");
    const page = await pageAt(city, link);
    expect(page).toContain("沂南县公安局（沂南县，行政机关");
    const before = city.sent.length;
    const answer = await fill(city, link, { unit: "yinan-police" });
    expect(answer.status).toBe(303);
    const told = city.sent.slice(before).map(({ notice }) => [notice.recipient.address, notice.content.kind]);
    expect(told).toContainEqual(["fazhi@yinan-police.example.org", "hearing-notice"]);
    const police = await city.directory.organisation(id("yinan-police"));
    expect(police?.aliases).toEqual(["沂南县公安局刑警大队"]);
    expect(await city.directory.find(lookup.name("沂南县公安局 刑警大队"))).toEqual([police]);
    expect(await Array.fromAsync(city.records.unknownNames())).toEqual([]);
    expect(await pageAt(city, link)).toContain("已经核定");
  });

  it("leads to a new unit, which is told at once as well; the same form twice makes one", async () => {
    const city = await withUnknown();
    const link = mailTo(city, BUREAU, "unknown-agency");
    const [, place = ""] = /href="([^"]+)">登记为新单位/.exec(await pageAt(city, link)) ?? [];
    const to = place.replaceAll("&amp;", "&");
    const [form] = formsOf(await pageAt(city, to));
    expect(form?.untouched).toMatchObject({ name: WATER, level: "county", jurisdiction: "沂南县" });
    const sent = { ...form?.untouched, ...NEW_UNIT, by: "徐琳" };
    expect((await city.visit(to, sent)).status).toBe(303);
    expect((await city.visit(to, sent)).status).toBe(303);
    const [unit, ...others] = await city.directory.find(lookup.name(WATER));
    expect(others).toEqual([]);
    expect(unit).toMatchObject({
      kind: "agency",
      superior: "yinan-government",
      verified: true,
      contacts: [{ role: "legal-section", email: NEW_UNIT["c1-email"], phone: "0539-1234567" }],
    });
    expect(kindsTo(city, NEW_UNIT["c1-email"])).toContain("hearing-notice");
    const file = await city.records.caseFile(CASE as never);
    expect(file?.deadlines.some(({ kind, status }) => kind === "report" && status === "open")).toBe(true);
  });

  it("taken back, the unit is closed, its letters are called back, and the case waits again", async () => {
    const city = await withUnknown();
    const link = mailTo(city, BUREAU, "unknown-agency");
    const place = `${link}/new?${new URLSearchParams({ name: WATER, case: CASE })}`;
    await fill(city, place, NEW_UNIT);
    const [, undo = ""] = /href="\.\.\/([^"]+)">撤回</.exec(await pageAt(city, `${link}/acts`)) ?? [];
    const page = await pageAt(city, undo);
    expect(page).toContain("撤回后");
    expect(page).toContain(CASE);
    expect((await fill(city, undo, { reason: "登记错误" })).status).toBe(303);
    expect(kindsTo(city, NEW_UNIT["c1-email"])).toContain("taken-back");
    expect(await city.directory.find(lookup.name(WATER))).toEqual([]);
    expect((await Array.fromAsync(city.records.unknownNames())).map(({ names }) => names)).toEqual([[WATER]]);
    expect(await pageAt(city, `${link}/acts`)).toContain("已撤回");
  });

  it("is asked of the bureau of the case's court and of the city's, and of no other", async () => {
    const city = await withUnknown();
    const asked = `naming?${new URLSearchParams({ case: CASE, name: WATER })}`;
    expect((await city.visit(`${linkOf(city, "hedong-justice")}/${asked}`)).status).toBe(409);
    const strangers = linkOf(city, "hedong-justice", {
      task: "unknown-name",
      caseNumber: CASE,
      respondent: WATER,
    } as never);
    for (const part of ["", "/list", "/new"])
      expect((await city.visit(`${strangers}${part}`)).status).toBe(409);
    const municipal = await pageAt(city, `${linkOf(city, "linyi-justice")}/${asked}`);
    expect(municipal).toContain("沂南县公安局");
    expect(await pageAt(city, linkOf(city, "yinan-justice"))).toContain(WATER);
    expect(await pageAt(city, linkOf(city, "hedong-justice"))).not.toContain(WATER);
  });
});

describe("the directory of a jurisdiction", () => {
  it("lists its units with what is wrong, to be filtered", async () => {
    const city = await aCity();
    await city.directory.markUndeliverable(id("yinan-jiehu"), "fazhi@yinan-jiehu.example.org");
    const link = linkOf(city, "yinan-justice");
    const page = await pageAt(city, link);
    expect(page).toContain("沂南县界湖街道办事处");
    expect(page).toContain("邮箱退信");
    expect(page).not.toContain("兰山区市场监督管理局");
    const refused = await pageAt(city, `${link}/list?flaw=address-refused`);
    expect(refused).toContain("沂南县界湖街道办事处");
    expect(refused).not.toContain("沂南县公安局<");
    const searched = await pageAt(city, `${link}/list?${new URLSearchParams({ q: "fazhi@yinan-police" })}`);
    expect(searched).toContain("沂南县公安局");
    expect(searched).not.toContain("界湖街道");
    expect(await pageAt(city, `${linkOf(city, "linyi-justice")}/list?area=all`)).toContain(
      "兰山区市场监督管理局",
    );
  });

  it("takes up a change, tells the unit, its former address and its courts, and keeps who and when", async () => {
    const city = await aCity();
    const link = linkOf(city, "yinan-justice");
    const place = `${link}/change?id=yinan-police`;
    const answer = await fill(city, place, {
      name: "沂南县公安分局",
      "c1-email": "ＦＡＷＵ＠yinan-police。example．org",
      "c3-role": "duty",
      "c3-name": "值班室",
      "c3-email": "zhiban@yinan-police.example.org",
    });
    expect(answer.status).toBe(303);
    const now = await city.directory.organisation(id("yinan-police"));
    expect(now).toMatchObject({ name: "沂南县公安分局", aliases: ["沂南县公安局"], verified: true });
    expect(now?.contacts.map(({ email }) => email)).toContain("FAWU@yinan-police.example.org");
    const told = city.sent.flatMap(({ notice: { content, recipient } }) =>
      content.kind === "organisation-changed" ? [[recipient.address, content.reader]] : [],
    );
    expect(told).toEqual([
      ["FAWU@yinan-police.example.org", "own"],
      ["fazhi@yinan-police.example.org", "former-address"],
      ["clerk@yinan-court.example.org", "court"],
    ]);
    const page = await pageAt(city, `${link}/entry?id=yinan-police`);
    expect(page).toContain("变更前：沂南县公安局");
    expect(page).toContain("徐琳<small>沂南县司法局");
  });

  it("taken back, has the very entry it had before", async () => {
    const city = await aCity();
    const link = linkOf(city, "yinan-justice");
    const before = await city.directory.organisation(id("yinan-police"));
    await fill(city, `${link}/change?id=yinan-police`, { "c1-email": "new@yinan-police.example.org" });
    const [, undo = ""] =
      /href="\.\.\/([^"]+)">撤回</.exec(await pageAt(city, `${link}/entry?id=yinan-police`)) ?? [];
    await city.until(at("09-08", "10:00"));
    expect((await fill(city, undo, { reason: "有误" })).status).toBe(303);
    expect(await city.directory.organisation(id("yinan-police"))).toEqual(before);
    expect(await city.directory.changes(id("yinan-police"))).toHaveLength(2);
    expect((await city.directory.acts(id("yinan-justice"), 9)).map(({ kind }) => kind)).toEqual([
      "taken-back",
      "entry-changed",
    ]);
  });

  it("refuses another's name, a court's address, and what is no address, each at its field", async () => {
    const city = await aCity();
    const place = `${linkOf(city, "yinan-justice")}/change?id=yinan-police`;
    const problem = async (answers: Readonly<Record<string, string>>) => {
      const answer = await fill(city, place, answers);
      expect(answer.status).toBe(422);
      return answer.text();
    };
    expect(await problem({ name: "沂南县界湖街道办事处" })).toContain('href="#name">名录中已有');
    expect(await problem({ aliases: "界湖街道办事处" })).toContain('href="#aliases">名录中已有');
    expect(await problem({ "c1-email": "clerk@yinan-court.example.org" })).toContain(
      "沂南县人民法院登记的邮箱",
    );
    expect(await problem({ "c1-email": "a b@x.cn" })).toContain('href="#c1-email"');
    expect(await problem({ superior: "沂南县政府" })).toContain("沂南县人民政府");
    expect(await problem({})).toContain("没有任何变更");
    expect(await city.directory.changes(id("yinan-police"))).toEqual([]);
  });

  it("is another bureau's to change: its agencies, and courts and governments but for the city's", async () => {
    const city = await aCity();
    const before = JSON.stringify([...city.table.organisations]);
    const [form] = formsOf(await pageAt(city, `${linkOf(city, "yinan-justice")}/change?id=yinan-police`));
    const sent = { ...form?.untouched, address: "人民路1号", by: "徐琳" };
    for (const bureau of ["hedong-justice", "lanshan-justice"]) {
      const link = linkOf(city, bureau);
      for (const part of ["entry", "change", "alias", "close"]) {
        expect((await city.visit(`${link}/${part}?id=yinan-police`)).status).toBe(409);
        expect((await city.visit(`${link}/${part}?id=yinan-police`, sent)).status).toBe(409);
      }
    }
    const own = linkOf(city, "yinan-justice");
    expect((await city.visit(`${own}/change?id=yinan-court`)).status).toBe(409);
    expect((await city.visit(`${own}/change?id=yinan-court`, sent)).status).toBe(409);
    expect(JSON.stringify([...city.table.organisations])).toBe(before);
    const municipal = await pageAt(city, `${linkOf(city, "linyi-justice")}/change?id=yinan-court`);
    expect(municipal).toContain('name="c1-email"');
    expect(municipal).not.toContain('name="name" type="text"');
  });

  it("closes a unit into another, which answers for its cases from then on", async () => {
    const city = await aCity();
    const link = linkOf(city, "yinan-justice");
    const answer = await fill(city, `${link}/close?id=yinan-police`, {
      how: "merged",
      into: "沂南县界湖街道办事处",
      on: "2026-9-1",
    });
    expect(answer.status).toBe(303);
    const [now] = await city.directory.find(lookup.name("沂南县公安局"));
    expect(now?.id).toBe("yinan-jiehu");
    expect((await city.directory.organisation(id("yinan-police")))?.closed).toEqual({
      on: "2026-09-01",
      into: "yinan-jiehu",
    });
    await city.until(at("09-23", "10:00"));
    const since = city.sent.filter(({ at: sentAt }) => sentAt > at("09-08", "23:00"));
    const address = (one: (typeof since)[number]) => one.notice.recipient.address;
    expect(since.map(address)).toContain("fazhi@yinan-jiehu.example.org");
    expect(since.map(address)).not.toContain("fazhi@yinan-police.example.org");
    expect((await city.records.caseFile("（2026）鲁1321行初77号" as never))?.respondents[0]?.name).toBe(
      "沂南县公安局",
    );
  });

  it("changed by two at once, has the first one's change; the other sees what is there now", async () => {
    const city = await aCity();
    const place = `${linkOf(city, "yinan-justice")}/change?id=yinan-police`;
    const [one] = formsOf(await pageAt(city, place));
    const [other] = formsOf(await pageAt(city, place));
    expect((await city.visit(place, { ...one?.untouched, address: "人民路1号", by: "徐琳" })).status).toBe(
      303,
    );
    const late = await city.visit(place, { ...other?.untouched, address: "建设路2号", by: "王伟" });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain("名录信息有了变化");
    expect((await city.directory.organisation(id("yinan-police")))?.address).toBe("人民路1号");
  });
});

describe("an import", () => {
  /** Drops a file by the form of the page, as a browser does. */
  async function drop(city: City, link: string, name: string, bytes: Uint8Array): Promise<string> {
    const page = await pageAt(city, `${link}/import`);
    const [, url = "", inside = ""] =
      /<form method="post" action="([^"]+)" enctype="multipart\/form-data">(.*?)<\/form>/s.exec(page) ?? [];
    const plain = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
    const fields = [...inside.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, field = "", value = ""]) => [field, plain(value)] as const,
    );
    await city.dropbox.send({ url, fields: Object.fromEntries(fields) }, { name, bytes });
    return pageAt(city, `${link}/import`);
  }
  const sheet = (...rows: readonly (readonly string[])[]) =>
    new TextEncoder().encode(
      [["单位名称", "岗位", "联系人", "电子邮箱", "联系电话"], ...rows]
        .map((row) => row.join(","))
        .join("\n"),
    );
  const SHEET = sheet(
    [WATER, "法制科", "赵敏", "fazhi@yinan-water.example.org", "0539-1234567"],
    ["沂南县公安局", "法制科", "孙立", "fawu@yinan-police.example.org", ""],
    ["费县公安局费县", "法制科", "某", "不是邮箱", ""],
  );

  it("shows what would change and why a row is left out, and writes nothing before it is confirmed", async () => {
    const city = await withUnknown();
    const link = linkOf(city, "yinan-justice");
    const before = JSON.stringify([...city.table.organisations]);
    const page = await drop(city, link, "名录.csv", SHEET);
    expect(page).toContain("新增1个单位，变更1个，不变0个，没有采用1处");
    expect(page).toContain("邮箱“不是邮箱”格式不正确");
    expect(page).toContain("变更前：fazhi@yinan-police.example.org");
    expect(page).toContain(CASE);
    expect(JSON.stringify([...city.table.organisations])).toBe(before);
  });

  it("confirmed, is one act: units, and the case that waited; taken back, all is as it was", async () => {
    const city = await withUnknown();
    const link = linkOf(city, "yinan-justice");
    const before = await city.directory.organisation(id("yinan-police"));
    await drop(city, link, "名录.csv", SHEET);
    const sent = city.sent.length;
    expect((await fill(city, `${link}/import`, {})).status).toBe(303);
    const told = city.sent.slice(sent).map(({ notice }) => [notice.recipient.address, notice.content.kind]);
    expect(told).toContainEqual(["fazhi@yinan-water.example.org", "hearing-notice"]);
    // Whoever's mail goes elsewhere is told, as is the former address.
    expect(told).toContainEqual(["fazhi@yinan-police.example.org", "organisation-changed"]);
    expect(told).toContainEqual(["fawu@yinan-police.example.org", "organisation-changed"]);
    expect(await city.directory.acts(id("yinan-justice"), 9)).toMatchObject([
      { kind: "imported", cases: [CASE], organisations: [{ name: WATER }, { name: "沂南县公安局" }] },
    ]);
    expect(await pageAt(city, `${link}/import`)).toContain("新增0个单位，变更0个，不变2个");

    const [, undo = ""] = /href="\.\.\/([^"]+)">撤回</.exec(await pageAt(city, `${link}/acts`)) ?? [];
    expect((await fill(city, undo, { reason: "用错了表" })).status).toBe(303);
    expect(await city.directory.organisation(id("yinan-police"))).toEqual(before);
    expect(await city.directory.find(lookup.name(WATER))).toEqual([]);
    expect(await Array.fromAsync(city.records.unknownNames())).toHaveLength(1);
  });

  it("is refused where the directory has changed since the page was shown, and shown anew", async () => {
    const city = await aCity();
    const link = linkOf(city, "yinan-justice");
    const page = await drop(city, link, "名录.csv", SHEET);
    const [form] = formsOf(page);
    await fill(city, `${link}/change?id=yinan-police`, { address: "人民路1号" });
    const late = await city.pages.request(`/${link}/import`, {
      method: "POST",
      body: new URLSearchParams({ ...form?.untouched, by: "徐琳" }),
    });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("预览之后，文件或者名录有了变化");
    expect(await city.directory.find(lookup.name(WATER))).toEqual([]);
  });

  it("exports what it would read, and of the jurisdiction alone", async () => {
    const city = await aCity();
    const link = linkOf(city, "yinan-justice");
    const file = await city.visit(`${link}/export`);
    expect(decodeURIComponent(file.headers.get("content-disposition") ?? "")).toContain("单位名录-沂南县");
    const page = await drop(city, link, "名录.xlsx", new Uint8Array(await file.arrayBuffer()));
    expect(page).toContain("新增0个单位，变更0个，不变5个，没有采用0处");
  });

  it("of what was exported, and of a sheet with other contacts, leaves a unit's leaders as they are", async () => {
    const city = await aCity();
    const link = linkOf(city, "yinan-justice");
    const police = await city.directory.organisation(id("yinan-police"));
    const leaders = [{ name: "周岩", post: "副局长", rank: "deputy" as const }];
    if (police !== undefined) await city.directory.save([{ ...police, leaders }]);
    const file = await city.visit(`${link}/export`);
    const same = await drop(city, link, "名录.xlsx", new Uint8Array(await file.arrayBuffer()));
    expect(same).toContain("变更0个");
    expect(same).toContain("班子成员不在表格中，导入不会改变");
    const page = await drop(city, link, "名录.csv", SHEET);
    expect(page).not.toContain("班子成员：");
    expect((await fill(city, `${link}/import`, {})).status).toBe(303);
    const now = await city.directory.organisation(id("yinan-police"));
    expect(now?.contacts.map(({ email }) => email)).toContain("fawu@yinan-police.example.org");
    expect(now?.leaders).toEqual(leaders);
  });

  it("says what is wrong with a file that is no directory", async () => {
    const city = await aCity();
    const link = linkOf(city, "yinan-justice");
    expect(await drop(city, link, "a.csv", new TextEncoder().encode("甲,乙\n1,2\n"))).toContain(
      "没有找到名录",
    );
    expect(await drop(city, link, "a.csv", new Uint8Array(3 * 1024 * 1024).fill(65))).toContain(
      "文件超过2MB",
    );
  });
});
