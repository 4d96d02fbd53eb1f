/** An agency brings its entry in the directory up to date, from mail to mail, on the city in memory. */
import { describe, expect, it } from "vitest";
import {
  lookup,
  type Organisation,
  type OrganisationId,
} from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { letterOf } from "../../../shared/letters/notices/notice-letters.ts";
import { signLink } from "../../../shared/links/token.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, CASE, COURT_FOLDER, mailTo, REPORT, summonsText, values } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { formsOf } from "../../support/page-forms.ts";

type City = Awaited<ReturnType<typeof aCity>>;
const AGENCY = "fazhi@yinan-police.example.org";
const NEW = "fawu@yinan-police.example.org";
const ID = "yinan-police" as OrganisationId;

const HEAD = "head@yinan-police.example.org";
const NEW_HEAD = "xinjuzhang@yinan-police.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";

/** A city in which an agency has asked that its head's mail go elsewhere. */
async function proposed(): Promise<City> {
  const city = await aCity();
  const link = mailTo(city, AGENCY, "hearing-notice");
  const { form } = await changes(city, link);
  expect((await city.visit(`${link}/changes`, { ...form, "head-email": NEW_HEAD })).status).toBe(303);
  return city;
}

/** The link in the mail to whoever reads the head's address. */
function consentLink(city: City): string {
  return mailTo(city, HEAD, "organisation-changed");
}

const headOf = (entry: Organisation | undefined) => entry?.contacts.find(({ role }) => role === "head");

const readersOf = (city: City) =>
  city.sent.flatMap(({ notice: { content, recipient } }) =>
    content.kind === "organisation-changed" ? [[recipient.address, content.reader]] : [],
  );

/** What a page's form holds, as a browser would send it back. */
function filledIn(page: string): Readonly<Record<string, string>> {
  const texts = [...page.matchAll(/<input id="([^"]+)" name="[^"]+" type="text"[^>]* value="([^"]*)"/g)];
  return {
    ...Object.fromEntries(texts.map(([, name = "", value = ""]) => [name, value])),
    ...values(page),
  };
}

async function changes(city: City, link: string) {
  const page = await (await city.visit(`${link}/changes`)).text();
  return { page, form: { ...filledIn(page), by: "李明", do: "submit" } };
}

