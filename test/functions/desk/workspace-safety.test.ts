/**
 * What must hold for every workspace, its pages and forms: the tests go through each role's pages as its own links lead on, and
 * through addresses and keys of others that somebody might put in their place.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { desk } from "../../../functions/desk/desk.ts";
import type { Role } from "../../../shared/domain/access/seat.ts";
import { lookup, type OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";
import { aCity, COURT_FOLDER, mailTo, summonsText } from "../../support/desk-city.ts";
import { HOSTILE_BODIES } from "../../support/hostile-bodies.ts";
import { ADMIN_MAIL } from "../../support/memory-city.ts";
import { formsOf } from "../../support/page-forms.ts";
import { type Browsing, browsing, signedIn } from "../../support/signed-in.ts";
import { some } from "../../support/some.ts";

type City = Awaited<ReturnType<typeof aCity>>;

/** One seat of each role, all of one county; the compiler asks for roles to come. */
const SEATS = {
  court: { id: "yinan-court", mailbox: "clerk@yinan-court.example.org" },
  agency: { id: "yinan-police", mailbox: "fazhi@yinan-police.example.org" },
  bureau: { id: "yinan-justice", mailbox: "yingsu@yinan-justice.example.org" },
  government: { id: "yinan-government", mailbox: "fawu@yinan-government.example.org" },
  admin: { id: "admin", mailbox: ADMIN_MAIL },
} as const satisfies Record<Role, unknown>;
const ROLES = Object.keys(SEATS) as readonly Role[];

/** The pages of all workspaces, with everything their addresses may carry: a key, a cursor, a month, a batch, a search. */
const THEIRS = "courts/1302/inbox/%E5%A4%96%E9%99%A2.txt";
const PARTS = [
  "",
  "/files",
  "/answer",
  "/ledger",
  "/prefilled",
  "/cases",
  "/done",
  "/sessions",
  "/holidays",
  "/mails",
];
const QUERIES = [
  "",
  `?key=${THEIRS}`,
  `?key=courts/1321/inbox/../../1302/inbox/${THEIRS.split("/").at(-1)}`,
  "?q=%E5%A4%96%E9%99%A2&from=-1",
  "?q=1302&from=1e9",
  "?month=2026-09&year=2026",
  "?state=closed&year=2026&after=",
  "?after=2026-01-01",
  "?after=%E9%B2%811302%E8%A1%8C%E5%88%9D9%E5%8F%B7&state=closed",
  `?after=${"x".repeat(3000)}`,
  `?batch=${"a".repeat(22)}&sent=5`,
  "?case=%EF%BC%882026%EF%BC%89%E9%B2%811302%E8%A1%8C%E5%88%9D9%E5%8F%B7",
  "?mailbox=lanshan&ended=9",
  "?area=%E5%85%B0%E5%B1%B1%E5%8C%BA&jurisdiction=%E5%85%B0%E5%B1%B1%E5%8C%BA&organisation=lanshan-police",
  "?__proto__=x&constructor=x&key[]=x&key=%00&q=%ff",
];

/** What belongs to another county: its case, parties, file and agency's people. */
const OF_OTHERS = /1302行初|外人甲|外院|临沂市公安局兰山分局|lanshan-police/;

/** The same county's city with another county's case in it. */
async function aCityOfTwo(): Promise<City> {
  const city = await aCity();
  const theirs = new TextDecoder()
    .decode(summonsText({ number: "（2026）鲁1302行初9号" }))
    .replaceAll("沂南县人民法院", "临沂市兰山区人民法院")
    .replaceAll("沂南县公安局", "临沂市公安局兰山分局")
    .replaceAll("陈建", "外人甲");
  await city.put("courts/1302/inbox", "外院.txt", new TextEncoder().encode(theirs));
  const past = new TextDecoder()
    .decode(summonsText({ number: "（2026）鲁1321行初78号" }))
    .replaceAll("2026年9月24日", "2026年9月4日");
  await city.put(COURT_FOLDER, "past.txt", new TextEncoder().encode(past));
  return city;
}

