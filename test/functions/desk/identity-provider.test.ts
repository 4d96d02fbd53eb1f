/** Signing in by OpenID Connect, against a real provider on this machine: its own pages, its own keys, its own refusals. */
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desk } from "../../../functions/desk/desk.ts";
import { oidcProvider } from "../../../shared/adapters/oidc-provider.ts";
import { aCity, mailTo } from "../../support/desk-city.ts";
import { ADDRESS } from "../../support/memory-city.ts";
import { formsOf } from "../../support/page-forms.ts";
import { browsing } from "../../support/signed-in.ts";

const REDIRECT = `${ADDRESS}/oidc/callback`;
const CLIENT = { client_id: "yingsu", client_secret: "a secret of the tests, longer than thirty-two" };

let server: Server;
let issuer: string;
/** Somebody between us and the provider changes what it has signed. */
let forges = false;

/** Whoever signs in as `unverified …` is somebody whose mailbox the provider doesn't vouch for. */
beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: [REDIRECT] }],
    claims: { email: ["email", "email_verified"] },
    cookies: { keys: ["a key of the tests"] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    features: { devInteractions: { enabled: true } },
    findAccount: async (_, id) => ({
      accountId: id,
      claims: async () => ({
        sub: id,
        email: id.replace(/^unverified /, ""),
        email_verified: !id.startsWith("unverified "),
      }),
    }),
  });
  server.on("request", (request, response) => {
    if (forges && request.url === "/token") forgedOnItsWay(response);
    provider.callback()(request, response);
  });
});
/** The signature of the provider's word is another by one character; all else, its length too, is as it was. */
function forgedOnItsWay(response: ServerResponse): void {
  const end = response.end.bind(response) as (body: unknown) => ServerResponse;
  const forged = (body: unknown) =>
    String(body).replace(
      /("id_token":"[\w-]+\.[\w-]+\.)(.)/,
      (_, before: string, first: string) => `${before}${first === "A" ? "B" : "A"}`,
    );
  Object.assign(response, { end: (body: unknown) => end(forged(body)) });
}

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A city whose desk has the provider. */
async function aCityWithProvider(secret = CLIENT.client_secret, only?: true) {
  const city = await aCity();
  const registration = {
    name: "山东省统一身份认证",
    issuer,
    clientId: CLIENT.client_id,
    mailboxClaim: "email",
    redirect: REDIRECT,
    ...(only && { only }),
  };
  const identityProvider = oidcProvider(registration, async () => secret);
  return { ...city, pages: desk({ ...city.ports, identityProvider }) };
}

/** What somebody does at the provider, from the address he is sent to until he is sent back. */
async function signInThere(address: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = new URL(address);
  let init: RequestInit = {};
  for (let step = 0; step < 12; step++) {
    if (next.href.startsWith(REDIRECT)) return `${next.pathname}${next.search}`;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(next, { redirect: "manual", ...init, headers: { cookie } });
    for (const one of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      cookies.set(name, value);
    }
    const to = response.headers.get("location");
    init = {};
    if (to !== null) {
      next = new URL(to, next);
      continue;
    }
    const [form] = formsOf(await response.text());
    if (form === undefined) throw new Error(`the provider stopped at ${next.pathname}: ${response.status}`);
    next = new URL(form.action, next);
    init = { method: "POST", body: new URLSearchParams({ ...form.untouched, login, password: "any" }) };
  }
  throw new Error("the provider didn't send anybody back");
}

describe("signing in by an identity provider", () => {
  it("is offered, leads there and back, and begins a session of its own", async () => {
    const city = await aCityWithProvider();
    const browser = browsing(city);
    expect(await (await browser.get("/")).text()).toContain("通过山东省统一身份认证登录");
    const away = await city.pages.request("/oidc");
    const [cookie = ""] = away.headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-yingsu-oidc=[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const back = await signInThere(away.headers.get("location") ?? "", "fazhi@yinan-police.example.org");
    const answer = await city.pages.request(back, { headers: { Cookie: cookie.split(";")[0] ?? "" } });
    expect(answer.status).toBe(303);
    const session = answer.headers.getSetCookie().find((one) => one.startsWith("__Host-yingsu="));
    browser.cookie = session?.split(";")[0];
    expect((await browser.get("/home")).status).toBe(200);
    expect(browser.at).toBe("/at/yinan-police");
  });

  it("may be the only way in: no link by mail is offered, sent or taken", async () => {
    const open = await aCityWithProvider();
    const asks = { method: "POST", body: new URLSearchParams({ email: "fazhi@yinan-police.example.org" }) };
    expect((await open.pages.request("/", asks)).status).toBe(200);
    await open.mail();
    const link = mailTo(open, "fazhi@yinan-police.example.org", "sign-in");
    expect((await open.pages.request(`/${link}`)).status).toBe(200);

    const closed = await aCityWithProvider(CLIENT.client_secret, true);
    const door = await (await closed.pages.request("/")).text();
    expect(door).toContain("通过山东省统一身份认证登录");
    expect(door).not.toContain('name="email"');
    expect((await closed.pages.request("/", asks)).status).toBe(403);
    await closed.mail();
    expect(closed.sent.map(({ notice }) => notice.content.kind)).not.toContain("sign-in");
    for (const sent of [{}, { method: "POST", body: new URLSearchParams({ own: "yes", do: "sign-in" }) }]) {
      const answer = await closed.pages.request(`/${link}`, sent);
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
    }
    const away = await closed.pages.request("/oidc");
    const [cookie = ""] = away.headers.getSetCookie();
    const back = await signInThere(away.headers.get("location") ?? "", "fazhi@yinan-police.example.org");
    const answer = await closed.pages.request(back, { headers: { Cookie: cookie.split(";")[0] ?? "" } });
    expect(answer.status).toBe(303);
  });

  it("asks for a code bound to this very attempt: PKCE, state and nonce", async () => {
    const city = await aCityWithProvider();
    const asked = async () =>
      new URL((await city.pages.request("/oidc")).headers.get("location") ?? "").searchParams;
    const [one, other] = [await asked(), await asked()];
    expect(one.get("response_type")).toBe("code");
    expect(one.get("code_challenge_method")).toBe("S256");
    for (const field of ["state", "nonce", "code_challenge"]) {
      expect(one.get(field)).toMatch(/^[\w-]{43}$/);
      expect(one.get(field)).not.toBe(other.get(field));
    }
  });

  /** Comes back with the code of one attempt. */
  async function cameBack(login: string, change: (back: URL) => void, ownCookie = true) {
    const city = await aCityWithProvider();
    const away = await city.pages.request("/oidc");
    const back = new URL(await signInThere(away.headers.get("location") ?? "", login), ADDRESS);
    change(back);
    const other = await city.pages.request("/oidc");
    const [cookie = ""] = (ownCookie ? away : other).headers.getSetCookie();
    const path = `${back.pathname}${back.search}`;
    const ask = () => city.pages.request(path, { headers: { Cookie: cookie.split(";")[0] ?? "" } });
    return { city, ask };
  }
  const POLICE = "fazhi@yinan-police.example.org";

  it.each([
    ["another browser's attempt", POLICE, () => {}, false],
    ["another state", POLICE, (back: URL) => back.searchParams.set("state", "x".repeat(43)), true],
    ["another code", POLICE, (back: URL) => back.searchParams.set("code", "x".repeat(43)), true],
    [
      "another issuer",
      POLICE,
      (back: URL) => back.searchParams.set("iss", "https://elsewhere.example.org"),
      true,
    ],
    ["no code", POLICE, (back: URL) => back.searchParams.delete("code"), true],
    ["a mailbox it doesn't vouch for", `unverified ${POLICE}`, () => {}, true],
  ] as const)("lets nobody in with %s", async (_, login, change, ownCookie) => {
    const { city, ask } = await cameBack(login, change, ownCookie);
    const answer = await ask();
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie().join()).not.toContain("__Host-yingsu=");
    expect(await Array.fromAsync(city.ports.sessions.since(city.ports.now()))).toEqual([]);
  });

  it("lets nobody in whose word of the provider was signed by another", async () => {
    forges = true;
    const { city, ask } = await cameBack(POLICE, () => {});
    const answer = await ask();
    forges = false;
    expect(answer.status).toBe(403);
    expect(await Array.fromAsync(city.ports.sessions.since(city.ports.now()))).toEqual([]);
  });

  it("lets nobody in whom the directory doesn't know", async () => {
    const { ask } = await cameBack("somebody@elsewhere.example.org", () => {});
    const answer = await ask();
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("没有登记");
  });

  it("takes a code once", async () => {
    const { ask } = await cameBack(POLICE, () => {});
    expect((await ask()).status).toBe(303);
    expect((await ask()).status).toBe(403);
  });

  it("lets nobody in with a wrong secret of ours", async () => {
    const city = await aCityWithProvider("wrong, and longer than thirty-two characters");
    const away = await city.pages.request("/oidc");
    const back = await signInThere(away.headers.get("location") ?? "", POLICE);
    const [cookie = ""] = away.headers.getSetCookie();
    expect((await city.pages.request(back, { headers: { Cookie: cookie.split(";")[0] ?? "" } })).status).toBe(
      403,
    );
  });

  it("is no address where the deployment has none", async () => {
    const city = await aCity();
    for (const path of ["/oidc", "/oidc/callback?code=x"])
      expect((await city.pages.request(path)).status).toBe(404);
    expect(await (await city.pages.request("/")).text()).not.toContain("统一身份认证");
  });
});
