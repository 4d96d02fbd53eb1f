/**
 * 登录: a link by mail to whoever the directory knows, and a session for whoever opens it. Whether an address is known
 * shows in nothing but the mail.
 */
import type { Seat } from "../../domain/access/seat.ts";
import type { Session } from "../../domain/access/session.ts";
import { MOST_TRIES, windowOf } from "../../domain/access/sign-in-limits.ts";
import type { Link } from "../../domain/notices/frame/link-target.ts";
import { notice } from "../../domain/obligations/addressing.ts";
import type { Rules } from "../../domain/rules.ts";
import { addMinutes, type Instant } from "../../domain/time/time.ts";
import type { Directory } from "../../ports/directory.ts";
import type { Outbox } from "../../ports/outbox.ts";
import type { Sessions } from "../../ports/sessions.ts";
import { seatsOf } from "./seats.ts";

/** What signing in needs of the world. */
export interface SignInPorts {
  readonly sessions: Sessions;
  readonly outbox: Outbox;
  readonly directory: Directory;
  /** Addresses of who runs the deployment. */
  readonly admins: readonly string[];
  readonly rules: Rules;
  readonly now: () => Instant;
}

/** Who asks: the mailbox, the network address, and a name for this one asking. */
export interface Asked {
  readonly mailbox: string;
  readonly client: string;
  readonly form: string;
}

/** Sends a link to the mailbox where it is known; `too-often` counts known and unknown ones alike. */
export async function askForLink(ports: SignInPorts, asked: Asked): Promise<"asked" | "too-often"> {
  if (await triedTooOften(ports, asked)) return "too-often";
  const [seat] = await seatsOf(asked.mailbox, ports);
  if (seat !== undefined) await sendLink(ports, seat, asked);
  return "asked";
}

/** Whether a mailbox or a network address has tried too often; this try counts. */
async function triedTooOften(
  { sessions, now }: Pick<SignInPorts, "sessions" | "now">,
  { mailbox, client }: Pick<Asked, "mailbox" | "client">,
): Promise<boolean> {
  const window = windowOf(now());
  const [ofMailbox, ofClient] = await Promise.all([
    sessions.tried(`mailbox ${mailbox}`, window),
    sessions.tried(`client ${client}`, window),
  ]);
  return ofMailbox > MOST_TRIES.mailbox || ofClient > MOST_TRIES.client;
}

async function sendLink({ outbox, rules, now }: SignInPorts, seat: Seat, asked: Asked): Promise<void> {
  const { organisation, person } = seat;
  const recipient = {
    organisation: organisation.id,
    organisationName: organisation.name,
    name: person,
    address: asked.mailbox,
  };
  const content = {
    kind: "sign-in",
    mailbox: asked.mailbox,
    minutes: rules.policy.links.signInMinutes,
  } as const;
  const subject = { of: "organisation", organisation: organisation.id } as const;
  await outbox.add(
    notice(`sign-in ${asked.form}`, recipient, content, { subject, now: now(), rules }),
    now(),
  );
}

/** What is new about a session: whose it is, and the secrets only its browser gets. */
export type NewSession = Pick<Session, "id" | "mailbox" | "formToken" | "by">;

/** Begins a session for a mailbox that has a seat: by a link, which is used up, or by the word of an identity provider. */
export async function beginSession(
  ports: SignInPorts,
  given: NewSession,
  link?: Link<"sign-in">,
): Promise<"begun" | "used" | "unknown"> {
  const seats = await seatsOf(given.mailbox, ports);
  const seat = seats.find(({ organisation: { id } }) => link === undefined || id === link.recipient);
  if (seat === undefined) return "unknown";
  const at = ports.now();
  const session: Session = {
    ...given,
    startedAt: at,
    until: addMinutes(at, ports.rules.policy.sessionHours * 60),
  };
  const by = seat.person === "" ? seat.organisation.name : seat.person;
  return ports.sessions.begin(session, link && { nonce: link.nonce, at, by });
}