/** The addresses a page of the workspace leads to: its own pages, and rooms by links of this session. */
function waysFrom(page: string, from: string): readonly string[] {
  return [...page.matchAll(/(?:href|action)="([^"#]+)/g)].flatMap(([, href = ""]) => {
    const url = new URL(href.replaceAll("&amp;", "&"), `https://desk.example.org${from}`);
    return url.origin === "https://desk.example.org" ? [`${url.pathname}${url.search}`] : [];
  });
}

interface Seen {
  readonly path: string;
  readonly page: string;
}

/** Every page of a workspace that links lead to, and the rooms' first pages. */
async function walked(browser: Browsing, home: string): Promise<readonly Seen[]> {
  const seen = new Map<string, string>();
  const next = [home];
  for (let path = next.shift(); path !== undefined && seen.size < 80; path = next.shift()) {
    if (seen.has(path)) continue;
    const answer = await browser.get(path);
    expect(answer.status, path).toBe(200);
    const page = await answer.text();
    seen.set(path, page);
    if (path.startsWith("/at/"))
      next.push(...waysFrom(page, path).filter((one) => one.startsWith(home) || /^\/2\./.test(one)));
  }
  return [...seen].map(([path, page]) => ({ path, page }));
}

/** Everything that is kept, but for sessions and tries. */
const kept = async (city: City) =>
  JSON.stringify([
    Object.values(city.table).map((part: unknown) =>
      part instanceof Map || part instanceof Set ? [...part] : part,
    ),
    await city.directory.find(lookup.kind("agency")),
    [...city.evidence.kept.keys()],
    await Array.fromAsync(city.intake.inbox.list("")),
    await city.ports.operations.calendarActs(),
    await city.ports.operations.acts(at("01-01")),
  ]);

const alive = async (city: City) =>
  (await Array.fromAsync(city.ports.sessions.since(at("09-01")))).filter(
    ({ endedAt }) => endedAt === undefined,
  ).length;

/** A page without what is new at each sight of it. */
const plain = async (one: Response) => (await one.text()).replaceAll(/nonce="[^"]+"/g, "");

function guarded(answer: Response, path: string): void {
  const { headers } = answer;
  expect(headers.get("cache-control"), path).toMatch(/^no-store$/);
  expect(headers.get("x-content-type-options"), path).toBe("nosniff");
  expect(headers.get("x-frame-options"), path).toBe("DENY");
  expect(headers.get("referrer-policy"), path).toBe("no-referrer");
  expect(headers.get("x-robots-tag"), path).toContain("noindex");
  const policy = headers.get("content-security-policy") ?? "";
  for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
    expect(policy, path).toContain(rule);
  expect(policy, path).not.toContain("unsafe");
}

let city: City;
const browsers = new Map<Role, Browsing>();
const pages = new Map<Role, readonly Seen[]>();

beforeAll(async () => {
  city = await aCityOfTwo();
  for (const role of ROLES) {
    const browser = await signedIn(city, SEATS[role].mailbox);
    browsers.set(role, browser);
    pages.set(role, await walked(browser, `/at/${SEATS[role].id}`));
  }
}, 60_000);

