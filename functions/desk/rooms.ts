/** Which room of the desk does a link open, by the task it was made for? */
import { html } from "hono/html";
import { seatsOf } from "../../shared/casework/access/seats.ts";
import { boundTo } from "../../shared/domain/access/session.ts";
import type { Link, LinkTask } from "../../shared/domain/notices/frame/link-target.ts";
import { readLink } from "../../shared/links/token.ts";
import { addressConsentRoom } from "./address-consent/address-consent-room.ts";
import { assessmentRoom } from "./assessment/assessment-room.ts";
import { boardRoom } from "./board/board-room.ts";
import { entryRoom } from "./by-hand/entry-room.ts";
import { officeRoom } from "./by-hand/office-room.ts";
import { calendarRoom } from "./calendar/calendar-room.ts";
import { caseRoom } from "./case/case-room.ts";
import { casePageRoom } from "./case-page/case-page-room.ts";
import { classesRoom } from "./classes/classes-room.ts";
import { correctionRoom } from "./correction/correction-room.ts";
import { directoryRoom } from "./directory/directory-room.ts";
import type { Form } from "./frame/form.ts";
import { freshLinkForm, sendFreshLink } from "./frame/fresh-link.ts";
import { inNameOfBureau } from "./frame/office.ts";
import type { Account } from "./frame/page.ts";
import { notFoundPage } from "./frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, Shown, Visit } from "./frame/room.ts";
import { ledgerRoom, signInAgainPage, signInRoom } from "./front-door/front-door.ts";
import { obstacleRoom } from "./obstacle/obstacle-room.ts";
import { programmeRoom } from "./programme/programme-room.ts";
import { reconciliationRoom } from "./reconciliation/reconciliation-room.ts";
import { reviewRoom } from "./review/review-room.ts";
import { searchRoom } from "./search/search-room.ts";
import { signingRoom } from "./signing/signing-room.ts";
import { suggestionRoom } from "./suggestion/suggestion-room.ts";
import { undoRoom } from "./undo/undo-room.ts";
import { urgingRoom } from "./urging/urging-room.ts";

const ROOMS: { readonly [Task in LinkTask]: Room<Link & { readonly task: Task }> } = {
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
  reconciliation: reconciliationRoom,
  obstacle: obstacleRoom,
  urging: urgingRoom,
  review: reviewRoom,
  board: boardRoom,
  search: searchRoom,
  "case-page": casePageRoom,
  calendar: calendarRoom,
  programme: programmeRoom,
  correction: correctionRoom,
  suggestion: suggestionRoom,
  assessment: assessmentRoom,
  undo: undoRoom,
  signing: signingRoom,
  "address-consent": addressConsentRoom,
  directory: directoryRoom,
  "directory-entry": directoryRoom,
  "unknown-name": directoryRoom,
  ledger: ledgerRoom,
  "sign-in": signInRoom,
  "case-office": officeRoom,
  classes: classesRoom,
  "entry-office": entryRoom,
};

function roomOf(link: Link): Room<Link> {
  return ROOMS[link.task] as Room<Link>;
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
  if (session === undefined || boundTo(session) !== bound) return false;
  const seats = await seatsOf(session.mailbox, ports);
  return seats.some(({ organisation }) => organisation.id === recipient);
}

/** The page a token leads to. */
export async function show(ports: DeskPorts, token: string, visit: Visit): Promise<Shown> {
  const reading = readLink(token, await ports.keys(), ports.now());
  if (reading.state !== "forged" && !(await isTheirs(ports, reading.link, visit)))
    return signInAgainPage(visit.root);
  switch (reading.state) {
    case "forged":
      return notFoundPage;
    case "expired":
      return inNameOfBureau(
        roomOf(reading.link).expired?.(reading.link, visit) ?? {
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
          await roomOf(reading.link).show(ports, reading.link, within(visit, reading.link)),
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
  const reading = readLink(token, await ports.keys(), ports.now());
  if (reading.state === "forged") return notFoundPage;
  const { link } = reading;
  if (!(await isTheirs(ports, link, visit))) return signInAgainPage(visit.root);
  const room = roomOf(link);
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
