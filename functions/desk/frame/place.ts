/** Where the pages of one link lie, as addresses relative to the page they stand on: whatever stands before the desk's. */
import type { Visit } from "./room.ts";

/** A page of this link. */
export interface Place {
  /** Absent: the link's own page. */
  readonly part?: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/** The address of another page of the link. */
export function placeOf(visit: Pick<Visit, "token" | "part">, { part, query }: Place = {}): string {
  const own = linkPlace(visit, visit.token);
  const path = part === undefined ? own : visit.part === undefined ? `${own}/${part}` : part;
  const given = Object.entries(query ?? {}).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** The address of another link of the desk. */
export function linkPlace({ part: here }: Pick<Visit, "part">, token: string): string {
  return here === undefined ? token : `../${token}`;
}
