/**
 * A workspace (工作台): what somebody who is signed in sees of his organisation and below. Its pages list; what is done is done in
 * the rooms, by links made here that open for this session alone ({@link roomPlace}).
 */
import { html } from "hono/html";
import type { Seat } from "../../../shared/domain/access/seat.ts";
import { boundTo, type Session } from "../../../shared/domain/access/session.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import { type LinkTarget, targetValues } from "../../../shared/domain/notices/frame/link-target.ts";
import { signLink } from "../../../shared/links/token.ts";
import type { Form } from "../frame/form.ts";
import type { Markup } from "../frame/page.ts";
import type { Answer, DeskPorts, Shown } from "../frame/room.ts";

/** Somebody at his seat, and what he asked for. */
export interface AtWork extends Seat {
  readonly session: Session;
  /** The page of the workspace; undefined: its first. */
  readonly part: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  /** From the page he is on to the desk's own address: `../` or `../../`. */
  readonly root: string;
}

/** The workspace of one role. */
export interface Workspace {
  /** Reads only. */
  show(ports: DeskPorts, work: AtWork): Promise<Shown>;
  /** A form with the session's token; what it does must be the organisation's to do. */
  submit(ports: DeskPorts, work: AtWork, form: Form): Promise<Answer>;
}

/** The address of a page of this workspace. */
export function workPlace(
  { root, organisation }: Pick<AtWork, "root" | "organisation">,
  {
    part,
    query,
  }: { readonly part?: string; readonly query?: Readonly<Record<string, string | undefined>> } = {},
): string {
  const given = Object.entries(query ?? {}).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const path = `${root}at/${encodeURIComponent(organisation.id)}${part === undefined ? "" : `/${part}`}`;
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/**
 * The address of a room for the seat's organisation. `state` is what an act there would change, e.g. a case's version: a page shown
 * twice leads to one act, and after it there is another link. It ends with the session.
 */
export async function roomPlace(
  ports: Pick<DeskPorts, "keys">,
  { root, organisation, session }: Pick<AtWork, "root" | "organisation" | "session">,
  target: LinkTarget,
  state: string | number = "",
): Promise<string> {
  const nonce = identityOf(
    "work",
    session.id,
    organisation.id,
    target.task,
    ...targetValues(target),
    String(state),
  );
  const { until: expires } = session;
  const link = { ...target, recipient: organisation.id, expires, nonce, session: boundTo(session) };
  return `${root}${signLink(link, await ports.keys())}`;
}

/** A form of a workspace, with what shows that it is this session's own. */
export function workForm({ session }: Pick<AtWork, "session">, fields: Markup, action?: string): Markup {
  return html`<form method="post"${action === undefined ? "" : html` action="${action}"`}><input type="hidden" name="token" value="${session.formToken}">
${fields}</form>`;
}
