/**
 * Links as tokens: `version.key.payload.mac`, compact enough for a line of a mail. HMAC-SHA256 over everything before
 * it, so that nothing of a token is believed, or even parsed, before its key vouches for it.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import {
  type Link,
  type LinkTask,
  targetOfValues,
  targetValues,
} from "../domain/notices/frame/link-target.ts";
import type { OrganisationId } from "../domain/organisations/directory.ts";
import { type Instant, instant } from "../domain/time/time.ts";
import type { LinkKeys } from "./link-keys.ts";

/** What a token is worth. An expired one is genuine still: who holds it may ask for another by mail. */
export type TokenReading =
  | { readonly state: "valid" | "expired"; readonly link: Link }
  | { readonly state: "forged" };

/** `1`: whoever has the link · `2`: whoever has it and is signed in with the session it names. */
type Version = "1" | "2";
/** Longer than any link of ours; nobody makes us hash megabytes. */
const MOST_CHARACTERS = 1_500;

/** The token of a link. */
export function signLink(link: Link, keys: LinkKeys): string {
  const secret = keys.keys[keys.current];
  if (secret === undefined) throw new TypeError("the current key is not among the keys");
  const { task, recipient, expires, nonce, session } = link;
  const bound = session === undefined ? [] : [session];
  const fields = [task, recipient, Date.parse(expires) / 1000, nonce, ...bound, ...targetValues(link)];
  const version: Version = session === undefined ? "1" : "2";
  const signed = `${version}.${keys.current}.${Buffer.from(JSON.stringify(fields)).toString("base64url")}`;
  return `${signed}.${mac(signed, secret)}`;
}

/** Reads a token without asking anybody; `now` decides whether it has expired. */
export function readLink(token: string, { keys }: LinkKeys, now: Instant): TokenReading {
  const [, signed, id, payload, given] =
    token.length > MOST_CHARACTERS
      ? []
      : (/^([12]\.([\w-]{1,40})\.([\w-]+))\.([\w-]{43})$/.exec(token) ?? []);
  if (signed === undefined || id === undefined || payload === undefined || given === undefined)
    return { state: "forged" };
  const secret = Object.hasOwn(keys, id) ? keys[id] : undefined;
  // As text, not as bytes: the last character of base64url has bits that decoding would overlook.
  if (secret === undefined || !timingSafeEqual(Buffer.from(given), Buffer.from(mac(signed, secret))))
    return { state: "forged" };
  const link = linkIn(token.startsWith("2") ? "2" : "1", payload);
  if (link === undefined) return { state: "forged" };
  return { state: now < link.expires ? "valid" : "expired", link };
}

function mac(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}

/** Our own words, vouched for by the key; undefined where a version of ours wrote them that knew other tasks. */
function linkIn(version: Version, payload: string): Link | undefined {
  const [task, recipient, expires, nonce, ...rest] = JSON.parse(
    Buffer.from(payload, "base64url").toString(),
  ) as [LinkTask, OrganisationId, number, string, ...string[]];
  const [session, ...values] = version === "1" ? [undefined, ...rest] : rest;
  const target = targetOfValues(task, values as string[]);
  const issued = { recipient, expires: instant(new Date(expires * 1000)), nonce };
  return target && { ...target, ...issued, ...(session !== undefined && { session }) };
}
