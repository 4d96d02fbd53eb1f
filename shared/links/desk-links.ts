/** Where a link leads: the desk's address with the signed token behind it. */
import type { Link } from "../domain/notices/frame/link-target.ts";
import type { LinkKeys } from "./link-keys.ts";
import { signLink } from "./token.ts";

/** Makes the address of a link at the desk under `url`. */
export function deskLinks(url: string, keys: () => Promise<LinkKeys>): (link: Link) => Promise<string> {
  const base = url.replace(/\/$/, "");
  return async (link) => `${base}/${signLink(link, await keys())}`;
}
