/**
 * Does whoever uploaded a paper speak for the case? A court does for its own cases, a bureau for those of its
 * jurisdiction, and only a court says that a case was heard, who came and how it ended: a bureau's record or judgment
 * is a copy.
 */

import type { FileDocument } from "../../domain/case-file/commands.ts";
import type { Respondent } from "../../domain/case-file/state.ts";
import { partsOf } from "../../domain/court/case-number.ts";
import { isAbove, isCaseOf } from "../../domain/court/case-of-court.ts";
import { defined } from "../../domain/defined.ts";
import { lookup, type Organisation } from "../../domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../domain/organisations/district.ts";
import type { Doubt } from "../../domain/refusal.ts";
import type { Directory } from "../../ports/directory.ts";
import type { Source } from "./arriving.ts";

/** What speaks against an uploader's word; `copy`: what it proves is nothing, whoever confirms it. */
export interface Standing {
  readonly doubts: readonly Doubt[];
  readonly copy?: true;
  /** The court of the case, as far as the directory knows it. */
  readonly court?: Organisation;
}

/** How far a paper's uploader speaks for the case it names. A person who looked (`reviewedBy`) has settled what can be settled. */
export async function standingOf(
  { folder, uploader }: Source,
  command: FileDocument,
  directory: Directory,
): Promise<Standing> {
  if (uploader === undefined) return { doubts: [] };
  if (folder === "courts") return { doubts: await ofCourt(uploader, command, directory) };
  if (folder !== "bureaus") return { doubts: [] };

  const court = await courtOf(command, directory);
  const known = defined({ court });
  const { caseNumber, kind, reviewedBy } = command;
  if (court !== undefined && !isInJurisdiction(uploader, court, command.parties))
    return {
      doubts: [{ type: "other-jurisdictions-case", caseNumber, uploader: uploader.name, court: court.name }],
      ...known,
    };
  if (kind !== "hearing-record" && kind !== "judgment") return { doubts: [], ...known };
  const doubts =
    reviewedBy === undefined
      ? [{ type: "copy-of-court-paper", caseNumber, uploader: uploader.name } as const]
      : [];
  return { doubts, copy: true, ...known };
}

/** The court whose code the number bears. */
export async function courtOf(
  { caseNumber }: Pick<FileDocument, "caseNumber">,
  directory: Directory,
): Promise<Organisation | undefined> {
  const { court: code } = partsOf(caseNumber);
  return /\d/u.test(code) ? (await directory.find(lookup.court(code)))[0] : undefined;
}

/** What speaks against a court's word; the directory is asked only where a paper isn't plainly the uploader's own. */
async function ofCourt(
  uploader: Organisation,
  command: FileDocument,
  directory: Directory,
): Promise<readonly Doubt[]> {
  const { caseNumber, kind, reviewedBy } = command;
  if (reviewedBy !== undefined) return [];
  const doubt = async (): Promise<Extract<Doubt, { type: "other-courts-case" }>> => ({
    type: "other-courts-case",
    caseNumber,
    uploader: uploader.name,
    ...defined({ court: (await courtOf(command, directory))?.name }),
  });
  const code = uploader.courtCode ?? "";
  // An appeal (上诉状) names the case it is against, and goes through the court above it as well.
  const isAppealAbove = kind === "appeal" && isAbove(code, caseNumber);
  if (isCaseOf(caseNumber, code) === false && !isAppealAbove) return [await doubt()];
  if (kind === "appeal" || [uploader.name, ...uploader.aliases].includes(command.court)) return [];
  const signed = await signer(command, directory);
  const differs = signed?.courtCode !== undefined && isCaseOf(caseNumber, signed.courtCode) === false;
  return differs ? [{ ...(await doubt()), written: signed.name }] : [];
}

/** The court by whose name the paper is signed, where the directory knows it. */
async function signer({ court }: FileDocument, directory: Directory): Promise<Organisation | undefined> {
  if (court === "") return undefined;
  return (await directory.find(lookup.name(court))).find(({ kind }) => kind === "court");
}

/** A bureau sees to the cases of its jurisdiction's court and agencies, the municipal one to all. */
function isInJurisdiction(
  { jurisdiction }: Organisation,
  court: Organisation,
  { respondents }: { readonly respondents: readonly Respondent[] },
): boolean {
  return (
    [CITY_ITSELF, court.jurisdiction].includes(jurisdiction) ||
    court.jurisdiction === CITY_ITSELF ||
    respondents.some(({ identity }) => identity?.jurisdiction === jurisdiction)
  );
}