describe("a change of the agency itself", () => {
  it("is in the directory at once, and everybody concerned is told, the former address too", async () => {
    const city = await aCity();
    const link = mailTo(city, AGENCY, "hearing-notice");
    expect(await (await city.visit(link)).text()).toContain(`<a href="${link}/changes">报告本单位信息变更`);
    const { page, form } = await changes(city, link);
    expect(page).toContain(`value="${AGENCY}"`);
    const answer = await city.visit(`${link}/changes`, {
      ...form,
      name: "沂南县公安分局",
      address: "人民路1号",
      "legal-section-email": NEW,
      functions: "户政窗口划出。",
    });
    expect(answer.status).toBe(303);

    const told = city.sent.filter(({ notice }) => notice.content.kind === "organisation-changed");
    expect(
      told.map(({ notice }) => [
        notice.recipient.address,
        notice.content.kind === "organisation-changed" && notice.content.reader,
      ]),
    ).toEqual([
      [NEW, "own"],
      [AGENCY, "former-address"],
      ["yingsu@yinan-justice.example.org", "bureau"],
      ["clerk@yinan-court.example.org", "court"],
    ]);
    expect(told.at(-1)?.notice.content).toMatchObject({ cases: [CASE], functions: "户政窗口划出。" });

    const now = await city.directory.organisation(ID);
    expect(now).toMatchObject({ name: "沂南县公安分局", address: "人民路1号", verified: false });
    expect(await city.directory.find(lookup.name("沂南县公安局"))).toEqual([now]);
    expect(await city.directory.changes(ID)).toMatchObject([
      { by: "李明", before: { name: "沂南县公安局" }, after: { name: "沂南县公安分局" } },
    ]);

    const done = await (await city.visit(`${link}/changes`)).text();
    expect(done).toContain("变更前：沂南县公安局");
    // The link's own task is still to be done, by whoever holds it now.
    const report = await (await city.visit(link)).text();
    expect((await city.visit(link, { ...REPORT, ...values(report) })).status).toBe(303);
  });

  it("is told to each court before which the agency has an open case, once, with all of them", async () => {
    const city = await aCity();
    const other = "（2026）鲁1321行初78号";
    const second = "（2026）鲁13行终9号";
    await city.put(COURT_FOLDER, "summons-2.txt", summonsText({ number: other }));
    const elsewhere = new TextDecoder()
      .decode(summonsText({ number: second }))
      .replace("沂南县人民法院", "临沂市中级人民法院");
    await city.put("courts/13/inbox", "summons-3.txt", new TextEncoder().encode(elsewhere));
    const link = mailTo(city, AGENCY, "hearing-notice");
    const { form } = await changes(city, link);
    expect((await city.visit(`${link}/changes`, { ...form, address: "人民路1号" })).status).toBe(303);
    const courts = city.sent.flatMap(({ notice: { content, recipient } }) =>
      content.kind === "organisation-changed" && content.reader === "court"
        ? [[recipient.address, content.cases.toSorted()]]
        : [],
    );
    expect(courts.toSorted()).toEqual([
      ["clerk@linyi-court.example.org", [second]],
      ["clerk@yinan-court.example.org", [CASE, other]],
    ]);
  });

  it("sends what comes next to the new address, and fresh links as well", async () => {
    const city = await aCity();
    const link = mailTo(city, AGENCY, "hearing-notice");
    const { form } = await changes(city, link);
    await city.visit(`${link}/changes`, { ...form, "legal-section-email": NEW });
    expect((await city.visit(`${link}/changes`, { ...form, "legal-section-email": AGENCY })).status).toBe(
      409,
    );
    expect((await city.visit(`${link}/changes`, { do: "fresh-link", want: "yes" })).status).toBe(200);
    expect(mailTo(city, NEW, "desk-link")).toBeTruthy();
  });

  it("says what is wrong, and nothing is written", async () => {
    const city = await aCity();
    const link = mailTo(city, AGENCY, "hearing-notice");
    const { form } = await changes(city, link);
    const problem = async (changed: Readonly<Record<string, string>>) => {
      const answer = await city.visit(`${link}/changes`, { ...form, ...changed });
      expect(answer.status).toBe(422);
      return answer.text();
    };
    expect(await problem({})).toContain("没有任何变更");
    expect(await problem({ by: "", address: "人民路1号" })).toContain("请填写您的姓名");
    expect(await problem({ name: "兰山区市场监督管理局" })).toContain("名录中已有另一个单位使用");
    for (const email of ["", "a b@x.cn", "x@y", "a@b.cn, c@d.cn", "法制@x.cn", "a@b.cn\nBcc: c@d.cn"])
      expect(await problem({ "legal-section-email": email })).toContain('href="#legal-section-email"');
    expect(await problem({ "legal-section-name": "" })).toContain("请填写法制科室联系人");
    expect(await city.directory.changes(ID)).toEqual([]);
  });

  it("leaves it to the bureau to stop an address of another, and takes one where there was none", async () => {
    const city = await aCity();
    const link = mailTo(city, AGENCY, "hearing-notice");
    const { form } = await changes(city, link);
    const stopped = await city.visit(`${link}/changes`, { ...form, "head-email": "" });
    expect(stopped.status).toBe(422);
    expect(await stopped.text()).toContain('href="#head-email"');
    expect(await city.directory.changes(ID)).toEqual([]);
    const added = { "duty-name": "值班室", "duty-email": "zhiban@yinan-police.example.org" };
    expect((await city.visit(`${link}/changes`, { ...form, ...added })).status).toBe(303);
  });

  it("of an address that somebody else reads is only proposed, and asked of whoever reads it", async () => {
    const city = await proposed();
    expect(headOf(await city.directory.organisation(ID))).toMatchObject({
      email: HEAD,
      proposed: { email: NEW_HEAD, by: "李明" },
    });
    // The court has nothing to use yet, and nobody's address is gone.
    expect(readersOf(city)).toEqual([
      [HEAD, "asked-address"],
      [AGENCY, "own"],
      [BUREAU, "bureau"],
    ]);
    // Nothing goes elsewhere yet, and neither page nor letter says so.
    const own = city.sent.find(
      ({ notice: { content } }) => content.kind === "organisation-changed" && content.reader === "own",
    );
    const words = JSON.stringify(own && letterOf(own.notice.content, { name: "沂南县司法局" }));
    expect(words).toContain("确认前，提醒和链接仍发送到原邮箱");
    expect(words).not.toContain("发送到更新后的邮箱");
    const asking = await (await city.visit(`${mailTo(city, AGENCY, "hearing-notice")}/changes`)).text();
    expect(asking).toContain("确认前仍使用原邮箱");
    const page = await (await city.visit(consentLink(city))).text();
    expect(page).toContain(NEW_HEAD);
    expect(page).not.toContain("发送新链接");
  });

  it.each([
    ["agreed", NEW_HEAD, 5],
    ["declined", HEAD, 3],
  ])("that was proposed and %s leaves the mail with %s", async (answer, email, told) => {
    const city = await proposed();
    const link = consentLink(city);
    const form = { ...values(await (await city.visit(link)).text()), answer, by: "龙涛", do: "submit" };
    expect((await city.visit(link, { ...form, answer: "" })).status).toBe(422);
    expect((await city.visit(link, form)).status).toBe(303);
    expect(headOf(await city.directory.organisation(ID))).toEqual({ role: "head", name: "龙涛", email });
    // Its own, the bureau; of a new address the one that is gone and the court as well.
    expect(readersOf(city).slice(3)).toHaveLength(told - 1);
    const again = await city.visit(link, form);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain(answer === "agreed" ? "同意变更" : "不同意变更");
    expect(await city.directory.changes(ID)).toHaveLength(2);
  });

  it("that was agreed to is told as agreed where another post keeps the same mailbox", async () => {
    const city = await aCity();
    const entry = (await city.directory.organisation(ID)) ?? expect.fail("no entry");
    const sharing = { role: "duty" as const, name: "值班室", email: HEAD };
    await city.directory.save([{ ...entry, contacts: [...entry.contacts, sharing] }]);
    const own = mailTo(city, AGENCY, "hearing-notice");
    const { form: asked } = await changes(city, own);
    expect((await city.visit(`${own}/changes`, { ...asked, "head-email": NEW_HEAD })).status).toBe(303);
    const link = consentLink(city);
    const form = {
      ...values(await (await city.visit(link)).text()),
      answer: "agreed",
      by: "龙涛",
      do: "submit",
    };
    expect((await city.visit(link, form)).status).toBe(303);
    expect(headOf(await city.directory.organisation(ID))?.email).toBe(NEW_HEAD);
    expect(await (await city.visit(link)).text()).toContain("龙涛已于");
    expect(await (await city.visit(link)).text()).toContain("同意变更，名录已经更新");
  });

  it("that was proposed is settled by the bureau where nobody reads the old address any more", async () => {
    const city = await proposed();
    const link = consentLink(city);
    const issued = {
      recipient: "yinan-justice" as OrganisationId,
      expires: addMinutes(city.now, 60),
      nonce: "ENTRY",
    };
    const entry = signLink({ task: "directory-entry", organisation: ID, ...issued }, LINK_KEYS);
    const shown = await (await city.visit(entry)).text();
    expect(shown).toContain(`拟改为${NEW_HEAD}`);
    expect(shown).toContain("邮箱变更待确认");
    const place = `${entry}/addresses?id=${ID}`;
    const [form] = formsOf(await (await city.visit(place)).text());
    const unanswered = await city.visit(place, { ...form?.untouched, by: "徐琳" });
    expect(unanswered.status).toBe(422);
    const done = await city.visit(place, { ...form?.untouched, "answer-head": "agreed", by: "徐琳" });
    expect(done.status).toBe(303);
    expect(headOf(await city.directory.organisation(ID))).toEqual({
      role: "head",
      name: "龙涛",
      email: NEW_HEAD,
    });
    expect(await (await city.visit(link)).text()).toContain("已经确认");
  });

  it("that was proposed can't be agreed to by a link that is over, nor by another one asked for", async () => {
    const city = await proposed();
    const link = consentLink(city);
    await city.until(at("12-20", "10:00"));
    const page = await (await city.visit(link)).text();
    expect(page).toContain("已超过有效期");
    expect(page).not.toContain("发送新链接");
    const before = city.sent.length;
    await city.visit(link, { do: "fresh-link", want: "yes" });
    expect(city.sent).toHaveLength(before);
    expect(headOf(await city.directory.organisation(ID))?.email).toBe(HEAD);
  });

  it("made by two at once is taken from one; the other sees what is there now", async () => {
    const city = await aCity();
    const first = mailTo(city, AGENCY, "hearing-notice");
    const report = await (await city.visit(first)).text();
    await city.visit(first, { ...REPORT, ...values(report) });
    await city.visit(first, { do: "fresh-link", want: "yes" });
    const second = mailTo(city, AGENCY, "desk-link");
    const [one, other] = [await changes(city, first), await changes(city, second)];
    expect((await city.visit(`${first}/changes`, { ...one.form, address: "人民路1号" })).status).toBe(303);
    const late = await city.visit(`${second}/changes`, { ...other.form, address: "建设路2号" });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain("名录信息有了变化");
    expect((await city.directory.organisation(ID))?.address).toBe("人民路1号");
  });

  it("is for the agency only", async () => {
    const city = await aCity();
    const link = mailTo(city, AGENCY, "hearing-notice");
    const report = await (await city.visit(link)).text();
    await city.visit(link, { ...REPORT, ...values(report) });
    const bureau = mailTo(city, "yingsu@yinan-justice.example.org", "report-received");
    expect((await city.visit(`${bureau}/changes`)).status).toBe(404);
  });
});
