/**
 * What an entry of the programme (工作台账) may oblige the system to say: to whom, and as a notice or as a line of a
 * digest.
 */
import type { DigestNews } from "../notices/digest.ts";
import type { NoticeContent } from "../notices/notice-kinds.ts";
import type { Step } from "../obligations/ladder.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { CivilDate } from "../time/time.ts";

/** Whom a notice of the programme is for; the directory makes addresses of it. */
export type ProgrammeAudience =
  /** The bureau (司法局) of the entry's jurisdiction. */
  | { readonly part: "bureau" }
  | { readonly part: "city-bureau" }
  /** The court of the entry's jurisdiction. */
  | { readonly part: "court" }
  | { readonly part: "organisation"; readonly organisation: OrganisationId }
  | { readonly part: "superior"; readonly of: OrganisationId };

/** A notice not yet addressed. */
export interface ProgrammeNotice {
  readonly audience: ProgrammeAudience;
  readonly content: NoticeContent;
}

/** A line of a bureau's daily digest (每日摘要): what it should know, but needn't act on. */
export interface ProgrammeLine {
  readonly audience: ProgrammeAudience;
  readonly news: DigestNews;
  /** In the digest of this morning where that is still to be folded: the bureau must read it before the letter goes. */
  readonly atOnce?: true;
}

/** One thing to tell, once; it may turn out to be nothing when its day comes. */
export interface ProgrammeObligation extends Step {
  readonly notices: (on: CivilDate) => readonly ProgrammeNotice[];
  readonly lines?: (on: CivilDate) => readonly ProgrammeLine[];
}
