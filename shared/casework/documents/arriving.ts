/** One decision on one document: what is known of it while it is made, and what comes of it. */

import type { Upload } from "../../domain/document.ts";
import { lookup, type Organisation, type OrganisationId } from "../../domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../domain/organisations/district.ts";
import type { Rules } from "../../domain/rules.ts";
import type { Instant } from "../../domain/time/time.ts";
import type { Change } from "../../ports/change.ts";
import type { Directory } from "../../ports/directory.ts";
import type { Records } from "../../ports/records.ts";
import { bureauOf } from "../involved.ts";

/** Where a file lies, and so whose it is: `courts/1302/inbox/传票.pdf`. */
export interface Source {
  readonly folder: "courts" | "directory" | "bureaus" | "agencies";
  /** The court, bureau or agency that uploaded it, where the directory knows it. */
  readonly uploader: Organisation | undefined;
  /** The bureau that looks at what is doubtful. */
  readonly bureau: Organisation | undefined;
}

export interface Arriving {
  /** The upload that brought it; `at` is when the court handed it in, from which periods run. */
  readonly object: Upload;
  readonly sha256: string;
  readonly source: Source;
  readonly rules: Rules;
  /** When it is decided: at the upload, or later by a person. */
  readonly now: Instant;
  /** What the audit trail says caused it. */
  readonly cause: string;
  /** The text it was read from, for the person who checks what is doubtful. */
  readonly text?: string;
  /** Who confirmed or corrected what was read (人工复核), as typed. */
  readonly reviewedBy?: string;
}

export type SettledOutcome = "read" | "needs-review" | "rejected";

/** A decision: what is written, and what the document thereby is. */
export interface Settled {
  readonly change: Omit<Change, "token" | "upload">;
  /** Where one transaction can't hold all cases: what is written before. */
  readonly earlier?: readonly Omit<Change, "token" | "upload">[];
  readonly outcome: SettledOutcome;
  /** Notices owed that nobody in the directory could get. */
  readonly undeliverable?: number;
}

/** What filing a document in its cases reads. */
export interface FilingPorts {
  readonly records: Records;
  readonly directory: Directory;
}

/** Whose a file is, by where it lies. */
export async function sourceOf(key: string, directory: Directory): Promise<Source> {
  const [folder = "", owner = ""] = key.split("/");
  if (folder === "directory")
    return { folder, uploader: undefined, bureau: await bureauOf(CITY_ITSELF, directory) };
  if (folder === "bureaus") {
    const uploader = (await directory.find(lookup.kind("bureau"))).find(({ id }) => id === owner);
    return { folder, uploader, bureau: uploader ?? (await bureauOf(CITY_ITSELF, directory)) };
  }
  if (folder === "agencies") {
    const owning = await directory.organisation(owner as OrganisationId);
    const uploader = owning?.kind === "agency" || owning?.kind === "government" ? owning : undefined;
    const bureau = await bureauOf(uploader?.jurisdiction ?? CITY_ITSELF, directory);
    return { folder, uploader, bureau };
  }
  const [uploader] = await directory.find(lookup.court(owner));
  return {
    folder: "courts",
    uploader,
    bureau: await bureauOf(uploader?.jurisdiction ?? CITY_ITSELF, directory),
  };
}
