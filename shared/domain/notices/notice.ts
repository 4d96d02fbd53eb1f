/**
 * Notices (函、通知): what a person hears, as data. The outbox keeps them, `letters` words them, and only
 * the mailer sends them. A notice has one recipient and an identity that follows from what it says, so
 * that deciding the same thing twice yields the same notice.
 */
import type { OrganisationId } from "../organisations/directory.ts";
import type { Instant } from "../time/time.ts";
import type { DigestLine, DigestNews } from "./digest.ts";
import type { NoticeId } from "./frame/notice-id.ts";
import type { NoticeSubject } from "./frame/notice-subject.ts";
import type { NoticeContent } from "./notice-kinds.ts";

/** Whose mail it is. `address` is copied at the time of decision: a later correction concerns later mail. */
export interface Recipient {
  readonly organisation: OrganisationId;
  readonly organisationName: string;
  readonly name: string;
  readonly address: string;
}

/** In whose name a notice goes out (落款), and where its reader asks; settled when it is decided, as the recipient is. */
export interface Signer {
  readonly organisation: OrganisationId;
  readonly name: string;
  /** Who there deals with it. */
  readonly contact?: string;
  readonly phone?: string;
  /** Where answers to the mail go (Reply-To). */
  readonly replyTo?: string;
}

/** What a notice follows from: which step of a case's ladders ({@link Obligation} in obligations/obligation.ts). */
export interface OwedStep {
  readonly key: string;
  /** After this it is of no use. */
  readonly limit?: Instant;
}

/** A notice in the outbox. */
export interface Notice {
  readonly id: NoticeId;
  /** What it belongs to, and is stored with. */
  readonly subject: NoticeSubject;
  readonly recipient: Recipient;
  /** The bureau of the matter; absent: the deployment's own sender, as of what goes to a bureau itself. */
  readonly signer?: Signer;
  readonly content: NoticeContent;
  /** Absent where no ladder brings it about: an answer, a digest. */
  readonly step?: OwedStep;
  /** The lines that a digest has taken in, by which a restore knows what has been said. */
  readonly folds?: readonly Pick<WaitingLine, "subject" | "id">[];
  readonly createdAt: Instant;
  /** Not sent before this; see working-hours.ts. */
  readonly releaseAt: Instant;
}

/** A line waiting to be folded into its reader's daily digest. */
export interface WaitingLine {
  readonly id: NoticeId;
  readonly subject: NoticeSubject;
  readonly recipient: Recipient;
  /** Whose mail of the day it is; absent: a bureau's digest (每日摘要). */
  readonly audience?: "court" | "agency";
  /** In whose name the digest goes, as of a notice. */
  readonly signer?: Signer;
  readonly line: DigestLine;
  /** What else happened to the same at the same moment: lines of their own in the digest, after it. */
  readonly with?: readonly DigestNews[];
  /** Of a letter that waits for its agency's mail: what it follows from. */
  readonly step?: OwedStep;
  /** When the digest it belongs to is due. */
  readonly releaseAt: Instant;
}

/** What an outbox item may be; see the README's picture. */
export type NoticeState =
  | "held"
  | "pending"
  | "sending"
  | "accepted"
  | "delivered"
  | "bounced"
  | "complained"
  | "failed"
  | "ambiguous"
  /** It was still here when it was of no use any more, or no longer true, and wasn't sent. */
  | "dropped";
