/** Who is signed in (登录会话), and until when? A session belongs to a mailbox; what it may see follows from the directory each time. */
import { addMinutes, type Instant } from "../time/time.ts";

/** A person signed in with a browser. */
export interface Session {
  /** What the browser's cookie comes to; nobody can make the cookie out of it. */
  readonly id: string;
  /** The e-mail address the person proved to hold, as {@link mailboxKey} writes it. */
  readonly mailbox: string;
  /** `mail`: by a link to that address · `identity-provider`: the government's own sign-in (统一身份认证) vouched for it. */
  readonly by: "mail" | "identity-provider";
  readonly startedAt: Instant;
  readonly until: Instant;
  /** When it was last used, to some minutes; absent while it was never used since it began. */
  readonly seenAt?: Instant;
  /** Signed out, by the person or by an admin. */
  readonly endedAt?: Instant;
  /** What a form of this session must carry, so that no other site can send one. */
  readonly formToken: string;
}

/** Whether it is still good. */
export function isAlive({ until, endedAt }: Pick<Session, "until" | "endedAt">, now: Instant): boolean {
  return endedAt === undefined && now < until;
}

/** Whether nobody has used it for so many minutes: whoever sits before the browser now may be another. */
export function isIdle(
  session: Pick<Session, "startedAt" | "seenAt">,
  now: Instant,
  minutes: number,
): boolean {
  return now >= addMinutes(session.seenAt ?? session.startedAt, minutes);
}

/** That it is used is noted so often. */
const NOTED_MINUTES = 5;

/** Whether it is time to note that it is used. */
export function isToBeNoted(session: Pick<Session, "startedAt" | "seenAt">, now: Instant): boolean {
  return isIdle(session, now, NOTED_MINUTES);
}

/** By which a link is bound to a session: short, since it stands in each address. */
export function boundTo({ id }: Pick<Session, "id">): string {
  return id.slice(-22);
}
