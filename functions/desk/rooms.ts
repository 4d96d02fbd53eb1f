/** Which room of the desk does a link open, by the task it was made for? */
import { html } from "hono/html";
import { seatsOf } from "../../shared/casework/access/seats.ts";
import { boundTo } from "../../shared/domain/access/session.ts";
import type { Link, LinkTask } from "../../shared/domain/notices/frame/link-target.ts";
import { readLink, type TokenReading } from "../../shared/links/token.ts";
import type { Form } from "./frame/form.ts";
import { freshLinkForm, sendFreshLink } from "./frame/fresh-link.ts";
import { inNameOfBureau } from "./frame/office.ts";
import type { Account } from "./frame/page.ts";
import { notFoundPage } from "./frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, Shown, Visit } from "./frame/room.ts";
import { ledgerRoom, signInAgainPage, signInRoom } from "./front-door/front-door.ts";

const caseRoom = async () => (await import("./case/case-room.ts")).caseRoom;
const directoryRoom = async () => (await import("./directory/directory-room.ts")).directoryRoom;

/** Read when the first link of theirs comes: most starts are for one page, and all rooms together are most of the code. */
const ROOMS: { readonly [Task in LinkTask]: () => Promise<Room<Link & { readonly task: Task }>> } = {
  report: caseRoom,
  filing: caseRoom,
  duty: caseRoom,
  supervision: caseRoom,
  "loss-review": caseRoom,
  designation: caseRoom,
  approval: caseRoom,
  leader: caseRoom,
  "appeal-approval": caseRoom,
  orders: caseRoom,
  "judgment-note": caseRoom,
  "call-classes": caseRoom,
  "principal-absence": caseRoom,
  reconciliation: async () => (await import("./reconciliation/reconciliation-room.ts")).reconciliationRoom,
  obstacle: async () => (await import("./obstacle/obstacle-room.ts")).obstacleRoom,
  urging: async () => (await import("./urging/urging-room.ts")).urgingRoom,
  review: async () => (await import("./review/review-room.ts")).reviewRoom,
  board: async () => (await import("./board/board-room.ts")).boardRoom,
  search: async () => (await import("./search/search-room.ts")).searchRoom,
  "case-page": async () => (await import("./case-page/case-page-room.ts")).casePageRoom,
  calendar: async () => (await import("./calendar/calendar-room.ts")).calendarRoom,
  programme: async () => (await import("./programme/programme-room.ts")).programmeRoom,
  correction: async () => (await import("./correction/correction-room.ts")).correctionRoom,
  suggestion: async () => (await import("./suggestion/suggestion-room.ts")).suggestionRoom,
  assessment: async () => (await import("./assessment/assessment-room.ts")).assessmentRoom,
  undo: async () => (await import("./undo/undo-room.ts")).undoRoom,
  signing: async () => (await import("./signing/signing-room.ts")).signingRoom,
  "address-consent": async () =>
    (await import("./address-consent/address-consent-room.ts")).addressConsentRoom,
  directory: directoryRoom,
  "directory-entry": directoryRoom,
  "unknown-name": directoryRoom,
  ledger: async () => ledgerRoom,
  "sign-in": async () => signInRoom,
  "case-office": async () => (await import("./by-hand/office-room.ts")).officeRoom,
  classes: async () => (await import("./classes/classes-room.ts")).classesRoom,
  "entry-office": async () => (await import("./by-hand/entry-room.ts")).entryRoom,
};

function roomOf(link: Link): Promise<Room<Link>> {
  return ROOMS[link.task]() as Promise<Room<Link>>;
}

/**
 * Whether whoever shows a link may use it: one that was made for a session opens for that session alone, and only while its
 * mailbox is the organisation's in the directory.
 */
async function isTheirs(
  ports: DeskPorts,
  { session: bound, recipient }: Link,
  visit: Visit,
): Promise<boolean> {
  if (bound === undefined) return true;
  const session = await visit.session();
  const seats = session && boundTo(session) === bound ? await seatsOf(session.mailbox, ports) : [];
  const theirs = seats.some(({ organisation }) => organisation.id === recipient);
  if (!theirs) ports.witnessed({ event: "link refused", why: "not-this-session" }, visit);
  return theirs;
}

/** What a token is worth; one that nobody signed is noted. */
async function readingOf(ports: DeskPorts, token: string, visit: Visit): Promise<TokenReading> {
  const reading = readLink(token, await ports.keys(), ports.now());
  if (reading.state === "forged") ports.witnessed({ event: "link refused", why: "forged" }, visit);
  return reading;
}

/** The page a token leads to. */
export async function show(ports: DeskPorts, token: string, visit: Visit): Promise<Shown> {
  const reading = await readingOf(ports, token, visit);
  if (reading.state !== "forged" && !(await isTheirs(ports, reading.link, visit)))
    return signInAgainPage(visit.root);
  switch (reading.state) {
    case "forged":
      return notFoundPage;
    case "expired":
      return inNameOfBureau(
        (await roomOf(reading.link)).expired?.(reading.link, visit) ?? {
          status: 410,
          title: "链接已过期",
          body: html`<p>这个链接已超过有效期，不能再办理。</p>${freshLinkForm()}`,
        },
        reading.link,
        ports,
      );
    case "valid":
      return inNameOfBureau(
        await asSignedIn(
          await (await roomOf(reading.link)).show(ports, reading.link, within(visit, reading.link)),
          reading.link,
          visit,
          ports,
        ),
        reading.link,
        ports,
      );
    default:
      return reading satisfies never;
  }
}

/** The visit of a link's page: what is linked to from there is bound as it is. */
function within(visit: Visit, { session }: Link): Visit {
  return { ...visit, bound: session };
}

/** A page that was opened from a workspace says who is signed in, and leads back there. */
async function asSignedIn<Given extends Answer>(
  answer: Given,
  { session: bound, recipient }: Link,
  visit: Visit,
  { directory }: Pick<DeskPorts, "directory">,
): Promise<Given> {
  if (bound === undefined || !("body" in answer)) return answer;
  const [session, organisation] = await Promise.all([visit.session(), directory.organisation(recipient)]);
  if (session === undefined || organisation === undefined) return answer;
  const { mailbox, formToken } = session;
  const account: Account = { organisation: organisation.name, mailbox, formToken, backTo: organisation.id };
  return { ...answer, account };
}

/** What a form sent to a token does. */
export async function submit(ports: DeskPorts, token: string, form: Form, visit: Visit): Promise<Answer> {
  const reading = await readingOf(ports, token, visit);
  if (reading.state === "forged") return notFoundPage;
  const { link } = reading;
  if (!(await isTheirs(ports, link, visit))) return signInAgainPage(visit.root);
  const room = await roomOf(link);
  if (reading.state === "valid")
    return inNameOfBureau(
      await asSignedIn(await room.submit(ports, link, form, within(visit, link)), link, visit, ports),
      link,
      ports,
    );
  return form.do === "fresh-link" && room.expired === undefined
    ? inNameOfBureau(await sendFreshLink(ports, room, link, form), link, ports)
    : show(ports, token, visit);
}
