/** Signing in by the government's own identity provider (统一身份认证): there, and back with its word for a mailbox. */
import { html } from "hono/html";
import { notFoundPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, ShownPage, Visit } from "../frame/room.ts";
import { newSession, unknownPage } from "./front-door.ts";

/** What must be remembered on the way, as a cookie keeps it. */
type Kept = Parameters<NonNullable<DeskPorts["identityProvider"]>["finish"]>[1];

/** Sends the browser to the provider; what it must bring back stays with it. */
export async function toProvider({ identityProvider }: DeskPorts): Promise<Answer> {
  if (identityProvider === undefined) return notFoundPage;
  const { location, underWay } = await identityProvider.begin();
  return { status: 303, to: location, underWay: Buffer.from(JSON.stringify(underWay)).toString("base64url") };
}

/** The browser comes back: a session for whoever the provider vouches for, and only in the browser that had gone there. */
export async function fromProvider(ports: DeskPorts, visit: Visit): Promise<Answer> {
  const { identityProvider } = ports;
  if (identityProvider === undefined) return notFoundPage;
  const underWay = keptIn(visit.underWay);
  const said = underWay && (await identityProvider.finish(visit.query, underWay));
  if (said === undefined) {
    ports.witnessed({ event: "sign-in refused", by: "identity-provider", why: "not-vouched-for" }, visit);
    return notVouchedPage(visit.root, identityProvider.name);
  }
  const begun = await newSession(ports, visit, said.mailbox, "identity-provider");
  return "cookie" in begun
    ? { status: 303, to: `${visit.root}home`, cookie: begun.cookie, underWay: "" }
    : unknownPage(visit.root);
}

function keptIn(cookie: string | undefined): Kept | undefined {
  if (cookie === undefined) return undefined;
  try {
    const { state, nonce, verifier } = JSON.parse(
      Buffer.from(cookie, "base64url").toString(),
    ) as Partial<Kept>;
    return typeof state === "string" && typeof nonce === "string" && typeof verifier === "string"
      ? { state, nonce, verifier }
      : undefined;
  } catch {
    return undefined;
  }
}

function notVouchedPage(root: string, name: string): ShownPage {
  return {
    status: 403,
    title: "没有登录",
    body: html`<p>${name}没有确认您的身份，或者本次登录已经超时。</p><p><a href="${root}">返回登录</a></p>`,
  };
}
