/** How does a browser keep its session, and show it again? In one cookie that no script reads and no other site sends. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { isAlive, isIdle, isToBeNoted, type Session } from "../../../shared/domain/access/session.ts";
import { sessionIdOf } from "../../../shared/links/session-cookie.ts";
import type { DeskPorts } from "../frame/room.ts";

/** A cookie's name: over HTTPS one that browsers take from no other host or path than the desk's own. */
function nameOf({ address }: Pick<DeskPorts, "address">, name = "yingsu"): string {
  const { protocol, pathname } = new URL(`${address}/`);
  if (protocol !== "https:") return name;
  return `${pathname === "/" ? "__Host-" : "__Secure-"}${name}`;
}

/** A sign-in at an identity provider must come to its end within so many seconds. */
const UNDER_WAY_SECONDS = 10 * 60;
const UNDER_WAY = "yingsu-oidc";

/** Keeps what a sign-in elsewhere must bring back, or forgets it where it is empty. */
export function keepUnderWay(c: Context, ports: Pick<DeskPorts, "address">, kept: string): void {
  const name = nameOf(ports, UNDER_WAY);
  if (kept === "") deleteCookie(c, name, attributesOf(ports));
  else setCookie(c, name, kept, { ...attributesOf(ports), maxAge: UNDER_WAY_SECONDS });
}

/** What the browser has kept of it. */
export function underWayIn(c: Context, ports: Pick<DeskPorts, "address">): string | undefined {
  return getCookie(c, nameOf(ports, UNDER_WAY));
}

/** What a cookie of the desk is bound to. `Lax`: a link in a webmail still finds its reader signed in. */
function attributesOf({ address }: Pick<DeskPorts, "address">) {
  const { pathname: path } = new URL(`${address}/`);
  return { path, httpOnly: true, secure: true, sameSite: "Lax" } as const;
}

/** Gives the browser its cookie, or takes it away where it is empty. It ends with the browser; the session itself ends by the table. */
export function keepSession(c: Context, ports: Pick<DeskPorts, "address">, cookie: string): void {
  if (cookie === "") deleteCookie(c, nameOf(ports), attributesOf(ports));
  else setCookie(c, nameOf(ports), cookie, attributesOf(ports));
}

/** The session the browser shows, where it is alive and in use: that it is, is noted. */
export async function sessionIn(
  c: Context,
  ports: Pick<DeskPorts, "address" | "sessions" | "now" | "rules">,
): Promise<Session | undefined> {
  const cookie = getCookie(c, nameOf(ports));
  const id = cookie === undefined ? undefined : sessionIdOf(cookie);
  const session = id === undefined ? undefined : await ports.sessions.session(id);
  const now = ports.now();
  if (session === undefined || !isAlive(session, now)) return undefined;
  if (isIdle(session, now, ports.rules.policy.sessionIdleMinutes)) return undefined;
  if (isToBeNoted(session, now)) await ports.sessions.seen(session.id, now);
  return session;
}