describe.each(ROLES)("the workspace of a role: %s", (role) => {
  const { id, mailbox } = SEATS[role];
  const home = `/at/${id}`;
  const browser = () => browsers.get(role) as Browsing;
  const seen = () => pages.get(role) ?? [];
  const asked = (path: string, cookie: string | undefined, init: RequestInit = {}) =>
    city.pages.request(path, {
      ...init,
      headers: { ...init.headers, ...(cookie !== undefined && { Cookie: cookie }) },
    });
  const tokenOf = (page: string) =>
    formsOf(page).find(({ untouched }) => untouched.token !== undefined)?.untouched.token ?? "";

  it("leads to pages and rooms, and shows its own", () => {
    expect(seen().length).toBeGreaterThan(role === "admin" ? 2 : 1);
    if (role !== "admin")
      expect(
        seen()
          .map(({ page }) => page)
          .join(),
      ).toContain("1321行初77号");
  });

  // An admin sees what did not arrive, of all.
  if (role !== "admin")
    it("shows nothing of another county, whatever its addresses carry", async () => {
      for (const { path, page } of some(seen())) expect(page, path).not.toMatch(OF_OTHERS);
      for (const part of PARTS)
        for (const query of QUERIES) {
          const path = `${home}${part}${query}`;
          const answer = await asked(path, browser().cookie);
          expect([200, 404, 422], path).toContain(answer.status);
          guarded(answer, path);
          // What was asked for stands in the field it was typed into, and in the address of the next page.
          const page = (await answer.text()).replaceAll(/(?:value|href|action)="[^"]*"/g, "");
          expect(page, path).not.toMatch(OF_OTHERS);
        }
    });

  it("is there for nobody else: neither without a session, nor for anyone who sits elsewhere", async () => {
    const none = await plain(await browser().get("/at/no-such"));
    for (const part of PARTS) {
      const unknown = await asked(`${home}${part}`, undefined);
      expect(unknown.status, part).toBe(401);
      guarded(unknown, part);
    }
    for (const other of ROLES.filter((one) => one !== role))
      for (const path of [
        `/at/${SEATS[other].id}`,
        ...PARTS.map((part) => `/at/${SEATS[other].id}${part}`),
      ]) {
        const answer = await asked(path, browser().cookie);
        expect(answer.status, path).toBe(404);
        if (path.split("/").length === 3) expect(await plain(answer), path).toBe(none);
      }
    for (const path of [
      "/at/hedong-police",
      "/at/lanshan-court/files",
      `/at/lanshan-court/answer?key=${THEIRS}`,
      "/at/hedong-justice",
      "/at/lanshan-government/cases",
      "/at/ADMIN",
      "/at/__proto__",
    ])
      expect((await asked(path, browser().cookie)).status, path).toBeGreaterThanOrEqual(400);
  });

  it("makes links that open in its own session alone", async () => {
    const rooms = seen().filter(({ path }) => /^\/2\./.test(path));
    if (role !== "admin") expect(rooms.length).toBeGreaterThan(0);
    const [someone] = ROLES.filter((one) => one !== role);
    for (const { path } of rooms)
      for (const cookie of [
        undefined,
        browsers.get(someone as Role)?.cookie,
        `__Host-yingsu=${"a".repeat(22)}.${"b".repeat(43)}`,
      ]) {
        expect((await asked(path, cookie)).status).toBe(401);
        const sent = { method: "POST", body: new URLSearchParams({ do: "submit" }) };
        expect((await asked(path, cookie, sent)).status).toBe(401);
      }
  });

  it("looked at changes nothing, by GET or HEAD, and knows no other method", async () => {
    const before = await kept(city);
    const signedInBefore = await alive(city);
    const token = tokenOf(seen()[0]?.page ?? "");
    for (const { path } of some(seen())) {
      const more = `${path.includes("?") ? "&" : "?"}token=${token}&do=end-all&do=hand-in&everywhere=yes`;
      for (const method of ["GET", "HEAD"])
        expect((await asked(`${path}${more}`, browser().cookie, { method })).status, path).toBe(200);
      for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE-ME"])
        expect((await asked(path, browser().cookie, { method })).status, `${method} ${path}`).toBe(404);
    }
    expect((await asked(`/sign-out?token=${token}`, browser().cookie)).status).toBe(404);
    expect(await kept(city)).toBe(before);
    expect(await alive(city)).toBe(signedInBefore);
  });

  it("takes no form without this session's own token: none, a forged one, another session's", async () => {
    const elsewhere = await signedIn(city, mailbox);
    const before = await kept(city);
    const signedInBefore = await alive(city);
    const others = tokenOf(await (await elsewhere.get(home)).text());
    expect(others).toMatch(/^[\w-]{43}$/);
    const form = { do: "end-all", everywhere: "yes", session: "x", batch: "a".repeat(22) };
    for (const token of [undefined, "", "forged", others, `${tokenOf(seen()[0]?.page ?? "")}x`])
      for (const part of PARTS) {
        const body = new URLSearchParams({ ...form, ...(token !== undefined && { token }) });
        expect((await asked(`${home}${part}`, browser().cookie, { method: "POST", body })).status, part).toBe(
          401,
        );
        await asked("/sign-out", browser().cookie, { method: "POST", body });
      }
    // And its token is worth nothing without the cookie.
    const own = new URLSearchParams({ ...form, token: tokenOf(seen()[0]?.page ?? "") });
    expect((await asked(home, undefined, { method: "POST", body: own })).status).toBe(401);
    expect(await alive(city)).toBe(signedInBefore);
    expect(await kept(city)).toBe(before);
    expect((await asked(home, browser().cookie)).status).toBe(200);
  });

  it("has forms that do no more the second time", async () => {
    for (const { path, page } of some(seen().filter(({ path }) => path.startsWith("/at/"))))
      for (const { action, untouched } of formsOf(page)) {
        if (action.includes("sign-out") || untouched.do?.startsWith("end")) continue;
        const { pathname } = new URL(action, `https://desk.example.org${path}`);
        const send = () =>
          asked(pathname, browser().cookie, { method: "POST", body: new URLSearchParams(untouched) });
        expect((await send()).status, path).toBeLessThan(500);
        const after = await kept(city);
        expect((await send()).status, path).toBeLessThan(500);
        expect(await kept(city), path).toBe(after);
      }
  });

  it.each(HOSTILE_BODIES)("sent %s does nothing and doesn't fail", async (which, body) => {
    const before = await kept(city);
    for (const path of ["/", "/home", "/sign-out", ...PARTS.map((part) => `${home}${part}`)]) {
      const answer = await asked(path, browser().cookie, { method: "POST", ...body() });
      expect(answer.status, path).toBeLessThan(500);
      if (path.startsWith("/at/")) expect(answer.status, path).toBe(which === "more than 64 KB" ? 422 : 401);
      guarded(answer, path);
    }
    expect(await kept(city)).toBe(before);
    expect((await asked(home, browser().cookie)).status).toBe(200);
  });

  it.each([
    [
      "signing out",
      async (where: City, mine: Browsing, page: string) =>
        void (await where.pages.request("/sign-out", {
          method: "POST",
          headers: { Cookie: mine.cookie ?? "" },
          body: new URLSearchParams({ token: tokenOf(page) }),
        })),
    ],
    ["the end of the working day", async (where: City) => where.until(addMinutes(where.now, 12 * 60 + 1))],
    [
      "an admin's word",
      async (where: City) => {
        for await (const one of where.ports.sessions.since(at("09-01")))
          await where.ports.sessions.end(one.id, where.now, "all");
      },
    ],
    ...(role === "admin"
      ? []
      : [
          [
            "leaving the directory",
            async (where: City) => {
              const organisation = await where.directory.organisation(id as OrganisationId);
              if (organisation === undefined) throw new Error(`no ${id}`);
              await where.directory.save([
                { ...organisation, contacts: [{ role: "duty", name: "新人", email: "new@example.org" }] },
              ]);
            },
          ] as const,
        ]),
  ] as const)("and its rooms are closed after %s", async (how, ends) => {
    const where = await aCityOfTwo();
    const mine = await signedIn(where, mailbox);
    const all = await walked(mine, home);
    const { cookie = "" } = mine;
    await ends(where, mine, all[0]?.page ?? "");
    const before = await kept(where);
    for (const { path, page } of some(all)) {
      const expected = how === "leaving the directory" && path.startsWith("/at/") ? 404 : 401;
      const answer = await where.pages.request(path, { headers: { Cookie: cookie } });
      expect(answer.status, path).toBe(expected);
      guarded(answer, path);
      expect(await answer.text(), path).not.toContain("行初77号");
      for (const { untouched } of [...formsOf(page), { untouched: { do: "submit" } }]) {
        const sent = { method: "POST", headers: { Cookie: cookie }, body: new URLSearchParams(untouched) };
        expect((await where.pages.request(path, sent)).status, path).toBe(expected);
      }
    }
    expect(await kept(where)).toBe(before);
  });
});

