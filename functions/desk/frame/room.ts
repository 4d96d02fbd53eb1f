/** What every room of the desk has in common: a link opens it, its page shows, its form acts. */

import type { AccessEvent } from "../../../shared/domain/access/access-event.ts";
import type { Session } from "../../../shared/domain/access/session.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { NoticeSubject } from "../../../shared/domain/notices/frame/notice-subject.ts";
import type { Unreached } from "../../../shared/domain/obligations/addressing.ts";
import type { Download } from "../../../shared/domain/originals/download.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import type { HolidayYear } from "../../../shared/domain/time/calendar.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import type { LinkKeys } from "../../../shared/links/link-keys.ts";
import type { Directory } from "../../../shared/ports/directory.ts";
import type { Downloads } from "../../../shared/ports/downloads.ts";
import type { Dropbox } from "../../../shared/ports/dropbox.ts";
import type { Evidence } from "../../../shared/ports/evidence.ts";
import type { Files } from "../../../shared/ports/files.ts";
import type { FrozenRowsOf } from "../../../shared/ports/frozen-rows.ts";
import type { HandIn } from "../../../shared/ports/hand-in.ts";
import type { IdentityProvider } from "../../../shared/ports/identity-provider.ts";
import type { Operations } from "../../../shared/ports/operations.ts";
import type { Originals } from "../../../shared/ports/originals.ts";
import type { Outbox } from "../../../shared/ports/outbox.ts";
import type { Pickup } from "../../../shared/ports/pickup.ts";
import type { Records } from "../../../shared/ports/records.ts";
import type { Sessions } from "../../../shared/ports/sessions.ts";
import type { Form } from "./form.ts";
import type { Account, Markup, Office } from "./page.ts";

export interface DeskPorts {
  readonly records: Records;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly keys: () => Promise<LinkKeys>;
  /** Where proofs are dropped, and where those that were handed in are kept. */
  readonly dropbox: Dropbox;
  readonly evidence: Evidence;
  /** Papers as they were handed in, and who took them. */
  readonly originals: Omit<Originals, "keepEnclosed">;
  /** Files that are made for whoever asks, and are too large for an answer. */
  readonly pickup: Pickup;
  readonly downloads: Downloads;
  /** The rows and files of bulletins that were issued. */
  readonly frozenRows: FrozenRowsOf;
  readonly bulletinFiles: Pick<Files, "read">;
  /** The pages of documents that wait for a person, as pictures. */
  readonly shownPages: Pick<Files, "read">;
  /** What links begin with. */
  readonly address: string;
  /** How courts' and bureaus' files come into the inbox. */
  readonly handIn: HandIn;
  /** Who is signed in. */
  readonly sessions: Sessions;
  /** E-mail addresses of who runs the deployment: they sign in as admins. */
  readonly admins: readonly string[];
  /** The government's own sign-in, where the deployment has one. */
  readonly identityProvider?: IdentityProvider;
  /** 256 random bits, in base64url. */
  readonly newSecret: () => string;
  /** Waits as long as any answer about an address takes, so that the time doesn't say whether it is known. */
  readonly evenly: () => Promise<void>;
  /** Runs of jobs, and what admins did. */
  readonly operations: Operations;
  /** The page of CloudWatch with queues, errors and mail. */
  readonly dashboard: string;
  /** The holiday notices that came with the deployment. */
  readonly bundledYears: readonly HolidayYear[];
  readonly senderName: string;
  /** 网站备案号, for the foot of every page. */
  readonly icpFiling?: string;
  readonly rules: Rules;
  readonly now: () => Instant;
  /** A name for one form that is shown, unlike any before: what it brings about is brought about once. */
  readonly newFormId: () => string;
  /** An original is given to somebody. */
  readonly downloaded: (download: Download) => void;
  /** A fault of ours that a person saw an apology for. */
  readonly failed: (fault: Error) => void;
  /** Who tried to come in, from which network address, and what was refused. */
  readonly witnessed: (what: AccessEvent, from: Pick<Visit, "client">) => void;
  /** What somebody did at the desk is owed to others and reached nobody there. */
  readonly notReached: (unreached: readonly Unreached[]) => void;
}

/** What was asked of a room: the link's token, the part of the address behind it, and the query. */
export interface Visit {
  readonly token: string;
  readonly part: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  /** The network address it comes from. */
  readonly client: string;
  /** From the page to the desk's own address, relative: `./`, `../`. */
  readonly root: string;
  /** Who is signed in with this browser, alive; undefined where nobody is. */
  readonly session: () => Promise<Session | undefined>;
  /** What a sign-in at an identity provider has left with this browser. */
  readonly underWay?: string | undefined;
  /** The session its link is bound to: links made on the page are bound to it too. */
  readonly bound?: string | undefined;
}

/** A page to be put into the frame. */
export interface ShownPage {
  readonly status: 200 | 401 | 403 | 404 | 409 | 410 | 422 | 429;
  readonly title: string;
  readonly body: Markup;
  /** It has tables of many columns. */
  readonly wide?: boolean;
  /** After so long a browser fetches it anew by itself: what it holds is not good for longer. */
  readonly refreshSeconds?: number;
  /** Whose page it is; the deployment's where no link says it. */
  readonly office?: Office;
  /** The file of its script, beside the desk's own address. */
  readonly script?: "upload.js";
  /** Whose workspace it is a page of. */
  readonly account?: Account;
}

/** A file to keep: a form to be sealed, a table. */
export interface ShownFile {
  readonly status: 200;
  readonly file: { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array };
}

/** A picture that a page of the same link shows. */
export interface ShownPicture {
  readonly status: 200;
  readonly picture: { readonly contentType: "image/jpeg"; readonly bytes: Uint8Array };
}

/** What programs fetch again and again: they keep it for a while, and ask whether it has changed. */
export interface ShownFeed {
  readonly status: 200;
  readonly feed: { readonly contentType: string; readonly text: string; readonly maxAgeSeconds: number };
}

/** A file kept elsewhere, at an address that is good for some minutes. */
export interface ShownElsewhere {
  readonly status: 302;
  readonly location: string;
}

/** What a script of a page asked for. */
export interface ShownData {
  readonly status: 200 | 409 | 422;
  readonly data: object;
}

export type Shown = ShownPage | ShownFile | ShownPicture | ShownFeed | ShownElsewhere | ShownData;

/**
 * What a form comes to: a page, or back to the page it was on, or on to `to` (frame/place.ts), after something was done; `cookie` is
 * what the browser keeps of a session from then on, empty where it is signed out; `underWay` the same of a sign-in elsewhere.
 */
export type Answer =
  | Shown
  | { readonly status: 303; readonly to?: string; readonly cookie?: string; readonly underWay?: string };

/** The room a kind of link opens. The token has been verified; whose the thing is now is for the room to see. */
export interface Room<Opened extends Link> {
  /** What the link is about, as a mail with a fresh one says it. */
  about(link: Opened): string;
  subject(link: Opened): NoticeSubject;
  /** Changes nothing; that an original was given is noted. */
  show(ports: DeskPorts, link: Opened, visit: Visit): Promise<Shown>;
  submit(ports: DeskPorts, link: Opened, form: Form, visit: Visit): Promise<Answer>;
  /** What its link says once it has expired; without it, another can be had at the organisation's registered address. */
  expired?(link: Opened, visit: Visit): ShownPage;
}
