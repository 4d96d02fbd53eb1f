/** Who took which paper's original, and when: what the record of downloads (下载记录) keeps. */
import type { NoticeSubject } from "../notices/frame/notice-subject.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { Instant } from "../time/time.ts";

/** Whose record it is: the case's, or, of a document that is in none yet, its own. */
export type DownloadSubject = Extract<NoticeSubject, { readonly of: "case" | "document" }>;

/** One download. The same paper taken by the same organisation within a minute is one. */
export interface Download {
  readonly subject: DownloadSubject;
  readonly at: Instant;
  readonly organisation: OrganisationId;
  /** Its name then, as a person reads it later. */
  readonly name: string;
  /** The file's SHA-256. */
  readonly sha256: string;
  /** The kind of document it is, `proof`, or `archive`: all of the case's that the organisation may see (卷宗). */
  readonly paper: string;
}
