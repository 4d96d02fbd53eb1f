/** What every page of a programme knows, and the ways between them. */
import { html } from "hono/html";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { ProgrammeEntry } from "../../../shared/domain/programme/entry.ts";
import type { Markup } from "../frame/page.ts";
import { placeOf } from "../frame/place.ts";
import type { Visit } from "../frame/room.ts";
import type { Scope } from "./whose-programme.ts";

export type ProgrammeLink = Link<"programme">;

/** A link that was opened, and by whom. */
export interface Opened {
  readonly link: ProgrammeLink;
  readonly scope: Scope;
  readonly visit: Visit;
}

/** Where an entry's page lies. */
export function entryPlace(visit: Visit, { jurisdiction, year, kind, id }: ProgrammeEntry): string {
  return placeOf(visit, { part: "entry", query: { of: jurisdiction, year, kind, id } });
}

/** The way back to the overview. */
export function wayBack(visit: Visit, year?: string): Markup {
  return html`<nav aria-label="返回"><ul><li><a href="${placeOf(visit, { query: { year } })}">返回工作台账</a></li></ul></nav>`;
}
