/** Who looks at a case's page, in which part, and is the case theirs to see? */
import { involvedIn } from "../../../shared/casework/involved.ts";
import type { ProofReader } from "../../../shared/domain/case-file/proof.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { CaseNumber } from "../../../shared/domain/court/case-number.ts";
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import type { Organisation, OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import { answersFor, type CasePart, partsIn } from "../../../shared/domain/originals/paper-rights.ts";
import type { DeskPorts } from "../frame/room.ts";

/**
 * `agency`: it is sued, or designated for a government that is. `government`: a government of the place, which is not sued
 * itself. A bureau that is sued sees the case as its bureau.
 */
export type ViewerRole = "bureau" | "court" | "agency" | "government";

export interface CaseViewer {
  readonly organisation: Organisation;
  readonly role: ViewerRole;
  /** The respondents it answers for; of an agency at least one. */
  readonly names: readonly string[];
  /** By which it sees papers; none of a government that is not sued. */
  readonly parts: readonly CasePart[];
}

/** A case with who looks at it. */
export interface ViewedCase {
  readonly file: CaseFile;
  readonly involved: Involved;
  readonly viewer: CaseViewer;
}

/** The case, where it is the organisation's to see; whose it is follows from the directory as it is now. */
export async function viewedCase(
  { records, directory }: Pick<DeskPorts, "records" | "directory">,
  recipient: OrganisationId,
  number: CaseNumber | undefined,
): Promise<ViewedCase | undefined> {
  const [file, organisation] = await Promise.all([
    number === undefined ? undefined : records.caseFile(number),
    directory.organisation(recipient),
  ]);
  if (file === undefined || file.void === true || organisation === undefined) return undefined;
  const involved = await involvedIn(file, directory);
  const parts = partsIn(file, involved, organisation);
  const role = roleIn(file, parts, organisation);
  const names = answersFor(file, recipient);
  return role && { file, involved, viewer: { organisation, role, names, parts } };
}

function roleIn(
  file: CaseFile,
  parts: readonly CasePart[],
  { kind, jurisdiction }: Organisation,
): ViewerRole | undefined {
  const has = (...names: readonly CasePart["part"][]) => parts.some(({ part }) => names.includes(part));
  if (has("bureau", "city-bureau")) return "bureau";
  if (has("court")) return "court";
  if (has("agency")) return "agency";
  const concerns = file.respondents.some(({ identity }) => identity?.jurisdiction === jurisdiction);
  return kind === "government" && (jurisdiction === CITY_ITSELF || concerns) ? "government" : undefined;
}

/** Whether what concerns one respondent alone (what it reports, its contacts, its designation) is theirs to see. */
export function seesOf({ role, names }: CaseViewer, respondent: string): boolean {
  return role === "bureau" || names.includes(respondent);
}

/** As whom it reads the proofs about a respondent; undefined where it has none of them. */
export function proofReaderOf(viewer: CaseViewer, respondent: string): ProofReader | undefined {
  if (seesOf(viewer, respondent)) return "own-side";
  return viewer.role === "court" ? "court" : undefined;
}
