/** What does a browser keep of a session, and can anybody make one up? */
import { describe, expect, it } from "vitest";
import { cookieOf, sessionIdOf } from "../../shared/links/session-cookie.ts";

const SECRET = "s".repeat(43);
const COOKIE = cookieOf("legal@yinan.example.org", SECRET);

describe("the cookie of a session", () => {
  it("says nothing of the mailbox but where its sessions lie, and the secret", () => {
    expect(COOKIE).toMatch(/^[\w-]{22}\.s{43}$/);
    expect(cookieOf("legal@yinan.example.org", SECRET)).toBe(COOKIE);
    expect(cookieOf("other@yinan.example.org", SECRET).slice(0, 22)).not.toBe(COOKIE.slice(0, 22));
  });

  it("leads to an id that has the mailbox's place and not the secret", () => {
    const id = sessionIdOf(COOKIE) ?? expect.fail();
    expect(id).toMatch(/^[\w-]{22}\.[\w-]{43}$/);
    expect(id.slice(0, 22)).toBe(COOKIE.slice(0, 22));
    expect(id).not.toContain(SECRET);
    expect(sessionIdOf(cookieOf("legal@yinan.example.org", "t".repeat(43)))).not.toBe(id);
  });

  it.each([
    ["nothing", ""],
    ["a secret alone", SECRET],
    ["anything before it", `x${COOKIE}`],
    ["anything behind it", `${COOKIE}x`],
    ["a place that is too short", COOKIE.slice(1)],
    ["a secret that is too short", COOKIE.slice(0, -1)],
    ["other letters in its place", `${"*".repeat(22)}.${SECRET}`],
    ["other letters in its secret", `${COOKIE.slice(0, 23)}${"*".repeat(43)}`],
  ])("is none with %s", (_, cookie) => {
    expect(sessionIdOf(cookie)).toBeUndefined();
  });
});
