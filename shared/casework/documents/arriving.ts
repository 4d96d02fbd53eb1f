/** One decision on one document: what is known of it while it is made, and what comes of it. */

import type { FileDocument } from "../../domain/case-file/commands.ts";
import type { Upload } from "../../domain/document.ts";
import type { Unreached } from "../../domain/obligations/addressing.ts";
import { lookup, type Organisation, type OrganisationId } from "../../domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../domain/organisations/district.ts";
import type { Rules } from "../../domain/rules.ts";
import type { Instant } from "../../domain/time/time.ts";
import type { Directory } from "../../ports/directory.ts";
import type { Records } from "../../ports/records.ts";
import type { Draft } from "../handle.ts";
import { bureausOf } from "../involved.ts";

/** Where a file lies, and so whose it is: `courts/1302/inbox/传票.pdf`. */
export interface Source {
  readonly folder: "courts" | "directory" | "bureaus" | "agencies";
  /** The court, bureau or agency that uploaded it, where the directory knows it. */
  readonly uploader: Organisation | undefined;
  /** The bureau that looks at what is doubtful. */
  readonly bureau: Organisation | undefined;
  /** The bureaus that hear of an address that is missing: that one, and the municipal one where it can't be reached. */
  readonly bureaus: readonly Organisation[];
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
  /** What it was filed as before a person reviewed it. */
  readonly filed?: readonly FileDocument[];
}

export type SettledOutcome = "read" | "needs-review" | "rejected";

/** A decision: what is written, and what the document thereby is. */
export interface Settled {
  /** In their order; the last has the document's record. */
  readonly changes: readonly Draft[];
  readonly outcome: SettledOutcome;
  /** Owed, but it reached nobody it is for. */
  readonly unreached?: readonly Unreached[];
}

/** What filing a document in its cases reads. */
export interface FilingPorts {
  readonly records: Records;
  readonly directory: Directory;
}

/** Whose a file is, by where it lies. */
export async function sourceOf(key: string, directory: Directory): Promise<Source> {
  const [folder = "", owner = ""] = key.split("/");
  const seen = async (uploader: Organisation | undefined) => {
    const bureaus = await bureausOf(uploader?.jurisdiction ?? CITY_ITSELF, directory);
    return { uploader, bureau: bureaus[0], bureaus };
  };
  if (folder === "directory") return { folder, ...(await seen(undefined)) };
  if (folder === "bureaus") {
    const uploader = (await directory.find(lookup.kind("bureau"))).find(({ id }) => id === owner);
    return { folder, ...(await seen(uploader)) };
  }
  if (folder === "agencies") {
    const owning = await directory.organisation(owner as OrganisationId);
    const isAgency = owning?.kind === "agency" || owning?.kind === "government";
    return { folder, ...(await seen(isAgency ? owning : undefined)) };
  }
  const [court] = await directory.find(lookup.court(owner));
  return { folder: "courts", ...(await seen(court)) };
}
