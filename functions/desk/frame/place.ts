/** Where the pages of one link lie, as addresses relative to the page they stand on: whatever stands before the desk's. */
import { defined } from "../../../shared/domain/defined.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { LinkKeys } from "../../../shared/links/link-keys.ts";
import { signLink } from "../../../shared/links/token.ts";
import type { Visit } from "./room.ts";

/** A page of this link. */
export interface Place {
  /** Absent: the link's own page. */
  readonly part?: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/** The address of another page of the link. */
export function placeOf(visit: Pick<Visit, "token" | "part">, { part, query }: Place = {}): string {
  const own = tokenPlace(visit, visit.token);
  const path = part === undefined ? own : visit.part === undefined ? `${own}/${part}` : part;
  const given = Object.entries(query ?? {}).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** The address of another link of the desk, bound to the session the page's own link is bound to. */
export function linkPlace(visit: Pick<Visit, "part" | "bound">, keys: LinkKeys, link: Link): string {
  const { bound: session } = visit;
  return tokenPlace(visit, signLink({ ...link, ...defined({ session }) }, keys));
}

/** The address of a link that is passed on, or that programs fetch: it opens for whoever has it. */
export function openPlace(visit: Pick<Visit, "part">, keys: LinkKeys, link: Link): string {
  const { session: _, ...open } = link;
  return tokenPlace(visit, signLink(open as Link, keys));
}

function tokenPlace({ part: here }: Pick<Visit, "part">, token: string): string {
  return here === undefined ? token : `../${token}`;
}
