/** Is it noted who tried to come in and what was refused, and nothing of it that nobody may read? */
import { beforeEach, describe, expect, it } from "vitest";
import { desk } from "../../../functions/desk/desk.ts";
import type { AccessEvent } from "../../../shared/domain/access/access-event.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { signLink } from "../../../shared/links/token.ts";
import { aCity, mailTo } from "../../support/desk-city.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { signedIn } from "../../support/signed-in.ts";

const CLERK = "clerk@yinan-court.example.org";
const LEGAL = "fazhi@yinan-police.example.org";
type City = Awaited<ReturnType<typeof aCity>>;

let city: City;
let noted: (AccessEvent & { readonly client: string })[];

beforeEach(async () => {
  city = await aCity();
  noted = [];
  Object.assign(city.ports, {
    witnessed: (what: AccessEvent, { client }: { readonly client: string }) =>
      noted.push({ ...what, client }),
  });
});

/** As API Gateway brings it, from one network address whatever a header says. */
const ask = (path: string, init: RequestInit = {}) =>
  city.pages.request(
    path,
    { ...init, headers: { ...init.headers, "X-Forwarded-For": "203.0.113.9" } },
    { event: { requestContext: { http: { sourceIp: "198.51.100.7" } } } },
  );
const form = (fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) => ({
  method: "POST",
  headers,
  body: new URLSearchParams(fields),
});
const linkFor = (mailbox: string): string =>
  signLink(
    {
      task: "sign-in",
      mailbox,
      recipient: "yinan-court" as OrganisationId,
      expires: addMinutes(city.now, 15),
      nonce: `SIGNIN${noted.length}`,
    } as Link,
    LINK_KEYS,
  );
const events = () => noted.map(({ client: _, ...event }) => event);

describe("it is noted", () => {
  it("that a link was asked for, of a mailbox that is known as of one that isn't, and when that was too often", async () => {
    for (const email of [CLERK, "nobody@example.org"]) await ask("/", form({ email }));
    for (let tries = 0; tries < 5; tries++) await ask("/", form({ email: CLERK }));
    expect(events()).toEqual([
      ...Array.from({ length: 6 }, () => ({ event: "sign-in asked", outcome: "asked" })),
      { event: "sign-in asked", outcome: "too-often" },
    ]);
  });

  it("that somebody came in, tried to again by the same link, and left", async () => {
    const link = linkFor(CLERK);
    const entered = await ask(`/${link}`, form({ own: "yes" }));
    await ask(`/${link}`, form({ own: "yes" }));
    const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const page = await (await ask("/at/yinan-court", { headers: { Cookie: cookie } })).text();
    const [, token = ""] = /name="token" value="([^"]+)"/.exec(page) ?? [];
    await ask("/sign-out", form({ token, everywhere: "yes" }, { Cookie: cookie }));
    expect(events()).toEqual([
      { event: "signed in", by: "mail" },
      { event: "sign-in refused", by: "mail", why: "used" },
      { event: "signed out", ended: "all" },
    ]);
  });

  it("that somebody came whom the directory doesn't know any more", async () => {
    await ask(`/${linkFor("gone@example.org")}`, form({ own: "yes" }));
    expect(events()).toEqual([{ event: "sign-in refused", by: "mail", why: "unknown" }]);
  });

  it("that the provider vouched for nobody", async () => {
    const identityProvider = {
      name: "统一身份认证",
      begin: async () => ({
        location: "https://id.example.org",
        underWay: { state: "", nonce: "", verifier: "" },
      }),
      finish: async () => undefined,
    };
    const app = desk({ ...city.ports, identityProvider });
    await app.request("/oidc/callback?code=x");
    expect(events()).toEqual([{ event: "sign-in refused", by: "identity-provider", why: "not-vouched-for" }]);
  });

  it("that a link was forged, or another session's, looked at or sent", async () => {
    const link = mailTo(city, LEGAL, "hearing-notice");
    const bound = signLink(
      {
        task: "board",
        recipient: "yinan-justice" as OrganisationId,
        session: "s".repeat(22),
        expires: addMinutes(city.now, 60),
        nonce: "BOUND",
      } as Link,
      LINK_KEYS,
    );
    for (const token of [`${link.slice(0, -2)}xx`, bound])
      for (const init of [{}, form({ do: "submit" })]) await ask(`/${token}`, init);
    await ask(`/${link}`);
    const forged = { event: "link refused", why: "forged" };
    const elsewhere = { event: "link refused", why: "not-this-session" };
    expect(events()).toEqual([forged, forged, elsewhere, elsewhere]);
  });

  it("that somebody looked for a workspace that isn't his, or sent a form from elsewhere", async () => {
    const { cookie: Cookie = "" } = await signedIn(city, CLERK);
    noted = [];
    await ask("/at/hedong-court", { headers: { Cookie } });
    await ask("/at/yinan-court/files", form({ do: "hand-in", token: "x" }, { Cookie }));
    expect(events()).toEqual([
      { event: "workspace refused", why: "no-seat" },
      { event: "workspace refused", why: "foreign-form" },
    ]);
  });

  it("from which network address, and nothing by which a person or a link is known", async () => {
    const link = linkFor(CLERK);
    await ask("/", form({ email: CLERK }));
    await ask(`/${link}`, form({ own: "yes" }));
    await ask(`/${link}x`);
    expect(noted.map(({ client }) => client)).toEqual(Array(3).fill("198.51.100.7"));
    const said = JSON.stringify(noted);
    expect(said).not.toMatch(/@|yinan|203\.0\.113/);
    expect(said).not.toContain(link.split(".")[2]);
  });
});
