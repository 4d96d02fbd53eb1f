/** Which addresses has the desk besides its links? The front door, and the workspaces behind it. */
import { html } from "hono/html";
import { seatsOf } from "../../../shared/casework/access/seats.ts";
import type { Seat } from "../../../shared/domain/access/seat.ts";
import type { Session } from "../../../shared/domain/access/session.ts";
import type { Form } from "../frame/form.ts";
import { inNameOf } from "../frame/office.ts";
import { notFoundPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, ShownPage, Visit } from "../frame/room.ts";
import { type AtWork, workPlace } from "../workspaces/workspace.ts";
import { doorPage, knock, signInAgainPage } from "./front-door.ts";
import { fromProvider, toProvider } from "./identity-provider.ts";
import { WORKSPACES } from "./workspaces.ts";

type Params = Readonly<Record<string, string>>;

/** What is done at one address. */
interface Address {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly answer: (ports: DeskPorts, visit: Visit, form: Form, params: Params) => Promise<Answer>;
}

export const FRONT_DOOR: readonly Address[] = [
  {
    method: "GET",
    path: "/",
    answer: async (ports, visit) =>
      (await visit.session()) === undefined ? doorPage(ports) : { status: 302, location: "home" },
  },
  { method: "POST", path: "/", answer: (ports, visit, form) => knock(ports, form, visit) },
  { method: "GET", path: "/oidc", answer: toProvider },
  { method: "GET", path: "/oidc/callback", answer: fromProvider },
  { method: "GET", path: "/home", answer: home },
  { method: "POST", path: "/sign-out", answer: signOut },
  ...["/at/:organisation", "/at/:organisation/:part"].flatMap((path): readonly Address[] => [
    { method: "GET", path, answer: (ports, visit, _, params) => atWork(ports, visit, params) },
    { method: "POST", path, answer: (ports, visit, form, params) => atWork(ports, visit, params, form) },
  ]),
];

/** Where somebody who is signed in begins: at his organisation, or at the choice of his organisations. */
async function home(ports: DeskPorts, visit: Visit): Promise<Answer> {
  const session = await visit.session();
  if (session === undefined) return signInAgainPage(visit.root);
  const seats = await seatsOf(session.mailbox, ports);
  const [only] = seats;
  if (only !== undefined && seats.length === 1)
    return { status: 302, location: workPlace({ root: visit.root, organisation: only.organisation }) };
  return {
    status: 200,
    title: seats.length === 0 ? "没有登记的单位" : "选择单位",
    account: accountOf(session, { organisation: { name: "" } }),
    body:
      seats.length === 0
        ? html`<p>名录中已没有登记这个邮箱的单位。</p><p><strong>请联系页末所列的司法局核对名录。</strong></p>`
        : html`<ul class="choices">${seats.map(({ organisation }) => html`<li><a href="${workPlace({ root: visit.root, organisation })}">${organisation.name}</a></li>`)}</ul>`,
  };
}

/** Ends the session; a second click finds it ended. */
async function signOut(ports: DeskPorts, visit: Visit, form: Form): Promise<Answer> {
  const session = await visit.session();
  // Another site's form ends nothing, and takes no browser its cookie.
  if (session === undefined || session.formToken !== form.token) return { status: 303, to: visit.root };
  const ended = form.everywhere === "yes" ? "all" : "this";
  await ports.sessions.end(session.id, ports.now(), ended);
  ports.witnessed({ event: "signed out", ended }, visit);
  return { status: 303, to: visit.root, cookie: "" };
}

/** A page of a workspace, or what a form of it does: for whoever sits there, by a form of this session. */
async function atWork(ports: DeskPorts, visit: Visit, params: Params, form?: Form): Promise<Answer> {
  const session = await visit.session();
  if (session === undefined) return signInAgainPage(visit.root);
  const seats = await seatsOf(session.mailbox, ports);
  const seat = seats.find(({ organisation }) => organisation.id === params.organisation);
  // Whether there is such an organisation is nobody's to find out.
  if (seat === undefined) {
    ports.witnessed({ event: "workspace refused", why: "no-seat" }, visit);
    return notFoundPage;
  }
  const { part, query, root } = visit;
  const work: AtWork = { ...seat, session, part, query, root };
  const workspace = await WORKSPACES[seat.role]();
  if (form !== undefined && form.token !== session.formToken) {
    ports.witnessed({ event: "workspace refused", why: "foreign-form" }, visit);
    return signInAgainPage(root);
  }
  const answer = await (form === undefined
    ? workspace.show(ports, work)
    : workspace.submit(ports, work, form));
  if (!("body" in answer)) return answer;
  return inNameOf(
    { ...answer, account: accountOf(session, seat) } satisfies ShownPage,
    seat.organisation,
    ports,
  );
}

function accountOf(
  session: Session,
  { organisation }: { readonly organisation: Pick<Seat["organisation"], "name"> },
) {
  return { organisation: organisation.name, mailbox: session.mailbox, formToken: session.formToken };
}