describe("a cookie", () => {
  it.each([
    "",
    "x",
    `${"a".repeat(22)}.${"b".repeat(43)}`,
    "a".repeat(5000),
    "__proto__",
    "%00",
    `${"a".repeat(22)}.${"b".repeat(42)}!`,
  ])("that we didn't give opens nothing, and isn't taken over at sign-in: %.30s", async (given) => {
    const where = await aCity();
    const stranger = browsing(where);
    stranger.cookie = `__Host-yingsu=${given}`;
    expect((await stranger.get("/home")).status).toBe(401);
    // The very browser that came with it signs in.
    await stranger.post("/", { email: SEATS.agency.mailbox });
    await stranger.post(`/${mailTo(where, SEATS.agency.mailbox, "sign-in")}`, { do: "sign-in", own: "yes" });
    expect(stranger.at).toBe(`/at/${SEATS.agency.id}`);
    const named = stranger.cookie ?? "";
    expect(named).toMatch(/^__Host-yingsu=[\w-]{22}\.[\w-]{43}$/);
    expect(named).not.toBe(`__Host-yingsu=${given}`);
    // Under another name, or the mailbox's part with another secret, it is none.
    for (const Cookie of [
      named.replace("__Host-", ""),
      named.slice(0, -1) + (named.endsWith("A") ? "B" : "A"),
    ])
      expect((await where.pages.request("/home", { headers: { Cookie } })).status).toBe(401);
  });

  it("of a sign-in is another than the one before, which goes on until its own end", async () => {
    const where = await aCity();
    const [one, other] = [
      await signedIn(where, SEATS.agency.mailbox),
      await signedIn(where, SEATS.agency.mailbox),
    ];
    expect(one.cookie).not.toBe(other.cookie);
    const page = await (await other.get("/home")).text();
    await other.post("/sign-out", {
      token: formsOf(page).find(({ untouched }) => untouched.token)?.untouched.token ?? "",
      everywhere: "yes",
    });
    expect((await one.get("/home")).status).toBe(401);
  });
});

