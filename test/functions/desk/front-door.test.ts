/** The front door: who gets in, as whom, for how long, and what nobody learns there. */
import { describe, expect, it } from "vitest";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { aCity, COURT_FOLDER, mailTo, summonsText } from "../../support/desk-city.ts";
import { ADMIN_MAIL } from "../../support/memory-city.ts";
import { browsing, signedIn } from "../../support/signed-in.ts";

const LEGAL = "fazhi@yinan-police.example.org";
const BUREAU = "yingsu@yinan-justice.example.org";

/** Links to rooms on a page: paths of tokens. */
const rooms = (page: string) =>
  [...page.matchAll(/href="[./]*(2\.[\w.-]+)"/g)].map(([, token = ""]) => `/${token}`);

/** What the page behind the mail's link asks for. */
const SIGN_IN = { do: "sign-in", own: "yes" };

const signIns = ({ sent }: Awaited<ReturnType<typeof aCity>>) =>
  sent.filter(({ notice }) => notice.content.kind === "sign-in");

describe("signing in by mail", () => {
  it("leads from an address to one's own workspace", async () => {
    const city = await aCity();
    const browser = browsing(city);
    const door = await browser.get("/");
    expect(await door.text()).toContain("登记的邮箱");
    const asked = await browser.post("/", { email: " Fazhi＠Yinan-Police.example.org " });
    expect(asked.status).toBe(200);
    const link = mailTo(city, LEGAL, "sign-in");
    const page = await browser.get(`/${link}`);
    expect(await page.text()).toContain(LEGAL);
    expect(browser.cookie).toBeUndefined();
    const entered = await browser.post(`/${link}`, SIGN_IN);
    expect(entered.status).toBe(200);
    expect(browser.at).toBe("/at/yinan-police");
    expect(await entered.text()).toContain("沂南县公安局（fazhi@yinan-police.example.org）");
  });

  it("answers an unknown address as a known one, and sends it nothing", async () => {
    const city = await aCity();
    const browser = browsing(city);
    const [known, unknown] = [
      await browser.post("/", { email: LEGAL }),
      await browser.post("/", { email: "nobody@elsewhere.example.org" }),
    ];
    const words = async (response: Response, email: string) =>
      (await response.text()).replaceAll(email, "…").replaceAll(/nonce="[^"]+"/g, "");
    expect(unknown.status).toBe(known.status);
    expect(await words(unknown, "nobody@elsewhere.example.org")).toBe(await words(known, LEGAL));
    expect(signIns(city)).toHaveLength(1);
  });

  it.each(["", "fazhi", "a@b", "a b@c.d"])("asks for an address where “%s” is none", async (email) => {
    const city = await aCity();
    const answer = await browsing(city).post("/", { email });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("请填写");
  });

  it("takes a link once, and says where another comes from", async () => {
    const city = await aCity();
    await signedIn(city, LEGAL);
    const link = mailTo(city, LEGAL, "sign-in");
    const second = browsing(city);
    for (const answer of [await second.post(`/${link}`, SIGN_IN), await second.get(`/${link}`)]) {
      expect(answer.status).toBe(410);
      expect(await answer.text()).toMatch(/href="\.\/">重新申请登录链接/);
    }
    expect(second.cookie).toBeUndefined();
  });

  it("takes no link after a quarter of an hour", async () => {
    const city = await aCity();
    const browser = browsing(city);
    await browser.post("/", { email: LEGAL });
    const link = mailTo(city, LEGAL, "sign-in");
    await city.until(addMinutes(city.now, 15));
    for (const answer of [await browser.get(`/${link}`), await browser.post(`/${link}`, SIGN_IN)]) {
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain("重新申请登录链接");
    }
    expect(browser.cookie).toBeUndefined();
  });

  it("gives a new session and never one the browser came with", async () => {
    const city = await aCity();
    const browser = browsing(city);
    browser.cookie = `__Host-yingsu=${"a".repeat(22)}.${"b".repeat(43)}`;
    await browser.post("/", { email: LEGAL });
    await browser.post(`/${mailTo(city, LEGAL, "sign-in")}`, SIGN_IN);
    expect(browser.cookie).not.toContain("b".repeat(43));
    expect(browser.cookie).toMatch(/^__Host-yingsu=[\w-]{22}\.[\w-]{43}$/);
  });

  it("ends the session the browser had before", async () => {
    const city = await aCity();
    const browser = await signedIn(city, LEGAL);
    const former = browser.cookie ?? "";
    await browsing(city).post("/", { email: LEGAL });
    await browser.post(`/${mailTo(city, LEGAL, "sign-in")}`, SIGN_IN);
    expect(browser.cookie).not.toBe(former);
    expect((await browser.get("/at/yinan-police")).status).toBe(200);
    const before = { headers: { Cookie: former } };
    expect((await city.pages.request("/at/yinan-police", before)).status).toBe(401);
  });

  it("sets a cookie that no script reads and no other site sends", async () => {
    const city = await aCity();
    await browsing(city).post("/", { email: LEGAL });
    const answer = await city.pages.request(`/${mailTo(city, LEGAL, "sign-in")}`, {
      method: "POST",
      body: new URLSearchParams(SIGN_IN),
    });
    const [cookie = ""] = answer.headers.getSetCookie();
    for (const attribute of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"])
      expect(cookie.split("; ")).toContain(attribute);
    expect(cookie).not.toContain("Domain");
  });

  it("stops after a few tries, for known and unknown addresses alike, and begins again later", async () => {
    const city = await aCity();
    for (const email of [LEGAL, "nobody@elsewhere.example.org"]) {
      const browser = browsing(city);
      const statuses: number[] = [];
      for (let tried = 0; tried < 7; tried++) statuses.push((await browser.post("/", { email })).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    }
    expect(signIns(city)).toHaveLength(5);
    await city.until(addMinutes(city.now, 16));
    expect((await browsing(city).post("/", { email: LEGAL })).status).toBe(200);
  });

  it("lets nobody ask for a hundred addresses from one place", async () => {
    const city = await aCity();
    const statuses: number[] = [];
    for (let tried = 0; tried < 62; tried++)
      statuses.push((await browsing(city).post("/", { email: `a${tried}@example.org` })).status);
    expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
    expect(statuses.slice(60)).toEqual([429, 429]);
  });
});

describe("being signed in", () => {
  it("ends when nobody has used it for two hours, and not while somebody does", async () => {
    const city = await aCity();
    const browser = await signedIn(city, LEGAL);
    for (let hour = 0; hour < 3; hour++) {
      await city.until(addMinutes(city.now, 119));
      expect((await browser.get("/at/yinan-police")).status).toBe(200);
    }
    await city.until(addMinutes(city.now, 120));
    const late = await browser.get("/at/yinan-police");
    expect(late.status).toBe(401);
    expect(await late.text()).toContain("长时间没有操作");
    expect((await browser.get("/at/yinan-police")).status).toBe(401);
  });

  it("ends after the working day", async () => {
    const city = await aCity();
    const browser = await signedIn(city, LEGAL);
    for (let hour = 0; hour < 11; hour++) {
      expect((await browser.get("/at/yinan-police")).status).toBe(200);
      await city.until(addMinutes(city.now, 60));
    }
    await city.until(addMinutes(city.now, 60));
    const late = await browser.get("/at/yinan-police");
    expect(late.status).toBe(401);
    expect(await late.text()).toMatch(/href="\.\.\/">登录工作台/);
  });

  it("ends when one signs out, for what was open in it too", async () => {
    const city = await aCity();
    const browser = await signedIn(city, BUREAU);
    const page = await (await browser.get("/at/yinan-justice")).text();
    const { cookie } = browser;
    const [room = ""] = rooms(page);
    expect((await browser.get(room)).status).toBe(200);
    await browser.get("/at/yinan-justice");
    await browser.fill(page, {}, undefined);
    expect(browser.at).toBe("/");
    expect(browser.cookie).toBeUndefined();
    browser.cookie = cookie;
    expect((await browser.get("/at/yinan-justice")).status).toBe(401);
    expect((await browser.get(room)).status).toBe(401);
  });

  it("shows one's own organisation, and says of no other whether it exists", async () => {
    const city = await aCity();
    const browser = await signedIn(city, LEGAL);
    const [other, none] = [await browser.get("/at/yinan-justice"), await browser.get("/at/no-such")];
    expect([other.status, none.status]).toEqual([404, 404]);
    const plain = async (one: Response) => (await one.text()).replaceAll(/nonce="[^"]+"/g, "");
    expect(await plain(other)).toBe(await plain(none));
  });

  it("ends for whoever is taken out of the directory, at the next page", async () => {
    const city = await aCity();
    const browser = await signedIn(city, LEGAL);
    const police = (await city.directory.organisation("yinan-police" as Organisation["id"])) as Organisation;
    const contacts = police.contacts.filter(({ email }) => email !== LEGAL);
    await city.directory.save([{ ...police, contacts }]);
    expect((await browser.get("/at/yinan-police")).status).toBe(404);
    expect(await (await browser.get("/home")).text()).toContain("已没有登记这个邮箱的单位");
  });

  it("lets a mailbox of several organisations choose", async () => {
    const city = await aCity();
    const police = (await city.directory.organisation("yinan-police" as Organisation["id"])) as Organisation;
    const bureau = (await city.directory.organisation("yinan-justice" as Organisation["id"])) as Organisation;
    const [duty] = bureau.contacts;
    await city.directory.save([
      { ...police, contacts: [...police.contacts, { role: "duty", name: "值班", email: duty?.email ?? "" }] },
    ]);
    const browser = await signedIn(city, duty?.email ?? "");
    const page = await (await browser.get("/home")).text();
    expect(page).toContain('href="./at/yinan-police"');
    expect(page).toContain('href="./at/yinan-justice"');
  });

  it("is an admin's by the deployment's word alone", async () => {
    const city = await aCity();
    await signedIn(city, LEGAL);
    const browser = await signedIn(city, ADMIN_MAIL);
    expect(browser.at).toBe("/at/admin");
    expect(await (await browser.get("/at/admin/sessions")).text()).toContain(LEGAL);
  });
});

describe("a link made at a workspace", () => {
  it("opens for its session, and for nobody who only has the address", async () => {
    const city = await aCity();
    const browser = await signedIn(city, BUREAU);
    const page = await (await browser.get("/at/yinan-justice")).text();
    for (const room of rooms(page)) {
      expect((await browser.get(room)).status).toBe(200);
      expect((await browsing(city).get(room)).status).toBe(401);
      expect((await (await signedIn(city, LEGAL)).get(room)).status).toBe(401);
    }
    expect(rooms(page).length).toBeGreaterThan(1);
  });

  it("leads to further links that are bound as it is", async () => {
    const city = await aCity();
    const doubtful = new TextDecoder().decode(summonsText()).replace("2026年9月24日", "2026年9月4日");
    await city.put(
      COURT_FOLDER,
      "doubtful.txt",
      new TextEncoder().encode(doubtful.replace("行初77", "行初78")),
    );
    const browser = await signedIn(city, BUREAU);
    const [board = ""] = rooms(await (await browser.get("/at/yinan-justice")).text());
    const page = await (await browser.get(board)).text();
    const onward = [...page.matchAll(/href="((?:\.\.\/)?[12]\.k1\.[\w.-]+)"/g)].map(([, to = ""]) => to);
    const bound = onward.filter((to) => to.startsWith("2."));
    // 订阅开庭日程 is fetched by programs that have no cookie.
    expect(onward.filter((to) => to.startsWith("1."))).toHaveLength(1);
    expect(bound.length).toBeGreaterThan(1);
    for (const to of bound) expect((await browsing(city).get(`/${to}`)).status).toBe(401);
  });
});

describe("a form of a workspace", () => {
  it("does nothing without its session's own token", async () => {
    const city = await aCity();
    const browser = await signedIn(city, LEGAL);
    for (const token of [undefined, "", "forged"]) {
      const answer = await browser.post("/at/yinan-police", { ...(token !== undefined && { token }) });
      expect(answer.status).toBe(401);
    }
    await browser.post("/sign-out", { token: "forged" });
    expect((await browser.get("/at/yinan-police")).status).toBe(200);
  });
});
