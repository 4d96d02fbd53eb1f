/** What a browser keeps of a session, and what we do: it has the secret, the table only the secret's hash. */
import { createHash } from "node:crypto";

/** What the cookie says: whose sessions to look among, and the secret. */
const COOKIE = /^([\w-]{22})\.([\w-]{43})$/;

/** The cookie of a new session; `secret` has 256 random bits in base64url. */
export function cookieOf(mailbox: string, secret: string): string {
  return `${mailboxHash(mailbox)}.${secret}`;
}

/** The id of the session a cookie is for; undefined where it is no cookie of ours. */
export function sessionIdOf(cookie: string): string | undefined {
  const [, mailbox = "", secret = ""] = COOKIE.exec(cookie) ?? [];
  return secret === "" ? undefined : `${mailbox}.${hash(secret)}`;
}

/** Where the sessions of a mailbox lie: says nothing of the address. */
function mailboxHash(mailbox: string): string {
  return hash(`mailbox ${mailbox}`).slice(0, 22);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
