/** What every answer of the desk has in common, whatever came before it: what it forbids browsers, and where it may lead them. */
import { beforeAll, describe, expect, it } from "vitest";
import { desk } from "../../../functions/desk/desk.ts";
import type { DeskPorts } from "../../../functions/desk/frame/room.ts";
import { aCity, mailTo, REPORT, values } from "../../support/desk-city.ts";
import { signedIn } from "../../support/signed-in.ts";

const LEGAL = "fazhi@yinan-police.example.org";
const CLERK = "clerk@yinan-court.example.org";
const DESK = "https://desk.example.org";
const A_YEAR = 365 * 24 * 60 * 60;
type City = Awaited<ReturnType<typeof aCity>>;

let city: City;
let token: string;
let cookie: string;

beforeAll(async () => {
  city = await aCity();
  token = mailTo(city, LEGAL, "hearing-notice");
  ({ cookie = "" } = await signedIn(city, CLERK));
});

/** The desk on these ports with one of them out of order, whose fault says what nobody may read. */
const INSIDE = "arn:aws:secretsmanager:cn-north-1:111122223333:secret:keys";
const fails = () => Promise.reject(new Error(INSIDE));
const broken = (without: (ports: DeskPorts) => Partial<DeskPorts>) =>
  desk({ ...city.ports, failed: () => {}, ...without(city.ports) });

const sound = () => city.pages;
const BROKEN = {
  keys: () => broken(() => ({ keys: fails })),
  records: () =>
    broken(({ records }) => ({ records: { ...records, caseFile: fails, usedLink: fails } as never })),
  dropbox: () => broken(({ dropbox }) => ({ dropbox: { ...dropbox, origin: fails } })),
  "hand-in": () => broken(({ handIn }) => ({ handIn: { ...handIn, origin: fails } })),
  sessions: () => broken(({ sessions }) => ({ sessions: { ...sessions, session: fails } })),
} as const;

const form = (fields: Readonly<Record<string, string>>) => ({
  method: "POST",
  body: new URLSearchParams(fields),
});
const asClerk = () => ({ headers: { Cookie: cookie } });

describe("an answer forbids browsers what no page of ours does", () => {
  it.each<[string, number, () => Response | Promise<Response>]>([
    ["the front door", 200, () => sound().request("/")],
    ["a page of a workspace", 200, () => sound().request("/at/yinan-court", asClerk())],
    ["the page with a script", 200, () => sound().request("/at/yinan-court/files", asClerk())],
    ["the script", 200, () => sound().request("/upload.js")],
    ["data for the script", 422, () => sound().request("/at/yinan-court/answer?key=x", asClerk())],
    ["a link's page", 200, () => sound().request(`/${token}`)],
    ["a form with gaps", 422, () => sound().request(`/${token}`, form({ do: "submit" }))],
    ["a form that is too large", 422, () => sound().request("/", form({ email: "长".repeat(30_000) }))],
    ["a redirect", 302, () => sound().request(`/${token})`)],
    ["a sign-out", 303, () => sound().request("/sign-out", form({}))],
    ["no session", 401, () => sound().request("/home")],
    ["nothing there", 404, () => sound().request("/nothing")],
    ["another method", 404, () => sound().request(`/${token}`, { method: "PUT" })],
    ["an address that is no text", 404, () => sound().request("/%E0%A4%A")],
    ["keys that can't be read", 500, () => BROKEN.keys().request(`/${token}`)],
    ["a table out of reach", 500, () => BROKEN.records().request(`/${token}`)],
    ["a drop box out of reach", 500, () => BROKEN.dropbox().request(`/${token}`)],
    ["an inbox out of reach", 500, () => BROKEN["hand-in"]().request("/at/yinan-court/files", asClerk())],
    ["sessions out of reach", 500, () => BROKEN.sessions().request("/at/yinan-court", asClerk())],
  ])("%s", async (_, status, ask) => {
    const answer = await ask();
    const { headers } = answer;
    expect(answer.status).toBe(status);
    const [, seconds = "0"] =
      /^max-age=(\d+); includeSubDomains$/.exec(headers.get("strict-transport-security") ?? "") ?? [];
    expect(Number(seconds)).toBeGreaterThanOrEqual(A_YEAR);
    const policy = (headers.get("content-security-policy") ?? "").split("; ");
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy.join()).not.toMatch(/undefined|unsafe|\*/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toMatch(/^no-store$|^public, max-age=3600$/);
    expect(headers.get("access-control-allow-origin")).toBeNull();
    const body = await answer.text();
    if (body !== "")
      expect(headers.get("content-type")).toMatch(
        /^text\/(html|javascript); charset=utf-8$|^application\/json$/i,
      );
    expect(body).not.toContain(INSIDE);
  });
});

/** What somebody might put behind a link, or in its place, so that its reader ends elsewhere. */
const ELSEWHERE = [
  "//evil.example",
  "%2F%2Fevil.example",
  "%5C%5Cevil.example",
  "\\evil.example",
  "https:%2F%2Fevil.example",
  "https:evil.example",
  "javascript:alert(1)",
  ".%2F%2Fevil.example",
  "%0D%0ALocation:%20https:%2F%2Fevil.example",
];
const leadsTo = (asked: string, answer: Response) => {
  const to = answer.headers.get("location");
  return to === null ? undefined : new URL(to, `${DESK}${asked}`).origin;
};

describe("an answer leads nowhere else", () => {
  it.each(ELSEWHERE)("with %s behind its address", async (elsewhere) => {
    for (const path of [`/${elsewhere}`, `/${token}/${elsewhere}`, `/${token})/${elsewhere}/`]) {
      const looked = await city.pages.request(new Request(`${DESK}${path}`));
      expect([undefined, DESK]).toContain(leadsTo(path, looked));
      const sent = await city.pages.request(new Request(`${DESK}${path}`, form({ do: "submit" })));
      expect([undefined, DESK]).toContain(leadsTo(path, sent));
    }
  });

  it.each(ELSEWHERE)("after a form that did its work, with %s behind its address", async (elsewhere) => {
    const other = await aCity();
    const link = mailTo(other, LEGAL, "hearing-notice");
    await other.visit(link, { ...REPORT, ...values(await (await other.visit(link)).text()) });
    const [, undo = ""] = /href="([^"]+)">撤回/.exec(await (await other.visit(link)).text()) ?? [];
    const taking = {
      ...values(await (await other.visit(undo)).text()),
      reason: "填错了。",
      by: "李明",
      do: "submit",
    };
    const path = `/${undo}/${elsewhere}`;
    const sent = await other.pages.request(new Request(`${DESK}${path}`, form(taking)));
    expect([404, 303]).toContain(sent.status);
    expect([undefined, DESK]).toContain(leadsTo(path, sent));
  });
});

describe("who signs out of a shared computer", () => {
  it("leaves nothing in its browser: neither the session nor pages it has kept", async () => {
    const browser = await signedIn(city, CLERK);
    const page = await (await browser.get("/at/yinan-court")).text();
    const [, formToken = ""] = /name="token" value="([^"]+)"/.exec(page) ?? [];
    const out = await city.pages.request("/sign-out", {
      ...form({ token: formToken }),
      headers: { Cookie: browser.cookie ?? "" },
    });
    expect(out.headers.get("clear-site-data")).toBe('"cache"');
    expect(out.headers.getSetCookie().join()).toMatch(/=;.*Max-Age=0/);
  });
});