describe("whether an address is known", () => {
  const UNKNOWN = "nobody@elsewhere.example.org";

  it("shows neither in words nor in headers nor in when the answer comes", async () => {
    const where = await aCity();
    const answers: string[] = [];
    for (const email of [SEATS.agency.mailbox, ADMIN_MAIL, UNKNOWN]) {
      let release = () => {};
      const waiting = new Promise<void>((resolve) => {
        release = resolve;
      });
      const door = desk({ ...where.ports, evenly: () => waiting });
      let settled = false;
      const answering = Promise.resolve(
        door.request("/", { method: "POST", body: new URLSearchParams({ email }) }),
      ).finally(() => {
        settled = true;
      });
      for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
      // All that knowing an address costs is done by now, and the answer still waits for its time.
      expect(settled, email).toBe(false);
      release();
      const answer = await answering;
      const headers = [...answer.headers].map(
        ([name, value]) => `${name}: ${value.replace(/'nonce-[^']+'/, "")}`,
      );
      answers.push(`${answer.status} ${headers.join("\n")} ${(await plain(answer)).replaceAll(email, "…")}`);
    }
    expect(new Set(answers).size).toBe(1);
  });

  it("shows in no limit: a known and an unknown one are stopped after as many tries", async () => {
    const where = await aCity();
    for (const email of [SEATS.court.mailbox, UNKNOWN]) {
      const tried: number[] = [];
      for (let time = 0; time < 7; time++) tried.push((await browsing(where).post("/", { email })).status);
      expect(tried).toEqual([200, 200, 200, 200, 200, 429, 429]);
    }
  });
});
